import EarshotCore
import Testing

@Suite("Position, taught")
struct TaughtPositionTests {
    typealias Fixture = PositionFixture

    private static let texts = Fixture.texts(Fixture.support + Fixture.oppose)

    private static func labels(turned: (Int) -> Bool = { _ in false }) -> [LabelledText] {
        texts.enumerated().map { index, text in
            let isPro = (index < Fixture.support.count) != turned(index)
            return LabelledText(text: text, position: isPro ? .support : .oppose)
        }
    }

    private static func model(_ taught: TaughtPosition) -> TaughtModel? {
        if case .learnt(let model, _) = taught { model } else { nil }
    }

    @Test("ten labels a side teach it, and the order of the labels does not matter to what it says")
    func learns() throws {
        let model = try #require(Self.model(.learn(from: Self.labels())))
        let other = try #require(Self.model(.learn(from: Self.labels().reversed())))
        for (index, text) in Self.texts.enumerated() {
            let reading = model.reading(of: text)
            #expect((reading.sum > 0) == (index < Fixture.support.count))
            #expect(abs(reading.sum - other.reading(of: text).sum) <= 2)
        }
    }

    @Test("the parts of a reading add up to its sum")
    func parts() throws {
        let model = try #require(Self.model(.learn(from: Self.labels())))
        for text in Self.texts {
            let reading = model.reading(of: text)
            #expect(
                reading.sum == reading.start + reading.meaning + reading.evidence
                    + reading.terms.reduce(0) { $0 + $1.weight })
        }
    }

    @Test("the same labels give the same model twice")
    func same() throws {
        let first = try #require(Self.model(.learn(from: Self.labels())))
        let second = try #require(Self.model(.learn(from: Self.labels())))
        for text in Self.texts { #expect(first.reading(of: text) == second.reading(of: text)) }
    }

    @Test("too few labels, one side alone and labels without sense are refused", arguments: 0..<3)
    func refusal(_ kind: Int) {
        let labels =
            switch kind {
            case 0: Array(Self.labels().prefix(8) + Self.labels().suffix(4))
            case 1: Array(Self.labels().prefix(10))
            default: Self.labels { $0 % 2 == 0 }
            }
        guard case .refused(let why, let curve) = TaughtPosition.learn(from: labels) else {
            Issue.record("It learnt what cannot be learnt")
            return
        }
        #expect(why.contains(kind == 2 ? "has not learnt" : "labelled comments"))
        #expect(curve.isEmpty == (kind != 2))
    }

    @Test("mixed and unclear labels teach no side; where it would give them one, it trusts itself less or not at all")
    func otherLabels() throws {
        let more = Self.texts.map { LabelledText(text: $0, position: .unclear) }
        let plain = try #require(Self.model(.learn(from: Self.labels())))
        let mixed = try #require(Self.model(.learn(from: Self.labels() + more.prefix(2))))
        for text in Self.texts {
            #expect(plain.reading(of: text).sum == mixed.reading(of: text).sum)
            #expect(plain.reading(of: text).confidence > mixed.reading(of: text).confidence)
        }
        guard case .refused(let why, _) = TaughtPosition.learn(from: Self.labels() + more) else {
            Issue.record("It trusts itself although it cannot tell who takes no side")
            return
        }
        #expect(why.contains("take no side"))
    }

    @Test("the last point of the learning curve is that of all labels")
    func curve() {
        guard case .learnt(_, let curve) = TaughtPosition.learn(from: Self.labels()) else {
            Issue.record("It did not learn")
            return
        }
        #expect(curve.last?.labels == 20)
        #expect(curve.map(\.labels) == curve.map(\.labels).sorted())
        for point in curve { #expect((0...1000).contains(point.balanced) && (0...1000).contains(point.plainest)) }
    }

    @Test("the queue never asks twice, and asks for all in the end")
    func queue() {
        let queue = TeachQueue(Self.texts)
        let first = queue.next(6, labelled: [], model: nil)
        let second = queue.next(50, labelled: first, model: nil)
        #expect(Set(first + second) == Set(Self.texts.indices))
        #expect(first.count + second.count == Self.texts.count)
        #expect(queue.next(6, labelled: [], model: nil) == first)
    }

    @Test("the first that are asked for come from both sides")
    func bothSides() {
        let first = TeachQueue(Self.texts).next(6, labelled: [], model: nil)
        #expect(first.contains { $0 < Fixture.support.count })
        #expect(first.contains { $0 >= Fixture.support.count })
    }
}
