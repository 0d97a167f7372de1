package import EarshotCore

/// How far one item's positions could be read from evidence, for the pack to say.
package struct PositionReading: Equatable, Sendable {
    /// Included comments of residents, in English, that were read for their meaning; and those that were not, because
    /// there were too many or because reading was switched off. Both count copies.
    package var read: Int
    package var unread: Int
    /// Those that stand in discussions and were not read for that reason: people there talk to one another, and most
    /// comments take no side.
    package var discussed: Int
    /// The item takes something away, and too few comments state a position to tell which way warm words point: nothing
    /// was inferred.
    package var isBlind: Bool
    /// What would speak for neither side; thousandths of a step. 0 where nothing was read.
    package var zero: Int
    /// What came of the officer's labels; `nil` where there are none.
    package var taught: Taught?

    package init(
        read: Int = 0, unread: Int = 0, discussed: Int = 0, isBlind: Bool = false, zero: Int = 0, taught: Taught? = nil
    ) {
        self.read = read
        self.unread = unread
        self.discussed = discussed
        self.isBlind = isBlind
        self.zero = zero
        self.taught = taught
    }

    package struct Taught: Equatable, Sendable, Codable {
        /// Labels that count: their words stand among the comments of the item.
        package var support: Int
        package var oppose: Int
        package var mixed: Int
        package var unclear: Int
        package var hasLearnt: Bool
        /// The learning curve, fewest labels first; the last point is of all labels. Empty where there were too few.
        package var curve: [Point]
        /// Why it has not learnt, a sentence; empty where it has.
        package var refusal: String

        package struct Point: Equatable, Sendable, Codable {
            package var labels: Int
            /// Thousandths; see `LearningPoint`.
            package var balanced: Int
            package var plainest: Int
        }

        package var labels: Int { support + oppose + mixed + unclear }

        /// What an officer is told after teaching: the learning curve, a line each, and the sentence.
        package var lines: [String] {
            curve.map { point in
                "  \(point.labels) labels: of those left out \((point.balanced + 5) / 10) in 100 right, of the plainest six "
                    + "in ten \((point.plainest + 5) / 10) in 100"
            } + [
                hasLearnt
                    ? sentence
                    : "\(sentence) All but the labelled comments keep the positions that they have without labels."
            ]
        }

        /// One sentence or two for an officer: from what it learnt and how well, or why not.
        package var sentence: String {
            guard hasLearnt, let last = curve.last else { return refusal }
            return
                "Learnt from \(last.labels) labels (\(support) support, \(oppose) oppose). Of labels left out it told "
                + "\((last.balanced + 5) / 10) in 100 right, and \((last.plainest + 5) / 10) in 100 of the plainest six "
                + "in ten."
        }
    }
}

extension PositionReading.Taught {
    package init(_ taught: TaughtPosition, labels: [Position]) {
        let points: [LearningPoint]
        switch taught {
        case .learnt(_, let curve): (hasLearnt, points, refusal) = (true, curve, "")
        case .refused(let why, let curve): (hasLearnt, points, refusal) = (false, curve, why)
        }
        curve = points.map { Point(labels: $0.labels, balanced: $0.balanced, plainest: $0.plainest) }
        support = labels.count { $0 == .support }
        oppose = labels.count { $0 == .oppose }
        mixed = labels.count { $0 == .mixed }
        unclear = labels.count { $0 == .unclear }
    }
}
