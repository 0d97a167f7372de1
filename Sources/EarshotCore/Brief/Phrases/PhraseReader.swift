/// Finds in one comment the phrases that may become keyphrases, and the keys of its questions.
///
/// A phrase is one to four neighbouring words of one clause. It begins and ends with a word that carries a topic (or
/// a short number: "bus 42"); inside three words or four one of `connecting` may stand ("cost of living"), in four with
/// "the" ("state of the pavements"). What a hyphen joins stays together ("hi-vis", "three-weekly", "drop-off"). Words
/// such as "road" and "council" are no phrase alone, and "council meeting" and "item 7" none at all (`WeakWords`). Links,
/// handles, e-mail addresses and emoji end a phrase. Singular and plural share a key ("library", "library's"), and so do
/// British and American spellings.
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
        /// Says something alone.
        var isStrong = false
        /// Says nothing with others of its kind: "council", "meeting", numbers.
        var isProcedural = false
        var isArticle = false
        /// No phrase runs from the word before into this one.
        var parts: Bool
        /// A hyphen joins it to the word before.
        var isJoined = false
    }

    private let stopWords = StopWords.english
    private let spelling = PhraseSpelling()
    private let connecting = WordTable(["of", "and", "for", "in", "on"].map { ($0, true) })
    private let weak = WeakWords.english
    private let article = Words.hash("the")
    private let and = Words.hash("and")
    private let asking = WordTable(
        ["who", "whose", "what", "which", "when", "where", "why", "how", "not", "no", "never"].map { ($0, true) })

    private let openingQuestions = WordTable(
        """
        who whose whom what which when where why how is are am was were do does did has have had can could will would
        shall should may isn't aren't don't doesn't didn't hasn't haven't can't couldn't won't wouldn't any anyone anybody
        """.split(whereSeparator: \.isWhitespace).map { (String($0), true) })
    private let saint = Words.hash("st")
    private let negations = WordTable(["not", "no", "never"].map { ($0, true) })

    /// Scans `text` and leaves its words and its phrases, each once, in `scratch`.
    func read(_ text: Span<UInt8>, into scratch: inout Scratch) {
        scratch.words.removeAll(keepingCapacity: true)
        scratch.tokens.removeAll(keepingCapacity: true)
        scratch.found.removeAll(keepingCapacity: true)
        scratch.seen.begin()
        Words.scan(text, into: &scratch.words)
        var before = 0
        for word in scratch.words {
            var token = token(word, text, gapFrom: before)
            token.isJoined = word.gap == .joined && !token.parts
            scratch.tokens.append(token)
            before = Int(word.end)
        }
        for i in scratch.tokens.indices { phrases(from: i, &scratch) }
    }

    /// What a question is about (its content words in the singular, and numbers) and what it asks for ("when", "why").
    func questionTerms(of text: String) -> (contents: Set<UInt64>, askings: Set<UInt64>) {
        let bytes = text.utf8.span
        var contents: Set<UInt64> = []
        var askings: Set<UInt64> = []
        for word in Words.of(text) where word.kind == .word || word.kind == .number {
            if word.kind == .number || !stopWords.contains(word.hash) {
                contents.insert(spelling.key(of: word, in: bytes))
            } else if asking[word.hash] != nil, negations[word.hash] == nil {
                askings.insert(word.hash)
            }
        }
        return (contents, askings)
    }

    /// Whether one of the words opens questions.
    func isAsking(_ words: ArraySlice<Word>) -> Bool { words.contains { openingQuestions[$0.hash] != nil } }

    /// The singular keys of a short text's content words; for comparing phrases with one another.
    func keys(of text: String) -> [UInt64] {
        let words = Words.of(text)
        let bytes = text.utf8.span
        return words.map { spelling.key(of: $0, in: bytes) }
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
                keys.append(spelling.key(of: word, in: text))
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
                isArticle: word.hash == article, parts: parts)
        case .word:
            // "St" as in "St Mary's Road".
            let long = length >= 3 || (length == 2 && (word.isCapitals || (word.isCapitalised && word.hash == saint)))
            let key = spelling.key(of: word, in: text)
            let kind = weak[key]
            return Token(
                key: key, isContent: long, isEdge: long, isConnecting: false, isStrong: long && kind == nil,
                isProcedural: kind == .procedural, parts: parts)
        case .number where length <= 4:
            return Token(
                key: word.hash, isContent: false, isEdge: true, isConnecting: false, isProcedural: true, parts: parts)
        case .hashtag:
            return Token(
                key: word.hash, isContent: true, isEdge: true, isConnecting: false, isStrong: true, parts: true)
        default:
            return Token(key: 0, isContent: false, isEdge: false, isConnecting: false, parts: true)
        }
    }

    private func phrases(from i: Int, _ scratch: inout Scratch) {
        let a = scratch.tokens[i]
        let count = scratch.tokens.count
        let next = i + 1 < count ? scratch.tokens[i + 1] : nil
        let isJoinedOn = next?.isJoined ?? false
        guard a.isEdge || (isJoinedOn && a.key != 0) else { return }
        if a.isStrong, !a.isJoined, !isJoinedOn { note(PhraseKey.of(a.key), i, i, &scratch) }
        guard let b = next, !b.parts, scratch.words[i].kind != .hashtag else { return }
        var content = (a.isContent ? 1 : 0) + (b.isContent ? 1 : 0)
        let two = a.isProcedural && b.isProcedural
        if b.isEdge || b.isJoined, content >= 1, !two { note(PhraseKey.of(a.key, b.key), i, i + 1, &scratch) }
        guard a.isEdge, i + 2 < count, b.isEdge || b.isConnecting else { return }
        let c = scratch.tokens[i + 2]
        guard !c.parts else { return }
        content += c.isContent ? 1 : 0
        let three = a.isProcedural && c.isProcedural && (b.isProcedural || b.isConnecting)
        let ends = i + 3 == count || !scratch.tokens[i + 3].isJoined
        if c.isEdge, ends, content >= 2, !three { note(PhraseKey.of(a.key, b.key, c.key), i, i + 2, &scratch) }
        guard i + 3 < count else { return }
        let d = scratch.tokens[i + 3]
        guard d.isEdge, !d.parts, i + 4 == count || !scratch.tokens[i + 4].isJoined else { return }
        // "cost of living crisis", "low traffic neighbourhood scheme", or "state of the pavements".
        let isWhole = (c.isEdge || c.isConnecting) && content + (d.isContent ? 1 : 0) >= 3
        let isOfThe = b.isConnecting && b.key != and && c.isArticle && a.isContent && d.isContent
        guard isWhole || isOfThe, !(three || isOfThe && a.isProcedural) || !d.isProcedural else { return }
        note(PhraseKey.of(a.key, b.key, c.key, d.key), i, i + 3, &scratch)
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
