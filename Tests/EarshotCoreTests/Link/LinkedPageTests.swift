import EarshotCore
import Testing

@Suite("The page that a thread is about")
struct LinkedPageTests {
    private static let page = "https://democracy.derwentvale.gov.uk/ieIssueDetails.aspx?IId=900&PlanId=0"

    private func link(_ linked: String?, _ title: String = "Have you seen this?") -> ThreadLink {
        LinkFixture.link(LinkThread(id: .init("t"), title: title, linkedURL: linked, texts: ["What do you think?"]))
    }

    @Test("is evidence as an address in the text is", arguments: [page, "http://www." + page.dropFirst(8) + "#AI903"])
    func isEvidence(_ address: String) {
        let found = link(address)
        #expect(found.linked == .init("AI903"))
        #expect(found.candidates.first?.reasons.first?.kind == .url)
        let written = LinkFixture.link(LinkFixture.thread("Have you seen this?", [address]))
        #expect(found.candidates.first?.confidence == written.candidates.first?.confidence)
    }

    @Test(
        "that is no item's, or is no address, says nothing",
        arguments: ["https://news.example/library", "", "nonsense"])
    func saysNothing(_ address: String) {
        #expect(link(address) == link(nil))
        #expect(link(address).linked == nil)
    }
}
