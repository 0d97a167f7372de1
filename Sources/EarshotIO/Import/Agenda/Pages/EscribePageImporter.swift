import EarshotCore

/// Reads an eSCRIBE meeting page (`Meeting.aspx?Id=…&Agenda=Agenda`) saved as HTML: agenda, merged and minutes views
/// alike. Items are `AgendaItem` elements, in the older markup bare, in the newer within nested `AgendaItemContainer`s;
/// items of a closed session are `ClosedAgendaItem…`.
struct EscribePageImporter: AgendaImporter {
    let format = FileFormat(name: "escribe-page", title: "eSCRIBE meeting page (HTML)")

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup, markup.isPage else { return false }
        let text = markup.text
        if text.contains("agendaitemtitle"), text.contains("agendaitemcounter") || text.contains("agendaitemcontainer")
        {
            return true
        }
        return text.contains("class='agendaitem") || text.contains("class=\"agendaitemtitle")
            || text.contains("meetingscalendarview.aspx") || text.contains("agendaheadertitle")
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let page = try AgendaPage(file, path: context.path)
        var meeting = Self.meeting(page)
        meeting.timeZone = context.timeZone
        var walk = EscribeWalk(base: page.base, meetingURL: meeting.url)
        if let root = page.tree.root { walk.walk(root) }
        var (items, diagnostics) = AgendaItems.items(from: walk.drafts(), path: context.path)
        guard items.contains(where: { $0.kind != .heading }) else { throw Self.refusal(page) }
        if let word = page.statusWord(in: [meeting.title, page.heading, page.title]) {
            meeting.status = .cancelled
            diagnostics.insert(page.notScheduled(word), at: 0)
        }
        return AgendaReading(
            agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics + page.cuts(after: items.last))
    }

    private static func refusal(_ page: AgendaPage) -> Diagnostic {
        if let cut = page.tooDeep() { return cut }
        let meetings = page.tree.root?.all("a").filter {
            $0.attribute("href")?.lowercased().contains("meeting.aspx?id=") == true
        }
        if let first = meetings?.first, meetings?.count ?? 0 > 2 || page.element(idEnding: "alendar") != nil {
            return page.listOfMeetings(line: first.line)
        }
        return AgendaItems.none(
            page.path,
            mend: "Open the meeting's HTML agenda, wait until its items are shown, then save the page again")
    }

    // MARK: - The meeting

    /// Title lines are the council's name, the body's and "Agenda", in this or another order.
    private static func meeting(_ page: AgendaPage) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        let root = page.tree.root
        let header = root?.first(ofClass: "AgendaHeaderTitle")
        let lines = header.map { MarkupText.paragraphs(of: $0) } ?? []
        let named = lines + [AgendaPage.body(AgendaPage.dated(page.title)?.before ?? page.title)]
        meeting.council = named.first { isCouncil($0) } ?? page.council()
        let bodies = named.filter { $0 != meeting.council && $0.lowercased() != "agenda" }.map { body($0) }
        meeting.body = bodies.first { !$0.isEmpty } ?? meeting.council
        meeting.title = meeting.body
        meeting.venue = venue(root)
        meeting.url = page.address
        meeting.start = start(root) ?? (lines + [page.title]).lazy.compactMap { Dates.firstLocal(in: $0)?.time }.first
        return meeting
    }

    /// "Township of Derwent", "Derwent City Council", but not "Meeting of the City Council".
    private static func isCouncil(_ line: String) -> Bool {
        let words = line.lowercased().split { !$0.isLetter }
        guard !words.contains("meeting"), !words.contains("agenda"), line.count <= 80 else { return false }
        let places: Set = [
            "city", "town", "township", "county", "municipality", "district", "village", "region", "borough",
        ]
        if let of = words.firstIndex(of: "of"), words[..<of].contains(where: { places.contains(String($0)) }) {
            return true
        }
        return words.count > 2 && words.last == "council"
    }

    /// "City Council Meeting Agenda - May 27, 2025" → "City Council Meeting".
    private static func body(_ line: String) -> String {
        var name = AgendaPage.body(AgendaPage.dated(line)?.before ?? line)
        for ending in [" Agenda", " Minutes", " - Agenda"] where name.hasSuffix(ending) {
            name = String(name.dropLast(ending.count))
        }
        return name
    }

    /// `<time datetime="2025-05-27 16:00">`, else the words.
    private static func start(_ root: MarkupElement?) -> LocalTime? {
        let holders = ["AgendaMeetingTimeStart", "AgendaMeetingTime", "MeetingTime", "Date"]
        var day: LocalTime?
        for holder in holders.compactMap({ root?.first(ofClass: $0) }) {
            let times = ([holder] + Array(holder.descendants)).compactMap { $0.attribute("datetime") }
            for text in times + [MarkupText.line(of: holder)] {
                guard let found = Dates.local(text) ?? Dates.firstLocal(in: text)?.time else { continue }
                if found.hasTime { return found }
                day = day ?? found
            }
        }
        guard let day else { return nil }
        let time = root?.first(ofClass: "AgendaMeetingTimeStart").map { MarkupText.line(of: $0) } ?? ""
        return Dates.local("\(day.iso.prefix(10)) \(time)") ?? day
    }

    private static func venue(_ root: MarkupElement?) -> String {
        for name in ["AgendaMeetingLocation", "MeetingLocation", "Location"] {
            guard let element = root?.first(ofClass: name) else { continue }
            let text = MarkupText.line(of: element) { $0.hasClass("Label") }
            let venue = text.drop { $0 == ":" || $0.isWhitespace }
            if !venue.isEmpty {
                return String(venue.hasPrefix("Location:") ? venue.dropFirst(9).drop { $0 == " " } : venue)
            }
        }
        return ""
    }
}
