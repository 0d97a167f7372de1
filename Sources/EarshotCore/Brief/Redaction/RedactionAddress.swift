/// Finds full postcodes and the numbers of houses.
enum RedactionAddress {
    // MARK: - Postcodes

    /// "BS3 1AB", "sw1a1aa": the outward part is kept.
    ///
    /// Source: BS 7666 and Royal Mail's Programmer's Guide to PAF (form, letters of the inward part, areas).
    static func postcode(_ text: Span<UInt8>, _ i: Int) -> RedactionMatch? {
        var end = i
        while end < text.count, end - i <= 7, Ascii.isWord(text[end]) { end += 1 }
        let outward: Range<Int>
        let inward: Int
        var isSpaced = false
        switch end - i {
        case 5...7:
            outward = i..<(end - 3)
            inward = end - 3
        case 2...4:
            var next = end
            for _ in 0..<2 { next += Ascii.blank(text, next) ?? 0 }
            if next == end { next += Ascii.dash(text, next) ?? 0 }
            guard next > end else { return nil }
            outward = i..<end
            inward = next
            isSpaced = true
        default: return nil
        }
        guard isInward(text, inward), isOutward(text, outward, isSpaced: isSpaced) else { return nil }
        return RedactionMatch(.postcode, end: inward + 3, kept: outward.count)
    }

