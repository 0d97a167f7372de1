/// One measure of how good links are.
package enum LinkMeasure: String, Sendable, CaseIterable {
    /// Of the threads about an item: the right one comes first.
    case top1
    /// … is among the first three.
    case top3
    /// Twice the right links, of the links made and the threads about an item together; of nothing without such threads.
    case f1
    /// Of the links made: right.
    case precision
    /// Of the threads about an item: linked to it.
    case recall
    /// Of the threads about none of the items: left without a link.
    case rejection = "no_item_rejection"
}

/// Threads counted by how they were answered.
package struct LinkTally: Equatable, Sendable {
    package var threads = 0
    package var withItem = 0
    package var first = 0
    package var firstThree = 0
    package var made = 0
    package var right = 0
    package var rejected = 0

    package init() {}

    package mutating func add(_ answer: LinkAnswer, _ truth: LinkTruth) {
        threads += 1
        if answer.isLinked { made += 1 }
        guard let item = truth.item else {
            if !answer.isLinked { rejected += 1 }
            return
        }
        withItem += 1
        let place = answer.ranked.firstIndex(of: item)
        if place == 0 { first += 1 }
        if place != nil { firstThree += 1 }
        if place == 0, answer.isLinked { right += 1 }
    }

    static func += (sum: inout LinkTally, other: LinkTally) {
        sum.threads += other.threads
        sum.withItem += other.withItem
        sum.first += other.first
        sum.firstThree += other.firstThree
        sum.made += other.made
        sum.right += other.right
        sum.rejected += other.rejected
    }

    /// The measure as a part and what it is a part of.
    package func parts(_ measure: LinkMeasure) -> (part: Int, of: Int) {
        switch measure {
        case .top1: (first, withItem)
        case .top3: (firstThree, withItem)
        case .f1: (2 * right, withItem > 0 ? made + withItem : 0)
        case .precision: (right, made)
        case .recall: (right, withItem)
        case .rejection: (rejected, threads - withItem)
        }
    }
}

/// How good one method's links are on some threads: every measure with its 95 % interval.
///
/// The interval is the wider of two. Wilson's takes threads to be independent (F1 as a share of the mean of the links made and
/// the threads about an item, which is near enough). The bootstrap draws whole groups of threads, as many as there are,
/// `draws` times from a fixed seed: threads about one item go well or badly together.
package struct LinkFigures: Equatable, Sendable {
    package static let draws = 1000
    package static let seed: UInt64 = 20_261_123

    package let tally: LinkTally
    private let shares: [LinkMeasure: EvaluationShare]

    /// `nil` where there is nothing to measure: no thread with an item, for one that has.
    package subscript(measure: LinkMeasure) -> EvaluationShare? { shares[measure] }

    /// `answers` and `truths` thread by thread.
    package init(_ answers: [LinkAnswer], truths: [LinkTruth]) {
        var groups: [String: LinkTally] = [:]
        var tally = LinkTally()
        for (answer, truth) in zip(answers, truths) {
            groups[truth.group, default: LinkTally()].add(answer, truth)
            tally.add(answer, truth)
        }
        let ranges = Self.ranges(of: groups.sorted { $0.key < $1.key }.map(\.value))
        var shares: [LinkMeasure: EvaluationShare] = [:]
        for measure in LinkMeasure.allCases {
            let (part, of) = tally.parts(measure)
            // F1 counts every right link twice, once among the links and once among the threads.
            let isTwofold = measure == .f1
            guard var share = EvaluationShare(isTwofold ? part / 2 : part, of: isTwofold ? (of + 1) / 2 : of) else {
                continue
            }
            (share.count, share.value) = (of, EvaluationShare.thousandths(part, of: of))
            shares[measure] = share.widened(to: share.value...share.value).widened(
                to: ranges[measure] ?? share.value...share.value)
        }
        self.tally = tally
        self.shares = shares
    }

    /// The middle 95 % of each measure over the draws.
    private static func ranges(of groups: [LinkTally]) -> [LinkMeasure: ClosedRange<Int>] {
        guard groups.count > 1 else { return [:] }
        var draw = EvaluationDraw(seed: seed)
        var values: [LinkMeasure: [Int]] = [:]
        for _ in 0..<draws {
            var sum = LinkTally()
            for _ in groups { sum += groups[draw.below(groups.count)] }
            for measure in LinkMeasure.allCases {
                let (part, of) = sum.parts(measure)
                if of > 0 { values[measure, default: []].append(EvaluationShare.thousandths(part, of: of)) }
            }
        }
        return values.mapValues { values in
            let sorted = values.sorted()
            let cut = sorted.count / 40
            return sorted[cut]...sorted[sorted.count - 1 - cut]
        }
    }
}
