/// Tells the language of a comment by its script, its function words, how its words begin and end, and its rare
/// letters.
///
/// Source: `languages.tsv`, written by hand; what it reaches is in Models/tone/REPORT.md.
struct LanguageReader: Sendable {
    /// No ground to say.
    static let unknown = "und"
    static let english = "en"

    private let codes: [String]
    /// Bit n of a mask stands for `codes[n]`.
    private let words: WordTable<UInt64>
    private let beginnings: WordTable<UInt64>
    private let endings: WordTable<UInt64>
    private let letters: WordTable<UInt64>

    init() {
        var codes: [String] = []
        var marks: [Mark: [(key: String, bit: UInt64)]] = [:]
        for line in EmbeddedTable.languages.lines {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 2, codes.count < 64 else { continue }
            let bit: UInt64 = 1 << UInt64(codes.count)
            codes.append(String(fields[0]))
            for word in fields[1].split(separator: " ") {
                let (mark, key) = Mark.of(word)
                marks[mark, default: []].append((key, bit))
            }
            for letter in fields.dropFirst(2).joined().unicodeScalars {
                marks[.letter, default: []].append((String(letter), bit))
            }
        }
        self.codes = codes
        words = Self.masks(marks[.word] ?? [])
        beginnings = Self.masks(marks[.beginning] ?? [])
        endings = Self.masks(marks[.ending] ?? [])
        letters = Self.masks(marks[.letter] ?? [])
    }

    /// What an entry of the table is: "gyda", "ngh-", "-iaeth", or a letter of the third column.
    private enum Mark: Hashable {
        case word, beginning, ending, letter

        static func of(_ entry: Substring) -> (Mark, String) {
            if entry.hasPrefix("-") { return (.ending, String(entry.dropFirst())) }
            return entry.hasSuffix("-") ? (.beginning, String(entry.dropLast())) : (.word, String(entry))
        }
    }

    private static func masks(_ entries: [(key: String, bit: UInt64)]) -> WordTable<UInt64> {
        var masks: [UInt64: UInt64] = [:]
        var order: [UInt64] = []
        for (key, bit) in entries {
            let hash = Words.hash(key)
            if masks[hash] == nil { order.append(hash) }
            masks[hash, default: 0] |= bit
        }
        return WordTable(hashed: order.map { ($0, masks[$0] ?? 0) })
    }

    /// The language of a comment, ISO 639-1 or "und". `feeling` is how many of its words the tone lexicon knows.
    func language(_ text: Span<UInt8>, _ words: [Word], feeling: Int) -> String {
        var tally = LanguageTally()
        for word in words where word.kind == .word || word.kind == .hashtag {
            read(word, in: text, &tally)
        }
        guard tally.words > 0 else { return Self.unknown }
        if let alone = tally.scriptAlone { return alone }
        return choose(tally, feeling: feeling)
    }

    private func read(_ word: Word, in text: Span<UInt8>, _ tally: inout LanguageTally) {
        let first = Int(word.start)
        if text[first] < 0xCD || word.kind == .hashtag {
            tally.latin += word.range.count
        } else {
            tally.count(script(of: word.range, in: text), word.range.count)
        }
        guard word.kind == .word else { return }
        tally.words += 1
        if let mask = words[word.hash] {
            tally.add(mask, weight: word.range.count < 2 ? 20 : 60)
        } else {
            readParts(word.range, in: text, &tally)
        }
        readLetters(word.range, in: text, &tally)
    }

    /// The script of a word's first letter; of Han letters followed by Japanese ones (no spaces part them) the latter.
    private func script(of word: Range<Int>, in text: Span<UInt8>) -> Script {
        var i = word.lowerBound
        let script = Script.of(Scalars.decode(text, at: i).scalar)
        guard script == .han else { return script }
        while i < word.upperBound {
            let (scalar, length) = Scalars.decode(text, at: i)
            if Script.of(scalar) == .kana { return .kana }
            i += length
        }
        return script
    }

    /// The weights here and in `choose` are chosen by measuring on every second sentence: Models/tone/REPORT.md.
    private func readParts(_ range: Range<Int>, in text: Span<UInt8>, _ tally: inout LanguageTally) {
        var hash = Fold.seed
        var i = range.lowerBound
        var longest: UInt64?
        var elided = false
        for length in 1...4 {
            guard i < range.upperBound else { break }
            let (scalar, bytes) = Scalars.decode(text, at: i)
            Fold.add(scalar, to: &hash)
            i += bytes
            if Fold.fold(scalar) == 0x27 {
                // "l'eau", "dell'arte": what stands before the apostrophe is a word.
                if let mask = words[hash] { tally.add(mask, weight: 60) }
                elided = true
                break
            }
            if length > 1, i < range.upperBound, let mask = beginnings[hash] { longest = mask }
        }
        if let longest, !elided { tally.add(longest, weight: 20) }
        readEnding(range, in: text, &tally)
    }

    /// The longest ending of two to four letters that the table knows, with two bytes at least before it.
    private func readEnding(_ range: Range<Int>, in text: Span<UInt8>, _ tally: inout LanguageTally) {
        var start = range.upperBound
        var found: UInt64?
        for length in 1...4 {
            repeat { start -= 1 } while start > range.lowerBound && text[start] & 0xC0 == 0x80
            guard start - range.lowerBound >= 2 else { break }
            guard length > 1 else { continue }
            var hash = Fold.seed
            var i = start
            while i < range.upperBound {
                let (scalar, bytes) = Scalars.decode(text, at: i)
                Fold.add(scalar, to: &hash)
                i += bytes
            }
            if let mask = endings[hash] { found = mask }
        }
        if let found { tally.add(found, weight: 26) }
    }

    private func readLetters(_ range: Range<Int>, in text: Span<UInt8>, _ tally: inout LanguageTally) {
        var i = range.lowerBound
        while i < range.upperBound {
            if text[i] < 0x80 {
                i += 1
                continue
            }
            let (scalar, length) = Scalars.decode(text, at: i)
            var hash = Fold.seed
            Fold.add(scalar, to: &hash)
            if let mask = letters[hash] { tally.add(mask, weight: 40) }
            i += length
        }
    }

    /// English unless another language has clearly more evidence: a comment wrongly called foreign goes unscored.
    private func choose(_ tally: LanguageTally, feeling: Int) -> String {
        let script = tally.mainScript
        var best = -1
        var bestScore = 0
        var second = 0
        for (index, code) in codes.enumerated() where code != Self.english && Script.writing(code) == script {
            let score = tally.scores[index]
            if score > bestScore {
                (best, bestScore, second) = (index, score, bestScore)
            } else {
                second = max(second, score)
            }
        }
        if script != .latin { return best >= 0 ? codes[best] : Self.unknown }
        let englishIndex = codes.firstIndex(of: Self.english) ?? 0
        let english = tally.scores[englishIndex] + feeling * 30
        if english > 0, english * 10 >= bestScore * 8 {
            // "Ok", "super": a word of feeling alone may be anybody's.
            if tally.words == 1, tally.scores[englishIndex] == 0 { return Self.unknown }
            // Words that English shares with many languages, few among many, are no ground.
            return tally.words < 8 || english >= tally.words * 6 ? Self.english : Self.unknown
        }
        guard bestScore > second, bestScore >= tally.words * 7 else { return Self.unknown }
        return bestScore >= (english * 3 > bestScore ? 55 : 36) ? codes[best] : Self.unknown
    }
}
