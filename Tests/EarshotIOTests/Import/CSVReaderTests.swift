import EarshotCore
import EarshotIO
import Testing

/// What a table brings, for comparing.
struct CSVContent: Equatable, Sendable {
    var header: [String] = []
    /// Every field that stands in the row, also those beyond the header.
    var rows: [[String]] = []
    var lines: [Int] = []
    var notes: [String] = []

    init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
    }

    /// - Parameter piece: Bytes handed over at a time; 0 for all at once.
    init(reading bytes: [UInt8], piece: Int = 0, rowLimit: Int = CSVReader.rowLimit) throws {
        var reader = CSVReader(path: "t.csv", rowLimit: rowLimit)
        var content = CSVContent(header: [], rows: [])
        func take(_ event: CSVEvent) {
            switch event {
            case .header(let header): content.header = header.names
            case .row(let row):
                content.rows.append((0..<row.count).map { row[$0] })
                content.lines.append(row.line)
            case .note(let note): content.notes.append(note.line)
            }
        }
        let step = piece == 0 ? max(1, bytes.count) : piece
        for start in stride(from: 0, to: bytes.count, by: step) {
            try reader.push(Array(bytes[start..<min(start + step, bytes.count)]), emit: take)
        }
        try reader.finish(emit: take)
        self = content
    }
}

