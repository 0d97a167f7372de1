import EarshotCore

/// Finds dates written in words or with slashes, over the tokens of a short text.
struct DateText {
    struct Found {
        var local: LocalTime
        /// Minutes east of UTC; `nil` where the text gives none.
        var offset: Int?
        /// Tokens used.
        var tokens: Range<Int>
    }

    let tokens: [DateToken]
    let dayFirst: Bool

    init(_ text: Span<UInt8>, dayFirst: Bool) {
        tokens = DateToken.tokens(of: text)
        self.dayFirst = dayFirst
    }

    /// The date, where the text holds nothing else.
    func whole() -> Found? {
        guard let found = find() else { return nil }
        let rest = tokens.indices.filter { !found.tokens.contains($0) }.map { tokens[$0] }
        return rest.allSatisfy(\.isFiller) ? found : nil
    }

    /// The first date in the text.
    func first() -> (time: LocalTime, range: Range<Int>)? {
        guard let found = find() else { return nil }
        var start = found.tokens.lowerBound
        while start > 0,
            tokens[start - 1].isWeekday || (tokens[start - 1].isComma && start > 1 && tokens[start - 2].isWeekday)
        {
            start -= 1
        }
        return (found.local, tokens[start].start..<tokens[found.tokens.upperBound - 1].end)
    }

    private func find() -> Found? {
        for i in tokens.indices {
            if let date = named(at: i) ?? yearFirst(at: i) ?? slashed(at: i) {
                if let found = withTime(date) { return found }
            }
            if let found = ctime(at: i) { return found }
        }
        return nil
    }

    // MARK: - Dates

    private struct Day {
        var year: Int
        var month: Int
        var day: Int
        var tokens: Range<Int>
    }

    /// "9th [of] November[,] 2026", "15-Jan-2026", "November 9[th], 2026".
    private func named(at i: Int) -> Day? {
        var j = i
        if let day = number(j, 1...2) {
            j = after(j + 1) { $0.isOrdinal || $0.word == "of" || $0.symbol == UInt8(ascii: "-") }
            guard j < tokens.count, let month = tokens[j].month else { return nil }
            j = after(j + 1) { $0.isComma || $0.symbol == UInt8(ascii: "-") || $0.symbol == UInt8(ascii: ".") }
            guard let year = year(j) else { return nil }
            return Day(year: year, month: month, day: day, tokens: i..<j + 1)
        }
        guard let month = tokens[j].month, let day = number(j + 1, 1...2) else { return nil }
        j = after(j + 2) { $0.isOrdinal || $0.isComma }
        guard let year = year(j), tokens[j].digits == 4 else { return nil }
        return Day(year: year, month: month, day: day, tokens: i..<j + 1)
    }

