import EarshotCore

/// The rows of a Legistar agenda: items, section headings, and rows that came with the minutes.
struct LegistarItem {
    static func isItem(_ record: AgendaRecord) -> Bool {
        record.names.contains { $0.hasPrefix("eventitem") && $0 != "eventitems" }
            || (record.has("AgendaSequence") && (record.has("Title") || record.has("GUID")))
    }

    /// In agenda order; rows of the minutes behind the others.
    let drafts: [ItemDraft]
    /// Ids of rows that only record what was done: they repeat a matter of the agenda, or have none ("Passed the consent
    /// agenda").
    let records: Set<String>

    init(_ rows: [AgendaRecord]) {
        let rows = Self.ordered(rows)
        let isPlaced = rows.contains { Self.place($0) > 0 }
        let isNumbered = rows.contains { Self.hasMatter($0) || !Self.number($0).isEmpty }
        var drafts: [ItemDraft] = []
        var records: Set<String> = []
        var positions: [Int: Int] = [:]
        var decided: [Int: [String]] = [:]
        for row in rows {
            var draft = Self.draft(row, isNumbered)
            let matter = Self.matterID(row)
            let position = matter.flatMap { positions[$0] }
            if isPlaced, Self.place(row) == 0, position != nil || matter == nil, draft.number.isEmpty {
                let id = draft.id ?? "EI-minutes-\(drafts.count + 1)"
                draft.id = id
                draft.isHeading = false
                records.insert(id)
                if let position { decided[position, default: []].append(draft.decision) }
            } else if let matter, position == nil {
                positions[matter] = drafts.count
            }
            drafts.append(draft)
        }
        // What was decided belongs to the item that was decided on.
        for (position, decisions) in decided {
            var seen: Set<String> = [""]
            drafts[position].decision = ([drafts[position].decision] + decisions).filter { seen.insert($0).inserted }
                .joined(separator: "\n")
        }
        self.drafts = drafts
        self.records = records
    }

    // MARK: - Order

    private static func ordered(_ rows: [AgendaRecord]) -> [AgendaRecord] {
        let keys = rows.enumerated().map { offset, row in
            let place = place(row)
            let inMinutes = row.int("EventItemMinutesSequence", "MinutesSequence") ?? Int.max
            return (place == 0 ? Int.max : place, place == 0 ? inMinutes : 0, offset)
        }
        return rows.indices.sorted { keys[$0] < keys[$1] }.map { rows[$0] }
    }

    /// Counted from 1; 0 where the agenda does not have the row.
    private static func place(_ row: AgendaRecord) -> Int {
        max(0, row.int("EventItemAgendaSequence", "AgendaSequence") ?? 0)
    }

    // MARK: - One row

    private static func draft(_ row: AgendaRecord, _ isNumbered: Bool) -> ItemDraft {
        var note = row.paragraphs("EventItemAgendaNote", "AgendaNote")
        let name = row.line("EventItemMatterName", "MatterName")
        var title = row.paragraphs("EventItemTitle", "Title")
        if title.isEmpty, !name.isEmpty { title = [name] }
        if title.isEmpty, !note.isEmpty { title = [note.removeFirst()] }
        var draft = ItemDraft(
            id: row.int("EventItemId", "ID").map { "EI\($0)" }, number: number(row), title: title.joined(separator: " ")
        )
        if !name.isEmpty, !draft.title.contains(name) { note.append(name) }
        if let matter = matter(row, draft.title) { note.append(matter) }
        draft.text = note.joined(separator: "\n")
        draft.url = WebAddress.page(row.raw("EventItemInSiteURL", "EventItemMatterInSiteURL"))
        draft.documents = row.array("EventItemMatterAttachments", "MatterAttachments", "Attachments").compactMap(
            document)
        draft.decision = decision(row)
        draft.minutes = row.paragraphs("EventItemMinutesNote", "MinutesNote").joined(separator: "\n")
        let isItem =
            !draft.number.isEmpty || hasMatter(row) || !draft.documents.isEmpty
            || ProceduralTitles.contain(draft.title) || ForeignProceduralTitles.contain(draft.title)
        draft.isHeading = isNumbered && !isItem
        return draft
    }

    private static func number(_ row: AgendaRecord) -> String {
        ItemNumber.normal(row.line("EventItemAgendaNumber", "AgendaNumber"))
    }

    private static func hasMatter(_ row: AgendaRecord) -> Bool {
        matterID(row) != nil || !row.line("EventItemMatterFile", "MatterFile").isEmpty
    }

    private static func matterID(_ row: AgendaRecord) -> Int? {
        row.int("EventItemMatterId", "MatterID").flatMap { $0 == 0 ? nil : $0 }
    }

    /// "CB 119876, Council Bill", where the title does not say so already.
    private static func matter(_ row: AgendaRecord, _ title: String) -> String? {
        let file = row.line("EventItemMatterFile", "MatterFile")
        let kind = row.line("EventItemMatterType", "MatterType")
        guard !file.isEmpty, !title.contains(file) else { return nil }
        return kind.isEmpty ? file : "\(file), \(kind)"
    }

    /// "Approved (Pass, 6:1)" and what the minutes say was done.
    private static func decision(_ row: AgendaRecord) -> String {
        let result = [row.line("EventItemPassedFlagName", "PassedFlagName"), row.line("EventItemTally", "Tally")]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let action = row.line("EventItemActionName", "ActionName")
        let first = action.isEmpty ? result : result.isEmpty ? action : "\(action) (\(result))"
        let text = row.paragraphs("EventItemActionText", "ActionText").filter { $0 != first }
        return ((first.isEmpty ? [] : [first]) + text).joined(separator: "\n")
    }

    private static func document(_ value: JSONValue) -> AgendaItem.Document? {
        var document = AgendaJSON.document(
            value, titles: ["MatterAttachmentName", "MatterAttachmentFileName", "Name"],
            addresses: ["MatterAttachmentHyperlink", "Hyperlink", "Link"])
        let shown = AgendaRecord(value)?.flag("MatterAttachmentShowOnInternetPage")
        if shown == false { document?.restricted = true }
        return document
    }
}
