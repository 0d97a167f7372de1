import EarshotCore

extension ScoreEvaluation {
    /// The report for people: plain text of 80 columns, lines without a line feed.
    package var lines: [String] {
        let versions = Scorer.methods.flatMap { ScoreExplanation.wrapped("\($0.name): \($0.version)", indent: 0) }
        return ["How right the scorers are: \(source)"] + versions + parts.flatMap(Self.lines) + explanation
    }

    private static func lines(_ part: Part) -> [String] {
        let count = "\(part.texts) \(part.texts == 1 ? "text" : "texts")"
        let heading = ["", "\(part.name) (\(part.kind.rawValue), \(count))"]
        switch part.kind {
        case .tone:
            return heading + table(part.rows) { name($0.method) } + part.rows.flatMap(unscored)
                + part.rows.flatMap(confusion)
        case .position:
            let whole = part.rows.filter { $0.slice == "all" }
            return heading + table(whole, 0..<3) { name($0.method) }
                + table(whole, 3..<7) { name($0.method) }
                + part.rows.filter { $0.slice != "all" }.flatMap { row in
                    ["  of \(name(row.method))'s \(row.slice), \(row.texts): right \(text(row.figures.first?.share))"]
                }
        case .language:
            return heading
                + table(part.rows.filter { $0.slice == "all" }) { name($0.method) }
                + part.rows.map(\.method).uniqued().flatMap { method -> [String] in
                    let some = part.rows.filter { $0.method == method && $0.slice != "all" }
                    return some.isEmpty
                        ? [] : table(some) { "  \($0.slice)\(method == "earshot" ? "" : ", \(method)")" }
                }
        }
    }

    private static func name(_ method: String) -> String { method == "earshot" ? "Earshot" : method }

    private static func unscored(_ row: Row) -> [String] {
        guard let count = row.unscored, count > 0 else { return [] }
        return ["  \(count) of them not scored by \(name(row.method))"]
    }

    /// Rows with the figures of the places in `some`, or with all.
    private static func table(_ rows: [Row], _ some: Range<Int>? = nil, _ name: (Row) -> String) -> [String] {
        guard let first = rows.first else { return [] }
        let some = some ?? first.figures.indices
        let header = cell("", 20) + first.figures[some].map { right($0.title, 15) }.joined()
        return [header]
            + rows.map { row in cell(name(row), 20) + row.figures[some].map { right(text($0.share), 15) }.joined() }
    }

    private static func confusion(_ row: Row) -> [String] {
        guard let tally = row.tally else { return [] }
        let header = cell("  \(name(row.method)) says", 20) + labels.map { right($0.rawValue, 15) }.joined()
        return [header]
            + labels.enumerated().map { place, label in
                cell("    of the \(label.rawValue)", 20)
                    + labels.indices.map { right("\(tally.counts[place][$0])", 15) }.joined()
            }
    }

    /// "80.7 (78–83)".
    private static func text(_ share: EvaluationShare?) -> String {
        guard let share else { return "–" }
        let value = share.value == 1000 ? "100" : Decimals.tenths(share.value)
        return "\(value) (\(whole(share.low))–\(whole(share.high)))"
    }

    private static func whole(_ thousandths: Int) -> String {
        let size = (abs(thousandths) + 5) / 10
        return thousandths < 0 && size > 0 ? "\u{2212}\(size)" : "\(size)"
    }

    private static func cell(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }

    private var explanation: [String] {
        let kinds = Set(parts.map(\.kind))
        var lines = [
            "", "All figures are per cent (correlations: hundredths); the 95 % interval stands in",
            "brackets: the middle of \(EvaluationRange.draws) draws of the texts from a fixed seed, and of",
            "positions of whole items as well, the wider one; of languages Wilson's.",
        ]
        if kinds.contains(.tone) {
            lines += [
                "macro-recall  the share of each label's texts given it, the mean of the three",
                "macro-F       the harmonic mean of that and of how many given it have it",
                "What is not scored counts as neutral, or 0.",
            ]
        }
        if kinds.contains(.position) {
            lines += [
                "right         of the comments given support or oppose", "decided       given one, of all",
                "surest 30 %   right where each is given its likelier side: the surest three",
                "              tenths, six tenths, all",
            ]
        }
        if kinds.contains(.language) {
            lines.append("unknown       taken for no language; the rest is taken for another")
        }
        return lines
    }
}

extension Array where Element: Hashable {
    /// Each once, in the order of the first.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
