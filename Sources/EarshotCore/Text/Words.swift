/// One word (number, link, emoji…) of a text, found by `Words.scan`.
package struct Word: Equatable, Sendable {
    package enum Kind: UInt8, Sendable {
        case word
        /// Digits, with inner points, commas, colons and slashes: "38,000", "6.30", "25/03195/FUL".
        case number
        /// "https://…" or "www.…".
        case link
        /// "@name" or an e-mail address.
        case handle
        /// "#SaveOurLibrary"; the hash is that of the tag without the sign.
        case hashtag
        /// An emoji with all that is joined to it.
        case emoji
    }

    /// What stands between the word before and this one.
    package enum Gap: UInt8, Sendable {
        case space
        /// A hyphen or slash: the two belong together ("one-way").
        case joined
        /// Comma, semicolon, colon, dash (a spaced hyphen too), bracket, quotation mark.
        case clause
        /// Full stop, question or exclamation mark, line end, start of the text.
        case sentence
    }

    /// UTF-8 byte offsets into the text, end exclusive; texts are below 2 GB.
    package var start: Int32
    package var end: Int32
    /// `Words.hash` of the folded word: equal for "Library", "LIBRARY" and "library".
    package var hash: UInt64
    package var kind: Kind
    package var gap: Gap
    /// Two letters or more, none of them lower case.
    package var isCapitals: Bool
    /// The first letter is upper case.
    package var isCapitalised: Bool

    package var range: Range<Int> { Int(start)..<Int(end) }
}

/// Cuts text into words over its UTF-8 bytes: once per comment, for every scorer.
package enum Words {
    /// Appends the words of `text` to `words`, in order.
    package static func scan(_ text: Span<UInt8>, into words: inout [Word]) {
        var scanner = WordScanner()
        scanner.scan(text, into: &words)
    }

    /// The words of `text`. For tests and small texts; in a loop reuse one array with `scan`.
    package static func of(_ text: String) -> [Word] {
        var words: [Word] = []
        scan(text.utf8.span, into: &words)
        return words
    }

    /// FNV-1a over the folded spelling of a word (see `folded`).
    package static func hash(_ word: String) -> UInt64 {
        var hash = Fold.seed
        let bytes = word.utf8.span
        var i = 0
        while i < bytes.count {
            let (scalar, length) = Scalars.decode(bytes, at: i)
            Fold.add(scalar, to: &hash)
            i += length
        }
        return hash
    }

    /// The spelling that `hash` is made of: lower case, typographic apostrophes straight, soft hyphens, joiners, variation
    /// selectors and skin tones left out. Composed and decomposed accents stay different words.
    package static func folded(_ word: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for scalar in word.unicodeScalars where !Fold.isIgnored(scalar.value) {
            if let folded = Unicode.Scalar(Fold.fold(scalar.value)) { out.append(folded) }
        }
        return String(out)
    }
}

/// Case folding, one scalar to one scalar, over Latin, Greek, Cyrillic and Armenian; typographic apostrophes are made
/// straight. Characters that only change how others are drawn (soft hyphen, joiners, variation selectors, skin tones)
/// are left out.
enum Fold {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    static let prime: UInt64 = 0x100_0000_01b3

    @inline(__always)
    static func add(_ scalar: UInt32, to hash: inout UInt64) {
        let folded = fold(scalar)
        if folded < 0x80 {
            hash = (hash ^ UInt64(folded)) &* prime
            return
        }
        if isIgnored(folded) { return }
        var rest = folded
        while rest > 0 {
            hash = (hash ^ UInt64(rest & 0xff)) &* prime
            rest >>= 8
        }
    }

    @inline(__always)
    static func isIgnored(_ scalar: UInt32) -> Bool {
        guard scalar >= 0xAD else { return false }
        switch scalar {
        case 0x00AD, 0x200B...0x200F, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF, 0x1F3FB...0x1F3FF: return true
        default: return false
        }
    }

    @inline(__always)
    static func isUpper(_ scalar: UInt32) -> Bool {
        // The final sigma and the letter apostrophe fold to something else without being capitals.
        scalar < 0x80 ? scalar &- 65 < 26 : fold(scalar) != scalar && scalar != 0x3C2 && scalar != 0x2BC
    }

    @inline(__always)
    static func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar &- 65 < 26 ? scalar + 32 : scalar }
        return foldBeyondASCII(scalar)
    }

    private static func foldBeyondASCII(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x00B4, 0x02BC, 0x2018, 0x2019, 0x2032, 0xFF07: return 0x27
        case 0xC0...0xDE where scalar != 0xD7: return scalar + 32
        case 0x130: return 0x69
        case 0x100...0x137 where scalar & 1 == 0: return scalar + 1
        case 0x139...0x148 where scalar & 1 == 1: return scalar + 1
        case 0x14A...0x177 where scalar & 1 == 0: return scalar + 1
        case 0x178: return 0xFF
        case 0x179, 0x17B, 0x17D: return scalar + 1
        case 0x1CD...0x1DC where scalar & 1 == 1: return scalar + 1
        case 0x1DE...0x1EF where scalar & 1 == 0: return scalar + 1
        case 0x1F8...0x21F where scalar & 1 == 0: return scalar + 1
        case 0x222...0x233 where scalar & 1 == 0: return scalar + 1
        case 0x386: return 0x3AC
        case 0x388...0x38A: return scalar + 37
        case 0x38C: return 0x3CC
        case 0x38E, 0x38F: return scalar + 63
        case 0x391...0x3AB where scalar != 0x3A2: return scalar + 32
        case 0x3C2: return 0x3C3
        case 0x400...0x40F: return scalar + 80
        case 0x410...0x42F: return scalar + 32
        case 0x460...0x480 where scalar & 1 == 0: return scalar + 1
        case 0x48A...0x4BF where scalar & 1 == 0: return scalar + 1
        case 0x4C1...0x4CD where scalar & 1 == 1: return scalar + 1
        case 0x4D0...0x52E where scalar & 1 == 0: return scalar + 1
        case 0x531...0x556: return scalar + 48
        case 0x1E00...0x1E95 where scalar & 1 == 0: return scalar + 1
        case 0x1E9E: return 0xDF
        case 0x1EA0...0x1EFF where scalar & 1 == 0: return scalar + 1
        default: return scalar
        }
    }
}

/// UTF-8 decoding that never fails: a byte that is no part of a character counts as U+FFFD of length one.
package enum Scalars {
    @inline(__always)
    package static func decode(_ bytes: Span<UInt8>, at i: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[i]
        if first < 0x80 { return (UInt32(first), 1) }
        func tail(_ offset: Int) -> UInt32? {
            guard i + offset < bytes.count, bytes[i + offset] & 0xC0 == 0x80 else { return nil }
            return UInt32(bytes[i + offset] & 0x3F)
        }
        if first & 0xE0 == 0xC0, let a = tail(1) { return (UInt32(first & 0x1F) << 6 | a, 2) }
        if first & 0xF0 == 0xE0, let a = tail(1), let b = tail(2) {
            return (UInt32(first & 0x0F) << 12 | a << 6 | b, 3)
        }
        if first & 0xF8 == 0xF0, let a = tail(1), let b = tail(2), let c = tail(3) {
            return (UInt32(first & 0x07) << 18 | a << 12 | b << 6 | c, 4)
        }
        return (0xFFFD, 1)
    }
}
