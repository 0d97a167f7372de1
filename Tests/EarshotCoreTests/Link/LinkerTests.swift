import EarshotCore
import Testing

@Suite("Linking a thread to an agenda item")
struct LinkerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var thread: LinkThread
        var item: Int?
        var kind: LinkReason.Kind?
        var reason = ""
        var testDescription: String { "\(thread.title) \(thread.texts.joined(separator: " "))" }
    }

    static let keys: [Case] = [
        Case(
            thread: LinkFixture.thread("x", declared: "AI906"), item: 6, kind: .declared,
            reason: "the file names this item"),
        Case(thread: LinkFixture.thread("x", declared: "7"), item: 7, kind: .declared),
        Case(thread: LinkFixture.thread("x", declared: "item 7."), item: 7, kind: .declared),
        Case(thread: LinkFixture.thread("x", declared: "riverside park PLAYGROUND"), item: 7, kind: .declared),
        Case(
            thread: LinkFixture.thread(
                "look", ["http://www.democracy.DerwentVale.gov.uk/ieIssueDetails.aspx?PlanId=0&IId=900&fbclid=#AI903"]),
            item: 3, kind: .url, reason: "the thread links to this item's page"),
        Case(
            thread: LinkFixture.thread("look", ["(https://democracy.derwentvale.gov.uk/documents/s55/visitors.pdf)"]),
            item: 3, kind: .url, reason: "the thread links to this item's document “Visitor counts”"),
        Case(
            thread: LinkFixture.thread(
                "", url: "https://democracy.derwentvale.gov.uk/ieIssueDetails.aspx?IId=900&PlanId=0"),
            item: 3, kind: .url),
        Case(
            thread: LinkFixture.thread("", ["see 26/01234/ful"]), item: 4, kind: .reference,
            reason: "both cite 26/01234/FUL"),
        Case(thread: LinkFixture.thread("", ["see 26 01234 FUL"]), item: 4, kind: .reference),
        Case(thread: LinkFixture.thread("", ["ref DC-26/01234, no."]), item: 4, kind: .reference),
        Case(thread: LinkFixture.thread("", ["26/01234 is awful"]), item: 4, kind: .reference),
        Case(
            thread: LinkFixture.thread("", ["read cab/117/b"]), item: 4, kind: .reference, reason: "both cite CAB/117/B"
        ),
        Case(
            thread: LinkFixture.thread("Agenda item 6"), item: 6, kind: .number,
            reason: "the thread speaks of agenda item 6"),
        Case(
            thread: LinkFixture.thread("Environment Panel tonight", ["is item no. 6 on?"]), item: 6, kind: .number),
        Case(
            thread: LinkFixture.thread("acacia rd library"), item: 3, kind: .name,
            reason: "both name Acacia Road Library"),
        Case(
            thread: LinkFixture.thread("", ["Riverside Park again"]), item: 7, kind: .name,
            reason: "both name Riverside Park"),
        Case(thread: LinkFixture.thread("Mill Ln"), item: 4, kind: .name, reason: "both name Mill Lane"),
        Case(thread: LinkFixture.thread("mill road"), item: 5, kind: .name, reason: "both name Mill Road"),
        Case(
            thread: LinkFixture.thread("the cpz"), item: 5, kind: .name,
            reason: "both name controlled parking zone (CPZ)"),
        Case(
            thread: LinkFixture.thread("#RiversidePark", ["swings and a fence for children"]), item: 7, kind: .words),
        Case(
            thread: LinkFixture.thread("", ["refuse rounds every three weeks, food waste and recycling"]), item: 6,
            kind: .words, reason: "words in common: "),
    ]

    @Test("each signal finds its item and says why", arguments: keys)
    func signal(_ example: Case) throws {
        let link = LinkFixture.link(example.thread)
        #expect(link.linked?.rawValue == example.item.map { "AI90\($0)" })
        let reasons = try #require(link.candidates.first).reasons
        #expect(reasons.contains { $0.kind == example.kind && $0.text.hasPrefix(example.reason) }, "\(reasons)")
    }

    @Test(
        "what only looks like a key links nothing",
        arguments: [
            "34/2", "25/11/2026", "in 2026/27", "item 6", "item 6 on the menu", "01234 567890",
            "26/01234/OUT", "the mill", "a lane and a road", "https://democracy.derwentvale.gov.uk/",
            "https://democracy.derwentvale.gov.uk/ieIssueDetails.aspx?IId=900&PlanId=0#AI777",
            "https://democracy.derwentvale.gov.uk/s56.pdf", "Larch House on Fell Street", "Brackenside",
        ])
    func noKey(_ text: String) {
        #expect(
            LinkFixture.link(LinkFixture.thread("", [text, "what a lovely evening it was", "indeed"])).linked == nil)
    }

    @Test(
        "procedural, restricted and left-out items are never suggested",
        arguments: [
            LinkFixture.thread("Apologies for absence"), LinkFixture.thread("Sale of Station Yard to a developer"),
            LinkFixture.thread("Station Yard disposal", ["land sale"]),
            LinkFixture.thread("Grants for village hall roofs"),
            LinkFixture.thread("x", declared: "AI908"), LinkFixture.thread("x", declared: "1"),
            LinkFixture.thread("x", declared: "Grants to village halls"), LinkFixture.thread("agenda item 8"),
        ])
    func neverLinked(_ thread: LinkThread) {
        let link = LinkFixture.link(thread)
        let allowed = ["AI903", "AI904", "AI905", "AI906", "AI907"]
        #expect(link.candidates.allSatisfy { allowed.contains($0.item.rawValue) })
        #expect(link.linked == nil)
    }

    @Test("a file that names an item which nothing may be linked to gets no other item either")
    func declaredUnlinkable() {
        let link = LinkFixture.link(LinkFixture.thread("Acacia Road Library", declared: "AI908"))
        #expect(link.linked == nil && link.candidates.isEmpty)
    }

    @Test("a conversation is sorted out, and talk about other things is about no item")
    func conversation() {
        let links = LinkFixture.links(LinkFixture.conversation.map(\.thread))
        for (link, expected) in zip(links, LinkFixture.conversation) {
            #expect(link.linked?.rawValue == expected.item.map { "AI90\($0)" }, "\(link)")
        }
    }

    @Test("two streets of like names are kept apart, and a thread that names both is split between them")
    func twoStreets() throws {
        #expect(LinkFixture.link(LinkFixture.thread("Mill Road")).linked?.rawValue == "AI905")
        #expect(LinkFixture.link(LinkFixture.thread("Mill Lane")).linked?.rawValue == "AI904")
        let both = LinkFixture.link(LinkFixture.thread("Mill Road and Mill Lane"))
        #expect(Set(both.candidates.prefix(2).map(\.item.rawValue)) == ["AI904", "AI905"])
        let first = try #require(both.candidates.first)
        #expect(first.confidence < 800)
    }

    @Test("a name in a longer name belongs to the item that means the longer one")
    func longerName() {
        let linker = Linker(
            meeting: LinkFixture.meeting,
            items: [
                LinkFixture.item(3, "Acacia Road Library: Monday closing"),
                LinkFixture.item(4, "Acacia Road zebra crossing"),
            ])
        func item(_ title: String) -> String? {
            linker.links(for: [linker.profile(LinkFixture.thread(title))])[0].linked?.rawValue
        }
        #expect(item("Acacia Road Library") == "AI903")
        #expect(item("crossing on Acacia Road") == "AI904")
    }

    @Test("a rejected item is not suggested again, and the next one may be")
    func rejected() {
        let thread = LinkFixture.thread("Mill Road and Mill Lane")
        let before = LinkFixture.link(thread)
        let after = LinkFixture.link(thread, rejected: [.init("AI905")])
        #expect(before.candidates.contains { $0.item.rawValue == "AI905" })
        #expect(!after.candidates.contains { $0.item.rawValue == "AI905" })
        #expect(after.linked?.rawValue == "AI904")
        let declared = LinkFixture.thread("Mill Lane", declared: "AI906")
        #expect(LinkFixture.link(declared, rejected: [.init("AI906")]).linked?.rawValue == "AI904")
    }

    @Test("reasons carry the whole confidence, candidates are at most three, best first, and share at most 1000")
    func weights() {
        for link in LinkFixture.links(LinkFixture.conversation.map(\.thread)) {
            #expect(link.candidates.count <= 3)
            #expect(link.candidates.reduce(0) { $0 + $1.confidence } <= 1000)
            #expect(link.candidates.map(\.confidence) == link.candidates.map(\.confidence).sorted(by: >))
            for candidate in link.candidates {
                #expect(candidate.reasons.reduce(0) { $0 + $1.weight } == candidate.confidence)
                #expect(candidate.reasons.allSatisfy { $0.weight > 0 && !$0.text.hasSuffix(": ") })
            }
        }
    }
}
