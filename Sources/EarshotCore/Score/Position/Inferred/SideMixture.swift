/// Two sides and their zero, found together from the evidence of an item's comments.
///
/// Comments of each side scatter by one step around a centre; the two centres stand equally far from the zero. Every
/// zero around the expected one, every share of supporters and every distance is tried; each counts by how well it
/// explains the comments, and what a comment is told is the mean over all of them. So a one-sided item is not cut in
/// half, and where the zero stays in doubt the confidence stays low. All sums run in one order.
struct SideMixture: Sendable {
    /// What stands for whom at one figure of evidence: thousandths.
    struct Chance: Equatable, Sendable {
        var support: Int
        var oppose: Int
    }

    /// A comment that states its position: its evidence in thousandths, and whether it is for.
    struct Anchor: Sendable {
        var evidence: Int
        var isSupport: Bool
    }

    // Chosen, not derived, but where said otherwise; Models/position/REPORT.md has what other values do.
    /// Thousandths of a step; what neutral sentences leave open was .33 on development motions.
    private static let zeroDoubt = 0.45
    private static let distances: [(half: Double, prior: Double)] = [
        (0.4, 0.2), (0.65, 0.35), (0.9, 0.3), (1.15, 0.15),
    ]
    private static let shares: [(support: Double, prior: Double)] = [
        (0.03, 0.5), (0.06, 0.5), (0.1, 0.75), (0.2, 1), (0.3, 1), (0.4, 1), (0.5, 1), (0.6, 1), (0.7, 1), (0.8, 1),
        (0.9, 0.75), (0.94, 0.5), (0.97, 0.5),
    ]
    /// So many comments at most may speak about the zero: the sides are not quite what this takes them for.
    private static let voices = 20.0
    private static let anchorVoices = 20.0
    private static let anchorShareVoices = 8.0
    /// How often a statement is right.
    private static let anchorTrust = 0.88
    /// Comments that take no side, and comments like no others.
    private static let neither = 0.1
    private static let stray = 0.001

    static let binWidth = 100
    private static let reach = 50

    private let centre: Int
    private let chances: [Chance]

    /// - Parameters:
    ///   - evidence: of all comments of the item, thousandths of a step.
    ///   - expected: the zero that the item's subject suggests, thousandths of a step.
    init(evidence: [Int], expected: Int, anchors: [Anchor]) {
        centre = expected
        var counts = [Double](repeating: 0, count: 2 * Self.reach + 1)
        for value in evidence { counts[Self.bin(value, expected)] += 1 }
        let bins = anchors.map { (Self.bin($0.evidence, expected), $0.isSupport) }
        let grid = Grid(counts: counts, anchors: bins)
        chances = grid.chances
    }

    /// The chances that a comment with this evidence is for or against; the rest is that it takes no side.
    func chance(at evidence: Int) -> Chance { chances[Self.bin(evidence, centre)] }

    private static func bin(_ value: Int, _ centre: Int) -> Int {
        max(-reach, min(reach, EvidenceReader.quotient(value - centre, binWidth))) + reach
    }

    /// One guess: where the zero is, how far the sides stand from it, how many are for.
    private struct Guess {
        var weight: Double
        var densities: Int
        var support: Double
    }

    private struct Densities {
        var support: [Double] = []
        var oppose: [Double] = []
        var neither: [Double] = []
    }

    private struct Grid {
        var chances: [Chance] = []

        init(counts: [Double], anchors: [(bin: Int, isSupport: Bool)]) {
            var tables: [Densities] = []
            var guesses: [Guess] = []
            let total = counts.reduce(0, +)
            let voice = total > 0 ? min(1, voices / total) : 0
            for (half, prior) in distances {
                for step in -12...12 {
                    // Three doubts to either side.
                    let offset = Double(step) / 4
                    let table = Self.densities(zero: offset * zeroDoubt, half: half, bins: counts.count)
                    let start = NaturalLogarithm.of(prior) - offset * offset / 2 + Self.said(anchors, table)
                    for (support, sharePrior) in shares {
                        let log =
                            start + NaturalLogarithm.of(sharePrior) + Self.counted(anchors, support)
                            + voice * Self.likelihood(counts, table, support)
                        guesses.append(Guess(weight: log, densities: tables.count, support: support))
                    }
                    tables.append(table)
                }
            }
            chances = Self.mean(guesses, tables, bins: counts.count)
        }

        private static func densities(zero: Double, half: Double, bins: Int) -> Densities {
            var table = Densities()
            for bin in 0..<bins {
                let x = Double((bin - reach) * binWidth) / 1000 - zero
                table.support.append(Exponential.of(-(x - half) * (x - half) / 2) + stray)
                table.oppose.append(Exponential.of(-(x + half) * (x + half) / 2) + stray)
                // Less scattered than the sides: .7 of a step.
                table.neither.append(Exponential.of(-x * x / 0.98) / 0.7 + stray)
            }
            return table
        }

        private static func likelihood(_ counts: [Double], _ table: Densities, _ support: Double) -> Double {
            var sum = 0.0
            for bin in counts.indices where counts[bin] > 0 {
                let sides = support * table.support[bin] + (1 - support) * table.oppose[bin]
                sum += counts[bin] * NaturalLogarithm.of((1 - neither) * sides + neither * table.neither[bin])
            }
            return sum
        }

        /// How well the comments that state their position lie on their side.
        private static func said(_ anchors: [(bin: Int, isSupport: Bool)], _ table: Densities) -> Double {
            guard !anchors.isEmpty else { return 0 }
            let sum = anchors.reduce(0.0) { sum, anchor in
                let own = anchor.isSupport ? table.support[anchor.bin] : table.oppose[anchor.bin]
                let other = anchor.isSupport ? table.oppose[anchor.bin] : table.support[anchor.bin]
                return sum + NaturalLogarithm.of(anchorTrust * own + (1 - anchorTrust) * other)
            }
            return sum * min(1, anchorVoices / Double(anchors.count))
        }

        private static func counted(_ anchors: [(bin: Int, isSupport: Bool)], _ support: Double) -> Double {
            guard !anchors.isEmpty else { return 0 }
            let share = anchorTrust * support + (1 - anchorTrust) * (1 - support)
            let pro = Double(anchors.count { $0.isSupport })
            let sum =
                pro * NaturalLogarithm.of(share)
                + (Double(anchors.count) - pro) * NaturalLogarithm.of(1 - share)
            return sum * min(1, anchorShareVoices / Double(anchors.count))
        }

        private static func mean(_ guesses: [Guess], _ tables: [Densities], bins: Int) -> [Chance] {
            let best = guesses.reduce(-Double.greatestFiniteMagnitude) { max($0, $1.weight) }
            var support = [Double](repeating: 0, count: bins)
            var oppose = support
            var total = 0.0
            for guess in guesses {
                let weight = Exponential.of(guess.weight - best)
                guard weight > 1e-9 else { continue }
                total += weight
                let table = tables[guess.densities]
                for bin in 0..<bins {
                    let pro = (1 - neither) * guess.support * table.support[bin]
                    let con = (1 - neither) * (1 - guess.support) * table.oppose[bin]
                    let all = pro + con + neither * table.neither[bin]
                    support[bin] += weight * pro / all
                    oppose[bin] += weight * con / all
                }
            }
            return (0..<bins).map { bin in
                Chance(
                    support: Int((support[bin] * 1000 / total).rounded()),
                    oppose: Int((oppose[bin] * 1000 / total).rounded()))
            }
        }
    }
}
