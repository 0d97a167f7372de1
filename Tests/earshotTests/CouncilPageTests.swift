import Foundation
import Testing

@Suite("What a council and its officers add to a page")
struct CouncilPageTests {
    private let work: Workspace

    init() throws {
        work = try Workspace()
        try work.makeMeeting("Agendas/small", threads: ["a.csv": smallThread])
        try work.write(#"<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9"/></svg>"#, to: "Agendas/crest.svg")
    }

    private func council(_ colour: String) throws {
        try work.write(
            """
            name: Derwent Vale Council
            colour: "\(colour)"
            crest: crest.svg
            contact: Democratic services, 01632 960001
            privacy_notice: https://derwentvale.example/privacy
            """, to: "Agendas/council.yaml")
    }

    @Test("the page carries name, colour, crest, contact, notice and notes, and still asks nothing of any server")
    func page() throws {
        try council("#1D3D6B")
        try work.write(
            "note: Read on 20 November.\nnotes:\n  2: The figures <are> checked.\n", to: "Agendas/small/meeting.yaml")
        let outcome = try earshot(["brief", "Agendas/small"], in: work.url)
        #expect(outcome.code == 0 && !outcome.err.contains("plays no part"), "\(outcome.err)")
        let page = try work.text("Exports/small/index.html")
        for part in [
            "Derwent Vale Council", "#1d3d6b", "src=\"data:image/svg+xml;base64,", "Democratic services, 01632 960001",
            "href=\"https://derwentvale.example/privacy\"", "Read on 20 November.", "The figures &lt;are&gt; checked.",
            "img-src data:;",
        ] { #expect(page.contains(part), "\(part)") }
        #expect(page.matches(of: /style-src (&#39;sha256-[^;]+&#39; ?){2};/).count == 1)
        #expect(!page.contains("src=\"http"))
    }

    @Test("without council.yaml there is no crest, and the policy lets no picture in")
    func plain() throws {
        #expect(try earshot(["brief", "Agendas/small"], in: work.url).code == 0)
        let page = try work.text("Exports/small/index.html")
        #expect(!page.contains("<img") && !page.contains("img-src"))
    }

    @Test("a colour that is too pale stops the run and says why; the pack before it stands")
    func pale() throws {
        #expect(try earshot(["brief", "Agendas/small"], in: work.url).code == 0)
        let before = try work.text("Exports/small/index.html")
        try council("#ffd700")
        let outcome = try earshot(["brief", "Agendas/small"], in: work.url)
        #expect(outcome.code == 2)
        #expect(outcome.err.contains("council.yaml:2") && outcome.err.contains("1.4 to 1"), "\(outcome.err)")
        #expect(try work.text("Exports/small/index.html") == before)
    }

    @Test("meeting.yaml says how to quote before council.yaml does, and an option before both")
    func quotes() throws {
        let text =
            "thread_id,thread_title,comment_id,author,posted_at,text\nT1,Harrow Lane Library,c1,ann,"
            + "2026-11-18T10:00:00Z,I object to closing Harrow Lane Library on Mondays because of the homework club\n"
        try work.write(text, to: "Agendas/small/threads/a.csv")
        func policy(_ options: [String] = []) throws -> String {
            #expect(try earshot(["brief", "Agendas/small"] + options, in: work.url).code == 0)
            let pack = try JSONSerialization.jsonObject(with: Data(work.text("Exports/small/pack.json").utf8))
            let edition = (pack as? [String: Any])?["edition"] as? [String: Any]
            return edition?["quotes"] as? String ?? ""
        }
        #expect(try policy() == "verbatim")
        try work.write("quotes: none\n", to: "Agendas/council.yaml")
        #expect(try policy() == "none")
        try work.write("quotes: short\n", to: "Agendas/small/meeting.yaml")
        #expect(try policy() == "short")
        #expect(try policy(["--quotes", "verbatim"]) == "verbatim")
    }
}
