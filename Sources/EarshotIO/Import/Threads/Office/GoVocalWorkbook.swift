import EarshotCore

/// Reads what Go Vocal (CitizenLab) exports as Excel files: inputs, each of which opens a thread, and the comments on
/// them, in one workbook or in one each, a sheet for each project or phase.
///
/// Source: CitizenLabDotCo/citizenlab, `xlsx_service.rb` (2018 to 2025) and `export/xlsx/input_sheet_generator.rb`.
struct GoVocalWorkbook: ThreadImporter {
    let format = FileFormat(name: "go-vocal", title: "Go Vocal inputs and comments (Excel)")

    func recognises(_ head: FileHead) -> Bool {
        head.office?.sheets.contains { sheet in sheet.rows.first.map { GoVocalSheet.kind($0) != nil } ?? false }
            ?? false
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        let workbook = try Workbook(OfficePackage(file, path: context.path))
        let sheets = try workbook.sheets.filter { !$0.isHidden }.map { sheet in
            (sheet, kind: try workbook.firstRows(of: sheet, limit: 1).first.flatMap { GoVocalSheet.kind($0) })
        }
        var threads = GoVocalThreads(context: context)
        // Comments name their inputs, so the inputs come first.
        for kind in [GoVocalSheet.Kind.inputs, .comments] {
            for (sheet, own) in sheets where own == kind {
                try WorkbookTable.read(sheet, of: workbook, path: context.path) { event in
                    switch event {
                    case .header(let header): threads.begin(header, kind, sheet: sheet.name)
                    case .row(let row): try threads.take(row, emit)
                    case .note(let note): try emit(.note(note))
                    }
                }
            }
        }
        for (sheet, kind) in sheets where kind == nil {
            try emit(
                .note(
                    Diagnostic(
                        .note, "The sheet “\(sheet.name)” holds neither inputs nor comments and is not read",
                        at: context.path)))
        }
        for sheet in workbook.sheets where sheet.isHidden {
            try emit(
                .note(
                    Diagnostic(
                        .warning, "The sheet “\(sheet.name)” is hidden and is not read", at: context.path,
                        mend: "Unhide it in Excel and save the file, if its comments belong here")))
        }
        try threads.finish(emit)
    }
}

/// The columns of a Go Vocal sheet, whose names have changed over the years.
struct GoVocalSheet {
    enum Kind { case inputs, comments }

    private enum Column: CaseIterable {
        case id, title, text, author, authorID, posted, likes, dislikes, url, project, input, inputID, parent
    }

    /// Normalised names, best first.
    private static func names(_ column: Column, _ kind: Kind) -> [String] {
        switch column {
        case .id: ["id"]
        case .title: kind == .inputs ? ["title"] : []
        case .text: ["body", "description", "comment"]
        case .author: ["author_name"]
        case .authorID: ["author_id"]
        case .posted: ["published_at", "submitted_at", "created_at", "posted_at"]
        case .likes: ["likes_count", "upvotes_count", "likes"]
        case .dislikes: ["dislikes_count", "downvotes_count", "dislikes"]
        case .url: ["url"]
        case .project: ["project"]
        case .input: ["input", "initiative", "idea", "post"]
        case .inputID: ["input_id"]
        case .parent: ["parent", "parent_comment_id", "parent_id"]
        }
    }

    private var columns: [Column: Int] = [:]
    let kind: Kind

    init(_ header: [String], _ kind: Kind) {
        self.kind = kind
        let keys = header.map(CommentColumn.normalised)
        for column in Column.allCases {
            columns[column] = Self.names(column, kind).lazy.compactMap { keys.firstIndex(of: $0) }.first
        }
    }

    /// Which of the two kinds a header is of; `nil` where it is of neither.
    static func kind(_ header: [String]) -> Kind? {
        let keys = Set(header.map(CommentColumn.normalised))
        func has(_ names: String...) -> Bool { names.contains { keys.contains($0) } }
        guard keys.contains("id") else { return nil }
        if has("input", "initiative", "input_id"), has("body", "comment"), has("parent", "parent_comment_id") {
            return .comments
        }
        let isCounted = has("upvotes_count", "likes", "likes_count", "comments_count", "comments")
        guard has("title"), has("body", "description"), has("published_at", "submitted_at"), isCounted, has("url"),
            has("project", "topics", "initiative_status")
        else { return nil }
        return .inputs
    }

    private func field(_ column: Column, _ row: CSVRow) -> String {
        let text = columns[column].map { row.trimmed($0) } ?? ""
        // The exporter puts an apostrophe before what a spreadsheet would run as a formula.
        guard text.hasPrefix("'"), let next = text.dropFirst().first, "=+-@".contains(next) else { return text }
        return String(text.dropFirst())
    }

    func id(_ row: CSVRow) -> String { field(.id, row) }
    func title(_ row: CSVRow) -> String { field(.title, row) }
    func text(_ row: CSVRow) -> String { field(.text, row) }
    func url(_ row: CSVRow) -> String { field(.url, row) }
    func project(_ row: CSVRow) -> String { field(.project, row) }
    func input(_ row: CSVRow) -> (id: String, title: String) { (field(.inputID, row), field(.input, row)) }
    func parent(_ row: CSVRow) -> String { field(.parent, row) }
    func posted(_ row: CSVRow) -> String { field(.posted, row) }
    func likes(_ row: CSVRow) -> Int? { Int(field(.likes, row)) }
    func dislikes(_ row: CSVRow) -> Int? { Int(field(.dislikes, row)) }

    /// The account's id, else the name; an e-mail address is no name.
    func author(_ row: CSVRow) -> String? {
        let id = field(.authorID, row)
        let name = id.isEmpty ? field(.author, row) : id
        return name.isEmpty || name.contains("@") || name == "Anonymous" ? nil : name
    }
}
