import Foundation
import Testing

@Suite("A sealed edition")
struct FreezeTests {
    private func sums(_ work: Workspace, _ folder: String) throws -> String { try work.text("\(folder)/SHA256SUMS") }

    @Test("is a read-only pack of its own that says when it was sealed and can be checked")
    func edition() throws {
        let work = try Workspace()
        try SealFixture.make(in: work)
        let outcome = try SealFixture.freeze(work)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.out.contains("Sealed edition 1 for councillors: 9 comments read, 9 counted"))
        let folder = work.path("Exports/m-edition-1")
        let checked = try run(
            URL(fileURLWithPath: "/usr/bin/sha256sum"), ["--check", "--strict", "SHA256SUMS"], in: folder)
        #expect(checked.code == 0, "\(checked.out)\(checked.err)")
        for name in work.names(in: "Exports/m-edition-1") {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(name).path)
            #expect(attributes[.posixPermissions] as? Int == 0o444, "\(name)")
        }
        #expect(work.names(in: "Exports") == ["m-edition-1"], "nothing is left beside it")
        let page = try work.text("Exports/m-edition-1/index.html").replacing("\u{A0}", with: " ")
        let snapshot = try #require(outcome.out.split(separator: "what the database holds: ").last?.prefix(64))
        #expect(page.contains("20 November 2026, 5.12 pm") && page.contains(snapshot))
        let list = try earshot(["editions", "m", "--verify"], in: work.url)
        #expect(list.code == 0 && list.out.contains("m: edition 1 for councillors") && list.out.contains("as sealed"))
    }

    @Test("is the same to the byte, with the same snapshot, whatever the order of import and the numbers of rows")
    func deterministic() throws {
        let one = try Workspace()
        try SealFixture.make(in: one)
        try one.write(
            SealFixture.header + SealFixture.rows(["n1": "Keep it"], thread: "T0", title: "Library"),
            to: "m/threads/b.csv")
        try earshot(["import", "m"], in: one.url)
        let other = try Workspace()
        try other.write(
            SealFixture.header + SealFixture.rows(["x": "Other"], thread: "X", title: "X"), to: "z/threads/z.csv")
        try other.write(smallAgenda, to: "z/agenda.md")
        try earshot(["import", "z"], in: other.url)
        try other.write("deadline: 2026-11-20 17:00\n", to: "m/meeting.yaml")
        try other.makeMeeting("m", threads: ["b.csv": one.text("m/threads/b.csv")])
        try earshot(["import", "m"], in: other.url)
        try other.write(SealFixture.file(), to: "m/threads/a.csv")
        try earshot(["import", "m"], in: other.url)
        let outcomes = try [one, other].map { try SealFixture.freeze($0) }
        let snapshots = outcomes.map { $0.out.split(separator: "what the database holds: ").last }
        #expect(snapshots[0] == snapshots[1] && snapshots[0]?.count == 65)
        // The same again with rows in the same order: the pack too.
        let third = try Workspace()
        try FileManager.default.copyItem(at: one.path("m"), to: third.path("m"))
        try earshot(["import", "m"], in: third.url)
        let fourth = try Workspace()
        try FileManager.default.copyItem(at: one.path("m"), to: fourth.path("m"))
        try earshot(["import", "m"], in: fourth.url)
        for work in [third, fourth] { #expect(try SealFixture.freeze(work).code == 0) }
        #expect(try sums(third, "Exports/m-edition-1") == sums(fourth, "Exports/m-edition-1"))
    }

    @Test(
        "has another snapshot once anything changes that a pack shows",
        arguments: [
            ["exclude", "c1", "--reason", "abuse", "--meeting", "m"], ["links", "attach", "T2", "2", "--meeting", "m"],
            ["links", "confirm", "T1", "--meeting", "m"], ["erase", "--comment", "T1/c1", "--meeting", "m"],
        ])
    func sensitive(_ command: [String]) throws {
        let work = try Workspace()
        try SealFixture.make(in: work)
        try SealFixture.freeze(work)
        let changed = try earshot(command, in: work.url)
        #expect(changed.code == 0, "\(changed.err)")
        let outcome = try SealFixture.freeze(work, at: "2026-11-21 09:00")
        #expect(outcome.out.contains("Sealed supplement 1 to edition 1"), "\(outcome.out)\(outcome.err)")
    }

    @Test("is not made again while nothing changes, unless for other readers")
    func unchanged() throws {
        let work = try Workspace()
        try SealFixture.make(in: work)
        try SealFixture.freeze(work)
        let before = try sums(work, "Exports/m-edition-1")
        for more in [[], ["--edition"]] {
            let again = try SealFixture.freeze(work, at: nil, more)
            #expect(
                again.code == 0 && again.out.contains("Nothing changed since edition 1"), "\(again.out)\(again.err)")
        }
        #expect(work.names(in: "Exports") == ["m-edition-1"])
        #expect(try sums(work, "Exports/m-edition-1") == before)
        for audience in ["officers", "public"] {
            let other = try SealFixture.freeze(work, at: nil, ["--for", audience])
            #expect(other.out.contains("Sealed edition 1 for \(audience)"), "\(other.out)\(other.err)")
        }
        #expect(work.names(in: "Exports") == ["m-edition-1", "m-officers-edition-1", "m-public-edition-1"])
    }

    @Test("is never replaced: what stands in its place stays, and the person is told what to do")
    func neverReplaced() throws {
        let work = try Workspace()
        try SealFixture.make(in: work)
        try work.write("mine", to: "Exports/m-edition-1/notes.txt")
        let outcome = try SealFixture.freeze(work)
        #expect(outcome.code == 2 && outcome.err.contains("A sealed pack is never replaced"), "\(outcome.err)")
        #expect(work.names(in: "Exports") == ["m-edition-1"])
        #expect(work.names(in: "Exports/m-edition-1") == ["notes.txt"])
        #expect(try earshot(["editions"], in: work.url).out.contains("Nothing is sealed"))
    }

    @Test("is not replaced by the pack of a meeting whose folder happens to have its name")
    func sameName() throws {
        let work = try Workspace()
        try SealFixture.make(in: work)
        try SealFixture.freeze(work)
        let before = try sums(work, "Exports/m-edition-1")
        try FileManager.default.copyItem(at: work.path("m"), to: work.path("m-edition-1"))
        let outcome = try earshot(["brief", "m-edition-1"], in: work.url)
        #expect(outcome.code == 2 && outcome.err.contains("is never replaced"), "\(outcome.err)")
        #expect(try sums(work, "Exports/m-edition-1") == before)
    }

    @Test("that was written but not recorded is known again where nothing changed, and refused where something did")
    func recordedLater() throws {
        let work = try Workspace()
        try SealFixture.make(in: work)
        let (file, copy) = (work.path("earshot.sqlite"), work.path("before.sqlite"))
        try FileManager.default.copyItem(at: file, to: copy)
        try SealFixture.freeze(work)
        try FileManager.default.removeItem(at: file)
        try FileManager.default.copyItem(at: copy, to: file)
        let again = try SealFixture.freeze(work)
        #expect(again.code == 0 && again.out.contains("already in its place"), "\(again.out)\(again.err)")
        #expect(try earshot(["editions", "--verify"], in: work.url).code == 0)
        try FileManager.default.removeItem(at: file)
        try FileManager.default.copyItem(at: copy, to: file)
        try earshot(["exclude", "c1", "--reason", "abuse", "--meeting", "m"], in: work.url)
        #expect(try SealFixture.freeze(work).code == 2)
    }

    @Test("whose run is killed is there whole or not at all, and the next run records it")
    func killed() throws {
        let work = try Workspace()
        try SealFixture.make(in: work)
        try earshot(["export", "m"], in: work.url)
        let began = Date()
        try SealFixture.freeze(work, at: nil, ["--for", "officers"])
        let whole = Date().timeIntervalSince(began)
        var kills = 0
        for share in [0.4, 0.6, 0.75, 0.85, 0.95] {
            let outcome = try run(program, ["freeze", "m"], in: work.url) { process in
                Foundation.Thread.sleep(forTimeInterval: whole * share)
                kill(process.processIdentifier, SIGKILL)
            }
            if outcome.code != 0 { kills += 1 }
            guard FileManager.default.fileExists(atPath: work.path("Exports/m-edition-1").path) else { continue }
            let check = try run(
                URL(fileURLWithPath: "/usr/bin/sha256sum"), ["--check", "--strict", "SHA256SUMS"],
                in: work.path("Exports/m-edition-1"))
            #expect(check.code == 0, "half a pack after \(share) of the time")
        }
        #expect(kills > 0)
        // The clock may have moved on since: the time that the killed run had noted holds.
        let last = try SealFixture.freeze(work, at: nil)
        #expect(last.code == 0, "\(last.out)\(last.err)")
        #expect(try earshot(["editions", "m", "--verify"], in: work.url).code == 0)
        #expect(work.names(in: "Exports") == ["m", "m-edition-1", "m-officers-edition-1"])
    }

    @Test(
        "that somebody changed is found out, file by file",
        arguments: [
            ("echo x >> items.csv", "items.csv: This is not what was sealed"),
            ("rm links.csv", "links.csv: This file of the sealed pack is missing"),
            ("touch extra.csv", "extra.csv: This file is no part"),
            (
                "echo x >> items.csv; sha256sum $(grep -o '[^ ]*$' SHA256SUMS) > S; mv -f S SHA256SUMS",
                "SHA256SUMS: This is not"
            ),
            ("rm -rf ../m-edition-1", "m-edition-1: The sealed pack is not here"),
        ])
    func verified(_ deed: String, _ complaint: String) throws {
        let work = try Workspace()
        try SealFixture.make(in: work)
        try SealFixture.freeze(work)
        let folder = work.path("Exports/m-edition-1")
        try run(URL(fileURLWithPath: "/bin/bash"), ["-c", "chmod u+w *; \(deed)"], in: folder)
        #expect(try earshot(["editions", "m"], in: work.url).code == 0)
        let outcome = try earshot(["editions", "m", "--verify"], in: work.url)
        #expect(outcome.code == 1 && outcome.err.contains(complaint), "\(outcome.out)\(outcome.err)")
    }

    @Test(
        "asks for a time that is one, and not before the last",
        arguments: [("yesterday", "is no date and time"), ("2026-11-19 10:00", "sealed later than that")])
    func times(_ time: String, _ complaint: String) throws {
        let work = try Workspace()
        try SealFixture.make(in: work)
        try SealFixture.freeze(work)
        try SealFixture.change(in: work)
        let outcome = try SealFixture.freeze(work, at: time)
        #expect(outcome.code == 2 && outcome.err.contains(complaint), "\(outcome.err)")
    }
}
