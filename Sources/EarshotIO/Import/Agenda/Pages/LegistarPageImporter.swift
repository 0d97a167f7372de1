import EarshotCore

/// Reads a Legistar meeting page (`MeetingDetail.aspx`) saved as HTML: the grid of meeting items, its columns found by
/// their headings, which differ from council to council.
struct LegistarPageImporter: AgendaImporter {
    let format = FileFormat(name: "legistar-page", title: "Legistar meeting page (HTML)")

    /// By the ids that every Legistar page carries.
    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup, markup.isPage else { return false }
        let text = markup.text
        let grids = [
            "_gridmain", "_gridcalendar", "_gridlegislation", "_griddepartments", "_gridpeople", "_gridupcoming",
        ]
        return text.contains("contentplaceholder1_") && grids.contains { text.contains($0) }
            || (text.contains("_gridmain_ctl00") && text.contains("rgmastertable"))
            || (text.contains("legistar.com/") && text.contains("rgmastertable"))
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let page = try AgendaPage(file, path: context.path)
        guard let table = Self.grid(page), !Self.isSearch(table, page) else { throw Self.refusal(page) }
        let grid = LegistarGrid(table, base: page.base)
        var (items, diagnostics) = AgendaItems.items(from: grid.drafts(), path: context.path)
        guard !items.isEmpty else { throw Self.refusal(page) }
        var meeting = Self.meeting(page)
        meeting.timeZone = context.timeZone
        let place = AgendaItems.place(context.path, table.line)
        if let more = Self.furtherPages(table, place) { diagnostics.insert(more, at: 0) }
        let status = page.element(idEnding: "_lblAgendaStatus").map { MarkupText.line(of: $0) } ?? ""
        if let word = page.statusWord(in: [status, meeting.title, page.title, Self.value(page, "_lblTime")]) {
            meeting.status = .cancelled
            diagnostics.insert(page.notScheduled(word), at: 0)
        }
        return AgendaReading(
            agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics + page.cuts(after: items.last))
    }

    // MARK: - The meeting

    private static func value(_ page: AgendaPage, _ id: String) -> String {
        page.element(idEnding: id).map { MarkupText.line(of: $0) } ?? ""
    }

    private static func meeting(_ page: AgendaPage) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        meeting.body = value(page, "_hypName")
        if meeting.body.isEmpty { meeting.body = value(page, "_lblName") }
        // "City of Derwent - Meeting of City Council on 4/28/2026 at 7:00 PM"
        let title = page.title
        if meeting.body.isEmpty, let found = title.firstRange(of: "Meeting of ") {
            let rest = String(title[found.upperBound...])
            meeting.body = AgendaPage.body(AgendaPage.dated(rest)?.before ?? rest)
        }
        meeting.title = meeting.body
        meeting.council =
            title.firstRange(of: " - Meeting of ").map { String(title[..<$0.lowerBound]) } ?? page.council()
        meeting.venue = value(page, "_lblLocation")
        meeting.url = page.address
        let day = value(page, "_lblDate")
        let time = value(page, "_lblTime")
        // Month first, as everywhere where Legistar is used.
        meeting.start =
            Dates.local("\(day) \(time)", dayFirst: false) ?? Dates.local(day, dayFirst: false)
            ?? Dates.firstLocal(in: day)?.time
        return meeting
    }

    // MARK: - The grid

    /// The table of meeting items: called `gridMain`; else the one whose headings are theirs.
    private static func grid(_ page: AgendaPage) -> MarkupElement? {
        let tables = page.tree.root?.all("table").filter { $0.hasClass("rgMasterTable") } ?? []
        return tables.first { $0.attribute("id")?.contains("gridMain") == true }
            ?? tables.first { LegistarGrid($0, base: nil).isOfItems }
    }

    /// A list of matters looks like a meeting's but for the dates that each matter has.
    private static func isSearch(_ table: MarkupElement, _ page: AgendaPage) -> Bool {
        let isMeeting = page.element(idEnding: "_hypName") != nil || page.element(idEnding: "_lblLocation") != nil
        return !isMeeting && LegistarGrid(table, base: nil).isOfMatters
    }

    private static func refusal(_ page: AgendaPage) -> Diagnostic {
        if let cut = page.tooDeep() { return cut }
        let tables = page.tree.root?.all("table").filter { $0.hasClass("rgMasterTable") } ?? []
        let ids = tables.compactMap { $0.attribute("id") }
        let line = tables.first?.line ?? 0
        if ids.contains(where: { $0.contains("gridCalendar") || $0.contains("gridUpcoming") }) {
            return page.listOfMeetings(line: line)
        }
        let place = AgendaItems.place(page.path, line)
        let mend = "Open the meeting in the calendar (\"Meeting details\"), save that page, and import it instead"
        if ids.contains(where: { $0.contains("gridDepartment") || $0.contains("gridPeople") }) {
            return Diagnostic(.error, "This is a list of bodies or people, not an agenda", at: place, mend: mend)
        }
        if ids.contains(where: { $0.contains("gridLegislation") }) {
            return Diagnostic(.error, "This is the history of one matter, not an agenda", at: place, mend: mend)
        }
        if tables.contains(where: { LegistarGrid($0, base: nil).isOfMatters }),
            page.element(idEnding: "_hypName") == nil
        {
            return Diagnostic(.error, "This is a list of matters, not an agenda", at: place, mend: mend)
        }
        return AgendaItems.none(
            place,
            mend: "The agenda may not be published yet: save the page again when its grid lists the meeting's items")
    }

    /// "Page 1 of 6, items 1 to 100 of 522": the page shows a part of the items only.
    private static func furtherPages(_ table: MarkupElement, _ place: String) -> Diagnostic? {
        guard let pager = table.first(ofClass: "rgInfoPart") else { return nil }
        let words = MarkupText.line(of: pager).lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let of = words.lastIndex(of: "of"), of > 0, of + 1 < words.count, let all = Int(words[of + 1]),
            let last = Int(words[of - 1]), let to = words[..<of].lastIndex(of: "to"), to > 0,
            let first = Int(words[to - 1]), first > 1 || last < all
        else { return nil }
        return Diagnostic(
            .warning, "The page shows rows \(first) to \(last) of \(all); the others are not in this file", at: place,
            mend: "Show all rows on one page (\"Page size\" under the grid), save it again, then import it")
    }
}
