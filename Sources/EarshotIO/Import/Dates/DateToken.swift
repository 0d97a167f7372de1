import EarshotCore

/// A number, word or sign of a text that may hold a date.
struct DateToken {
    enum Kind {
        case number(Int, digits: Int)
        /// Lower case; `capitals` where it was written in capitals only; `glued` where a digit stands right before.
        case word(String, capitals: Bool, glued: Bool)
        case symbol(UInt8)
    }
    enum HalfOfDay { case morning, afternoon }

    var kind: Kind
    /// UTF-8 offsets into the text.
    var start: Int
    var end: Int

    /// White space, also the narrow and no-break kinds, and marks of writing direction fall away.
    static func tokens(of text: Span<UInt8>) -> [DateToken] {
        var tokens: [DateToken] = []
        var i = 0
        while i < text.count {
            let start = i
            if text[i] &- 48 < 10 {
                var value = 0
                while i < text.count, text[i] &- 48 < 10 {
                    if i - start < 15 { value = value * 10 + Int(text[i] - 48) }
                    i += 1
                }
                tokens.append(DateToken(kind: .number(value, digits: i - start), start: start, end: i))
            } else if let end = wordEnd(text, i) {
                tokens.append(word(text, start, end))
                i = end
            } else if text[i] >= 0x80 {
                let (scalar, length) = Scalars.decode(text, at: i)
                i += length
                if let sign = sign(for: scalar) { tokens.append(DateToken(kind: .symbol(sign), start: start, end: i)) }
            } else {
                i += 1
                if text[start] > 32 { tokens.append(DateToken(kind: .symbol(text[start]), start: start, end: i)) }
            }
        }
        return tokens
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

    /// "a.m." is one word.
    private static func wordEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
        guard isLetter(text[start]) else { return nil }
        if start + 2 < text.count, text[start + 1] == UInt8(ascii: "."), isLetter(text[start + 2]),
            start + 3 >= text.count || !isLetter(text[start + 3]), start == 0 || !isLetter(text[start - 1])
        {
            let end = start + 3
            return end < text.count && text[end] == UInt8(ascii: ".") ? end + 1 : end
        }
        var i = start
        while i < text.count, isLetter(text[i]) { i += 1 }
        return i
    }

    private static func word(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> DateToken {
        var letters = ""
        var capitals = true
        for i in start..<end where isLetter(text[i]) {
            letters.unicodeScalars.append(Unicode.Scalar(text[i] | 32))
            if text[i] & 32 != 0 { capitals = false }
        }
        let glued = start > 0 && text[start - 1] &- 48 < 10
        return DateToken(kind: .word(letters, capitals: capitals, glued: glued), start: start, end: end)
    }

    private static func sign(for scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xA0, 0x202F, 0x2009, 0x200E, 0x200F, 0x202A...0x202E, 0xFEFF: nil
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        default: UInt8(ascii: "?")
        }
    }

    // MARK: - Meanings

    var word: String? {
        if case .word(let word, _, _) = kind { word } else { nil }
    }
    var symbol: UInt8? {
        if case .symbol(let byte) = kind { byte } else { nil }
    }
    var digits: Int {
        if case .number(_, let digits) = kind { digits } else { 0 }
    }
    var isComma: Bool { symbol == UInt8(ascii: ",") }
    var isClockMark: Bool { symbol == UInt8(ascii: ":") || symbol == UInt8(ascii: ".") }
    var dateMark: UInt8? {
        guard let symbol, symbol == UInt8(ascii: "/") || symbol == UInt8(ascii: "-") || symbol == UInt8(ascii: ".")
        else { return nil }
        return symbol
    }
    var sign: Int? {
        symbol == UInt8(ascii: "+") ? 1 : symbol == UInt8(ascii: "-") ? -1 : nil
    }
    var isOrdinal: Bool {
        guard case .word(let word, _, true) = kind else { return false }
        return Self.ordinals.contains(word)
    }
    var isWeekday: Bool { word.map { Self.weekdays.contains($0) } ?? false }
    var isHours: Bool { word.map { ["hrs", "hours", "h", "hr"].contains($0) } ?? false }
    /// An unknown zone's name: "WIB".
    var isAbbreviation: Bool {
        guard case .word(let word, true, false) = kind else { return false }
        return (2...5).contains(word.utf8.count)
    }
    var month: Int? {
        guard let word, word.utf8.count >= 3 else { return nil }
        return Self.months[word]
    }
    var halfOfDay: HalfOfDay? {
        switch word {
        case "am", "yb": .morning
        case "pm", "yp", "yh": .afternoon
        default: nil
        }
    }
    var joinsDateAndTime: Bool {
        if let symbol {
            return [UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "(")].contains(symbol)
        }
        return word.map { ["at", "t", "on", "from", "am", "the", "starting", "time"].contains($0) } ?? false
    }
    /// May stand beside a date without changing it.
    var isFiller: Bool {
        if let symbol { return ",.()".utf8.contains(symbol) }
        return isWeekday || isAbbreviation || word == "on" || word == "at" || word == "t" || word == "z"
    }

    // MARK: - Words

    static let namedHours = ["noon": 12, "midday": 12, "midnight": 0]

    private static let ordinals: Set = [
        "st", "nd", "rd", "th", "af", "ail", "il", "ydd", "fed", "ed", "eg", "ain",
    ]

    private static let weekdays: Set = [
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday",
        "dydd", "llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul",
    ]

    /// English and Welsh.
    private static let months: [String: Int] = [
        "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4, "may": 5,
        "jun": 6, "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9,
        "oct": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
        "ionawr": 1, "chwefror": 2, "mawrth": 3, "ebrill": 4, "mai": 5, "mehefin": 6, "gorffennaf": 7, "awst": 8,
        "medi": 9, "hydref": 10, "tachwedd": 11, "rhagfyr": 12,
    ]

    /// Minutes east of UTC: those of RFC 2822, and British Summer Time.
    static let zones: [String: Int] = [
        "z": 0, "utc": 0, "gmt": 0, "ut": 0, "bst": 60, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
        "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    ]
}
