import EarshotCore

extension LinkEvaluationReport {
    /// The report for people: plain text, lines without a line feed.
    package var lines: [String] {
        var lines = introduction
        for half in halves {
            lines += ["", Self.title(half, rows.first { $0.half == half && $0.slice == .all })]
            lines += table(rows.filter { $0.half == half && $0.slice == .all }) { row in
                row.title + (row.isHindsight ? " *" : "")
            }
        }
        let half = halves.last ?? .all
        for method in rows.filter({ $0.half == half && $0.slice == .all }) {
            let slices = rows.filter { $0.half == half && $0.method == method.method && $0.slice != .all }
            guard !slices.isEmpty else { continue }
            lines += ["", "\(method.title)\(method.isHindsight ? " *" : ""), by kind of thread, \(Self.name(half))"]
            lines += table(slices) { Self.name($0.slice) }
        }
        for trust in trust where trust.half == half { lines += reliability(trust) }
        return lines + explanation
    }

    private var halves: [EvaluationHalf] {
        EvaluationHalf.allCases.filter { half in rows.contains { $0.half == half } }
    }

    private var introduction: [String] {
        let length =
            comments.lowerBound == comments.upperBound
            ? "\(comments.lowerBound)" : "\(comments.lowerBound) to \(comments.upperBound)"
        return [
            "How often links are right: \(set)",
            "\(judged) threads of \(length) comments\(judged < threads ? " (of \(threads); the others are not judged)" : ""), "
                + "\(linkable) items to choose from\(linkable < items ? " (of \(items) on the agenda)" : "").",
            "Linker: \(linker); meaning \(meaning.rawValue).",
        ]
    }

    private static func title(_ half: EvaluationHalf, _ row: Row?) -> String {
        let tally = row?.figures.tally ?? LinkTally()
        let name = name(half)
        return name.prefix(1).uppercased() + name.dropFirst()
            + ": \(tally.withItem) threads about an item, \(tally.threads - tally.withItem) about none"
    }

    private static func name(_ half: EvaluationHalf) -> String {
        switch half {
        case .all: "all threads"
        case .dev: "dev half (choices are made on it)"
        case .heldOut: "held-out half (no choice is made on it)"
        }
    }

    private static func name(_ slice: Slice) -> String {
        switch slice {
        case .all: "all"
        case .one: "1 comment"
        case .two: "2 comments"
        case .three: "3 comments"
        case .more: "4 comments or more"
        case .titled: "with a title"
        case .untitled: "without a title"
        }
    }

    // MARK: - Tables

    private static let headings: [(LinkMeasure, String)] = [
        (.top1, "top-1"), (.top3, "top-3"), (.f1, "F1"), (.precision, "precision"), (.recall, "recall"),
        (.rejection, "no item"),
    ]

    private func table(_ rows: [Row], _ name: (Row) -> String) -> [String] {
        let header = Self.cell("", 26) + Self.right("threads", 8) + Self.headings.map { Self.right($0.1, 16) }.joined()
        return [header]
            + rows.map { row in
                Self.cell(name(row), 26) + Self.right("\(row.figures.tally.threads)", 8)
                    + Self.headings.map { Self.right(Self.text(row.figures[$0.0]), 16) }.joined()
            }
    }

    /// "80.7 (78–83)".
    private static func text(_ share: EvaluationShare?) -> String {
        guard let share else { return "–" }
        return "\(percent(share.value)) (\(whole(share.low))–\(whole(share.high)))"
    }

    private static func percent(_ thousandths: Int) -> String { "\(thousandths / 10).\(thousandths % 10)" }

    private static func whole(_ thousandths: Int) -> String { "\((thousandths + 5) / 10)" }

    private static func cell(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }

    // MARK: - Are confidences true?

    private func reliability(_ trust: Trust) -> [String] {
        var lines: [String] = []
        for (title, reliability) in [
            ("that its first candidate is right", trust.links),
            ("that a thread is about none of the items", trust.none),
        ] {
            guard let error = reliability.error else { continue }
            lines += ["", "How sure the linker says it is \(title), \(Self.name(trust.half))"]
            lines.append(
                Self.cell("  says", 14) + Self.right("threads", 8) + Self.right("promised", 10)
                    + Self.right("right", 14))
            lines += reliability.bins.map { bin in
                Self.cell("  \(bin.from / 10)–\(bin.from / 10 + (bin.from == 900 ? 10 : 9)) %", 14)
                    + Self.right("\(bin.right.count)", 8) + Self.right(Self.percent(bin.promised), 10)
                    + Self.right(Self.text(bin.right), 14)
            }
            lines.append("  Promise and truth lie \(Self.percent(error)) points apart on average.")
        }
        return lines
    }

    private var explanation: [String] {
        [
            "",
            "All figures are per cent; the 95 % interval stands in brackets: the wider of Wilson's and that of",
            "\(LinkFigures.draws) draws of whole groups of threads (those about one item), from a fixed seed; of the confidences Wilson's.",
            "top-1, top-3  of the threads about an item: it comes first, or among the first three",
            "precision     of the links made: right",
            "recall        of the threads about an item: linked to it",
            "F1            precision and recall in one figure (their harmonic mean)",
            "no item       of the threads about none of the items: left without a link",
            "* links are made from the score that is best in hindsight on these very threads, which nobody knows beforehand.",
            "Every method chooses among the same items. Nobody's answer is shown to a method.",
        ]
    }
}