    /// An area that Royal Mail does not have counts where both parts are there in capitals ("KN4 7QX"): mistyped
    /// postcodes find houses as well.
    private static func isOutward(_ text: Span<UInt8>, _ range: Range<Int>, isSpaced: Bool) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound, Ascii.isLetter(text[i]) { i += 1 }
        let letters = i - range.lowerBound
        guard (1...2).contains(letters), i < range.upperBound, Ascii.isDigit(text[i]) else { return false }
        let isWritten = isSpaced && letters == 2 && Ascii.isUpper(text[i - 1]) && Ascii.isUpper(text[i - 2])
        guard isWritten || areas.contains(Ascii.lowered(text, range.lowerBound..<i)) else { return false }
        let rest = range.upperBound - i - 1
        return rest == 0 || (rest == 1 && text[i + 1] != UInt8(ascii: "_"))
    }

    private static func isInward(_ text: Span<UInt8>, _ i: Int) -> Bool {
        guard i + 2 < text.count, Ascii.isDigit(text[i]), Ascii.isLetter(text[i + 1]), Ascii.isLetter(text[i + 2]),
            i + 3 == text.count || !Ascii.isWord(text[i + 3])
        else { return false }
        let letters = Ascii.lowered(text, (i + 1)..<(i + 3))
        guard !letters.utf8.contains(where: "cikmov".utf8.contains) else { return false }
        // "E1 2nd", "M1 4ft": an ordinal or a measure, unless it is written in capitals.
        let isMeasure = ["st", "nd", "rd", "th", "ft", "hr", "yr", "lb", "pt", "gb", "tb"].contains(letters)
        return !isMeasure || Ascii.isUpper(text[i + 1])
    }

    private static let areas = Set(
        """
        ab al b ba bb bd bf bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy
        g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw
        ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd
        wf wn wr ws wv yo ze
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    // MARK: - House numbers

    /// The number in "14 Mill Lane", "14a, Mill Lane", "12-14 Mill Lane"; written small ("14 mill lane") only after a
    /// word such as "at". A count ("20 Mill Lane residents"), a sum, a date or an item's number is left alone.
    static func house(_ text: Span<UInt8>, _ i: Int, _ out: [UInt8]) -> RedactionMatch? {
        guard !RedactionNumbers.continuesNumber(out), let end = numberEnd(text, i) else { return nil }
        if isAtNumber(out), !isMeasured(text, end) { return RedactionMatch(.houseNumber, end: end) }
        let before = lastWord(out)
        guard !numbered.contains(before), let street = Street(text, after: end) else { return nil }
        guard street.isCapitalised || (street.isPlain && pointing.contains(before)) else { return nil }
        return counted.contains(street.next) ? nil : RedactionMatch(.houseNumber, end: end)
    }

    /// "Flat 3, 14 Mill Lane": flat and house number together.
    static func flat(_ text: Span<UInt8>, _ i: Int, _ out: [UInt8]) -> RedactionMatch? {
        guard "fau".utf8.contains(text[i] | 32) else { return nil }
        var end = i
        while end < text.count, end - i <= 9, Ascii.isLetter(text[end]) { end += 1 }
        guard (3...9).contains(end - i), ["flat", "apartment", "apt", "unit"].contains(Ascii.lowered(text, i..<end)),
            end + 1 < text.count
        else { return nil }
        if text[end] == UInt8(ascii: ".") { end += 1 }
        guard end + 1 < text.count, text[end] == 0x20 else { return nil }
        var number = end + 1
        while number < text.count, number - end <= 5, Ascii.isWord(text[number]) { number += 1 }
        guard (2...5).contains(number - end), number < text.count else { return nil }
        if text[number] == UInt8(ascii: ",") { number += 1 }
        while number < text.count, text[number] == 0x20 { number += 1 }
        guard number < text.count, Ascii.isDigit(text[number]) else { return nil }
        return house(text, number, Array("at ".utf8))
    }

    /// The end of 1…9999 with a letter ("14a") or a second number ("12-14") behind it; years are no house numbers.
    private static func numberEnd(_ text: Span<UInt8>, _ i: Int) -> Int? {
        guard text[i] != 48, var end = plainNumberEnd(text, i) else { return nil }
        if end - i == 4 {
            let century = (text[i], text[i + 1])
            if century == (49, 57) || century == (50, 48) { return nil }
        }
        for dash in ["-", "/", "\u{2013}", " and ", " & "] {
            let bytes = Array(dash.utf8)
            guard end + bytes.count < text.count, (0..<bytes.count).allSatisfy({ text[end + $0] == bytes[$0] }),
                Ascii.isDigit(text[end + bytes.count]), let second = plainNumberEnd(text, end + bytes.count)
            else { continue }
            end = second
            break
        }
        return end
    }

    /// "lives at number 40", "at No. 7".
    private static func isAtNumber(_ out: [UInt8]) -> Bool {
        let tail = String(decoding: out.suffix(12).map(Ascii.lower), as: UTF8.self)
        return [" at number ", " at no. ", " at no "].contains { tail.hasSuffix($0) }
    }

    /// "at number 4 on the agenda" and "at number 2 in the list" are no houses.
    private static func isMeasured(_ text: Span<UInt8>, _ end: Int) -> Bool {
        guard end + 3 < text.count, text[end] == 0x20 else { return false }
        var next = end + 1
        while next < text.count, next - end < 5, Ascii.isLetter(text[next]) { next += 1 }
        return ["in", "on", "of"].contains(Ascii.lowered(text, (end + 1)..<next))
    }

    private static func plainNumberEnd(_ text: Span<UInt8>, _ i: Int) -> Int? {
        var end = i
        while end < text.count, Ascii.isDigit(text[end]) { end += 1 }
        guard end - i <= 4 else { return nil }
        if end < text.count, (97...104).contains(text[end] | 32), end + 1 == text.count || !Ascii.isWord(text[end + 1])
        {
            end += 1
        }
        return end == text.count || !Ascii.isWord(text[end]) ? end : nil
    }

    /// The word that ends the text before, lower case; empty where something else than a blank stands between.
    private static func lastWord(_ out: [UInt8]) -> String {
        guard out.last == 0x20 else { return "" }
        let word = out.dropLast().suffix(16).reversed().prefix(while: Ascii.isLetter)
        return String(decoding: word.reversed().map(Ascii.lower), as: UTF8.self)
    }

    /// After these comes the number of something else than a house.
    private static let numbered: Set<String> = [
        "item", "items", "bus", "buses", "route", "routes", "page", "section", "paragraph", "para", "phase", "option",
        "zone", "ward", "year", "class", "junction", "gate", "agenda", "question", "point", "policy", "site", "area",
        "plot", "lot", "grade", "table", "figure", "appendix", "annex", "over", "about", "around", "nearly", "all",
        "least", "than", "approximately",
    ]
    /// After these a number and a street in small letters are somebody's address.
    private static let pointing: Set<String> = [
        "at", "no", "number", "house", "outside", "live", "lives", "lived", "living", "address", "opposite", "near",
        "from",
    ]
    /// A number and a street before these is a count of them.
    private static let counted: Set<String> = [
        "residents", "people", "households", "homes", "houses", "flats", "shops", "businesses", "objections",
        "comments",
        "families", "pupils", "parents", "signatures", "members", "traders", "tenants", "neighbours", "drivers",
        "properties", "spaces", "bays", "trees", "units", "dwellings", "stops", "users", "library", "closures",
    ]
}

/// The name of a street that follows a house number.
struct Street {
    /// Each word of the name has a capital.
    private(set) var isCapitalised = false
    /// The kind of street is one that is hardly ever anything else ("road", not "close"), the name one or two words.
    private(set) var isPlain = false
    /// The word behind it, lower case; empty at the end of a clause.
    private(set) var next = ""

    init?(_ text: Span<UInt8>, after end: Int) {
        var i = end
        if i < text.count, text[i] == UInt8(ascii: ",") { i += 1 }
        var words: [(lower: String, isCapitalised: Bool)] = []
        while words.count < 5, let blank = Ascii.blank(text, i), let wordEnd = Self.wordEnd(text, i + blank) {
            words.append((Ascii.lowered(text, (i + blank)..<wordEnd), Ascii.isUpper(text[i + blank])))
            i = wordEnd
            if words.last?.lower == "st", i < text.count, text[i] == UInt8(ascii: ".") { i += 1 }
        }
        guard let first = words.first, !Self.notNames.contains(first.lower) else { return nil }
        if Self.welshKinds.contains(first.lower), words.count > 1 {
            isCapitalised = first.isCapitalised && words[1].isCapitalised
            return
        }
        guard let kind = words.indices.dropFirst().prefix(3).first(where: { Self.kinds.contains(words[$0].lower) })
        else {
            return nil
        }
        isCapitalised =
            words[..<kind].allSatisfy { $0.isCapitalised || $0.lower == "of" || $0.lower == "the" }
            && first.isCapitalised
        isPlain = kind <= 2 && Self.plainKinds.contains(words[kind].lower)
        if kind + 1 < words.count { next = words[kind + 1].lower }
    }

    private static func wordEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var i = start
        while i < text.count, Ascii.isLetter(text[i]) || text[i] >= 0x80 || isInner(text[i]),
            Ascii.blank(text, i) == nil
        { i += 1 }
        while i > start, isInner(text[i - 1]) { i -= 1 }
        return i > start && i - start <= 32 ? i : nil
    }

    private static func isInner(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") }

    /// Chosen from the commonest endings of British street names.
    private static let kinds: Set<String> = [
        "road", "rd", "street", "st", "lane", "ln", "avenue", "ave", "drive", "dr", "close", "cl", "way", "crescent",
        "cres", "court", "ct", "gardens", "gdns", "terrace", "place", "pl", "square", "sq", "grove", "hill", "row",
        "mews",
        "rise", "view", "walk", "green", "gate", "yard", "wharf", "parade", "croft", "end", "fields", "meadow",
        "meadows",
        "vale", "bank", "cottages", "villas", "house",
    ]
    private static let plainKinds: Set<String> = [
        "road", "rd", "street", "lane", "avenue", "ave", "crescent", "terrace", "gardens", "grove", "mews",
    ]
    private static let welshKinds: Set<String> = [
        "heol", "ffordd", "stryd", "lôn", "lon", "rhodfa", "maes", "clos", "cilgant",
    ]
    /// Units, months and counted things that may stand between a figure and a word such as "road".
    private static let notNames: Set<String> = [
        "minute", "minutes", "min", "mins", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
        "years", "mile", "miles", "metre", "metres", "km", "mph", "am", "pm", "way", "lane", "bed", "bedroom", "storey",
        "car", "bus", "cycle", "traffic", "side", "busy", "main", "separate", "different", "new", "more", "other", "of",
        "on", "in", "at", "and", "or", "to", "is", "per", "people", "residents",
        "houses", "homes", "flats", "shops", "percent", "january", "february", "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sept",
        "sep", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}
