import Testing

@testable import EarshotCore

@Suite("Figures of links")
struct LinkFiguresTests {
    private static func truth(_ item: Int?, _ group: String) -> LinkTruth {
        LinkTruth(item: item, group: group, comments: 1, hasTitle: false)
    }

    /// Eight threads, one of each kind there is.
    private static let threads: [(LinkAnswer, LinkTruth)] = [
        (LinkAnswer(ranked: [0, 1], score: 900, isLinked: true), truth(0, "a")),  // linked, right
        (LinkAnswer(ranked: [0, 1], score: 300), truth(0, "a")),  // first, not linked
        (LinkAnswer(ranked: [1, 0], score: 800, isLinked: true), truth(0, "a")),  // linked, wrong; second
        (LinkAnswer(ranked: [2, 3, 1], score: 200), truth(1, "b")),  // third
        (LinkAnswer(ranked: [2, 3, 0], score: 200), truth(1, "b")),  // not among them
        (LinkAnswer(ranked: [], score: 0), truth(1, "b")),  // no candidate
        (LinkAnswer(ranked: [4], score: 700, isLinked: true), truth(nil, "c")),  // about none, linked
        (LinkAnswer(ranked: [4], score: 100), truth(nil, "d")),  // about none, not linked
    ]

    @Test(
        "every measure is what the hand-made threads make it",
        arguments: [
            (LinkMeasure.top1, 2, 6), (.top3, 4, 6), (.f1, 2, 9), (.precision, 1, 3), (.recall, 1, 6),
            (.rejection, 1, 2),
        ])
    func measures(_ measure: LinkMeasure, _ part: Int, _ of: Int) throws {
        let figures = LinkFigures(Self.threads.map(\.0), truths: Self.threads.map(\.1))
        #expect(figures.tally.parts(measure) == (part, of))
        let share = try #require(figures[measure])
        #expect(share.value == (part * 2000 + of) / (2 * of))
        #expect(share.low < share.value && share.value < share.high)
    }

    @Test("what cannot be measured has no figure: rejection without a thread about none, precision without a link")
    func unmeasured() {
        let figures = LinkFigures([LinkAnswer(ranked: [1], score: 5)], truths: [Self.truth(0, "a")])
        #expect(figures[.rejection] == nil && figures[.precision] == nil)
        #expect(figures[.top1]?.value == 0 && figures[.f1]?.value == 0)
    }

    @Test("threads that go well or badly together make the interval wider than threads that don't")
    func groups() throws {
        let answers = (0..<100).map { LinkAnswer(ranked: [$0 < 50 ? 0 : 1], score: 1) }
        func share(_ group: (Int) -> String) throws -> EvaluationShare {
            try #require(LinkFigures(answers, truths: (0..<100).map { Self.truth(0, group($0)) })[.top1])
        }
        let together = try share { "\($0 / 10)" }
        let apart = try share { "\($0)" }
        #expect(apart.value == 500 && together.value == 500)
        // Wilson's is 404…596; of ten groups, five of them right, the middle 95 % of draws are 2 to 8 right.
        #expect((390...410).contains(apart.low) && (590...610).contains(apart.high), "\(apart)")
        #expect((190...210).contains(together.low) && (790...810).contains(together.high), "\(together)")
    }

    @Test("where all is right, the interval still says how few threads there were")
    func perfect() throws {
        let answers = (0..<10).map { _ in LinkAnswer(ranked: [0], score: 1, isLinked: true) }
        let figures = LinkFigures(answers, truths: (0..<10).map { Self.truth(0, "\($0)") })
        for measure in [LinkMeasure.top1, .f1, .precision] {
            let share = try #require(figures[measure])
            #expect(share.value == 1000 && share.low == 722 && share.high == 1000, "\(measure)")
        }
    }

    @Test("the same threads in another order give the same figures")
    func order() {
        let there = LinkFigures(Self.threads.map(\.0), truths: Self.threads.map(\.1))
        let back = LinkFigures(Self.threads.reversed().map(\.0), truths: Self.threads.reversed().map(\.1))
        #expect(there == back)
    }

    @Test(
        "scores are ranked best first, equals in agenda order, and nothing without a score is a candidate",
        arguments: [
            ([5, 9, 0, 7, 1], [1, 3, 0], 9), ([4, 4, 4, 4], [0, 1, 2], 4), ([0, -3, 2], [2], 2), ([0, 0], [], 0),
            ([], [], 0), ([1, 2, 2, 3], [3, 1, 2], 3),
        ])
    func ranking(_ scores: [Int], _ ranked: [Int], _ score: Int) {
        #expect(LinkAnswer(scores: scores) == LinkAnswer(ranked: ranked, score: score))
    }

    @Test("the best threshold in hindsight gives the highest F1, with equal scores in or out together")
    func hindsight() {
        func best(_ threads: [(score: Int, item: Int?)]) -> Int {
            LinkAnswer.bestThreshold(
                threads.map { LinkAnswer(ranked: $0.score > 0 ? [0] : [], score: $0.score) },
                truths: threads.map { Self.truth($0.item, "g") })
        }
        // F1 from 9: 2/4; 8: 2/5; 7: 4/6; 1: 4/7.
        #expect(best([(9, 0), (8, nil), (7, 0), (1, nil), (0, 0)]) == 7)
        // From 9: 2/3; the two of 5 come together: 4/5; from 4 on: 4/6.
        #expect(best([(9, 0), (5, nil), (5, 0), (4, nil)]) == 5)
        #expect(best([(9, nil), (5, 1)]) == .max)
        #expect(best([]) == .max)
        let answers = LinkAnswer.linked([LinkAnswer(ranked: [0], score: 5), LinkAnswer(ranked: [], score: 0)], from: 5)
        #expect(answers.map(\.isLinked) == [true, false])
        #expect(LinkAnswer.linked(answers, from: 6).map(\.isLinked) == [false, false])
    }
}
