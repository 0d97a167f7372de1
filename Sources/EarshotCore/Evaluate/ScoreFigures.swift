/// The measures by which each scorer is judged, over texts whose answers are known.
package enum ScoreFigures {
    /// What a text is told that gives no ground for a language.
    package static let unknownLanguage = LanguageReader.unknown

    /// Three classes in any order, each with what was said; `said` of a text that is not scored is neutral.
    package static func tone(labels: [(truth: Int, said: Int?)]) -> (figures: [EvaluationFigure], tally: ClassTally) {
        func tally(_ drawn: [Int]) -> ClassTally {
            drawn.reduce(into: ClassTally(classes: 3)) { $0.add(truth: labels[$1].truth, said: labels[$1].said) }
        }
        let names = [("macro_recall", "macro-recall"), ("accuracy", "accuracy"), ("macro_f", "macro-F")]
        let figures = EvaluationRange.figures(names, count: labels.count) { drawn in
            let tally = tally(drawn)
            return [tally.macroRecall, tally.accuracy, tally.macroF].map { $0.map { ($0, drawn.count) } }
        }
        return (figures, tally(Array(labels.indices)))
    }

    /// - Parameter pairs: what people gave and what was said, in thousandths.
    package static func tone(ratings pairs: [(truth: Int, said: Int)]) -> [EvaluationFigure] {
        let (truths, saids) = (Correlation.places(pairs.map(\.truth)), Correlation.places(pairs.map(\.said)))
        return EvaluationRange.figures([("pearson", "Pearson r"), ("spearman", "Spearman r")], count: pairs.count) {
            drawn in
            [
                Correlation.pearson(drawn.lazy.map { pairs[$0] }), Correlation.spearman(truths, saids, drawn: drawn),
            ].map { $0.map { ($0, drawn.count) } }
        }
    }

    /// Languages: each text counts by itself, so that Wilson's interval is the right one.
    package static func language(_ pairs: [(truth: String, said: String)]) -> [EvaluationFigure] {
        func share(_ name: String, _ title: String, _ isCounted: ((truth: String, said: String)) -> Bool)
            -> EvaluationFigure
        {
            EvaluationFigure(
                name: name, title: title, share: EvaluationShare(pairs.count { isCounted($0) }, of: pairs.count))
        }
        return [
            share("accuracy", "right") { $0.truth == $0.said },
            share("other", "other language") { $0.said != $0.truth && $0.said != LanguageReader.unknown },
            share("unknown", "unknown") { $0.said == LanguageReader.unknown && $0.truth != $0.said },
        ]
    }
}
