/// What cross-validation says of labels, and of fewer of them.
enum LearningCurve {
    private static let sizes = [10, 20, 40, 80, 160, 320]
    private static let draws = 5

    /// A point for each size below the number of labels: the mean over five draws of so many labels, each tried on the
    /// rest.
    static func points(
        _ parts: [[TaughtKernel.Parts]], _ sides: [Int], _ kernel: TaughtKernel
    ) -> [LearningPoint] {
        sizes.filter { $0 + 4 <= sides.count && $0 * 5 <= sides.count * 4 }.compactMap { size in
            var found: [LearningPoint] = []
            for draw in 0..<draws {
                let order = shuffled(sides.count, seed: UInt64(draw))
                let taught = Array(order[..<size])
                let tried = Array(order[size...])
                guard Set(taught.map { sides[$0] }).count == 2 else { continue }
                let fit = RidgeFit(
                    likeness: taught.map { i in taught.map { kernel.value(parts[i][$0]) } },
                    sides: taught.map { sides[$0] })
                let answers = tried.map { i in
                    zip(taught, fit.weights).reduce(0.0) { $0 + $1.1 * (kernel.value(parts[i][$1.0]) + 1) }
                }
                found.append(point(answers, tried.map { sides[$0] }))
            }
            guard !found.isEmpty else { return nil }
            return LearningPoint(
                labels: size, balanced: found.reduce(0) { $0 + $1.balanced } / found.count,
                plainest: found.reduce(0) { $0 + $1.plainest } / found.count)
        }
    }

    static func point(_ answers: [Double], _ sides: [Int]) -> LearningPoint {
        let (pro, con) = recall(answers, sides)
        let order = answers.indices.sorted {
            answers[$0].magnitude == answers[$1].magnitude ? $0 < $1 : answers[$0].magnitude > answers[$1].magnitude
        }
        let plain = order.prefix(max(1, order.count * 6 / 10))
        let right = plain.count { isRight(answers[$0], sides[$0]) }
        return LearningPoint(
            labels: sides.count, balanced: Int(((pro.right + con.right) * 500).rounded()),
            plainest: right * 1000 / max(1, plain.count))
    }

    /// Whether the balanced share told right is above one half even when it is less by 1.64 standard errors (so that
    /// chance alone passes one time in twenty); and that lower bound in thousandths.
    static func surelyAboveChance(_ answers: [Double], _ sides: [Int]) -> (lower: Int, isAbove: Bool) {
        let (pro, con) = recall(answers, sides)
        // A quarter at most, and never nothing: a handful of labels all told right prove little.
        let spread = pro.smooth * (1 - pro.smooth) / pro.count + con.smooth * (1 - con.smooth) / con.count
        let lower = (pro.right + con.right) / 2 - 1.64 * spread.squareRoot() / 2
        return (Int((lower * 1000).rounded()), lower > 0.5)
    }

    private struct Recall {
        var right: Double
        var count: Double
        /// With one more right and one more wrong.
        var smooth: Double
    }

    private static func recall(_ answers: [Double], _ sides: [Int]) -> (Recall, Recall) {
        func of(_ side: Int) -> Recall {
            let chosen = answers.indices.filter { sides[$0] == side }
            let right = Double(chosen.count { isRight(answers[$0], side) })
            let count = Double(max(1, chosen.count))
            return Recall(right: right / count, count: count, smooth: (right + 1) / (count + 2))
        }
        return (of(1), of(-1))
    }

    private static func isRight(_ answer: Double, _ side: Int) -> Bool { answer * Double(side) > 0 }

    /// 0..<count in an order that depends on `seed` alone.
    private static func shuffled(_ count: Int, seed: UInt64) -> [Int] {
        func mixed(_ index: Int) -> UInt64 {
            var z = (UInt64(index) &+ seed &* 0x1_0000) &* 0x9E37_79B9_7F4A_7C15 &+ 0x632B_E59B_D9B4_E019
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        return (0..<count).map { (mixed($0), $0) }.sorted { $0 < $1 }.map(\.1)
    }
}
