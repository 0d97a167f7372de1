package import EarshotCore
import Foundation

/// Reads the spellings of dates that agendas and saved threads use. Nothing here looks at the clock, the locale or the
/// computer's own time zone.
package enum Dates {
    /// The moment that `text` names, or `nil` where it names none.
    ///
    /// Reads ISO 8601 with and without zone and fraction, RFC 2822, "9 November 2026 18:04", "09/11/2026 18:04",
    /// "Sat Nov 17 05:09:36 WIB 2018" and Unix seconds, milliseconds or microseconds in digits. An unknown zone abbreviation counts as
    /// no zone. A date without a time is read as that day's midnight.
    /// - Parameters:
    ///   - zone: The IANA zone of times that carry none; check it with `isZone` where it is given by a person.
    ///   - dayFirst: Whether 09/11/2026 is in November (true) or September. A date impossible in that order is `nil`.
    package static func moment(_ text: String, zone: String, dayFirst: Bool = true) -> Timestamp? {
        let bytes = text.utf8.span
        if let found = FixedDate.read(bytes) {
            switch found {
            case .utc(let seconds): return Timestamp(seconds: seconds, offset: 0)
            case .time(let local, let offset): return moment(of: local, offset: offset, zone: zone)
            }
        }
        guard let found = DateText(bytes, dayFirst: dayFirst).whole() else { return nil }
        return moment(of: found.local, offset: found.offset, zone: zone)
    }

    /// The moment that a spreadsheet's day number names ("46335.7528"), in Excel's 1900 system: days since 30 December
    /// 1899, a fraction for the time of day. `nil` for anything but a day between 1970 and 2099.
    package static func spreadsheetMoment(_ text: String, zone: String) -> Timestamp? {
        let digits = text.drop(while: \.isWhitespace)
        guard digits.utf8.count >= 5, digits.utf8.allSatisfy({ $0 &- 48 < 10 || $0 == UInt8(ascii: ".") || $0 == 32 }),
            let days = Double(digits.filter { $0 != " " }), (25_569..<73_051).contains(days)
        else { return nil }
        let seconds = Int64(((days - 25_569) * 86400).rounded())
        return moment(of: LocalTime(secondsFromEpoch: seconds), zone: zone)
    }

    /// The wall-clock time that `text` names, or `nil` where it names none or holds anything else:
    /// "Wednesday, 11th February, 2026 3.00 pm", "Thursday 15 January 2026 7:30 pm", "2026-11-25 18:30".
    package static func local(_ text: String, dayFirst: Bool = true) -> LocalTime? {
        let bytes = text.utf8.span
        if case .time(let local, nil) = FixedDate.read(bytes) { return local }
        return DateText(bytes, dayFirst: dayFirst).whole()?.local
    }

    /// The first date within a longer text, with the time beside it if there is one, and the UTF-8 bytes it takes up:
    /// "Cabinet - Thursday 15 January 2026 7:30 pm" gives the time and the range from "Thursday" to "pm".
    package static func firstLocal(in text: String) -> (time: LocalTime, range: Range<Int>)? {
        DateText(text.utf8.span, dayFirst: true).first()
    }

    /// The moment at which clocks in `zone` show `local`.
    ///
    /// A time that clocks show twice (October) is read as the earlier moment; one that they skip (March) is moved on by
    /// the hour skipped. A zone that does not exist counts as UTC.
    package static func moment(of local: LocalTime, zone: String) -> Timestamp {
        Timestamp(seconds: seconds(of: local, zone: zone), offset: nil)
    }

    /// What clocks in `zone` show at `moment`. A zone that does not exist counts as UTC.
    package static func local(of moment: Timestamp, zone: String) -> LocalTime {
        guard let zone = TimeZone(identifier: zone) else { return LocalTime(secondsFromEpoch: moment.seconds) }
        return LocalTime(secondsFromEpoch: moment.seconds + offset(at: moment.seconds, in: zone))
    }

    /// Whether `name` is a zone of the IANA database: "Europe/London".
    package static func isZone(_ name: String) -> Bool {
        (name == "UTC" || name.contains("/")) && TimeZone(identifier: name) != nil
    }

    private static func moment(of local: LocalTime, offset: Int?, zone: String) -> Timestamp {
        guard let offset else { return moment(of: local, zone: zone) }
        return Timestamp(seconds: local.secondsFromEpoch - Int64(offset * 60), offset: offset)
    }

    private static func seconds(of local: LocalTime, zone: String) -> Int64 {
        let wall = local.secondsFromEpoch
        guard let zone = TimeZone(identifier: zone) else { return wall }
        // The offsets a day before and after: where they agree no clock was changed in between.
        let before = offset(at: wall - 86400, in: zone)
        let after = offset(at: wall + 86400, in: zone)
        if before == after { return wall - before }
        let exact = [wall - before, wall - after].filter { $0 + offset(at: $0, in: zone) == wall }
        return exact.min() ?? wall - before
    }

    private static func offset(at seconds: Int64, in zone: TimeZone) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}

