package import EarshotCore
package import Foundation

/// How right the scorers are on texts whose answers are known, set by set, with others beside them on the same texts.
///
/// The same sets give the same report on every machine.
package struct ScoreEvaluation: Sendable {
    /// One method on one set or a part of it.
    package struct Row: Sendable {
        package var method: String
        /// "all", a basis of positions, a language.
        package var slice: String
        package var texts: Int
        package var figures: [EvaluationFigure]
        /// What is not scored, where that can be.
        package var unscored: Int?
        /// Of three labels of tone.
        package var tally: ClassTally?
    }

    package struct Part: Sendable {
        package var kind: ScoreEvaluationSet.Kind
        package var name: String
        package var texts: Int
        package var rows: [Row]
    }

    package let source: String
    package let parts: [Part]

    /// - Parameter others: `name=file` each (`OtherAnswers`).
    package init(_ url: URL, kinds: [ScoreEvaluationSet.Kind], beside others: [String] = []) throws {
        source = url.standardizedFileURL.lastPathComponent
        let sets = try ScoreEvaluationSet.sets(at: url, kinds: kinds)
        let others = try others.map { try OtherAnswers($0) }
        let product = ProductAnswers().answers(sets)
        var jobs: [(set: ScoreEvaluationSet, place: Int, answers: ScoreAnswers)] = []
        for (place, set) in sets.enumerated() {
            for answers in [product[place]] + others.compactMap({ $0.answers(set) }) {
                jobs.append((set, place, answers))
            }
        }
        let rows = Parallel.map(jobs, size: 1) { jobs in jobs.map { ($0.place, Self.rows($0.set, $0.answers)) } }
            .joined()
        parts = sets.enumerated().map { place, set in
            Part(
                kind: set.kind, name: set.name, texts: set.lines.count,
                rows: rows.filter { $0.0 == place }.flatMap(\.1))
        }
    }

    private static func rows(_ set: ScoreEvaluationSet, _ answers: ScoreAnswers) -> [Row] {
        switch set.kind {
        case .tone: [tone(set.lines, answers)]
        case .position: positions(set.lines, answers)
        case .language: languages(set.lines, answers)
        }
    }

    // MARK: - Each kind

    static let labels: [ToneLabel] = [.negative, .neutral, .positive]

    /// What is not scored counts as neutral, against the scorer.
    private static func tone(_ lines: [ScoreEvaluationSet.Line], _ answers: ScoreAnswers) -> Row {
        let pairs = Array(zip(lines, answers.answers))
        var row = Row(method: answers.method, slice: "all", texts: lines.count, figures: [])
        if lines.contains(where: { $0.rating != nil }) {
            row.unscored = pairs.count { $1.tone == nil }
            row.figures = ScoreFigures.tone(ratings: pairs.map { ($0.rating ?? 0, $1.tone ?? 0) })
        } else {
            row.unscored = pairs.count { $1.label == nil || $1.label == .notScored }
            let (figures, tally) = ScoreFigures.tone(
                labels: pairs.map { line, answer in
                    let said = answer.label.flatMap { labels.firstIndex(of: $0) } ?? 1
                    return (line.label.flatMap { labels.firstIndex(of: $0) } ?? 1, said)
                })
            (row.figures, row.tally) = (figures, tally)
        }
        return row
    }

    private static func positions(_ lines: [ScoreEvaluationSet.Line], _ answers: ScoreAnswers) -> [Row] {
        let all = zip(lines, answers.answers).map { line, answer in
            PositionFigures.Answer(
                group: line.about, truth: line.position, said: answer.position ?? .unclear, basis: answer.basis,
                side: answer.side, confidence: answer.confidence)
        }
        let whole = Row(
            method: answers.method, slice: "all", texts: all.count,
            figures: PositionFigures.decided(all) + PositionFigures.certain(all))
        let bases = PositionBasis.allCases.compactMap { basis -> Row? in
            let some = all.filter { $0.basis == basis && basis != .none }
            guard !some.isEmpty, some.count < all.count else { return nil }
            let right = PositionFigures.decided(some).filter { $0.name == "right" }
            return Row(method: answers.method, slice: basis.rawValue, texts: some.count, figures: right)
        }
        return [whole] + bases
    }

    private static func languages(_ lines: [ScoreEvaluationSet.Line], _ answers: ScoreAnswers) -> [Row] {
        let pairs = zip(lines, answers.answers).map { ($0.language, $1.language ?? ScoreFigures.unknownLanguage) }
        let each = Dictionary(grouping: pairs, by: \.0).sorted { $0.key < $1.key }
        let whole = Row(
            method: answers.method, slice: "all", texts: pairs.count, figures: ScoreFigures.language(pairs))
        guard each.count > 1 else { return [whole] }
        return [whole]
            + each.map { code, pairs in
                Row(
                    method: answers.method, slice: code, texts: pairs.count, figures: ScoreFigures.language(pairs))
            }
    }
}
