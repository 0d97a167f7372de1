/// Texts counted by their true class and the one they were given.
package struct ClassTally: Equatable, Sendable {
    package let classes: Int
    /// By true class, then by the one given; the last column holds what was given none of the classes.
    package private(set) var counts: [[Int]]

    package init(classes: Int) {
        self.classes = classes
        counts = Array(repeating: Array(repeating: 0, count: classes + 1), count: classes)
    }

    /// - Parameters:
    ///   - truth: 0..<classes.
    ///   - said: 0..<classes, or `nil` for none of them.
    package mutating func add(truth: Int, said: Int?) { counts[truth][said ?? classes] += 1 }

    package var total: Int { counts.joined().reduce(0, +) }

    private func of(_ truth: Int) -> Int { counts[truth].reduce(0, +) }

    private func said(_ place: Int) -> Int { counts.reduce(0) { $0 + $1[place] } }

    /// The share of all that were given their class; `nil` of nothing.
    package var accuracy: Int? {
        let right = (0..<classes).reduce(0) { $0 + counts[$1][$1] }
        return total > 0 ? EvaluationShare.thousandths(right, of: total) : nil
    }

    /// The mean over the classes that occur of the share of each that was given it; `nil` of nothing.
    package var macroRecall: Int? {
        mean((0..<classes).filter { of($0) > 0 }.map { (counts[$0][$0], of($0)) })
    }

    /// The mean over the classes that occur or were given of 2 × right ÷ (those of it + those given it).
    package var macroF: Int? { macroF(of: 0..<classes) }

    /// The same over some of the classes.
    package func macroF(of some: Range<Int>) -> Int? {
        mean(some.map { (2 * counts[$0][$0], of($0) + said($0)) }.filter { $0.1 > 0 })
    }

    /// Thousandths of the mean of some shares, rounded once.
    private func mean(_ shares: [(part: Int, of: Int)]) -> Int? {
        guard !shares.isEmpty else { return nil }
        // Sums, quotients in one order: the same bits on every machine.
        let sum = shares.reduce(0.0) { $0 + Double($1.part) / Double($1.of) }
        return Int((1000 * sum / Double(shares.count)).rounded())
    }
}
