/// How telling each stem of the items is, and how much of each item it makes up: like `WordVectors`, but for single
/// comments, of which only the stems that items use are known.
struct DriftWeights: Sendable {
    /// By stem: 1 + the natural logarithm of how rare it is among items and threads together.
    private let rarity: [Double]
    /// By stem: the items that use it, and its share in the item's unit vector.
    private let postings: [[(item: Int, weight: Double)]]
    /// What a stem that no item uses adds to the square of a comment's length: it is mostly an ordinary word, so that
    /// six tenths of the greatest rarity are taken. Source: Models/link/DRIFT.md.
    private let otherSquare: Double
    let items: Int

    private static let otherShare = 0.6

    init(stems: DriftStems, items: [[ThreadProfile.Term]], threads: [ThreadProfile]) {
        var holders = Array(repeating: 0, count: stems.hashes.count)
        for terms in items + threads.map(\.terms) {
            for term in terms where !term.isPair {
                if let place = stems.place(of: term.hash) { holders[Int(place)] += 1 }
            }
        }
        let total = Double(items.count + threads.count + 1)
        let rarity = holders.map { NaturalLogarithm.of(total / Double($0 + 1)) + 1 }
        let other = Self.otherShare * (NaturalLogarithm.of(total) + 1)
        var postings: [[(item: Int, weight: Double)]] = Array(repeating: [], count: stems.hashes.count)
        for (item, terms) in items.enumerated() {
            let parts = terms.filter { !$0.isPair }.compactMap { term in
                stems.place(of: term.hash).map { place in
                    (place, (1 + NaturalLogarithm.of(Double(max(term.count, 1)))) * rarity[Int(place)])
                }
            }
            let length = parts.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
            for (place, weight) in parts where length > 0 { postings[Int(place)].append((item, weight / length)) }
        }
        self.rarity = rarity
        self.postings = postings
        self.items = items.count
        otherSquare = other * other
    }

    /// How alike a comment is to each item that shares a stem with it: the cosine, 0…1.
    func likeness(of index: Int, in notes: DriftNotes) -> [(item: Int, value: Double)] {
        likeness(
            notes.stems(of: index).map { (Int($0), 1) }, others: Int(notes.comments[index].others))
    }

    /// How alike a stretch of comments is to each item, and which stems it holds in how many comments.
    func likeness(
        of run: ClosedRange<Int>, in notes: DriftNotes
    ) -> (items: [(item: Int, value: Double)], stems: [(stem: Int, comments: Int)]) {
        var counts: [UInt16: Int] = [:]
        var others = 0
        for index in run {
            for stem in notes.stems(of: index) { counts[stem, default: 0] += 1 }
            others += Int(notes.comments[index].others)
        }
        let stems = counts.sorted { $0.key < $1.key }.map { (stem: Int($0.key), comments: $0.value) }
        return (likeness(stems.map { ($0.stem, $0.comments) }, others: others), stems)
    }

    /// What `stem` adds to the likeness to `item`, before the stretch's length is taken out; 0 where the item lacks it.
    func share(of stem: (stem: Int, comments: Int), in item: Int) -> Double {
        guard let own = postings[stem.stem].first(where: { $0.item == item }) else { return 0 }
        return weight(stem.stem, stem.comments) * own.weight
    }

    private func weight(_ stem: Int, _ count: Int) -> Double {
        (count == 1 ? 1 : 1 + NaturalLogarithm.of(Double(count))) * rarity[stem]
    }

    private func likeness(_ stems: [(stem: Int, count: Int)], others: Int) -> [(item: Int, value: Double)] {
        var sums = Array(repeating: 0.0, count: items)
        var square = Double(others) * otherSquare
        for (stem, count) in stems {
            let weight = weight(stem, count)
            square += weight * weight
            for posting in postings[stem] { sums[posting.item] += weight * posting.weight }
        }
        guard square > 0 else { return [] }
        let length = square.squareRoot()
        return sums.indices.compactMap { sums[$0] > 0 ? ($0, sums[$0] / length) : nil }
    }
}
