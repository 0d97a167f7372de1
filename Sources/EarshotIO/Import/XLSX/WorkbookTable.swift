import EarshotCore

/// Hands a sheet over as a CSV file is: its header, then its rows. Line numbers are Excel's row numbers.
enum WorkbookTable {
    /// Columns of a table; a sheet may have 16,384, and no table of people's words does (chosen, not derived).
    static let columnLimit = 1024

    /// - Parameter path: As notes show the sheet.
    static func read(
        _ sheet: Workbook.Sheet, of workbook: Workbook, path: String, emit: (CSVEvent) throws -> Void
    ) throws {
        var start: [Workbook.Row] = []
        var table: Columns?
        try workbook.rows(of: sheet) { row in
            if let table { return try emit(.row(table.row(row))) }
            start.append(row)
            if start.count == OfficeOutline.rowLimit + 1 { table = try begin(start, path, emit) }
        }
        if table == nil, !start.isEmpty { _ = try begin(start, path, emit) }
    }

    /// Tells the header from the rows above it, which say what the table is.
    private static func begin(
        _ rows: [Workbook.Row], _ path: String, _ emit: (CSVEvent) throws -> Void
    ) throws -> Columns {
        let texts = rows.map { fields($0, count: ($0.cells.last?.column ?? -1) + 1) }
        let first = CSVHeader.naming(texts[0], line: rows[0].number, path: path).0
        let skipped = TableHead(header: first, rows: Array(texts.dropFirst())).preamble
        let (header, notes) = CSVHeader.naming(texts[skipped], line: rows[skipped].number, path: path)
        if skipped > 0 {
            let message = skipped == 1 ? "The row above the header is" : "The \(skipped) rows above the header are"
            try emit(
                .note(Diagnostic(.note, "\(message) the table's title, and not read", at: "\(path):\(rows[0].number)")))
        }
        for note in notes { try emit(.note(note)) }
        try emit(.header(header))
        let table = Columns(header: header)
        for row in rows.dropFirst(skipped + 1) { try emit(.row(table.row(row))) }
        return table
    }

    static func fields(_ row: Workbook.Row, count: Int) -> [String] {
        var fields = [String](repeating: "", count: min(count, columnLimit))
        for cell in row.cells where cell.column < fields.count { fields[cell.column] = cell.text }
        return fields
    }

    /// What is known of the table's columns.
    private struct Columns {
        let count: Int
        /// Columns of moments: a number there is a date whose style was lost.
        private let times: [Int]

        init(header: CSVHeader) {
            count = header.names.count
            times = header.names.indices.filter {
                CommentColumn.postedAt.synonyms.contains(CommentColumn.normalised(header.names[$0]))
            }
        }

        /// Cells to the right of the header's last are kept as a CSV row's are.
        func row(_ row: Workbook.Row) -> CSVRow {
            var fields = WorkbookTable.fields(row, count: max(count, (row.cells.last?.column ?? -1) + 1))
            for column in times where column < fields.count {
                if let date = CellFormats.likelyDate(fields[column]) { fields[column] = date }
            }
            return CSVRow(line: row.number, columns: count, fields: fields)
        }
    }
}
