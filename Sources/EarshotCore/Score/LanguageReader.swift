/// Tells the language of a comment by its script, its function words and its rare letters.
///
/// Source: `languages.tsv`, written by hand; what it reaches is in Models/tone/REPORT.md.
struct LanguageReader: Sendable {
    /// No ground to say.
    static let unknown = "und"
    static let english = "en"

    private let codes: [String]
    /// Bit n of the mask stands for `codes[n]`.
    private let words: WordTable<UInt64>
    private let letters: WordTable<UInt64>

    init() {
        var codes: [String] = []
        var words: [(key: String, bit: UInt64)] = []
        var letters: [(key: String, bit: UInt64)] = []
        for line in EmbeddedTable.languages.lines {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 2, codes.count < 64 else { continue }
            let bit: UInt64 = 1 << UInt64(codes.count)
            codes.append(String(fields[0]))
            for word in fields[1].split(separator: " ") { words.append((String(word), bit)) }
            for letter in fields.dropFirst(2).joined().unicodeScalars { letters.append((String(letter), bit)) }
        }
        self.codes = codes
        self.words = Self.masks(words)
        self.letters = Self.masks(letters)
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
            tally.count(Script.of(Scalars.decode(text, at: first).scalar), word.range.count)
        }
        guard word.kind == .word else { return }
        tally.words += 1
        if let mask = words[word.hash] { tally.add(mask, weight: word.range.count < 2 ? 20 : 60) }
        var i = first
        while i < Int(word.end) {
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
        for (index, code) in codes.enumerated() where code != Self.english && Script.writing(code) == script {
            if tally.scores[index] > bestScore { (best, bestScore) = (index, tally.scores[index]) }
        }
        if script != .latin { return best >= 0 ? codes[best] : Self.unknown }
        let englishIndex = codes.firstIndex(of: Self.english) ?? 0
        let english = tally.scores[englishIndex] + feeling * 30
        if english > 0, english * 10 >= bestScore * 8 {
            // Words that English shares with many languages, few among many, are no ground.
            return tally.words < 8 || english >= tally.words * 7 ? Self.english : Self.unknown
        }
        return bestScore >= 55 ? codes[best] : Self.unknown
    }
}

/// The evidence of one comment.
private struct LanguageTally {
    var words = 0
    /// Bytes of words by script.
    var latin = 0
    private var others = InlineArray<16, Int>(repeating: 0)
    /// By language, 60 for a word that only it has.
    private(set) var scores = InlineArray<64, Int>(repeating: 0)

    mutating func count(_ script: Script, _ bytes: Int) {
        others[script.rawValue] += bytes
    }

    mutating func add(_ mask: UInt64, weight: Int) {
        let share = weight / mask.nonzeroBitCount
        var rest = mask
        while rest != 0 {
            scores[rest.trailingZeroBitCount] += share
            rest &= rest - 1
        }
    }

    /// The script of most letters. Letters beyond Latin take two or three bytes.
    var mainScript: Script {
        var main = Script.latin
        var most = latin
        for script in Script.allCases where script != .latin {
            let letters = others[script.rawValue] / script.bytesPerLetter
            if letters > most { (main, most) = (script, letters) }
        }
        return main
    }

    /// The language where the script is written by one of the languages only.
    var scriptAlone: String? {
        let script = mainScript
        // Japanese mixes Han with its own letters.
        if script == .han, others[Script.kana.rawValue] > 0 { return "ja" }
        return script.onlyLanguage
    }
}

/// The writing systems that are told apart.
enum Script: Int, CaseIterable, Sendable {
    case latin, cyrillic, arabic, greek, devanagari, bengali, gurmukhi, gujarati, tamil, han, kana, hangul, hebrew
    case ethiopic, thai, other

    /// The language that a text in this script is taken for without a look at its words.
    var onlyLanguage: String? {
        switch self {
        case .greek: "el"
        case .devanagari: "hi"
        case .bengali: "bn"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .tamil: "ta"
        case .han: "zh"
        case .kana: "ja"
        case .hangul: "ko"
        case .hebrew: "he"
        case .thai: "th"
        case .latin, .cyrillic, .arabic, .ethiopic, .other: nil
        }
    }

    var bytesPerLetter: Int {
        switch self {
        case .latin: 1
        case .cyrillic, .arabic, .greek, .hebrew: 2
        default: 3
        }
    }

    static func writing(_ code: String) -> Script {
        switch code {
        case "bg", "uk", "ru": .cyrillic
        case "ar", "ur", "fa": .arabic
        default: .latin
        }
    }

    static func of(_ scalar: UInt32) -> Script {
        switch scalar {
        case 0x0000...0x024F, 0x1E00...0x1EFF, 0xA720...0xA7FF: .latin
        case 0x0370...0x03FF, 0x1F00...0x1FFF: .greek
        case 0x0400...0x052F: .cyrillic
        case 0x0590...0x05FF: .hebrew
        case 0x0600...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
        case 0x0900...0x097F: .devanagari
        case 0x0980...0x09FF: .bengali
        case 0x0A00...0x0A7F: .gurmukhi
        case 0x0A80...0x0AFF: .gujarati
        case 0x0B80...0x0BFF: .tamil
        case 0x0E00...0x0E7F: .thai
        case 0x1200...0x139F: .ethiopic
        case 0x1100...0x11FF, 0xAC00...0xD7AF: .hangul
        case 0x3040...0x30FF: .kana
        case 0x2E80...0x2FFF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
        default: .other
        }
    }
}
