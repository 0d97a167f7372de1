/// How much the words around a word of feeling change its strength.
///
/// Shares are per cent of the strength. Set by measuring on labelled tweets: Models/tone/REPORT.md.
struct ToneRule: Sendable {
    /// A turned warm word: "not good".
    var turnedWarm = -70
    /// A turned cold word: "not terrible".
    var turnedCold = -45
    /// Words after a negator that it can turn, within its clause.
    var scope = 5
    /// Words before "but" in its sentence, and after it.
    var beforeContrast = 60
    var afterContrast = 130
    /// A word in capitals in a text that is not all capitals.
    var capitals = 125
    /// "sooo", "looove".
    var elongated = 125
    /// Added for each exclamation mark (three at most) that ends the sentence.
    var exclamation = 8
    /// A sentence that ends in a question mark.
    var question = 70

    static let standard = ToneRule()
}

/// One word, phrase, emoji or emoticon that carries tone.
struct ToneHit: Equatable, Sendable {
    /// UTF-8 byte offsets, end exclusive.
    var start: Int
    var end: Int
    /// Thousandths of a scale point, with all that modifies it.
    var strength: Int
    /// An emoji or emoticon: understood in every language.
    var isSign: Bool
    /// The number of words it is made of; 0 for emoticons.
    var words: Int
}

/// Finds the words of feeling and what modifies them: lexicon, negation, degree, contrast, emphasis, questions.
struct ToneReader: Sendable {
    let table: PhraseTable<ToneEntry>
    let weights: ToneWeights
    let model: ToneModel
    let rule: ToneRule

    init(rule: ToneRule = .standard, weights lines: [Substring] = EmbeddedTable.toneWeights.lines) {
        let lexicon = ToneLexicon.entries()
        table = PhraseTable(lexicon)
        weights = ToneWeights(lines, phrases: lexicon.compactMap { Words.of($0.phrase).first?.hash })
        model = ToneModel(lines)
        self.rule = rule
    }

    /// Reads one comment.
    func reading(_ text: Span<UInt8>, _ words: [Word]) -> ToneReading {
        var walk = ToneWalk()
        read(text, words, slots: words.map { weights.slot($0.hash) }, with: &walk)
        return walk.reading
    }

    /// The same with memory used again; what is read stands in `walk.reading`. `slots` holds `ToneWeights.slot` for each
    /// word.
    func read(_ text: Span<UInt8>, _ words: [Word], slots: [Int32], with walk: inout ToneWalk) {
        walk.begin(words, rule)
        var i = 0
        while i < words.count {
            i += walk.step(text, words, slots, at: i, self)
        }
        walk.endGap(text, from: words.last.map { Int($0.end) } ?? 0, to: text.count)
        walk.endSentence()
    }
}
