import EarshotCore

/// Reads a calendar file (iCalendar, .ics) of one meeting whose description holds a numbered agenda, and says of every
/// other what it is. Source: RFC 5545.
struct CalendarAgendaImporter: AgendaImporter {
    private static let limit = 64 << 20

    let format = FileFormat(name: "agenda-calendar", title: "Calendar entry (iCalendar)")

    func recognises(_ head: FileHead) -> Bool {
        AgendaHead(head).text.drop { $0.isWhitespace }.hasPrefix("begin:vcalendar")
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let text = TextEncoding.decode(try file.wholeBytes(limit: Self.limit)).text
        let events = CalendarEvent.events(in: String(decoding: text, as: UTF8.self))
        guard let event = events.first else {
            throw Diagnostic(
                .error, "The calendar holds no meetings", at: context.path,
                mend: "Save the meeting's agenda page as HTML")
        }
        guard events.count == 1 else {
            throw Diagnostic(
                .error, "This is a list of \(events.count) meetings, not an agenda",
                at: "\(context.path):\(event.line)",
                mend: "Save the agenda of one meeting, as HTML, Word, PDF or text")
        }
        let lines = event.description.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated().map { TextLine(String($1), line: $0 + 1) }
        var outline = TextOutline(lines)
        guard outline.drafts().count(where: { !ItemNumber.normal($0.number).isEmpty }) > 1 else {
            throw Self.bare(event, context)
        }
        var reading = try TextAgenda.reading(
            lines, context: context, tellsLines: false, mend: "Save the meeting's agenda page as HTML")
        reading.agenda.meeting = event.meeting(from: reading.agenda.meeting, zone: context.timeZone)
        if event.repeats {
            reading.diagnostics.append(
                Diagnostic(
                    .note, "The calendar entry stands for several meetings; it is read as the first of them",
                    at: "\(context.path):\(event.line)", mend: "Set \"start\" in meeting.yaml to the one that you mean")
            )
        }
        return reading
    }

    private static func bare(_ event: CalendarEvent, _ context: ImportContext) -> Diagnostic {
        let meeting = event.meeting(from: Meeting(id: Meeting.ID("")), zone: context.timeZone)
        let name = meeting.title.isEmpty ? "" : " (\(meeting.title.prefix(100)))"
        let day = meeting.start.map { " on \($0.iso.prefix(10))" } ?? ""
        return Diagnostic(
            .error, "This is a calendar entry for one meeting\(name)\(day), without its agenda items",
            at: "\(context.path):\(event.line)",
            mend: event.url.isEmpty
                ? "Save the meeting's agenda itself, as HTML, Word, PDF or text"
                : "Open \(event.url.prefix(200)) and save the agenda itself, as HTML, Word, PDF or text")
    }
}

/// One entry of a calendar.
struct CalendarEvent {
    /// The line on which it begins, from 1.
    var line: Int
    private var values: [String: (value: String, zone: String)] = [:]

    var description: String {
        let plain = values["DESCRIPTION"]?.value ?? ""
        let text = plain.isEmpty ? values["X-ALT-DESC"]?.value ?? "" : plain
        return text.contains(/<(?:br|p|li|div|ol|ul)\b/.ignoresCase()) ? HTMLText(html: text).text : text
    }
    var url: String { WebAddress.page(values["URL"]?.value ?? "") ?? "" }
    /// The entry stands for several meetings.
    var repeats: Bool { values["RRULE"] != nil || values["RDATE"] != nil }