/// Dates in fixed columns, read without allocating: ISO 8601 and Unix time.
enum FixedDate {
    case utc(Int64)
    /// `offset`: minutes east of UTC.
    case time(LocalTime, offset: Int?)

    static func read(_ text: Span<UInt8>) -> FixedDate? {
        var start = 0
        var end = text.count
        while start < end, text[start] <= 32 { start += 1 }
        while end > start, text[end - 1] <= 32 { end -= 1 }
        let length = end - start
        if length >= 10, text[start + 4] == UInt8(ascii: "-"), text[start + 7] == UInt8(ascii: "-") {
            return iso(text, start, end)
        }
        return unix(text, start, end)
    }

    private static func iso(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> FixedDate? {
        guard let year = number(text, start, 4, end), let month = number(text, start + 5, 2, end),
            let day = number(text, start + 8, 2, end)
        else { return nil }
        if end - start == 10 {
            return LocalTime(year: year, month: month, day: day, hasTime: false).map { .time($0, offset: nil) }
        }
        var i = start + 10
        guard text[i] | 32 == UInt8(ascii: "t") || text[i] == 32 else { return nil }
        i += 1
        guard let hour = number(text, i, 2, end), i + 2 < end, text[i + 2] == UInt8(ascii: ":"),
            let minute = number(text, i + 3, 2, end)
        else { return nil }
        i += 5
        var second = 0
        if i < end, text[i] == UInt8(ascii: ":") {
            guard let found = number(text, i + 1, 2, end) else { return nil }
            second = min(found, 59)
            i += 3
            if i < end, text[i] == UInt8(ascii: ".") || text[i] == UInt8(ascii: ",") {
                i += 1
                while i < end, text[i] &- 48 < 10 { i += 1 }
            }
        }
        guard let zone = zone(text, i, end),
            let local = LocalTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        return .time(local, offset: zone.offset)
    }

    /// "", "Z", " UTC", "+01", "+0100", "+01:00", a space allowed before; `nil` where something else follows.
    private static func zone(_ text: Span<UInt8>, _ from: Int, _ end: Int) -> (offset: Int?, Void)? {
        var i = from
        while i < end, text[i] == 32 { i += 1 }
        if i == end { return (nil, ()) }
        if text[i] | 32 == UInt8(ascii: "z"), i + 1 == end { return (0, ()) }
        if end - i == 3, text[i] == UInt8(ascii: "U"), text[i + 1] == UInt8(ascii: "T"),
            text[i + 2] == UInt8(ascii: "C")
        {
            return (0, ())
        }
        guard text[i] == UInt8(ascii: "+") || text[i] == UInt8(ascii: "-"), let hours = number(text, i + 1, 2, end),
            hours <= 14
        else { return nil }
        let sign = text[i] == UInt8(ascii: "-") ? -1 : 1
        i += 3
        if i == end { return (sign * hours * 60, ()) }
        if text[i] == UInt8(ascii: ":") { i += 1 }
        guard let minutes = number(text, i, 2, end), minutes < 60, i + 2 == end else { return nil }
        return (sign * (hours * 60 + minutes), ())
    }

    /// Nine or ten digits are seconds, twelve or thirteen milliseconds, fifteen or sixteen microseconds (from March 1973
    /// on); a fraction is cut off.
    private static func unix(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> FixedDate? {
        var digits = 0
        var value: Int64 = 0
        var i = start
        while i < end, text[i] &- 48 < 10, digits <= 16 {
            value = value * 10 + Int64(text[i] - 48)
            digits += 1
            i += 1
        }
        if i < end, text[i] == UInt8(ascii: ".") {
            i += 1
            while i < end, text[i] &- 48 < 10 { i += 1 }
        }
        guard i == end else { return nil }
        switch digits {
        case 9, 10: return .utc(value)
        case 12, 13: return .utc(value / 1000)
        case 15, 16: return .utc(value / 1_000_000)
        default: return nil
        }
    }

    private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int, _ end: Int) -> Int? {
        guard start + count <= end else { return nil }
        var value = 0
        for i in start..<start + count {
            guard text[i] &- 48 < 10 else { return nil }
            value = value * 10 + Int(text[i] - 48)
        }
        return value
    }
}