    /// "2026-11-09", "2026/11/09", "20261109T180400".
    private func yearFirst(at i: Int) -> Day? {
        if case .number(let value, 8) = tokens[i].kind, (19_000_101...21_001_231).contains(value) {
            return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100, tokens: i..<i + 1)
        }
        guard let year = number(i, 4...4), i + 4 < tokens.count, let mark = tokens[i + 1].dateMark,
            let month = number(i + 2, 1...2), tokens[i + 3].dateMark == mark, let day = number(i + 4, 1...2)
        else { return nil }
        return Day(year: year, month: month, day: day, tokens: i..<i + 5)
    }

    /// "09/11/2026", "9.11.26".
    private func slashed(at i: Int) -> Day? {
        guard let first = number(i, 1...2), i + 4 < tokens.count, let mark = tokens[i + 1].dateMark,
            let second = number(i + 2, 1...2), tokens[i + 3].dateMark == mark, let year = year(i + 4)
        else { return nil }
        return Day(
            year: year, month: dayFirst ? second : first, day: dayFirst ? first : second, tokens: i..<i + 5)
    }

    /// "Nov 17 05:09:36 WIB 2018": the time stands between day and year.
    private func ctime(at i: Int) -> Found? {
        guard let month = tokens[i].month, let day = number(i + 1, 1...2), let clock = clock(at: i + 2) else {
            return nil
        }
        var j = clock.tokens.upperBound
        let zone = zone(at: j)
        if let zone { j = zone.end } else if j < tokens.count, tokens[j].isAbbreviation { j += 1 }
        guard let year = number(j, 4...4),
            let local = LocalTime(
                year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second)
        else { return nil }
        return Found(local: local, offset: zone?.offset, tokens: i..<j + 1)
    }

    // MARK: - Times

    private struct Clock {
        var hour: Int
        var minute: Int
        var second: Int
        var tokens: Range<Int>
    }

    /// The date with the time after it, or the one just before it ("6.30 pm on 25 November 2026").
    private func withTime(_ day: Day) -> Found? {
        guard let date = LocalTime(year: day.year, month: day.month, day: day.day, hasTime: false) else { return nil }
        let next = after(day.tokens.upperBound) { $0.joinsDateAndTime || $0.isWeekday }
        if let clock = clock(at: next) {
            let zone = zone(at: clock.tokens.upperBound)
            let end = zone?.end ?? clock.tokens.upperBound
            return found(date, clock, zone?.offset, day.tokens.lowerBound..<end)
        }
        for start in max(0, day.tokens.lowerBound - 10)..<day.tokens.lowerBound {
            guard start == 0 || tokens[start - 1].dateMark == nil, let clock = clock(at: start) else { continue }
            let end = after(clock.tokens.upperBound) { $0.joinsDateAndTime || $0.isWeekday }
            guard end == day.tokens.lowerBound else { continue }
            return found(date, clock, nil, start..<day.tokens.upperBound)
        }
        return Found(local: date, offset: nil, tokens: day.tokens)
    }

    private func found(_ date: LocalTime, _ clock: Clock, _ offset: Int?, _ tokens: Range<Int>) -> Found? {
        LocalTime(
            year: date.year, month: date.month, day: date.day, hour: clock.hour, minute: clock.minute,
            second: clock.second
        ).map { Found(local: $0, offset: offset, tokens: tokens) }
    }

    /// "18:04", "3.00 pm", "7pm", "18:04:09.123", "noon", "12 noon", "1900 hours".
    private func clock(at i: Int) -> Clock? {
        guard i < tokens.count else { return nil }
        if let word = tokens[i].word, let hour = DateToken.namedHours[word] {
            return Clock(hour: hour, minute: 0, second: 0, tokens: i..<i + 1)
        }
        if case .number(let value, 4) = tokens[i].kind, i + 1 < tokens.count, tokens[i + 1].isHours {
            return checked(value / 100, value % 100, 0, i..<i + 2)
        }
        if case .number(let value, 6) = tokens[i].kind {
            return checked(value / 10_000, value / 100 % 100, value % 100, i..<i + 1)
        }
        guard var hour = number(i, 1...2) else { return nil }
        var minute = 0
        var second = 0
        var j = i + 1
        var hasMinutes = false
        if j < tokens.count, tokens[j].isClockMark, let value = number(j + 1, 2...2) {
            minute = value
            hasMinutes = true
            j += 2
            if j < tokens.count, tokens[j].isClockMark, let value = number(j + 1, 2...2) {
                second = min(value, 59)
                j += 2
                if j + 1 < tokens.count, tokens[j].symbol == UInt8(ascii: "."), number(j + 1, 1...9) != nil { j += 2 }
            }
        }
        if j < tokens.count, let half = tokens[j].halfOfDay {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half == .afternoon ? 12 : 0)
            j += 1
        } else if j < tokens.count, let word = tokens[j].word, hour == 12, let named = DateToken.namedHours[word] {
            hour = named
            j += 1
        } else if j < tokens.count, tokens[j].isHours, hasMinutes {
            j += 1
        } else if !hasMinutes {
            return nil
        }
        return checked(hour, minute, second, i..<j)
    }

    private func checked(_ hour: Int, _ minute: Int, _ second: Int, _ tokens: Range<Int>) -> Clock? {
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return Clock(hour: hour, minute: minute, second: second, tokens: tokens)
    }

    /// "Z", "GMT", "BST", "EST", "+0100", "-05:00", "GMT+1".
    private func zone(at i: Int) -> (offset: Int, end: Int)? {
        guard i < tokens.count else { return nil }
        if let word = tokens[i].word {
            guard let offset = DateToken.zones[word] else { return nil }
            if offset == 0, let further = signed(at: i + 1) { return further }
            return (offset, i + 1)
        }
        return signed(at: i)
    }

    private func signed(at i: Int) -> (offset: Int, end: Int)? {
        guard i + 1 < tokens.count, case .number(let value, let digits) = tokens[i + 1].kind,
            let sign = tokens[i].sign, tokens[i].end == tokens[i + 1].start
        else { return nil }
        if digits == 4, value / 100 <= 14, value % 100 < 60 { return (sign * (value / 100 * 60 + value % 100), i + 2) }
        guard digits <= 2, value <= 14 else { return nil }
        if i + 3 < tokens.count, tokens[i + 2].symbol == UInt8(ascii: ":"), let minutes = number(i + 3, 2...2) {
            return (sign * (value * 60 + minutes), i + 4)
        }
        return (sign * value * 60, i + 2)
    }

    // MARK: - Tokens

    private func number(_ i: Int, _ digits: ClosedRange<Int>) -> Int? {
        guard i < tokens.count, case .number(let value, let count) = tokens[i].kind, digits.contains(count) else {
            return nil
        }
        return value
    }

    /// Four digits, or two as RFC 2822 reads them: 00…49 are in this century.
    private func year(_ i: Int) -> Int? {
        guard i < tokens.count, case .number(let value, let digits) = tokens[i].kind else { return nil }
        if digits == 4 { return value }
        return digits == 2 ? (value < 50 ? 2000 + value : 1900 + value) : nil
    }

    private func after(_ start: Int, _ skip: (DateToken) -> Bool) -> Int {
        var i = start
        while i < tokens.count, skip(tokens[i]) { i += 1 }
        return i
    }
}
