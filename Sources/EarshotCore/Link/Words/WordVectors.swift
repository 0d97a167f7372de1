/// Texts as weighted words. All sums run in ascending order of the words' hashes, so that neither the machine nor the
/// order of the threads changes a bit of them.
struct WordVectors: Sendable {
    /// A word or pair and its weight.
    struct Part: Equatable, Sendable {
        /// Rank of the hash among all hashes of the run.
        var term: Int32
        var weight: Double
    }

    /// Ascending by term; the squares of the weights add up to 1 (or to 0 for an empty text).
    typealias Vector = [Part]

    /// A pair of neighbouring words weighs so much less than a word. Source: Models/link/REPORT.md.
    static let pairWeight = 0.6

    let termCount: Int
    let items: [Vector]
    let threads: [Vector]

    init(items: [[ThreadProfile.Term]], threads: [ThreadProfile]) {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(threads.reduce(0) { $0 + $1.terms.count })
        for item in items { hashes += item.map(\.hash) }
        for thread in threads { hashes += thread.terms.map(\.hash) }
        hashes.sort()
        var ranks = HashIndex(capacity: hashes.count / 4)
        var counts: [Int] = []
        for hash in hashes {
            let (rank, isNew) = ranks.insert(hash)
            if isNew { counts.append(0) }
            counts[rank] += 1
        }
        let total = Double(items.count + threads.count + 1)
        let rarity = counts.map { NaturalLogarithm.of(total / Double($0 + 1)) + 1 }
        func vector(_ terms: [ThreadProfile.Term]) -> Vector {
            let parts = terms.map { term in
                let rank = ranks.find(term.hash) ?? 0
                let frequency = 1 + NaturalLogarithm.of(Double(max(term.count, 1)))
                return Part(term: Int32(rank), weight: frequency * rarity[rank] * (term.isPair ? Self.pairWeight : 1))
            }
            return Self.scaled(parts)
        }
        termCount = counts.count
        self.items = items.map(vector)
        self.threads = threads.map { vector($0.terms) }
    }

    static func scaled(_ parts: Vector) -> Vector {
        let length = parts.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        guard length > 0 else { return parts }
        return parts.map { Part(term: $0.term, weight: $0.weight / length) }
    }

    /// How alike each thread is to each of `targets`: the cosine, in millionths.
    func likeness(to targets: [Vector]) -> [[Int]] {
        var starts = Array(repeating: 0, count: termCount + 1)
        for target in targets { for part in target { starts[Int(part.term) + 1] += 1 } }
        for term in 0..<termCount { starts[term + 1] += starts[term] }
        var postings = Array(repeating: (target: Int32(0), weight: 0.0), count: starts[termCount])
        var next = starts
        for (index, target) in targets.enumerated() {
            for part in target {
                postings[next[Int(part.term)]] = (Int32(index), part.weight)
                next[Int(part.term)] += 1
            }
        }
        return threads.map { thread in
            var sums = Array(repeating: 0.0, count: targets.count)
            for part in thread {
                for place in starts[Int(part.term)]..<starts[Int(part.term) + 1] {
                    sums[Int(postings[place].target)] += part.weight * postings[place].weight
                }
            }
            return sums.map(Self.millionths)
        }
    }

    static func millionths(_ value: Double) -> Int { Int((value * 1_000_000).rounded()) }

    /// The sum of two vectors, not scaled; `weight` applies to the second.
    static func sum(_ a: Vector, _ b: Vector, weight: Double) -> Vector {
        var sum: Vector = []
        sum.reserveCapacity(a.count + b.count)
        var i = 0
        var j = 0
        while i < a.count || j < b.count {
            if j == b.count || (i < a.count && a[i].term < b[j].term) {
                sum.append(a[i])
                i += 1
            } else if i == a.count || b[j].term < a[i].term {
                sum.append(Part(term: b[j].term, weight: b[j].weight * weight))
                j += 1
            } else {
                sum.append(Part(term: a[i].term, weight: a[i].weight + b[j].weight * weight))
                i += 1
                j += 1
            }
        }
        return sum
    }
}

/// The natural logarithm by additions, products and quotients alone: the same bits on every machine, which a
/// mathematics library does not promise.
enum NaturalLogarithm {
    /// `value` must be positive and finite. Error under 1e-15 relative to 1.
    static func of(_ value: Double) -> Double {
        var exponent = Double(value.exponent)
        var significand = value.significand  // 1…2
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        // ln m = 2 artanh((m − 1)/(m + 1)); |z| ≤ 0.1716, so that z^21 is beyond the last bit.
        let z = (significand - 1) / (significand + 1)
        let square = z * z
        var power = z
        var sum = 0.0
        for odd in stride(from: 1.0, through: 21.0, by: 2.0) {
            sum += power / odd
            power *= square
        }
        return exponent * 0.6931471805599453 + 2 * sum
    }
}
