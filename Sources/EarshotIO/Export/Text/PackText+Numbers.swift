import EarshotCore

/// Numbers, dates and names as a British council prints them.
extension PackText {
    /// "1,940".
    func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (i, digit) in digits.enumerated() {
            if i > 0 && (digits.count - i) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return number < 0 ? "−\(text)" : text
    }

    /// "15th", "21st", "112th".
    func ordinal(_ place: Int) -> String {
        let ending: String
        switch (place % 100, place % 10) {
        case (11...13, _): ending = "th"
        case (_, 1): ending = "st"
        case (_, 2): ending = "nd"
        case (_, 3): ending = "rd"
        default: ending = "th"
        }
        return number(place) + ending
    }

    /// "18%". Never 0% of something or 100% of less than all.
    func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0%" }
        if part > 0 && part * 200 < whole { return "under 1%" }
        if part < whole && part * 200 >= whole * 199 { return "over 99%" }
        return "\((part * 200 + whole) / (whole * 2))%"
    }

    private var months: [String] {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
    }

    private func month(_ day: LocalTime) -> String { months[day.month - 1] }

    /// "9 November 2026"; the first space does not break.
    func date(_ day: LocalTime, year: Bool = true) -> String {
        "\(day.day)\u{A0}\(month(day))" + (year ? " \(day.year)" : "")
    }

    /// "Wednesday 25 November 2026".
    func weekdayAndDate(_ day: LocalTime) -> String {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return "\(names[day.weekday]) \(date(day))"
    }

    /// "6.30 pm"; the space does not break.
    func clock(_ time: LocalTime) -> String {
        if time.hour == 12 && time.minute == 0 { return "midday" }
        if time.hour == 0 && time.minute == 0 { return "midnight" }
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        let minutes = time.minute == 0 ? "" : ".\(LocalTime.padded(time.minute, 2))"
        return "\(hour)\(minutes)\u{A0}\(time.hour < 12 ? "am" : "pm")"
    }

    /// "20 November 2026, 5 pm".
    func moment(_ time: LocalTime) -> String {
        time.hasTime ? "\(date(time)), \(clock(time))" : date(time)
    }

    /// "5 to 20 November 2026", "28 October to 3 November 2026", "30 December 2025 to 2 January 2026".
    func days(from first: LocalTime, to last: LocalTime) -> String {
        if first.year != last.year { return "\(date(first)) to \(date(last))" }
        if first.month != last.month { return "\(date(first, year: false)) to \(date(last))" }
        return first.day == last.day ? date(last) : "\(first.day) to \(date(last))"
    }

    /// "reddit" → "Reddit"; empty where unknown.
    func networkName(_ network: String) -> String {
        switch network {
        case "youtube": "YouTube"
        case "linkedin": "LinkedIn"
        case "whatsapp": "WhatsApp"
        case "tiktok": "TikTok"
        case "hackernews", "hacker-news": "Hacker News"
        case "x": "X"
        default: capitalised(network)
        }
    }

    func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
