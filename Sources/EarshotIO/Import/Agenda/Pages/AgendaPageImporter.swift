import EarshotCore

/// Reads any web page that holds a numbered list of items: the last resort for agendas of no format that is known.
struct AgendaPageImporter: AgendaImporter {
    let format = FileFormat(name: "agenda-page", title: "Web page with a numbered list of items (HTML)")

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup, markup.isPage else { return false }
        return !Self.isDiscussion(markup)
    }

    /// Whether the page's data says that it is a conversation: that is read as a thread, never as an agenda.
    static func isDiscussion(_ markup: MarkupOutline) -> Bool {
        let marks = [
            "discussionforumposting", "socialmediaposting", "usercomments", "schema.org/comment", "schema.org/question",
            "schema.org/qapage", "\"comment\"", "\"qapage\"",
        ]
        return marks.contains { markup.text.contains($0) }
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let page = try AgendaPage(file, path: context.path)
        let blocks = PageBlocks(page.tree).blocks
        let found = NumberedBlocks(blocks)
        var (drafts, header) = (found.drafts(base: page.base), found.header)
        if found.isEmpty {
            let lines = PageLines(blocks, base: page.base)
            (drafts, header) = (lines.drafts, lines.header)
        }
        if let list = Self.listOfMeetings(drafts, blocks, page) { throw list }
        var (items, diagnostics) = AgendaItems.items(from: drafts, path: context.path)
        guard !items.isEmpty else { throw page.tooDeep() ?? Self.refusal(context.path) }
        var meeting = AgendaPageHeader(page, header).meeting()
        meeting.timeZone = context.timeZone
        let marks = items.contains { !$0.number.isEmpty } ? "their numbers" : "the bullets under the word Agenda"
        diagnostics.insert(Self.guessed(items.count, from: marks, found.leftOut, context.path), at: 0)
        if let word = page.statusWord(in: [page.heading, page.title]) {
            meeting.status = .cancelled
            diagnostics.insert(page.notScheduled(word), at: 0)
        }
        return AgendaReading(
            agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics + page.cuts(after: items.last))
    }

    private static func guessed(_ items: Int, from marks: String, _ leftOut: Int, _ path: String) -> Diagnostic {
        let others = leftOut > 0 ? "; \(leftOut) entries of other numbered lists on it were taken for no items" : ""
        return Diagnostic(
            .note, "The page is of no system that is known: its \(items) items are guessed from \(marks)\(others)",
            at: path, mend: "Compare them with the page; where they differ, fill in the CSV agenda template")
    }

    private static func refusal(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "No agenda items found: the page holds no numbered list", at: path,
            mend: AgendaImporters.whatIsRead)
    }

    /// A page on which most entries, or most rows and paragraphs with words, are dates of meetings.
    private static func listOfMeetings(_ drafts: [ItemDraft], _ blocks: [PageBlock], _ page: AgendaPage) -> Diagnostic?
    {
        let dated = drafts.filter { Dates.firstLocal(in: $0.title)?.range.lowerBound == 0 }
        if dated.count >= 3, dated.count * 2 > drafts.count { return page.listOfMeetings(line: dated[0].line) }
        let named = drafts.filter {
            $0.number.isEmpty && !$0.documents.isEmpty && Dates.firstLocal(in: $0.title) != nil
        }
        if named.count >= 3, named.count * 2 > drafts.count { return page.listOfMeetings(line: named[0].line) }
        guard drafts.isEmpty else { return nil }
        let title = "\(page.heading) \(page.title)".lowercased()
        let speaksOfMeetings = ["meeting", "calendar", "agenda"].contains { title.contains($0) }
        let dates = blocks.filter { block in
            guard block.text.count < 200, let found = Dates.firstLocal(in: block.text) else { return false }
            return speaksOfMeetings || (found.range.lowerBound == 0 && found.time.hasTime)
        }
        return dates.count >= 5 ? page.listOfMeetings(line: dates[0].line) : nil
    }
}

/// What a page of no known system says of its meeting, in its title and above its first item.
struct AgendaPageHeader {
    private let page: AgendaPage
    /// Texts to be looked at, the likeliest first.
    private let names: [String]
    private let lines: [String]

    init(_ page: AgendaPage, _ blocks: ArraySlice<PageBlock>) {
        self.page = page
        names = [page.heading, page.title] + blocks.filter { $0.heading > 0 }.map(\.text)
        lines = blocks.suffix(60).map(\.text).filter { $0.count <= 200 }
    }

    func meeting() -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        meeting.start = start()
        meeting.council = page.council()
        if meeting.council.isEmpty {
            meeting.council = (names + lines).first { $0.count <= 60 && $0.lowercased().hasSuffix(" council") } ?? ""
        }
        let council = meeting.council
        let bodies = names.map { Self.body($0, without: council) }
        meeting.body = bodies.first { !$0.isEmpty } ?? meeting.council
        meeting.title = meeting.body
        meeting.venue = labelled(["venue", "location", "place", "where", "lleoliad"]) ?? ""
        meeting.url = page.address
        return meeting
    }

    private static let plainWords: Set = ["agenda", "meeting", "agenda items", "meeting agenda", "home", "rhaglen"]

    private static func body(_ text: String, without council: String) -> String {
        var name = AgendaPage.body(AgendaPage.dated(text)?.before ?? text)
        for part in [
            " | \(council)", " - \(council)", " – \(council)", "\(council): ", "\(council) - ", "\(council) – ",
        ]
        where !council.isEmpty {
            name = name.replacing(part, with: "")
        }
        name = AgendaPage.body(name)
        return plainWords.contains(name.lowercased()) || name == council ? "" : name
    }

    /// A date with a time wins over one without; then the order of the page.
    private func start() -> LocalTime? {
        let found = (names + lines).compactMap { Dates.firstLocal(in: $0)?.time }
        if let whole = found.first(where: \.hasTime) { return whole }
        guard let day = found.first else { return nil }
        let times =
            [labelled(["time", "starts", "start time", "amser"])].compactMap { $0 } + lines.filter { $0.count <= 30 }
        return times.lazy.compactMap { Dates.local("\(day.iso.prefix(10)) \($0)") }.first { $0.hasTime } ?? day
    }

    /// "Venue: Town Hall", in one block or in two.
    private func labelled(_ labels: [String]) -> String? {
        for (index, line) in lines.enumerated() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard labels.contains(MarkupText.collapsed(parts[0]).lowercased()) else { continue }
            let own = parts.count > 1 ? MarkupText.collapsed(parts[1]) : ""
            if !own.isEmpty { return own }
            if index + 1 < lines.count { return lines[index + 1] }
        }
        return nil
    }
}
