/// Folds the English plural and possessive, and nothing else: a full stemmer would join "parking" with "park".
///
/// The rules of the S-stemmer (Harman 1991, "How effective is suffixing?"), with -ches, -shes, -xes, -sses, -zzes and
/// "buses" added.
enum Singular {
    static func hash(of word: Word, in text: Span<UInt8>) -> UInt64 {
        let start = Int(word.start)
        let end = Int(word.end)
        guard word.kind == .word, end - start >= 4, text[end - 1] | 32 == UInt8(ascii: "s") else { return word.hash }
        let before = text[end - 2] | 32
        switch before {
        case UInt8(ascii: "'"):
            return hash(text, start..<(end - 2))
        case 0x99 | 32 where end - start >= 6 && text[end - 3] == 0x80 && text[end - 4] == 0xE2:
            return hash(text, start..<(end - 4))
        case UInt8(ascii: "s"), UInt8(ascii: "i"):
            return word.hash
        case UInt8(ascii: "u"):
            return word.hash
        case UInt8(ascii: "e"):
            return hash(text, start..<(end - cut(text, start, end)), adding: isIes(text, start, end) ? "y" : nil)
        default:
            return hash(text, start..<(end - 1))
        }
    }

    static func isNegation(_ word: Word, in text: Span<UInt8>) -> Bool {
        let end = Int(word.end)
        guard word.end - word.start >= 4, text[end - 1] | 32 == UInt8(ascii: "t") else { return false }
        return text[end - 2] == UInt8(ascii: "'") || (text[end - 2] == 0x99 && text[end - 3] == 0x80)
    }

    private static func isIes(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        end - start >= 5 && text[end - 3] | 32 == UInt8(ascii: "i")
    }

    /// How many bytes of a word in -es are taken off.
    private static func cut(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        if isIes(text, start, end) { return 3 }
        let last = text[end - 3] | 32
        let second = text[end - 4] | 32
        switch last {
        case UInt8(ascii: "x"): return 2
        case UInt8(ascii: "h") where second == UInt8(ascii: "c") || second == UInt8(ascii: "s"): return 2
        case UInt8(ascii: "s") where second == UInt8(ascii: "s"): return 2
        case UInt8(ascii: "z") where second == UInt8(ascii: "z"): return 2
        case UInt8(ascii: "s") where end - start == 5 && second == UInt8(ascii: "u"):
            return text[start] | 32 == UInt8(ascii: "b") ? 2 : 1
        default: return 1
        }
    }

    private static func hash(_ text: Span<UInt8>, _ range: Range<Int>, adding tail: Unicode.Scalar? = nil) -> UInt64 {
        var hash = Fold.seed
        var i = range.lowerBound
        while i < range.upperBound {
            let (scalar, length) = Scalars.decode(text, at: i)
            Fold.add(scalar, to: &hash)
            i += length
        }
        if let tail { Fold.add(tail.value, to: &hash) }
        return hash
    }
}
