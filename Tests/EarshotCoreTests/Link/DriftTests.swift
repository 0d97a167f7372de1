import Testing

@testable import EarshotCore

@Suite("A thread that drifts")
struct DriftTests {
    private static let library = [
        "Acacia Road Library must stay open on Mondays", "closing the library saves so little a year",
        "my mother goes to the library on Mondays", "why close it on Mondays of all days",
        "the library at Acacia Road is always busy", "saving £38,000 by closing is nothing", "keep the library open",
    ]
    private static let bins = [
        "black bin collections every three weeks will stink", "three weeks with food waste in the bin, really",
        "our refuse is collected late as it is", "recycling collections should be weekly, food waste too",
        "what about the black bin in summer", "every three weeks is too long for refuse",
        "food waste and recycling rounds",
    ]
    private static let chat = ["quite right", "I agree with that", "well said", "so true", "hear hear", "thank you"]

    /// The library item's own page: whatever else is said, the thread is about it.
    private static let page = "https://democracy.derwentvale.gov.uk/ieIssueDetails.aspx?IId=900&PlanId=0#AI903"

    private struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var texts: [String]
        /// First and last comment and item number.
        var runs: [[Int]] = []
        var title = "Save our library"
        var answers: [Int: Int] = [:]
        var rejected: Set<AgendaItem.ID> = []
        var declared: String?
    }

    private static let cases = [
        Case(testDescription: "stays with its item", texts: library + library),
        Case(testDescription: "leaves for another", texts: library + bins, runs: [[7, 13, 6]]),
        Case(testDescription: "leaves and comes back", texts: library + bins + library, runs: [[7, 13, 6]]),
        Case(
            testDescription: "is about another item before it comes to its own", texts: bins + library + library,
            runs: [[0, 6, 6]]),
        Case(testDescription: "mentions another item once", texts: library + [bins[0]] + library),
        Case(
            testDescription: "mentions another item in three comments running",
            texts: library + bins.prefix(3) + library),
        Case(testDescription: "is too short to split", texts: Array(library.prefix(5) + bins.prefix(6))),
        Case(testDescription: "goes off to nothing in particular", texts: library + chat + chat),
        Case(
            testDescription: "may not go where a person said it doesn't belong", texts: library + bins,
            rejected: [.init("AI906")]),
        Case(testDescription: "is about the item that its file names", texts: library + bins, declared: "3"),
        Case(
            testDescription: "answers to the stretch stay with it", texts: library + bins + ["fair point"] + library,
            runs: [[7, 14, 6]], answers: [14: 12]),
        Case(
            testDescription: "an answer that turns to the thread's own item does not", texts: library + bins + library,
            runs: [[7, 13, 6]], answers: [14: 12]),
        Case(
            testDescription: "only names a street of another item in passing",
            texts: library + chat.enumerated().map { $0 < 2 ? "\($1), from Mill Road" : $1 }),
    ]

    @Test("is split where it plainly leaves, and nowhere else", arguments: cases)
    private func splits(_ example: Case) throws {
        let thread = LinkThread(
            id: .init("t"), title: example.title, url: Self.page, declaredItem: example.declared, texts: example.texts,
            answers: example.texts.indices.map { example.answers[$0] })
        let link = LinkFixture.link(thread, rejected: example.rejected)
        #expect(link.linked?.rawValue == "AI903")
        let runs = link.runs.map { [$0.first, $0.last, Int($0.candidate.item.rawValue.dropFirst(4)) ?? 0] }
        #expect(runs == example.runs, "\(link.runs)")
        for run in link.runs {
            #expect(!run.candidate.reasons.isEmpty)
            #expect(run.candidate.reasons.reduce(0) { $0 + $1.weight } == run.candidate.confidence)
        }
    }

    @Test("about no item may have a stretch about one")
    func unlinked() {
        let chat = [
            "Has anyone found a grey cat with a red collar near the station last night",
            "try the vet beside the butcher",
            "mine hid under a shed for a fortnight once, do not give up hope", "she is shy and answers to Mabel",
            "put a blanket outside, they follow their own scent home", "shared with my cousin who walks her dog there",
        ]
        let texts = chat + chat + chat + chat + Self.bins
        let profile = LinkFixture.linker.profile(LinkFixture.thread("Lost cat", texts))
        let items = LinkFixture.items.filter(\.isLinkable)
        let terms = items.map(ItemTerms.of)
        let finder = DriftFinder(
            items: items, terms: terms, stems: DriftStems(items: terms), keys: [], threads: [profile])
        let runs = finder.runs(of: profile, own: nil, barred: [])
        #expect(runs.map { [$0.first, $0.last] } == [[24, 30]])
        #expect(runs.first?.candidate.item.rawValue == "AI906")
    }

    @Test("of which a part was read: comments between two of a stretch, and after its last, belong to it")
    func sampled() {
        let texts = Self.library + Self.bins
        let thread = LinkThread(
            id: .init("t"), title: "Save our library", url: Self.page, texts: texts,
            positions: texts.indices.map { $0 * 10 },
            length: 147)
        #expect(LinkFixture.link(thread).runs.map { [$0.first, $0.last] } == [[70, 146]])
    }

    @Test("is split the same whatever the order of the threads")
    func order() {
        let drifting = LinkFixture.thread("Save our library", Self.library + Self.bins, id: "drifting", url: Self.page)
        let others = LinkFixture.conversation.map(\.thread)
        let first = LinkFixture.links([drifting] + others).first { $0.thread == drifting.id }
        let last = LinkFixture.links(others.reversed() + [drifting]).first { $0.thread == drifting.id }
        #expect(first?.runs.count == 1)
        #expect(first?.runs == last?.runs)
    }
}
