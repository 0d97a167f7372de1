import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("A supplement's page")
struct SupplementPageTests {
    private static func supplement(_ audience: Audience, _ dress: (String) -> String = { $0 }) -> Supplement {
        var brief = SampleBrief.plain
        brief.audience = audience
        let time = LocalTime(iso: "2026-11-23T09:30:00") ?? LocalTime(secondsFromEpoch: 0)
        let isPublic = audience == .public
        func change(_ before: Int?, _ now: Int) -> CountChange {
            isPublic
                ? CountChange(
                    before: before.map(PublicFigures.rounded), now: PublicFigures.rounded(now), isRounded: true)
                : CountChange(before: before, now: now)
        }
        var supplement = Supplement(
            brief: brief, number: 2, edition: 1, sealed: time, snapshot: "5a",
            base: .init(supplement: 1, sealed: time, sha256: "6b"),
            read: change(40, 52), included: change(38, 47), people: change(20, 25))
        var positions = PositionCounts()
        positions.oppose = 12
        var item = AgendaItem(id: .init("i5"), position: 5, number: "5", title: dress("Mill Lane car park"))
        item.url = dress("https://example.org/")
        var on = Supplement.ItemChange(
            item: item, comments: change(3, 12), people: change(3, 9), positionsBefore: PositionCounts(),
            positions: positions)
        (on.new, on.late, on.shown) = (9, 1, 400)
        let off = Supplement.ItemChange(
            item: nil, comments: change(7, 9), people: nil, positionsBefore: nil, positions: PositionCounts())
        supplement.items = [on, off]
        supplement.unchangedItems = 2
        supplement.agenda = [.init(kind: .renamed, label: dress("5 New"), labelBefore: dress("5 Old"))]
        supplement.threads = [
            .init(
                title: dress("Car park"), place: dress("r/harwick"), url: dress("https://example.org/t"), comments: 4,
                isNew: false, itemBefore: "", item: dress("5 Mill Lane"), statusBefore: "none", status: "attached")
        ]
        supplement.files = [.init(kind: .new, path: dress("threads/x.json"), sha256: "7c")]
        supplement.exclusions = [.init(reason: dress("abuse"), comments: change(1, 3))]
        supplement.changes = [.new: 10, .moved: 3]
        supplement.settings = Supplement.Setting.allCases
        supplement.deadlineBefore = time
        return supplement
    }

    private static func row(_ change: CommentChange, reason: String = "", _ dress: (String) -> String = { $0 })
        -> SupplementRow
    {
        var comment = CommentRow(
            thread: .init("t1"), comment: .init("c\(change.rawValue)"), kind: .reply,
            text: dress("Words of \(change.rawValue)"),
            status: reason.isEmpty ? .included : .excluded, linkStatus: .suggested, sourceFile: "threads/x.json")
        comment.item = AgendaItem(id: .init("i5"), position: 5, number: "5", title: "Mill Lane car park")
        comment.exclusionReason = dress(reason)
        comment.threadTitle = dress("Car park")
        comment.place = dress("r/harwick")
        comment.person = "Resident 1"
        return SupplementRow(comment: comment, change: change, isLate: reason == "late")
    }

    /// The files written, and the page.
    private static func written(
        _ audience: Audience, _ dress: (String) -> String = { $0 }
    ) throws -> (names: [String], page: PageScan, csv: String) {
        let scratch = try Scratch()
        var export = try SupplementExport(folder: scratch.url, audience: audience, bom: false)
        for change in CommentChange.allCases { try export.write(row(change, dress)) }
        try export.write(row(.new, reason: "late", dress))
        try export.write(row(.excluded, reason: "abuse", dress))
        let files = try export.finish(supplement(audience, dress))
        return (files.map(\.name), PageScan(scratch.text("index.html") ?? ""), scratch.text("comments.csv") ?? "")
    }

    @Test("has headings in order, tables with captions and scopes, and no script", arguments: Audience.allCases)
    func accessible(_ audience: Audience) throws {
        let page = try Self.written(audience).page
        var level = 0
        for tag in page.tags where !tag.isEnd && tag.name.count == 2 && tag.name.hasPrefix("h") && tag.name != "hr" {
            let own = Int(tag.name.dropFirst()) ?? 0
            #expect(own <= level + 1, "h\(level) is followed by \(tag.name)")
            level = own
        }
        #expect(page.tags(named: "h1").count == 1)
        #expect(page.tags(named: "table").count == page.tags(named: "caption").count)
        #expect(page.tags(named: "table").count >= 2)
        #expect(page.tags(named: "th").allSatisfy { ["row", "col"].contains($0.attributes["scope"]) })
        #expect(page.tags(named: "script").isEmpty && page.tags(named: "style").count == 1)
        let policy = page.tags(named: "meta").compactMap { $0.attributes["content"] }.filter {
            $0.contains("default-src 'none'")
        }
        #expect(policy.count == 1)
    }

    @Test("shows what a reader must see, counts the rest, and says where it is")
    func shown() throws {
        let (names, page, csv) = try Self.written(.councillors)
        #expect(names == ["SHA256SUMS", "comments.csv", "csv-metadata.json", "index.html"])
        for change in CommentChange.allCases {
            #expect(
                page.words.contains("Words of \(change.rawValue)") == change.isShown || change == .new
                    || change == .excluded)
            #expect(csv.contains("Words of \(change.rawValue)"))
        }
        #expect(page.words.contains("New, posted after the deadline: not counted"))
        #expect(page.words.contains("The words are not shown here. Excluded: abuse"))
        #expect(page.words.contains("and 392 more, all in comments.csv"), "8 of 400 are on the page")
        #expect(page.words.contains("Supplement 2 to edition 1, sealed 23 November 2026, 9.30 am"))
        #expect(page.words.contains("since supplement 1 to edition 1 was sealed"))
    }

    @Test("for the public tells neither a small number nor one that could be worked out")
    func hidden() throws {
        let (names, page, _) = try Self.written(.public)
        #expect(names == ["SHA256SUMS", "index.html"])
        #expect(!page.words.contains("Words of"))
        let words = page.words.replacing("\u{A0}", with: " ")
        #expect(words.contains("5 Mill Lane car park under 5 10"))
        #expect(words.contains("On no item of the agenda 5 10"))
        #expect(words.contains("abuse under 5 under 5"))
        #expect(words.contains("In all 40 → 45 comments counted, of 40 → 50 read, by 20 → 25 people."))
    }

    @Test("keeps hostile text as text", arguments: HostilePageTests.strings)
    func hostile(_ string: String) throws {
        let plain = try Self.written(.officers).page
        for dress in [{ _ in string }, { string + $0 }, { $0 + string }] as [(String) -> String] {
            let page = try Self.written(.officers, dress).page
            let names = { (page: PageScan) in Set(page.tags.map(\.name)) }
            #expect(names(page).isSubset(of: names(plain)))
            #expect(page.tags(named: "style").count == 1)
            for tag in page.tags(named: "a") {
                let address = (tag.attributes["href"] ?? "").lowercased()
                let isFile = ["comments.csv", "csv-metadata.json"].contains(address)
                #expect(
                    isFile || ["http://", "https://", "mailto:", "#"].contains(where: address.hasPrefix), "\(address)")
            }
        }
    }
}
