import EarshotCore

/// Reads what CivicClerk's OData service answers to `/v1/Meetings/{agendaId}`: items nested in sections, with names in
/// HTML.
struct CivicClerkMeeting: AgendaImporter {
    let format = FileFormat(name: "civicclerk-meeting", title: "CivicClerk meeting (API, JSON)")

    private static let mend =
        "Take the meeting's agendaId from /v1/Events, and save the answer to /v1/Meetings/{agendaId}"

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        func has(_ names: String...) -> Bool { names.allSatisfy { AgendaJSON.hasKey(json, $0) } }
        return json.value("@odata.context")?.contains(".civicclerk.com") == true || has("AgendaObjectItemName")
            || has("AgendaObjectItemOutlineNumber") || has("AgendaId", "StartDateTime", "EventName")
            || has("AgendaId", "StartDateTime", "PublishedFiles") || has("AgendaIsPublish", "PublishedFiles")
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        let (values, notes) = try AgendaJSON.values(file, path: path)
        let events = AgendaJSON.objects(in: values) { record in
            ["eventName", "startDateTime", "eventDate"].contains { record.has($0) }
        }
        let holders = AgendaJSON.objects(in: values) { Self.holdsItems($0) }
        guard events.count <= 1, holders.count <= 1 else { throw AgendaJSON.listOfMeetings(path, mend: Self.mend) }
        let rows = holders.first.map(Self.items) ?? AgendaJSON.objects(in: values, where: Self.isItem)
        guard !rows.isEmpty else { throw AgendaJSON.withoutItems(path, mend: Self.mend) }
        var collector = Collector()
        collector.add(rows, parents: [])
        let particulars = events.first ?? holders.first
        let meeting = particulars.map(meeting) ?? Meeting(id: Meeting.ID(""))
        return try AgendaJSON.reading(
            meeting, collector.finished(), notes: notes, context: context, mend: Self.mend)
    }

    private static func isItem(_ record: AgendaRecord) -> Bool {
        record.names.contains { $0.hasPrefix("agendaobjectitem") }
    }

    private static func holdsItems(_ record: AgendaRecord) -> Bool { items(record).contains(where: isItem) }

    private static func items(_ record: AgendaRecord) -> [AgendaRecord] { record.records("items", "meetingItems") }

    // MARK: - Items

    private struct Collector {
        private var drafts: [ItemDraft] = []
        /// The numbers of the sections that each row stands in, and its own.
        private var outlines: [[String]] = []

        /// The parser bounds the depth to 256 levels.
        mutating func add(_ rows: [AgendaRecord], parents: [String]) {
            for row in AgendaJSON.ordered(rows, by: "sortOrder") {
                let children = row.records("childItems", "children")
                let number = ItemNumber.normal(row.line("agendaObjectItemOutlineNumber", "agendaObjectItemNumber"))
                let outline = number.isEmpty ? parents : parents + [number]
                drafts.append(Self.draft(row, number, hasChildren: !children.isEmpty))
                outlines.append(number.isEmpty ? [] : outline)
                add(children, parents: outline)
            }
        }

        /// Sections count from 1 or A again: where a number stands twice, those of the sections go before it.
        func finished() -> [ItemDraft] {
            var counts: [String: Int] = [:]
            for draft in drafts where draft.isHeading != true { counts[draft.number, default: 0] += 1 }
            return zip(drafts, outlines).map { draft, outline in
                var draft = draft
                let whole = outline.joined(separator: ".")
                if (counts[draft.number] ?? 0) > 1, !ItemNumber.normal(whole).isEmpty { draft.number = whole }
                return draft
            }
        }

        private static func draft(_ row: AgendaRecord, _ number: String, hasChildren: Bool) -> ItemDraft {
            let words = AgendaWords.split(row.paragraphs("agendaObjectItemName"))
            var text = words.rest + row.paragraphs("agendaObjectItemDescription")
            let references = ["agendaObjectItemNumber", "resolutionFormattedNumber", "ordinanceFormattedNumber"]
                .map { row.line($0) }
            text += references.filter {
                !$0.isEmpty && $0 != "0" && ItemNumber.normal($0) != number && !words.title.contains($0)
            }
            var draft = ItemDraft(
                id: row.raw("id").map { "CI\($0)" }, number: number, title: words.title,
                text: text.joined(separator: "\n"))
            draft.documents = documents(row)
            draft.decision = row.records("minutesItemVotes", "motions").compactMap { Self.decision($0) }
                .joined(separator: "\n")
            draft.isHeading = row.flag("isSection") == true && hasChildren && draft.documents.isEmpty
            return draft
        }

        /// "Approve: carried"; who moved and how each voted is not read.
        private static func decision(_ motion: AgendaRecord) -> String? {
            let name = motion.line("motionName", "name")
            let result = motion.flag("passFail").map { $0 ? "carried" : "lost" } ?? ""
            let words = [name, result].filter { !$0.isEmpty }
            return words.isEmpty ? nil : words.joined(separator: ": ")
        }

        /// Attached files, and the reports that the system makes of an item; the same file may be in both.
        private static func documents(_ row: AgendaRecord) -> [AgendaItem.Document] {
            var seen: Set<String> = []
            return (row.array("attachmentsList") + row.array("reportsList")).compactMap { value in
                guard let record = AgendaRecord(value), record.flag("isDeleted") != true else { return nil }
                var document = AgendaJSON.document(
                    value, titles: ["fileName", "name", "agendaObjItemReportName", "mediaFileName"],
                    addresses: ["pdfVersionFullPath", "pdfMediaFullPath", "mediaFullPath", "url"])
                if record.flag("isPublished") == false || row.flag("hasConfidentialAttachment") == true {
                    document?.restricted = true
                }
                if let url = document?.url, !seen.insert(url).inserted { return nil }
                return document
            }
        }
    }

    // MARK: - The meeting

    private func meeting(_ record: AgendaRecord) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        meeting.title = record.line("eventName", "agendaName", "meetingName", "name")
        meeting.body = record.line("categoryName", "eventCategoryName")
        // The service writes local time with a "Z" behind it.
        meeting.start = AgendaClock.written(record.raw("startDateTime", "eventDate", "meetingDate") ?? "")
        if let place = record.record("eventLocation", "location") {
            meeting.venue = [place.line("name"), place.line("address1"), place.line("address2"), place.line("city")]
                .filter { !$0.isEmpty }.joined(separator: ", ")
        } else {
            meeting.venue = record.line("eventLocation", "location")
        }
        let status = record.line("eventStatus", "status")
        if record.flag("isCancelled", "cancelled") == true || AgendaWords.isCancelled(status: status)
            || AgendaWords.isCancelled(remark: meeting.title)
        {
            meeting.status = .cancelled
        }
        return meeting
    }
}
