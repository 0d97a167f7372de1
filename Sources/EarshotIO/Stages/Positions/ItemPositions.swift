package import EarshotCore
import EarshotEncoder

/// One wording among an item's comments, as positions are read from it.
package struct PositionText: Equatable, Sendable {
    package var text: String
    /// Thousandths.
    package var tone: Int?
    /// What the import declares of it or its words state; `unclear` where neither, or where copies were declared
    /// differently.
    package var known: Position
    /// A copy of it at least is declared by the import, so that an officer need not be asked.
    package var isDeclared = false
    /// Database row of the first comment that says so; 0 where it is in no database.
    package var row: Int64 = 0
    /// One of its copies at least answers a consultation, rather than stand in a discussion.
    package var isResponse = true
}

/// What the encoder and an officer's labels say of one wording.
struct TextPosition: Sendable {
    var inferred: InferredPosition
    /// It states a position that the rest of it contradicts.
    var isContradicted: Bool
    /// What the model learnt from labels says; `nil` where none was learnt.
    var taught: TaughtReading?
}

/// The positions of one item's comments, read together: for the stage, for the filter and for teaching.
struct ItemPositions: Sendable {
    /// Changes whenever the same comments could get another position.
    static var version: String {
        "evidence 2 (\(EmbeddedTable.approval.fingerprint.prefix(8))), from \(PositionInference.threshold), "
            + "taught 2, from \(TaughtModel.threshold)"
    }

    /// Tokens of a comment that are read, with the two that mark its ends: what a long comment wants it mostly says at
    /// its beginning. Chosen, not derived.
    static let tokenLimit = 128

    /// The language that the encoder reads (ISO 639-1); comments in others are left alone.
    static let language = "en"

    /// What the vectors kept for positions were made by.
    static let encoder = "\(MeaningReading.encoder), \(tokenLimit) tokens"

    let isBlind: Bool
    /// `PositionEvidence` that would speak for neither side.
    let zero: Int
    /// What came of the labels; `nil` where there were none.
    let taught: TaughtPosition?

    private let inference: PositionInference
    private let ground: TaughtGround?
    private let vectors: MeaningVectors
    private let reader: EvidenceReader

    /// - Parameters:
    ///   - about: the item's title on the first line, its text after it.
    ///   - texts: each wording once; their order does not matter.
    ///   - labels: wordings with the positions that an officer gave them, in a fixed order; each must be among `texts`.
    ///   - vectors: of all texts.
    init(
        about: String, proposal: Proposal, texts: [PositionText], labels: [(text: String, position: Position)],
        vectors: MeaningVectors, reader: EvidenceReader
    ) {
        let sources = texts.map { Self.source($0, vectors) }
        let title = String(about.prefix { $0 != "\n" })
        let responses = zip(texts, sources).filter(\.0.isResponse).map(\.1)
        inference = PositionInference(title: title, proposal: proposal, comments: responses, reader: reader)
        isBlind = inference.isBlind
        zero = inference.position(of: PositionSource(vector: .zero, tone: nil, known: .unclear)).zero
        self.vectors = vectors
        self.reader = reader
        guard !labels.isEmpty else {
            ground = nil
            taught = nil
            return
        }
        let ground = Self.ground(of: texts, sources, reader)
        let byText = Dictionary(texts.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
        self.ground = ground
        taught = TaughtPosition.learn(
            from: labels.compactMap { label in
                byText[label.text].map { text in
                    LabelledText(text: Self.text(text, vectors, ground, reader), position: label.position)
                }
            })
    }

    /// What is said of each of `texts`, in their order, worked out on all cores.
    func read(_ texts: [PositionText]) -> [TextPosition] {
        Parallel.map(texts, size: 128) { $0.map(read) }.flatMap { $0 }
    }

    func read(_ text: PositionText) -> TextPosition {
        let source = Self.source(text, vectors)
        var reading: TaughtReading?
        if case .learnt(let model, _) = taught, let ground {
            reading = model.reading(of: Self.text(text, vectors, ground, reader))
        }
        return TextPosition(
            inferred: inference.position(of: source), isContradicted: inference.contradicts(source), taught: reading)
    }

    /// The final position of a comment: what is declared, else what an officer says of these very words, else what they
    /// state, unless the rest contradicts it, else what was taught, else what was inferred. Of a comment that stands in
    /// a discussion (not `isResponse`) nothing is inferred.
    static func position(
        said: KeptPosition, label: Position?, reading: TextPosition?, isResponse: Bool = true
    ) -> KeptPosition {
        if said.basis == .declared { return said }
        if let label {
            return label == .unclear ? .unclear : KeptPosition(position: label, basis: .taught, confidence: 1000)
        }
        guard let reading else { return said }
        if said.basis == .stated { return reading.isContradicted && isResponse ? .unclear : said }
        if let taught = reading.taught {
            return taught.position == .unclear
                ? .unclear : KeptPosition(position: taught.position, basis: .taught, confidence: taught.confidence)
        }
        let inferred = reading.inferred
        return inferred.position == .unclear || !isResponse
            ? .unclear : KeptPosition(position: inferred.position, basis: .inferred, confidence: inferred.confidence)
    }

    private static func source(_ text: PositionText, _ vectors: MeaningVectors) -> PositionSource {
        PositionSource(vector: vectors[text.text] ?? .zero, tone: text.tone, known: text.known)
    }

    static func ground(of texts: [PositionText], _ vectors: MeaningVectors, _ reader: EvidenceReader) -> TaughtGround {
        ground(of: texts, texts.map { source($0, vectors) }, reader)
    }

    private static func ground(
        of texts: [PositionText], _ sources: [PositionSource], _ reader: EvidenceReader
    ) -> TaughtGround {
        let sums = Parallel.map(sources, size: 128) { $0.map { reader.evidence($0.vector, tone: $0.tone).sum } }
        let words = Parallel.map(texts, size: 128) { $0.map { Words.of($0.text) } }
        return TaughtGround(
            vectors: sources.map(\.vector), evidence: sums.flatMap { $0 }, words: words.flatMap { $0 })
    }

    static func text(
        _ text: PositionText, _ vectors: MeaningVectors, _ ground: TaughtGround, _ reader: EvidenceReader
    ) -> TaughtText {
        let vector = vectors[text.text] ?? .zero
        return ground.text(
            vector: vector, evidence: reader.evidence(vector, tone: text.tone).sum, words: Words.of(text.text))
    }
}
