import EarshotCore

/// Reads a ModernGov agenda page (`ieListDocuments.aspx`) saved as HTML.
struct ModernGovPageImporter: AgendaImporter {
    /// The most of a page that is read, in bytes (chosen, not derived; real pages have 50 to 500 KB).
    private static let limit = 32 << 20

    let format = FileFormat(name: "moderngov-page", title: "ModernGov agenda page (HTML)")

    func recognises(_ head: FileHead) -> Bool { AgendaHead(head).isHTML }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let bytes = try MarkupEncoding.utf8(try file.wholeBytes(limit: Self.limit), path: context.path)
        let page = ModernGovPage(tree: LibXML.html(bytes), bytes: bytes, path: context.path)
        var meeting = page.meeting()
        meeting.timeZone = context.timeZone
        let drafts = page.drafts(meetingURL: meeting.url)
        var (items, diagnostics) = AgendaItems.items(from: drafts, path: context.path)
        guard !items.isEmpty else { throw page.refusal() }
        if let word = page.statusWord() {
            meeting.status = .cancelled
            diagnostics.insert(page.notScheduled(word), at: 0)
        }
        diagnostics += page.cuts(after: items.last)
        return AgendaReading(agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics)
    }
}

/// A saved ModernGov page: what it says of the meeting, and what is missing from it.
struct ModernGovPage {
    let path: String
    let tree: MarkupTree
    /// The page's first line that the browser adds on saving, and a few more.
    private let start: String
    private let isClosed: Bool

    init(tree: MarkupTree, bytes: [UInt8], path: String) {
        self.tree = tree
        self.path = path
        start = String(decoding: bytes.prefix(4096), as: UTF8.self)
        // A page that opens <html> and never closes it was cut off while it was saved.
        let text = String(decoding: bytes.suffix(1 << 16), as: UTF8.self).lowercased()
        isClosed = !start.lowercased().contains("<html") || text.contains("</html")
    }

    // MARK: - The meeting

