import EarshotCore

/// Reads tables of comments out of an Excel workbook (.xlsx), every visible sheet that holds one, by the same columns as
/// a CSV file.
struct WorkbookComments: ThreadImporter {
    let format = FileFormat(name: "comments-xlsx", title: "Table of comments (Excel)")

    /// Any workbook, so that it can be said what is missing.
    func recognises(_ head: FileHead) -> Bool {
        switch head.office?.kind {
        case .workbook, .binaryWorkbook, .openSheet, .locked: true
        default: false
        }
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        if let kind = try file.head().office?.kind, let refusal = OfficeRefusal.of(kind, path: context.path) {
            throw refusal
        }
        let workbook = try Workbook(OfficePackage(file, path: context.path))
        let tables = try SheetTable.all(in: workbook, context: context)
        let filled = tables.filter { !$0.isEmpty }
        guard !filled.isEmpty else {
            throw Diagnostic(
                .error, "No sheet of the workbook holds anything", at: context.path,
                mend: "Save it with its header row and the comments below")
        }
        var chosen = filled.filter { $0.holdsComments && !$0.sheet.isHidden }
        // Nothing looks like comments: the first sheet's columns are named to the person.
        if chosen.isEmpty { chosen = [filled.first { !$0.sheet.isHidden } ?? filled[0]] }
        var total = 0
        for table in chosen {
            total += try TableThreads.read(
                context: table.context(context, among: chosen.count), kind: table.kind,
                sheet: chosen.count > 1 ? table.sheet.name : "", emit: emit
            ) { take in
                try WorkbookTable.read(table.sheet, of: workbook, path: context.path, emit: take)
            }
        }
        for table in filled where !chosen.contains(where: { $0.sheet.part == table.sheet.part }) {
            try emit(.note(try table.unread(workbook, context.path)))
        }
        try emit(.total(total))
    }
}

/// A sheet and what its beginning shows.
struct SheetTable {
    let sheet: Workbook.Sheet
    let isEmpty: Bool
    let holdsComments: Bool
    /// A kind that only workbooks have; `nil` to tell it as of any table.
    let kind: (any TableKind)?

    static func all(in workbook: Workbook, context: ImportContext) throws -> [SheetTable] {
        try workbook.sheets.map { sheet in
            let rows = try workbook.firstRows(of: sheet, limit: OfficeOutline.rowLimit + 1)
            guard let first = rows.first else {
                return SheetTable(sheet: sheet, isEmpty: true, holdsComments: false, kind: nil)
            }
            let header = CSVHeader.naming(first, line: 1, path: context.path).0
            let head = TableHead(header: header, rows: Array(rows.dropFirst()))
            let isConsultation = ConsultationResponses().recognises(head)
            let wanted = context.columns["text"].map(CommentColumn.normalised)
            let isKnown =
                isConsultation || ColumnMap.namesText(head.header.names)
                || !(TableKinds.kind(of: head) is AnyComments) || (wanted.map { head.keys.contains($0) } ?? false)
            return SheetTable(
                sheet: sheet, isEmpty: false, holdsComments: isKnown,
                kind: isConsultation ? ConsultationResponses() : nil)
        }
    }

    /// Messages name the sheet where there are several.
    func context(_ context: ImportContext, among count: Int) -> ImportContext {
        guard count > 1 else { return context }
        var own = context
        let name = sheet.name.filter { $0 != "/" && $0 != "." }
        own.path = "\(context.path), sheet “\(name)”"
        return own
    }

    /// A note on a sheet that is not read.
    func unread(_ workbook: Workbook, _ path: String) throws -> Diagnostic {
        var rows = 0
        try workbook.rows(of: sheet) { _ in rows += 1 }
        let count = rows == 1 ? "1 row" : "\(rows) rows"
        return sheet.isHidden
            ? Diagnostic(
                holdsComments ? .warning : .note, "The sheet “\(sheet.name)” (\(count)) is hidden and is not read",
                at: path,
                mend: holdsComments ? "Unhide it in Excel and save the file, if its comments belong here" : "")
            : Diagnostic(
                .note, "The sheet “\(sheet.name)” (\(count)) has no column with comments and is not read", at: path)
    }
}
