/// A moment: whole seconds since 1970-01-01T00:00:00Z, and the offset the source wrote it in.
package struct Timestamp: Hashable, Sendable, Comparable {
    /// Seconds since the epoch, UTC, leap seconds not counted.
    package var seconds: Int64
    /// Minutes east of UTC in the source's own writing; `nil` where the source gave no zone and the meeting's was assumed.
    package var offset: Int?

    package init(seconds: Int64, offset: Int? = 0) {
        self.seconds = seconds
        self.offset = offset
    }

    package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

    /// "2026-11-09T18:04:00Z".
    package var iso: String { LocalTime(secondsFromEpoch: seconds).iso + "Z" }
}

/// A wall-clock date and time without a zone, as a council prints it.
package struct LocalTime: Hashable, Sendable, Comparable, Codable {
    package var year: Int
    /// 1…12
    package var month: Int
    /// 1…31
    package var day: Int
    /// 0…23
    package var hour: Int
    /// 0…59
    package var minute: Int
    /// 0…59
    package var second: Int
    /// False where only the date is known; hour, minute and second are then 0.
    package var hasTime: Bool

    /// `nil` where there is no such date or time.
    package init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, hasTime: Bool = true
    ) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...LocalTime.days(inMonth: month, of: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.hasTime = hasTime
    }

    /// The date and time that a clock shows `seconds` after 1970-01-01T00:00:00 (proleptic Gregorian).
    package init(secondsFromEpoch seconds: Int64) {
        let bounded = min(max(seconds, -62_135_596_800), 253_402_300_799)  // years 1…9999
        var days = bounded / 86400
        var rest = bounded % 86400
        if rest < 0 {
            rest += 86400
            days -= 1
        }
        // Howard Hinnant, "chrono-compatible low-level date algorithms": civil_from_days.
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
        month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        hour = Int(rest / 3600)
        minute = Int(rest / 60 % 60)
        second = Int(rest % 60)
        hasTime = true
    }

    /// Seconds from 1970-01-01T00:00:00 on the same wall clock.
    package var secondsFromEpoch: Int64 {
        // Howard Hinnant: days_from_civil.
        let y = Int64(month <= 2 ? year - 1 : year)
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era * 146_097 + dayOfEra - 719_468) * 86400 + Int64(hour * 3600 + minute * 60 + second)
    }

    /// 0 for Monday … 6 for Sunday.
    package var weekday: Int {
        let days = Int((secondsFromEpoch - Int64(hour * 3600 + minute * 60 + second)) / 86400)
        return ((days + 3) % 7 + 7) % 7
    }

    /// "2026-11-25T18:30:00", or "2026-11-25" where only the date is known.
    package var iso: String {
        let date = "\(LocalTime.padded(year, 4))-\(LocalTime.padded(month, 2))-\(LocalTime.padded(day, 2))"
        guard hasTime else { return date }
        return date
            + "T\(LocalTime.padded(hour, 2)):\(LocalTime.padded(minute, 2)):\(LocalTime.padded(second, 2))"
    }

    package static func < (a: LocalTime, b: LocalTime) -> Bool { a.secondsFromEpoch < b.secondsFromEpoch }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension LocalTime {
    /// Reads what `iso` writes: "2026-11-25T18:30:00" or "2026-11-25". `nil` for anything else.
    package init?(iso: String) {
        let parts = iso.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let date = parts[0].split(separator: "-").compactMap { Int($0) }
        guard date.count == 3 else { return nil }
        guard parts.count == 2 else {
            self.init(year: date[0], month: date[1], day: date[2], hasTime: false)
            return
        }
        let time = parts[1].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3 else { return nil }
        self.init(year: date[0], month: date[1], day: date[2], hour: time[0], minute: time[1], second: time[2])
    }
}
