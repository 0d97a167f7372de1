import EarshotCore
import EarshotIO
import Testing

@Suite("The appendix of comments")
struct AppendixTests {
    private static let items = (1...3).map {
        AgendaItem(id: .init("item-\($0)"), position: $0, number: "\($0)", title: "Item \($0)")
    }

    private static let brief: Brief = {
        var brief = SampleBrief.plain
        brief.items = items.map { ItemBrief(item: $0) }
        brief.exclusions = [.init(reason: "abuse", count: 1), .init(reason: "off topic", count: 2)]
        return brief
    }()

    private static func row(
        _ thread: String, _ number: Int, item: Int?, excluded reason: String? = nil
    ) -> CommentRow {
        var row = CommentRow(
            thread: .init(thread), comment: .init("\(number)"), kind: .reply, text: "Words \(number)",
            status: reason == nil ? .included : .excluded, linkStatus: .suggested, sourceFile: "threads/a.csv")
        row.item = item.map { items[$0 - 1] }
        row.threadTitle = "Title of \(thread)"
        row.exclusionReason = reason ?? ""
        return row
    }

    private static func appendix(_ rows: [CommentRow], for audience: Audience = .councillors) -> Appendix {
        var collector = AppendixCollector(audience: audience)
        for row in rows { collector.add(row) }
        return Appendix(collector, brief: brief)
    }

    /// As many comments of each thread as given, all of item 1.
    private static func threads(_ sizes: [Int]) -> Appendix {
        appendix(
            sizes.enumerated().flatMap { thread, size in (0..<size).map { row("t\(thread)", $0, item: 1) } })
    }

    @Test("items stand in agenda order, talk about none last, threads in the order of the files")
    func order() {
        let rows = [
            Self.row("b", 1, item: 3), Self.row("a", 1, item: nil), Self.row("z", 1, item: 1),
            Self.row("a", 2, item: 1),
            Self.row("z", 2, item: 1),
        ]
        let sections = Self.appendix(rows).sections
        #expect(sections.map { $0.item?.id.rawValue } == ["item-1", "item-3", nil])
        #expect(sections[0].threads.map(\.title) == ["Title of z", "Title of a"])
        #expect(sections[0].threads.map { $0.comments.map(\.comment.rawValue) } == [["1", "2"], ["2"]])
        #expect(sections.map(\.count) == [3, 1, 1])
    }

    @Test("what was left out stands there for officers only, by reason; the public sees no comment at all")
    func excluded() {
        let rows = [
            Self.row("a", 1, item: 1), Self.row("a", 2, item: 1, excluded: "off topic"),
            Self.row("a", 3, item: 1, excluded: "abuse"), Self.row("a", 4, item: nil, excluded: "off topic"),
        ]
        #expect(Self.appendix(rows, for: .officers).excluded.map(\.comment.rawValue) == ["3", "2", "4"])
        #expect(Self.appendix(rows, for: .officers).excluded.map(\.exclusion) == ["abuse", "off topic", "off topic"])
        #expect(Self.appendix(rows).excluded.isEmpty && Self.appendix(rows).sections.count == 1)
        #expect(Self.appendix(rows, for: .public).isEmpty)
    }

    @Test("few comments stand in the pack's own page", arguments: [(0, true), (600, true), (601, false)])
    func inline(_ count: Int, _ expected: Bool) {
        #expect(Self.threads([count]).isInline == expected)
    }

    @Test(
        "a page has at most 2,000 comments; a thread is cut only where it is longer than a page",
        arguments: [
            ([700], [[700]]), ([1500, 500], [[1500, 500]]), ([1500, 501], [[1500], [501]]),
            ([2000, 1], [[2000], [1]]),
            ([1999, 5000, 3], [[1999], [2000], [2000], [1000, 3]]), ([1, 2001], [[1], [2000], [1]]),
        ] as [([Int], [[Int]])])
    func pages(_ sizes: [Int], _ expected: [[Int]]) {
        let pages = Self.threads(sizes).pages
        #expect(pages.map { $0.flatMap(\.threads).map(\.comments.count) } == expected)
        #expect(pages.map { $0.map(\.isContinued) } == pages.indices.map { [$0 > 0] })
    }

    @Test("cutting loses no comment and changes no order")
    func nothingLost() {
        let rows = (0..<4500).map { Self.row("t\($0 / 900)", $0, item: $0 % 900 < 300 ? 2 : nil) }
        let appendix = Self.appendix(rows)
        func ids(_ sections: [Appendix.Section]) -> [String] {
            sections.flatMap(\.threads).flatMap(\.comments).map(\.comment.rawValue)
        }
        #expect(ids(appendix.pages.flatMap { $0 }) == ids(appendix.sections))
        #expect(Set(ids(appendix.sections)).count == 4500)
    }

    @Test("of more than 50,000 comments none is kept, and memory stays flat")
    func tooLong() {
        var collector = AppendixCollector(audience: .officers)
        let (kept, left) = (Self.row("a", 1, item: 1), Self.row("a", 2, item: 1, excluded: "abuse"))
        for number in 0..<AppendixCollector.most { collector.add(number == 9 ? left : kept) }
        #expect(!collector.isTooLong && collector.included.count + collector.excluded.count == 50_000)
        collector.add(kept)
        collector.add(left)
        #expect(collector.isTooLong && collector.included.isEmpty && collector.excluded.isEmpty)
        let appendix = Appendix(collector, brief: Self.brief)
        #expect(!appendix.isEmpty && appendix.pages.isEmpty)
    }

    @Test("many comments get pages of their own, which SHA256SUMS knows and which lead to one another")
    func files() throws {
        let scratch = try Scratch()
        var export = try PackExport(folder: scratch.url, bom: false)
        for number in 0..<2400 { try export.write(comment: Self.row("t\(number / 400)", number, item: 1)) }
        var brief = Self.brief
        (brief.totals.read, brief.totals.included, brief.totals.excluded) = (2400, 2400, 0)
        let files = try export.finish(brief: brief).map(\.name)
        #expect(files.filter { $0.hasPrefix("comments-") } == ["comments-1.html", "comments-2.html"])
        let first = try #require(scratch.text("comments-1.html"))
        #expect(first.contains("href=\"comments-2.html\"") && !first.contains("href=\"comments-3.html\""))
        #expect(scratch.text("SHA256SUMS")?.contains("  comments-2.html\n") == true)
        let page = try #require(scratch.text("index.html"))
        #expect(page.contains("href=\"comments-2.html\"") && !page.contains("Words 17"))
        #expect(first.contains("Words 17") && PageScan(first).tags(named: "script").isEmpty)
    }
}
