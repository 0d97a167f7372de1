extension Scorer {
    /// What the scorers say of themselves, for the pack's method section. The figures are those of
    /// Models/tone/REPORT.md; a version is raised whenever the same comment could get another score.
    package static var methods: [MethodNote] { [toneMethod, positionMethod, languageMethod] }

    private static var toneMethod: MethodNote {
        let model = ToneModel(EmbeddedTable.toneWeights.lines)
        let tables =
            "\(EmbeddedTable.tone.fingerprint.prefix(8)) and \(EmbeddedTable.toneWeights.fingerprint.prefix(8))"
        return MethodNote(
            name: "Tone", version: "two sums 3 (tables \(tables))",
            how: """
                Each word, pair of words, emoji and emoticon adds a weight to two sums: how warm or cold the comment is, \
                and how opinionated. The weights are those of a list of our own, with negation, intensifiers and \
                emphasis, and others learnt from labelled tweets and rated texts. The first sum is brought to a figure \
                from \u{2212}1 to 1; a comment is called neutral unless both together speak for positive or negative.
                """,
            limits: [
                "Of the negative, neutral and positive among 2,000 tweets it had not seen, its three labels were right "
                    + "for \(hundredths(model.validation)) in 100 on average.",
                "Trained without them, its figure went with the ratings of twenty people each: correlation "
                    + "\(decimal(model.tweets)) on 4,200 tweets, \(decimal(model.films)) on 10,600 sentences from film "
                    + "reviews.",
                "Neither kind of text is council talk; how often it is right on that has not been measured.",
                "Names, places, religions, nationalities and the words of council business carry no learnt weight.",
                "Irony is not understood: praise meant as blame counts as praise.",
                "Only English is scored. Comments in other languages are counted as not scored, never as neutral.",
            ])
    }

    private static func hundredths(_ thousandths: Int) -> Int { (thousandths + 5) / 10 }

    /// 687 as "0.69".
    private static func decimal(_ thousandths: Int) -> String {
        let hundredths = hundredths(thousandths)
        return "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
    }

    private static var positionMethod: MethodNote {
        MethodNote(
            name: "Position",
            version: "statements 4, evidence 1 (table \(EmbeddedTable.approval.fingerprint.prefix(8)))",
            how: """
                What a person wants done about what the item proposes, on the first of these grounds that there is. \
                Declared: the source itself says so. Stated: in plain words, such as \u{201C}I object\u{201D}; questions, \
                conditions and what others are said to think are left aside. Taught: read by a small model that learnt from \
                comments on this item which an officer has labelled. Inferred: read from how near the comment is in meaning \
                to plain sentences of support and of opposition, from a learnt direction of approval, and from its tone, \
                held against the place on these scales where a comment on this item would take no side; given only where \
                the chance of being right is \(PositionInference.threshold / 10) in 100 or more, and only of answers to a \
                consultation: in discussions people talk to one another. Everything else is unclear.
                """,
            limits: [
                "Stated: of 6,515 arguments on debating motions 134 stated a position, 127 rightly. Most comments state "
                    + "none.",
                "Inferred: on ten debating motions it decided \(PositionMeasured.decided) in 100 arguments and was right "
                    + "for \(PositionMeasured.right) in 100 of those; for \(PositionMeasured.rightOneSided) where nine in "
                    + "ten spoke for one side. The motions had a part in what it learnt; on tweets about people and causes "
                    + "it was right for \(PositionMeasured.rightTweets).",
                "Taught with 40 labels on those motions: decided \(PositionMeasured.taughtDecided) in 100, right for "
                    + "\(PositionMeasured.taughtRight) in 100 of those; more where the program chose the 40.",
                "In six discussions that we wrote ourselves most comments took no side, and where one was inferred it was right "
                    + "for 14 in 100: so nothing is inferred in discussions.",
                "None of this is council talk, and how often it is right on that has not been measured. An answer that takes "
                    + "no side may be given one.",
                "Where an item takes something away that people are fond of, nothing is inferred until enough comments "
                    + "state a position: warm words may speak for the thing and against the proposal.",
                "Unclear does not mean undecided, and those who comment are no sample of residents: never read positions "
                    + "as a vote.",
            ])
    }

    private static var languageMethod: MethodNote {
        MethodNote(
            name: "Language", version: "learned 1 (table \(EmbeddedTable.language.fingerprint.prefix(8)))",
            how: """
                The language of a comment is told from its script and, where languages share one, from learned weights \
                of its words and of runs of their letters. A comment of which a third of the sentences or letters is in \
                another language is called mixed.
                """,
            limits: [
                "Of whole sentences in 24 languages 99 in 100 were told right; of their first 30 characters 95 in 100.",
                "Welsh: 99 and 98 in 100. Portuguese is weakest: of 30 characters 85 in 100.",
                "Of 30,829 texts in English 2 were taken for another language and 10 for unknown.",
                "A language that is not in its table is taken for a neighbour or for unknown; so is one written in "
                    + "letters that are not its own.",
            ])
    }
}

/// What Models/position/measure.py printed for the tables and rules of this version, per 100.
private enum PositionMeasured {
    static let decided = 59
    static let right = 87
    static let rightOneSided = "92 to 94"
    static let rightTweets = "77 to 81"
    static let taughtDecided = 71
    static let taughtRight = 92
}
