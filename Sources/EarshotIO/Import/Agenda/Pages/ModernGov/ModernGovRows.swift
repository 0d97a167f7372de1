import EarshotCore

extension ModernGovPage {
    /// The rows of the page's item tables, in page order.
    func drafts(meetingURL: String?) -> [ItemDraft] {
        guard let root = page.tree.root else { return [] }
        let base = page.base
        return rows(of: root).compactMap { row in
            ModernGovRow(row, base: base, meetingURL: meetingURL).draft()
        }
    }

    /// Rows of `mgItemTable`; where no table is so called, rows that hold an item title. Rows of tables inside an item
    /// (recorded votes) are none.
    private func rows(of root: MarkupElement) -> [MarkupElement] {
        let all = root.all("tr")
        let named = all.filter { row in table(of: row).map { Self.isItemTable($0) } ?? false }
        if !named.isEmpty { return named }
        return all.filter { row in row.children.contains { $0.name == "td" && Self.hasTitle($0) } }
    }

    private static func isItemTable(_ element: MarkupElement) -> Bool {
        element.hasClass("mgItemTable") || element.attribute("id")?.lowercased() == "mgitemtable"
    }

    private static func hasTitle(_ cell: MarkupElement) -> Bool {
        cell.descendants.contains { $0.hasClass("mgAiTitleTxt") }
    }

    private func table(of row: MarkupElement) -> MarkupElement? {
        var element = row.parent
        while let at = element, at.name != "table" { element = at.parent }
        return element
    }
}

/// One row of a ModernGov item table: a cell with anchor and number, a cell with title, text and documents; or one cell
/// with a section title.
struct ModernGovRow {
    private let row: MarkupElement
    private let base: String?
    private let meetingURL: String?

    init(_ row: MarkupElement, base: String?, meetingURL: String?) {
        self.row = row
        self.base = base
        self.meetingURL = meetingURL
    }

    /// What a sub-title within an item announces.
    private enum Part {
        case agenda, documents, decision, minutes

        /// What the meeting made of the item.
        var isOutcome: Bool { self == .decision || self == .minutes }
    }

