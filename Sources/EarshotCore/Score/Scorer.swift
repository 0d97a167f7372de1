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
        tone = ToneReader(rule: rule)
        language = LanguageReader()
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
    package func score(
        _ text: Span<UInt8>, words: [Word], proposal: Proposal = .none, declared: Position? = nil
    ) -> CommentScore {
        let hits = tone.hits(text, words)
        let code = language.language(text, words, feeling: hits.reduce(0) { $0 + ($1.isSign ? 0 : $1.words) })
        let isEnglish = code == LanguageReader.english
        let scored = isEnglish ? hits : Self.understood(hits, code, words)
        var score = CommentScore(
            tone: nil, toneLabel: .notScored, position: declared ?? .unclear,
            positionBasis: declared == nil ? .none : .declared, positionConfidence: declared == nil ? 0 : 1000,
            language: code, terms: [])
        score.terms.reserveCapacity(scored.count)
        if isEnglish || !scored.isEmpty { setTone(scored, text, &score) }
        if isEnglish { setPosition(position.hits(text, words, proposal), declared, text, &score) }
        return score
    }

    /// What may be scored of a comment that is not known to be English: in a text of unknown language the signs, and
    /// the words where there are four at most ("ok", "super!"); in a known other language nothing.
    private static func understood(_ hits: [ToneHit], _ code: String, _ words: [Word]) -> [ToneHit] {
        guard code == LanguageReader.unknown else { return [] }
        return words.count <= 4 ? hits : hits.filter(\.isSign)
    }

    private func setTone(_ hits: [ToneHit], _ text: Span<UInt8>, _ score: inout CommentScore) {
        let sum = hits.reduce(0) { $0 + $1.strength }
        let (value, root) = Apportion.squash(sum, half: tone.rule.half)
        let shares = Apportion.shares(of: value, among: hits.map(\.strength), root: root)
        for (hit, share) in zip(hits, shares) {
            score.terms.append(Self.term(text, hit.start..<hit.end, share, .tone))
        }
        score.tone = value + Self.toneBias
        score.toneLabel = value >= tone.rule.warm ? .positive : value <= tone.rule.cold ? .negative : .neutral
    }

    private func setPosition(
        _ hits: [PositionHit], _ declared: Position?, _ text: Span<UInt8>, _ score: inout CommentScore
    ) {
        var support = 0
        var oppose = 0
        for hit in hits {
            if hit.side > 0 { support = max(support, hit.confidence) } else { oppose = max(oppose, hit.confidence) }
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
