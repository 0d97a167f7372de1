import EarshotCore

/// Reads a meeting of the Chicago City Clerk's eLMS (`/meeting-agenda/{meetingId}`): groups of items.
struct ChicagoElmsMeeting: AgendaImporter {
    let format = FileFormat(name: "chicago-elms-meeting", title: "Chicago City Clerk eLMS meeting (API, JSON)")

    private static let mend =
        "Take the meetingId from it, and save the answer to /meeting-agenda/{meetingId}, which holds the agenda"
    private static let zone = "America/Chicago"

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        return !json.bases(having: ["meetingId", "body"], any: ["bodyId", "bodyAbbreviation", "transcriptLink"]).isEmpty
            || !json.bases(having: ["agenda.groups[].items[].matterTitle"]).isEmpty
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        let (values, notes) = try AgendaJSON.values(file, path: path)
        let meetings = AgendaJSON.objects(in: values) { $0.has("meetingId") && $0.has("body") }
        guard meetings.count <= 1 else { throw AgendaJSON.listOfMeetings(path, mend: Self.mend) }
        guard let record = meetings.first else { throw AgendaItems.none(path, mend: Self.mend) }
        let agenda = record.record("agenda") ?? record
        let groups = AgendaJSON.ordered(agenda.records("groups"), by: "sort")
        let drafts = groups.isEmpty ? rows(agenda) : groups.flatMap { heading($0) + rows($0) }
        guard drafts.contains(where: { $0.isHeading != true }) else {
            throw AgendaJSON.withoutItems(path, mend: Self.mend)
        }
        return try AgendaJSON.reading(meeting(record), drafts, notes: notes, context: context, mend: Self.mend)
    }

    private func heading(_ group: AgendaRecord) -> [ItemDraft] {
        let title = group.line("title", "name")
        guard !title.isEmpty else { return [] }
        var draft = ItemDraft(title: title)
        draft.isHeading = true
        return [draft]
    }

    private func rows(_ group: AgendaRecord) -> [ItemDraft] {
        AgendaJSON.ordered(group.records("items"), by: "sort").map { row in
            let words = AgendaWords.split(row.paragraphs("matterTitle", "title", "commentText", "comment", "text"))
            var draft = ItemDraft(
                id: row.raw("lineId", "matterId", "commentId"), number: row.line("displayNumber", "number"),
                title: words.title)
            let record = row.line("recordNumber")
            let kind = row.line("matterType")
            let reference = record.isEmpty || kind.isEmpty ? record : "\(record), \(kind)"
            draft.text = (words.rest + (reference.isEmpty ? [] : [reference])).joined(separator: "\n")
            let action = row.line("actionName", "action")
            draft.decision = ((action.isEmpty ? [] : [action]) + row.paragraphs("actionText").filter { $0 != action })
                .joined(separator: "\n")
            draft.documents = (row.array("attachments") + row.array("files")).compactMap {
                AgendaJSON.document($0, titles: ["fileName", "attachmentType"], addresses: ["path", "url"])
            }
            draft.isHeading = false
            return draft
        }
    }

    private func meeting(_ record: AgendaRecord) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        meeting.council = "City of Chicago"
        meeting.body = record.line("body")
        // Times are in UTC; the clock in the council chamber shows Chicago's.
        meeting.start = AgendaClock.local(record.raw("date") ?? "", zone: Self.zone, named: Self.zone)
        meeting.venue = record.line("location")
        if AgendaWords.isCancelled(status: record.line("status")) { meeting.status = .cancelled }
        return meeting
    }
}
