import EarshotCore

/// Reads a ModernGov agenda page (`ieListDocuments.aspx`) saved as HTML.
struct ModernGovPageImporter: AgendaImporter {
    let format = FileFormat(name: "moderngov-page", title: "ModernGov agenda page (HTML)")

    /// By the marks that every ModernGov page carries.
    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup, markup.isPage else { return false }
        return ["mgmaintitletxt", "mgitemtable", "mgaititletxt", "mgsubtitletxt", "id=\"modgov\""].contains {
            markup.text.contains($0)
        }
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let page = ModernGovPage(page: try AgendaPage(file, path: context.path))
        var meeting = page.meeting()
        meeting.timeZone = context.timeZone
        let drafts = page.drafts(meetingURL: meeting.url)
        var (items, diagnostics) = AgendaItems.items(from: drafts, path: context.path)
        guard !items.isEmpty else { throw page.refusal() }
        if let word = page.statusWord() {
            meeting.status = .cancelled
            diagnostics.insert(page.page.notScheduled(word), at: 0)
        }
        diagnostics += page.page.cuts(after: items.last)
        return AgendaReading(agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics)
    }
}

/// A saved ModernGov page: what it says of the meeting, and what it is where it holds no items.
struct ModernGovPage {
    let page: AgendaPage

    private var root: MarkupElement? { page.tree.root }

    // MARK: - The meeting

    func meeting() -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        if let found = AgendaPage.dated(headline) {
            meeting.start = found.start
            meeting.body = AgendaPage.body(found.before)
        } else {
            meeting.body = AgendaPage.body(headline)
        }
        meeting.title = meeting.body
        meeting.council = page.council()
        meeting.venue = venue()
        meeting.url = page.address
        return meeting
    }

    /// "Cabinet - Thursday 15 January 2026 7:30 pm", from the page's own heading, else from its title.
    private var headline: String {
        let candidates = [
            root?.first(ofClass: "mgSubTitleTxt").map { MarkupText.line(of: $0) }, page.meta("dc.title"), page.title,
            mainTitle,
        ].compactMap { $0 }
        return candidates.first { Dates.firstLocal(in: $0) != nil } ?? candidates.first { !$0.isEmpty } ?? ""
    }

    /// "Agenda, decisions and minutes", "Browse meetings", "Committee details".
    private var mainTitle: String {
        root?.first(ofClass: "mgMainTitleTxt").map { MarkupText.line(of: $0) } ?? page.heading
    }

    private func venue() -> String {
        guard
            let label = root?.all("span").first(where: {
                $0.hasClass("mgLabel")
                    && ["venue", "location", "lleoliad", "man cyfarfod"].contains(
                        MarkupText.line(of: $0).lowercased().filter { $0 != ":" })
            }), let paragraph = label.parent
        else { return "" }
        let text = MarkupText.line(of: paragraph) { $0.index == label.index || $0.name == "a" }
        return String(text.reversed().drop { ". ,".contains($0) }.reversed())
    }

    // MARK: - What is wrong with the page

    /// "cancelled", "postponed"…, where the page's headings say so.
    func statusWord() -> String? {
        page.statusWord(in: [headline, page.title, mainTitle, page.meta("dc.title") ?? ""])
    }

    /// Titles of ModernGov's other pages, with what they are.
    private static let others: [(words: [String], what: String, mend: String)] = [
        (
            ["committee details", "committee structure", "outside bod"],
            "This is a page about a committee, not an agenda",
            "Follow \"Browse meetings and agendas\" to the meeting, save that page, and import it instead"
        ),
        (
            ["forward plan", "work programme", "plan items"], "This is a list of decisions to come, not an agenda",
            "Open the meeting that takes the decision, save its agenda page, and import it instead"
        ),
        (
            ["decision", "penderfyniad", "issue details"], "This is a list of decisions, not an agenda",
            "Open the meeting that took the decision, save its agenda page, and import it instead"
        ),
        (
            ["councillor", "attendance", "library", "what's new", "search", "petition", "constitution"],
            "This page of the council's site is no agenda",
            "Open the meeting under \"Calendar\" or \"Committee meetings\", save its agenda page, and import it instead"
        ),
    ]

    /// Why a page without items is refused: what it is, and what to save instead.
    func refusal() -> Diagnostic {
        let line = root?.first(ofClass: "mgMainTitleTxt")?.line ?? 0
        let place = AgendaItems.place(page.path, line)
        let title = mainTitle.lowercased()
        if let cut = page.tooDeep() { return cut }
        if let word = statusWord() {
            return Diagnostic(
                .error, "The page says that the meeting is \(word), and it lists no items", at: place,
                mend: "There is nothing to brief on; import the agenda of the meeting that replaces it")
        }
        if title.contains("browse meetings") || title.contains("calendar")
            || root?.first(ofClass: "mgMeetingTableLnk") != nil || linksToMeetings
        {
            return page.listOfMeetings(line: line)
        }
        if title.contains("agenda") {
            return AgendaItems.none(
                place, mend: "The agenda may not be published yet: save the page again when it lists the numbered items"
            )
        }
        if let other = Self.others.first(where: { $0.words.contains { title.contains($0) } }) {
            return Diagnostic(.error, other.what, at: place, mend: other.mend)
        }
        return AgendaItems.none(
            place, mend: "Save the ModernGov page that lists the numbered items, or fill in the CSV agenda template")
    }

    /// Whether the page leads to three different meetings or more.
    private var linksToMeetings: Bool {
        var meetings: Set<String> = []
        for link in root?.all("a") ?? [] {
            guard let href = link.attribute("href"), href.lowercased().contains("ielistdocuments.aspx") else {
                continue
            }
            meetings.insert(href)
            if meetings.count > 2 { return true }
        }
        return false
    }
}
