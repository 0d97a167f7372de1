import EarshotCore

/// Reads the agenda template out of an Excel workbook (.xlsx): the first sheet whose header names a title.
struct WorkbookAgendaImporter: AgendaImporter {
    /// Rows of an agenda (chosen, not derived).
    private static let rowLimit = 10_000

    let format = FileFormat(name: "agenda-xlsx", title: "Agenda template (Excel)")

    func recognises(_ head: FileHead) -> Bool {
        head.office?.sheets.contains { $0.rows.contains { TableAgendaImporter.isHeader($0) } } ?? false
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let workbook = try Workbook(OfficePackage(file, path: context.path))
        for sheet in workbook.sheets where !sheet.isHidden {
            let start = try workbook.firstRows(of: sheet, limit: OfficeOutline.rowLimit)
            let wanted = context.columns["title"].map(CommentColumn.normalised)
            let header = start.firstIndex { row in
                TableAgendaImporter.isHeader(row)
                    || (wanted.map { row.map(CommentColumn.normalised).contains($0) } ?? false)
            }
            guard let header else { continue }
            return try TableAgendaImporter.reading(
                try Self.table(sheet, workbook, skipping: header, context.path), context: context)
        }
        throw Diagnostic(
            .error, "No sheet has a column \"title\"", at: context.path,
            mend: "Name the columns item_id, item_number, title, description, url, restricted; only title must be there"
        )
    }

    private static func table(
        _ sheet: Workbook.Sheet, _ workbook: Workbook, skipping: Int, _ path: String
    ) throws -> CSVTable {
        var table = CSVTable(header: CSVHeader(names: [], line: 0), rows: [], diagnostics: [])
        var seen = 0
        try workbook.rows(of: sheet) { row in
            seen += 1
            guard seen > skipping else { return }
            let width = (row.cells.last?.column ?? -1) + 1
            if seen == skipping + 1 {
                let names = WorkbookTable.fields(row, count: width)
                (table.header, table.diagnostics) = CSVHeader.naming(names, line: row.number, path: path)
                return
            }
            guard table.rows.count < rowLimit else {
                throw Diagnostic(
                    .error, "The sheet has more than \(rowLimit) rows, which is no agenda", at: path,
                    mend: "Write one agenda item a row")
            }
            let count = table.header.names.count
            let fields = WorkbookTable.fields(row, count: max(width, count))
            table.rows.append(
                CSVTable.Row(
                    line: row.number, fields: Array(fields.prefix(count)), extra: Array(fields.dropFirst(count))))
        }
        return table
    }
}
