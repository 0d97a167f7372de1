import Foundation
import Testing

@Suite("Erasing what a person wrote")
struct EraseTests {
    @Test("takes a writer's words, titles and name out of the database's file, and the pack counts what is gone")
    func author() throws {
        let work = try EraseFixture.ready()
        #expect(
            EraseFixture.holders(EraseFixture.words, in: work) == ["earshot.sqlite"]
                && EraseFixture.holders(EraseFixture.handle, in: work) == ["earshot.sqlite"])
        let before = try LaneFixture.comments(work)
        for name in ["", "reddit"] {
            let outcome = try EraseFixture.erase(["--author", "@zelda_OAKAPPLE", "--network", name], in: work)
            #expect(outcome.code == 0, "\(outcome.err)")
            #expect(outcome.out.hasPrefix("m: 1 comment erased"), "\(outcome.out)")
        }
        #expect(
            EraseFixture.holders(EraseFixture.title, in: work).isEmpty
                && EraseFixture.holders(EraseFixture.handle, in: work).isEmpty)
        // Another person's words, which quote, are another person's.
        #expect(try EraseFixture.erase(["--comment", "c3"], in: work).code == 0)
        #expect(EraseFixture.holders(EraseFixture.words, in: work).isEmpty)
        #expect(try earshot(["export"], in: work.url).code == 0)
        #expect(
            EraseFixture.holders(EraseFixture.words, in: work, pack: true).isEmpty
                && EraseFixture.holders(EraseFixture.title, in: work, pack: true).isEmpty)
        let after = try LaneFixture.comments(work)
        #expect(after.keys.sorted() == before.keys.sorted())
        for (comment, row) in after {
            let isGone = ["c2", "c3", "t3_9a"].contains(comment)
            #expect(row["status"] == (isGone ? "excluded" : "included"), "\(comment)")
            #expect(row["exclusion_reason"] == (isGone ? "erased at the writer's request" : ""))
            #expect(row["text"] == (isGone ? "" : before[comment]?["text"]))
            if isGone {
                #expect(row["person"] == "" && row["posted_at"] == "" && row["ward"] == "" && row["url"] == "")
            }
        }
    }

    @Test(
        "neither the same files nor newer ones bring it back; a later comment by the same writer is erased as it comes")
    func comesBack() throws {
        let work = try EraseFixture.ready()
        #expect(try EraseFixture.erase(["--author", EraseFixture.handle, "--network", "reddit"], in: work).code == 0)
        #expect(try EraseFixture.erase(["--author", EraseFixture.handle, "--network", ""], in: work).code == 0)
        let later = """
            {"kind":"t1","data":{"name":"t1_9c","parent_id":"t3_9a","link_id":"t3_9a","body":"A second quibblewort.",
            "author":"ZELDA_oakapple","subreddit":"harrow","created_utc":1794247600}},
            """
        try work.write(EraseFixture.reddit(later), to: "m/threads/b.json")
        try work.write(
            EraseFixture.table + "T1,Harrow Lane Library,c4,dan,,,I am new here\n"
                + "T1,Harrow Lane Library,c5,@zelda_oakapple,,,One more quibblewort\n", to: "m/threads/a.csv")
        for round in 1...2 {
            let outcome = try earshot(["brief", "m"], in: work.url)
            #expect(outcome.code == 0, "\(outcome.err)")
            #expect(
                EraseFixture.holders(EraseFixture.title, in: work).isEmpty
                    && EraseFixture.holders(EraseFixture.handle, in: work).isEmpty)
            let rows = try LaneFixture.comments(work)
            let erased = rows.filter { $0.value["exclusion_reason"] == "erased at the writer's request" }
            #expect(erased.keys.sorted() == ["c2", "c5", "t1_9c", "t3_9a"], "round \(round)")
            #expect(rows["c4"]?["text"] == "I am new here" && rows["t1_9b"]?["status"] == "included")
        }
        // Gone from the files too, or the files gone: still counted, still for the same reason.
        try work.write(
            EraseFixture.table.split(separator: "\n").filter { !$0.contains(",c2,") }.joined(separator: "\n") + "\n",
            to: "m/threads/a.csv")
        try FileManager.default.removeItem(at: work.path("m/threads/b.json"))
        let outcome = try earshot(["brief", "m"], in: work.url)
        #expect(outcome.out.contains("8 comments read = 2 included + 6 excluded"), "\(outcome.out)\(outcome.err)")
        #expect(
            try LaneFixture.comments(work).filter { $0.value["exclusion_reason"] == "erased at the writer's request" }
                .count == 4)
    }

    @Test("says which saved files, packs and comments of others still hold the words, and a second time erases nothing")
    func report() throws {
        let work = try EraseFixture.ready()
        let first = try EraseFixture.erase(["--comment", "T1/c2", "--reason", "letter of 20 November"], in: work)
        #expect(
            first.out == """
                m: 1 comment erased
                  The saved files still hold the words: edit or delete threads/a.csv
                  Packs hold the words until they are made anew or deleted: Exports/m
                  Make them anew: earshot brief with the meeting's folder, or earshot export m
                  Others' comments hold the same words, copied or quoted; erase those too if they should go: T1/c3

                """, "\(first.out)\(first.err)")
        let why = try earshot(["links", "why", "T1"], in: work.url).out
        #expect(why.contains("found before an erasure; “earshot link” looks again"), "\(why)")
        let again = try EraseFixture.erase(["--comment", "c2"], in: work)
        #expect(again.code == 0 && again.out.hasPrefix("m: 0 comments erased; 1 erased before\n"), "\(again.out)")
        let log = try earshot(["log"], in: work.url).out
        #expect(log.hasPrefix("2026-11-23 10:00  m  erased 1 comment  by "), "\(log)")
        #expect(log.hasSuffix(": letter of 20 November\n") && log.split(separator: "\n").count == 1, "\(log)")
        let include = try earshot(["include", "c2"], in: work.url)
        #expect(include.code == 2 && include.err.contains("is erased: it stays left out"))
    }

    @Test(
        "what fits nothing, or more than one, is refused in a sentence, and the database is as it was",
        arguments: [
            (["--comment", "c2", "c99"], "This meeting has no comment “c99”; nothing was erased"),
            (["--author", "nobody"], "No comment is by a writer of this name; nothing was erased"),
            (["--author", "ann", "--network", "reddit"], "No comment is by a writer of this name on the network"),
            (["--author", "ZELDA_OAKAPPLE"], "Say which: --network \"\" or --network reddit"),
            (["--comment", "c1", "--meeting", "x"], "There is no meeting “x”"), ([], "Say what to erase"),
            (["--comment", "c1", "--author", "ann"], "Say what to erase"),
            (["--comment", "c1", "--network", "reddit"], "--network goes with --author only"),
        ])
    func refusals(_ arguments: [String], _ sentence: String) throws {
        let work = try EraseFixture.ready()
        let before = try Data(contentsOf: work.path("earshot.sqlite"))
        let outcome = try earshot(["erase"] + arguments, in: work.url)
        #expect(outcome.code == 2)
        #expect(outcome.err.contains(sentence), "\(outcome.err)")
        #expect(try Data(contentsOf: work.path("earshot.sqlite")) == before)
    }

    @Test("labels given to the words go with them, but not where somebody else wrote the very same")
    func labels() throws {
        let work = try Workspace()
        try LaneFixture.make(in: work)
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        try work.write("comment_id,position\nc1,s\nc3,s\n", to: "labels.csv")
        #expect(try earshot(["teach", "m", "2", "--labels", "labels.csv"], in: work.url).code == 0)
        #expect(try EraseFixture.erase(["--comment", "c1", "c3"], in: work).code == 0)
        let list = try earshot(["teach", "m", "2", "--list"], in: work.url).out
        // c71 is a copy of c1.
        #expect(list.contains(": 1 label\n") && list.contains("L1/c71") && !list.contains("does not count"), "\(list)")
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        #expect(try LaneFixture.comments(work)["c71"]?["position_basis"] == "taught")
    }

    @Test("stays within one meeting where one is named, and goes through all where none is")
    func meetings() throws {
        let work = try EraseFixture.ready()
        try work.makeMeeting("n", threads: ["a.csv": EraseFixture.table])
        #expect(try earshot(["import", "n"], in: work.url).code == 0)
        let one = try EraseFixture.erase(["--comment", "c2", "--meeting", "n"], in: work)
        #expect(one.out.hasPrefix("n: 1 comment erased\n") && !one.out.contains("m: "), "\(one.out)")
        let all = try EraseFixture.erase(["--author", EraseFixture.handle, "--network", ""], in: work)
        #expect(all.out.contains("m: 1 comment erased\n") && all.out.contains("n: 0 comments erased\n"), "\(all.out)")
        // Known again in both.
        let again = try EraseFixture.erase(["--author", "u/" + EraseFixture.handle, "--network", ""], in: work)
        #expect(again.code == 0 && again.out.contains("n: 0 comments erased"), "\(again.out)\(again.err)")
    }
}
