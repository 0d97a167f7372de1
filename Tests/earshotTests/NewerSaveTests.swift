import Foundation
import Testing

/// Files saved again under the same name.
@Suite("A newer save")
struct NewerSaveTests {
    private let header = "thread_id,thread_title,comment_id,author,posted_at,text\n"

    private func row(_ id: Int, _ thread: String = "T1", _ text: String = "Keep the library open") -> String {
        "\(thread),Harrow Lane Library,c\(id),p\(id),2026-11-18T10:0\(id % 10):00Z,\(text)\n"
    }

    /// A Discourse topic that says how many posts there are.
    private func topic(posts: ClosedRange<Int>, of count: Int) -> String {
        let all = posts.map {
            """
            {"id":\($0),"username":"p\($0)","created_at":"2026-11-18T10:00:00.000Z","post_number":\($0),"post_type":1,
            "cooked":"<p>Keep Harrow Lane Library open, says number \($0)</p>","topic_id":812}
            """
        }
        return """
            {"id":812,"title":"Harrow Lane Library","slug":"library","posts_count":\(count),
            "created_at":"2026-11-18T10:00:00.000Z","post_stream":{"posts":[\(all.joined(separator: ","))],
            "stream":[\((1...count).map(String.init).joined(separator: ","))]}}
            """
    }

    private func rows(_ work: Workspace) throws -> [String: [String: String]] {
        let all = try table(work.path("Exports/m/comments.csv")).map { ($0["comment_id"] ?? "", $0) }
        return Dictionary(all, uniquingKeysWith: { first, _ in first })
    }

    @Test("leaves a comment that no longer stands as an excluded row without words, and takes it in when it comes back")
    func withdrawn() throws {
        let work = try Workspace()
        let whole = header + (1...4).map { row($0) }.joined()
        try work.makeMeeting("m", threads: ["a.csv": whole])
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        let before = try work.text("Exports/m/comments.csv")
        try work.write(header + [1, 2, 4].map { row($0) }.joined(), to: "m/threads/a.csv")
        let newer = try earshot(["brief", "m"], in: work.url)
        #expect(newer.code == 0, "\(newer.err)")
        #expect(newer.out.contains("(0 new, 0 updated, 3 unchanged, 1 withdrawn)"), "\(newer.out)")
        #expect(newer.out.contains("4 comments read = 3 included + 1 excluded"), "\(newer.out)")
        let withdrawn = try #require(try rows(work)["c3"])
        #expect(withdrawn["status"] == "excluded" && withdrawn["exclusion_reason"] == "withdrawn at source")
        #expect(withdrawn["text"] == "", "what its author took back is not printed")
        #expect(try work.text("Exports/m/index.html").contains("1 comment of earlier saves withdrawn"))
        try work.write(whole, to: "m/threads/a.csv")
        let back = try earshot(["brief", "m"], in: work.url)
        #expect(back.out.contains("(0 new, 1 updated, 3 unchanged, 0 withdrawn)"), "\(back.out)")
        #expect(try work.text("Exports/m/comments.csv") == before)
    }

    @Test("that is partial, or partly unreadable, withdraws nothing and says so")
    func partial() throws {
        let work = try Workspace()
        try work.makeMeeting(
            "m", threads: ["t.json": topic(posts: 1...4, of: 4), "a.csv": header + (1...3).map { row($0) }.joined()])
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        try work.write(topic(posts: 1...2, of: 5), to: "m/threads/t.json")
        try work.write(header + row(1) + "T1,x\n" + row(2), to: "m/threads/a.csv")
        let newer = try earshot(["brief", "m"], in: work.url)
        #expect(newer.err.contains("2 comments of an earlier save are not in this one"), "\(newer.err)")
        #expect(newer.err.contains("1 comment of an earlier save is not in this one"), "\(newer.err)")
        #expect(newer.out.contains("3 replies are not in this file"), "\(newer.out)")
        #expect(try rows(work).values.allSatisfy { $0["status"] == "included" || $0["exclusion_reason"] == "no text" })
    }

    @Test("of one file leaves a comment that another file still holds")
    func heldElsewhere() throws {
        let work = try Workspace()
        let whole = header + (1...3).map { row($0) }.joined()
        try work.makeMeeting("m", threads: ["a.csv": whole, "b.csv": whole])
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        try work.write(header + row(1), to: "m/threads/b.csv")
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        #expect(try rows(work).values.allSatisfy { $0["status"] == "included" })
        let third = try earshot(["brief", "m"], in: work.url)
        #expect(third.out.split(separator: "(0 new, 0 updated, ").count == 3, "\(third.out)")
    }

    @Test("that cannot be read leaves the earlier one standing, with its counts, until a readable one comes")
    func unreadable() throws {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["t.json": topic(posts: 1...4, of: 4)])
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        try work.write(String(topic(posts: 1...4, of: 4).dropLast(60)), to: "m/threads/t.json")
        for _ in 0..<2 {
            let cut = try earshot(["brief", "m"], in: work.url)
            #expect(cut.code == 1)
            #expect(cut.out.contains("not read; the earlier save stands, with 4 comments"), "\(cut.out)")
            #expect(cut.err.contains("threads/t.json"), "\(cut.err)")
            #expect(try rows(work).count == 4)
            #expect(try work.text("Exports/m/pack.json").contains(#""comments":4,"records":4"#))
            #expect(try work.text("Exports/m/index.html").contains("The newest save could not be read"))
        }
        try work.write(topic(posts: 1...5, of: 5), to: "m/threads/t.json")
        let mended = try earshot(["brief", "m"], in: work.url)
        #expect(
            mended.code == 0 && mended.out.contains("(1 new, 0 updated, 4 unchanged, 0 withdrawn)"), "\(mended.out)")
    }

    @Test("an agenda among the threads, and a discussion in the agenda's place, are named as what they are")
    func wrongPlace() throws {
        let work = try Workspace()
        let page = try String(contentsOf: sampleFolder.appendingPathComponent("agenda.html"), encoding: .utf8)
        try work.makeMeeting("m", threads: ["a.csv": smallThread, "cabinet.html": page])
        let inThreads = try earshot(["brief", "m"], in: work.url)
        #expect(inThreads.code == 1)
        #expect(inThreads.err.contains("threads/cabinet.html: This is an agenda"), "\(inThreads.err)")
        #expect(inThreads.err.contains("as agenda.html"), "\(inThreads.err)")
        try work.write(topic(posts: 1...2, of: 2), to: "n/agenda.json")
        let asAgenda = try earshot(["brief", "n"], in: work.url)
        #expect(asAgenda.code == 2)
        #expect(asAgenda.err.contains("This is a saved discussion"), "\(asAgenda.err)")
    }
}
