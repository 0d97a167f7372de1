package import EarshotEncoder

/// One comment as the inference sees it.
package struct PositionSource: Sendable {
    package var vector: SentenceVector
    /// Thousandths, as in `CommentScore`.
    package var tone: Int?
    /// What the comment states or the import declares; `unclear` where neither.
    package var known: Position

    package init(vector: SentenceVector, tone: Int?, known: Position) {
        self.vector = vector
        self.tone = tone
        self.known = known
    }
}

/// A position read from a comment's evidence, with what led to it.
package struct InferredPosition: Equatable, Sendable {
    /// `support`, `oppose` or `unclear`.
    package var position: Position
    /// Thousandths: the chance that the position is right; of an unclear one, the better side's.
    package var confidence: Int
    /// Thousandths: the chance that the comment is for, whatever was decided.
    package var support: Int
    package var evidence: PositionEvidence
    /// What would speak for neither side on this item; thousandths of a step. Evidence − zero decides.
    package var zero: Int
}

/// Positions of the comments on one item that state none, untaught.
///
/// Reads all comments of the item first, to find its zero (`SideMixture`). Where it cannot tell which way the evidence
/// points it infers nothing (`isBlind`).
package struct PositionInference: Sendable {
    /// Thousandths; a smaller chance is left unclear. Chosen on development motions (Models/position/REPORT.md).
    package static let threshold = 640
    /// Thousandths: statements are right 88 times in 100, so that from here on the evidence outweighs one.
    private static let contradiction = 880
    /// So many statements a side show which way the evidence points on an item that takes something away.
    private static let statementsNeeded = 4
    /// So many statements on one side raise a doubt. Chosen, not derived.
    private static let statementsForDoubt = 3
    /// Thousandths of a step: nine in ten of one side have the middle comment about .65 from the zero. Chosen on development
    /// motions.
    private static let reach = 900
    private static let commentsForReach = 10

    /// Whether nothing is inferred: the item takes something away, and too few comments state a position to tell whether
    /// warm words speak for the proposal or for the thing.
    package let isBlind: Bool

    private let reader: EvidenceReader
    private let zero: Int
    private let mixture: SideMixture

    /// - Parameters:
    ///   - title: the item's title.
    ///   - proposal: read from the same item.
    ///   - comments: all of the item's that have been encoded; their order does not matter.
    package init(title: String, proposal: Proposal, comments: [PositionSource], reader: EvidenceReader) {
        self.reader = reader
        let evidence = comments.map { reader.evidence($0.vector, tone: $0.tone).sum }
        let stated = zip(comments, evidence).filter { $0.0.known == .support || $0.0.known == .oppose }
        let anchors = stated.map { SideMixture.Anchor(evidence: $0.1, isSupport: $0.0.known == .support) }
        zero = Self.clamped(PositionZero.expected(title: title, reader: reader), to: evidence)
        isBlind = proposal.takesThingAway && !Self.pointsForward(anchors) || Self.pointsBackward(anchors, from: zero)
        mixture = SideMixture(evidence: evidence, expected: zero, anchors: anchors)
    }

    package func position(of comment: PositionSource) -> InferredPosition {
        let evidence = reader.evidence(comment.vector, tone: comment.tone)
        let chance = mixture.chance(at: evidence.sum)
        let confidence = max(chance.support, chance.oppose)
        let decides = !isBlind && !comment.vector.isZero && confidence >= Self.threshold
        return InferredPosition(
            position: !decides ? .unclear : chance.support > chance.oppose ? .support : .oppose,
            confidence: confidence, support: chance.support, evidence: evidence, zero: zero)
    }

    /// Whether a comment that states its position is contradicted by the rest of it: "a good idea" in a page of objections.
    /// Such a statement is better left unclear. Never ask it of declared positions.
    package func contradicts(_ comment: PositionSource) -> Bool {
        guard !isBlind, comment.known == .support || comment.known == .oppose else { return false }
        let chance = mixture.chance(at: reader.evidence(comment.vector, tone: comment.tone).sum)
        return (comment.known == .support ? chance.oppose : chance.support) >= Self.contradiction
    }

    /// The zero that the title suggests, within reach of the comments: a title of one-sided words ("waste", "refuse") may
    /// lead it far away from all that is said.
    private static func clamped(_ expected: Int, to evidence: [Int]) -> Int {
        guard evidence.count >= commentsForReach else { return expected }
        let middle = evidence.sorted()[evidence.count / 2]
        return max(middle - reach, min(middle + reach, expected))
    }

    /// Whether those who state a side lie plainly on the other: "the only warm place in our ward" against its closing. Then
    /// warm words are for something else than the proposal.
    private static func pointsBackward(_ anchors: [SideMixture.Anchor], from zero: Int) -> Bool {
        [true, false].contains { isSupport in
            let side = anchors.filter { $0.isSupport == isSupport }.map {
                isSupport ? $0.evidence - zero : zero - $0.evidence
            }
            // A few statements of the smaller side may be misread ones of the larger.
            guard side.count >= statementsForDoubt, side.count * 10 >= anchors.count * 3 else { return false }
            return side.reduce(0, +) / side.count <= -250
        }
    }

    /// Whether comments that state support show more evidence of it than those that state opposition: by half a step.
    private static func pointsForward(_ anchors: [SideMixture.Anchor]) -> Bool {
        let pro = anchors.filter(\.isSupport).map(\.evidence)
        let con = anchors.filter { !$0.isSupport }.map(\.evidence)
        guard pro.count >= statementsNeeded, con.count >= statementsNeeded else { return false }
        return pro.reduce(0, +) / pro.count - con.reduce(0, +) / con.count >= 500
    }
}
