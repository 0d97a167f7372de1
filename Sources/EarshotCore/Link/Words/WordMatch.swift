/// How well each thread's words fit each item, with feedback: once the surest threads of an item are known, their
/// words help to find the others (Rocchio).
struct WordMatch: Sendable {
    /// At most so many threads lend an item their words. This and the next three: Models/link/REPORT.md.
    static let lenders = 3
    /// What the lenders' words weigh beside the item's own.
    static let feedbackWeight = 1.0
    /// A lender's likeness to its item, and how far it is ahead of the next item, at least; millionths.
    static let lenderLikeness = 100_000
    static let lenderLead = 30_000

    private let vectors: WordVectors
    /// By item: the threads that lend it their words, surest first.
    private let lenders: [[Int]]
    /// By thread and item, millionths. A thread never counts as its own lender.
    let likeness: [[Int]]

    /// `anchors` gives for each thread the item that an exact key makes certain; `barred` the items it may not have.
    init(vectors: WordVectors, profiles: [ThreadProfile], anchors: [Int?], barred: [Set<Int>]) {
        self.vectors = vectors
        let first = vectors.likeness(to: vectors.items)
        let lenders = Self.lenders(
            first, profiles: profiles, anchors: anchors, barred: barred, items: vectors.items.count)
        self.lenders = lenders
        let expanded = vectors.items.indices.map { item in
            WordVectors.scaled(Self.expanded(item, by: lenders[item], vectors))
        }
        var second = lenders.allSatisfy(\.isEmpty) ? first : vectors.likeness(to: expanded)
        for (item, threads) in lenders.enumerated() {
            for thread in threads {
                let others = WordVectors.scaled(Self.expanded(item, by: threads.filter { $0 != thread }, vectors))
                second[thread][item] = WordVectors.millionths(Self.product(vectors.threads[thread], others))
            }
        }
        likeness = second
    }

    private static func lenders(
        _ likeness: [[Int]], profiles: [ThreadProfile], anchors: [Int?], barred: [Set<Int>], items: Int
    ) -> [[Int]] {
        var candidates: [[(thread: Int, isAnchored: Bool, likeness: Int)]] = Array(repeating: [], count: items)
        for (thread, row) in likeness.enumerated() {
            if let item = anchors[thread] {
                candidates[item].append((thread, true, row[item]))
            } else if let best = Lead.best(row, except: barred[thread]), best.value >= lenderLikeness,
                best.value - best.next > lenderLead
            {
                candidates[best.item].append((thread, false, best.value))
            }
        }
        return candidates.map { threads in
            threads.sorted { a, b in
                if a.isAnchored != b.isAnchored { return a.isAnchored }
                if a.likeness != b.likeness { return a.likeness > b.likeness }
                return profiles[a.thread].thread.rawValue < profiles[b.thread].thread.rawValue
            }.prefix(Self.lenders).map(\.thread)
        }
    }

    /// The item's words and, added to them, the mean of the lenders'.
    private static func expanded(_ item: Int, by threads: [Int], _ vectors: WordVectors) -> WordVectors.Vector {
        threads.reduce(vectors.items[item]) { sum, thread in
            WordVectors.sum(sum, vectors.threads[thread], weight: feedbackWeight / Double(threads.count))
        }
    }

    private static func product(_ a: WordVectors.Vector, _ b: WordVectors.Vector) -> Double {
        var sum = 0.0
        var j = 0
        for part in a {
            while j < b.count, b[j].term < part.term { j += 1 }
            if j < b.count, b[j].term == part.term { sum += part.weight * b[j].weight }
        }
        return sum
    }

    // MARK: - Why

    /// What a thread and an item share: each of the thread's terms that counts, with what the item's own words and the
    /// lenders' words make of it; no unit, only the proportions mean something.
    func shared(thread: Int, item: Int) -> [(term: Int, own: Double, lent: Double)] {
        let own = vectors.items[item]
        let others = lenders[item].filter { $0 != thread }
        let all = Self.expanded(item, by: others, vectors)
        var shared: [(term: Int, own: Double, lent: Double)] = []
        var i = 0
        var j = 0
        for (index, part) in vectors.threads[thread].enumerated() {
            while i < own.count, own[i].term < part.term { i += 1 }
            while j < all.count, all[j].term < part.term { j += 1 }
            guard j < all.count, all[j].term == part.term else { continue }
            let mine = i < own.count && own[i].term == part.term ? own[i].weight : 0
            shared.append((index, part.weight * mine, part.weight * (all[j].weight - mine)))
        }
        return shared
    }
}

/// The best of a row of scores and how far it is ahead.
enum Lead {
    /// The item with the most, the first of equals; `next` is the most that another item has, at least 0.
    static func best(_ row: [Int], except barred: Set<Int>) -> (item: Int, value: Int, next: Int)? {
        var best: (item: Int, value: Int)?
        var next = 0
        for (item, value) in row.enumerated() where !barred.contains(item) {
            if let leader = best, value <= leader.value {
                next = max(next, value)
            } else {
                next = max(next, best?.value ?? 0)
                best = (item, value)
            }
        }
        return best.map { ($0.item, $0.value, next) }
    }
}
