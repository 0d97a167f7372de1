import EarshotCore

/// Reads the CSV agenda template: `item_id,item_number,title,description,url,restricted`, of which only `title` must be
/// there.
struct TableAgendaImporter: AgendaImporter {
    /// Canonical names, with other spellings in use.
    private static let spellings: [(column: String, headers: [String])] = [
        ("item_id", ["item_id", "id", "agendaitemid"]),
        (
            "item_number",
            [
                "item_number", "item_no", "number", "no", "agenda_item_number", "agenda_item_no", "ref", "agenda_item",
                "item",
            ]
        ),
        ("title", ["title", "item_title", "agenda_item_title", "subject", "topic", "agenda_item", "item"]),
        ("description", ["description", "text", "summary", "details"]),
        ("url", ["url", "link", "address"]),
        ("restricted", ["restricted", "exempt", "confidential", "private"]),
    ]
    /// Headers that tables of comments have and agendas have not.
    private static let ofComments: Set = [
        "author", "author_name", "author_id", "user", "user_name", "username", "member", "body", "comment", "comments",
        "comment_id", "comment_body", "comment_text", "message", "thread_id", "thread_title", "parent_id", "posted_at",
        "posted", "created_at", "created_utc", "published_at", "timestamp", "submitted", "likes", "upvotes_count",
        "response",
    ]
    private static let yes: Set = [
        "yes", "y", "true", "1", "x", "restricted", "exempt", "confidential", "private", "ydw", "ie",
    ]
    private static let no: Set = ["", "no", "n", "false", "0", "public", "open", "-", "na"]

    let format = FileFormat(name: "agenda-csv", title: "Agenda template (CSV)")

    func recognises(_ head: FileHead) -> Bool {
        let head = AgendaHead(head)
        guard head.isPlainText else { return false }
        let lines = head.text.split(maxSplits: 2, whereSeparator: \.isNewline).filter { !$0.hasPrefix("sep=") }
        guard let first = lines.first else { return false }
        return Self.isHeader(first.split(omittingEmptySubsequences: false) { ",;\t|".contains($0) }.map(String.init))
    }

    /// Whether a row is the header of an agenda's table.
    static func isHeader(_ row: [String]) -> Bool {
        let cells = row.map { key($0) }
        guard !cells.contains(where: { ofComments.contains($0) }) else { return false }
        let titles = spellings[2].headers
        if cells.count == 1 { return cells[0] == "title" || cells[0] == "item_title" }
        let known = cells.filter { cell in spellings.contains { $0.headers.contains(cell) } }
        return cells.contains { titles.contains($0) } && known.count >= 2 || known.contains("title")
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        try Self.reading(try CSVTable.read(file, path: context.path), context: context)
    }

    /// The agenda in a table, wherever it comes from.
    static func reading(_ table: CSVTable, context: ImportContext) throws -> AgendaReading {
        var diagnostics = table.diagnostics
        let columns = try columns(of: table.header, context, &diagnostics)
        let drafts = table.rows.map { draft($0, columns, context.path, &diagnostics) }
        let (items, found) = AgendaItems.items(from: drafts, path: context.path)
        guard !items.isEmpty else {
            throw AgendaItems.none(context.path, mend: "Write one agenda item a row under the header, with its title")
        }
        let meeting = Meeting(id: Meeting.ID(""), timeZone: context.timeZone)
        return AgendaReading(agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics + found)
    }

    // MARK: - Columns

    /// "Item Number" → "item_number".
    private static func key(_ header: String) -> String {
        header.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    }

    /// The position of each of our columns in the table.
    private static func columns(
        of header: CSVHeader, _ context: ImportContext, _ diagnostics: inout [Diagnostic]
    ) throws -> [String: Int] {
        let keys = header.names.map { key($0) }
        var columns: [String: Int] = [:]
        for (column, headers) in spellings {
            guard let wanted = context.columns[column] else {
                columns[column] = headers.lazy.compactMap { keys.firstIndex(of: $0) }.first
                continue
            }
            columns[column] = keys.firstIndex(of: key(wanted))
            if columns[column] == nil {
                diagnostics.append(
                    Diagnostic(
                        .warning, "The table has no column \"\(wanted)\", which meeting.yaml names for \(column)",
                        at: "\(context.path):\(header.line)", mend: "Write the header as the table has it"))
            }
        }
        guard columns["title"] != nil else {
            throw Diagnostic(
                .error, "The table has no column \"title\"", at: "\(context.path):\(header.line)",
                mend:
                    "Name the columns item_id, item_number, title, description, url, restricted; only title must be there"
            )
        }
        return columns
    }

    private static func draft(
        _ row: CSVTable.Row, _ columns: [String: Int], _ path: String, _ diagnostics: inout [Diagnostic]
    ) -> ItemDraft {
        func cell(_ name: String) -> String { columns[name].map { row.fields[$0] } ?? "" }
        let id = MarkupText.collapsed(cell("item_id"))
        let text = cell("description").split(whereSeparator: \.isNewline).map { MarkupText.collapsed($0) }
        var draft = ItemDraft(
            id: id.isEmpty ? nil : id, number: cell("item_number"), title: cell("title"),
            text: text.filter { !$0.isEmpty }.joined(separator: "\n"),
            url: WebAddress.resolved(cell("url"), against: nil), line: row.line)
        let mark = MarkupText.collapsed(cell("restricted")).lowercased()
        draft.restricted = yes.contains(mark)
        if !yes.contains(mark), !no.contains(mark) {
            draft.restricted = true
            diagnostics.append(
                Diagnostic(
                    .warning, "The column \"restricted\" holds neither yes nor no; the item counts as restricted",
                    at: "\(path):\(row.line)", mend: "Write yes or no"))
        }
        return draft
    }
}
