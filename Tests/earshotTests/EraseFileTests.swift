import Foundation
import Testing

@Suite("What an erasure leaves on the disk")
struct EraseFileTests {
    private static let sqlite = URL(fileURLWithPath: "/usr/bin/sqlite3")
    private static let hasSQLite = FileManager.default.isExecutableFile(atPath: sqlite.path)

    @Test(
        "what stood in the file's unused room before goes from it as well",
        .enabled(if: hasSQLite, "sqlite3 is not installed: Scripts/setup sqlite3"))
    func leftovers() throws {
        let work = try EraseFixture.ready()
        let long = String(repeating: "a flummoxative sentence that a newer save has lost ", count: 400)
        let edit = """
            PRAGMA secure_delete = OFF; UPDATE comment SET text = '\(long)' WHERE id = 'c1';
            UPDATE comment SET text = 'Short' WHERE id = 'c1'
            """
        #expect(try run(Self.sqlite, ["earshot.sqlite", edit], in: work.url).code == 0)
        #expect(EraseFixture.holders("flummoxative", in: work) == ["earshot.sqlite"])
        #expect(try EraseFixture.erase(["--author", "ann"], in: work).code == 0)
        #expect(EraseFixture.holders("flummoxative", in: work).isEmpty)
    }

    @Test("killed in the middle, it has erased all or nothing, and the next command clears what it left")
    func killed() throws {
        let work = try Workspace()
        var text = "thread_id,thread_title,comment_id,author,posted_at,text\n"
        for row in 0..<6_000 {
            text +=
                "T\(row % 9),Library,c\(row),\(row % 2 == 0 ? EraseFixture.handle : "ann"),,Keep it quibblewort \(row)\n"
        }
        try work.makeMeeting("m", threads: ["a.csv": text.replacingOccurrences(of: "quibblewort 1", with: "open 1")])
        #expect(try earshot(["import", "m"], in: work.url).code == 0)
        try FileManager.default.copyItem(at: work.path("earshot.sqlite"), to: work.path("whole.sqlite"))
        let began = Date()
        #expect(
            try EraseFixture.erase(["--author", EraseFixture.handle], in: work).out.hasPrefix("m: 3000 comments erased")
        )
        let whole = Date().timeIntervalSince(began)
        var kills = 0
        for share in stride(from: 0.1, to: 1, by: 0.2) {
            for name in work.names(in: "") where name.hasPrefix("earshot.sqlite") {
                try FileManager.default.removeItem(at: work.path(name))
            }
            try FileManager.default.copyItem(at: work.path("whole.sqlite"), to: work.path("earshot.sqlite"))
            let outcome = try run(program, ["erase", "--author", EraseFixture.handle], in: work.url) { process in
                Foundation.Thread.sleep(forTimeInterval: whole * share)
                kill(process.processIdentifier, SIGKILL)
            }
            if outcome.code != 0 { kills += 1 }
            // Any command rolls back what was not finished, and finishes what was.
            let log = try earshot(["log"], in: work.url).out
            let isErased = log.contains("erased 3000 comments")
            #expect(isErased || log.hasPrefix("Nothing"), "\(log)")
            #expect(
                EraseFixture.holders(EraseFixture.handle, in: work).isEmpty == isErased,
                "killed after \(share) of the time")
        }
        #expect(kills > 0)
    }

    @Test("sealed editions stay as they are, and those that hold the words are named")
    func sealed() throws {
        let work = try EraseFixture.ready()
        let freeze = try earshot(["freeze", "m", "--at", "2026-11-20 17:12"], in: work.url)
        try #require(freeze.code == 0, "\(freeze.err)")
        let seal = try work.text("Exports/m-edition-1/SHA256SUMS")
        let outcome = try EraseFixture.erase(["--comment", "c2"], in: work)
        #expect(
            outcome.out.contains(
                "Sealed, and not changed: Exports/m-edition-1 (edition 1, for councillors, 2026-11-20) holds the words"),
            "\(outcome.out)")
        #expect(try work.text("Exports/m-edition-1/SHA256SUMS") == seal)
        #expect(EraseFixture.holds(EraseFixture.words, work.path("Exports/m-edition-1/comments.csv")))
        // An edition sealed afterwards holds a tombstone only.
        #expect(try earshot(["freeze", "m", "--edition", "--at", "2026-11-23 11:00"], in: work.url).code == 0)
        let again = try EraseFixture.erase(["--comment", "c2"], in: work).out
        #expect(again.contains("m-edition-1 ") && !again.contains("m-edition-2"), "\(again)")
    }
}
