import EarshotCore

/// Reads the XML that BoardDocs gives of a meeting (`XML-ActiveMeetings` cut to one, or one meeting saved):
/// meeting > category > agendaitems > item, each with `name`, `link` and `actiontype`.
struct BoardDocsXMLImporter: AgendaImporter {
    private static let limit = 32 << 20

    let format = FileFormat(name: "boarddocs-xml", title: "BoardDocs meeting (XML)")

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup, ["meetings", "meeting"].contains(markup.root) else { return false }
        return markup.names.contains("category") || markup.names.contains("actiontype")
            || (markup.names.contains("name") && markup.names.contains("english"))
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        let bytes = try MarkupEncoding.utf8(try file.wholeBytes(limit: Self.limit), path: path)
        let tree = try XMLEvents.tree(bytes, path: path)
        let meetings = tree.root.map { root in
            Self.isNamed(root, "meeting") ? [root] : root.children.filter { Self.isNamed($0, "meeting") }
        }
        guard let meetings, let first = meetings.first else { throw AgendaItems.none(path, mend: Self.mend) }
        guard meetings.count == 1 else {
            throw Diagnostic(
                .error, "This is a list of \(meetings.count) meetings, not an agenda", at: path,
                mend: "Open the one meeting on the BoardDocs site and save its agenda, "
                    + "or take the other <meeting> elements out of the file")
        }
        let (items, diagnostics) = AgendaItems.items(from: Self.drafts(first), path: path)
        guard !items.isEmpty else {
            throw AgendaItems.none(
                AgendaItems.place(path, first.line),
                mend: "The agenda may not be published yet: save the meeting again when it has items")
        }
        var meeting = Self.meeting(first)
        meeting.timeZone = context.timeZone
        return AgendaReading(agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics)
    }

    private static let mend = "Save the XML of the one meeting, or its agenda page as HTML"

    // MARK: - Values

    private static func isNamed(_ element: MarkupElement, _ name: String) -> Bool { element.name.lowercased() == name }

    private static func child(_ element: MarkupElement, _ name: String) -> MarkupElement? {
        element.children.first { isNamed($0, name) }
    }

    private static func value(_ element: MarkupElement, _ name: String) -> String {
        child(element, name).map { MarkupText.collapsed($0.text) } ?? ""
    }

    private static func meeting(_ element: MarkupElement) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        let name = value(element, "name")
        meeting.body = MarkupText.collapsed(element.attribute("bodyname") ?? "")
        if meeting.body.isEmpty { meeting.body = AgendaPage.body(name) }
        meeting.title = name.isEmpty ? meeting.body : name
        meeting.url = WebAddress.page(value(element, "link"))
        let start = child(element, "start")
        let day = start.map { value($0, "date") } ?? ""
        let time = start.map { value($0, "time") } ?? ""
        meeting.start = Dates.local("\(day) \(time)") ?? Dates.local(day) ?? Dates.firstLocal(in: name)?.time
        if name.lowercased().contains("cancelled") || name.lowercased().contains("canceled") {
            meeting.status = .cancelled
        }
        return meeting
    }

    /// A category with items is a section; one without is an item itself.
    private static func drafts(_ meeting: MarkupElement) -> [ItemDraft] {
        var drafts: [ItemDraft] = []
        for category in meeting.descendants where isNamed(category, "category") {
            let named = BoardDocsName(value(category, "name"))
            let items = category.descendants.filter { isNamed($0, "item") }
            var draft = draft(category, named)
            draft.isHeading = !items.isEmpty
            drafts.append(draft)
            for item in items {
                var name = BoardDocsName(value(item, "name"))
                name.stand(under: named)
                var draft = Self.draft(item, name)
                draft.isHeading = false
                draft.restricted = named.isClosed || name.isClosed || closes(value(item, "actiontype"))
                drafts.append(draft)
            }
        }
        return drafts
    }

    private static func closes(_ action: String) -> Bool {
        let action = action.lowercased()
        return action.contains("closed session") || action.contains("executive session")
    }

    /// Elements that are no words of the item itself.
    private static let particulars: Set = [
        "name", "link", "actiontype", "agendaitems", "item", "files", "file", "order",
    ]

    private static func draft(_ element: MarkupElement, _ name: BoardDocsName) -> ItemDraft {
        let id = MarkupText.collapsed(element.attribute("id") ?? "")
        var draft = ItemDraft(id: id.isEmpty ? nil : id, number: name.number, title: name.title, line: element.line)
        draft.url = WebAddress.page(value(element, "link"))
        let words = element.children.filter { !particulars.contains($0.name.lowercased()) }
        draft.text = words.map { plain($0.text) }.filter { !$0.isEmpty }.joined(separator: "\n")
        let files = element.children.filter { isNamed($0, "files") }.flatMap(\.children)
        draft.documents = (files + element.children).filter { isNamed($0, "file") }.compactMap { file in
            let title = ItemTitle.cleaned(value(file, "name"))
            guard !title.isEmpty else { return nil }
            return AgendaItem.Document(
                title: title, url: WebAddress.page(value(file, "link")),
                restricted: RestrictedWords.mark(document: title))
        }
        return draft
    }

    private static func plain(_ html: String) -> String {
        guard html.contains("<") || html.contains("&") else { return MarkupText.collapsed(html) }
        let tree = LibXML.html(Array("<div>\(html)</div>".utf8))
        return tree.root.map { MarkupText.paragraphs(of: $0) }?.joined(separator: "\n") ?? ""
    }
}

/// A name as BoardDocs prints it, "3. Reports" or "A. Education Session", taken apart.
struct BoardDocsName {
    var number: String
    var title: String

    init(_ text: String) {
        let found = LeadingNumber(text, letters: true)
        let isOne = found.map { ($0.isMarked || $0.number.contains(".")) && !$0.rest.isEmpty } ?? false
        number = isOne ? found?.number ?? "" : ""
        title = isOne ? found?.rest ?? text : text
    }

    /// "A" under "3" is 3.A, as people speak of it; "3.01" is so already.
    mutating func stand(under section: BoardDocsName) {
        guard !section.number.isEmpty, !number.isEmpty, !number.contains("."), number != section.number else { return }
        number = "\(section.number).\(number)"
    }

    /// The part of the meeting that the public may not attend.
    var isClosed: Bool {
        let title = title.lowercased()
        return ["closed session", "executive session", "in camera", "in-camera"].contains { title.contains($0) }
    }
}
