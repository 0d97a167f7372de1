/// Finds the plates of vehicles registered in the United Kingdom.
///
/// Source: DVLA, INF104 "Vehicle registration numbers and number plates" (forms, years, letters that are not used).
enum RedactionPlates {
    /// A plate that begins with letters at `i`: "AB12 CDE", "A123 BCD", "ABC 123D"; the oldest and the Northern Irish
    /// ("ABC 123", "AIZ 1234"), and any of them in small letters, only behind a word such as "reg" or "number plate".
    static func match(_ text: Span<UInt8>, _ i: Int, _ out: [UInt8]) -> RedactionMatch? {
        guard holdsDigit(text, i), let plate = Plate(text, i), isFree(plate, text, i, out) else { return nil }
        let isNamed = isNamed(out)
        guard plate.isUpper || isNamed else { return nil }
        let fits =
            switch plate.shape {
            case .current: isCurrent(plate) && (isNamed || !isReference(out))
            case .prefix: isPrefix(plate) && (isNamed || (plate.digits.count == 3 && !isReference(out)))
            case .suffix: isSuffix(plate) && (isNamed || (plate.digits.count == 3 && !isReference(out)))
            case .dateless: isNamed && plate.isUpper && (plate.digits.count > 2 || plate.first.count > 1)
            }
        return fits ? RedactionMatch(.vehicle, end: plate.end) : nil
    }

    /// Whether a figure stands in one of the next four places, as it does in every plate.
    private static func holdsDigit(_ text: Span<UInt8>, _ i: Int) -> Bool {
        var k = i + 1
        while k < text.count, k - i < 5 {
            if Ascii.isDigit(text[k]) { return true }
            k += 1
        }
        return false
    }

    /// "123 ABC" behind "plate" or "registration".
    static func reversed(_ text: Span<UInt8>, _ i: Int, _ out: [UInt8]) -> RedactionMatch? {
        var end = i
        while end < text.count, Ascii.isDigit(text[end]) { end += 1 }
        guard (1...4).contains(end - i), end < text.count else { return nil }
        if let blank = Ascii.blank(text, end) { end += blank }
        let start = end
        while end < text.count, Ascii.isUpper(text[end]) { end += 1 }
        guard (1...3).contains(end - start), end == text.count || !Ascii.isWord(text[end]),
            isNamed(out, exactly: true)
        else { return nil }
        return RedactionMatch(.vehicle, end: end)
    }

    /// Not part of a longer reference or of a tag: "22/AB12CDE", "AB12 CDE-4", "#AB12CDE".
    private static func isFree(_ plate: Plate, _ text: Span<UInt8>, _ i: Int, _ out: [UInt8]) -> Bool {
        if let last = out.last, "#/-_.$".utf8.contains(last) { return false }
        guard plate.end < text.count else { return true }
        if Ascii.isWord(text[plate.end]) { return false }
        let joins = text[plate.end] == UInt8(ascii: "/") || text[plate.end] == UInt8(ascii: "-")
        return !(joins && plate.end + 1 < text.count && Ascii.isWord(text[plate.end + 1]))
    }

    // MARK: - Forms

    /// Two letters of the place, two figures of the half-year (02…29, 51…79), three letters.
    private static func isCurrent(_ plate: Plate) -> Bool {
        let year = plate.digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        guard (2...29).contains(year) || (51...79).contains(year) else { return false }
        guard !plate.first.contains(where: "iqtz".utf8.contains), !plate.last.contains(where: "iq".utf8.contains) else {
            return false
        }
        return !isWord(plate.last)
    }

    /// The year's letter, 1…999, three letters.
    private static func isPrefix(_ plate: Plate) -> Bool {
        !plate.first.contains(where: "iouz".utf8.contains) && !plate.last.contains(where: "iqz".utf8.contains)
            && plate.digits.first != 48 && !isWord(plate.last)
    }

    /// Three letters, 1…999, the year's letter.
    private static func isSuffix(_ plate: Plate) -> Bool {
        !plate.last.contains(where: "ioquz".utf8.contains) && !plate.first.contains(where: "iqz".utf8.contains)
            && plate.digits.first != 48 && !isWord(plate.first)
    }

    private static func isWord(_ letters: [UInt8]) -> Bool { words.contains(String(decoding: letters, as: UTF8.self)) }

    // MARK: - Words before

    /// Whether "reg", "number plate" or the like stands close before, with nothing but "is", "no", ":" between.
    private static func isNamed(_ out: [UInt8], exactly: Bool = false) -> Bool {
        var words = lastWords(out)
        while let last = words.last, fillers.contains(last), words.count > 1 { words.removeLast() }
        guard let last = words.last else { return false }
        return plateWords.contains(last) || (!exactly && last == "reg")
    }

