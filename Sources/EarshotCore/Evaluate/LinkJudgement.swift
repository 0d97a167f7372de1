/// What is known of a thread of a labelled set, beside its words. Never shown to the linker.
package struct LinkTruth: Equatable, Sendable {
    /// The item it is about, as a position in the set's linkable items; `nil` for a thread about none of them.
    package var item: Int?
    /// Threads of one group are not independent of one another: those about one item. Names the half, too.
    package var group: String
    /// How many comments the thread has.
    package var comments: Int
    package var hasTitle: Bool

    package init(item: Int?, group: String, comments: Int, hasTitle: Bool) {
        self.item = item
        self.group = group
        self.comments = comments
        self.hasTitle = hasTitle
    }
}

/// What a method answers for one thread, in whatever unit its score has.
package struct LinkAnswer: Equatable, Sendable {
    /// Positions in the set's linkable items, best first, at most `limit`.
    package var ranked: [Int]
    /// The score of the first; 0 where there is none.
    package var score: Int
    package var isLinked: Bool

    /// A thread's first three are looked at.
    package static let limit = 3

    package init(ranked: [Int], score: Int, isLinked: Bool = false) {
        self.ranked = Array(ranked.prefix(Self.limit))
        self.score = score
        self.isLinked = isLinked && !ranked.isEmpty
    }

    /// The best three of a row of scores by item, equals in agenda order; items that score 0 or less are no candidates.
    package init(scores: [Int]) {
        var best: [(item: Int, score: Int)] = []
        for (item, score) in scores.enumerated() where score > 0 {
            let place = best.firstIndex { $0.score < score } ?? best.count
            guard place < Self.limit else { continue }
            best.insert((item, score), at: place)
            if best.count > Self.limit { best.removeLast() }
        }
        self.init(ranked: best.map(\.item), score: best.first?.score ?? 0)
    }

    /// The answers with links made from `threshold` on.
    package static func linked(_ answers: [LinkAnswer], from threshold: Int) -> [LinkAnswer] {
        answers.map { LinkAnswer(ranked: $0.ranked, score: $0.score, isLinked: $0.score >= threshold) }
    }

    /// The score from which on links give the highest F1 on these very threads: what nobody can know beforehand. Of equal
    /// ones the highest; `Int.max` where no link is right.
    package static func bestThreshold(_ answers: [LinkAnswer], truths: [LinkTruth]) -> Int {
        let withItem = truths.count { $0.item != nil }
        let candidates = zip(answers, truths).filter { !$0.0.ranked.isEmpty }
            .map { (score: $0.score, isRight: $0.ranked[0] == $1.item) }.sorted { $0.score > $1.score }
        var (best, bestParts) = (Int.max, (right: 0, of: 1))
        var right = 0
        for (index, candidate) in candidates.enumerated() {
            if candidate.isRight { right += 1 }
            let isLastOfEquals = index + 1 == candidates.count || candidates[index + 1].score < candidate.score
            guard isLastOfEquals else { continue }
            let of = index + 1 + withItem
            if right * bestParts.of > bestParts.right * of { (best, bestParts) = (candidate.score, (right, of)) }
        }
        return best
    }
}
