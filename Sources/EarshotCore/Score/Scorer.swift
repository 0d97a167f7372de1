/// Tone, position and language of comments. Made once, called for every comment, from many threads at once: it holds
/// tables that nothing changes.
package struct Scorer: Sendable {
    /// The tone of a comment before any of its words is read, in thousandths: a comment starts from neutral.
    package static let toneBias = 0

    private let tone: ToneReader
    private let language: LanguageReader
    private let position: PositionReader

    /// Reads the embedded tables; takes some milliseconds.
    package init() {
        self.init(rule: .standard)
    }

    init(rule: ToneRule) {
        let weights = EmbeddedTable.toneWeights.lines
        tone = ToneReader(rule: rule, weights: weights)
        language = LanguageReader(known: ToneWeights.words(weights))
        position = PositionReader()
    }

    /// Scores one comment. For many comments of one item make its `Proposal` once and hand that in.
    ///
    /// - Parameters:
    ///   - text: the author's own words; any string, also empty.
    ///   - about: title and text of the agenda item, where there is one: "save it" means something only then.
    ///   - declared: a position that the import states; it wins over the words.
    package func score(_ text: String, about: String? = nil, declared: Position? = nil) -> CommentScore {
        score(text, proposal: about.map { Proposal(about: $0) } ?? .none, declared: declared)
    }

    /// The same with the item's proposal read beforehand.
    package func score(_ text: String, proposal: Proposal, declared: Position? = nil) -> CommentScore {
        var words: [Word] = []
        words.reserveCapacity(text.utf8.count / 5 + 4)
        let bytes = text.utf8.span
        Words.scan(bytes, into: &words)
        return score(bytes, words: words, proposal: proposal, declared: declared)
    }

    /// The same over bytes (UTF-8) that `Words.scan` has already cut into `words`; `proposal` is read once per item.
    /// Without `withTerms` the terms are left out, which is faster; nothing else changes.
    package func score(
        _ text: Span<UInt8>, words: [Word], proposal: Proposal = .none, declared: Position? = nil,
        withTerms: Bool = true
    ) -> CommentScore {
        var scratch = ScoreScratch(remembers: false)
        return score(
            text, words: words, proposal: proposal, declared: declared, withTerms: withTerms, scratch: &scratch)
    }

    /// The same for those who score many comments one after another.
    package func score(
        _ text: Span<UInt8>, words: [Word], proposal: Proposal = .none, declared: Position? = nil,
        withTerms: Bool = true, scratch: inout ScoreScratch
    ) -> CommentScore {
        let said = read(text, words, &scratch)
        let isEnglish = said.code == LanguageReader.english
        var score = CommentScore(
            tone: nil, toneLabel: .notScored, position: declared ?? .unclear,
            positionBasis: declared == nil ? .none : .declared, positionConfidence: declared == nil ? 0 : 1000,
            language: said.code, otherLanguage: said.other, terms: [])
        if isEnglish {
            setTone(tone.sums(scratch.tone.reading, withParts: withTerms), text, &score)
            setPosition(position.hits(text, words, proposal), declared, text, withTerms, &score)
        } else {
            let understood = Self.understood(scratch.tone.reading, said.code, words)
            if !understood.hits.isEmpty { setTone(tone.sums(understood, withParts: withTerms), text, &score) }
        }
        return score
    }

    /// The language of a text alone.
    package func language(of text: String) -> LanguageReading {
        language(of: text.utf8.span, words: Words.of(text))
    }

    /// The same over bytes that `Words.scan` has cut into `words`.
    package func language(of text: Span<UInt8>, words: [Word]) -> LanguageReading {
        var scratch = ScoreScratch(remembers: false)
        return read(text, words, &scratch)
    }

    /// The language; what the tone scorer reads is left in the scratch.
    private func read(_ text: Span<UInt8>, _ words: [Word], _ scratch: inout ScoreScratch) -> LanguageReading {
        scratch.words.look(words, tone.weights, language)
        tone.read(text, words, slots: scratch.words.slots, with: &scratch.tone)
        return language.read(
            text, words, rows: scratch.words.rows, feeling: Self.feeling(scratch.tone.reading.hits),
            memo: &scratch.languages)
    }

    /// How many words of English the tone lexicon knows.
    private static func feeling(_ hits: [ToneHit]) -> Int { hits.reduce(0) { $0 + ($1.isSign ? 0 : $1.words) } }

    /// Why: each word's share of the tone, and the label's rule; `nil` where the tone is not scored.
    package func explainTone(of text: String) -> ToneExplanation? {
        let words = Words.of(text)
        let reading = tone.reading(text.utf8.span, words)
        let code = language(of: text.utf8.span, words: words).code
        if code == LanguageReader.english { return tone.explanation(reading) }
        let understood = Self.understood(reading, code, words)
        return understood.hits.isEmpty ? nil : tone.explanation(understood)
    }

    /// Why: what each word says for the language ahead against the second; `nil` where none were weighed.
    package func explainLanguage(of text: String) -> LanguageExplanation? {
        let bytes = text.utf8.span
        let words = Words.of(text)
        return language.explain(bytes, words, feeling: Self.feeling(tone.reading(bytes, words).hits))
    }

    /// What may be scored of a comment that is not known to be English: in a text of unknown language the signs, and
    /// the prior's words where there are four at most ("ok", "super!") or they are half of all; in a known other language nothing.
    private static func understood(_ reading: ToneReading, _ code: String, _ words: [Word]) -> ToneReading {
        guard code == LanguageReader.unknown else { return ToneReading() }
        let isFelt = words.count <= 4 || feeling(reading.hits) * 2 >= words.count
        return ToneReading(hits: isFelt ? reading.hits : reading.hits.filter(\.isSign))
    }

    private func setTone(_ sums: ToneSums, _ text: Span<UInt8>, _ score: inout CommentScore) {
        let (value, root, label) = tone.judgement(sums)
        score.tone = value + Self.toneBias
        score.toneLabel = label
        guard !sums.parts.isEmpty else { return }
        let shares = Apportion.shares(among: sums.parts.lazy.map(\.polarity), root: root)
        score.terms.reserveCapacity(sums.parts.count)
        for (part, share) in zip(sums.parts, shares) where share != 0 {
            score.terms.append(Self.term(text, part.start..<part.end, share, .tone))
        }
    }

    private func setPosition(
        _ hits: [PositionHit], _ declared: Position?, _ text: Span<UInt8>, _ withTerms: Bool,
        _ score: inout CommentScore
    ) {
        var support = 0
        var oppose = 0
        for hit in hits {
            if hit.side > 0 { support = max(support, hit.confidence) } else { oppose = max(oppose, hit.confidence) }
            guard withTerms else { continue }
            score.terms.append(Self.term(text, hit.start..<hit.end, hit.side * hit.confidence, .position))
        }
        guard declared == nil, support > 0 || oppose > 0 else { return }
        score.position = support == 0 ? .oppose : oppose == 0 ? .support : .mixed
        score.positionBasis = .stated
        score.positionConfidence = score.position == .mixed ? min(support, oppose) : max(support, oppose)
    }

    private static func term(
        _ text: Span<UInt8>, _ range: Range<Int>, _ weight: Int, _ kind: ScoreTerm.Kind
    ) -> ScoreTerm {
        let slice = text.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        return ScoreTerm(text: slice, start: range.lowerBound, end: range.upperBound, weight: weight, kind: kind)
    }
}