    private static func isReference(_ out: [UInt8]) -> Bool {
        guard let last = lastWords(out).last else { return false }
        return references.contains(last)
    }

    /// The last words of the sentence before, in small letters.
    private static func lastWords(_ out: [UInt8]) -> [String] {
        out.suffix(40).split { !Ascii.isLetter($0) }.suffix(5).map {
            String(decoding: $0.map(Ascii.lower), as: UTF8.self)
        }
    }

    private static let plateWords: Set<String> = [
        "plate", "plates", "registration", "regn", "numberplate", "vrm", "vrn",
    ]
    private static let fillers: Set<String> = [
        "is", "was", "no", "number", "num", "mark", "of", "a", "the", "reads", "car", "van", "with",
    ]
    private static let references: Set<String> = [
        "ref", "reference", "order", "case", "application", "item", "zone", "flight", "product", "model", "code",
        "form",
        "section", "route", "bus", "policy", "version", "part", "room", "class", "postcode", "train", "engine", "type",
        "page", "gate", "junction", "road", "the",
    ]

    /// Words and abbreviations of three letters that stand beside figures in capitals: "A303 BUS", "S106 CIL", "BMW
    /// 320D".
    private static let words = Set(
        """
        act add age ago aid aim air all and any app are arm art ash ask bad bag ban bar bay bbc bed bet bid big bin bit bmw box boy bus
        but buy bye can cap car cat cil cop cos cpz cry cup cut dad day did diy dog due dvd eat ebs end era etc eur eve eye
        far fed fee few fit fix fly for fox fps fun fur gap gas gay gbp get gig god got gov gps gun guy gwr had has hat her
        hey hgv him his hit hmo hot how hub ice ill inc ink inn isa iso its jam jan jet job joy key kia kid kmh kph lab lad law lay led leg
        let lgv lie lit log lol lot low ltd ltn mad man map mar max may men met mgb min mix mlb mob mod mot mph mrs mum nba net new nfl nhl
        nhs non nor not nov now npr oak oct odd off oil old omg one opp our out own pan par pay pcm pcn pdf per pet phv pie pin pop
        pot ppm psv pub put ram ran raw red rev rip row rpm run sad san sap sat saw say sea see sep set sex she shy sim sir sit six
        sky son sos spd spg sub suv sum sun suv tax tea ten tfl the thx tie tim tip toe ton too top toy tip try tue tvs two ukv uni usa usb use
        usd van vat via vip wan war was way web wed wet who why wig win won wow wtf yay yes yet you yrs zip zoo
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}

/// Letters, figures and letters as on a plate, in the groups in which plates have them.
struct Plate {
    enum Shape { case current, prefix, suffix, dateless }

    private(set) var shape = Shape.dateless
    /// In small letters.
    private(set) var first: [UInt8] = []
    private(set) var digits: [UInt8] = []
    private(set) var last: [UInt8] = []
    private(set) var end = 0
    /// All letters are capitals.
    private(set) var isUpper = true

    init?(_ text: Span<UInt8>, _ i: Int) {
        var next = i
        first = take(text, &next, upTo: 3)
        let isParted = skipBlank(text, &next)
        while next < text.count, Ascii.isDigit(text[next]), digits.count < 5 {
            digits.append(text[next])
            next += 1
        }
        guard !first.isEmpty, (1...4).contains(digits.count) else { return nil }
        let middle = next
        let isPartedAgain = skipBlank(text, &next)
        last = take(text, &next, upTo: 4)
        end = next
        let isWhole = next == text.count || !Ascii.isWord(text[next])
        switch (first.count, digits.count, last.count) {
        case (2, 2, 3) where !isParted && isWhole: shape = .current
        case (1, 1...3, 3) where !isParted && isWhole: shape = .prefix
        case (3, 1...3, 1) where !isPartedAgain && isWhole: shape = .suffix
        default:
            guard middle == text.count || !Ascii.isWord(text[middle]) else { return nil }
            end = middle
            isUpper = (i..<middle).allSatisfy { !Ascii.isLetter(text[$0]) || Ascii.isUpper(text[$0]) }
            last = []
        }
    }

    private mutating func take(_ text: Span<UInt8>, _ next: inout Int, upTo limit: Int) -> [UInt8] {
        var letters: [UInt8] = []
        while next < text.count, Ascii.isLetter(text[next]), letters.count < limit {
            if !Ascii.isUpper(text[next]) { isUpper = false }
            letters.append(text[next] | 32)
            next += 1
        }
        return letters
    }

    private func skipBlank(_ text: Span<UInt8>, _ next: inout Int) -> Bool {
        guard let blank = Ascii.blank(text, next) else { return false }
        next += blank
        return true
    }
}