    func meeting() -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        let headline = headline
        if let found = Dates.firstLocal(in: headline) {
            meeting.start = found.time
            meeting.body = Self.body(String(decoding: Array(headline.utf8)[..<found.range.lowerBound], as: UTF8.self))
        } else {
            meeting.body = Self.body(headline)
        }
        meeting.title = meeting.body
        meeting.council = council()
        meeting.venue = venue()
        meeting.url = address
        return meeting
    }

    /// "Cabinet - Thursday 15 January 2026 7:30 pm", from the page's own heading, else from its title.
    private var headline: String {
        let candidates = [
            tree.root?.first(ofClass: "mgSubTitleTxt").map { MarkupText.line(of: $0) }, meta("dc.title"), pageTitle,
            mainTitle,
        ].compactMap { $0 }
        return candidates.first { Dates.firstLocal(in: $0) != nil } ?? candidates.first { !$0.isEmpty } ?? ""
    }

    private var pageTitle: String { tree.root?.first("title").map { MarkupText.line(of: $0) } ?? "" }

    /// "Agenda, decisions and minutes", "Browse meetings", "Committee details".
    private var mainTitle: String {
        (tree.root?.first(ofClass: "mgMainTitleTxt") ?? tree.root?.first("h1")).map { MarkupText.line(of: $0) } ?? ""
    }

    private func meta(_ name: String) -> String? {
        let element = tree.root?.all("meta").first {
            ($0.attribute("name") ?? $0.attribute("property"))?.lowercased() == name
        }
        let content = MarkupText.collapsed(element?.attribute("content") ?? "")
        return content.isEmpty ? nil : content
    }

    private static let statusWords = [
        "cancelled", "canceled", "abandoned", "postponed", "withdrawn", "rescheduled", "adjourned", "gohiriwyd",
        "canslwyd",
    ]

    /// "Agenda for CANCELLED, Cabinet on " → "Cabinet".
    private static func body(_ text: String) -> String {
        var words = MarkupText.collapsed(text).split(separator: " ")
        for opening in [["Agenda", "for"], ["Agenda,", "decisions", "and", "minutes", "for"], ["Agenda", "of"]]
        where words.starts(with: opening.map { Substring($0) }) {
            words.removeFirst(opening.count)
            break
        }
        words.removeAll { word in statusWords.contains(word.lowercased().filter(\.isLetter)) }
        while let last = words.last, ["on", "-", "–", "—", ",", "|"].contains(last) { words.removeLast() }
        while let first = words.first, ["-", "–", "—", ","].contains(first) { words.removeFirst() }
        let joined = words.joined(separator: " ")
        return String(joined.reversed().drop { ",-–— ".contains($0) }.reversed())
    }

    /// From the page's data, the end of its title, or the copyright line. ModernGov's own name is no council's.
    private func council() -> String {
        var candidates = ["og:site_name", "dc.publisher", "dc.creator", "application-name"].compactMap { meta($0) }
        candidates += pageTitle.split(separator: "-").dropFirst().reversed().map { MarkupText.collapsed($0) }
        candidates += pageTitle.split(separator: "|").dropFirst().reversed().map { MarkupText.collapsed($0) }
        candidates += copyrightLines()
        return candidates.first { Self.namesCouncil($0) } ?? ""
    }

    private static func namesCouncil(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        let isOne = words.contains { ["council", "cyngor", "borough", "authority", "corporation"].contains($0) }
        return isOne && text.count <= 80 && !text.lowercased().hasPrefix("modern") && Dates.firstLocal(in: text) == nil
    }

    /// "© 2024 Acacia Borough Council. All Rights Reserved." → "Acacia Borough Council".
    private func copyrightLines() -> [String] {
        tree.nodes.compactMap { node in
            guard node.text.contains("©") || node.text.lowercased().contains("copyright") else { return nil }
            let text = node.text.split(separator: "©").last.map(String.init) ?? ""
            let name = text.drop { !$0.isLetter }.prefix { $0 != "." && $0 != "|" && $0 != "," }
            let words = name.split(whereSeparator: \.isWhitespace).drop { $0.lowercased() == "copyright" }
            return words.joined(separator: " ")
        }
    }

    private func venue() -> String {
        guard
            let label = tree.root?.all("span").first(where: {
                $0.hasClass("mgLabel")
                    && ["venue", "location", "lleoliad", "man cyfarfod"].contains(
                        MarkupText.line(of: $0).lowercased().filter { $0 != ":" })
            }), let paragraph = label.parent
        else { return "" }
        let text = MarkupText.line(of: paragraph) { $0.index == label.index || $0.name == "a" }
        return String(text.reversed().drop { ". ,".contains($0) }.reversed())
    }

    /// The page's own address, where it says one.
    private var address: String? {
        let canonical = tree.root?.all("link").first { $0.attribute("rel")?.lowercased() == "canonical" }
        return WebAddress.page(canonical?.attribute("href")) ?? WebAddress.page(meta("og:url")) ?? savedFrom
    }

    /// `<!-- saved from url=(0064)https://… -->`, as browsers write it.
    private var savedFrom: String? {
        guard let mark = start.firstRange(of: "saved from url=(") else { return nil }
        let rest = start[mark.upperBound...].drop { $0 != ")" }.dropFirst()
        return WebAddress.page(String(rest.prefix { !$0.isWhitespace }))
    }

    /// Against which relative links are read.
    var base: String? {
        WebAddress.page(tree.root?.first("base")?.attribute("href")) ?? address
    }

    // MARK: - What is wrong with the page

    /// "cancelled", "postponed"…, where the page's headings say so.
    func statusWord() -> String? {
        let headings = [headline, pageTitle, mainTitle, meta("dc.title") ?? ""]
        let notices = (tree.root?.all("p") ?? []).prefix(40).map { MarkupText.line(of: $0) }.filter { text in
            let text = text.lowercased()
            return text.count < 200
                && ["has been", "is", "was"].contains { verb in
                    Self.statusWords.contains { text.contains("meeting \(verb) \($0)") }
                }
        }
        for text in headings + notices {
            let words = text.lowercased().split { !$0.isLetter }
            if let word = Self.statusWords.first(where: { words.contains(Substring($0)) }) { return word }
        }
        return nil
    }

    func notScheduled(_ word: String) -> Diagnostic {
        Diagnostic(
            .warning, "The page says that the meeting is \(word)", at: path,
            mend: "Check the date and time; set \"start\" in meeting.yaml if the meeting takes place after all")
    }

    /// Warnings where the page ends before its end.
    func cuts(after last: AgendaItem?) -> [Diagnostic] {
        let item = last.map { "; the last item read is \($0.number.isEmpty ? $0.id.rawValue : $0.number)" } ?? ""
        if let line = tree.cutAtLine {
            return [
                Diagnostic(
                    .warning,
                    "The page nests its elements too deeply or holds too long a text; nothing after this line was read\(item)",
                    at: "\(path):\(line)",
                    mend: "Compare the items with the council's page; add what is missing by the CSV template")
            ]
        }
        guard !isClosed else { return [] }
        return [
            Diagnostic(
                .warning, "The page ends early\(item)", at: path,
                mend: "Save the page again once it has loaded completely, then import it again")
        ]
    }

    /// Why a page without items is refused: what it is, and what to save instead.
    func refusal() -> Diagnostic {
        let place = AgendaItems.place(path, tree.root?.first(ofClass: "mgMainTitleTxt")?.line ?? 0)
        let title = mainTitle.lowercased()
        if let line = tree.cutAtLine { return tooDeep(line) }
        if let word = statusWord() {
            return Diagnostic(
                .error, "The page says that the meeting is \(word), and it lists no items", at: place,
                mend: "There is nothing to brief on; import the agenda of the meeting that replaces it")
        }
        if title.contains("browse meetings") || title.contains("calendar")
            || tree.root?.first(ofClass: "mgMeetingTableLnk") != nil
        {
            return Diagnostic(
                .error, "This is a list of meetings, not an agenda", at: place,
                mend: "Open the meeting in the list, save that page, and import it instead")
        }
        if title.contains("committee details") || title.contains("committee structure") {
            return Diagnostic(
                .error, "This is a page about a committee, not an agenda", at: place,
                mend: "Follow \"Browse meetings and agendas\" to the meeting, save that page, and import it instead")
        }
        if tree.root?.first(ofClass: "mgMainTitleTxt") != nil, title.contains("agenda") {
            return AgendaItems.none(
                place, mend: "The agenda may not be published yet: save the page again when it lists the numbered items"
            )
        }
        return AgendaItems.none(
            place, mend: "Save the ModernGov page that lists the numbered items, or fill in the CSV agenda template")
    }

    private func tooDeep(_ line: Int) -> Diagnostic {
        Diagnostic(
            .error,
            "No agenda items found: the page nests its elements too deeply or holds too long a text to be read on",
            at: AgendaItems.place(path, line), mend: "Fill in the CSV agenda template instead")
    }
}
