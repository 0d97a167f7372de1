/// Digits in groups, parted by single blanks, hyphens, dashes and points: "020 7946 0018".
struct DigitRun {
    struct End {
        /// Digits so far.
        var count: Int
        /// Byte offset behind them, exclusive.
        var offset: Int
        /// The groups so far are parted in more than one way.
        var mixesSeparators: Bool
    }

    private(set) var digits: [UInt8] = []
    /// One a group.
    private(set) var ends: [End] = []

    /// `isPhone`: "+" and "(" may come first, and "(0)" or "(0131)" be among them.
    init(_ text: Span<UInt8>, _ start: Int, isPhone: Bool = false) {
        var i = start
        var separator: UInt8?
        var mixes = false
        if isPhone, text[i] == UInt8(ascii: "+") { i += 1 }
        if isPhone, i < text.count, text[i] == UInt8(ascii: "(") { i += 1 }
        while i < text.count, Ascii.isDigit(text[i]), ends.count < 10, digits.count < 24 {
            while i < text.count, Ascii.isDigit(text[i]) {
                if digits.count < 40 { digits.append(text[i]) }
                i += 1
            }
            ends.append(End(count: digits.count, offset: i, mixesSeparators: mixes))
            if isPhone, i < text.count, text[i] == UInt8(ascii: ")") { i += 1 }
            guard i < text.count else { break }
            let between = text[i]
            i = isPhone ? Self.afterPhoneGap(text, i) : Self.afterGap(text, i)
            if let separator, separator != between { mixes = true }
            separator = between
            if isPhone, i < text.count, text[i] == UInt8(ascii: "(") { i += 1 }
        }
    }

    /// Behind one blank, hyphen, dash or point.
    private static func afterGap(_ text: Span<UInt8>, _ i: Int) -> Int {
        if text[i] == UInt8(ascii: ".") { return i + 1 }
        return i + (Ascii.blank(text, i) ?? Ascii.dash(text, i) ?? 0)
    }

    /// The same, or two blanks, or a dash between blanks: "07700 - 900123".
    private static func afterPhoneGap(_ text: Span<UInt8>, _ i: Int) -> Int {
        guard let first = Ascii.blank(text, i) else { return afterGap(text, i) }
        var end = i + first
        if let dash = Ascii.dash(text, end) { end += dash }
        return end + (Ascii.blank(text, end) ?? 0)
    }

    /// Where the groups up to exactly `count` digits end, if a word or figure does not run on there.
    func end(of count: Int, _ text: Span<UInt8>) -> Int? {
        guard let end = ends.first(where: { $0.count == count }), isBounded(end.offset, text) else { return nil }
        return end.offset
    }

    func groups(of count: Int) -> Int { ends.count { $0.count <= count } }

    func isBounded(_ offset: Int, _ text: Span<UInt8>) -> Bool {
        guard offset < text.count else { return true }
        if Ascii.isWord(text[offset]) { return false }
        let isPoint = text[offset] == UInt8(ascii: ",") || text[offset] == UInt8(ascii: ".")
        return !(isPoint && offset + 1 < text.count && Ascii.isDigit(text[offset + 1]))
    }
}
