import EarshotCore

/// The dates of mail: RFC 5322 with its obsolete forms, and what old programs made of it.
enum MailDate {
    /// - Parameter zone: For dates that name none.
    static func moment(_ field: String, zone: String) -> Timestamp? {
        if let found = plain(field.utf8.span) { return found }
        let text = withoutComments(field)
        if let found = standard(text, zone: zone) { return found }
        return text.isEmpty ? nil : Dates.moment(text, zone: zone)
    }

    /// The date in the line that parts messages: "From jo Mon Nov  9 18:04:11 2026", which is UTC.
    static func envelope(_ line: String) -> Timestamp? {
        let words = line.split(separator: " ")
        guard let day = words.lastIndex(where: { weekdays.contains($0.prefix(3).lowercased()) }) else { return nil }
        return Dates.moment(words[day...].joined(separator: " "), zone: "UTC")
    }

    /// "Mon, 9 Nov 2026 18:04:11 +0000", as nearly all mail has it, without taking it apart.
    private static func plain(_ text: Span<UInt8>) -> Timestamp? {
        var i = 0
        func number(_ digits: ClosedRange<Int>) -> Int? {
            let start = i
            var value = 0
            while i < text.count, text[i] &- 48 < 10, i - start < digits.upperBound {
                value = value * 10 + Int(text[i] - 48)
                i += 1
            }
            return digits.contains(i - start) ? value : nil
        }
        func take(_ mark: UInt8) -> Bool {
            guard i < text.count, text[i] == mark else { return false }
            i += 1
            return true
        }
        if text.count > 5, text[3] == UInt8(ascii: ","), text[4] == 32 { i = 5 }
        guard let day = number(1...2), take(32), i + 3 < text.count else { return nil }
        let name = (0..<3).reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar(text[i + $1] | 32)) }
        i += 3
        guard let month = months.firstIndex(of: name), take(32), let year = number(4...4), take(32),
            let hour = number(2...2), take(58), let minute = number(2...2), take(58), let second = number(2...2),
            take(32), i + 5 == text.count
        else { return nil }
        let isWest = text[i] == UInt8(ascii: "-")
        guard take(UInt8(ascii: isWest ? "-" : "+")), let zone = number(4...4), zone / 100 <= 14, zone % 100 < 60,
            let local = LocalTime(
                year: year, month: month + 1, day: day, hour: hour, minute: minute, second: min(second, 59))
        else { return nil }
        let offset = (isWest ? -1 : 1) * (zone / 100 * 60 + zone % 100)
        return Timestamp(seconds: local.secondsFromEpoch - Int64(offset * 60), offset: offset)
    }

    /// "Mon, 9 Nov 2026 18:04:11 +0000", also "9 Nov 98 18:04 EST" and "9-Nov-2026 18:04:11 GMT".
    private static func standard(_ text: String, zone: String) -> Timestamp? {
        var words = text.split { $0 == " " || $0 == "," }.map(String.init)
        if let first = words.first, weekdays.contains(first.prefix(3).lowercased()), !first.contains("-") {
            words.removeFirst()
        }
        if let first = words.first, first.contains("-") {
            words.replaceSubrange(0..<1, with: first.split(separator: "-").map(String.init))
        }
        guard words.count >= 4, let day = Int(words[0]),
            let month = months.firstIndex(of: String(words[1].prefix(3)).lowercased()), let written = Int(words[2])
        else { return nil }
        let clock = words[3].split { $0 == ":" || $0 == "." }.map { Int($0) ?? -1 }
        guard clock.count == 2 || clock.count == 3 else { return nil }
        // RFC 5322, 4.3: two digits below 50 are of this century, three count from 1900.
        let year = written < 50 ? written + 2000 : written < 1000 ? written + 1900 : written
        guard
            let local = LocalTime(
                year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1],
                second: clock.count == 3 ? min(clock[2], 59) : 0)
        else { return nil }
        guard words.count > 4 else { return Dates.moment(of: local, zone: zone) }
        guard let offset = offset(words[4]) else { return nil }
        return Timestamp(seconds: local.secondsFromEpoch - Int64(offset * 60), offset: offset)
    }

    /// Minutes east of UTC: "+0100", "-05:00", "GMT", "EST", "CEST"; a zone of one letter counts as UTC, as RFC 5322 asks.
    private static func offset(_ word: String) -> Int? {
        let name = word.uppercased()
        if let known = zones[name] { return known }
        if name.count == 1, name.first?.isLetter == true { return 0 }
        var digits = name.hasPrefix("GMT") || name.hasPrefix("UTC") ? String(name.dropFirst(3)) : name
        guard let sign = digits.first, sign == "+" || sign == "-" else { return nil }
        digits = digits.dropFirst().filter { $0 != ":" }
        if digits.count <= 2 { digits += "00" }
        guard let value = Int(digits), digits.count <= 4, value / 100 <= 14, value % 100 < 60 else { return nil }
        return (sign == "-" ? -1 : 1) * (value / 100 * 60 + value % 100)
    }

    private static func withoutComments(_ text: String) -> String {
        var depth = 0
        var out = ""
        for character in text {
            if character == "(" {
                depth += 1
            } else if character == ")" {
                depth = max(0, depth - 1)
            } else if depth == 0 {
                out.append(character)
            }
        }
        return MarkupText.collapsed(out)
    }

    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let zones: [String: Int] = [
        "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "IST": 60, "WEST": 60, "CET": 60, "MET": 60, "CEST": 120,
        "MEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "EST": -300, "EDT": -240, "CST": -360,
        "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AEST": 600, "AEDT": 660, "NZST": 720,
        "NZDT": 780, "JST": 540,
    ]
}
