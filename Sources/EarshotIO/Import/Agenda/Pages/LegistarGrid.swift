import EarshotCore

/// A Legistar grid: rows, with columns told by their headings.
struct LegistarGrid {
    private enum Column: Hashable {
        case file, number, name, title, type, action, result, created
    }

    /// Headings in lower case without marks; councils rename them.
    private static let headings: [(column: Column, names: Set<String>)] = [
        (
            .file,
            [
                "file", "file no", "file number", "file id", "record", "record no", "record number", "matter",
                "matter no",
                "matter id", "legislation", "legislation no", "bill", "bill no", "legislative file", "id",
            ]
        ),
        (
            .number,
            [
                "agenda", "agenda no", "agenda number", "agenda item", "agenda item no", "item", "item no",
                "item number",
                "agenda sequence", "sequence", "no",
            ]
        ),
        (
            .name, ["name", "short title", "subject"]
        ),
        (
            .title, ["title", "description", "long title", "agenda item title", "item title", "agenda title"]
        ),
        (
            .type, ["type", "item type", "matter type", "legislation type", "file type", "category"]
        ),
        (
            .action, ["action", "action taken", "status"]
        ),
        (
            .result, ["result", "vote", "passed"]
        ),
        (
            .created,
            [
                "file created", "final action", "introduction date", "passed date", "created", "meeting date",
                "meeting time",
            ]
        ),
    ]

    private let table: MarkupElement
    private let base: String?
    private var columns: [Column: Int] = [:]

    init(_ table: MarkupElement, base: String?) {
        self.table = table
        self.base = base
        let header = Self.rows(table).first { $0.children.contains { $0.hasClass("rgHeader") } }
        let cells = header?.children.filter { $0.name == "th" || $0.name == "td" } ?? []
        for (index, cell) in cells.enumerated() {
            let words = MarkupText.line(of: cell).lowercased().split { !$0.isLetter }
            let heading = words.joined(separator: " ")
            for (column, names) in Self.headings where names.contains(heading) && columns[column] == nil {
                columns[column] = index
            }
        }
    }

    /// Whether the columns are those of meeting items.
    var isOfItems: Bool {
        columns[.title] ?? columns[.name] != nil && columns[.created] == nil
            && (columns[.number] != nil || columns[.file] != nil || columns[.action] != nil)
    }

    /// Whether the columns are those of a search for matters.
    var isOfMatters: Bool { columns[.created] != nil }

    /// One draft a row. A row without file, number, type and action is a section title, where others have them.
    func drafts() -> [ItemDraft] {
        var drafts: [ItemDraft] = []
        var anyBusiness = false
        for row in Self.rows(table) where row.hasClass("rgRow") || row.hasClass("rgAltRow") {
            let cells = row.children.filter { $0.name == "td" }
            var (draft, isBusiness) = draft(row, cells)
            guard !draft.title.isEmpty || isBusiness else { continue }
            anyBusiness = anyBusiness || isBusiness
            draft.isHeading = !isBusiness
            drafts.append(draft)
        }
        if !anyBusiness { for index in drafts.indices { drafts[index].isHeading = false } }
        return drafts
    }

    private func draft(_ row: MarkupElement, _ cells: [MarkupElement]) -> (ItemDraft, isBusiness: Bool) {
        func cell(_ column: Column) -> MarkupElement? {
            guard let index = columns[column], index < cells.count else { return nil }
            return cells[index]
        }
        func line(_ column: Column) -> String { cell(column).map { MarkupText.line(of: $0) } ?? "" }
        let file = line(.file)
        let name = line(.name)
        let title = cell(.title).map { MarkupText.paragraphs(of: $0) } ?? []
        let type = line(.type)
        var draft = ItemDraft(number: line(.number), title: name, line: row.line)
        var text = title
        if draft.title.isEmpty, !text.isEmpty { draft.title = text.removeFirst() }
        if text.joined(separator: " ") == draft.title { text = [] }
        // A file number is how people name the matter, so that it stands among the words.
        if !file.isEmpty { text.append("File \(file)\(type.isEmpty ? "" : ", \(type)")") }
        draft.text = text.joined(separator: "\n")
        draft.decision = [line(.action), line(.result)].filter { !$0.isEmpty }.joined(separator: ": ")
        if let href = cell(.file)?.first("a")?.attribute("href") ?? cell(.title)?.first("a")?.attribute("href") {
            draft.url = WebAddress.resolved(href, against: base)
            draft.id = Self.matter(href).map { "matter-\($0)" }
        }
        let isNumbered = !ItemNumber.normal(draft.number).isEmpty
        return (draft, !file.isEmpty || isNumbered || !type.isEmpty || !draft.decision.isEmpty)
    }

    /// "6239123" of "LegislationDetail.aspx?ID=6239123&GUID=…".
    private static func matter(_ href: String) -> String? {
        guard let mark = href.lowercased().firstRange(of: "?id=") else { return nil }
        let digits = href.lowercased()[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits)
    }

    /// The table's own rows, not those of tables inside it.
    private static func rows(_ table: MarkupElement) -> [MarkupElement] {
        table.children.flatMap { ["thead", "tbody", "tfoot"].contains($0.name) ? $0.children : [$0] }
            .filter { $0.name == "tr" }
    }
}