@Suite("CSV tables")
struct CSVReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var header: [String]
        var rows: [[String]]
        var notes: Int
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ header: [String], _ rows: [[String]], notes: Int = 0) {
            self.init(name, Array(text.utf8), header, rows, notes: notes)
        }

        init(_ name: String, _ bytes: [UInt8], _ header: [String], _ rows: [[String]], notes: Int = 0) {
            self.name = name
            self.bytes = bytes
            self.header = header
            self.rows = rows
            self.notes = notes
        }
    }

    static let cases: [Case] = lineEnds + quotes + delimiters + ragged + encodings

    private static let lineEnds: [Case] = [
        Case("LF", "a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
        Case("CR LF", "a,b\r\n1,2\r\n3,4\r\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
        Case("CR", "a,b\r1,2\r3,4\r", ["a", "b"], [["1", "2"], ["3", "4"]]),
        Case("no line end at the end", "a,b\n1,2", ["a", "b"], [["1", "2"]]),
        Case("CR at the very end", "a,b\n1,2\r", ["a", "b"], [["1", "2"]]),
        Case("mixed line ends", "a,b\r\n1,2\n3,4\r5,6", ["a", "b"], [["1", "2"], ["3", "4"], ["5", "6"]]),
        Case("blank lines are passed over", "\n\na,b\n\n1,2\n\r\n\n3,4\n\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
        Case("a row of delimiters is a row", "a,b\n,\n1,2\n", ["a", "b"], [["", ""], ["1", "2"]]),
        Case("an empty quoted field is a row", "a\n\"\"\nx\n", ["a"], [[""], ["x"]]),
        Case("header alone", "a,b\n", ["a", "b"], []),
        Case("nothing", "", [], []),
        Case("line ends only", "\r\n\n\r", [], []),
    ]

    private static let quotes: [Case] = [
        Case("delimiter in quotes", "a,b\n\"1,1\",2\n", ["a", "b"], [["1,1", "2"]]),
        Case("line feed in quotes", "a,b\n\"1\n1\",2\n", ["a", "b"], [["1\n1", "2"]]),
        Case("CR LF in quotes stays", "a,b\n\"1\r\n1\",2\n", ["a", "b"], [["1\r\n1", "2"]]),
        Case("CR in quotes stays", "a,b\n\"1\r1\",2\n", ["a", "b"], [["1\r1", "2"]]),
        Case("doubled quotes", "a,b\n\"say \"\"no\"\"\",2\n", ["a", "b"], [["say \"no\"", "2"]]),
        Case("a quote alone", "a,b\n\"\"\"\",2\n", ["a", "b"], [["\"", "2"]]),
        Case("two quotes alone", "a,b\n\"\"\"\"\"\",2\n", ["a", "b"], [["\"\"", "2"]]),
        Case("quoted empty fields", "a,b\n\"\",\"\"\n", ["a", "b"], [["", ""]]),
        Case("a quote within a field is text", "a,b\n5\" pipe,2\n", ["a", "b"], [["5\" pipe", "2"]]),
        Case("a quote behind a space is text", "a,b\n \"x\",2\n", ["a", "b"], [[" \"x\"", "2"]]),
        Case("white space behind the closing quote", "a,b\n\"x\"  ,2\n", ["a", "b"], [["x", "2"]]),
        Case(
            "quotes that nobody doubled", "a,b\n\"the \"new\" plan\",2\n", ["a", "b"], [["the \"new\" plan", "2"]],
            notes: 1),
        Case("words behind the closing quote", "a,b\n\"x\" y,2\n", ["a", "b"], [["x\" y", "2"]], notes: 1),
        Case(
            "a quote never closed, rows below", "a,b\n1,\"open\n2,x\n3,y\n", ["a", "b"],
            [["1", "\"open"], ["2", "x"], ["3", "y"]], notes: 1),
        Case("a quote never closed in the last row", "a,b\n1,\"open", ["a", "b"], [["1", "open"]], notes: 1),
        Case(
            "a stray quote before quoted rows", "a,b\n1,\"open\n2,\"x\"\n3,\"y\"\n", ["a", "b"],
            [["1", "\"open"], ["2", "x"], ["3", "y"]], notes: 1),
        Case("quoted header", "\"a, b\",\"c\n\"\n1,2\n", ["a, b", "c"], [["1", "2"]]),
        Case("a combining mark after the delimiter", "a,b\nx,\u{301}y\n", ["a", "b"], [["x", "\u{301}y"]]),
        Case("a combining mark after a quote", "a,b\n\"x\u{301}\",\u{600}\n", ["a", "b"], [["x\u{301}", "\u{600}"]]),
    ]

    private static let delimiters: [Case] = [
        Case("semicolons", "a;b\n1,5;2\n", ["a", "b"], [["1,5", "2"]]),
        Case("tabs", "a\tb\n1,5\t2;\n", ["a", "b"], [["1,5", "2;"]]),
        Case("bars", "a|b\n1|2\n", ["a", "b"], [["1", "2"]]),
        Case("Excel's sep line", "sep=;\r\na;b\r\n1;2,3\r\n", ["a", "b"], [["1", "2,3"]]),
        Case("a sep line against the look of the rows", "SEP=|\na|b,c\n1|2,3\n", ["a", "b,c"], [["1", "2,3"]]),
        Case("more semicolons within quotes than commas without", "a,b\n\"x;y;z\",1\n", ["a", "b"], [["x;y;z", "1"]]),
        Case("one column", "text\nhello; you\nthere\n", ["text"], [["hello; you"], ["there"]]),
        Case("names with white space", " a ,\tb\n1,2\n", ["a", "b"], [["1", "2"]]),
        Case(
            "names that are empty or come twice", "a,,a\n1,2,3\n", ["a", "column_2", "a_2"], [["1", "2", "3"]], notes: 1
        ),
    ]

    private static let ragged: [Case] = [
        Case("a short row", "a,b,c\n1,2\n3,4,5\n", ["a", "b", "c"], [["1", "2"], ["3", "4", "5"]], notes: 1),
        Case("a long row", "a,b\n1,2,3\n4,5\n", ["a", "b"], [["1", "2", "3"], ["4", "5"]], notes: 1),
        Case("a row longer by empty fields", "a,b\n1,2,,\n", ["a", "b"], [["1", "2", "", ""]]),
        Case(
            "twelve short rows", "a,b\n" + String(repeating: "1\n", count: 12), ["a", "b"],
            [[String]](repeating: ["1"], count: 12), notes: 11),
    ]

    private static let encodings: [Case] = [
        Case("byte-order mark", [0xEF, 0xBB, 0xBF] + Array("a,b\n1,é\n".utf8), ["a", "b"], [["1", "é"]]),
        Case("UTF-16 LE with mark", [0xFF, 0xFE] + utf16("a,b\n1,é😀\n", big: false), ["a", "b"], [["1", "é😀"]]),
        Case("UTF-16 BE with mark", [0xFE, 0xFF] + utf16("a,b\n1,é😀\n", big: true), ["a", "b"], [["1", "é😀"]]),
        Case("UTF-16 LE without mark", utf16("a,b\none,two\n", big: false), ["a", "b"], [["one", "two"]]),
        Case("UTF-16 BE without mark", utf16("a,b\none,two\n", big: true), ["a", "b"], [["one", "two"]]),
        Case(
            "Windows-1252", Array("a,b\n1,caf".utf8) + [0xE9, 0x20, 0x80, 0x35, 10], ["a", "b"], [["1", "café €5"]],
            notes: 1),
        Case(
            "Windows-1252 in one row of UTF-8", Array("a,b\nü,x\n".utf8) + [0x93, 0x94, 44, 0x32], ["a", "b"],
            [["ü", "x"], ["“”", "2"]], notes: 1),
        Case("zero bytes", Array("a,b\n1,x".utf8) + [0] + Array("y\n".utf8), ["a", "b"], [["1", "xy"]], notes: 1),
        Case(
            "zero byte in a quoted field", Array("a,b\n1,\"x".utf8) + [0, 34, 10], ["a", "b"], [["1", "x"]], notes: 1),
    ]

    static func utf16(_ text: String, big: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return big ? pair.reversed() : pair
        }
    }

    @Test("a table is read as it is meant", arguments: cases)
    func table(_ table: Case) throws {
        let content = try CSVContent(reading: table.bytes)
        #expect(content.header == table.header)
        #expect(content.rows == table.rows)
        #expect(content.notes.count == table.notes, "\(content.notes)")
    }

    @Test("it does not matter in what pieces a file comes", arguments: cases)
    func pieces(_ table: Case) throws {
        let whole = try CSVContent(reading: table.bytes)
        for piece in [1, 2, 3, 7] { #expect(try CSVContent(reading: table.bytes, piece: piece) == whole) }
    }

    @Test("pieces do not matter beyond the first 64 KiB either", arguments: [1, 2, 3, 7, 4096])
    func longFile(_ piece: Int) throws {
        var bytes = Array("id,text\r\n".utf8)
        for i in 0..<900 {
            bytes += Array(
                "\(i),\"row \(i): \"\"é\"\" \(String(repeating: "x", count: i % 90))\r\n, it ends\"\r\n".utf8)
        }
        bytes += Array("900,caf".utf8) + [0xE9, 13, 10]
        #expect(bytes.count > 1 << 16)
        let whole = try CSVContent(reading: bytes)
        #expect(whole.rows.count == 901)
        #expect(whole.rows[899] == ["899", "row 899: \"é\" \(String(repeating: "x", count: 89))\r\n, it ends"])
        #expect(whole.rows[900] == ["900", "café"])
        #expect(try CSVContent(reading: bytes, piece: piece) == whole)
    }

    @Test("a row's line is that of its first byte in the file")
    func lines() throws {
        let text = "sep=,\r\n\r\na,b\r\n\"1\r\n1\",2\r\n\r\n3,4\n"
        let content = try CSVContent(reading: Array(text.utf8))
        #expect(content.lines == [4, 7])
    }

    @Test("a row that never ends is refused with its line")
    func endless() throws {
        let bytes = Array("a,b\n1,".utf8) + [UInt8](repeating: 120, count: 200_000)
        let error = #expect(throws: Diagnostic.self) {
            try CSVContent(reading: bytes, piece: 1000, rowLimit: 100_000)
        }
        #expect(error?.place == "t.csv:2")
    }

    @Test("an empty table is refused", arguments: ["", "\n\r\n", "\u{FEFF}"])
    func empty(_ text: String) throws {
        let error = #expect(throws: Diagnostic.self) { try CSVTable.read(Array(text.utf8), path: "t.csv") }
        #expect(error?.message == "The table is empty")
        #expect(error?.place == "t.csv")
    }

    @Test("a short row answers for every column of the header")
    func shortRow() throws {
        let table = try CSVTable.read(Array("a,b,c\n1\n1,2,3,4\n".utf8), path: "t.csv")
        #expect(table.rows.map(\.fields) == [["1", "", ""], ["1", "2", "3"]])
        #expect(table.rows.map(\.extra) == [[], ["4"]])
        #expect(
            table.diagnostics.map(\.line) == [
                "note: t.csv:2: The row has 1 field, the header 3; the missing ones are read as empty. "
                    + "Check that no delimiter is missing",
                "warning: t.csv:3: The row has 4 fields, the header 3; the others stand under no column. "
                    + "Put text that holds the delimiter in quotation marks",
            ])
    }
}
