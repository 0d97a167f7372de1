import EarshotCore

/// The lines above the first item of a typed agenda: council, body, date, place.
struct TextHeader {
    private let lines: [String]

    init(_ lines: [String]) {
        self.lines = Array(lines.prefix(20))
    }

    func meeting() -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        for line in lines where !Self.isDecoration(line) && !Self.isOfClerk(line) {
            if let (key, value) = Self.labelled(line) {
                Self.set(key, value, &meeting)
            } else if let start = meeting.start, !start.hasTime, let time = Self.time(line, on: start) {
                meeting.start = time
            } else if let (found, before) = Self.date(in: line) {
                if meeting.start == nil { meeting.start = found }
                if meeting.body.isEmpty, !before.isEmpty { Self.name(before, &meeting) }
            } else if meeting.start != nil, !meeting.body.isEmpty {
                if meeting.venue.isEmpty, line.count <= 120 { meeting.venue = line }
            } else if meeting.body.isEmpty, line.count <= 160 {
                Self.name(line, &meeting)
            }
        }
        if meeting.body.isEmpty { meeting.body = meeting.council }
        if meeting.title.isEmpty { meeting.title = meeting.body }
        return meeting
    }

    private static let statusWords = ["cancelled", "abandoned", "postponed", "rescheduled"]

    /// "cancelled", "postponed"… in the heading lines.
    static func statusWord(in lines: [String]) -> String? {
        for line in lines.prefix(20) where line.count <= 160 {
            let parts = line.lowercased().split { !$0.isLetter }
            if let word = statusWords.first(where: { parts.contains(Substring($0)) }) { return word }
        }
        return nil
    }

    /// Whether a line belongs to the heading of the document rather than to a section of items.
    static func isAboutMeeting(_ line: String) -> Bool {
        if labelled(line) != nil || Dates.firstLocal(in: line) != nil || isDecoration(line) { return true }
        let words = line.lowercased().split { !$0.isLetter }
        return words.contains {
            ["council", "cabinet", "committee", "meeting", "board", "panel", "cyngor"].contains($0)
        }
    }

    // MARK: - Lines

    private static let labels: [String: String] = [
        "council": "council", "authority": "council", "body": "body", "committee": "body", "meeting": "body",
        "meeting of": "body", "agenda for": "body", "date": "date", "date and time": "date", "when": "date",
        "start": "date", "time": "time", "starts": "time", "venue": "venue", "location": "venue", "place": "venue",
        "where": "venue", "url": "url", "link": "url", "title": "title",
        "cyngor": "council", "pwyllgor": "body", "dyddiad": "date", "amser": "time", "lleoliad": "venue",
    ]

    private static func labelled(_ line: String) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let label = MarkupText.collapsed(line[..<colon].filter { !"*-•".contains($0) }).lowercased()
        let value = MarkupText.collapsed(line[line.index(after: colon)...])
        guard let key = labels[label], !value.isEmpty else { return nil }
        return (key, value)
    }

    private static func set(_ key: String, _ value: String, _ meeting: inout Meeting) {
        switch key {
        case "council": meeting.council = value
        case "body": meeting.body = value
        case "title": meeting.title = value
        case "venue": meeting.venue = value
        case "url": meeting.url = WebAddress.page(value)
        case "date": meeting.start = Dates.firstLocal(in: value)?.time ?? meeting.start
        default:
            guard let start = meeting.start, !start.hasTime else { return }
            meeting.start = time(value, on: start) ?? start
        }
    }

    /// "7pm", "6.30 pm - 9 pm".
    private static func time(_ text: String, on day: LocalTime) -> LocalTime? {
        guard text.count <= 40, let found = Dates.firstLocal(in: "\(day.iso.prefix(10)) \(text)"), found.time.hasTime,
            Dates.firstLocal(in: text) == nil
        else { return nil }
        return found.time
    }

    /// A date with the words before it: "Cabinet – 25 November 2026" → "Cabinet".
    private static func date(in line: String) -> (LocalTime, before: String)? {
        guard let found = Dates.firstLocal(in: line) else { return nil }
        let before = String(decoding: Array(line.utf8)[..<found.range.lowerBound], as: UTF8.self)
        var words = before.split(whereSeparator: \.isWhitespace).map(String.init)
        while let last = words.last, ["on", "-", "–", "—", ",", "at", "meeting"].contains(last.lowercased()) {
            words.removeLast()
        }
        let name = words.joined(separator: " ")
        return (found.time, String(name.reversed().drop { ",-–— :".contains($0) }.reversed()))
    }

    /// "Derwent Vale Council: Cabinet", "Derwent Vale Council" and then "Cabinet", "Agenda for Cabinet".
    private static func name(_ line: String, _ meeting: inout Meeting) {
        var text = withoutStatus(line)
        if let summons = summoned(text) {
            if summons.hasSuffix("Council"), meeting.council.isEmpty { meeting.council = summons }
            if !summons.isEmpty, summons.lowercased() != meeting.council.lowercased() { meeting.body = summons }
            return
        }
        for opening in [
            "agenda for the ", "agenda for ", "agenda of the ", "agenda: ", "agenda - ", "agenda – ", "meeting of the ",
            "meeting of ",
        ]
        where text.lowercased().hasPrefix(opening) { text = String(text.dropFirst(opening.count)) }
        for mark in [" — ", " – ", " - ", ": ", ", ", " | "] {
            guard let range = text.firstRange(of: mark) else { continue }
            let first = String(text[..<range.lowerBound])
            let rest = String(text[range.upperBound...])
            if isCouncil(first), meeting.council.isEmpty {
                meeting.council = first
                meeting.body = rest
                return
            }
            if rest.lowercased() == "agenda" { text = first }
        }
        if isCouncil(text), meeting.council.isEmpty { meeting.council = text } else { meeting.body = text }
    }

    /// The body that a sentence calls together, "You are summoned to attend a meeting of Harwick Parish Council which…",
    /// empty where it names none; `nil` for what is no such sentence.
    private static func summoned(_ line: String) -> String? {
        let text = line.lowercased()
        guard
            ["summoned", "hereby", "are invited", "will be held", "will take place", "to be held", "will meet"]
                .contains(where: { text.contains($0) })
        else { return nil }
        let pattern =
            /(?:[Mm]eeting of (?:the )?|given that (?:the )?)((?:[A-Z][\w'’&-]*|of|and|the|\([A-Z]\w*\))(?: (?:[A-Z][\w'’&-]*|of|and|the|\([A-Z]\w*\)))*)/
        guard let match = line.firstMatch(of: pattern), match.1.first?.isUppercase == true else { return "" }
        return String(match.1)
    }

    /// "Licensing Panel (POSTPONED)" → "Licensing Panel".
    private static func withoutStatus(_ line: String) -> String {
        let words = line.split(separator: " ").filter { !statusWords.contains($0.lowercased().filter(\.isLetter)) }
        return String(words.joined(separator: " ").reversed().drop { ",-–—: ".contains($0) }.reversed())
    }

    private static func isCouncil(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        return words.last == "council" && words.count > 1 && words.first != "full" || words.starts(with: ["cyngor"])
            || (words.contains("borough") && !words.contains("committee"))
    }

    /// The clerk's address, telephone number and signature.
    private static func isOfClerk(_ line: String) -> Bool {
        let text = line.lowercased()
        let openings = [
            "signed", "tel:", "tel ", "telephone", "email", "e-mail", "yours ", "dear ", "clerk", "parish clerk",
        ]
        // Source: the form of British postcodes. A venue says where, behind a date; an address stands on its own.
        let isAddress = line.firstMatch(of: /^\d+\w? .*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/) != nil
        return isAddress || openings.contains { text.hasPrefix($0) }
    }

    /// Rules, and words that say only what the document is.
    private static func isDecoration(_ line: String) -> Bool {
        let text = line.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
        return text.isEmpty
            || [
                "agenda", "public agenda", "order of business", "agenda items", "items", "business",
                "agenda and reports", "meeting agenda", "notice of meeting", "rhaglen", "item",
            ].contains(text)
    }
}
