/// The state machine behind `Words.scan`: one pass over the bytes, time linear in their count.
struct WordScanner {
    private var gap = Word.Gap.sentence
    /// Where the last word ended; a hyphen right there may join the next word to it.
    private var lastEnd = -1

    mutating func scan(_ text: Span<UInt8>, into words: inout [Word]) {
        var i = 0
        while i < text.count {
            if text[i] == UInt8(ascii: " ") {
                i += 1
                continue
            }
            let (scalar, length) = Scalars.decode(text, at: i)
            let role = Role.of(scalar)
            switch role {
            case .letter, .digit:
                i = LinkScanner.end(text, from: i).map { append(.link, i, $0, text, &words) } ?? word(text, i, &words)
            case .at, .hash:
                let end = Self.nameEnd(text, from: i + 1)
                if end == i + 1 {
                    i += 1
                } else if role == .at {
                    i = append(.handle, i, end, text, &words)
                } else {
                    i = append(.hashtag, i, end, text, &words, hashFrom: i + 1)
                }
            case .emoji:
                i = append(.emoji, i, Self.emojiEnd(text, from: i), text, &words)
            default:
                widen(for: role, text, i..<(i + length))
                i += length
            }
        }
    }

    private mutating func widen(for role: Role, _ text: Span<UInt8>, _ mark: Range<Int>) {
        switch role {
        case .sentence:
            gap = .sentence
        case .clause:
            if gap != .sentence { gap = .clause }
        case .joiner:
            guard gap == .space || gap == .joined else { return }
            let touchesBefore = mark.lowerBound == lastEnd
            let touchesAfter = Self.isWordByte(text, mark.upperBound)
            // A hyphen with space on both sides, or two of them, is a dash.
            gap = touchesBefore && touchesAfter ? .joined : touchesBefore || touchesAfter ? .space : .clause
        default:
            break
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
            // Plain letters and the space behind a word are nearly all there is.
            let byte = text[i]
            if (byte | 32) &- 97 < 26 {
                if byte < 97 {
                    capitals += 1
                    if i == start { firstIsCapital = true }
                }
                letters += 1
                hash = (hash ^ UInt64(byte | 32)) &* Fold.prime
                i += 1
                continue
            }
            guard byte != UInt8(ascii: " ") else { break }
            let (scalar, length) = Scalars.decode(text, at: i)
            switch Role.of(scalar) {
            case .letter:
                let upper = Fold.isUpper(scalar)
                if i == start { firstIsCapital = upper }
                letters += 1
                if upper { capitals += 1 }
            case .digit:
                digits += 1
            case .mark:
                break
            case .at where Self.nameEnd(text, from: i + 1) > i + 1:
                return email(text, start, Self.nameEnd(text, from: i + 1), &words)
            default:
                guard Self.holds(scalar, text, i + length, letters: letters, digits: digits) else {
                    return finish(start, i, hash, letters, capitals, digits, firstIsCapital, &words)
                }
            }
            Fold.add(scalar, to: &hash)
            i += length
        }
        return finish(start, i, hash, letters, capitals, digits, firstIsCapital, &words)
    }

    private mutating func finish(
        _ start: Int, _ end: Int, _ hash: UInt64, _ letters: Int, _ capitals: Int, _ digits: Int,
        _ isCapitalised: Bool, _ words: inout [Word]
    ) -> Int {
        words.append(
            Word(
                start: Int32(start), end: Int32(end), hash: hash,
                kind: digits > 0 && digits >= letters ? .number : .word, gap: gap,
                isCapitals: letters >= 2 && capitals == letters, isCapitalised: isCapitalised))
        gap = .space
        lastEnd = end
        return end
    }

    private mutating func append(
        _ kind: Word.Kind, _ start: Int, _ end: Int, _ text: Span<UInt8>, _ words: inout [Word], hashFrom: Int? = nil
    ) -> Int {
        var hash = Fold.seed
        var i = hashFrom ?? start
        while i < end {
            let (scalar, length) = Scalars.decode(text, at: i)
            Fold.add(scalar, to: &hash)
            i += length
        }
        words.append(
            Word(
                start: Int32(start), end: Int32(end), hash: hash, kind: kind, gap: gap, isCapitals: false,
                isCapitalised: false))
        gap = .space
        lastEnd = end
        return end
    }

    /// The words before "@" that belong to the address ("john" and "." in "john.smith@…") go into it.
    private mutating func email(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ words: inout [Word]) -> Int {
        var first = start
        // RFC 5321 allows 64 bytes before the sign; the limit also keeps the scan linear.
        while first > 0, start - first < 64, Self.isLocalPart(text[first - 1]) { first -= 1 }
        while let last = words.last, Int(last.start) >= first {
            gap = last.gap
            words.removeLast()
        }
        while first < start, !Self.isWordByte(text, first) { first += 1 }
        if let last = words.last, Int(last.end) > first { first = Int(last.end) }
        return append(.handle, first, end, text, &words)
    }

    // MARK: - Characters

    /// Whether a character that is neither letter nor digit stays inside the word: the apostrophe of "don't", the
    /// comma of "38,000", the slash of "25/03195/FUL", a soft hyphen.
    private static func holds(
        _ scalar: UInt32, _ text: Span<UInt8>, _ next: Int, letters: Int, digits: Int
    ) -> Bool {
        guard next < text.count else { return false }
        let role = Role.of(Scalars.decode(text, at: next).scalar)
        if Fold.isIgnored(scalar) { return role == .letter || role == .mark }
        switch Fold.fold(scalar) {
        case 0x27: return letters > 0 && role == .letter
        case 0x2E, 0x2C, 0x3A: return digits > 0 && letters == 0 && role == .digit
        case 0x2F: return digits > 0 && (role == .digit || (role == .letter && digits > 2))
        default: return false
        }
    }

