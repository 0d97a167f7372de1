/// What was found at a place in a text.
struct RedactionMatch {
    /// `nil` where the text up to `end` is to be left as it is (a link to a news page).
    var kind: Redaction.Kind?
    /// Byte offset, exclusive.
    var end: Int
    /// Bytes at the beginning that stay (a postcode's outward part).
    var kept = 0

    init(_ kind: Redaction.Kind?, end: Int, kept: Int = 0) {
        self.kind = kind
        self.end = end
        self.kept = kept
    }
}

/// Bytes by class.
enum Ascii {
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
    @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
    /// A letter, digit or "_".
    @inline(__always) static func isWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
    }

    /// The length of the blank at `i`: a space, or one at which no line breaks (U+00A0, U+2007, U+2009, U+202F), as in
    /// text copied from a web page.
    static func blank(_ text: Span<UInt8>, _ i: Int) -> Int? {
        guard i < text.count else { return nil }
        if text[i] == 0x20 { return 1 }
        if text[i] == 0xC2, i + 1 < text.count, text[i + 1] == 0xA0 { return 2 }
        guard text[i] == 0xE2, i + 2 < text.count, text[i + 1] == 0x80 else { return nil }
        return text[i + 2] == 0x87 || text[i + 2] == 0x89 || text[i + 2] == 0xAF ? 3 : nil
    }

    /// The length of the hyphen or dash at `i`: "-", U+2010…U+2014.
    static func dash(_ text: Span<UInt8>, _ i: Int) -> Int? {
        guard i < text.count else { return nil }
        if text[i] == UInt8(ascii: "-") { return 1 }
        guard text[i] == 0xE2, i + 2 < text.count, text[i + 1] == 0x80 else { return nil }
        return (0x90...0x94).contains(text[i + 2]) ? 3 : nil
    }

    /// Whether `word`, in small letters, stands at `i`, in small letters or capitals.
    static func holds(_ text: Span<UInt8>, _ word: [UInt8], at i: Int) -> Bool {
        guard i + word.count <= text.count else { return false }
        for k in word.indices where lower(text[i + k]) != word[k] { return false }
        return true
    }

    static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 32 : byte }

    /// The range in lower case, bytes beyond ASCII as they are.
    static func lowered(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        for i in range { bytes.append(lower(text[i])) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
