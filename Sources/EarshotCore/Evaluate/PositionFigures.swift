/// How right positions are: how many comments are given one, how many of those rightly, and how well the confidence
/// puts the certain ones first.
package struct PositionFigures: Sendable {
    package struct Answer: Sendable {
        /// The group it belongs to: the item it is about.
        package var group: String
        /// `support`, `oppose`, or `unclear` for a comment that takes no side.
        package var truth: Position
        /// What was decided; `mixed` and `unclear` decide nothing.
        package var said: Position
        package var basis: PositionBasis
        /// The likelier side, decided or not; `nil` where nothing speaks for either.
        package var side: Position?
        /// Thousandths that `side` is right.
        package var confidence: Int

        package init(
            group: String, truth: Position, said: Position, basis: PositionBasis, side: Position?, confidence: Int
        ) {
            self.group = group
            self.truth = truth
            self.said = said
            self.basis = basis
            self.side = side
            self.confidence = confidence
        }

        var isDecided: Bool { said == .support || said == .oppose }
    }

    /// Right of those decided, decided of all, and macro-F of what was decided: what is left unclear counts as missed.
    package static func decided(_ answers: [Answer]) -> [EvaluationFigure] {
        let names = [("right", "right"), ("coverage", "decided"), ("macro_f", "macro-F")]
        return EvaluationRange.figures(names, count: answers.count, groups: groups(answers)) { drawn in
            var (decided, right) = (0, 0)
            for index in drawn where answers[index].isDecided {
                decided += 1
                if answers[index].said == answers[index].truth { right += 1 }
            }
            return [
                decided > 0 ? (EvaluationShare.thousandths(right, of: decided), decided) : nil,
                (EvaluationShare.thousandths(decided, of: drawn.count), drawn.count),
                macroF(drawn.lazy.map { (answers[$0].truth, answers[$0].isDecided ? answers[$0].said : nil) })
                    .map { ($0, drawn.count) },
            ]
        }
    }

    /// Right where every comment is given its likelier side: of the three and the six tenths that are most certain, and
    /// of all.
    package static func certain(_ answers: [Answer]) -> [EvaluationFigure] {
        let names = [
            ("right_30", "surest 30 %"), ("right_60", "surest 60 %"), ("right_all", "all"),
            ("macro_f_all", "macro-F of all"),
        ]
        // Equals stay in the order in which they came; a draw keeps it.
        let order = answers.indices.sorted { a, b in
            let (x, y) = (answers[a].confidence, answers[b].confidence)
            return x == y ? a < b : x > y
        }
        return EvaluationRange.figures(names, count: answers.count, groups: groups(answers)) { drawn in
            var times = [Int](repeating: 0, count: answers.count)
            for index in drawn { times[index] += 1 }
            let shares = [3, 6, 10].map { right(answers, order, times, first: drawn.count * $0 / 10) }
            return shares
                + [
                    macroF(drawn.lazy.map { (answers[$0].truth, answers[$0].side) }).map { ($0, drawn.count) }
                ]
        }
    }

    /// Of the first `count` in `order`, each as often as it was drawn.
    private static func right(
        _ answers: [Answer], _ order: [Int], _ times: [Int], first count: Int
    ) -> (value: Int, of: Int)? {
        var (left, right) = (count, 0)
        for index in order where left > 0 {
            let some = min(times[index], left)
            left -= some
            if answers[index].side == answers[index].truth { right += some }
        }
        return count > 0 ? (EvaluationShare.thousandths(right, of: count), count) : nil
    }

    /// Of the two sides alone.
    private static func macroF(_ pairs: some Sequence<(Position, Position?)>) -> Int? {
        var tally = ClassTally(classes: 3)
        for (truth, said) in pairs { tally.add(truth: place(truth) ?? 2, said: said.flatMap(place)) }
        return tally.macroF(of: 0..<2)
    }

    private static func place(_ position: Position) -> Int? {
        position == .support ? 0 : position == .oppose ? 1 : nil
    }

    private static func groups(_ answers: [Answer]) -> [[Int]] {
        var found: [String: [Int]] = [:]
        for (index, answer) in answers.enumerated() { found[answer.group, default: []].append(index) }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }
}
