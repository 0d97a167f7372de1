package import EarshotEncoder

/// What speaks for or against in one comment, before the item's zero is taken off.
///
/// Unit: thousandths of a step; a step is the spread among comments of one side. Above 0 speaks for.
/// Source: Models/position/REPORT.md.
package struct PositionEvidence: Equatable, Sendable {
    /// How much nearer the comment is to plain sentences of support than to plain sentences of opposition.
    package var nearness: Int
    /// Along the learnt direction of approval.
    package var approval: Int
    /// The comment's tone.
    package var tone: Int
    /// The sentence of support or opposition that is nearest.
    package var nearest: String

    /// The three together: exactly what the inference goes by.
    package var sum: Int { nearness + approval + tone }
}

/// Reads the evidence in comments' vectors and tones. Made once (it encodes ten short sentences) and used for all items.
package struct EvidenceReader: Sendable {
    /// Steps per unit of likeness, and per unit of tone, in thousandths. Source: Models/position/fit.py.
    static let nearScale = 14_693
    static let toneScale = 1_428

    let encoder: SentenceEncoder
    private let seeds: [SentenceVector]
    private let direction: [Int]

    /// - Parameter encoder: the one that makes the comments' vectors as well.
    package init(encoder: SentenceEncoder = SentenceEncoder()) {
        self.encoder = encoder
        seeds = encoder.vectors(of: PositionSeeds.support + PositionSeeds.oppose)
        direction = EmbeddedTable.approval.lines.compactMap { Int($0) }
    }

    /// - Parameters:
    ///   - vector: the comment's; one without words speaks for nothing but its tone.
    ///   - tone: thousandths, as in `CommentScore`; `nil` counts as 0.
    package func evidence(_ vector: SentenceVector, tone: Int?) -> PositionEvidence {
        let likeness = seeds.map { $0.likeness(to: vector) }
        let side = PositionSeeds.support.count
        let margin = likeness[..<side].reduce(0, +) - likeness[side...].reduce(0, +)
        let best = likeness.indices.reduce(0) { likeness[$1] > likeness[$0] ? $1 : $0 }
        var along = 0
        for (weight, component) in zip(direction, vector.components) { along += weight * Int(component) }
        return PositionEvidence(
            nearness: Self.quotient(margin * Self.nearScale, side * 1_000_000),
            approval: Self.quotient(along, 32_768),
            tone: Self.quotient((tone ?? 0) * Self.toneScale, 1000),
            nearest: (PositionSeeds.support + PositionSeeds.oppose)[best])
    }

    /// Rounded to the nearest, halves away from zero.
    static func quotient(_ value: Int, _ divisor: Int) -> Int {
        value < 0 ? -((-value + divisor / 2) / divisor) : (value + divisor / 2) / divisor
    }
}
