import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Agenda pages")
struct AgendaPagesTests {
    private static func items(_ page: String) throws -> [String] {
        let folder = try ScratchFolder()
        let found = try AgendaSnapshot(of: try folder.write(page, as: "agenda.html"))
        return found.items?.map { "\($0.number ?? "-") \($0.title)" } ?? found.diagnostics ?? []
    }

    @Test(
        "the numbers of a page of no known system are read however it prints them",
        arguments: [
            ("<p>1. Trees</p><p>2. Lamps</p>", ["1 Trees", "2 Lamps"]),
            ("<p>Item 1 - Trees</p><p>Agenda item 2: Lamps</p>", ["1 Trees", "2 Lamps"]),
            ("<p>1) Trees</p><p>2) Lamps</p>", ["1 Trees", "2 Lamps"]),
            ("<p>(1) Trees</p><p>(2) Lamps</p>", ["1 Trees", "2 Lamps"]),
            ("<p>5a. Trees</p><p>5b. Lamps</p>", ["5a Trees", "5b Lamps"]),
            ("<p>4.1 – Trees</p><p>4.2 – Lamps</p>", ["4.1 Trees", "4.2 Lamps"]),
            ("<ol start=7><li>Trees<li>Lamps</ol>", ["7 Trees", "8 Lamps"]),
            ("<ol><li>Trees<li value=4>Lamps</ol>", ["1 Trees", "4 Lamps"]),
            ("<ul><li>1. Trees<li>2. Lamps</ul>", ["1 Trees", "2 Lamps"]),
            ("<table><tr><td>1<td>Trees</table><table><tr><td>2<td>Lamps</table>", ["1 Trees", "2 Lamps"]),
            (
                "<table><tr><td>(1)<td>26-0101<td>Trees<tr><td>(2)<td>26-0102<td>Lamps</table>",
                ["1 26-0101 Trees", "2 26-0102 Lamps"]
            ),
            ("<h3>1 Trees</h3><ol><li>a<li>b<li>c</ol><h3>2 Lamps</h3>", ["1 Trees", "2 Lamps"]),
            ("<p>54. Trees</p><p>1. first</p><p>2. second</p><p>55. Lamps</p>", ["54 Trees", "55 Lamps"]),
            ("<nav><ol><li>x<li>y<li>z</ol></nav><ol><li>Trees<li>Lamps</ol>", ["1 Trees", "2 Lamps"]),
        ])
    func numbers(_ body: String, _ expected: [String]) throws {
        #expect(try Self.items("<!DOCTYPE html><html><title>Council</title><body>\(body)</body></html>") == expected)
    }

    @Test(
        "what is numbered on a page without being an agenda is no item",
        arguments: [
            "<p>5 – 7 Mill Lane is for sale.</p><p>6 – 9 Mill Lane is let.</p>",
            "<p>25 November 2026</p><p>26 November 2026</p>", "<p>7.30pm doors</p><p>8.30pm close</p>",
            "<table><tr><td>1<td>2<td>3<tr><td>8<td>9<td>10</table>", "<p>1. The only one</p>",
        ])
    func noNumbers(_ body: String) throws {
        let found = try Self.items("<!DOCTYPE html><html><title>Council</title><body>\(body)</body></html>")
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("error: agenda.html: No agenda items found: the page holds no numbered list") == true
        )
        #expect(found.first?.contains("CSV agenda template") == true)
    }

    @Test(
        "a saved discussion is never taken for an agenda",
        arguments: [
            "<div itemscope itemtype=\"https://schema.org/DiscussionForumPosting\">",
            "<script type=\"application/ld+json\">{\"@type\":\"DiscussionForumPosting\"}</script>",
            "<div itemtype=\"http://schema.org/UserComments\">",
        ])
    func discussion(_ mark: String) throws {
        let page = "<!DOCTYPE html><html><body>\(mark)<ol><li>First<li>Second<li>Third</ol></body></html>"
        let head = FileHead(bytes: Array(page.utf8))
        #expect(AgendaImporters.recognised(head) == nil)
        #expect(AgendaImporters.lastResort(for: head) == nil)
        let thrown = #expect(throws: Diagnostic.self) { try AgendaImporters.importer(for: head, path: "agenda.html") }
        #expect(thrown?.message == "This is a saved discussion, not an agenda")
    }

    @Test("a page with numbers is plainly no agenda, but may be read as one where nothing else knows it")
    func lastResort() {
        let head = FileHead(bytes: Array("<html><body><ol><li>Trees<li>Lamps</ol></body></html>".utf8))
        #expect(AgendaImporters.recognised(head) == nil)
        #expect(AgendaImporters.lastResort(for: head)?.format.name == "agenda-page")
        #expect(AgendaImporters.marked.allSatisfy { !$0.recognises(head) })
    }

    private static let pages: Set = [
        "moderngov-service", "moderngov-page", "legistar-page", "escribe-page", "boarddocs-xml", "boarddocs-page",
    ]

    @Test("a page's format claims no file of another, and no other claims its pages", arguments: AgendaFixture.all)
    func noFalseClaims(_ fixture: AgendaFixture) throws {
        let head = try SourceFile(fixture.input).head()
        let claims = AgendaImporters.marked.filter { $0.recognises(head) }.map(\.format.name)
        if Self.pages.contains(fixture.importer) {
            #expect(claims == [fixture.importer])
        } else {
            #expect(Self.pages.isDisjoint(with: claims))
        }
    }

    @Test("pages and XML with pieces lost, doubled or exchanged are read or refused", arguments: AgendaFixture.all)
    func mutated(_ fixture: AgendaFixture) throws {
        let whole = try SourceFile(fixture.input).wholeBytes()
        guard whole.count > 8, whole.count < 1 << 20 else { return }
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("agenda")
        var seed: UInt64 = 20_261_123
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<12 {
            var bytes = whole
            for _ in 0..<4 {
                let from = next(bytes.count - 4)
                let to = min(bytes.count, from + 1 + next(64))
                switch next(3) {
                case 0: bytes.removeSubrange(from..<max(from + 1, min(to, bytes.count - 5)))
                case 1: bytes.insert(contentsOf: bytes[from..<to], at: next(bytes.count))
                default: bytes[from] = UInt8(next(256))
                }
                if bytes.count < 8 { break }
            }
            try Data(bytes).write(to: path)
            let found = try AgendaSnapshot(of: path)
            #expect(found.format == "none" || found.items?.isEmpty == false || found.diagnostics?.isEmpty == false)
        }
    }

    @Test(
        "a page of twenty thousand entries, rows or levels is read or refused",
        arguments: [
            String(repeating: "<li>Trees", count: 20_000), String(repeating: "<ol><li>1. Trees", count: 20_000),
            String(repeating: "<tr><td>1.<td>Trees", count: 20_000), String(repeating: "<p>1. Trees", count: 20_000),
            String(repeating: "<a href=x>1. Trees", count: 20_000), String(repeating: "<h2>1. Trees", count: 20_000),
        ])
    func large(_ body: String) throws {
        for wrapper in [
            "ol", "table class=rgMasterTable id=ContentPlaceHolder1_gridMain_ctl00", "div class='AgendaItem'",
        ] {
            let folder = try ScratchFolder()
            let file = try folder.write("<!DOCTYPE html><html><body><\(wrapper)>\(body)", as: "agenda.html")
            let found = try AgendaSnapshot(of: file)
            #expect(found.items?.isEmpty == false || found.diagnostics?.isEmpty == false)
        }
    }
}

