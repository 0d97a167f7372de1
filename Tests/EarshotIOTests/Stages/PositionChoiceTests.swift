import EarshotCore
import EarshotIO
import Testing

@Suite("Which texts are read for their positions")
struct PositionChoiceTests {
    @Test(
        "a budget is shared out evenly; what the smaller ones leave goes to the larger",
        arguments: [
            (4000, [10, 20, 30], [10, 20, 30]), (100, [10, 500, 500], [10, 45, 45]), (100, [90, 90, 5], [47, 47, 5]),
            (2, [5, 5, 5], [0, 0, 0]), (0, [3], [0]), (7, [], []),
        ])
    func shares(_ budget: Int, _ wants: [Int], _ expected: [Int]) {
        #expect(PositionChoice.shares(of: budget, among: wants) == expected)
    }

    private func comment(_ row: Int, item: Int64 = 1, _ text: String, _ said: KeptPosition = .unclear)
        -> ReadableComment
    {
        ReadableComment(row: Int64(row), item: item, text: text, tone: nil, said: said)
    }

    /// Keys spread like digests.
    private func key(_ text: Int) -> UInt64 { UInt64(text) &* 0x9E37_79B9_7F4A_7C15 }

    @Test("of too many the same are chosen, whatever their order; labelled ones always")
    func choice() {
        let labelled: Set = [key(77), key(991)]
        func chosen(_ order: [Int]) -> [Int64: [UInt64]] {
            var choice = PositionChoice(budget: 40, labels: [1: labelled])
            for (row, text) in order.enumerated() {
                choice.add(comment(row, item: text % 50 == 0 ? 2 : 1, "text \(text)"), key: key(text))
            }
            return choice.chosen().mapValues { $0.map(\.key) }
        }
        let forward = chosen(Array(0..<1000))
        #expect(forward[2]?.count == 20 && forward[1]?.count == 22)
        #expect(labelled.isSubset(of: forward[1] ?? []))
        let smallest = (0..<1000).filter { $0 % 50 != 0 && !labelled.contains(key($0)) }.map(key).sorted().prefix(20)
        #expect(Set(smallest).union(labelled) == Set(forward[1] ?? []))
        #expect(chosen(Array((0..<1000).reversed())) == forward)
        #expect(chosen((0..<2000).map { ($0 * 7 + 3) % 1000 }) == forward)
    }

    @Test(
        "a text is known by what its copies declare, where they agree, else by what it states",
        arguments: [
            ([(.oppose, .stated)], .oppose, false), ([(.support, .declared), (.oppose, .stated)], .support, true),
            ([(.support, .declared), (.oppose, .declared)], .unclear, true), ([(.unclear, .none)], .unclear, false),
        ] as [([(Position, PositionBasis)], Position, Bool)])
    func known(_ said: [(Position, PositionBasis)], _ position: Position, _ isDeclared: Bool) {
        for said in [said, said.reversed()] {
            var choice = PositionChoice(budget: nil, labels: [:])
            for (row, said) in said.enumerated() {
                choice.add(
                    comment(row, "same", KeptPosition(position: said.0, basis: said.1, confidence: 900)), key: 1)
            }
            let text = choice.chosen()[1]?.first?.text
            #expect(text?.known == position && text?.isDeclared == isDeclared)
        }
    }

    @Test("with no budget only labelled texts are chosen")
    func off() {
        var choice = PositionChoice(budget: 0, labels: [1: [5]])
        for row in 1...9 { choice.add(comment(row, "text \(row)"), key: UInt64(row)) }
        #expect(choice.chosen().mapValues { $0.map(\.text.text) } == [1: ["text 5"]])
    }
}
