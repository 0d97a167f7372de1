import EarshotCore

/// Goes through an eSCRIBE page in document order. What stands within an item and within no item inside it is its own.
struct EscribeWalk {
    private let base: String?
    private let meetingURL: String?
    private var found: [Found] = []
    /// Elements that hold an item and are open: the index after their last node, and the item.
    private var open: [(end: Int, item: Int)] = []

    private struct Found {
        var draft = ItemDraft(title: "")
        /// The banner above the item ("OFFICE OF …"), which stands for the items after it too.
        var banner = ""
        /// The sentences below, so that a text in several wrappers is kept once.
        var text: [String] = []
        var decision: [String] = []
        var minutes: [String] = []
        var documents: Set<String> = []
    }

    init(base: String?, meetingURL: String?) {
        self.base = base
        self.meetingURL = meetingURL
    }

    mutating func walk(_ root: MarkupElement) {
        let nodes = root.tree.nodes
        var i = root.index
        while i < nodes.count {
            while let last = open.last, last.end <= i { open.removeLast() }
            let element = MarkupElement(tree: root.tree, index: i)
            if !nodes[i].name.isEmpty, element.attribute("class") != nil || element.name == "a", take(element) {
                i = nodes[i].end
            } else {
                i += 1
            }
        }
    }

    /// One draft an item, a banner before it as a section title.
    func drafts() -> [ItemDraft] {
        var drafts: [ItemDraft] = []
        for item in found where !item.draft.title.isEmpty || !item.draft.number.isEmpty {
            if !item.banner.isEmpty {
                var heading = ItemDraft(title: item.banner, line: item.draft.line)
                heading.isHeading = true
                drafts.append(heading)
            }
            var draft = item.draft
            draft.isHeading = false
            draft.text = item.text.joined(separator: "\n")
            draft.decision = item.decision.joined(separator: "\n")
            draft.minutes = item.minutes.joined(separator: "\n")
            if let meetingURL, let id = draft.id, meetingURL.contains("?") {
                draft.url = "\(meetingURL.prefix { $0 != "#" })&Item=\(id.dropFirst("AgendaItem".count))"
            }
            drafts.append(draft)
        }
        return drafts
    }

    // MARK: - Parts

    /// Whether nothing inside the element needs looking at any more.
    private mutating func take(_ element: MarkupElement) -> Bool {
        if element.hasClass("AgendaItem") || element.hasClass("AgendaItemContainer") {
            begin(element)
            return false
        }
        guard let item = open.last?.item else { return false }
        if element.hasClass("AgendaItemCounter") || element.hasClass("ClosedAgendaItemCounter") {
            if found[item].draft.number.isEmpty { found[item].draft.number = MarkupText.line(of: element) }
        } else if element.hasClass("AgendaItemTitle") || element.hasClass("ClosedAgendaItemTitle") {
            takeTitle(element, item)
        } else if element.hasClass("AgendaItemHeader") {
            let banner = MarkupText.line(of: element)
            if banner != found.dropLast().last(where: { !$0.banner.isEmpty })?.banner { found[item].banner = banner }
        } else if element.hasClass("AgendaItemMotion") {
            takeMotion(element, item)
        } else if element.hasClass("AgendaItemMinutes") {
            found[item].minutes += MarkupText.paragraphs(of: element)
        } else if element.hasClass("AgendaItemDescription") || element.hasClass("RichText") {
            found[item].text += MarkupText.paragraphs(of: element)
        } else if element.name == "a", let href = element.attribute("href"),
            href.lowercased().contains("filestream.ashx") || isAttachment(element)
        {
            takeDocument(element, href, item)
        } else {
            return element.hasClass("AgendaItemPublicComment")
        }
        return true
    }

    /// An `AgendaItem` right within a container is the container's own.
    private mutating func begin(_ element: MarkupElement) {
        let id = Self.id(element)
        let end = element.tree.nodes[element.index].end
        if let last = open.last, element.hasClass("AgendaItem"), let parent = element.parent,
            parent.hasClass("AgendaItemContainer"), found[last.item].draft.title.isEmpty,
            found[last.item].draft.number.isEmpty, found[last.item].draft.id == nil
        {
            found[last.item].draft.id = id
            open.append((end, last.item))
            return
        }
        var item = Found()
        item.draft.id = id
        item.draft.line = element.line
        open.append((end, found.count))
        found.append(item)
    }

    private mutating func takeTitle(_ element: MarkupElement, _ item: Int) {
        guard found[item].draft.title.isEmpty else { return }
        let title = element.first("a").map { MarkupText.line(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        found[item].draft.title = title ?? MarkupText.line(of: element)
        if element.hasClass("ClosedAgendaItemTitle") { found[item].draft.restricted = true }
        if found[item].draft.id == nil {
            let digits = element.first("a")?.attribute("href").flatMap { Self.digits(after: "SelectItem(", in: $0) }
            found[item].draft.id = digits.map { "AgendaItem\($0)" }
        }
    }

    /// A motion that somebody moved or that has a result is the meeting's; before the meeting it is what is proposed.
    private mutating func takeMotion(_ element: MarkupElement, _ item: Int) {
        func words(_ name: String) -> [String] {
            element.first(ofClass: name).map { MarkupText.paragraphs(of: $0) } ?? []
        }
        let motion = words("PreMotionText") + words("MotionText") + words("PostMotionText")
        let result = words("MotionResult")
        let mover = element.first(ofClass: "MovedBy").map { MarkupText.line(of: $0) { $0.hasClass("Label") } } ?? ""
        if result.isEmpty, mover.isEmpty {
            found[item].text += motion
        } else {
            found[item].decision += motion + result
        }
    }

    private mutating func takeDocument(_ link: MarkupElement, _ href: String, _ item: Int) {
        // Pages for small screens repeat the list.
        let key = Self.digits(after: "documentid=", in: href.lowercased()) ?? href
        guard found[item].documents.insert(key).inserted else { return }
        let words = MarkupText.line(of: link)
        let title = ItemTitle.cleaned(words.isEmpty ? link.attribute("data-original-title") ?? "" : words)
        guard !title.isEmpty else { return }
        found[item].draft.documents.append(
            AgendaItem.Document(
                title: title, url: WebAddress.resolved(href, against: base),
                restricted: RestrictedWords.mark(document: title)))
    }

    private func isAttachment(_ link: MarkupElement) -> Bool {
        link.parent?.hasClass("AgendaItemAttachment") == true
            && link.attribute("href")?.hasPrefix("javascript") == false
    }

    // MARK: - Ids

    /// "AgendaItem12", from the classes "AgendaItem AgendaItem12" or an `itemid`.
    private static func id(_ element: MarkupElement) -> String? {
        if let number = element.attribute("itemid"), !number.isEmpty, number.allSatisfy(\.isNumber) {
            return "AgendaItem\(number)"
        }
        return element.classes.map(String.init).first {
            $0.hasPrefix("AgendaItem") && $0.count > 10 && $0.dropFirst(10).allSatisfy(\.isNumber)
        }
    }

    private static func digits(after mark: String, in text: String) -> String? {
        guard let range = text.firstRange(of: mark) else { return nil }
        let digits = text[range.upperBound...].prefix(20).prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits)
    }
}
