import EarshotCore
import Testing

@Suite("A link is the same whatever comes in and in whatever order")
struct LinkStabilityTests {
    @Test("the order of the threads changes no thread's link")
    func orderOfThreads() {
        let threads = LinkFixture.conversation.map(\.thread)
        let links = LinkFixture.links(threads)
        for turn in 1..<threads.count {
            let turned = Array(threads[turn...] + threads[..<turn])
            let again = LinkFixture.links(turned)
            #expect(again.map(\.thread) == turned.map(\.id))
            for link in again { #expect(links.contains(link)) }
        }
        #expect(LinkFixture.links(threads.reversed()) == links.reversed())
    }

    @Test("another linker made from the same agenda says the same")
    func determinism() {
        let threads = LinkFixture.conversation.map(\.thread)
        let other = Linker(meeting: LinkFixture.meeting, items: LinkFixture.items)
        #expect(other.links(for: threads.map(other.profile)) == LinkFixture.links(threads))
    }

    static let hostile: [String] = [
        "", " ", "'", "''''", "🙂", "👩‍👩‍👧‍👦🏳️‍🌈", "@", "#", "#7", "#_", "//--//", "26/", "/FUL", "item", "https://",
        "www.", "(QZX", "ß", "\u{0}", "مرحبا", "דרך", "'s", "road", "Road Road Road", "é'é", "1/1/1/1/1/1/1/1",
        "\u{FFFD}",
    ]

    @Test("hostile text is read without a link or a crash", arguments: hostile)
    func hostileText(_ text: String) {
        #expect(
            LinkFixture.link(LinkFixture.thread(text, [text, text + text], url: text, declared: text)).linked == nil)
        let item = LinkFixture.item(3, text, text, url: text, documents: [.init(title: text, url: text)])
        let linker = Linker(meeting: Meeting(id: .init(text), body: text, wards: [text]), items: [item], names: [text])
        #expect(linker.links(for: [linker.profile(LinkFixture.thread("curry", ["and rice"]))])[0].linked == nil)
    }

    @Test(
        "a megabyte of one thing is read in part, and quickly",
        arguments: ["a", "7", "1/", "A", "Mill ", "@a ", "🙂", "(A) "])
    func longText(_ piece: String) {
        let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
        #expect(LinkFixture.link(LinkFixture.thread(text, [text, text])).candidates.count <= 3)
    }

    @Test("no threads give no links, and no items give no candidates")
    func nothing() {
        #expect(LinkFixture.links([]).isEmpty)
        let linker = Linker(meeting: LinkFixture.meeting, items: [])
        let link = linker.links(for: [linker.profile(LinkFixture.thread("Mill Road"))])[0]
        #expect(link.linked == nil && link.candidates.isEmpty)
    }

    @Test("a handle never stands in a reason, nor does a name that only the threads use")
    func noPeople() {
        let threads = (0..<6).map { number in
            LinkFixture.thread(
                "Library Monday closing",
                [
                    "@maxine.holt says Maxine Holt wants the library open on Mondays, thermostat or not",
                    "well said Maxine",
                ],
                id: "t\(number)")
        }
        let reasons = LinkFixture.links(threads).flatMap(\.candidates).flatMap(\.reasons).map(\.text)
        #expect(reasons.contains { $0.contains("thermostat") })
        #expect(!reasons.contains { $0.lowercased().contains("maxine") || $0.lowercased().contains("holt") })
    }

    @Test("sure threads lend their words to a thread that shares none with the item")
    func feedback() throws {
        let lender = LinkFixture.thread(
            "Acacia Road Library", ["storytime and the knitting circle meet there on Mondays"], id: "lender")
        let borrower = LinkFixture.thread("", ["what about storytime and the knitting circle"], id: "borrower")
        let alone = LinkFixture.link(borrower)
        let together = LinkFixture.links([lender, borrower])[1]
        #expect(alone.candidates.isEmpty)
        let reason = try #require(together.candidates.first?.reasons.first)
        #expect(together.candidates.first?.item.rawValue == "AI903")
        #expect(reason.kind == .feedback)
        #expect(reason.text.hasPrefix("words shared with other threads linked here: "))
    }

    @Test("a long thread is read evenly, so that what is said throughout is found")
    func longThread() {
        let texts = (0..<5000).map { $0 % 3 == 0 ? "Riverside Park number \($0)" : "nothing to add" }
        #expect(LinkFixture.link(LinkFixture.thread("", texts)).linked?.rawValue == "AI907")
    }
}
