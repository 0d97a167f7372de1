/// How people name a meeting: its body, its day.
enum MeetingPhrases {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    /// Words of a body's name that say nothing alone.
    private static let common = ["council", "committee", "meeting", "board", "full", "the"]

    /// "October"; `month` 1…12.
    static func monthName(_ month: Int) -> String {
        months.indices.contains(month - 1)
            ? months[month - 1].prefix(1).uppercased() + months[month - 1].dropFirst() : ""
    }

    /// Phrases, as folded words, that name the meeting whatever their capitals.
    static func phrases(of meeting: Meeting) -> [[String]] {
        guard let start = meeting.start else { return [] }
        return dates(start) + weekdays(start, body: CouncilShortForms.words(meeting.body))
    }

    /// The words of the body's name; `nil` where it is so common that it says nothing.
    static func body(of meeting: Meeting) -> [String]? {
        let words = CouncilShortForms.words(meeting.body)
        return words.allSatisfy(common.contains) ? nil : words
    }

    private static func dates(_ start: LocalTime) -> [[String]] {
        let ending: String =
            switch start.day {
            case 1, 21, 31: "st"
            case 2, 22: "nd"
            case 3, 23: "rd"
            default: "th"
            }
        let month = months[start.month - 1]
        let number = "\(start.day)"
        var dates: [[String]] = []
        for day in [number, number + ending] {
            for name in Set([month, String(month.prefix(3)), String(month.prefix(4))]).sorted() {
                dates += [[day, name], [day, "of", name], [name, day]]
            }
        }
        let twoDays = LocalTime.padded(start.day, 2)
        for mark in ["/", "."] {
            for month in ["\(start.month)", LocalTime.padded(start.month, 2)] {
                for day in [number, twoDays] {
                    for year in ["\(start.year)", LocalTime.padded(start.year % 100, 2)] {
                        dates.append(["\(day)\(mark)\(month)\(mark)\(year)"])
                    }
                }
            }
        }
        return dates
    }

    /// "Wednesday's Cabinet", "the Wednesday meeting".
    private static func weekdays(_ start: LocalTime, body: [String]) -> [[String]] {
        let day = days[start.weekday]
        let ends = [["meeting"], ["council"], ["committee"], body]
        return [day, day + "s", day + "'s"].flatMap { day in
            ends.filter { !$0.isEmpty }.flatMap { [[day] + $0, [day, "night's"] + $0, [day, "night"] + $0] }
        }
    }

    // MARK: - Another meeting

    private static let monthTable = WordTable(
        months.enumerated().flatMap { [($1, $0 + 1), (String($1.prefix(3)), $0 + 1)] })
    private static let meetingWords = WordTable(
        ["meeting", "cabinet", "committee", "agenda", "panel", "executive"].map { ($0, true) })

    /// Whether the words name the day of a meeting other than `start`: "the 14 October Cabinet".
    static func nameAnotherDay(_ words: [Word], in text: Span<UInt8>, than start: LocalTime?) -> Bool {
        guard let start else { return false }
        return words.indices.contains { index in
            guard let month = monthTable[words[index].hash], let day = day(beside: index, words, in: text),
                day != start.day || month != start.month
            else { return false }
            let near = words[max(0, index - 4)...min(words.count - 1, index + 3)]
            return near.contains { meetingWords[$0.hash] != nil }
        }
    }

    private static func day(beside month: Int, _ words: [Word], in text: Span<UInt8>) -> Int? {
        let places = [month - 1, month - 2, month + 1].filter { words.indices.contains($0) }
        for place in places {
            let digits = String(copying: text, words[place].range).prefix { $0.isASCII && $0.isNumber }
            if let day = Int(digits), (1...31).contains(day) { return day }
        }
        return nil
    }
}
