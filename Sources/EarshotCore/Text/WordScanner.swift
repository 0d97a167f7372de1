/// The state machine behind `Words.scan`.
struct WordScanner {
    private var gap = Word.Gap.sentence

    mutating func scan(_ text: Span<UInt8>, into words: inout [Word]) {
        var i = 0
        while i < text.count {
            let (scalar, length) = Scalars.decode(text, at: i)
            switch Self.role(of: scalar) {
            case .letter, .digit:
                i = Self.linkEnd(text, from: i).map { end in append(.link, i, end, text, &words) } ?? word(text, i, &words)
            case .at where Self.isWordByte(text, i + 1):
                i = append(.handle, i, Self.nameEnd(text, from: i + 1), text, &words)
            case .hash where Self.isWordByte(text, i + 1):
                let end = Self.nameEnd(text, from: i + 1)
                i = append(.hashtag, i, end, text, &words, hashFrom: i + 1)
            case .emoji:
                i = append(.emoji, i, Self.emojiEnd(text, from: i), text, &words)
            case let role:
                widen(for: role)
                i += length
            }
        }
    }

    private mutating func widen(for role: Role) {
        switch role {
        case .sentence: gap = .sentence
        case .clause: if gap != .sentence { gap = .clause }
        case .joiner: if gap == .space { gap = .joined }
        case .space: if gap == .joined { gap = .space }
        default: break
        }
    }

    private mutating func word(_ text: Span<UInt8>, _ start: Int, _ words: inout [Word]) -> Int {
        var i = start
        var hash = Fold.seed
        var letters = 0
        var capitals = 0
        var digits = 0
        var firstIsCapital = false
        while i < text.count {
            let (scalar, length) = Scalars.decode(text, at: i)
            let role = Self.role(of: scalar)
            if role == .letter {
                let upper = Fold.fold(scalar) != scalar
                if i == start { firstIsCapital = upper }
                letters += 1
                if upper { capitals += 1 }
            } else if role == .digit {
                digits += 1
            } else if role == .at, Self.isWordByte(text, i + 1) {
                return append(.handle, start, Self.nameEnd(text, from: i + 1), text, &words)
            } else if i + length < text.count, Self.holds(scalar, digits: digits, letters: letters) {
                let next = Self.role(of: Scalars.decode(text, at: i + length).scalar)
                let apostrophe = Fold.fold(scalar) == 0x27
                guard apostrophe ? next == .letter : next == .digit || (scalar == 0x2F && next == .letter && digits > 2)
                else { break }
            } else {
                break
            }
            Fold.add(scalar, to: &hash)
            i += length
        }
        let kind: Word.Kind = digits > 0 && digits >= letters ? .number : .word
        words.append(
            Word(
                start: Int32(start), end: Int32(i), hash: hash, kind: kind, gap: gap,
                isCapitals: letters >= 2 && capitals == letters, isCapitalised: firstIsCapital))
        gap = .space
        return i
    }

    private mutating func append(
        _ kind: Word.Kind, _ start: Int, _ end: Int, _ text: Span<UInt8>, _ words: inout [Word], hashFrom: Int? = nil
    ) -> Int {
        var hash = Fold.seed
        var i = hashFrom ?? start
        while i < end {
            let (scalar, length) = Scalars.decode(text, at: i)
            if scalar != 0xFE0F { Fold.add(scalar, to: &hash) }
            i += length
        }
        words.append(
            Word(
                start: Int32(start), end: Int32(end), hash: hash, kind: kind, gap: gap, isCapitals: false,
                isCapitalised: false))
        gap = .space
        return end
    }

    // MARK: - Characters

    enum Role { case letter, digit, space, clause, sentence, joiner, at, hash, emoji, other }

    @inline(__always)
    static func role(of scalar: UInt32) -> Role {
        if scalar < 0x80 {
            if (scalar | 32) &- 97 < 26 { return .letter }
            if scalar &- 48 < 10 { return .digit }
            switch UInt8(scalar) {
            case UInt8(ascii: " "), 9: return .space
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 10, 13: return .sentence
            case UInt8(ascii: "-"), UInt8(ascii: "/"): return .joiner
            case UInt8(ascii: "@"): return .at
            case UInt8(ascii: "#"): return .hash
            case UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "_"): return .other
            default: return .clause
            }
        }
        return roleBeyondASCII(scalar)
    }

    private static func roleBeyondASCII(_ scalar: UInt32) -> Role {
        if scalar == 0x2019 || scalar == 0x2018 || scalar == 0x00AD { return .other }
        if scalar == 0x00A0 || scalar == 0x202F || (0x2000...0x200A).contains(scalar) { return .space }
        if scalar == 0x2026 || scalar == 0x2028 || scalar == 0x2029 || scalar == 0x3002 || scalar == 0x061F {
            return .sentence
        }
        guard let character = Unicode.Scalar(scalar) else { return .clause }
        let properties = character.properties
        if properties.isAlphabetic { return .letter }
        switch properties.generalCategory {
        case .nonspacingMark where scalar != 0xFE0F, .spacingMark, .enclosingMark: return .letter
        case .decimalNumber: return .digit
        case .format: return .other
        default: break
        }
        if properties.isEmoji && scalar >= 0x203C { return .emoji }
        return .clause
    }

    private static func holds(_ scalar: UInt32, digits: Int, letters: Int) -> Bool {
        switch scalar {
        case 0x27, 0x2019: letters > 0
        case 0x2E, 0x2C, 0x3A: digits > 0 && letters == 0
        case 0x2F: digits > 0
        default: false
        }
    }

    private static func isWordByte(_ text: Span<UInt8>, _ i: Int) -> Bool {
        guard i < text.count else { return false }
        let byte = text[i]
        return (byte | 32) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "_") || byte >= 0xC3
    }

    private static func nameEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var i = start
        while i < text.count {
            let byte = text[i]
            let inner = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            guard isWordByte(text, i) || byte & 0xC0 == 0x80 || (inner && isWordByte(text, i + 1)) else { break }
            if byte >= 0xC3, role(of: Scalars.decode(text, at: i).scalar) != .letter { break }
            i += 1
        }
        return i
    }

    private static func linkEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard begins(text, start, "http://") || begins(text, start, "https://") || begins(text, start, "www.") else {
            return nil
        }
        var i = start
        while i < text.count, text[i] > 32, text[i] != UInt8(ascii: "<"), text[i] != UInt8(ascii: ">"),
            text[i] != UInt8(ascii: "\"")
        { i += 1 }
        while i > start, [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]")].contains(text[i - 1]) {
            i -= 1
        }
        return i
    }

    private static func begins(_ text: Span<UInt8>, _ start: Int, _ prefix: StaticString) -> Bool {
        guard start + prefix.utf8CodeUnitCount <= text.count else { return false }
        return prefix.withUTF8Buffer { expected in
            for (offset, byte) in expected.enumerated() where text[start + offset] | 32 != byte | 32 { return false }
            return true
        }
    }

    private static func emojiEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var i = start + Scalars.decode(text, at: start).length
        while i < text.count {
            let (scalar, length) = Scalars.decode(text, at: i)
            if scalar == 0x200D {
                i += length
                if i < text.count { i += Scalars.decode(text, at: i).length }
            } else if scalar == 0xFE0F || (0x1F3FB...0x1F3FF).contains(scalar) || scalar == 0x20E3 {
                i += length
            } else {
                break
            }
        }
        return i
    }
}
