import EarshotCore

/// The rows of an agenda in JSON whose keys are plain words, whoever wrote it.
enum PlainAgendaRows {
    /// Keys under which agendas lie, as `AgendaRecord.key` writes them, the clearest first.
    static let lists = [
        "agendaitems", "agenda", "meetingitems", "orderofbusiness", "agendasections", "items", "sections",
    ]
    static let titles = [
        "title", "itemtitle", "agendaitemtitle", "name", "itemname", "heading", "subject", "label", "description",
        "text",
    ]
    static let numbers = [
        "itemnumber", "agendanumber", "agendaitemnumber", "number", "displaynumber", "itemno", "agendaitemno", "no",
    ]
    private static let texts = ["description", "text", "summary", "details", "body", "notes", "content"]
    private static let children = ["items", "children", "subitems", "childitems", "agendaitems"]

    /// The rows of a meeting: `agenda: […]`, `agenda: {items: […]}`, `agenda_items: […]`; empty where there are none.
    static func rows(of record: AgendaRecord, level: Int = 0) -> [JSONValue] {
        for name in lists {
            guard let value = record.first([name]) else { continue }
            if let rows = value.array, rows.contains(where: isRow) { return rows }
            if level < 2, let inner = AgendaRecord(value) {
                let rows = rows(of: inner, level: level + 1)
                if !rows.isEmpty { return rows }
            }
        }
        return []
    }

    static func isRow(_ value: JSONValue) -> Bool {
        if let text = value.string { return !text.isEmpty }
        guard let record = AgendaRecord(value) else { return false }
        return !record.line(titles).isEmpty
    }

    /// The parser bounds the depth to 256 levels.
    static func drafts(_ rows: [JSONValue]) -> [ItemDraft] {
        rows.flatMap { value -> [ItemDraft] in
            guard let record = AgendaRecord(value) else {
                let (number, title) = AgendaWords.numbered(AgendaWords.line(value.string ?? ""))
                return [ItemDraft(number: number, title: title)]
            }
            let inner = record.array(children)
            return [draft(record, hasChildren: !inner.isEmpty)] + drafts(inner)
        }
    }

    private static func draft(_ record: AgendaRecord, hasChildren: Bool) -> ItemDraft {
        let name = titles.first { !record.line($0).isEmpty } ?? "title"
        let words = AgendaWords.split(record.paragraphs(name))
        let number = record.line(numbers)
        let split = number.isEmpty ? AgendaWords.numbered(words.title) : (number: number, title: words.title)
        var draft = ItemDraft(
            id: record.raw("itemId", "agendaItemId", "id"), number: split.number, title: split.title,
            url: WebAddress.page(record.raw("url", "link", "href", "itemUrl")))
        draft.text = (words.rest + record.paragraphs(texts.filter { $0 != name })).joined(separator: "\n")
        draft.documents = ["documents", "attachments", "reports", "files", "papers"].flatMap { record.array($0) }
            .compactMap {
                AgendaJSON.document(
                    $0, titles: ["title", "name", "fileName", "label", "text"],
                    addresses: ["url", "href", "link", "path", "downloadUrl", "fileUrl"])
            }
        draft.restricted = ["restricted", "exempt", "confidential", "private", "isRestricted", "isConfidential"]
            .contains { record.flag($0) == true }
        draft.decision = record.paragraphs("decision", "resolution", "outcome").joined(separator: "\n")
        draft.minutes = record.paragraphs("minutes", "minutesText").joined(separator: "\n")
        let kind = record.line("type", "kind", "itemType").lowercased()
        if ["isHeading", "isSection", "heading", "section"].contains(where: { record.first([$0])?.bool == true })
            || kind == "heading" || kind == "section" || (hasChildren && split.number.isEmpty)
        {
            draft.isHeading = true
        }
        return draft
    }

    // MARK: - The meeting

    /// Particulars under plain names, of the object that holds the rows or of the one called "meeting" in it.
    static func meeting(_ record: AgendaRecord, zone: String) -> Meeting {
        let inner = record.record("meeting", "event")
        func line(_ names: String...) -> String {
            let own = inner?.line(names) ?? ""
            return own.isEmpty ? record.line(names) : own
        }
        var meeting = Meeting(id: Meeting.ID(""))
        meeting.title = line("title", "meetingTitle", "name")
        meeting.body = line("committee", "committeeName", "bodyName", "board", "body")
        meeting.council = line("council", "organisation", "organization", "authority")
        let day = line("startDateTime", "startsAt", "dateTime", "start", "startDate", "meetingDate", "date")
        let time = line("startTime", "meetingTime", "time")
        if let whole = AgendaClock.local(day, zone: zone), whole.hasTime, whole.hour != 0 || whole.minute != 0 {
            meeting.start = whole
        } else {
            meeting.start = AgendaClock.local(day: day.isEmpty ? time : day, time: time)
        }
        let place = (inner ?? record).record("venue", "location", "place")
        meeting.venue = place?.line("name", "address") ?? line("venue", "location", "place")
        meeting.url = WebAddress.page(inner?.raw("url", "link") ?? record.raw("url", "link"))
        let isMarked = [inner, record].contains { $0?.flag("cancelled") == true || $0?.flag("canceled") == true }
        if isMarked || AgendaWords.isCancelled(status: line("status")) || AgendaWords.isCancelled(remark: meeting.title)
        {
            meeting.status = .cancelled
        }
        return meeting
    }
}
