import EarshotCore
import EarshotIO
import Testing

@Suite("CSV")
struct CSVWriterTests {
    /// A reader after RFC 4180, as strict as it comes.
    static func read(_ bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            if isQuoted {
                if byte == 0x22, i + 1 < bytes.count, bytes[i + 1] == 0x22 {
                    cell.append(byte)
                    i += 1
                } else if byte == 0x22 {
                    isQuoted = false
                } else {
                    cell.append(byte)
                }
            } else {
                switch byte {
                case 0x22:
                    try #require(cell.isEmpty, "a quote in the middle of a plain cell")
                    isQuoted = true
                case 0x2C:
                    row.append(String(decoding: cell, as: UTF8.self))
                    cell = []
                case 0x0D:
                    try #require(i + 1 < bytes.count && bytes[i + 1] == 0x0A, "a CR alone ends no row")
                    rows.append(row + [String(decoding: cell, as: UTF8.self)])
                    (row, cell) = ([], [])
                    i += 1
                case 0x0A: Issue.record("a LF alone ends no row")
                default: cell.append(byte)
                }
            }
            i += 1
        }
        try #require(!isQuoted && cell.isEmpty && row.isEmpty, "the last row has no end")
        return rows
    }

    private static func written(_ cells: [CSVCell], bom: Bool = false) -> [UInt8] {
        var csv = CSVWriter(bom: bom)
        csv.row(cells)
        return csv.bytes
    }

    @Test(
        "comes back as it was",
        arguments: [
            "plain", "a,b", "a\"b", "\"", "\"\"", "a\r\nb", "a\nb", "a\rb", " a", "a ", "a;b|c\td", "é🙂", "a''b", "x=1",
            "\u{2028}", "a\u{301}",
        ])
    func roundTrip(_ text: String) throws {
        let bytes = Self.written([.text(text), .empty, .text(text)])
        #expect(try Self.read(bytes) == [[text, "", text]])
    }

    @Test(
        "marks what a spreadsheet might run",
        arguments: [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "\r=1", " =1", "  @x", "\u{A0}=1", "\u{200B}=1",
            "\u{FEFF}=1",
            "\u{3000}=1", "\u{202E}=1", "\"=1", "'=1", "“=1", "＝1", "＋1", "－1", "＠x", "﹦1", "﹢1", "﹣1", "﹫x", "−1",
            "=cmd|' /C calc'!A0", "=HYPERLINK(\"https://evil.example\",\"x\")", "-2+3+cmd|' /C calc'!A0", "\u{0}=1",
            "- a list",
        ])
    func formulas(_ text: String) throws {
        let cell = try Self.read(Self.written([.text(text)]))[0][0]
        #expect(cell.hasPrefix("'"))
        #expect(cell.dropFirst() == text.replacing("\u{0}", with: "\u{FFFD}")[...])
    }

    @Test(
        "leaves other text alone",
        arguments: ["a=1", "1-2", "mail@x", "'tis", "£5", "(=1)", "#1", "/a", "5", "–dash", ""])
    func noFormulas(_ text: String) throws {
        #expect(try Self.read(Self.written([.text(text), .text("x")]))[0][0] == text)
    }

    @Test("quotes a marked cell that a semicolon or tab could cut in two")
    func cutInTwo() {
        #expect(String(decoding: Self.written([.text("a;=1")]), as: UTF8.self) == "\"a;=1\"\r\n")
        #expect(String(decoding: Self.written([.text("a\t=1")]), as: UTF8.self) == "\"a\t=1\"\r\n")
    }

    @Test("begins with a byte-order mark where one is asked for, and only then")
    func mark() {
        #expect(Self.written([.text("a")], bom: true) == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
        #expect(Self.written([.text("a")]) == [0x61, 0x0D, 0x0A])
    }

    @Test("writes numbers with a point and a fixed number of digits, never marked")
    func numbers() {
        let cells: [CSVCell] = [
            .integer(-5), .thousandths(-313), .thousandths(1000), .thousandths(7), .thousandths(0), .tenths(85),
            .tenths(-4), .boolean(true), .boolean(false), .empty, .optional(nil as Int?), .optional(""),
        ]
        let expected = "-5,-0.313,1.000,0.007,0.000,8.5,-0.4,true,false,,,\r\n"
        #expect(String(decoding: Self.written(cells), as: UTF8.self) == expected)
    }

    @Test(
        "marks what others have gathered, and brings it all back",
        .enabled(if: RealStrings.areHere, Comment(rawValue: RealStrings.absence)))
    func gathered() throws {
        let payloads = try RealStrings.lines("csv_injection")
        #expect(payloads.count >= 4)
        for text in payloads where "=+-@".contains(text.first ?? " ") {
            #expect(try Self.read(Self.written([.text(text)]))[0][0] == "'" + text)
        }
        for text in try RealStrings.lines("blns") {
            let back = try Self.read(Self.written([.text(text), .text("x")]))
            #expect(back[0].count == 2 && back.count == 1)
        }
    }
}
