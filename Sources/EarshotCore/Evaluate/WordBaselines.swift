/// What anybody would try first: plain BM25. Items are the documents, the thread is the query.
///
/// Okapi BM25 (Robertson and others 1995) with k1 1.2 and b 0.75 over words as written but for case; how rare a word is
/// counted among the items, and the thread's words as often as they occur. Without stop words, as that is much the better.
package struct BM25Baseline: Sendable {
    private static let saturation = 1.2
    private static let lengthShare = 0.75

    private let postings: [UInt64: [(item: Int, weight: Double)]]
    private let items: Int

    package init(items: [BaselineText]) {
        self.items = items.count
        let mean = Double(max(items.reduce(0) { $0 + $1.length }, 1)) / Double(max(items.count, 1))
        let spread = BaselineText.spread(of: items.map(\.words))
        var postings: [UInt64: [(item: Int, weight: Double)]] = [:]
        for (index, item) in items.enumerated() {
            let length = 1 - Self.lengthShare + Self.lengthShare * Double(item.length) / mean
            for term in item.words {
                let holders = Double(spread[term.hash] ?? 1)
                let rarity = NaturalLogarithm.of(1 + (Double(items.count) - holders + 0.5) / (holders + 0.5))
                let count = Double(term.count)
                let weight = rarity * count * (Self.saturation + 1) / (count + Self.saturation * length)
                postings[term.hash, default: []].append((index, weight))
            }
        }
        self.postings = postings
    }

    package func answer(_ thread: BaselineText) -> LinkAnswer {
        var sums = Array(repeating: 0.0, count: items)
        for term in thread.words {
            for posting in postings[term.hash] ?? [] { sums[posting.item] += posting.weight * Double(term.count) }
        }
        return LinkAnswer(scores: sums.map { Int(($0 * 1000).rounded()) })
    }
}

/// The cosine of stemmed TF-IDF vectors: (1 + ln count) × (1 + ln((N + 1) ÷ (n + 1))), how rare a stem is counted among items
/// and threads together; stop words left out.
package struct CosineBaseline: Sendable {
    private let postings: [UInt64: [(item: Int, weight: Double)]]
    private let rarity: [UInt64: Double]
    private let items: Int

    /// `threads` says which words are common in talk.
    package init(items: [BaselineText], threads: [BaselineText]) {
        self.items = items.count
        let texts = (items + threads).map(\.stems)
        let rarity = BaselineText.spread(of: texts).mapValues {
            1 + NaturalLogarithm.of(Double(texts.count + 1) / Double($0 + 1))
        }
        var postings: [UInt64: [(item: Int, weight: Double)]] = [:]
        for (index, item) in items.enumerated() {
            for part in Self.vector(item, rarity) { postings[part.hash, default: []].append((index, part.weight)) }
        }
        self.postings = postings
        self.rarity = rarity
    }

    package func answer(_ thread: BaselineText) -> LinkAnswer {
        var sums = Array(repeating: 0.0, count: items)
        for part in Self.vector(thread, rarity) {
            for posting in postings[part.hash] ?? [] { sums[posting.item] += posting.weight * part.weight }
        }
        return LinkAnswer(scores: sums.map { Int(($0 * 1_000_000).rounded()) })
    }

    /// Ascending by hash, of length one.
    private static func vector(
        _ text: BaselineText, _ rarity: [UInt64: Double]
    ) -> [(hash: UInt64, weight: Double)] {
        let parts = text.stems.map { term in
            (hash: term.hash, weight: (1 + NaturalLogarithm.of(Double(term.count))) * (rarity[term.hash] ?? 0))
        }
        let length = parts.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        return length > 0 ? parts.map { ($0.hash, $0.weight / length) } : []
    }
}
