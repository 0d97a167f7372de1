import EarshotCore

/// Reads a meeting of Notubiz, the system of many Dutch councils: `/events/meetings/{id}`, with its envelope or without.
struct NotubizMeeting: AgendaImporter {
    let format = FileFormat(name: "notubiz-meeting", title: "Notubiz meeting (API, JSON)")

    private static let mend =
        "Take the id of the meeting from it, and save the answer to api.notubiz.nl/events/meetings/{id}?format=json"

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        let isMeeting = ["gremium", "agenda_items", "event_type_data"].contains {
            !json.bases(having: ["plannings", $0]).isEmpty
        }
        if isMeeting || !json.bases(having: ["agenda_items", "type_data"]).isEmpty { return true }
        return AgendaJSON.bases(json, having: ["self"]).contains { base in
            json.value(base.isEmpty ? "self" : "\(base).self")?.contains("api.notubiz.nl") == true
        }
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        let (values, notes) = try AgendaJSON.values(file, path: path)
        let meetings = AgendaJSON.objects(in: values, where: Self.isMeeting)
        guard meetings.count <= 1 else { throw AgendaJSON.listOfMeetings(path, mend: Self.mend) }
        let meeting = meetings.first
        let rows = meeting?.records("agenda_items") ?? AgendaJSON.objects(in: values, where: Self.isPoint)
        guard !rows.isEmpty else {
            if let meeting, meeting.raw("type") == "assembly" || meeting.has("meetings") {
                throw Diagnostic(
                    .error, "This is an assembly: a day of several meetings, each with its own agenda", at: path,
                    mend: Self.mend)
            }
            throw AgendaJSON.withoutItems(path, mend: Self.mend)
        }
        var drafts: [ItemDraft] = []
        add(rows, to: &drafts)
        return try AgendaJSON.reading(
            meeting.map(self.meeting) ?? Meeting(id: Meeting.ID("")), drafts, notes: notes, context: context,
            mend: Self.mend)
    }

    private static func isMeeting(_ record: AgendaRecord) -> Bool {
        !isPoint(record) && (record.has("plannings") || record.has("gremium") || record.has("agenda_items"))
    }

    private static func isPoint(_ record: AgendaRecord) -> Bool {
        record.has("type_data") || record.raw("type") == "agenda_point"
    }

    // MARK: - Items

    /// The parser bounds the depth to 256 levels.
    private func add(_ rows: [AgendaRecord], to drafts: inout [ItemDraft]) {
        for row in AgendaJSON.ordered(rows, by: "order") {
            drafts.append(draft(row))
            add(row.records("agenda_items"), to: &drafts)
        }
    }

    private func draft(_ row: AgendaRecord) -> ItemDraft {
        let data = row.record("type_data") ?? row
        let title = AgendaWords.split(Self.attribute(data, 1, "Titel"))
        var draft = ItemDraft(
            id: row.raw("id").map { "AP\($0)" }, number: data.line("title_prefix"), title: title.title)
        if draft.title.isEmpty { draft.title = row.line("title", "name") }
        if draft.title.isEmpty { draft.title = data.line("title", "name") }
        draft.text = (title.rest + Self.attribute(data, 3, "Omschrijving") + Self.attribute(data, 24, "Zaaknummer"))
            .joined(separator: "\n")
        draft.isHeading = data.flag("heading") ?? row.flag("heading") ?? false
        draft.restricted = Self.isHidden(row)
        draft.documents = row.array("documents").compactMap(document)
        draft.decision = Self.attribute(data, nil, "Besluit").joined(separator: "\n")
        return draft
    }

    private func document(_ value: JSONValue) -> AgendaItem.Document? {
        var document = AgendaJSON.document(value, titles: ["title", "description", "file_name"], addresses: ["url"])
        if let record = AgendaRecord(value), Self.isHidden(record) { document?.restricted = true }
        return document
    }

    private static func isHidden(_ record: AgendaRecord) -> Bool {
        record.flag("confidential") == true || record.raw("permission_group").map { $0 != "public" } ?? false
    }

    /// An attribute by its number in newer answers, by its Dutch name in older ones. Those that name people (portfolio
    /// holder, chair, clerk) are not read.
    private static func attribute(_ record: AgendaRecord, _ id: Int?, _ name: String) -> [String] {
        if let named = record.record("attributes") { return named.paragraphs(name) }
        let attributes = record.records("attributes")
        let found = attributes.first { attribute in
            (id != nil && attribute.int("id") == id)
                || attribute.line("label", "name", "title").lowercased() == name.lowercased()
        }
        return found?.paragraphs("value") ?? []
    }

    // MARK: - The meeting

    private func meeting(_ record: AgendaRecord) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        meeting.title = Self.attribute(record, 1, "Titel").joined(separator: " ")
        if meeting.title.isEmpty { meeting.title = record.line("title", "name") }
        meeting.body = record.record("gremium")?.line("name", "title") ?? ""
        meeting.council = record.record("organisation")?.line("name", "title") ?? ""
        let planning = record.records("plannings").first ?? record
        meeting.start = AgendaClock.written(planning.raw("start_date", "date") ?? "")
        meeting.venue = Self.attribute(record, 50, "Locatie").joined(separator: ", ")
        meeting.url = WebAddress.page(record.raw("url"))
        if record.flag("canceled") == true || record.flag("cancelled") == true
            || AgendaWords.isCancelled(remark: meeting.title)
        {
            meeting.status = .cancelled
        }
        return meeting
    }
}
