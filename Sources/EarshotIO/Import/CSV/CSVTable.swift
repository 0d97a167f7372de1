package import EarshotCore

/// A small table read whole: an agenda template, a list of places. Comments are read row by row with `CSVReader`.
package struct CSVTable: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        /// The physical line on which the row begins, from 1.
        package var line: Int
        /// A field for each column of the header; empty where the row is too short.
        package var fields: [String]
        /// Fields beyond the header's.
        package var extra: [String]
    }

    package var header: CSVHeader
    package var rows: [Row]
    package var diagnostics: [Diagnostic]

    /// - Parameter path: As messages show it. Throws a `Diagnostic` where the file holds no rows at all.
    package static func read(_ file: SourceFile, path: String) throws -> CSVTable {
        try read(try file.wholeBytes(limit: 64 << 20), path: path)
    }

    package static func read(_ bytes: [UInt8], path: String) throws -> CSVTable {
        var header: CSVHeader?
        var table = CSVTable(header: CSVHeader(names: [], line: 0), rows: [], diagnostics: [])
        var reader = CSVReader(path: path)
        func take(_ event: CSVEvent) {
            switch event {
            case .header(let found): header = found
            case .row(let row):
                let fields = (0..<row.columns).map { row[$0] }
                table.rows.append(Row(line: row.line, fields: fields, extra: row.extra))
            case .note(let note): table.diagnostics.append(note)
            }
        }
        try reader.push(bytes, emit: take)
        try reader.finish(emit: take)
        guard let header else {
            throw Diagnostic(
                .error, "The table is empty", at: path, mend: "Save it with its header row and at least one row")
        }
        table.header = header
        return table
    }
}
