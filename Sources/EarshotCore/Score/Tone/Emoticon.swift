/// Faces made of punctuation, which `Words.scan` leaves in the gaps between words.
enum Emoticon {
    /// Spelling and weight in tenths of a −4…+4 scale; a longer one stands before those that it begins with.
    private static let faces: [(face: StaticString, weight: Int)] = [
        (":'-(", -22), (":'(", -22), (":'-)", 18), (":')", 18), (":-))", 24), (":-)", 18), (":-(", -18), (":-D", 24),
        (":-P", 12), (":-p", 12), (":-/", -12), (":-|", -8), (":-*", 20), (":-O", 4), (":-S", -10),
        (":)", 18), (":(", -18), (":D", 24), (":P", 12), (":p", 12), (":/", -12), (":|", -8), (":*", 20), (":]", 18),
        (":[", -18), (":3", 14), (":S", -10), (":@", -22), ("=)", 18), ("=(", -18), ("=D", 24), ("=]", 18),
        (";-)", 14), (";)", 14), (";D", 18), (";P", 12), ("<3", 24), ("</3", -22), (">:(", -24), ("D:", -18),
        ("(:", 16),
    ]

    /// The first face in `gap` with its range, reaching into the letters after the gap where it is made of them (":D").
    static func first(_ text: Span<UInt8>, in gap: Range<Int>) -> (weight: Int, range: Range<Int>)? {
        var i = gap.lowerBound
        while i < gap.upperBound {
            switch text[i] {
            case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "("):
                if let found = face(text, at: i) { return found }
            default: break
            }
            i += 1
        }
        return nil
    }

    private static func face(_ text: Span<UInt8>, at start: Int) -> (weight: Int, range: Range<Int>)? {
        for (face, weight) in faces where begins(text, start, face) {
            var end = start + face.utf8CodeUnitCount
            let mouth = text[end - 1]
            while end < text.count, text[end] == mouth { end += 1 }
            // "Note:(see below" and "http:/" are no faces.
            guard end == text.count || !isPartOfWord(text[end]) else { return nil }
            return (weight, start..<end)
        }
        return nil
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        (byte | 32) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "/")
    }

    private static func begins(_ text: Span<UInt8>, _ start: Int, _ face: StaticString) -> Bool {
        guard start + face.utf8CodeUnitCount <= text.count else { return false }
        return face.withUTF8Buffer { expected in
            for (offset, byte) in expected.enumerated() where text[start + offset] != byte { return false }
            return true
        }
    }
}
