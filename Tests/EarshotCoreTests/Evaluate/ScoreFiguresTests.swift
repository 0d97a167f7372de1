import Testing

@testable import EarshotCore

@Suite("Figures of scores")
struct ScoreFiguresTests {
    @Test(
        "correlations of hand-made rows",
        arguments: [
            ([1, 2, 3, 4], [10, 20, 30, 40], 1000, 1000), ([1, 2, 3, 4], [40, 30, 20, 10], -1000, -1000),
            // Ranks go together wholly where values rise in any way: r of (1, 2, 3, 4) and (1, 4, 9, 16) is .984.
            ([1, 2, 3, 4], [1, 4, 9, 16], 984, 1000),
            // Equals share a rank: (1, 2.5, 2.5, 4) against (1, 2, 3, 4) is √.9.
            ([1, 2, 2, 3], [1, 2, 3, 4], 949, 949),
        ])
    func correlations(_ a: [Int], _ b: [Int], _ pearson: Int, _ spearman: Int) {
        let drawn = Array(a.indices)
        #expect(Correlation.pearson(zip(a, b)) == pearson)
        #expect(Correlation.spearman(Correlation.places(a), Correlation.places(b), drawn: drawn) == spearman)
    }

    @Test("a row that does not vary goes with nothing")
    func constant() {
        #expect(Correlation.pearson([(1, 5), (2, 5)]) == nil)
        #expect(
            Correlation.spearman(Correlation.places([1, 2]), Correlation.places([5, 5]), drawn: [0, 1]) == nil)
        #expect(ScoreFigures.tone(ratings: [(1, 5), (2, 5)]).allSatisfy { $0.share == nil })
    }

    /// Of class 0 three of four right, of 1 one of two, of 2 none of two.
    private static let labels: [(truth: Int, said: Int?)] = [
        (0, 0), (0, 0), (0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (2, 1),
    ]

    @Test("macro-recall, accuracy and macro-F of hand-made labels, and how they were confused")
    func labels() throws {
        let (figures, tally) = ScoreFigures.tone(labels: Self.labels)
        // Recalls .75, .5, 0; F 6/8, 2/5, 0.
        #expect(figures.map(\.share?.value) == [417, 500, 383])
        #expect(figures.map(\.name) == ["macro_recall", "accuracy", "macro_f"])
        #expect(tally.counts == [[3, 1, 0, 0], [0, 1, 1, 0], [1, 1, 0, 0]])
        for figure in figures {
            let share = try #require(figure.share)
            #expect(share.low < share.value && share.value < share.high && share.count == 8)
        }
    }

    @Test("the same texts give the same interval, more texts a narrower one")
    func intervals() throws {
        let once = ScoreFigures.tone(labels: Self.labels).figures
        #expect(once == ScoreFigures.tone(labels: Self.labels).figures)
        let many = ScoreFigures.tone(labels: Array(repeating: Self.labels, count: 30).flatMap { $0 }).figures
        for (few, more) in zip(once, many) {
            let (a, b) = (try #require(few.share), try #require(more.share))
            #expect(b.value == a.value && b.high - b.low < (a.high - a.low) / 3)
        }
    }

    @Test("languages: right, taken for another, taken for none")
    func languages() {
        let figures = ScoreFigures.language([("en", "en"), ("en", "cy"), ("cy", "und"), ("und", "und")])
        #expect(figures.map(\.share?.value) == [500, 250, 250])
    }
}

@Suite("Figures of positions")
struct PositionFiguresTests {
    private static func answer(
        _ truth: Position, _ said: Position, _ side: Position?, _ confidence: Int, _ group: String = "a"
    ) -> PositionFigures.Answer {
        PositionFigures.Answer(
            group: group, truth: truth, said: said, basis: .inferred, side: side, confidence: confidence)
    }

    private static let answers = [
        answer(.support, .support, .support, 950), answer(.oppose, .oppose, .oppose, 900, "b"),
        answer(.oppose, .support, .support, 800), answer(.unclear, .oppose, .oppose, 700, "b"),
        answer(.support, .unclear, .support, 600), answer(.support, .unclear, .oppose, 550, "b"),
        answer(.oppose, .mixed, .oppose, 540), answer(.unclear, .unclear, .support, 530, "b"),
        answer(.oppose, .unclear, .oppose, 520), answer(.oppose, .unclear, .support, 510, "b"),
    ]

    @Test("right, decided and macro-F count what is left unclear as missed")
    func decided() {
        let figures = PositionFigures.decided(Self.answers)
        // Four decided, two rightly. F: support 2·1 ÷ (3 + 2), oppose 2·1 ÷ (5 + 2).
        #expect(figures.map(\.share?.value) == [500, 400, 343])
        #expect(figures[0].share?.count == 4)
    }

    @Test("the surest three tenths, six tenths and all, each with its likelier side")
    func certain() {
        let figures = PositionFigures.certain(Self.answers)
        // F: support 2·2 ÷ (3 + 5), oppose 2·3 ÷ (5 + 5).
        #expect(figures.map(\.share?.value) == [667, 500, 500, 550])
    }

    @Test("items that go well or badly together make the interval wider")
    func groups() throws {
        func share(_ group: (Int) -> String) throws -> EvaluationShare {
            let answers = (0..<100).map {
                Self.answer(.support, $0 < 50 ? .support : .oppose, .support, 900, group($0))
            }
            return try #require(PositionFigures.decided(answers).first?.share)
        }
        let (together, apart) = (try share { "\($0 / 10)" }, try share { "\($0 % 10)" })
        #expect(together.high - together.low > 2 * (apart.high - apart.low))
    }

    @Test("nothing decided has no figure of right ones")
    func nothing() {
        let figures = PositionFigures.decided([Self.answer(.support, .unclear, nil, 0)])
        #expect(figures.map(\.share?.value) == [nil, 0, 0])
    }
}
