import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
    /// A meeting with one good file and one bad one: the good one is read, the bad one is told of, code 1.
    @Test(
        "in one file leaves the others read, says what, where and how to mend, and ends with 1",
        arguments: [
            ("empty.json", "", "empty"),
            (
                "cut.json", #"[{"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {"id": "a", "tit"#,
                "ends"
            ),
            ("strange.bin", "GIF89a\u{1}\u{2}\u{0}\u{7}\u{1}\u{0}\u{0}", "format"),
            ("novel.txt", "It was a dark night.\nNobody spoke.\n", "format"),
            ("nothing.csv", "colour,size\nred,4\n", "colour"),
        ])
    func oneBadFile(_ name: String, _ content: String, _ word: String) throws {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["good.csv": smallThread, name: content])
        let outcome = try earshot(["brief", "m"], in: work.url)
        #expect(outcome.code == 1, "\(outcome.out)\(outcome.err)")
        #expect(outcome.err.contains("threads/\(name)"), "\(outcome.err)")
        #expect(outcome.err.lowercased().contains(word), "\(outcome.err)")
        #expect(try table(work.path("Exports/m/comments.csv")).count == 2)
        #expect(try work.text("Exports/m/index.html").contains("threads/\(name)"))
    }

    @Test("a broken row of a CSV is told of with its line; the rows around it are read")
    func brokenRow() throws {
        let work = try Workspace()
        try work.makeMeeting(
            "m", threads: ["a.csv": smallThread + "T1,x\nT1,Harrow Lane Library,c4,cy,2026-11-19,Open it\n"])
        let outcome = try earshot(["brief", "m"], in: work.url)
        #expect(outcome.err.contains("threads/a.csv:4"), "\(outcome.err)")
        let ids = try table(work.path("Exports/m/comments.csv")).compactMap { $0["comment_id"] }
        #expect(ids.contains("c1") && ids.contains("c2") && ids.contains("c4"))
    }

    @Test(
        "that leaves no agenda ends with 2, writes nothing, and says how to mend",
        arguments: [
            (["agenda.html": "<html><body><p>Nothing here</p></body></html>"], "agenda"),
            (["agenda.html": "<p>a</p>", "agenda.csv": "title\nParks\n"], "agenda.csv"),
            ([:], "agenda"),
            (["agenda.csv": ""], "empty"),
        ] as [([String: String], String)])
    func noAgenda(_ files: [String: String], _ word: String) throws {
        let work = try Workspace()
        try work.write(smallThread, to: "m/threads/a.csv")
        for (name, text) in files { try work.write(text, to: "m/\(name)") }
        let outcome = try earshot(["brief", "m"], in: work.url)
        #expect(outcome.code == 2)
        #expect(outcome.err.contains(word), "\(outcome.err)")
        #expect(outcome.err.hasPrefix("error: "))
        #expect(work.names(in: "Exports").isEmpty)
    }

    @Test("a folder, database or command that is not there ends with 2 and a sentence")
    func notThere() throws {
        let work = try Workspace()
        try work.write("not a database, but long enough to be taken for one by its name alone", to: "bad.sqlite")
        for arguments in [
            ["brief", "nowhere"], ["brief"], ["fly"], ["links", "list"], ["export", "--database", "bad.sqlite"],
            ["import", "nowhere", "--database", "no/such/folder/db.sqlite"], ["inspect", "nowhere.csv"],
        ] {
            let outcome = try earshot(arguments, in: work.url)
            #expect(outcome.code == 2, "\(arguments): \(outcome.err)")
            #expect(!outcome.err.isEmpty)
        }
    }

    @Test("one bad folder among several leaves the others briefed and ends with 2")
    func severalFolders() throws {
        let work = try Workspace()
        try work.makeMeeting("good", threads: ["a.csv": smallThread])
        let outcome = try earshot(["brief", "nowhere", "good"], in: work.url)
        #expect(outcome.code == 2)
        #expect(work.names(in: "Exports") == ["good"])
    }

    /// Whether a small disk can be mounted here: only root may, and not in every container.
    private static let mayMount: Bool = {
        guard let work = try? Workspace(), geteuid() == 0 else { return false }
        let disk = work.path("disk")
        try? FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        let mount = try? run(
            URL(fileURLWithPath: "/bin/mount"), ["-t", "tmpfs", "-o", "size=100k", "tmpfs", disk.path], in: work.url)
        guard mount?.code == 0 else { return false }
        _ = try? run(URL(fileURLWithPath: "/bin/umount"), [disk.path], in: work.url)
        return true
    }()

    @Test(
        "a full disk ends with 2, keeps the earlier pack and leaves nothing half-written",
        .enabled(if: mayMount, "a small disk cannot be mounted here"))
    func fullDisk() throws {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": smallThread])
        let disk = work.path("disk")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        let mount = try run(
            URL(fileURLWithPath: "/bin/mount"), ["-t", "tmpfs", "-o", "size=700k", "tmpfs", disk.path], in: work.url)
        try #require(mount.code == 0)
        defer { _ = try? run(URL(fileURLWithPath: "/bin/umount"), [disk.path], in: work.url) }
        #expect(try earshot(["brief", "m", "--out", "disk/out", "--database", "db.sqlite"], in: work.url).code == 0)
        let before = try work.text("disk/out/m/index.html")
        let many = (0..<3000).map {
            "T1,Harrow Lane Library,d\($0),p\($0),,Keep the library open please number \($0)\n"
        }
        try work.write(smallThread + many.joined(), to: "m/threads/a.csv")
        let full = try earshot(["brief", "m", "--out", "disk/out", "--database", "db.sqlite"], in: work.url)
        #expect(full.code == 2)
        #expect(full.err.contains("disk"), "\(full.err)")
        #expect(try work.text("disk/out/m/index.html") == before)
        #expect(work.names(in: "disk/out") == ["m"])
        let database = try earshot(["brief", "m", "--out", "out", "--database", "disk/db.sqlite"], in: work.url)
        #expect(database.code == 2)
        #expect(database.err.contains("disk"), "\(database.err)")
        #expect(work.names(in: "out").isEmpty)
    }

    @Test("Ctrl-C stops with a sentence and 2; the next run finishes, and its pack is as if undisturbed")
    func interrupted() throws {
        let work = try Workspace()
        let rows = (0..<60_000).map {
            "T\($0 % 40),Harrow Lane Library \($0 % 40),c\($0),p\($0 % 900),,Please keep it open, row \($0)\n"
        }
        try work.makeMeeting(
            "m", threads: ["a.csv": "thread_id,thread_title,comment_id,author,posted_at,text\n" + rows.joined()])
        var sawInterruption = false
        for delay in [0.05, 0.15, 0.3, 0.5, 0.8] {
            let outcome = try run(program, ["brief", "m"], in: work.url) { process in
                Foundation.Thread.sleep(forTimeInterval: delay)
                process.interrupt()
            }
            guard outcome.code != 0 else { continue }
            sawInterruption = true
            #expect(outcome.code == 2, "\(outcome.err)")
            #expect(outcome.err.contains("Stopped"), "\(outcome.err)")
            #expect(work.names(in: "Exports").allSatisfy { !$0.hasPrefix(".earshot-partial") })
        }
        #expect(sawInterruption)
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        #expect(try earshot(["brief", "m", "--out", "fresh", "--database", "fresh.sqlite"], in: work.url).code == 0)
        #expect(try work.text("Exports/m/SHA256SUMS") == work.text("fresh/m/SHA256SUMS"))
    }
}
