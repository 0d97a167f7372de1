@testable import EarshotCore
import Testing

@Suite("What a thread's context says of the items")
struct ContextTests {
    private static let meeting = Meeting(
        id: .init("m"), body: "Cabinet", start: LocalTime(year: 2026, month: 11, day: 25, hour: 18, minute: 30),
        wards: ["Brackenside", "Fell End"])
    private static let items = [
        LinkFixture.item(1, "Acacia Road Library: hours"), LinkFixture.item(2, "Cycling lanes on the ring road"),
        LinkFixture.item(3, "Drainage works", "The works lie in Fell End ward. Report FP/26/0412 refers."),
        LinkFixture.item(4, "Budget monitoring"), LinkFixture.item(5, "Refuse rounds"),
    ]

    private func thread(
        _ id: String, _ title: String = "", url: String? = nil, linked: String? = nil,
        _ context: ThreadContext = .init()
    ) -> LinkThread {
        LinkThread(id: .init(id), title: title, url: url, linkedURL: linked, context: context)
    }

    /// The evidence of the first thread's context; `sure` are the items of the others.
    private func evidence(
        _ threads: [LinkThread], sure: [Int?] = [], earlier: [EarlierLink] = [], barred: Set<Int> = []
    ) -> ContextEvidence {
        let items = Self.items
        let linker = Linker(meeting: Self.meeting, items: items)
        let profiles = threads.map(linker.profile)
        let keys = KeyBook(items: items, meeting: Self.meeting, areas: [])
        let book = ContextBook(items: items, meeting: Self.meeting, keys: keys, earlier: earlier)
        return ContextEvidence(
            book, profiles, thread: 0, neighbours: ThreadNeighbours(profiles), sure: [nil] + sure, barred: barred)
    }

    @Test(
        "a place's ward or topic speaks for the items that name it",
        arguments: [
            (ThreadContext(ward: "Fell End"), [2]), (ThreadContext(ward: "fell end ward"), [2]),
            (ThreadContext(ward: "Brackenside"), []), (ThreadContext(ward: "Nowhere"), []),
            (ThreadContext(topic: "Cyclists of the vale"), []), (ThreadContext(topic: "Cycle lanes, cycling"), [1]),
            (ThreadContext(topic: "Everything in town, news"), []), (ThreadContext(topic: "Libraries"), [0]),
            (ThreadContext(ward: "Fell End", topic: "library friends"), [0, 2]),
        ])
    func place(_ context: ThreadContext, _ expected: [Int]) {
        let found = evidence([thread("a", context)])
        #expect(found.items == expected)
        #expect(found.items.allSatisfy { item in found.of(item).allSatisfy { $0.kind == .context } })
    }

    private func thread(_ id: String, _ context: ThreadContext) -> LinkThread { thread(id, "", context) }

    @Test("a thread that answers, shares a page or has the title of a sure one takes after it")
    func neighbours() {
        let page = "https://www.reddit.com/r/vale/comments/abc/"
        let article = "https://courier.example/news/77"
        let cases: [(LinkThread, LinkThread, Bool)] = [
            (thread("a", linked: "http://reddit.com/r/vale/comments/abc?utm_source=x"), thread("b", url: page), true),
            (thread("a", url: page), thread("b", linked: page), true),
            (thread("a", linked: article), thread("b", linked: article + "#comments"), false),
            (thread("a", linked: article), thread("b", linked: article + "/"), true),
            (thread("a", "Re: Who wants the library shut?"), thread("b", "Who wants the library shut"), true),
            (thread("a", "Parking again"), thread("b", "Parking again"), false),
            (thread("a", linked: page), thread("b", linked: article), false),
        ]
        for (one, other, isBound) in cases {
            #expect(evidence([one, other], sure: [0]).items == (isBound ? [0] : []), "\(one) \(other)")
            #expect(evidence([one, other], sure: [nil]).items.isEmpty)
            #expect(evidence([one, other], sure: [0], barred: [0]).items.isEmpty)
        }
    }

    @Test("an earlier meeting's link to an item of the same title or reference is remembered, a person's most")
    func earlier() throws {
        func link(_ item: String, _ id: String = "a", title: String = "", decided: Bool) -> EarlierLink {
            EarlierLink(
                thread: .init(id), title: title, url: nil, item: item,
                start: LocalTime(secondsFromEpoch: 1_791_763_200), isDecided: decided)
        }
        let linked = evidence([thread("a")], earlier: [link("Acacia Road library – hours", decided: false)])
        let decided = evidence([thread("a")], earlier: [link("Acacia Road library – hours", decided: true)])
        let reason = try #require(decided.of(0).first)
        #expect(reason.text == "a person linked it to “Acacia Road library – hours” at the meeting of 12 October 2026")
        #expect(try #require(linked.of(0).first).strength < reason.strength)
        #expect(evidence([thread("a")], earlier: [link("Drains (FP/26/0412)", decided: true)]).items == [2])
        #expect(evidence([thread("a")], earlier: [link("Something else", decided: true)]).items.isEmpty)
        let title = "Library hours are a joke"
        #expect(
            evidence([thread("z", title)], earlier: [link(Self.items[0].title, title: title, decided: true)]).items == [
                0
            ])
        #expect(evidence([thread("z")], earlier: [link(Self.items[0].title, decided: true)]).items.isEmpty)
    }

    @Test("context alone never reaches the threshold of a link, however much of it there is")
    func limit() {
        let context = ThreadContext(ward: "Fell End", topic: "drainage")
        let title = "Who will mend the drains"
        let found = evidence(
            [thread("a", title, context), thread("b", title)], sure: [2],
            earlier: [
                EarlierLink(
                    thread: .init("a"), title: title, url: nil, item: "Drainage works",
                    start: LocalTime(secondsFromEpoch: 0), isDecided: true)
            ])
        let candidate = EvidenceSum.candidate(.init("x"), found.of(2))
        #expect(candidate.confidence <= ContextEvidence.limit && ContextEvidence.limit < Linker.threshold)
        #expect(candidate.confidence > 150)
    }

    @Test(
        "old talk counts for less, undated and new talk in full, exact keys always in full",
        arguments: [(nil, 1000), (30, 1000), (-5, 1000), (200, 850), (400, 700), (4000, 700)] as [(Int64?, Int)])
    func age(_ days: Int64?, _ weight: Int) throws {
        let start = try #require(Self.meeting.start).secondsFromEpoch
        let found = evidence([thread("a", ThreadContext(lastPosted: days.map { start - $0 * 86400 }))])
        #expect(found.weight == weight)
        let words = Evidence(kind: .words, strength: 500, text: "")
        let address = Evidence(kind: .url, strength: 980, text: "")
        #expect(found.weighed([words, address]).map(\.strength) == [500 * weight / 1000, 980])
    }

    @Test("the order of threads and of earlier links changes nothing")
    func order() {
        let title = "Who wants the library shut?"
        let earlier = (0..<6).map { index in
            EarlierLink(
                thread: .init("t\(index % 2)"), title: title, url: nil, item: Self.items[index % 3].title,
                start: LocalTime(secondsFromEpoch: Int64(index) * 1_000_000), isDecided: index == 3)
        }
        let others = [thread("b", title), thread("c", title), thread("d", title)]
        let first = evidence([thread("t0", title)] + others, sure: [0, 1, nil], earlier: earlier)
        let second = evidence(
            [thread("t0", title)] + others.reversed(), sure: [nil, 1, 0], earlier: earlier.reversed())
        #expect(!first.items.isEmpty && first.items == second.items)
        for item in first.items { #expect(first.of(item) == second.of(item)) }
    }
}
