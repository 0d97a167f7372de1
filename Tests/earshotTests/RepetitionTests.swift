import Foundation
import Testing

@Suite("Doing it again")
struct RepetitionTests {
    @Test("importing the same folder twice changes nothing, and the pack stays the same to the byte")
    func twice() throws {
        let work = try Workspace()
        let folder = try work.copySample(as: "m")
        let first = try earshot(["brief", folder.path], in: work.url)
        #expect(first.code == 0, "\(first.err)")
        let before = try work.text("Exports/m/SHA256SUMS")
        let second = try earshot(["brief", folder.path], in: work.url)
        #expect(first.out.split(separator: "(0 new, 0 updated, ").count == 1, "\(first.out)")
        #expect(second.out.split(separator: "(0 new, 0 updated, ").count == 11, "ten files: \(second.out)")
        #expect(try work.text("Exports/m/SHA256SUMS") == before)
    }

    @Test("the stages one by one give the same pack as brief")
    func stages() throws {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": smallThread])
        #expect(try earshot(["brief", "m", "--out", "one", "--database", "one.sqlite"], in: work.url).code == 0)
        for arguments in [["import", "m"], ["link", "m"], ["score", "m"], ["export", "m", "--out", "two"]] {
            #expect(try earshot(arguments + ["--database", "two.sqlite"], in: work.url).code == 0, "\(arguments)")
        }
        #expect(try work.text("one/m/SHA256SUMS") == work.text("two/m/SHA256SUMS"))
    }

    @Test("a newer save of a file adds what is new and changes what has changed")
    func newerSave() throws {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": smallThread])
        #expect(try earshot(["import", "m"], in: work.url).out.contains("2 new, 0 updated, 0 unchanged"))
        let newer = smallThread.replacingOccurrences(of: "Please keep", with: "Please, please keep")
        try work.write(newer + "T1,Harrow Lane Library,c3,cy,,Keep it open\n", to: "m/threads/a.csv")
        #expect(try earshot(["import", "m"], in: work.url).out.contains("1 new, 1 updated, 1 unchanged"))
    }

    @Test("comments of a file taken out of the folder stay as excluded rows")
    func fileGone() throws {
        let work = try Workspace()
        try work.makeMeeting(
            "m", threads: ["a.csv": smallThread, "b.csv": smallThread.replacingOccurrences(of: "T1", with: "T2")])
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        try FileManager.default.removeItem(at: work.path("m/threads/b.csv"))
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        let rows = try table(work.path("Exports/m/comments.csv"))
        #expect(rows.filter { $0["thread_id"] == "T2" }.allSatisfy { $0["status"] == "excluded" })
        #expect(rows.count == 4 && rows.filter { $0["status"] == "included" }.count == 2)
    }
}
