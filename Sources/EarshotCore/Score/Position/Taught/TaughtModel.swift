internal import EarshotEncoder

/// What a taught model says of one comment. The parts add up exactly to `sum`.
package struct TaughtReading: Equatable, Sendable {
    /// Words of the comment that weighed, in thousandths; a pair stands where it first occurs.
    package struct Term: Equatable, Sendable {
        package var start: Int
        package var end: Int
        package var weight: Int
    }

    /// `support`, `oppose` or `unclear`.
    package var position: Position
    /// Thousandths: the chance that the position is right; of an unclear one, the better side's.
    package var confidence: Int
    /// Thousandths: the chance that the comment is for, whatever was decided.
    package var support: Int
    /// Thousandths; above 0 speaks for.
    package var sum: Int
    package var start: Int
    package var meaning: Int
    package var evidence: Int
    package var terms: [Term]
}

/// A small model of one item's positions, learnt from an officer's labels: one weight for each component of meaning, one
/// for the untaught evidence, one for each word and pair of the labelled comments.
package struct TaughtModel: Sendable {
    /// Thousandths; a smaller chance is left unclear. Source: Models/position/REPORT.md.
    package static let threshold = 800

    private let start: Int
    private let meaning: [Int]
    private let evidence: Int
    private let words: WordTable<Double>
    private let calibration: TaughtCalibration
    /// Of a thousand comments that are plainly told a side, how many take one.
    private let taking: Int

    init(
        texts: [TaughtText], weights: [Double], kernel: TaughtKernel, calibration: TaughtCalibration, taking: Int = 1000
    ) {
        self.taking = taking
        start = Int((weights.reduce(0, +) * 1000).rounded())
        // Millionths per component of 32,768: far below what a comment's figure is rounded to.
        meaning = (0..<SentenceVector.dimensions).map { i in
            let sum = zip(texts, weights).reduce(0.0) { $0 + $1.1 * Double($1.0.meaning[i]) }
            return Int((sum * 1_000_000 / 32_768).rounded())
        }
        let evidence = zip(texts, weights).reduce(0.0) { $0 + $1.1 * Double($1.0.evidence) / 1000 }
        self.evidence = Int((evidence * kernel.evidence * 1_000_000).rounded())
        words = Self.words(texts, weights, scale: kernel.words)
        self.calibration = calibration
    }

    private static func words(_ texts: [TaughtText], _ weights: [Double], scale: Double) -> WordTable<Double> {
        guard scale > 0 else { return WordTable(hashed: []) }
        var all: [(hash: UInt64, text: Int, weight: Double)] = []
        for (index, text) in texts.enumerated() {
            all += text.words.map { ($0.hash, index, $0.weight * weights[index] * scale) }
        }
        all.sort { $0.hash == $1.hash ? $0.text < $1.text : $0.hash < $1.hash }
        var sums: [(hash: UInt64, value: Double)] = []
        for part in all {
            if sums.last?.hash == part.hash {
                sums[sums.count - 1].value += part.weight
            } else {
                sums.append((part.hash, part.weight))
            }
        }
        return WordTable(hashed: sums.map { ($0.hash, $0.value) })
    }

    package func reading(of text: TaughtText) -> TaughtReading {
        var along = 0
        for i in 0..<min(meaning.count, text.meaning.count) { along += meaning[i] * text.meaning[i] }
        let meant = EvidenceReader.quotient(along, 32_768 * 1000)
        let shown = EvidenceReader.quotient(evidence * text.evidence, 1_000_000)
        let terms = text.words.compactMap { word -> TaughtReading.Term? in
            guard let weight = words[word.hash] else { return nil }
            let value = Int((weight * word.weight * 1000).rounded())
            return value == 0 ? nil : TaughtReading.Term(start: word.start, end: word.end, weight: value)
        }
        let sum = terms.reduce(start + meant + shown) { $0 + $1.weight }
        let support = calibration.support(at: sum)
        let confidence = max(support, 1000 - support) * taking / 1000
        let position: Position = confidence < Self.threshold ? .unclear : support > 500 ? .support : .oppose
        return TaughtReading(
            position: position, confidence: confidence, support: support, sum: sum, start: start, meaning: meant,
            evidence: shown,
            terms: terms.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
    }
}