    func draft() -> ItemDraft? {
        let cells = row.children.filter { $0.name == "td" }
        guard let content = cells.last else { return nil }
        let numberCell = cells.count > 1 ? cells.first { $0.hasClass("mgItemNumberCell") } ?? cells.first : nil
        let titles = content.descendants.filter { $0.hasClass("mgAiTitleTxt") }
        guard let title = titles.first ?? sectionTitle(content) else { return nil }
        var draft = ItemDraft(
            id: anchor, number: numberCell.map { MarkupText.line(of: $0) } ?? "",
            title: MarkupText.line(of: title, skip: Self.isGlued), line: row.line)
        if numberCell == nil, titles.isEmpty { draft.isHeading = true }
        if let meetingURL, let id = draft.id { draft.url = "\(meetingURL.prefix { $0 != "#" })#\(id)" }
        draft.documents = title.all("a").compactMap { document($0, title: ItemTitle.cleaned(draft.title)) }
        read(content, after: title, into: &draft)
        return draft
    }

    /// "AI51902", from `<a name="AI51902">` or an `id`.
    private var anchor: String? {
        for element in [row] + Array(row.descendants) {
            for value in [element.attribute("name"), element.attribute("id")] {
                guard let value, value.hasPrefix("AI"), value.count > 2, value.dropFirst(2).allSatisfy(\.isNumber)
                else {
                    continue
                }
                return value
            }
        }
        return nil
    }

    private func sectionTitle(_ cell: MarkupElement) -> MarkupElement? {
        ([cell] + Array(cell.descendants)).first {
            $0.hasClass("mgSectionTitle") || $0.hasClass("mgAiSectionTitle") || ["h2", "h3", "h4"].contains($0.name)
        }
    }

    /// File sizes, and words for screen readers ("…, item 59.").
    private static func isGlued(_ element: MarkupElement) -> Bool {
        element.hasClass("mgFileSize") || element.hasClass("mgHide")
    }

    // MARK: - Text and documents

    private func read(_ content: MarkupElement, after title: MarkupElement, into draft: inout ItemDraft) {
        var part = Part.agenda
        var paragraphs: [Part: [String]] = [:]
        var queue = Array(content.children.reversed())
        while let element = queue.popLast() {
            if element.index == title.index { continue }
            if element.hasClass("mgSubItemTitleTxt") {
                part = Self.part(MarkupText.line(of: element), after: part)
            } else if element.hasClass("mgBulletList") {
                if !part.isOutcome { draft.documents += element.all("li").compactMap { listed($0) } }
            } else if element.hasClass("mgActionList") {
                if !part.isOutcome, Self.saysRestricted(element) { draft.restricted = true }
            } else if part == .documents || (element.name == "table" && !part.isOutcome) {
                if Self.saysRestricted(element) { draft.restricted = true }
            } else if holdsParts(element) {
                queue += element.children.reversed()
            } else {
                if !part.isOutcome, Self.isMarked(element) { draft.restricted = true }
                for paragraph in MarkupText.paragraphs(of: element, skip: Self.isGlued) {
                    if part == .agenda, let begun = Self.outcome(begunBy: paragraph) { part = begun }
                    paragraphs[part, default: []].append(paragraph)
                }
            }
        }
        if Self.isMarked(title) { draft.restricted = true }
        let own = paragraphs[.agenda] ?? []
        if own.contains(where: { Self.saysRestricted($0) }) { draft.restricted = true }
        draft.text = own.filter { !$0.lowercased().contains("view the reasons why") }.joined(separator: "\n")
        draft.decision = paragraphs[.decision]?.joined(separator: "\n") ?? ""
        draft.minutes = paragraphs[.minutes]?.joined(separator: "\n") ?? ""
    }

    /// Whether the element only wraps the parts that are told apart here.
    private func holdsParts(_ element: MarkupElement) -> Bool {
        !element.hasClass("mgWordPara")
            && element.descendants.contains {
                $0.hasClass("mgWordPara") || $0.hasClass("mgSubItemTitleTxt") || $0.hasClass("mgBulletList")
                    || $0.hasClass("mgAiTitleTxt")
            }
    }

    /// What follows a sub-title. One that is not known counts as minutes, so that they never become agenda text.
    private static func part(_ subtitle: String, after part: Part) -> Part {
        let text = subtitle.lowercased()
        if text.contains("document") || text.contains("dogfennau") { return part.isOutcome ? part : .documents }
        let decides = ["decision", "resolved", "resolution", "penderfyn"]
        if decides.contains(where: { text.contains($0) }) { return .decision }
        let own = [
            "recommendation", "purpose", "summary", "background", "ward", "proposal", "description", "argymhell",
        ]
        return own.contains { text.contains($0) } ? .agenda : .minutes
    }

    /// "RESOLVED that …" right in the item's text.
    private static func outcome(begunBy paragraph: String) -> Part? {
        let text = paragraph.drop { !$0.isLetter }
        let decides = ["RESOLVED", "Resolved:", "Resolved that", "PENDERFYNWYD", "DECISION:", "Decision:"]
        if decides.contains(where: { text.hasPrefix($0) }) { return .decision }
        return ["MINUTES:", "Minutes:"].contains { text.hasPrefix($0) } ? .minutes : nil
    }

    private func document(_ link: MarkupElement, title: String) -> AgendaItem.Document? {
        guard let url = WebAddress.resolved(link.attribute("href"), against: base), !title.isEmpty else { return nil }
        return AgendaItem.Document(title: title, url: url, restricted: RestrictedWords.mark(document: title))
    }

    private func listed(_ entry: MarkupElement) -> AgendaItem.Document? {
        let whole = MarkupText.line(of: entry, skip: Self.isGlued)
        let link = entry.all("a").first {
            !Self.saysRestricted(MarkupText.line(of: $0)) && !Self.leadsToReasons($0) && $0.attribute("href") != nil
        }
        let words = link.map { MarkupText.line(of: $0, skip: Self.isGlued) } ?? Self.beforeReasons(whole)
        let title = ItemTitle.cleaned(words)
        guard !title.isEmpty else { return nil }
        return AgendaItem.Document(
            title: title, url: WebAddress.resolved(link?.attribute("href"), against: base),
            restricted: Self.saysRestricted(whole) || Self.leadsToReasons(entry) || Self.isMarked(entry)
                || RestrictedWords.mark(document: title))
    }

    private static func beforeReasons(_ text: String) -> String {
        guard let mark = text.lowercased().firstRange(of: "view the reasons why") else { return text }
        let length = text.lowercased().distance(from: text.lowercased().startIndex, to: mark.lowerBound)
        return String(text.prefix(length))
    }

    // MARK: - Restriction

    /// "View the reasons why item 9 is restricted".
    private static func saysRestricted(_ text: String) -> Bool {
        let text = text.lowercased()
        return text.contains("reasons why") && text.contains("restricted")
    }

    /// The same of an action under the item, by its words or by the page that it leads to
    /// (`mgReasonsRestricted.aspx?…&OT=A`); one about a document restricts the document only.
    private static func saysRestricted(_ element: MarkupElement) -> Bool {
        let text = MarkupText.line(of: element).lowercased()
        let isAboutDocument = text.contains("document") || text.contains("dogfen")
        return (saysRestricted(text) || leadsToReasons(element, of: ["a", "i"])) && !isAboutDocument
    }

    /// Whether a link inside leads to the reasons of a restriction. `OT` is the kind of thing restricted: A an agenda
    /// item, I an issue, D a document.
    private static func leadsToReasons(_ element: MarkupElement, of kinds: [String]? = nil) -> Bool {
        ([element] + Array(element.descendants)).contains { link in
            guard let href = link.attribute("href")?.lowercased(), href.contains("mgreasonsrestricted.aspx") else {
                return false
            }
            guard let kinds else { return true }
            guard let kind = href.firstRange(of: "ot=") else { return true }
            return kinds.contains(String(href[kind.upperBound...].prefix { $0.isLetter }))
        }
    }

    /// Marked by a class (`mgRestricted`) or by a picture's words.
    private static func isMarked(_ element: MarkupElement) -> Bool {
        ([element] + Array(element.descendants)).contains { part in
            part.classes.contains { $0.lowercased().contains("restricted") || $0.lowercased().contains("exempt") }
                || (part.name == "img"
                    && RestrictedWords.mark(
                        document: (part.attribute("alt") ?? "") + " " + (part.attribute("title") ?? "")))
        }
    }
}
