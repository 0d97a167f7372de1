import EarshotCore

/// Reads a meeting of Minneapolis' Legislative Information Management System. Its lists of meetings hold no agendas,
/// but where a meeting was filmed they hold the video's index, which names the sections and items.
struct MinneapolisLimsMeeting: AgendaImporter {
    let format = FileFormat(name: "minneapolis-lims-meeting", title: "Minneapolis LIMS meeting (JSON)")

    private static let mend =
        "Open the meeting's agenda (/MarkedAgenda/{abbreviation}/{agendaId}), copy its items into a text file, and save "
        + "that as agenda.txt"

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        func has(_ name: String) -> Bool { AgendaJSON.hasKey(json, name) }
        return has("CommitteeEnumName") && has("MeetingDate") || has("MarkedAgendaPublished") && has("CommitteeName")
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        var (values, notes) = try AgendaJSON.values(file, path: path)
        let meetings = AgendaJSON.objects(in: values) { $0.has("committeeName") && $0.has("meetingDate") }
        guard meetings.count <= 1 else { throw AgendaJSON.listOfMeetings(path, mend: Self.mend) }
        guard let record = meetings.first else { throw AgendaItems.none(path, mend: Self.mend) }
        let drafts = try index(record, path)
        guard drafts.contains(where: { $0.isHeading != true }) else {
            throw AgendaJSON.withoutItems(path, mend: Self.mend)
        }
        notes.append(
            Diagnostic(
                .note, "The items are those of the video's index; the agenda may hold more", at: path, mend: Self.mend))
        return try AgendaJSON.reading(meeting(record), drafts, notes: notes, context: context, mend: Self.mend)
    }

    /// `videoTimestamps` is JSON within a string: sections by their id, in each the files by theirs.
    private func index(_ record: AgendaRecord, _ path: String) throws -> [ItemDraft] {
        let text = record.raw("videoTimestamps") ?? ""
        let index =
            text.isEmpty ? record.first(["videoTimestamps"]) : try JSONParser.parse(Array(text.utf8), path: path)
        return (index?.members ?? []).flatMap { section -> [ItemDraft] in
            guard let group = AgendaRecord(section.value) else { return [] }
            let files = group.first(["files"])?.members ?? []
            var heading = ItemDraft(id: "LS\(section.key)", title: group.line("title"))
            heading.isHeading = !files.isEmpty
            let items = files.map { file in
                ItemDraft(id: "LF\(file.key)", title: AgendaRecord(file.value)?.line("title") ?? "", isHeading: false)
            }
            return [heading] + items
        }
    }

    private func meeting(_ record: AgendaRecord) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        meeting.council = "City of Minneapolis"
        meeting.body = record.line("committeeName")
        let time = AgendaClock.written(record.raw("meetingTime") ?? "")
        meeting.start = time ?? AgendaClock.local(day: record.raw("meetingDate") ?? "", time: "")
        meeting.venue = [record.line("location"), record.line("address")].filter { !$0.isEmpty }.joined(separator: ", ")
        if record.flag("cancelled") == true { meeting.status = .cancelled }
        return meeting
    }
}
