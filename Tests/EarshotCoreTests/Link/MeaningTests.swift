import EarshotEncoder
import Testing

@testable import EarshotCore

@Suite("Comparing threads and items by meaning")
struct MeaningTests {
    private static let encoder = SentenceEncoder()

    private static func links(
        _ threads: [LinkThread], _ mode: MeaningMode = .auto,
        verdicts: [DiscussionThread.ID: LinkVerdict] = [:]
    ) -> [ThreadLink] {
        let linker = LinkFixture.linker
        let round = linker.round(for: threads.map(linker.profile), verdicts: verdicts, meaning: mode)
        let vectors = zip(round.wanted, encoder.vectors(of: round.wanted))
        return round.links(Dictionary(vectors.map { ($0, $1) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Says what the items say in other words.
    private static let others: [(thread: LinkThread, item: String)] = [
        (
            LinkFixture.thread(
                "", ["Parking outside my own home should be free"], id: "cars"), "AI905"
        ),
        (
            LinkFixture.thread(
                "", ["My rubbish already overflows, collecting the wheelie only once in twenty-one days is madness"],
                id: "rubbish"), "AI906"
        ),
        (
            LinkFixture.thread("", ["The kids need somewhere safe to climb and slide near the river"], id: "slides"),
            "AI907"
        ),
    ]

    @Test("what is said in other words is found by meaning, and not without it", arguments: others)
    func otherWords(_ thread: LinkThread, _ item: String) throws {
        let link = Self.links([thread])[0]
        #expect(link.linked?.rawValue == item)
        let candidate = try #require(link.candidates.first)
        let reason = try #require(candidate.reasons.first { $0.kind == .meaning })
        #expect(reason.passage == .init(comment: 0, text: thread.texts[0]))
        #expect(candidate.reasons.reduce(0) { $0 + $1.weight } == candidate.confidence)
        #expect(Self.links([thread], .off)[0].linked == nil)
    }

    @Test("what is about no item is left alone", arguments: MeaningMode.allCases)
    func noItem(_ mode: MeaningMode) {
        let thread = LinkFixture.thread("", ["Has anybody seen a ginger cat? It ran off when the fireworks began."])
        let link = Self.links([thread], mode)[0]
        #expect(link.linked == nil)
        #expect(link.noItemConfidence >= 700)
    }

    @Test("only threads in doubt are read, unless all or none shall be")
    func doubt() {
        let sure = LinkFixture.thread("26/01234/FUL", ["The plans for Mill Lane are out"], id: "sure")
        let declared = LinkFixture.thread("", ["Anything"], id: "declared", declared: "7")
        let doubtful = Self.others[0].thread
        let linker = LinkFixture.linker
        let profiles = [sure, declared, doubtful].map(linker.profile)
        func wanted(_ mode: MeaningMode) -> Set<String> { Set(linker.round(for: profiles, meaning: mode).wanted) }
        #expect(wanted(.off).isEmpty)
        #expect(wanted(.auto).isSuperset(of: doubtful.texts) && wanted(.auto).isDisjoint(with: sure.texts))
        #expect(
            wanted(.all).isSuperset(of: doubtful.texts + sure.texts) && wanted(.all).isDisjoint(with: declared.texts))
        #expect(linker.round(for: [profiles[0]], meaning: .auto).wanted.isEmpty)
    }

    @Test("a rejected thread pushes like threads away, a confirmed one draws them, and only these")
    func lessons() {
        let taught = LinkFixture.thread(
            "", ["The bench by the pond is rotten and the ducks are everywhere, they scare the toddlers"], id: "taught")
        let like = LinkFixture.thread(
            "", ["Those ducks at the pond frighten my toddler and the bench is rotten through"], id: "like")
        func confidence(_ verdict: LinkVerdict?) -> Int {
            let verdicts = verdict.map { [taught.id: $0] } ?? [:]
            return Self.links([taught, like], verdicts: verdicts)[1].candidates
                .first { $0.item.rawValue == "AI907" }?.confidence ?? 0
        }
        let plain = confidence(nil)
        #expect(confidence(.attached(.init("AI907"))) > plain + 200)
        #expect(confidence(.rejected([.init("AI907")])) < plain || plain == 0)
        #expect(confidence(LinkVerdict.none) == plain)
    }

    @Test("the order of the threads changes nothing")
    func order() {
        let threads = Self.others.map(\.thread) + LinkFixture.conversation.map(\.thread)
        let forwards = Self.links(threads, .all).sorted { $0.thread.rawValue < $1.thread.rawValue }
        let backwards = Self.links(threads.reversed(), .all).sorted { $0.thread.rawValue < $1.thread.rawValue }
        #expect(forwards == backwards)
    }

    @Test("of a long thread a bounded part is read, spread over it and cut between words")
    func bounded() {
        let texts = (0..<100).map { "comment \($0) " + String(repeating: "wörter ", count: 200) }
        let telling = TellingTexts.of(LinkFixture.thread("A title", texts))
        #expect(telling.map(\.comment) == [nil, 0, 12, 25, 37, 50, 62, 75, 87])
        #expect(telling.reduce(0) { $0 + $1.text.utf8.count } <= TellingTexts.byteLimit)
        #expect(telling.allSatisfy { $0.comment == nil || $0.text.hasSuffix("wörter") })
        #expect(
            TellingTexts.of(LinkFixture.thread("", ["short", String(repeating: "long ", count: 400)])).map(
                \.text.utf8.count)[0] == 5)
    }

    @Test(
        "a text is cut at a blank, or within a word between characters",
        arguments: [("one two three", 8, "one two"), ("ééé", 3, "é"), ("short", 10, "short"), ("", 3, "")])
    func cut(_ text: String, _ limit: Int, _ expected: String) {
        #expect(TellingTexts.beginning(of: text, bytes: limit) == expected)
    }
}