/// Real pages of other systems, read where they lie; they are no part of the project.
@Suite(
    "Real pages of other systems",
    .enabled(
        if: RealAgendas.areHere, "The real pages are not here; set EARSHOT_REAL_DATA to the folder that holds them"))
struct AgendaOtherPagesTests {
    private static var folder: URL { RealAgendas.folder.deletingLastPathComponent() }

    @Test(
        "a list is refused by a sentence that says what it is",
        arguments: [
            ("legistar_html/events.html", "This is a list of meetings, not an agenda"),
            ("legistar_html/bills.html", "This is a list of matters, not an agenda"),
            ("boarddocs_xml/chi_teacherpension.xml", "This is a list of 28 meetings, not an agenda"),
            ("html_misc/minn_st_paul_ps_boardbook.html", "This is a list of meetings, not an agenda"),
            ("html_misc/DC001.html", "No agenda items found: the page holds no numbered list"),
            ("html_misc/chi_plan_commission_detail.html", "No agenda items found: the page holds no numbered list"),
            (
                "html_misc/chi_school_community_action_council.html",
                "No agenda items found: the page holds no numbered list"
            ),
            ("html_misc/chi_ssa_19_detail.html", "No agenda items found: the page holds no numbered list"),
            ("html_misc/il_liquor_control_detail.html", "No agenda items found: the page holds no numbered list"),
        ])
    func refused(_ name: String, _ message: String) throws {
        let found = try AgendaSnapshot(of: Self.folder.appendingPathComponent(name))
        #expect(found.items == nil)
        #expect(found.diagnostics?.first?.contains(message) == true)
    }

    @Test("a page that numbers its documents gives as many items as it prints numbers")
    func guessed() throws {
        let file = Self.folder.appendingPathComponent("html_misc/chi_housing_authority_notice.html")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let numbers = Set(text.matches(of: /Item (\d+)\s?-/).map { String($0.1) })
        let found = try AgendaSnapshot(of: file)
        #expect(numbers.count == 21)
        #expect(Set(found.items?.compactMap(\.number) ?? []) == numbers)
        #expect(found.diagnostics?.first?.contains("guessed") == true)
    }

    @Test("each of the meetings in a BoardDocs file, on its own, gives its categories and items")
    func boardDocs() throws {
        let file = Self.folder.appendingPathComponent("boarddocs_xml/chi_teacherpension.xml")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let meetings = text.components(separatedBy: "<meeting ").dropFirst()
        #expect(meetings.count == 28)
        let folder = try ScratchFolder()
        for meeting in meetings {
            let end = meeting.range(of: "</meeting>")?.upperBound ?? meeting.endIndex
            let one = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<meetings><meeting \(meeting[..<end])</meetings>"
            let count =
                one.components(separatedBy: "<item ").count + one.components(separatedBy: "<category ").count - 2
            let found = try AgendaSnapshot(of: try folder.write(one, as: "agenda.xml"))
            #expect(found.items?.count ?? 0 == count)
            #expect(found.start != nil)
        }
    }
}
