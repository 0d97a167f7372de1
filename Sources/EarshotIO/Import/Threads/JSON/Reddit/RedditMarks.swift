/// The marks of a line of Markdown that say how its words look: emphasis that opens at a word's beginning and is closed
/// on the line; backslashes; superscript carets.
struct RedditMarks {
    private struct Open {
        var start: Int
        var length: Int
        var mark: UInt8
    }

    /// Marks kept in mind that are not closed yet (chosen, not derived).
    private static let nesting = 64

    private var open: [Open] = []
    private var gone: [Range<Int>] = []

    init(_ text: Span<UInt8>) {
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte == UInt8(ascii: "\\"), i + 1 < text.count, Self.isEscapable(text, i + 1) {
                gone.append(i..<i + 1)
                i += 2
                continue
            }
            let length = Self.length(text, i)
            guard length > 0 else {
                if byte == UInt8(ascii: "^"), i + 1 < text.count, text.spaceLength(at: i + 1) == 0 {
                    gone.append(i..<i + 1)
                }
                i += 1
                continue
            }
            take(text, i, length)
            i += length
        }
        gone.sort { $0.lowerBound < $1.lowerBound }
    }

    /// Appends the text without the marks; spaces become single ones, none stay at the ends.
    func appendText(to out: inout [UInt8], _ text: Span<UInt8>) {
        let start = out.count
        var next = 0
        var i = 0
        while i < text.count {
            if next < gone.count, gone[next].lowerBound == i {
                i = gone[next].upperBound
                next += 1
                continue
            }
            if text[i] != 32 || (out.count > start && out.last != 32) { out.append(text[i]) }
            i += 1
        }
        if out.count > start, out.last == 32 { out.removeLast() }
    }

    /// The length of the mark at a place; 0 where none begins.
    private static func length(_ text: Span<UInt8>, _ start: Int) -> Int {
        let mark = text[start]
        switch mark {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"):
            let isTilde = mark == UInt8(ascii: "~")
            var end = start + 1
            // Of tildes only two are a mark: the third says enough.
            while end < text.count, text[end] == mark, !isTilde || end < start + 3 { end += 1 }
            if text.extends(at: end) { end -= 1 }
            return isTilde && end - start != 2 ? 0 : end - start
        case UInt8(ascii: ">"), UInt8(ascii: "!"):
            let second = mark == UInt8(ascii: ">") ? UInt8(ascii: "!") : UInt8(ascii: "<")
            return start + 1 < text.count && text[start + 1] == second ? 2 : 0
        default: return 0
        }
    }

    /// A mark that closes the last of its kind, or opens one.
    private mutating func take(_ text: Span<UInt8>, _ i: Int, _ length: Int) {
        let before = Self.before(text, i)
        let after = i + length < text.count ? text.scalar(at: i + length).scalar : " "
        let isSpoilerEnd = text[i] == UInt8(ascii: "!")
        let mark = isSpoilerEnd ? UInt8(ascii: ">") : text[i]
        let isWordEnd = mark != UInt8(ascii: "_") || !Self.isWord(after)
        if !before.properties.isWhitespace, isWordEnd, text[i] != UInt8(ascii: ">"),
            let match = open.lastIndex(where: { $0.mark == mark && $0.length == length })
        {
            gone.append(open[match].start..<open[match].start + length)
            gone.append(i..<i + length)
            open.removeSubrange(match...)
        } else if !after.properties.isWhitespace, !Self.isWord(before), !isSpoilerEnd {
            open.append(Open(start: i, length: length, mark: mark))
            if open.count > Self.nesting { open.removeFirst() }
        }
    }

    /// The first scalar of the character before a place: an accent may follow it.
    private static func before(_ text: Span<UInt8>, _ i: Int) -> Unicode.Scalar {
        guard i > 0 else { return " " }
        if text[i - 1] < 0x80 { return Unicode.Scalar(text[i - 1]) }
        let part = text.extracting(max(0, i - 32)..<i).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        return part.last?.unicodeScalars.first ?? " "
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        let character = Character(scalar)
        return character.isLetter || character.isNumber
    }

    private static func isEscapable(_ text: Span<UInt8>, _ i: Int) -> Bool {
        let character = Character(text.scalar(at: i).scalar)
        return character.isPunctuation || character.isSymbol
    }
}
