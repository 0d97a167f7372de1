import Foundation

/// An invented meeting that is sealed, and what happens to it afterwards.
enum SealFixture {
    static let header = "thread_id,thread_title,comment_id,author,posted_at,text\n"
    static let library = [
        "c1": "Please keep Harrow Lane Library open on Mondays", "c2": "I object to closing the library on Mondays",
        "c3": "My children study at Harrow Lane Library", "c4": "Whoever wants the library closed is a clown",
        "c5": "I support the closing on Mondays, it saves money", "c6": "How much does the library cost on a Monday?",
    ]
    static let permits = [
        "p1": "Parking permits for Tolpuddle Street are too dear", "p2": "I support permits in Tolpuddle Street",
        "p3": "Where do visitors to Tolpuddle Street park?",
    ]

    static func rows(_ comments: [String: String], thread: String, title: String, day: Int = 18) -> String {
        comments.sorted { $0.key < $1.key }.map { id, text in
            "\(thread),\(title),\(id),writer-\(id),2026-11-\(day)T10:00:00Z,\"\(text)\"\n"
        }.joined()
    }

    static func file(_ library: [String: String] = library) -> String {
        header + rows(library, thread: "T1", title: "Harrow Lane Library")
            + rows(permits, thread: "T2", title: "Tolpuddle Street parking permits")
    }

    /// The meeting in `m`, imported into `earshot.sqlite`.
    static func make(in work: Workspace) throws {
        try work.write("deadline: 2026-11-20 17:00\n", to: "m/meeting.yaml")
        try work.makeMeeting("m", threads: ["a.csv": file()])
        try earshot(["import", "m"], in: work.url)
    }

    /// A comment edited, one withdrawn, one excluded, one new, one late, a new thread, a thread linked elsewhere.
    static func change(in work: Workspace) throws {
        var newer = library
        newer["c2"] = "I object to closing the library on Mondays and on Tuesdays"
        newer["c3"] = nil
        newer["c7"] = "Harrow Lane Library is warm and free"
        let late = rows(["c8": "Too late, but keep the library"], thread: "T1", title: "Harrow Lane Library", day: 21)
        try work.write(file(newer) + late, to: "m/threads/a.csv")
        let again = rows(["n1": "Keep Harrow Lane Library"], thread: "T3", title: "Harrow Lane Library again")
        try work.write(header + again, to: "m/threads/b.csv")
        try earshot(["import", "m"], in: work.url)
        try earshot(["exclude", "c4", "--reason", "abuse", "--meeting", "m"], in: work.url)
        try earshot(["links", "attach", "T2", "2", "--meeting", "m"], in: work.url)
    }

    @discardableResult
    static func freeze(_ work: Workspace, at time: String? = "2026-11-20 17:12", _ more: [String] = []) throws
        -> Outcome
    {
        try earshot(["freeze", "m"] + (time.map { ["--at", $0] } ?? []) + more, in: work.url)
    }
}
