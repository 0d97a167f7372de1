import EarshotCore

/// A council's web page as a browser saved it: what every such page says of itself, of whatever system it is.
struct AgendaPage {
    /// The most of a page that is read, in bytes (chosen, not derived; real pages have 50 KB to 2 MB).
    private static let limit = 32 << 20

    let path: String
    let tree: MarkupTree
    /// The page's beginning, where browsers write the address that they saved it from.
    private let start: String
    private let isClosed: Bool

    init(_ file: SourceFile, path: String) throws {
        self.init(try MarkupEncoding.utf8(try file.wholeBytes(limit: Self.limit), path: path), path: path)
    }

    init(_ utf8: [UInt8], path: String) {
        self.path = path
        tree = LibXML.html(utf8)
        start = String(decoding: utf8.prefix(4096), as: UTF8.self)
        // A page that opens <html> and never closes it was cut off while it was saved.
        let text = String(decoding: utf8.suffix(1 << 16), as: UTF8.self).lowercased()
        isClosed = !start.lowercased().contains("<html") || text.contains("</html")
    }

    // MARK: - What the page says of itself

    var title: String { tree.root?.first("title").map { MarkupText.line(of: $0) } ?? "" }

    var heading: String { tree.root?.first("h1").map { MarkupText.line(of: $0) } ?? "" }

    /// The content of `<meta name="…">`; `nil` where it is missing or empty.
    func meta(_ name: String) -> String? {
        let element = tree.root?.all("meta").first {
            ($0.attribute("name") ?? $0.attribute("property"))?.lowercased() == name
        }
        let content = MarkupText.collapsed(element?.attribute("content") ?? "")
        return content.isEmpty ? nil : content
    }

    /// The page's own address, where it says one.
    var address: String? {
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

    /// The first element with the id, or whose id ends so ("ctl00_ContentPlaceHolder1_lblDate" for "_lblDate").
    func element(idEnding ending: String) -> MarkupElement? {
        tree.root?.descendants.first { $0.attribute("id")?.hasSuffix(ending) == true }
    }

    // MARK: - Council and body

    /// From the page's data, the end of its title, or the copyright line. A system's own name is no council's.
    func council() -> String {
        var candidates = ["og:site_name", "dc.publisher", "dc.creator", "application-name"].compactMap { meta($0) }
        candidates += title.split(separator: "-").dropFirst().reversed().map { MarkupText.collapsed($0) }
        candidates += title.split(separator: "|").dropFirst().reversed().map { MarkupText.collapsed($0) }
        candidates += copyrightLines()
        return candidates.first { Self.namesCouncil($0) } ?? ""
    }

    static func namesCouncil(_ text: String) -> Bool {
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

    /// "Agenda for CANCELLED, Cabinet on " → "Cabinet".
    static func body(_ text: String) -> String {
        var words = MarkupText.collapsed(text).split(separator: " ")
        let openings = [
            ["agenda", "for", "the"], ["agenda", "for"], ["agenda", "of", "the"], ["agenda", "of"], ["agenda:"],
            ["agenda,", "decisions", "and", "minutes", "for"], ["agenda", "-"], ["agenda", "–"],
            ["meeting", "of", "the"], ["meeting", "of"],
        ]
        if let opening = openings.first(where: { words.map { $0.lowercased() }.starts(with: $0) }) {
            words.removeFirst(opening.count)
        }
        words.removeAll { word in statusWords.contains(word.lowercased().filter(\.isLetter)) }
        let endings: Set = ["on", "-", "–", "—", ",", "|", "agenda", "for", "at"]
        while let last = words.last, endings.contains(last.lowercased()), words.count > 1 { words.removeLast() }
        while let first = words.first, ["-", "–", "—", ",", "on"].contains(first) { words.removeFirst() }
        let joined = words.joined(separator: " ")
        return String(joined.reversed().drop { ",-–—: ".contains($0) }.reversed())
    }

    /// A text with a date in it, taken apart: "Cabinet - Thursday 15 January 2026 7:30 pm" gives "Cabinet - ".
    static func dated(_ text: String) -> (start: LocalTime, before: String)? {
        guard let found = Dates.firstLocal(in: text) else { return nil }
        return (found.time, String(decoding: Array(text.utf8)[..<found.range.lowerBound], as: UTF8.self))
    }

    // MARK: - Whether the meeting takes place

    private static let statusWords = [
        "cancelled", "canceled", "abandoned", "postponed", "withdrawn", "rescheduled", "adjourned", "gohiriwyd",
        "canslwyd",
    ]

    /// "cancelled", "postponed"…, where one of `headings` or a notice on the page says so.
    func statusWord(in headings: [String]) -> String? {
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

    // MARK: - What is wrong with the page

    /// Warnings where the page ends before its end.
    func cuts(after last: AgendaItem?) -> [Diagnostic] {
        let item = last.map { "; the last item read is \($0.number.isEmpty ? $0.id.rawValue : $0.number)" } ?? ""
        if let line = tree.cutAtLine {
            return [
                Diagnostic(
                    .warning,
                    "The page nests its elements too deeply or holds too long a text; "
                        + "nothing after this line was read\(item)",
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

    /// Why nothing was found on a page that could not be read to its end; `nil` where it could.
    func tooDeep() -> Diagnostic? {
        tree.cutAtLine.map { line in
            Diagnostic(
                .error,
                "No agenda items found: the page nests its elements too deeply or holds too long a text to be read on",
                at: AgendaItems.place(path, line), mend: "Fill in the CSV agenda template instead")
        }
    }

    func listOfMeetings(line: Int = 0) -> Diagnostic {
        Diagnostic(
            .error, "This is a list of meetings, not an agenda", at: AgendaItems.place(path, line),
            mend: "Open the meeting in the list, save that page, and import it instead")
    }
}
