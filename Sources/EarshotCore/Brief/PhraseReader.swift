/// Finds in one comment the phrases that may become keyphrases, and the keys of its questions.
///
/// A phrase is one to three neighbouring words of one clause. It begins and ends with a word that carries a topic (or
/// a short number: "bus 42"); inside three words one of `connecting` may stand ("cost of living"). Links, handles,
/// e-mail addresses and emoji end a phrase. Singular and plural share a key ("library", "libraries", "library's").
struct PhraseReader: Sendable {
    /// A phrase at its first place in the comment.
    struct Found: Sendable {
        var key: UInt64
        /// UTF-8 byte offsets, end exclusive.
        var start: Int32
        var end: Int32
        /// Its first letter may be a capital for no other reason than that a sentence begins there.
        var opensSentence: Bool
    }

    /// Room that one batch reuses from comment to comment.
    struct Scratch: Sendable {
        var words: [Word] = []
        fileprivate(set) var found: [Found] = []
        fileprivate var tokens: [Token] = []
        fileprivate var seen = SeenKeys()
    }

    fileprivate struct Token {
        /// Of the singular form.
        var key: UInt64
        var isContent: Bool
        /// May begin or end a phrase.
        var isEdge: Bool
        var isConnecting: Bool
        /// No phrase runs from the word before into this one.
        var parts: Bool
    }

    private let stopWords = StopWords.english
    private let connecting = WordTable(["of", "and", "for", "in", "on"].map { ($0, true) })
    private let asking = WordTable(
        ["who", "whose", "what", "which", "when", "where", "why", "how", "not", "no", "never"].map { ($0, true) })

    /// Scans `text` and leaves its words and its phrases, each once, in `scratch`.
    func read(_ text: Span<UInt8>, into scratch: inout Scratch) {
        scratch.words.removeAll(keepingCapacity: true)
        scratch.tokens.removeAll(keepingCapacity: true)
        scratch.found.removeAll(keepingCapacity: true)
        scratch.seen.begin()
        Words.scan(text, into: &scratch.words)
        var before = 0
        for word in scratch.words {
            scratch.tokens.append(token(word, text, gapFrom: before))
            before = Int(word.end)
        }
        for i in scratch.tokens.indices { phrases(from: i, &scratch) }
    }

    /// The singular keys of a short text's content words; for comparing phrases with one another.
    func keys(of text: String) -> [UInt64] {
        let words = Words.of(text)
        let bytes = text.utf8.span
        return words.map { Singular.hash(of: $0, in: bytes) }
    }

    /// A key that questions in much the same words share: the set of its content words, numbers, question words and
    /// negations. `nil` below four words, or where no content word is among them ("Why is that not so?").
    func questionKey(_ words: ArraySlice<Word>, in text: Span<UInt8>) -> UInt64? {
        var keys: [UInt64] = []
        var count = 0
        var hasContent = false
        for word in words where word.kind == .word || word.kind == .number {
            count += 1
            if word.kind == .number {
                keys.append(word.hash)
            } else if !stopWords.contains(word.hash) {
                hasContent = true
                keys.append(Singular.hash(of: word, in: text))
            } else if asking[word.hash] != nil || Singular.isNegation(word, in: text) {
                keys.append(word.hash)
            }
        }
        guard count >= 4, hasContent else { return nil }
        keys.sort()
        var key = PhraseKey.mix(UInt64(1))
        var last: UInt64?
        for each in keys where each != last {
            key = PhraseKey.mix(key &+ each)
            last = each
        }
        return key
    }

    private func token(_ word: Word, _ text: Span<UInt8>, gapFrom before: Int) -> Token {
        let length = Int(word.end - word.start)
        let parts = word.gap == .clause || word.gap == .sentence || !Self.isPlainGap(text, before..<Int(word.start))
        switch word.kind {
        case .word where stopWords.contains(word.hash):
            return Token(
                key: word.hash, isContent: false, isEdge: false, isConnecting: connecting[word.hash] != nil,
                parts: parts)
        case .word:
            let long = length >= 3 || (length == 2 && word.isCapitals)
            return Token(
                key: Singular.hash(of: word, in: text), isContent: long, isEdge: long, isConnecting: false,
                parts: parts)
        case .number where length <= 4:
            return Token(key: word.hash, isContent: false, isEdge: true, isConnecting: false, parts: parts)
        case .hashtag:
            return Token(key: word.hash, isContent: true, isEdge: true, isConnecting: false, parts: true)
        default:
            return Token(key: 0, isContent: false, isEdge: false, isConnecting: false, parts: true)
        }
    }

    private func phrases(from i: Int, _ scratch: inout Scratch) {
        let a = scratch.tokens[i]
        guard a.isEdge else { return }
        if a.isContent { note(PhraseKey.of(a.key), i, i, &scratch) }
        guard i + 1 < scratch.tokens.count, scratch.words[i].kind != .hashtag else { return }
        let b = scratch.tokens[i + 1]
        guard !b.parts else { return }
        if b.isEdge, a.isContent || b.isContent { note(PhraseKey.of(a.key, b.key), i, i + 1, &scratch) }
        guard i + 2 < scratch.tokens.count, b.isEdge || b.isConnecting else { return }
        let c = scratch.tokens[i + 2]
        guard !c.parts, c.isEdge else { return }
        let content = (a.isContent ? 1 : 0) + (b.isContent ? 1 : 0) + (c.isContent ? 1 : 0)
        if content >= 2 { note(PhraseKey.of(a.key, b.key, c.key), i, i + 2, &scratch) }
    }

    private func note(_ key: UInt64, _ from: Int, _ through: Int, _ scratch: inout Scratch) {
        guard scratch.seen.insert(key) else { return }
        let first = scratch.words[from]
        scratch.found.append(
            Found(
                key: key, start: first.start, end: scratch.words[through].end,
                opensSentence: first.gap == .sentence && first.isCapitalised && !first.isCapitals))
    }

    /// Blanks with at most one "&" among them, or one hyphen.
    private static func isPlainGap(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        if range.count == 1 { return text[range.lowerBound] == 0x20 || text[range.lowerBound] == UInt8(ascii: "-") }
        var i = range.lowerBound
        var ampersands = 0
        while i < range.upperBound {
            let (scalar, length) = Scalars.decode(text, at: i)
            switch scalar {
            case 0x20, 0x09, 0xA0, 0x202F: break
            case 0x26: ampersands += 1
            default: return false
            }
            i += length
        }
        return ampersands <= 1
    }
}

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
