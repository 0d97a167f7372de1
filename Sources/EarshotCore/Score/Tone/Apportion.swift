/// Whole-number arithmetic that brings a sum of strengths to a scale of thousandths and shares it out again exactly.
enum Apportion {
    /// What a sum of strengths `s` is worth: s ÷ √(s² + `square`), in thousandths, rounded half away from zero.
    ///
    /// The curve is 0 at 0, about 707 at √`square`, and never leaves −1000…1000. `root` is the divisor, for `shares`.
    static func squash(_ sum: Int, square: Int) -> (value: Int, root: Int) {
        let limit = 1_000_000_000
        // Beyond this the square would overflow and √(s² + square) is |s| to nine digits.
        let root = abs(sum) > limit ? abs(sum) : max(1, squareRoot(sum * sum + square))
        return (max(-1000, min(1000, rounded(sum, root))), root)
    }

    /// The thousandths of each strength, strength × 1000 ÷ `root`, rounded up or down so that all together make what
    /// `squash` makes of their sum.
    ///
    /// Each share is the rounded sum of the strengths so far less that of those before.
    static func shares(among strengths: some Sequence<Int>, root: Int) -> [Int] {
        var sum = 0
        var before = 0
        return strengths.map { strength in
            sum += strength
            let total = rounded(sum, root)
            defer { before = total }
            return total - before
        }
    }

    private static func rounded(_ sum: Int, _ root: Int) -> Int {
        let size = (abs(sum) * 1000 + root / 2) / root
        return sum < 0 ? -size : size
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
