import Foundation
import Testing

@Suite("What a person decides")
struct PersonTests {
    private func briefed() throws -> Workspace {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": smallThread])
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        return work
    }

    private func item(_ work: Workspace) throws -> String? {
        try table(work.path("Exports/m/comments.csv")).first?["item_number"]
    }

    @Test("is listed, recorded, and never overwritten by a re-run")
    func verdicts() throws {
        let work = try briefed()
        #expect(try item(work) == "2")
        let list = try earshot(["links", "list"], in: work.url)
        #expect(list.out.contains("T1") && list.out.contains("Harrow Lane Library"), "\(list.out)")
        for (verdict, expected, status) in [
            (["attach", "T1", "3"], "3", "attached"), (["reject", "T1", "--none"], "", "none"),
            (["attach", "T1", "2"], "2", "attached"), (["confirm", "T1"], "2", "confirmed"),
        ] {
            let said = try earshot(["links"] + verdict, in: work.url)
            #expect(said.code == 0, "\(verdict): \(said.err)")
            for _ in 0..<2 {
                #expect(try earshot(["brief", "m"], in: work.url).code == 0)
                #expect(try item(work) == expected, "after \(verdict)")
                #expect(try table(work.path("Exports/m/comments.csv")).first?["link_status"] == status)
            }
        }
        let rejected = try earshot(["links", "reject", "T1"], in: work.url)
        #expect(rejected.code == 0)
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        #expect(try item(work) != "2")
    }

    @Test("a new save of the thread does not undo a verdict")
    func verdictSurvivesNewComments() throws {
        let work = try briefed()
        #expect(try earshot(["links", "attach", "T1", "3"], in: work.url).code == 0)
        try work.write(smallThread + "T1,Harrow Lane Library,c3,cy,,Keep it open\n", to: "m/threads/a.csv")
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        #expect(try table(work.path("Exports/m/comments.csv")).map { $0["item_number"] } == ["3", "3", "3"])
    }

    @Test("cannot attach a thread to a procedural item, nor name what is not there")
    func refusals() throws {
        let work = try briefed()
        for arguments in [
            ["links", "attach", "T1", "1"], ["links", "attach", "T1", "99"], ["links", "attach", "T9", "2"],
            ["links", "confirm", "T9"], ["exclude", "c9", "--reason", "abuse"],
            ["exclude", "c1", "--reason", "because I say so"], ["links", "list", "--meeting", "other"],
        ] {
            let outcome = try earshot(arguments, in: work.url)
            #expect(outcome.code == 2, "\(arguments)")
            #expect(outcome.err.hasPrefix("error: "), "\(arguments): \(outcome.err)")
        }
    }

    @Test("an exclusion keeps the row with its reason, is counted, and can be taken back")
    func exclusion() throws {
        let work = try briefed()
        let reasons = try earshot(["exclude", "c2", "--reason", "?"], in: work.url).err
        let reason = try #require(["abuse", "off topic", "off-topic"].first { reasons.contains($0) }, "\(reasons)")
        #expect(try earshot(["exclude", "T1/c2", "--reason", reason], in: work.url).code == 0)
        let outcome = try earshot(["brief", "m"], in: work.url)
        #expect(outcome.out.contains("2 comments read = 1 included + 1 excluded"), "\(outcome.out)")
        let row = try #require(try table(work.path("Exports/m/comments.csv")).first { $0["comment_id"] == "c2" })
        #expect(row["status"] == "excluded" && row["exclusion_reason"] == reason)
        #expect(try earshot(["include", "c2"], in: work.url).code == 0)
        #expect(try earshot(["export", "m"], in: work.url).code == 0)
        #expect(try table(work.path("Exports/m/comments.csv")).allSatisfy { $0["status"] == "included" })
    }
}
