import EarshotCore

/// Reads an event in the Open Civic Data form (pupa, Open States, City Bureau's scrapers) with its `agenda`.
struct OpenCivicEvent: AgendaImporter {
    let format = FileFormat(name: "open-civic-event", title: "Open Civic Data event (JSON)")

    private static let mend = "Save one event with its agenda: an array \"agenda\" with a description an item"

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        return AgendaJSON.bases(json, having: ["agenda", "all_day", "_type", "cityscrapers.org/id"]).contains { base in
            let start = base.isEmpty ? "" : base + "."
            let keys = Set(json.keys(in: base).map { AgendaRecord.key($0) })
            guard !keys.isDisjoint(with: Self.dates), !keys.isDisjoint(with: ["name", "title"]) else { return false }
            return json.has(any: "\(start)agenda[].description", "\(start)agenda[].related_entities")
                || json.value("\(start)_type") == "event" || json.has("\(start)cityscrapers.org/id")
                || keys.isSuperset(of: ["agenda", "jurisdiction"])
                || keys.contains("allday") && !keys.isDisjoint(with: ["status", "classification", "sources", "source"])
        }
    }

    private static let dates: Set<String> = ["isallday", "startdate", "starttime", "start", "when", "allday"]

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        let (values, notes) = try AgendaJSON.values(file, path: path)
        let events = AgendaJSON.objects(in: values, where: Self.isEvent)
        guard events.count <= 1 else { throw AgendaJSON.listOfMeetings(path, mend: Self.mend) }
        guard let event = events.first else { throw AgendaItems.none(path, mend: Self.mend) }
        let rows = event.array("agenda", "agenda_items")
        guard !rows.isEmpty else { throw AgendaJSON.withoutItems(path, mend: Self.mend) }
        let records = rows.compactMap { AgendaRecord($0) }
        let drafts =
            records.count == rows.count
            ? AgendaJSON.ordered(records, by: "order").map { draft($0) }
            : rows.map { AgendaRecord($0).map { draft($0) } ?? Self.bare($0) }
        let procedural = records.filter { Self.isClassed($0, ["procedural"]) }.compactMap { $0.raw("id", "_id") }
        return try AgendaJSON.reading(
            meeting(event, zone: context.timeZone), drafts, procedural: Set(procedural), notes: notes, context: context,
            mend: Self.mend)
    }

    private static func isEvent(_ record: AgendaRecord) -> Bool {
        let names = record.names
        guard !names.isDisjoint(with: dates), !names.isDisjoint(with: ["name", "title"]) else { return false }
        return !names.isDisjoint(with: ["agenda", "agendaitems", "allday", "isallday", "participants", "jurisdiction"])
            || record.raw("_type") == "event"
    }

    // MARK: - Items

    /// An agenda that is a list of titles.
    private static func bare(_ value: JSONValue) -> ItemDraft {
        let (number, title) = AgendaWords.numbered(AgendaWords.line(value.string ?? ""))
        return ItemDraft(number: number, title: title)
    }

    private func draft(_ row: AgendaRecord) -> ItemDraft {
        let words = AgendaWords.split(row.paragraphs("description", "title", "name"))
        let extras = row.record("extras")
        var number = extras?.line("agenda_number", "item_number", "number") ?? ""
        var notes: [String] = []
        for note in row.array("notes").flatMap({ AgendaWords.paragraphs($0.string ?? "") }) {
            // So the scrapers write a Legistar item's number.
            if let range = note.lowercased().firstRange(of: "agenda number, "), range.lowerBound == note.startIndex {
                number = String(note.dropFirst("agenda number, ".count))
            } else {
                notes.append(note)
            }
        }
        let split = number.isEmpty ? AgendaWords.numbered(words.title) : (number: number, title: words.title)
        let id = row.raw("id", "_id")
        var draft = ItemDraft(id: id, number: split.number, title: split.title)
        let subjects = row.array("subjects").compactMap(\.string).map { AgendaWords.line($0) }.filter { !$0.isEmpty }
        let related = row.records("related_entities").filter { !isPerson($0) }
        let entities = related.compactMap { entity($0, draft.title) }
        draft.text = (words.rest + notes + entities + (subjects.isEmpty ? [] : [subjects.joined(separator: ", ")]))
            .joined(separator: "\n")
        draft.documents = documents(row)
        if related.contains(where: { $0.line("entity_type", "_type", "type") == "bill" }) { draft.isHeading = false }
        if Self.isClassed(row, ["heading", "section"]) { draft.isHeading = true }
        if Self.isClassed(row, ["business", "procedural"]) { draft.isHeading = false }
        draft.restricted = Self.isClassed(row, ["restricted", "exempt", "confidential"])
        draft.url = WebAddress.page(extras?.raw("url"))
        return draft
    }

    private static func isClassed(_ row: AgendaRecord, _ words: Set<String>) -> Bool {
        row.array("classification").contains { words.contains($0.string ?? "") }
    }

    private func isPerson(_ record: AgendaRecord) -> Bool {
        record.line("entity_type", "_type", "type") == "person" || record.has("person_id")
    }

    /// A bill or another thing that the item is about, where the title does not name it.
    private func entity(_ record: AgendaRecord, _ title: String) -> String? {
        let bill = record.record("bill")
        let name = record.line("name", "entity_name")
        let shown = name.isEmpty ? bill?.line("identifier") ?? "" : name
        return shown.isEmpty || title.contains(shown) ? nil : shown
    }

    /// `media` and `documents` hold their addresses in `links`, older ones in `url`.
    private func documents(_ row: AgendaRecord) -> [AgendaItem.Document] {
        (row.array("media") + row.array("documents") + row.array("links")).flatMap { value -> [AgendaItem.Document] in
            let links = AgendaRecord(value)?.array("links") ?? []
            let title = AgendaRecord(value)?.line("note", "name", "title") ?? ""
            let parts = links.isEmpty ? [value] : links
            return parts.compactMap { part in
                var document = AgendaJSON.document(
                    part, titles: ["note", "name", "title", "text"], addresses: ["url", "href"])
                if !title.isEmpty { document?.title = title }
                return document
            }
        }
    }

    // MARK: - The meeting

    private func meeting(_ event: AgendaRecord, zone: String) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        let hosts = event.records("participants").filter {
            ["organization", "committee"].contains($0.line("entity_type", "type", "_type"))
        }
        let host = hosts.first { $0.line("note") == "host" } ?? (hosts.count == 1 ? hosts.first : nil)
        meeting.title = event.line("name", "title")
        meeting.council = event.record("extras")?.line("council") ?? ""
        meeting.body = host?.line("name", "entity_name") ?? ""
        meeting.start = start(event, zone: zone)
        if let location = event.record("location") {
            meeting.venue = [location.line("name"), location.line("address")].filter { !$0.isEmpty }
                .joined(separator: ", ")
        } else {
            meeting.venue = event.line("location", "location_name")
        }
        let addresses = (event.array("sources") + event.array("links")).compactMap {
            AgendaRecord($0)?.raw("url", "href")
        }
        meeting.url =
            WebAddress.page(event.raw("url", "source")) ?? addresses.lazy.compactMap { WebAddress.page($0) }.first
        if AgendaWords.isCancelled(status: event.line("status")) || AgendaWords.isCancelled(remark: meeting.title) {
            meeting.status = .cancelled
        }
        return meeting
    }

    private func start(_ event: AgendaRecord, zone: String) -> LocalTime? {
        if let parts = event.record("start") {  // the scrapers' earlier form
            return AgendaClock.local(day: parts.raw("date") ?? "", time: parts.line("time"))
        }
        guard let text = event.raw("start_date", "start_time", "start", "when") else { return nil }
        let start = AgendaClock.local(text, zone: zone, named: event.line("timezone"))
        return event.flag("all_day") == true ? start.flatMap { LocalTime(iso: String($0.iso.prefix(10))) } : start
    }
}
