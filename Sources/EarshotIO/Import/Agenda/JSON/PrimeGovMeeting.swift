import EarshotCore

/// Knows the meetings of PrimeGov's portal. Its lists name the documents of each meeting and hold no items: the
/// refusal then says which document to open. Items are read where a meeting carries them.
struct PrimeGovMeeting: AgendaImporter {
    let format = FileFormat(name: "primegov-meeting", title: "PrimeGov meeting (API, JSON)")

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        func has(_ names: String...) -> Bool { names.allSatisfy { AgendaJSON.hasKey(json, $0) } }
        return has("CompiledMeetingDocumentFiles") || has("CompileOutputType") || has("DocumentList", "MeetingTypeId")
            || has("DocumentList", "TemplateName")
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        let (values, notes) = try AgendaJSON.values(file, path: path)
        let meetings = AgendaJSON.objects(in: values) { record in
            (record.has("templates") || record.has("documentList")) && (record.has("dateTime") || record.has("title"))
        }
        guard meetings.count <= 1 else { throw AgendaJSON.listOfMeetings(path, mend: Self.mend(nil)) }
        guard let record = meetings.first else { throw AgendaItems.none(path, mend: Self.mend(nil)) }
        let mend = Self.mend(record)
        let drafts = PlainAgendaRows.drafts(PlainAgendaRows.rows(of: record))
        guard !drafts.isEmpty else { throw AgendaJSON.withoutItems(path, mend: mend) }
        let meeting = PlainAgendaRows.meeting(record, zone: context.timeZone)
        return try AgendaJSON.reading(meeting, drafts, notes: notes, context: context, mend: mend)
    }

    /// Names the HTML agenda among the meeting's documents, where it has one.
    private static func mend(_ meeting: AgendaRecord?) -> String {
        let end = "copy its items into a text file, and save that as agenda.txt"
        let documents = meeting?.records("documentList") ?? []
        let compiled = meeting?.records("templates").flatMap { $0.records("compiledMeetingDocumentFiles") } ?? []
        // 3 stands for HTML.
        let pages = (documents + compiled).filter { $0.int("compileOutputType") == 3 }
        if let template = pages.lazy.compactMap({ $0.int("templateId") }).first {
            return "Open /Portal/Meeting?meetingTemplateId=\(template) on the council's PrimeGov portal, \(end)"
        }
        if let page = pages.lazy.compactMap({ $0.int("id") }).first {
            return
                "Open /Portal/MeetingPreview?compiledMeetingDocumentFileId=\(page) on the council's PrimeGov portal, "
                + end
        }
        return "Open the meeting's agenda (\"HTML Agenda\") on the council's PrimeGov portal, \(end)"
    }
}
