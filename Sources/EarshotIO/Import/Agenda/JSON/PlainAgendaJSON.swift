import EarshotCore

/// Reads an agenda in JSON with plain keys: an array of items, or a meeting with `agenda` or `agenda_items`.
struct PlainAgendaJSON: AgendaImporter {
    let format = FileFormat(name: "agenda-json", title: "Agenda in JSON with plain keys")

    private static let mend =
        "Write one meeting a file: an array \"agenda_items\" of objects with number, title, description, url"

    /// Keys that only records of comments have.
    private static let ofComments: Set<String> = [
        "author", "authorname", "username", "user", "comment", "commentbody", "commenttext", "message", "postedat",
        "createdutc", "threadid", "parentid", "likes", "upvotes", "position", "stance", "email", "inreplyto",
    ]

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        let rows =
            ["item_number", "itemNumber", "agenda_number", "agendaNumber", "agenda_item_number"]
            + ["agendaItemNumber", "agenda_item_title", "agendaItemTitle", "item_title", "itemTitle"]
        let isBare = AgendaJSON.bases(json, having: rows).contains { base in
            (base.isEmpty || base.hasSuffix("[]")) && Self.isRows(Self.keys(json, base), isTold: false)
        }
        return isBare
            || Self.told.contains { name in
                AgendaJSON.bases(json, having: [name]).contains { base in
                    let path = base.isEmpty ? name : "\(base).\(name)"
                    return ["[]", ".items[]", ".sections[]", ".agenda_items[]", ".agendaItems[]"].contains { end in
                        json.value(path + end) != nil || Self.isRows(Self.keys(json, path + end), isTold: true)
                    }
                }
            }
    }

    /// Keys whose name says that an agenda stands below.
    private static let told = [
        "agenda", "Agenda", "agenda_items", "agendaItems", "AgendaItems", "meeting_items", "meetingItems",
        "order_of_business", "orderOfBusiness", "agenda_sections", "agendaSections",
    ]

    private static func keys(_ json: JSONOutline, _ place: String) -> Set<String> {
        Set(json.keys(in: place).map { AgendaRecord.key($0) })
    }

    /// Whether objects with these keys are agenda items: they have a title, and their own keys or the array's name say
    /// that they stand on an agenda.
    private static func isRows(_ keys: Set<String>, isTold: Bool) -> Bool {
        guard keys.isDisjoint(with: ofComments), !keys.isDisjoint(with: PlainAgendaRows.titles) else { return false }
        return isTold
            || !keys.isDisjoint(with: [
                "itemnumber", "agendanumber", "agendaitemnumber", "agendaitemtitle", "itemtitle", "agendaitemid",
            ])
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        let (values, notes) = try AgendaJSON.values(file, path: path)
        let found = AgendaJSON.objects(in: values) { record in
            Self.isRows(record.names, isTold: false) || !PlainAgendaRows.rows(of: record).isEmpty
        }
        let rows = found.filter { Self.isRows($0.names, isTold: false) }
        let holders = found.filter { !Self.isRows($0.names, isTold: false) }
        guard holders.count <= 1 else { throw AgendaJSON.listOfMeetings(path, mend: Self.mend) }
        if let holder = holders.first {
            let drafts = PlainAgendaRows.drafts(PlainAgendaRows.rows(of: holder) + rows.map(\.value))
            let meeting = PlainAgendaRows.meeting(holder, zone: context.timeZone)
            return try AgendaJSON.reading(meeting, drafts, notes: notes, context: context, mend: Self.mend)
        }
        let drafts = PlainAgendaRows.drafts(rows.map(\.value))
        let meeting = Meeting(id: Meeting.ID(""))
        return try AgendaJSON.reading(meeting, drafts, notes: notes, context: context, mend: Self.mend)
    }
}
