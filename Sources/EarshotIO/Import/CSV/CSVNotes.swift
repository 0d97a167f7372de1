import EarshotCore

/// What had to be guessed while a table was read: the first few places one by one, then a count.
struct CSVNotes {
    /// Notes of one kind before they are only counted (chosen, not derived).
    private static let shown = 10

    let path: String
    let tellsRaggedRows: Bool
    private var short = Tally()
    private var long = Tally()
    private var strays = Tally()
    private var junk = Tally()
    private var mended = Tally()
    private var zeros = Tally()

    init(path: String, tellsRaggedRows: Bool) {
        self.path = path
        self.tellsRaggedRows = tellsRaggedRows
    }

    /// The header's names, made whole: white space off, none empty, none twice.
    func header(of row: CSVRow, _ emit: (CSVEvent) throws -> Void) throws -> CSVHeader {
        let (header, renamed) = CSVHeader.naming((0..<row.count).map { row[$0] }, line: row.line, path: path)
        for note in renamed { try emit(.note(note)) }
        return header
    }

    mutating func ragged(_ row: CSVRow, _ emit: (CSVEvent) throws -> Void) throws {
        guard tellsRaggedRows else { return }
        let fields = row.count == 1 ? "1 field" : "\(row.count) fields"
        if row.count < row.columns {
            short.add(row.line)
            guard short.count <= Self.shown else { return }
            try note(
                .note, "The row has \(fields), the header \(row.columns); the missing ones are read as empty",
                row.line, "Check that no delimiter is missing", emit)
        } else if (row.columns..<row.count).contains(where: { !row.isBlank($0) }) {
            long.add(row.line)
            guard long.count <= Self.shown else { return }
            try note(
                .warning, "The row has \(fields), the header \(row.columns); the others stand under no column",
                row.line, "Put text that holds the delimiter in quotation marks", emit)
        }
    }

    mutating func strayQuote(line: Int, _ emit: (CSVEvent) throws -> Void) throws {
        strays.add(line)
        guard strays.count <= Self.shown else { return }
        try note(
            .warning, "A quotation mark opens a field and is not closed on its line; it is read as text", line,
            "Double the mark or take it out", emit)
    }

    func unclosedQuote(line: Int, isRows: Bool, _ emit: (CSVEvent) throws -> Void) throws {
        let reading =
            isRows ? "the rows below it were read line by line" : "the field is read up to the end of the file"
        try note(
            .warning, "The quotation mark that opens a field here is never closed; \(reading)", line,
            isRows ? "Double the mark or take it out" : "Check whether the file was cut off; close the mark", emit)
    }

    mutating func junk(line: Int, _ emit: (CSVEvent) throws -> Void) throws {
        junk.add(line)
        guard junk.count <= Self.shown else { return }
        try note(
            .note, "Text follows a closing quotation mark; both are kept as text", line,
            "Double quotation marks inside quoted text", emit)
    }

    mutating func mended(line: Int) { mended.add(line) }

    mutating func zeros(_ number: Int, line: Int) {
        if number > 0 { zeros.add(line, number) }
    }

    /// What is only told at the end.
    func summary() -> [Diagnostic] {
        var out: [Diagnostic] = []
        func add(_ tally: Tally, over shown: Int = 0, _ severity: Diagnostic.Severity, _ message: (Int) -> String) {
            guard tally.count > shown else { return }
            let place = shown > 0 ? path : place(tally.firstLine)
            out.append(Diagnostic(severity, message(tally.count - shown), at: place))
        }
        add(short, over: Self.shown, .note) { "\($0) more rows have fewer fields than the header" }
        add(long, over: Self.shown, .warning) { "\($0) more rows have more fields than the header" }
        add(strays, over: Self.shown, .warning) {
            "\($0) more quotation marks open a field and are not closed on their line"
        }
        add(junk, over: Self.shown, .note) { "\($0) more fields have text after a closing quotation mark" }
        add(mended, .note) {
            "The file is not all UTF-8: \($0 == 1 ? "1 row was" : "\($0) rows were") read as Windows-1252"
        }
        add(zeros, .warning) {
            "\($0 == 1 ? "A zero byte was" : "\($0) zero bytes were") taken out; text files hold none"
        }
        return out
    }

    private func place(_ line: Int) -> String { "\(path):\(line)" }

    private func note(
        _ severity: Diagnostic.Severity, _ message: String, _ line: Int, _ mend: String,
        _ emit: (CSVEvent) throws -> Void
    ) throws {
        try emit(.note(Diagnostic(severity, message, at: place(line), mend: mend)))
    }
}
