/// Cuts a text into sentences.
enum Sentences {
    /// Byte ranges of the sentences in order, with their closing marks and quotation marks, without the blanks around.
    ///
    /// A line end always closes a sentence. A full stop does not after an abbreviation ("St.", "Cllr.", "e.g."), an
    /// initial, or before a small letter; neither does an ellipsis before a small letter.
    static func ranges(of text: Span<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte == 10 || byte == 13 {
                append(start..<i, of: text, to: &ranges)
                start = i + 1
            } else if isEnd(byte) || isEllipsis(text, i) {
                let marks = i
                while i < text.count, isEnd(text[i]) || isEllipsis(text, i) { i += isEnd(text[i]) ? 1 : 3 }
                let afterMarks = i
                while let length = closer(text, i) { i += length }
                if i >= text.count || isBlank(text[i]), closes(text, marks..<afterMarks, start, next: i) {
                    append(start..<i, of: text, to: &ranges)
                    start = i
                }
                continue
            }
            i += 1
        }
        append(start..<text.count, of: text, to: &ranges)
        return ranges
    }

    private static func closes(_ text: Span<UInt8>, _ marks: Range<Int>, _ start: Int, next: Int) -> Bool {
        var hasStopOnly = true
        var i = marks.lowerBound
        while i < marks.upperBound {
            if text[i] == UInt8(ascii: "?") || text[i] == UInt8(ascii: "!") { hasStopOnly = false }
            i += 1
        }
        guard hasStopOnly else { return true }
        var after = next
        while after < text.count, text[after] == 0x20 || text[after] == 9 { after += 1 }
        if after < text.count, text[after] &- 97 < 26 { return false }
        return marks.count > 1 || !endsInAbbreviation(text, start..<marks.lowerBound)
    }

    private static func endsInAbbreviation(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var first = range.upperBound
        while first > range.lowerBound, text[first - 1] | 32 &- 97 < 26 { first -= 1 }
        let length = range.upperBound - first
        if length == 1, text[first] &- 65 < 26 { return true }
        guard (1...6).contains(length) else { return false }
        return abbreviations.contains { abbreviation in
            abbreviation.utf8CodeUnitCount == length
                && abbreviation.withUTF8Buffer { expected in
                    for k in 0..<length where text[first + k] | 32 != expected[k] { return false }
                    return true
                }
        }
    }

    private static let abbreviations: [StaticString] = [
        "mr", "mrs", "ms", "dr", "st", "rd", "ave", "cllr", "cllrs", "prof", "rev", "hon", "no", "nos", "vs", "approx",
        "e", "g", "eg", "ie", "para", "ref", "dept", "tel",
    ]

    private static func append(_ range: Range<Int>, of text: Span<UInt8>, to ranges: inout [Range<Int>]) {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isBlank(text[start]) { start += 1 }
        while end > start, isBlank(text[end - 1]) { end -= 1 }
        if start < end { ranges.append(start..<end) }
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    private static func isEllipsis(_ text: Span<UInt8>, _ i: Int) -> Bool {
        i + 2 < text.count && text[i] == 0xE2 && text[i + 1] == 0x80 && text[i + 2] == 0xA6
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    /// The length of a closing bracket or quotation mark at `i`.
    private static func closer(_ text: Span<UInt8>, _ i: Int) -> Int? {
        guard i < text.count else { return nil }
        switch text[i] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"): return 1
        case 0xE2 where i + 2 < text.count && text[i + 1] == 0x80 && (text[i + 2] == 0x9D || text[i + 2] == 0x99):
            return 3
        default: return nil
        }
    }
}
