import Testing

@testable import EarshotCore

@Suite("Why a thread is linked")
struct LinkExplanationTests {
    private static func candidate(_ item: String, _ reasons: [(LinkReason.Kind, Int)]) -> LinkCandidate {
        EvidenceSum.candidate(
            .init(item), reasons.map { Evidence(kind: $0.0, strength: $0.1, text: "\($0.0.rawValue) of \(item)") })
    }

    private static func explain(
        _ candidates: [LinkCandidate], linked: String?, declared: String? = nil
    ) -> String {
        let link = ThreadLink(
            thread: .init("t"), linked: linked.map { AgendaItem.ID($0) }, candidates: candidates)
        return LinkExplanation(link, declaredItem: declared) { "item \($0.rawValue)" }.sentences.joined(separator: " ")
    }

    private static let needed = "\(Linker.threshold / 10) %"

    @Test("names the reason that carries the link, and what it would be without")
    func carrying() {
        let text = Self.explain([Self.candidate("3", [(.name, 800), (.words, 200)])], linked: "3")
        #expect(text.contains("It is 84 %; a link needs \(Self.needed)."))
        #expect(
            text.contains(
                "Without this reason (name of 3) it would be 20 %, below the \(Self.needed) needed, and be linked to none."
            ))
        #expect(!text.contains("words of 3"))
    }

    @Test("says that none carries it where each is enough")
    func several() {
        let text = Self.explain([Self.candidate("3", [(.name, 800), (.reference, 970)])], linked: "3")
        #expect(text.contains("No single reason carries the link"))
        #expect(text.contains("even without the strongest (reference of 3) it would be 80 %."))
    }

    @Test("compares with the runner-up")
    func runnerUp() {
        let next = LinkCandidate(item: .init("5"), confidence: 60, reasons: [])
        let text = Self.explain([Self.candidate("3", [(.words, 900)]), next], linked: "3")
        #expect(text.contains("For item 5 to be linked instead, it would need more than 90 %; it has 6 %."))
    }

    @Test("says what an unlinked thread lacks, and how much")
    func unlinked() {
        let text = Self.explain([Self.candidate("3", [(.words, 280)])], linked: nil)
        #expect(text.contains("The best, item 3, is 28 %: \((Linker.threshold - 280) / 10) points short"))
        #expect(
            text.contains(
                "What it lacks: the item's address, a reference, the item's number and a name of its places or schemes."
            ))
        #expect(text.contains("would have brought it to 90 %") || text.contains("would have brought it to 89 %"))
    }

    @Test(
        "has a sentence where nothing was found",
        arguments: [
            (nil, "Nothing of any item was found"), ("12", "The file says that it is about \u{201C}12\u{201D}"),
        ]
            as [(String?, String)])
    func nothing(_ declared: String?, _ start: String) {
        #expect(Self.explain([], linked: nil, declared: declared).hasPrefix(start))
    }

    @Test("does not call a declared link doubtful")
    func declared() {
        let text = Self.explain([Self.candidate("3", [(.declared, 1000)])], linked: "3")
        #expect(text.contains("The file itself names the item"))
        #expect(!text.contains("Without"))
    }
}
