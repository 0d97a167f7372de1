import Foundation
import Testing

@Suite("A supplement")
struct FreezeSupplementTests {
    private func sealedTwice(_ more: [String] = []) throws -> Workspace {
        let work = try Workspace()
        try SealFixture.make(in: work)
        try SealFixture.freeze(work, more)
        try SealFixture.change(in: work)
        let outcome = try SealFixture.freeze(work, at: "2026-11-23 09:30", more)
        #expect(
            outcome.code == 0 && outcome.out.contains("Sealed supplement 1 to edition 1"),
            "\(outcome.out)\(outcome.err)")
        return work
    }

    private func page(_ work: Workspace, _ folder: String = "m-edition-1-supplement-1") throws -> String {
        try work.text("Exports/\(folder)/index.html").replacing("\u{A0}", with: " ")
    }

    @Test(
        "has a row for each comment that is new or changed, with what became of it and how it stood before, and no other"
    )
    func rows() throws {
        let work = try sealedTwice()
        let rows = try table(work.path("Exports/m-edition-1-supplement-1/comments.csv"))
        let changes = Dictionary(
            rows.map { ($0["comment_id"] ?? "", $0["change"] ?? "") }, uniquingKeysWith: { first, _ in first })
        let named = changes.filter { $0.value != "position" }
        #expect(
            named == [
                "c2": "edited", "c3": "withdrawn", "c4": "excluded", "c7": "new", "c8": "new", "n1": "new",
                "p1": "moved", "p2": "moved", "p3": "moved",
            ])
        let c4 = try #require(rows.first { $0["comment_id"] == "c4" })
        #expect(c4["exclusion_reason"] == "abuse" && c4["exclusion_reason_before"] == "" && c4["status"] == "excluded")
        let p1 = try #require(rows.first { $0["comment_id"] == "p1" })
        #expect(p1["item_number"] == "2" && p1["item_id_before"] == "item-3")
        let c8 = try #require(rows.first { $0["comment_id"] == "c8" })
        #expect(c8["exclusion_reason"] == "posted after the deadline for comments" && c8["text"] != "")
        #expect(rows.first { $0["comment_id"] == "c3" }?["text"] == "", "what was withdrawn is not printed")
    }

    @Test("has no column that stands not in Docs/Formats.md")
    func documented() throws {
        let work = try sealedTwice()
        let header = try work.text("Exports/m-edition-1-supplement-1/comments.csv").split(separator: "\r\n")[0]
        let document = String(
            decoding: try Data(contentsOf: projectRoot.appendingPathComponent("Docs/Formats.md")), as: UTF8.self)
        let columns = header.split(separator: ",")
        #expect(columns.first == "change" && columns.count > 25)
        for column in columns { #expect(document.contains("| `\(column)` |"), "\(column)") }
    }

    @Test(
        "shows late comments as late, before and after by item, threads, files and reasons, and says to what it belongs"
    )
    func words() throws {
        let work = try sealedTwice()
        let page = try page(work)
        for words in [
            "Supplement 1 to edition 1, sealed 23 November 2026, 9.30 am",
            "since edition 1 was sealed on 20 November 2026, 5.12 pm",
            "New, posted after the deadline: not counted", "Too late, but keep the library", "Excluded: abuse",
            "Withdrawn: withdrawn at source", "Edited", "Harrow Lane Library again", "threads/b.csv", "saved anew",
            "3 Tolpuddle Street parking permits (suggested)", "2 Harrow Lane Library: closing on Mondays (attached)",
            "abuse</th>",
        ] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("is a clown"), "what was excluded for abuse is not printed")
        let sums = try run(
            URL(fileURLWithPath: "/usr/bin/sha256sum"), ["Exports/m-edition-1/SHA256SUMS"], in: work.url)
        #expect(page.contains(sums.out.prefix(64)))
        // 6 in the library before; c3 and c4 go, c7 and n1 come, three move here.
        #expect(
            page.contains(
                "<td class=\"n\">6</td>\n<td class=\"n\">+2</td>\n<td class=\"n\">+1</td>\n<td class=\"n\">9</td>"))
        #expect(
            work.names(in: "Exports/m-edition-1-supplement-1")
                == ["SHA256SUMS", "comments.csv", "csv-metadata.json", "index.html"])
        #expect(try earshot(["editions", "--verify"], in: work.url).code == 0)
    }

    @Test("is followed by one that shows only what changed since, and by a whole edition where one is wanted")
    func next() throws {
        let work = try sealedTwice()
        #expect(try SealFixture.freeze(work, at: nil).out.contains("Nothing changed since supplement 1 to edition 1"))
        try earshot(["include", "c4", "--meeting", "m"], in: work.url)
        #expect(try SealFixture.freeze(work, at: "2026-11-24 10:00").code == 0)
        let rows = try table(work.path("Exports/m-edition-1-supplement-2/comments.csv"))
        let changes = rows.filter { $0["change"] != "position" }.map { [$0["comment_id"], $0["change"]] }
        #expect(changes == [["c4", "included"]])
        #expect(try page(work, "m-edition-1-supplement-2").contains("since supplement 1 to edition 1 was sealed"))
        let whole = try SealFixture.freeze(work, at: "2026-11-24 11:00", ["--edition"])
        #expect(whole.out.contains("Sealed edition 2"), "\(whole.out)\(whole.err)")
        let list = try earshot(["editions", "m"], in: work.url).out
        let names = list.split(separator: "\n").filter { $0.hasPrefix("m: ") }
        #expect(
            names == [
                "m: edition 1 for councillors", "m: supplement 1 to edition 1 for councillors",
                "m: supplement 2 to edition 1 for councillors", "m: edition 2 for councillors",
            ])
    }

    @Test("is the same to the byte in another database with the same past")
    func deterministic() throws {
        let sums = try [sealedTwice(), sealedTwice()].map { try $0.text("Exports/m-edition-1-supplement-1/SHA256SUMS") }
        #expect(sums[0] == sums[1])
    }

    @Test("for the public holds no single comment, and figures rounded as its edition has them")
    func anybody() throws {
        let work = try sealedTwice(["--for", "public"])
        let folder = "m-public-edition-1-supplement-1"
        #expect(work.names(in: "Exports/\(folder)") == ["SHA256SUMS", "index.html"])
        let page = try page(work, folder)
        #expect(page.contains("Supplement 1 to edition 1"))
        for hidden in ["Too late, but", "Mondays and on Tuesdays", "warm and free", "Harrow Lane Library again"] {
            #expect(!page.contains(hidden), "\(hidden)")
        }
        // The library's item had 6 and has 9; the permits' had 3 and have none: under 5 before and now.
        #expect(page.contains("<td class=\"n\">5</td>\n<td class=\"n\">10</td>"))
        #expect(!page.contains("Tolpuddle Street"), "a change among small numbers does not show")
    }

    @Test("names what an erased comment was sealed in, keeps no digest of it, and calls it erased")
    func erased() throws {
        let work = try sealedTwice()
        let erased = try earshot(
            ["erase", "--comment", "T1/c1", "--meeting", "m"], in: work.url)
        #expect(erased.out.contains("m-edition-1"), "\(erased.out)\(erased.err)")
        #expect(!erased.out.contains("supplement-1"), "c1 did not change: the supplement does not hold it")
        let sqlite = URL(fileURLWithPath: "/usr/bin/sqlite3")
        if FileManager.default.isExecutableFile(atPath: sqlite.path) {
            let query = "SELECT comment FROM edition_comment WHERE length(digest) = 0"
            #expect(try run(sqlite, ["earshot.sqlite", query], in: work.url).out == "c1\n")
        }
        #expect(try SealFixture.freeze(work, at: "2026-11-25 09:00").code == 0)
        let rows = try table(work.path("Exports/m-edition-1-supplement-2/comments.csv"))
        #expect(rows.first { $0["comment_id"] == "c1" }?["change"] == "erased")
        #expect(try earshot(["editions", "--verify"], in: work.url).code == 0, "what is sealed stays")
    }
}
