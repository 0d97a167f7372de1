/// How well each thread's words fit each item, with feedback: once the surest threads of an item are known, their
/// words help to find the others (Rocchio).
struct WordMatch: Sendable {
    /// At most so many threads lend an item their words. This and the next three: Models/link/REPORT.md.
    static let lenders = 3
    /// What the lenders' words weigh beside the item's own.
    static let feedbackWeight = 1.0
    /// What the words of threads that a person rejected take off. Chosen, not derived.
    static let rejectedWeight = 0.5
    /// A lender's likeness to its item, and how far it is ahead of the next item, at least; millionths.
    static let lenderLikeness = 100_000
    static let lenderLead = 30_000

    /// From so many comments on a thread has words enough of its own: other threads' words lead it astray.
    /// Source: Models/link/REPORT.md.
    static let ownWords = 4

    private let vectors: WordVectors
    /// By item: the threads that lend it their words, surest first; and of those the ones that a person confirmed.
    private let lenders: [[Int]]
    private let confirmed: [[Int]]
    /// By item: the threads that a person said are not about it.
    private let rejected: [[Int]]
    /// By thread: how many comments it has.
    private let comments: [Int]
    /// By thread and item, millionths: with feedback for short threads. A thread never counts as its own lender.
    let likeness: [[Int]]
    /// The same without feedback but for what persons said.
    let ownLikeness: [[Int]]

    /// `anchors` gives for each thread the item that an exact key or a person makes certain; `lessons` the items it may
    /// not have, and the threads that a person said are or are not about an item.
    init(vectors: WordVectors, profiles: [ThreadProfile], anchors: [Int?], lessons: Lessons) {
        self.vectors = vectors
        comments = profiles.map(\.comments)
        rejected = lessons.rejected
        confirmed = lessons.confirmed
        let first = vectors.likeness(to: vectors.items)
        let lenders = Self.lenders(
            first, profiles: profiles, anchors: anchors, barred: lessons.barred, items: vectors.items.count)
        self.lenders = lenders
        let own = Self.likeness(first, lenders: lessons.confirmed, rejected: lessons.rejected, vectors)
        let all = Self.likeness(first, lenders: lenders, rejected: lessons.rejected, vectors)
        ownLikeness = own
        likeness = profiles.indices.map { profiles[$0].comments < Self.ownWords ? all[$0] : own[$0] }
    }

    /// The likeness of every thread to every item with the lenders' words, none of them its own.
    private static func likeness(
        _ first: [[Int]], lenders: [[Int]], rejected: [[Int]], _ vectors: WordVectors
    ) -> [[Int]] {
        if lenders.allSatisfy(\.isEmpty), rejected.allSatisfy(\.isEmpty) { return first }
        var likeness = vectors.likeness(
            to: vectors.items.indices.map { item in
                WordVectors.scaled(expanded(item, by: lenders[item], against: rejected[item], vectors))
            })
        for (item, threads) in lenders.enumerated() {
            for thread in threads {
                let others = threads.filter { $0 != thread }
                let target = WordVectors.scaled(expanded(item, by: others, against: rejected[item], vectors))
                likeness[thread][item] = WordVectors.millionths(product(vectors.threads[thread], target))
            }
        }
        return likeness
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

    /// The item's words, with the mean of the lenders' added and of the rejected threads' taken off.
    private static func expanded(
        _ item: Int, by threads: [Int], against rejected: [Int], _ vectors: WordVectors
    ) -> WordVectors.Vector {
        let lent = threads.reduce(vectors.items[item]) { sum, thread in
            WordVectors.sum(sum, vectors.threads[thread], weight: feedbackWeight / Double(threads.count))
        }
        return rejected.reduce(lent) { sum, thread in
            WordVectors.sum(sum, vectors.threads[thread], weight: -rejectedWeight / Double(rejected.count))
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
        let others = (comments[thread] < Self.ownWords ? lenders : confirmed)[item].filter { $0 != thread }
        let all = Self.expanded(item, by: others, against: rejected[item].filter { $0 != thread }, vectors)
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
