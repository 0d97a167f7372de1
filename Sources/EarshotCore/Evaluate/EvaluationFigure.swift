/// One measure of how right a scorer is, with its 95 % interval.
package struct EvaluationFigure: Equatable, Sendable {
    /// As JSON and the floors name it: "macro_recall".
    package var name: String
    /// As a table heads it: "macro-recall".
    package var title: String
    /// Thousandths; correlations reach from −1000. `nil` where there is nothing to measure.
    package var share: EvaluationShare?

    package init(name: String, title: String, share: EvaluationShare?) {
        self.name = name
        self.title = title
        self.share = share
    }
}

/// 95 % intervals by drawing texts anew from those that were measured, as many as there are (Efron 1979).
package enum EvaluationRange {
    package static let draws = LinkFigures.draws
    package static let seed = LinkFigures.seed

    /// A figure for each of `names`: its value over all texts, and the middle 95 % over the draws.
    ///
    /// - Parameters:
    ///   - count: how many texts there are, counted from 0.
    ///   - groups: Texts that go well or badly together, such as those about one item; drawn whole as well, the wider
    ///     interval counts. Nothing is drawn so where there is one group.
    ///   - values: thousandths over some texts, one that was drawn twice standing there twice; `nil` where unmeasured.
    package static func figures(
        _ names: [(name: String, title: String)], count: Int, groups: [[Int]] = [],
        _ values: ([Int]) -> [(value: Int, of: Int)?]
    ) -> [EvaluationFigure] {
        let whole = values(Array(0..<count))
        var lows = whole.map { $0?.value ?? 0 }
        var highs = lows
        func widen(_ ranges: [ClosedRange<Int>?]) {
            for (place, range) in ranges.enumerated() {
                guard let range else { continue }
                lows[place] = min(lows[place], range.lowerBound)
                highs[place] = max(highs[place], range.upperBound)
            }
        }
        if count > 1 {
            widen(
                ranges(names.count, values) { draw, drawn in
                    for _ in 0..<count { drawn.append(draw.below(count)) }
                })
        }
        if groups.count > 1 {
            widen(
                ranges(names.count, values) { draw, drawn in
                    for _ in groups { drawn += groups[draw.below(groups.count)] }
                })
        }
        return names.indices.map { place in
            EvaluationFigure(
                name: names[place].name, title: names[place].title,
                share: whole[place].map {
                    EvaluationShare(count: $0.of, value: $0.value, low: lows[place], high: highs[place])
                })
        }
    }

    private static func ranges(
        _ measures: Int, _ values: ([Int]) -> [(value: Int, of: Int)?],
        drawing: (inout EvaluationDraw, inout [Int]) -> Void
    ) -> [ClosedRange<Int>?] {
        var draw = EvaluationDraw(seed: seed)
        var found = [[Int]](repeating: [], count: measures)
        var drawn: [Int] = []
        for _ in 0..<draws {
            drawn.removeAll(keepingCapacity: true)
            drawing(&draw, &drawn)
            for (place, value) in values(drawn).enumerated() {
                if let value { found[place].append(value.value) }
            }
        }
        return found.map { values in
            guard !values.isEmpty else { return nil }
            let sorted = values.sorted()
            let cut = sorted.count / 40
            return sorted[cut]...sorted[sorted.count - 1 - cut]
        }
    }
}
