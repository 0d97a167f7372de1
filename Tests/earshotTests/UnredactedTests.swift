import Foundation
import Testing

@Suite("Unredacted exports")
struct UnredactedTests {
    private static let secret = "ann.oakapple@example.org"
    private static let sqlite = URL(fileURLWithPath: "/usr/bin/sqlite3")
    private static let hasSQLite = FileManager.default.isExecutableFile(atPath: sqlite.path)

    private func ready() throws -> Workspace {
        let work = try Workspace()
        let table =
            smallThread
            + "T1,Harrow Lane Library,c3,ann,2026-11-18T12:00:00Z,Write to \(Self.secret) about the library\n"
        try work.makeMeeting("m", threads: ["a.csv": table])
        return work
    }

    private func holders(_ folder: String, in work: Workspace) throws -> [String] {
        try work.names(in: folder).filter { try work.text("\(folder)/\($0)").contains(Self.secret) }
    }

    @Test(
        "hold the words as written in comments.csv and pack.json alone, in a folder of their own, and are logged",
        arguments: ["brief", "export"])
    func words(_ command: String) throws {
        let work = try ready()
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        let redacted = try work.text("Exports/m/SHA256SUMS")
        let reason = "disclosure to the ombudsman"
        let outcome = try earshot(
            [command, "m", "--unredacted", "--reason", reason, "--at", "2026-11-23 10:00"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.out.contains("Exports/m-unredacted/comments.csv"))
        #expect(try holders("Exports/m", in: work) == [])
        #expect(try holders("Exports/m-unredacted", in: work) == ["comments.csv", "pack.json"])
        #expect(try work.text("Exports/m/SHA256SUMS") == redacted)
        let sums = try work.text("Exports/m-unredacted/SHA256SUMS").split(separator: "\n")
        let sum = try #require(sums.first { $0.hasSuffix("comments.csv") }?.prefix(64))
        let log = try earshot(["log", "--meeting", "m"], in: work.url).out
        #expect(
            log == """
                2026-11-23 10:00  m  exported 3 comments unredacted  by \(ProcessInfo.processInfo.userName): \(reason)
                  comments.csv \(sum)

                """, "\(log)")
    }

    @Test(
        "need a reason, and say so before anything is done",
        arguments: [
            (["--unredacted"], "--unredacted needs --reason"),
            (["--unredacted", "--reason", " "], "--unredacted needs --reason"),
            (["--unredacted", "--reason", "r", "--for", "public"], "A pack for the public holds no unredacted words"),
            (["--reason", "curious"], "--reason and --at go with --unredacted only"),
            (["--unredacted", "--reason", "r", "--at", "teatime"], "--at must be a date and time"),
        ])
    func refusals(_ arguments: [String], _ sentence: String) throws {
        let work = try ready()
        let outcome = try earshot(["brief", "m"] + arguments, in: work.url)
        #expect(outcome.code == 2)
        #expect(outcome.err.contains(sentence), "\(outcome.err)")
        #expect(work.names(in: "").filter { $0 != "earshot.sqlite" } == ["m"])
    }

    @Test(
        "are not handed out where they cannot be logged",
        .enabled(if: hasSQLite, "sqlite3 is not installed: Scripts/setup sqlite3"))
    func logComesFirst() throws {
        let work = try ready()
        #expect(try earshot(["import", "m"], in: work.url).code == 0)
        let trigger = "CREATE TRIGGER no BEFORE INSERT ON access_log BEGIN SELECT raise(ABORT, 'full'); END"
        #expect(try run(Self.sqlite, ["earshot.sqlite", trigger], in: work.url).code == 0)
        let outcome = try earshot(["export", "--unredacted", "--reason", "r"], in: work.url)
        #expect(outcome.code == 2)
        #expect(work.names(in: "Exports") == [])
    }

    @Test("an empty log says so, and an unknown meeting is named")
    func emptyLog() throws {
        let work = try ready()
        #expect(try earshot(["import", "m"], in: work.url).code == 0)
        #expect(try earshot(["log"], in: work.url).out == "Nothing was erased, and nothing exported unredacted.\n")
        #expect(try earshot(["log", "--meeting", "x"], in: work.url).err.contains("There is no meeting"))
    }
}