    private static func isWordByte(_ text: Span<UInt8>, _ i: Int) -> Bool {
        guard i < text.count else { return false }
        let byte = text[i]
        return (byte | 32) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "_") || byte >= 0xC3
    }

    private static func isLocalPart(_ byte: UInt8) -> Bool {
        (byte | 32) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "%")
    }

    /// The end of a name of letters, digits, marks and underscores, with single points and hyphens inside.
    private static func nameEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var i = start
        while i < text.count {
            let byte = text[i]
            if byte < 0x80 {
                let inner = i > start && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"))
                guard isWordByte(text, i) || (inner && isWordByte(text, i + 1)) else { break }
                i += 1
            } else {
                let (scalar, length) = Scalars.decode(text, at: i)
                let role = Role.of(scalar)
                guard role == .letter || role == .digit || (role == .mark && i > start) else { break }
                i += length
            }
        }
        return i
    }

    private static func emojiEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var (scalar, length) = Scalars.decode(text, at: start)
        var i = start + length
        let isFlagHalf = (0x1F1E6...0x1F1FF).contains(scalar)
        while i < text.count {
            (scalar, length) = Scalars.decode(text, at: i)
            if scalar == 0x200D, i + length < text.count {
                let (joined, joinedLength) = Scalars.decode(text, at: i + length)
                guard Role.of(joined) == .emoji else { break }
                i += length + joinedLength
            } else if scalar == 0xFE0F || scalar == 0x20E3 || (0x1F3FB...0x1F3FF).contains(scalar)
                || (0xE0020...0xE007F).contains(scalar)
            {
                i += length
            } else if isFlagHalf, i == start + 4, (0x1F1E6...0x1F1FF).contains(scalar) {
                i += length
            } else {
                break
            }
        }
        return i
    }
}

/// Finds web addresses.
private enum LinkScanner {
    /// The end of the address that begins at `start`, or `nil` where none does.
    @inline(__always)
    static func end(_ text: Span<UInt8>, from start: Int) -> Int? {
        let first = text[start] | 32
        guard first == UInt8(ascii: "h") || first == UInt8(ascii: "w") else { return nil }
        return address(text, from: start)
    }

    private static func address(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard begins(text, start, "http://") || begins(text, start, "https://") || begins(text, start, "www.") else {
            return nil
        }
        var i = start
        while i < text.count, belongs(text, i) { i += 1 }
        while i > start + 1, isTrailing(text[i - 1]) { i -= 1 }
        return i
    }

    private static func belongs(_ text: Span<UInt8>, _ i: Int) -> Bool {
        let byte = text[i]
        if byte < 0x80 {
            return byte > 32 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
        }
        // Quotation marks and spaces beyond ASCII end an address; other characters may be part of it.
        return byte != 0xE2 || i + 1 >= text.count || text[i + 1] != 0x80
    }

    private static func isTrailing(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "'"), UInt8(ascii: "*"):
            true
        default: false
        }
    }

    private static func begins(_ text: Span<UInt8>, _ start: Int, _ prefix: StaticString) -> Bool {
        guard start + prefix.utf8CodeUnitCount <= text.count else { return false }
        return prefix.withUTF8Buffer { expected in
            for (offset, byte) in expected.enumerated() where text[start + offset] | 32 != byte | 32 { return false }
            return true
        }
    }
}

/// What a character does to the words around it.
private enum Role {
    case letter, digit, mark, space, clause, sentence, joiner, at, hash, emoji, other

    @inline(__always)
    static func of(_ scalar: UInt32) -> Role {
        if scalar < 0x80 {
            if (scalar | 32) &- 97 < 26 { return .letter }
            if scalar &- 48 < 10 { return .digit }
            return ofPunctuation(UInt8(truncatingIfNeeded: scalar))
        }
        if scalar < 0x250, scalar >= 0xC0 { return scalar == 0xD7 || scalar == 0xF7 ? .clause : .letter }
        if scalar &- 0x4E00 < 0x51F0 { return .letter }
        return ofRareCharacter(scalar)
    }

    private static func ofPunctuation(_ byte: UInt8) -> Role {
        switch byte {
        case UInt8(ascii: " "), 9: .space
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 10, 13: .sentence
        case UInt8(ascii: "-"), UInt8(ascii: "/"): .joiner
        case UInt8(ascii: "@"): .at
        case UInt8(ascii: "#"): .hash
        case UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "*"): .other
        default: .clause
        }
    }

    private static func ofRareCharacter(_ scalar: UInt32) -> Role {
        switch scalar {
        case 0x2018, 0x2019, 0x2032, 0x00B4, 0xFF07: return .other
        case 0x00A0, 0x202F, 0x3000, 0x2000...0x200A: return .space
        case 0x2010, 0x2011: return .joiner
        case 0x2026, 0x2028, 0x2029, 0x3002, 0x061F, 0x06D4, 0x0964, 0xFF01, 0xFF0E, 0xFF1F: return .sentence
        case 0xFE0F, 0xFFFD: return .other
        default: break
        }
        guard let character = Unicode.Scalar(scalar) else { return .clause }
        let properties = character.properties
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .decimalNumber: return .digit
        case .format, .control: return .other
        default: break
        }
        if properties.isAlphabetic && scalar < 0x1F100 || properties.isAlphabetic && scalar > 0x1FBFF { return .letter }
        return properties.isEmoji && scalar >= 0x203C ? .emoji : .clause
    }
}
