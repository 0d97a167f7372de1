import EarshotCore

/// One row of an agenda as an importer finds it, before the rows are seen together.
struct ItemDraft {
    /// The source's own id; `nil` where it has none.
    var id: String?
    /// As printed: "5.", "5(a)", "" .
    var number = ""
    var title: String
    var text = ""
    /// What the meeting decided, and the item's minutes, where the file already holds them: plain text.
    var decision = ""
    var minutes = ""
    var url: String?
    var documents: [AgendaItem.Document] = []
    /// The source marks the item itself as restricted.
    var restricted = false
    /// The source says that this is a section title; `nil` where that has to be told from the other rows.
    var isHeading: Bool?
    /// Counted from 1; 0 where unknown.
    var line = 0
}

/// Makes items of drafts: the rules that hold for every format.
enum AgendaItems {
    /// The items in order, with what the officer should know. Throws where there is no item at all.
    static func items(from drafts: [ItemDraft], path: String) -> (items: [AgendaItem], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let anyNumbered = drafts.contains { !ItemNumber.normal($0.number).isEmpty && $0.isHeading != true }
        var items: [AgendaItem] = []
        var lines: [Int] = []
        var isPrivatePart = false
        for draft in drafts {
            let title = ItemTitle.cleaned(draft.title)
            let number = ItemNumber.normal(draft.number)
            guard !title.isEmpty else {
                if !number.isEmpty || !draft.text.isEmpty || draft.id != nil {
                    diagnostics.append(untitled(number, path, draft.line))
                }
                continue
            }
            let isHeading = draft.isHeading ?? (number.isEmpty && draft.documents.isEmpty && anyNumbered)
            if isHeading { isPrivatePart = RestrictedWords.beginsPrivatePart(title) }
            var item = AgendaItem(
                id: AgendaItem.ID(draft.id ?? "item-\(items.count + 1)"), position: items.count + 1,
                number: isHeading ? "" : number, title: title, text: draft.text, decision: draft.decision,
                minutes: draft.minutes,
                url: draft.url, documents: draft.documents, kind: isHeading ? .heading : .business)
            if !isHeading, ProceduralTitles.contain(title) { item.kind = .procedural }
            item.restricted =
                draft.restricted || (!isHeading && RestrictedWords.mark(title))
                || (item.kind == .business && (isPrivatePart || RestrictedWords.mark(text: draft.text)))
            if item.restricted, !draft.restricted, item.kind == .business {
                diagnostics.append(readAsRestricted(item, path, draft.line))
            }
            items.append(item)
            lines.append(draft.line)
        }
        diagnostics += afterExclusion(items, lines, path)
        keepApart(&items, lines, path, &diagnostics)
        return (items, diagnostics)
    }

    /// A note on business that follows the exclusion of the public without being marked as restricted.
    private static func afterExclusion(_ items: [AgendaItem], _ lines: [Int], _ path: String) -> [Diagnostic] {
        guard let start = items.firstIndex(where: { $0.kind == .procedural && ProceduralTitles.isExclusion($0.title) })
        else { return [] }
        let after = items[(start + 1)...].prefix { $0.kind != .heading }.filter(\.isLinkable)
        guard !after.isEmpty else { return [] }
        let names = after.map { $0.number.isEmpty ? $0.id.rawValue : $0.number }.joined(separator: ", ")
        return [
            Diagnostic(
                .note,
                "After the item that excludes the public stand items that are not marked as restricted: \(names)",
                at: place(path, lines[start]),
                mend: "Name those that are exempt under leave_out in meeting.yaml")
        ]
    }

    /// Notes of one kind in one file before the rest is only counted (chosen, not derived).
    private static let shown = 20

    /// Gives a second item with the same id a suffix, and says where a number stands twice.
    private static func keepApart(
        _ items: inout [AgendaItem], _ lines: [Int], _ path: String, _ diagnostics: inout [Diagnostic]
    ) {
        var ids = Set(items.map(\.id))
        var seen: [AgendaItem.ID: Int] = [:]
        var numbers: [String: Int] = [:]
        var notes: [Diagnostic] = []
        for index in items.indices {
            let original = items[index].id
            var count = (seen[original] ?? 0) + 1
            while count > 1, !ids.insert(AgendaItem.ID("\(original.rawValue)-\(count)")).inserted { count += 1 }
            seen[original] = count
            if count > 1 {
                items[index].id = AgendaItem.ID("\(original.rawValue)-\(count)")
                notes.append(sameID(original, items[index].id, place(path, lines[index])))
            }
            let number = items[index].number
            guard !number.isEmpty else { continue }
            if let earlier = numbers[number] {
                notes.append(sameNumber(number, items[earlier].id, items[index].id, place(path, lines[index])))
            } else {
                numbers[number] = index
            }
        }
        diagnostics += notes.prefix(shown)
        if notes.count > shown {
            diagnostics.append(Diagnostic(.note, "\(notes.count - shown) more items share an id or a number", at: path))
        }
    }

    private static func sameID(_ old: AgendaItem.ID, _ new: AgendaItem.ID, _ place: String) -> Diagnostic {
        Diagnostic(.note, "Two items carry the id \(old.rawValue); the later one is called \(new.rawValue)", at: place)
    }

    private static func sameNumber(
        _ number: String, _ first: AgendaItem.ID, _ second: AgendaItem.ID, _ place: String
    ) -> Diagnostic {
        Diagnostic(
            .note,
            "Two items carry the number \(number): they are told apart by their ids, "
                + "\(first.rawValue) and \(second.rawValue)",
            at: place, mend: "Where you name one of them in meeting.yaml, use its id")
    }

    private static func untitled(_ number: String, _ path: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .warning, "\(number.isEmpty ? "An item" : "Item \(number)") has no title and was left out",
            at: place(path, line),
            mend: "Give it a title in the file if threads may be about it")
    }

    private static func readAsRestricted(_ item: AgendaItem, _ path: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .note,
            "\(item.number.isEmpty ? "An item" : "Item \(item.number)") reads as restricted (exempt or confidential): "
                + "nothing is linked to it", at: place(path, line))
    }

    static func place(_ path: String, _ line: Int) -> String { line > 0 ? "\(path):\(line)" : path }

    static func none(_ path: String, mend: String) -> Diagnostic {
        Diagnostic(.error, "No agenda items found", at: path, mend: mend)
    }
}
