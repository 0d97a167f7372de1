import EarshotCore

/// Reads a BoardDocs agenda saved as HTML: the print view (`PRINT-AgendaDetailed`: items with "Subject", text, files)
/// and the list beside the meeting (`BD-GetAgenda`: categories and items, each with its order).
struct BoardDocsPageImporter: AgendaImporter {
    let format = FileFormat(name: "boarddocs-page", title: "BoardDocs agenda page (HTML)")

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup, markup.isPage else { return false }
        return ["print-meeting-name", "item agendaorder", "wrap-category"].contains { markup.text.contains($0) }
            || (markup.text.contains("boarddocs") && markup.text.contains("board.nsf"))
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let page = try AgendaPage(file, path: context.path)
        var walk = BoardDocsWalk(base: page.base)
        if let root = page.tree.root { walk.walk(root) }
        var (items, diagnostics) = AgendaItems.items(from: walk.drafts, path: context.path)
        guard items.contains(where: { $0.kind != .heading }) else {
            throw page.tooDeep()
                ?? AgendaItems.none(
                    context.path,
                    mend: "Open the meeting, choose \"Print Agenda\" with the detailed agenda, and save that page")
        }
        var meeting = Self.meeting(page)
        meeting.timeZone = context.timeZone
        if let word = page.statusWord(in: [meeting.title, page.title]) {
            meeting.status = .cancelled
            diagnostics.insert(page.notScheduled(word), at: 0)
        }
        return AgendaReading(
            agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics + page.cuts(after: items.last))
    }

    private static func meeting(_ page: AgendaPage) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        func line(_ name: String) -> String {
            page.tree.root?.first(ofClass: name).map { MarkupText.line(of: $0) } ?? ""
        }
        let name = [line("print-meeting-name"), line("meeting-name"), page.heading].first { !$0.isEmpty } ?? ""
        meeting.body = AgendaPage.body(AgendaPage.dated(name)?.before ?? name)
        meeting.title = meeting.body
        meeting.council = page.council()
        meeting.url = page.address
        let dates = [line("print-meeting-date"), line("meeting-date"), name]
        meeting.start = dates.lazy.compactMap { Dates.firstLocal(in: $0)?.time }.first
        return meeting
    }
}

/// Goes through a BoardDocs page in document order.
private struct BoardDocsWalk {
    let base: String?
    var drafts: [ItemDraft] = []
    private var section = BoardDocsName("")
    private var sectionIndex: Int?

    init(base: String?) { self.base = base }

    mutating func walk(_ root: MarkupElement) {
        let nodes = root.tree.nodes
        var i = root.index
        while i < nodes.count {
            let element = MarkupElement(tree: root.tree, index: i)
            if !nodes[i].name.isEmpty, take(element) { i = nodes[i].end } else { i += 1 }
        }
    }

    /// Whether the element was an item or a section, and so is done with.
    private mutating func take(_ element: MarkupElement) -> Bool {
        if element.hasClass("item"), element.hasClass("agendaorder") || element.first(ofClass: "itembody") != nil {
            takeItem(element, printed(element))
        } else if element.name == "li", element.hasClass("item") {
            takeItem(element, ordered(element, name: "title"))
        } else if element.name == "dt", element.hasClass("category") {
            open(ordered(element, name: "category-name"), element)
        } else if isPrintedSection(element) {
            open(BoardDocsName(MarkupText.line(of: element)), element)
        } else {
            return false
        }
        return true
    }

    /// The print view knows its sections by their style only.
    private func isPrintedSection(_ element: MarkupElement) -> Bool {
        guard element.name == "div", let style = element.attribute("style")?.lowercased() else { return false }
        return style.contains("bold") && style.contains("border-bottom") && element.first(ofClass: "item") == nil
            && element.text.contains { $0.isLetter }
    }

    private mutating func open(_ name: BoardDocsName, _ element: MarkupElement) {
        section = name
        sectionIndex = drafts.count
        var draft = ItemDraft(
            id: element.attribute("unique"), number: name.number, title: name.title, line: element.line)
        // An item of its own as long as nothing stands under it.
        draft.isHeading = false
        drafts.append(draft)
    }

    private mutating func takeItem(_ element: MarkupElement, _ name: BoardDocsName) {
        if let sectionIndex { drafts[sectionIndex].isHeading = true }
        var name = name
        name.stand(under: section)
        var draft = ItemDraft(
            id: element.attribute("unique") ?? element.attribute("id"), number: name.number, title: name.title,
            line: element.line)
        draft.isHeading = false
        let type = field(element, "type").lowercased()
        draft.restricted =
            section.isClosed || name.isClosed || type.contains("closed session") || type.contains("executive session")
        if let body = element.first(ofClass: "itembody") {
            draft.text = MarkupText.paragraphs(of: body).joined(separator: "\n")
        }
        var seen: Set<String> = []
        for file in element.descendants where file.hasClass("public-file") {
            guard let link = file.name == "a" ? file : file.first("a"), let href = link.attribute("href"),
                seen.insert(href).inserted
            else { continue }
            let title = ItemTitle.cleaned(MarkupText.line(of: link))
            guard !title.isEmpty else { continue }
            draft.documents.append(
                AgendaItem.Document(
                    title: title, url: WebAddress.resolved(href, against: base),
                    restricted: RestrictedWords.mark(document: title)))
        }
        drafts.append(draft)
    }

    /// `<span class="order">1.</span><span class="title">…`, else the element's words.
    private func ordered(_ element: MarkupElement, name: String) -> BoardDocsName {
        let title = element.first(ofClass: name).map { MarkupText.line(of: $0) } ?? element.attribute("xtitle") ?? ""
        guard !title.isEmpty else { return BoardDocsName(MarkupText.line(of: element)) }
        let order = element.first(ofClass: "order").map { MarkupText.line(of: $0) } ?? ""
        var named = BoardDocsName(title)
        if named.number.isEmpty { named.number = ItemNumber.normal(order) }
        return named
    }

    private func printed(_ element: MarkupElement) -> BoardDocsName {
        let subject = field(element, "subject")
        return subject.isEmpty ? ordered(element, name: "title") : BoardDocsName(subject)
    }

    /// The words beside a label in the item's particulars: `<dt>Subject</dt><dd>…`.
    private func field(_ element: MarkupElement, _ label: String) -> String {
        var isNext = false
        for part in element.descendants where part.name == "dt" || part.name == "dd" {
            if part.name == "dt" {
                isNext = MarkupText.line(of: part).lowercased().filter { $0 != ":" } == label
            } else if isNext {
                return MarkupText.line(of: part)
            }
        }
        return ""
    }
}
