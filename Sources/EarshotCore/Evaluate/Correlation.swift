/// How closely two rows of whole numbers go together: −1000…1000 thousandths.
package enum Correlation {
    /// Pearson's; `nil` where one of the rows does not vary.
    ///
    /// The sums are whole numbers, so that their order does not matter.
    package static func pearson(_ pairs: some Sequence<(Int, Int)>) -> Int? {
        var (n, sumA, sumB, ab, aa, bb) = (0, 0, 0, 0, 0, 0)
        for (a, b) in pairs {
            n += 1
            sumA += a
            sumB += b
            ab += a * b
            aa += a * a
            bb += b * b
        }
        let count = Double(n)
        let together = count * Double(ab) - Double(sumA) * Double(sumB)
        let spreadA = count * Double(aa) - Double(sumA) * Double(sumA)
        let spreadB = count * Double(bb) - Double(sumB) * Double(sumB)
        guard spreadA > 0, spreadB > 0 else { return nil }
        return Int((1000 * together / (spreadA.squareRoot() * spreadB.squareRoot())).rounded())
    }

    /// Values as places in the ascending list of distinct ones, for `spearman`.
    package static func places(_ values: [Int]) -> (places: [Int], distinct: Int) {
        let sorted = Set(values).sorted()
        let place = Dictionary(sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return (values.map { place[$0] ?? 0 }, sorted.count)
    }

    /// Spearman's: Pearson's of the ranks, equals sharing the mean of theirs. `a` and `b` are `places`, of which those in
    /// `drawn` count.
    package static func spearman(
        _ a: (places: [Int], distinct: Int), _ b: (places: [Int], distinct: Int), drawn: [Int]
    ) -> Int? {
        let (ranksA, ranksB) = (ranks(a, drawn), ranks(b, drawn))
        return pearson(drawn.lazy.map { (ranksA[a.places[$0]], ranksB[b.places[$0]]) })
    }

    /// Of each place twice its mean rank, less what makes the mean of all 0.
    private static func ranks(_ row: (places: [Int], distinct: Int), _ drawn: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: row.distinct)
        for index in drawn { counts[row.places[index]] += 1 }
        var before = 0
        return counts.map { count in
            defer { before += count }
            return 2 * before + count - drawn.count
        }
    }
}