    /// The meeting's particulars; what the calendar says goes before what its description says.
    func meeting(from base: Meeting, zone: String) -> Meeting {
        var meeting = base
        let title = MarkupText.collapsed(values["SUMMARY"]?.value ?? "")
        if !title.isEmpty {
            let named = TextHeader([title]).meeting()
            (meeting.title, meeting.body) = (named.title, named.body)
            if !named.council.isEmpty { meeting.council = named.council }
        }
        let venue = MarkupText.collapsed(values["LOCATION"]?.value ?? "")
        if !venue.isEmpty { meeting.venue = venue }
        if !url.isEmpty { meeting.url = url }
        if ["CANCELLED"].contains(values["STATUS"]?.value.uppercased()) { meeting.status = .cancelled }
        if let start = values["DTSTART"] {
            meeting.timeZone = Dates.isZone(start.zone) ? start.zone : zone
            meeting.start = Self.time(start.value, zone: meeting.timeZone) ?? meeting.start
        }
        return meeting
    }

    /// "20240509T083000", "20240509T133000Z", "20240509".
    private static func time(_ text: String, zone: String) -> LocalTime? {
        let digits = text.filter(\.isNumber).compactMap(\.wholeNumberValue)
        guard digits.count == 8 || digits.count >= 12 else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let hasTime = digits.count >= 12
        let local = LocalTime(
            year: number(0..<4), month: number(4..<6), day: number(6..<8), hour: hasTime ? number(8..<10) : 0,
            minute: hasTime ? number(10..<12) : 0, second: digits.count >= 14 ? min(number(12..<14), 59) : 0,
            hasTime: hasTime)
        guard let local, hasTime, text.hasSuffix("Z") || text.hasSuffix("z") else { return local }
        return Dates.local(of: Timestamp(seconds: local.secondsFromEpoch), zone: zone)
    }

    /// The events of a calendar, in order. What belongs to an alarm within an event is passed over.
    static func events(in text: String) -> [CalendarEvent] {
        var events: [CalendarEvent] = []
        var open: CalendarEvent?
        var inner = 0
        for (number, line) in unfolded(text) {
            let (name, zone, value) = parts(of: line)
            switch (name, value.uppercased()) {
            case ("BEGIN", "VEVENT"): open = CalendarEvent(line: number)
            case ("END", "VEVENT"):
                if let event = open { events.append(event) }
                open = nil
                inner = 0
            case ("BEGIN", _) where open != nil: inner += 1
            case ("END", _) where open != nil: inner = max(0, inner - 1)
            default:
                guard open != nil, inner == 0, open?.values[name] == nil else { continue }
                let isText = ["SUMMARY", "DESCRIPTION", "LOCATION", "X-ALT-DESC"].contains(name)
                open?.values[name] = (isText ? unescaped(value) : value, zone)
            }
        }
        // A file cut off within its last event.
        if let event = open { events.append(event) }
        return events
    }

    /// Lines that begin with a space go on from the one before.
    private static func unfolded(_ text: String) -> [(Int, String)] {
        var lines: [(Int, String)] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if let first = line.first, first == " " || first == "\t", !lines.isEmpty {
                lines[lines.count - 1].1 += line.dropFirst()
            } else if !line.isEmpty {
                lines.append((index + 1, String(line)))
            }
        }
        return lines
    }

    /// `DTSTART;TZID="Europe/London":20261125T183000` → name, zone, value.
    private static func parts(of line: String) -> (name: String, zone: String, value: String) {
        var isQuoted = false
        let colon = line.firstIndex { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ":" && !isQuoted
        }
        guard let colon else { return (line.uppercased(), "", "") }
        let fields = line[..<colon].split(separator: ";")
        let zone = fields.dropFirst().first { $0.uppercased().hasPrefix("TZID=") }
        // Groups stand before a point: "item1.SUMMARY".
        let name = fields.first?.split(separator: ".").last.map { $0.uppercased() } ?? ""
        let value = String(line[line.index(after: colon)...])
        return (name, String(zone?.dropFirst(5).filter { $0 != "\"" } ?? ""), value)
    }

    /// `\n`, `\,`, `\;`, `\\`.
    private static func unescaped(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "\\", let next = rest.popFirst() else {
                out.append(character)
                continue
            }
            if next == "n" || next == "N" { out.append("\n") } else { out.append(next) }
        }
        return out
    }
}
