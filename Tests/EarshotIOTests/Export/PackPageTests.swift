import EarshotCore
import EarshotIO
import Testing

@Suite("The page")
struct PackPageTests {
    private static let ids = PageScan(SampleBrief.plain).tags.compactMap { $0.attributes["id"] }

    /// The words of the section of the item at `position`.
    private static func section(_ position: Int, of brief: Brief) -> String {
        var html = HTMLWriter()
        PackPage.render(brief, into: &html)
        let text = String(decoding: html.bytes, as: UTF8.self)
        guard let start = text.firstRange(of: "<section class=\"item\" id=\"item-\(position)\">") else { return "" }
        let rest = text[start.lowerBound...]
        return PageScan(String(rest[..<(rest.firstRange(of: "</section>")?.upperBound ?? rest.endIndex)])).words
    }

    private static func glance(of brief: Brief) -> String {
        let words = PageScan(brief).words
        let start = words.firstRange(of: "Comments and positions by agenda item")?.upperBound ?? words.startIndex
        let end = words[start...].firstRange(of: "Position toward what the item proposes")?.lowerBound ?? words.endIndex
        return String(words[start..<end])
    }

    /// The sample with another list of items and counts that fit it.
    private static func brief(items: [ItemBrief]) -> Brief {
        var brief = SampleBrief.plain
        brief.items = items
        brief.totals.linkable = items.count { $0.item.isLinkable }
        brief.totals.itemsTalkedAbout = items.count { $0.counts.comments > 0 }
        return brief
    }

    private static func spoken(_ position: Int, comments: Int, title: String = "Report") -> ItemBrief {
        var item = ItemBrief(
            item: AgendaItem(
                id: .init("i\(position)"), position: position, number: "\(position)", title: "\(title) \(position)",
                text: "",
                url: nil, kind: .business))
        item.counts.comments = comments
        item.counts.texts = comments
        item.counts.people = comments
        item.positions.unclear = comments
        item.positionsByText.unclear = comments
        item.bases = [.none: comments]
        item.tones.neutral = comments
        item.places = [.init(place: "r/harwick", members: nil, ward: "", comments: comments)]
        item.days = [.init(day: "2026-11-09", comments: comments)]
        return item
    }

    @Test("has every item of the agenda in the table at a glance, in agenda order")
    func everyItem() {
        let brief = SampleBrief.plain
        let glance = Self.glance(of: brief).replacing("\u{A0}", with: " ")
        var rest = glance[...]
        for item in brief.items {
            let found = rest.firstRange(of: item.item.label)
            #expect(found != nil, "\(item.item.label)")
            if let found { rest = rest[found.upperBound...] }
        }
    }

