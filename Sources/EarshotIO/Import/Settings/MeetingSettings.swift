package import EarshotCore

/// What an officer says in `meeting.yaml` where the files don't say enough. Every key may be left out.
package struct MeetingSettings: Equatable, Sendable {
    /// An entry of `leave_out`: an item's number, id or title.
    package struct ItemName: Equatable, Sendable {
        package var name: String
        /// The line in the file.
        package var line: Int
    }

    /// An entry of `notes`: what an officer has to say on an item.
    package struct ItemNote: Equatable, Sendable {
        package var item: ItemName
        package var text: String
    }

    /// As messages show the file: "meeting.yaml".
    package var path: String
    package var council: String?
    package var body: String?
    package var title: String?
    package var start: LocalTime?
    package var venue: String?
    /// IANA name, checked.
    package var timeZone: String?
    package var url: String?
    package var wards: [String]
    package var deadline: LocalTime?
    package var places: [Place]
    /// File path inside the meeting's folder, or a pattern with "*" → our column → header as the file writes it; of
    /// several headers a line each.
    package var columns: [String: [String: String]]
    /// File path or pattern → what holds for the file where it says nothing itself, as `TableDefaults` names it.
    package var files: [String: [String: String]]
    package var leaveOut: [ItemName]
    /// The council's own participation rules, else `ParticipationRule.standard`.
    package var rules: [ParticipationRule]
    /// More names of places that the linker should know: "the Rec", "Acacia Road Library".
    package var names: [String]
    /// Names of private people to be redacted in every output.
    package var redact: [String]
    /// An officer's note on the whole pack.
    package var note = ""
    package var notes: [ItemNote] = []
    /// How words are quoted; `nil` leaves it to the council's settings and the edition.
    package var quotes: QuotePolicy?

    /// The settings of a meeting without `meeting.yaml`.
    package init(path: String = "meeting.yaml") {
        self.path = path
        wards = []
        places = []
        columns = [:]
        files = [:]
        leaveOut = []
        rules = ParticipationRule.standard
        names = []
        redact = []
    }

    /// Which header holds which of our columns in the file at `path` ("threads/survey.csv"), and what else is said of the
    /// file. What is said for the file itself goes before what a pattern says, a longer pattern before a shorter one.
    package func columns(for path: String) -> [String: String] {
        Self.merged(columns, for: path).merging(Self.merged(files, for: path)) { $1 }
    }

    private static func merged(_ said: [String: [String: String]], for path: String) -> [String: String] {
        let fitting = said.keys.filter { $0 == path || matches(Array(path.utf8), Array($0.utf8)) }
        let ordered = fitting.sorted { a, b in
            let (x, y) = (a == path ? Int.max : a.utf8.count, b == path ? Int.max : b.utf8.count)
            return x != y ? x < y : a.utf8.lexicographicallyPrecedes(b.utf8)
        }
        return ordered.reduce(into: [:]) { $0.merge(said[$1] ?? [:]) { $1 } }
    }

    /// Whether the path fits a pattern in which "*" stands for any characters.
    private static func matches(_ path: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (i, j) = (0, 0)
        var star: (pattern: Int, path: Int)?
        while i < path.count {
            if j < pattern.count, pattern[j] == UInt8(ascii: "*") {
                star = (j, i)
                j += 1
            } else if j < pattern.count, pattern[j] == path[i] {
                i += 1
                j += 1
            } else if let last = star {
                star = (last.pattern, last.path + 1)
                j = last.pattern + 1
                i = last.path + 1
            } else {
                return false
            }
        }
        return pattern[j...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// Puts what the officer says in place of what the agenda says, and marks the items left out. Answers a warning for
    /// each entry of `leave_out` that names no item, or more than one.
    package func apply(to agenda: inout Agenda) -> [Diagnostic] {
        apply(to: &agenda.meeting)
        if let url { Self.complete(&agenda.items, from: url) }
        var diagnostics: [Diagnostic] = []
        for entry in leaveOut {
            let matches = find(entry, for: "leave_out", outcome: "all are left out", in: agenda.items, &diagnostics)
            for index in matches { agenda.items[index].leftOut = true }
        }
        return diagnostics
    }

    /// What the officer says on items and how words are to be quoted. Answers a warning for each entry of `notes` that
    /// names no item, or more than one.
    package func presentation(of items: [AgendaItem]) -> (Presentation, [Diagnostic]) {
        var presentation = Presentation()
        presentation.note = note
        presentation.quotes = quotes
        var diagnostics: [Diagnostic] = []
        for entry in notes {
            let matches = find(entry.item, for: "notes", outcome: "all carry the note", in: items, &diagnostics)
            for index in matches { presentation.notes[items[index].id.rawValue] = entry.text }
        }
        return (presentation, diagnostics)
    }

    /// The items that an entry of a list names; a warning where that is not exactly one.
    private func find(
        _ entry: ItemName, for key: String, outcome: String, in items: [AgendaItem], _ diagnostics: inout [Diagnostic]
    ) -> [Int] {
        let matches = Self.items(named: entry.name, in: items)
        guard matches.count != 1 else { return matches }
        let many = matches.map { items[$0].id.rawValue }.joined(separator: ", ")
        diagnostics.append(
            Diagnostic(
                .warning,
                matches.isEmpty
                    ? "No agenda item has the number, id or title \"\(entry.name)\" that \(key) names"
                    : "\(key) names \"\(entry.name)\", and several items carry it; \(outcome): \(many)",
                at: "\(path):\(entry.line)",
                mend: matches.isEmpty
                    ? "Write the number, id or title as the agenda has it" : "Name the one you mean by its id"))
        return matches
    }

    private func apply(to meeting: inout Meeting) {
        if let council { meeting.council = council }
        if let body {
            if meeting.title == meeting.body || meeting.title.isEmpty { meeting.title = body }
            meeting.body = body
        }
        if let title { meeting.title = title }
        if let start { meeting.start = start }
        if let venue { meeting.venue = venue }
        if let timeZone { meeting.timeZone = timeZone }
        if let url { meeting.url = url }
        if !wards.isEmpty { meeting.wards = wards }
        if let deadline { meeting.deadline = deadline }
    }

    /// A saved page does not always say where it came from: with the meeting's address the items' own addresses
    /// (ModernGov: `…#AI51902`) and those of their documents are known as well.
    private static func complete(_ items: inout [AgendaItem], from url: String) {
        for index in items.indices {
            let id = items[index].id.rawValue
            if items[index].url == nil, id.hasPrefix("AI"), id.count > 2, id.dropFirst(2).allSatisfy(\.isNumber) {
                items[index].url = "\(url.prefix { $0 != "#" })#\(id)"
            }
            for document in items[index].documents.indices {
                guard let address = items[index].documents[document].url else { continue }
                items[index].documents[document].url = WebAddress.resolved(address, against: url)
            }
        }
    }

    /// By id, else by number, else by title; case and white space don't count.
    private static func items(named name: String, in items: [AgendaItem]) -> [Int] {
        let wanted = MarkupText.collapsed(name).lowercased()
        let number = ItemNumber.normal(name).lowercased()
        let byId = items.indices.filter { items[$0].id.rawValue.lowercased() == wanted }
        if !byId.isEmpty { return byId }
        let byNumber = items.indices.filter { !number.isEmpty && items[$0].number.lowercased() == number }
        if !byNumber.isEmpty { return byNumber }
        return items.indices.filter {
            items[$0].title.lowercased() == wanted || items[$0].label.lowercased() == wanted
        }
    }
}

extension ParticipationRule {
    /// Used where `meeting.yaml` gives no rules of the council's own.
    package static let standard = [
        ParticipationRule(reason: "abuse", text: "Abusive, threatening, discriminatory or hateful words"),
        ParticipationRule(
            reason: "personal attack", text: "A personal attack on a member of staff, a councillor or a resident"),
        ParticipationRule(
            reason: "private information", text: "Private information about a person who can be recognised"),
        ParticipationRule(reason: "off topic", text: "Not about any business of the meeting"),
        ParticipationRule(reason: "advertising", text: "Advertising or spam"),
        ParticipationRule(reason: "duplicate", text: "The same comment by the same person, taken in twice"),
        ParticipationRule(
            reason: "election material", text: "Election material, or published in a pre-election period"),
        ParticipationRule(reason: "unlawful", text: "Defamatory, in contempt of court, or against another law"),
    ]
}
