import EarshotCore

/// Reads meetings of the Legistar Web API, saved as JSON or, as browsers get it, as XML: a meeting with its items
/// (`/events/{id}?EventItems=1…`), the items alone (`/events/{id}/eventitems`), or both in one file.
struct LegistarEvent: AgendaImporter {
    let format = FileFormat(name: "legistar-event", title: "Legistar meeting (Web API, JSON or XML)")

    private static let mend =
        "Save the answer to /events/{EventId}?EventItems=1&EventItemAttachments=1&AgendaNote=1, with the EventId of "
        + "the meeting"

    func recognises(_ head: FileHead) -> Bool {
        if let markup = head.markup { return LegistarXML.roots.contains(markup.root) }
        guard let json = head.json else { return false }
        return [
            "EventItemId", "EventItemTitle", "EventItemAgendaNumber", "EventItems", "EventBodyName",
            "EventAgendaStatusName", "MatterHistoryId", "AgendaSequence",
        ].contains { AgendaJSON.hasKey(json, $0) }
            || !json.bases(having: ["iCalendar", "Meeting Date"]).isEmpty
            || !json.bases(having: ["Meeting Date", "Meeting Details"]).isEmpty
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        var (values, notes) = try LegistarXML.values(file, path: path) ?? AgendaJSON.values(file, path: path)
        let found = AgendaJSON.objects(in: values) { Self.isEvent($0) || LegistarItem.isItem($0) }
        let events = found.filter(Self.isEvent)
        let loose = found.filter { !Self.isEvent($0) }
        guard events.count <= 1 else { throw AgendaJSON.listOfMeetings(path, mend: Self.mend) }
        let own = events.first.map { AgendaJSON.objects(inside: $0, where: LegistarItem.isItem) } ?? []
        let ids = Set(own.compactMap { $0.int("EventItemId") })
        let rows = own + loose.filter { row in row.int("EventItemId").map { !ids.contains($0) } ?? true }
        guard !rows.isEmpty else { throw refusal(values, events, path) }
        let meetings = Set(rows.compactMap { $0.int("EventItemEventId") })
        guard meetings.count <= 1 else {
            throw Diagnostic(
                .error, "The file holds the agenda items of \(meetings.count) meetings", at: path, mend: Self.mend)
        }
        if events.isEmpty {
            notes.append(
                Diagnostic(
                    .note, "The file holds the items of a meeting and not the meeting's body, date and place", at: path,
                    mend: "Give body and start in meeting.yaml"))
        }
        let meeting = events.first.map(meeting) ?? Meeting(id: Meeting.ID(""))
        let items = LegistarItem(rows)
        return try AgendaJSON.reading(
            meeting, items.drafts, procedural: items.records, notes: notes, context: context, mend: Self.mend)
    }

    // MARK: - What the file is

    /// A meeting; archives that keep the API's answers shorten its names ("BodyName", "Items").
    private static func isEvent(_ record: AgendaRecord) -> Bool {
        record.has("EventBodyName") || record.has("EventDate") || record.has("EventGuid")
            || record.has("EventAgendaStatusName") || (record.has("EventId") && record.has("EventItems"))
            || (record.has("BodyName") && record.has("Items"))
            || (record.has("BodyName") && record.has("AgendaStatusName"))
    }

    /// A row of the calendar page, as scrapers write it: the page's column headings are the keys.
    private static func isCalendar(_ record: AgendaRecord) -> Bool {
        record.has("Meeting Date") && (record.has("iCalendar") || record.has("Meeting Details"))
    }

    private func refusal(_ values: [JSONValue], _ events: [AgendaRecord], _ path: String) -> Diagnostic {
        if !events.isEmpty { return AgendaJSON.withoutItems(path, mend: Self.mend) }
        let histories = AgendaJSON.objects(in: values) { $0.has("MatterHistoryId") }
        if !histories.isEmpty {
            return Diagnostic(
                .error, "This is the history of a matter (MatterHistories), not an agenda", at: path, mend: Self.mend)
        }
        let rows = AgendaJSON.objects(in: values) { Self.isCalendar($0) }
        if !rows.isEmpty {
            return AgendaJSON.listOfMeetings(
                path, mend: "It comes from the Legistar calendar page, which holds no items. \(Self.mend)")
        }
        return AgendaItems.none(path, mend: Self.mend)
    }

    // MARK: - The meeting

    private func meeting(_ record: AgendaRecord) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        meeting.body = record.line("EventBodyName", "BodyName")
        meeting.title = meeting.body
        meeting.start = AgendaClock.local(
            day: record.raw("EventDate", "Date") ?? "", time: record.line("EventTime", "Time"))
        let venue = record.paragraphs("EventLocation", "Location").map { $0.replacing("--em--", with: " ") }
        meeting.venue = MarkupText.collapsed(venue.joined(separator: ", "))
        meeting.url = WebAddress.page(record.raw("EventInSiteURL", "InSiteURL"))
        let status = record.line("EventAgendaStatusName", "AgendaStatusName")
        let remarks = record.line("EventComment", "Comment") + " " + meeting.venue + " " + meeting.body
        if AgendaWords.isCancelled(status: status) || AgendaWords.isCancelled(remark: remarks) {
            meeting.status = .cancelled
        }
        return meeting
    }
}
