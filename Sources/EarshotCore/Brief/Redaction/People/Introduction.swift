/// Finds names that people introduce themselves by: "My name is Jane Smith", "I am called Jane", "I'm Jane Smith from
/// Mill Lane".
enum Introduction {
    /// Whether one may stand in the text; looks at each byte once.
    static func mayStand(in text: Span<UInt8>) -> Bool {
        var i = 0
        let last = text.count - 6
        while i < last {
            let byte = text[i]
            if byte | 32 == UInt8(ascii: "i"), opens(text, i) { return true }
            if byte | 32 == UInt8(ascii: "n"), text[i + 1] | 32 == UInt8(ascii: "a"),
                text[i + 2] | 32 == UInt8(ascii: "m"),
                text[i + 3] | 32 == UInt8(ascii: "e")
            {
                return true
            }
            if byte == UInt8(ascii: "c"), text[i + 1] == UInt8(ascii: "a"), text[i + 5] == UInt8(ascii: "d"),
                text[i + 4] == UInt8(ascii: "e")
            {
                return true
            }
            i += 1
        }
        return false
    }

    /// "I'm J", "I am J", "im jane".
    private static func opens(_ text: Span<UInt8>, _ i: Int) -> Bool {
        guard i == 0 || !Ascii.isWord(text[i - 1]), let end = afterAm(text, i) else { return false }
        return PersonName.isCapital(text, end) || PersonName(small: text, at: end) != nil
    }

    /// Ranges of the names, in order.
    static func ranges(in text: Span<UInt8>) -> [Range<Int>] {
        guard mayStand(in: text) else { return [] }
        var found: [Range<Int>] = []
        var i = 0
        while i < text.count {
            guard Ascii.isLetter(text[i]), i == 0 || !Ascii.isWord(text[i - 1]) else {
                i += 1
                continue
            }
            if let range = named(text, i) ?? speaking(text, i), !RedactionOffice.surrounds(range, in: text) {
                found.append(range)
                i = range.upperBound
            } else {
                while i < text.count, Ascii.isWord(text[i]) { i += 1 }
            }
        }
        return found
    }

    // MARK: - My name is …

    private static let phrases = [
        "my name is called", "my name is", "my name's", "my name\u{2019}s", "my names", "i am called", "i'm called",
        "i\u{2019}m called", "im called", "my name being", "my name:", "name:", "my full name is",
    ].map { Array($0.utf8) }

    private static func named(_ text: Span<UInt8>, _ i: Int) -> Range<Int>? {
        guard "mMiInN".utf8.contains(text[i]), let phrase = phrases.first(where: { Ascii.holds(text, $0, at: i) })
        else { return nil }
        // "Name: Jane Smith" as in a form, at the beginning of a line.
        if phrase[0] == UInt8(ascii: "n"), i > 0, text[i - 1] != 0x0A { return nil }
        var start = i + phrase.count
        guard start < text.count, !Ascii.isWord(text[start]) else { return nil }
        while start < text.count, start - i < phrase.count + 4, " :,.\"".utf8.contains(text[start]) { start += 1 }
        if let name = PersonName(text, at: start) { return name.range }
        return PersonName(small: text, at: start)?.range
    }

    // MARK: - I'm … from

    /// Behind "I'm ", "I am ", "Im " at `i`.
    private static func afterAm(_ text: Span<UInt8>, _ i: Int) -> Int? {
        for opening in openings where Ascii.holds(text, opening, at: i) { return i + opening.count }
        return nil
    }

    private static let openings = ["i'm ", "i am ", "i\u{2019}m ", "im "].map { Array($0.utf8) }

    private static func speaking(_ text: Span<UInt8>, _ i: Int) -> Range<Int>? {
        guard text[i] | 32 == UInt8(ascii: "i"), !isQuoted(text, i), let start = afterAm(text, i),
            let name = PersonName(text, at: start, limit: 3) ?? PersonName(small: text, at: start)
        else { return nil }
        let isFull = name.count > 1 || name.hasHonorific
        guard name.given == .sure || isFull,
            saysWhere(text, name.range.upperBound, isFull: name.given == .sure && isFull)
        else { return nil }
        return name.range
    }

    /// Whether a quotation begins before: somebody else's words.
    private static func isQuoted(_ text: Span<UInt8>, _ i: Int) -> Bool {
        var before = i
        while before > 0, text[before - 1] == 0x20 { before -= 1 }
        guard before > 0 else { return false }
        if text[before - 1] == UInt8(ascii: "\"") || text[before - 1] == UInt8(ascii: "'") { return true }
        let isCurly = before > 2 && text[before - 3] == 0xE2 && text[before - 2] == 0x80
        return isCurly && (text[before - 1] == 0x98 || text[before - 1] == 0x9C)
    }

    /// Whether "from …", "at …" or the like follows; behind a full name of a known first name also ", a …" and "and I".
    private static func saysWhere(_ text: Span<UInt8>, _ end: Int, isFull: Bool) -> Bool {
        if from.contains(where: { Ascii.holds(text, $0, at: end) }) { return true }
        return isFull && further.contains { Ascii.holds(text, $0, at: end) }
    }

    private static let from = [
        " from ", ", from ", " who lives ", " and i live ", ", i live ", " living at ", " living in ",
    ].map {
        Array($0.utf8)
    }
    private static let further = [" at ", " of ", " and i ", ", a ", ", i ", ", aged ", ", resident", " and my "].map {
        Array($0.utf8)
    }
}
