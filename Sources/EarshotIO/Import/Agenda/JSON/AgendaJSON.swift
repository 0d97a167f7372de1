import EarshotCore

/// What the importers of agenda answers in JSON have in common.
enum AgendaJSON {
    /// Bytes; an agenda with all its texts takes a few hundred kilobytes (chosen, not derived).
    static let limit = 64 << 20

    /// Where objects stand that have one of the keys, in the head's order; the first of them, since a list repeats what
    /// they show.
    static func bases(_ json: JSONOutline, having keys: [String]) -> [String] {
        keys.flatMap { json.bases(having: [$0]).prefix(20) }
    }

    /// Whether the head shows a key so called, wherever it stands: `EventItemTitle`, `eventItemTitle`,
    /// `event_item_title`. The name is written with capitals where its words begin.
    static func hasKey(_ json: JSONOutline, _ name: String) -> Bool {
        var snake = ""
        for letter in name {
            if letter.isUppercase, !snake.isEmpty { snake.append("_") }
            snake += letter.lowercased()
        }
        let camel = name.prefix(1).lowercased() + name.dropFirst()
        return [name, camel, snake].contains { !json.bases(having: [$0]).isEmpty }
    }

    /// The file's values: one, or one for each line of JSON lines.
    static func values(_ file: SourceFile, path: String) throws -> (values: [JSONValue], notes: [Diagnostic]) {
        guard file.size <= limit else {
            throw Diagnostic(
                .error, "The file is larger than \(limit >> 20) MB, the most that is read of an agenda in JSON",
                at: path,
                mend: "Save the answer for one meeting")
        }
        var values: [JSONValue] = []
        var notes: [Diagnostic] = []
        try JSONRecords.read(file, path: path, at: [""], note: { notes.append($0) }) { record in
            switch record {
            case .value(let value, _, _): values.append(value)
            case .broken(let diagnostic, _): notes.append(diagnostic)
            }
        }
        guard !values.isEmpty else { throw notes.first ?? AgendaItems.none(path, mend: "Save the answer again") }
        return (values, notes)
    }

    /// Levels below which no meeting or item is looked for; bounds the work on answers of other kinds.
    private static let depth = 12

    /// The outermost objects that are wanted, in file order; inside them nothing is looked for.
    static func objects(in values: [JSONValue], where isWanted: (AgendaRecord) -> Bool) -> [AgendaRecord] {
        var found: [AgendaRecord] = []
        func look(_ value: JSONValue, _ level: Int) {
            guard level < depth else { return }
            switch value {
            case .array(let elements):
                for element in elements { look(element, level + 1) }
            case .object(let members):
                if let record = AgendaRecord(value), isWanted(record) {
                    found.append(record)
                } else {
                    for member in members { look(member.value, level + 1) }
                }
            default: break
            }
        }
        for value in values { look(value, 0) }
        return found
    }

    /// The same inside an object, not the object itself.
    static func objects(inside record: AgendaRecord, where isWanted: (AgendaRecord) -> Bool) -> [AgendaRecord] {
        objects(in: record.value.members?.map(\.value) ?? [], where: isWanted)
    }

    /// In the order that the answer numbers its rows in; where one row has no number, in file order.
    static func ordered(_ records: [AgendaRecord], by name: String...) -> [AgendaRecord] {
        let keys = records.map { record in name.lazy.compactMap { record.int($0) }.first }
        guard keys.allSatisfy({ $0 != nil }) else { return records }
        return zip(keys, records).enumerated()
            .sorted { ($0.element.0 ?? 0, $0.offset) < ($1.element.0 ?? 0, $1.offset) }.map(\.element.1)
    }

    /// A report listed under an item; `nil` where neither a title nor an address is there.
    static func document(_ value: JSONValue, titles: [String], addresses: [String]) -> AgendaItem.Document? {
        guard let record = AgendaRecord(value) else {
            let url = WebAddress.page(value.string)
            return url.map { AgendaItem.Document(title: $0, url: $0) }
        }
        let address = addresses.lazy.compactMap { record.raw($0) }.first { WebAddress.page($0) != nil }
        let url = address.flatMap { WebAddress.page(withoutSignature($0)) }
        let title = ItemTitle.cleaned(record.line(titles))
        guard !title.isEmpty || url != nil else { return nil }
        let name = title.isEmpty ? url ?? "" : title
        return AgendaItem.Document(title: name, url: url, restricted: RestrictedWords.mark(document: title))
    }

    /// Cloud stores hand out addresses with a key that runs out after a day: the key is no part of the address.
    private static func withoutSignature(_ address: String) -> String {
        guard let mark = address.firstIndex(of: "?"), address[mark...].lowercased().contains("sig=") else {
            return address
        }
        return String(address[..<mark])
    }

    // MARK: - Answers

    /// Makes the agenda. Throws where no item is left.
    /// - Parameter procedural: Ids of rows that the source tells to be no business, whatever their titles say.
    static func reading(
        _ meeting: Meeting, _ drafts: [ItemDraft], procedural: Set<String> = [], notes: [Diagnostic],
        context: ImportContext, mend: String
    ) throws -> AgendaReading {
        let path = context.path
        let filled = drafts.filter { !isBlank($0) }
        var (items, diagnostics) = AgendaItems.items(from: filled, path: path)
        guard !items.isEmpty else { throw AgendaItems.none(path, mend: mend) }
        for index in items.indices where items[index].kind == .business {
            let item = items[index]
            if procedural.contains(item.id.rawValue) || ForeignProceduralTitles.contain(item.title) {
                items[index].kind = .procedural
            }
        }
        if filled.count < drafts.count {
            let count = drafts.count - filled.count
            diagnostics.append(
                Diagnostic(.note, "Rows of the agenda that hold no words were left out: \(count)", at: path))
        }
        if meeting.status == .cancelled {
            diagnostics.insert(
                Diagnostic(
                    .warning, "The file says that the meeting does not take place as planned", at: path,
                    mend: "Check the date and time; set \"start\" in meeting.yaml if the meeting takes place after all"),
                at: 0)
        }
        var meeting = meeting
        meeting.timeZone = context.timeZone
        if meeting.title.isEmpty { meeting.title = meeting.body }
        if meeting.body.isEmpty { meeting.body = meeting.title }
        return AgendaReading(agenda: Agenda(meeting: meeting, items: items), diagnostics: notes + diagnostics)
    }

    static func listOfMeetings(_ path: String, mend: String) -> Diagnostic {
        Diagnostic(.error, "This is a list of meetings, not an agenda", at: path, mend: mend)
    }

    static func withoutItems(_ path: String, mend: String) -> Diagnostic {
        Diagnostic(.error, "This is a meeting without its agenda items", at: path, mend: mend)
    }

    private static func isBlank(_ draft: ItemDraft) -> Bool {
        ItemTitle.cleaned(draft.title).isEmpty && draft.text.isEmpty && draft.documents.isEmpty
            && draft.decision.isEmpty
            && draft.minutes.isEmpty && ItemNumber.normal(draft.number).isEmpty
    }
}
