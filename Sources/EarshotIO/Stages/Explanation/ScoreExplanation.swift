import EarshotCore
import EarshotEncoder

/// How one comment was scored: what each word did, and what the scorers did not know.
package struct ScoreExplanation: Sendable {
    /// What an item's words and the comment's evidence say of its position.
    struct Item: Sendable {
        /// How the proposal was read.
        var sentences: [String]
        var inferred: InferredPosition
        var isBlind: Bool
        /// The rest of the comment speaks against what it states.
        var isContradicted: Bool
    }

    let text: String
    let score: CommentScore
    let language: LanguageExplanation?
    let tone: ToneExplanation?
    /// Where an item was given.
    let item: Item?
    /// How many words there are, and those without weight in the tone, each once, the longest first.
    let words: Int
    let unweighed: [String]

    /// - Parameters:
    ///   - text: the author's own words; control characters are shown as blanks.
    ///   - about: the item's title, and after a line feed its text.
    package init(_ text: String, about: String? = nil) {
        let scorer = Scorer()
        let proposal = about.map { Proposal(about: $0) } ?? .none
        self.text = text
        let score = scorer.score(text, proposal: proposal)
        self.score = score
        language = scorer.explainLanguage(of: text)
        tone = scorer.explainTone(of: text)
        item = about.map { Self.item(text, $0, proposal, score) }
        let read = Words.of(text).filter { $0.kind == .word || $0.kind == .hashtag }
        let parts = tone?.parts ?? []
        let left = read.filter { word in !parts.contains { $0.start < Int(word.end) && $0.end > Int(word.start) } }
        words = read.count
        unweighed = Self.longestFirst(left.map { Words.folded(Self.slice(of: text, Int($0.start)..<Int($0.end))) })
    }

    /// The evidence of the comment alone; in a meeting the item's other comments move the zero.
    private static func item(_ text: String, _ about: String, _ proposal: Proposal, _ score: CommentScore) -> Item {
        let encoder = SentenceEncoder()
        let vector = encoder.vectors(of: [text]).first ?? .zero
        let source = PositionSource(vector: vector, tone: score.tone, known: score.position)
        let inference = PositionInference(
            title: String(about.prefix { $0 != "\n" }), proposal: proposal, comments: [source],
            reader: EvidenceReader(encoder: encoder))
        return Item(
            sentences: proposal.sentences, inferred: inference.position(of: source), isBlind: inference.isBlind,
            isContradicted: score.positionBasis == .stated && inference.contradicts(source))
    }

    /// The words of some bytes of a text.
    static func slice(of text: String, _ bytes: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[bytes], as: UTF8.self)
    }

    /// Each once; equally long ones in the order of the alphabet.
    private static func longestFirst(_ words: [String]) -> [String] {
        Set(words).sorted { $0.count == $1.count ? $0 < $1 : $0.count > $1.count }
    }
}
