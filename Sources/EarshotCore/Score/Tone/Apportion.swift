/// Whole-number arithmetic that brings a sum of strengths to a scale of thousandths and shares it out again exactly.
enum Apportion {
    /// What a sum of strengths `s` is worth: s ÷ √(s² + `half`²), in thousandths, rounded half away from zero.
    ///
    /// The curve is 0 at 0, about 707 at `half`, and never leaves −1000…1000. `root` is the divisor, for `shares`.
    static func squash(_ sum: Int, half: Int) -> (value: Int, root: Int) {
        let limit = 1_000_000_000
        // Beyond this the square would overflow and √(s² + half²) is |s| to nine digits.
        let root = abs(sum) > limit ? abs(sum) : max(1, squareRoot(sum * sum + half * half))
        let value = (abs(sum) * 1000 + root / 2) / root
        return (sum < 0 ? -min(value, 1000) : min(value, 1000), root)
    }

    /// `total` parted in proportion to `strengths`: each gets strength × 1000 ÷ `root` rounded down or up, so that they
    /// add up to `total`; those with the largest remainders are rounded up, of equal ones the earlier.
    static func shares(of total: Int, among strengths: [Int], root: Int) -> [Int] {
        var shares: [Int] = []
        var remainders: [Int] = []
        shares.reserveCapacity(strengths.count)
        remainders.reserveCapacity(strengths.count)
        var rest = total
        for strength in strengths {
            let scaled = strength * 1000
            var share = scaled / root
            if scaled % root < 0 { share -= 1 }
            shares.append(share)
            remainders.append(scaled - share * root)
            rest -= share
        }
        guard rest > 0, rest < shares.count else {
            // All or none of them: `rest` is the sum of the remainders, rounded.
            return rest == 0 ? shares : shares.map { $0 + 1 }
        }
        let order = remainders.indices.sorted {
            remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
        }
        for index in order.prefix(rest) { shares[index] += 1 }
        return shares
    }

    /// ⌊√n⌋ for n ≥ 0, exact.
    static func squareRoot(_ n: Int) -> Int {
        // IEEE 754 rounds square roots correctly, so that every machine starts from the same guess.
        var root = Int(Double(n).squareRoot())
        while root * root > n { root -= 1 }
        while (root + 1) * (root + 1) <= n { root += 1 }
        return root
    }
}
