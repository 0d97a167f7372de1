/// A ridge regression of sides (±1) on likenesses, with what each label would have been told by all the others.
///
/// Both sides weigh the same whatever their numbers. Plain sums, products, quotients and square roots in one order: the
/// same bits on every machine.
struct RidgeFit: Sendable {
    /// Penalty. Source: Models/position/REPORT.md.
    private static let penalty = 0.5

    /// The weight of each label's likeness.
    let weights: [Double]
    /// What the regression on all other labels says of each label: negative speaks against.
    let leftOut: [Double]

    /// - Parameters:
    ///   - likeness: square, symmetric.
    ///   - sides: 1 or −1; both must occur.
    init(likeness: [[Double]], sides: [Int]) {
        let count = sides.count
        let pro = Double(sides.count { $0 > 0 })
        let con = Double(count) - pro
        var matrix = likeness
        for i in 0..<count {
            // The 1 is the constant.
            for j in 0..<count { matrix[i][j] += 1 }
            matrix[i][i] += Self.penalty * 2 * (sides[i] > 0 ? pro : con) / Double(count)
        }
        let inverse = Self.inverse(of: matrix)
        var weights = [Double](repeating: 0, count: count)
        for i in 0..<count {
            var sum = 0.0
            for j in 0..<count { sum += inverse[i][j] * Double(sides[j]) }
            weights[i] = sum
        }
        self.weights = weights
        leftOut = (0..<count).map { Double(sides[$0]) - weights[$0] / inverse[$0][$0] }
    }

    /// The inverse of a symmetric positive matrix, by elimination.
    private static func inverse(of matrix: [[Double]]) -> [[Double]] {
        let count = matrix.count
        var left = matrix
        var right = (0..<count).map { i in (0..<count).map { $0 == i ? 1.0 : 0.0 } }
        for pivot in 0..<count {
            let scale = 1 / left[pivot][pivot]
            for j in 0..<count {
                left[pivot][j] *= scale
                right[pivot][j] *= scale
            }
            let leftRow = left[pivot]
            let rightRow = right[pivot]
            for i in 0..<count where i != pivot {
                let factor = left[i][pivot]
                guard factor != 0 else { continue }
                for j in pivot..<count { left[i][j] -= factor * leftRow[j] }
                for j in 0..<count { right[i][j] -= factor * rightRow[j] }
            }
        }
        return right
    }

    /// How far the left-out answers are from the sides, both sides weighing the same; 0 is perfect.
    func error(_ sides: [Int]) -> Double {
        var sums = (0.0, 0.0)
        var counts = (0.0, 0.0)
        for (answer, side) in zip(leftOut, sides) {
            let miss = (answer - Double(side)) * (answer - Double(side))
            if side > 0 {
                sums.0 += miss
                counts.0 += 1
            } else {
                sums.1 += miss
                counts.1 += 1
            }
        }
        return sums.0 / max(1, counts.0) + sums.1 / max(1, counts.1)
    }
}