    @Test("has a section for each item that is talked about, and for no other")
    func sections() {
        #expect(Self.ids.filter { $0.hasPrefix("item-") } == ["item-4", "item-5", "item-6"])
        let links = PageScan(SampleBrief.plain).tags(named: "a").compactMap { $0.attributes["href"] }
        #expect(links.filter { $0.hasPrefix("#item-") } == ["#item-4", "#item-5", "#item-6"])
        let targets = Set(links.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) })
        #expect(targets.subtracting(Self.ids) == [])
        #expect(Set(Self.ids).count == Self.ids.count)
    }

    @Test("says of a restricted item its label and that nothing is linked, whatever is linked to it")
    func restricted() throws {
        var brief = SampleBrief.plain
        let index = try #require(brief.items.firstIndex { $0.item.restricted })
        var spoken = try #require(brief.items.first { $0.counts.comments == 64 })
        spoken.item = brief.items[index].item
        spoken.quotes[0].text = "Words about the exempt report"
        spoken.keyphrases = [Keyphrase(text: "exempt words", comments: 9, people: 9, contrast: 50)]
        brief.items[index] = spoken
        let page = PageScan(brief)
        #expect(page.words.contains("Sale of land (exempt) – – Restricted: not linked"))
        for secret in ["Secret", "exempt report", "exempt words", "council.example/secret"] {
            #expect(!page.text.contains(secret))
        }
        #expect(page.tags.allSatisfy { $0.attributes["id"] != "item-8" })
    }

    @Test("says of a left-out and of a silent item why nothing stands there")
    func silent() {
        let glance = Self.glance(of: SampleBrief.plain).replacing("\u{A0}", with: " ")
        #expect(glance.contains("8 Staffing matters – – Left out by the officer: not linked"))
        #expect(
            glance.contains("6 Treasury management: half-year report 0 comments 0 people Nobody: no comments found"))
        #expect(glance.contains("1 Apologies for absence · 2 Declarations of interest – – Procedural: not linked"))
    }

    @Test("has each figure of a bar in words beside it, in one order")
    func figures() {
        let words = PageScan(SampleBrief.plain).words.replacing("\u{A0}", with: " ")
        #expect(words.contains("64 comments 49 people 7 support · 4 mixed · 16 unclear · 37 oppose"))
        let library = Self.section(4, of: SampleBrief.plain)
        #expect(library.contains("7 support 4 mixed 16 unclear 37 oppose"))
        #expect(
            library.contains(
                "Without copies: 7 support, 4 mixed, 16 unclear, 25 oppose, counting each copied text once."))
        #expect(library.contains("27 negative 22 neutral 10 positive 5 not scored (Polish 4, Welsh 1)"))
        #expect(library.contains("52 different texts; 12 comments copy another"))
        #expect(library.contains("49 people; 3 comments name no author; the busiest five wrote 19%"))
    }

    @Test("names the wards and places that are not heard, and not those that comments themselves name")
    func notHeard() throws {
        var brief = SampleBrief.plain
        #expect(Self.section(4, of: brief).contains("known to come from these wards: Quayside and Hillfoot."))
        brief.items[3].wardsHeard = ["quayside Ward"]
        #expect(Self.section(4, of: brief).contains("known to come from this ward: Hillfoot."))
        brief.items[3].wardsHeard = ["Hillfoot", "Quayside"]
        #expect(!Self.section(4, of: brief).contains("known to come from"))
        #expect(Self.section(4, of: brief).contains("Places read that say nothing on this item: Quayside Forum."))
    }

    @Test("accounts for every comment read")
    func account() {
        let words = PageScan(SampleBrief.plain).words
        #expect(words.contains("139 read = 134 included + 5 excluded; 1 record skipped."))
        #expect(words.contains("abuse : 3 comments") && words.contains("deleted by its author : 2 comments"))
        #expect(words.contains("Not a vote, not a consultation, and not formal representations."))
    }

    @Test("says so where nothing was read")
    func zeroComments() {
        var brief = SampleBrief.plain
        brief.items = brief.items.map { ItemBrief(item: $0.item) }
        brief.totals = Brief.Totals()
        brief.totals.linkable = 4
        (brief.offAgenda, brief.offAgendaKeyphrases, brief.exclusions, brief.skipped) = ([], [], [], [])
        let page = PageScan(brief)
        #expect(page.words.contains("No comment is counted in this pack."))
        #expect(page.words.contains("0 read = 0 included + 0 excluded."))
        #expect(page.words.contains("0 of 4 items open to comment talked about (0%)"))
        #expect(page.tags.allSatisfy { $0.attributes["id"]?.hasPrefix("item-") != true })
        #expect(!page.words.contains("fit no item"))
    }

    @Test("says so where the agenda is empty")
    func noItems() {
        #expect(PageScan(Self.brief(items: [])).words.contains("The agenda has no items."))
    }

    @Test("counts one of a thing in the singular")
    func singular() {
        let brief = Self.brief(items: [Self.spoken(1, comments: 1)])
        let section = Self.section(1, of: brief)
        #expect(section.contains("1 comment 1 different text 1 person 1 place Position"))
        #expect(section.contains("No comment gives a position."))
        #expect(section.replacing("\u{A0}", with: " ").contains("All on 9 November 2026."))
        #expect(PageScan(brief).words.contains("1 of 1 item open to comment talked about (100%)"))
        for wrong in ["1 comments", "1 people", "1 places", "1 texts"] { #expect(!section.contains(wrong)) }
    }

    @Test("holds sixty items, one section each")
    func sixtyItems() {
        let brief = Self.brief(items: (1...60).map { Self.spoken($0, comments: $0) })
        let page = PageScan(brief)
        let ids = page.tags.compactMap { $0.attributes["id"] }.filter { $0.hasPrefix("item-") }
        #expect(ids == (1...60).map { "item-\($0)" })
        #expect(page.words.contains("60 of 60 items open to comment talked about (100%)"))
    }

    @Test("says first of all that a meeting was cancelled")
    func cancelled() {
        var brief = SampleBrief.plain
        #expect(!PageScan(brief).words.contains("cancelled"))
        brief.meeting.status = .cancelled
        let words = PageScan(brief).words
        #expect(
            words.contains("This meeting was cancelled. The pack shows what had been collected for it. What this is."))
    }

    @Test(
        "says the date once, however the council writes its title",
        arguments: [
            ("Cabinet", "Cabinet", "What residents say online: Cabinet, Wednesday 25 November 2026"),
            ("Cabinet", "Cabinet, 25 November 2026", "What residents say online: Cabinet, Wednesday 25 November 2026"),
            ("", "Cabinet, 25 November 2026", "What residents say online: Cabinet, 25 November 2026"),
            ("Cabinet", "", "What residents say online: Cabinet, Wednesday 25 November 2026"),
        ])
    func title(_ body: String, _ title: String, _ expected: String) {
        var brief = SampleBrief.plain
        brief.meeting.body = body
        brief.meeting.title = title
        let words = PageScan(brief).words.replacing("\u{A0}", with: " ")
        #expect(words.contains("Briefing pack for councillors \(expected) 6.30 pm, Town Hall, Harwick"))
    }

    @Test("marks other languages' direction, closes what it opens, and runs no script")
    func wellFormed() {
        let page = PageScan(SampleBrief.plain)
        var open: [String] = []
        for tag in page.tags where !["!doctype", "meta"].contains(tag.name) {
            if tag.isEnd { #expect(open.popLast() == tag.name) } else { open.append(tag.name) }
        }
        #expect(open.isEmpty)
        #expect(page.tags(named: "script").isEmpty)
        #expect(page.tags(named: "html").first?.attributes["lang"] == "en-GB")
        let policy = page.tags(named: "meta").first { $0.attributes["http-equiv"] != nil }?.attributes["content"]
        #expect(policy?.hasPrefix("default-src 'none'; style-src 'sha256-") == true)
        // Four quotes, one more of a theme, a copied text, three that wait for a reader, the entry for background papers.
        #expect(page.tags(named: "blockquote").count == 10)
        #expect(page.text.contains("<p dir=\"auto\">يجب أن تبقى المكتبة مفتوحة يوم الاثنين.</p>"))
    }

    @Test("shows no heading level without the one above it")
    func headings() {
        var last = 0
        for tag in PageScan(SampleBrief.plain).tags where !tag.isEnd && ["h1", "h2", "h3", "h4"].contains(tag.name) {
            let level = Int(tag.name.dropFirst()) ?? 0
            #expect(level <= last + 1)
            last = level
        }
        #expect(last > 0)
    }

    @Test("draws every bar to its full width, with a part for each count")
    func bars() {
        let tags = PageScan(SampleBrief.plain).tags.filter { !$0.isEnd }
        var bars: [[Int]] = []
        var isBar = false
        for tag in tags {
            if tag.name == "svg" {
                isBar = ["bar", "bar tall"].contains(tag.attributes["class"])
                if isBar { bars.append([]) }
            } else if tag.name == "rect", isBar {
                bars[bars.count - 1].append(Int(tag.attributes["width"] ?? "") ?? 0)
            } else {
                isBar = false
            }
        }
        #expect(bars.count == 12)
        #expect(bars.allSatisfy { $0.reduce(0, +) == 300 && !$0.contains(0) })
        #expect(bars[0].count == 4 && bars[2].count == 2)
    }
}
