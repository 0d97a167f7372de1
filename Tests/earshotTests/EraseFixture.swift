import Foundation
import Testing

/// A small meeting whose words are easily found again, and how they are looked for.
enum EraseFixture {
    /// What must be nowhere once it is erased, from a comment, a title and a handle; invented words.
    static let words = "quibblewort", title = "Snorkelgate at Harrow Lane Library", handle = "Zelda_Oakapple"

    static let table = """
        thread_id,thread_title,comment_id,author,posted_at,ward,text
        T1,Harrow Lane Library,c1,ann,2026-11-18T10:00:00Z,,Please keep Harrow Lane Library open on Mondays
        T1,Harrow Lane Library,c2,\(handle),2026-11-18T11:00:00Z,Elm Bank,"I object to closing the library, says this quibblewort of a resident of Mill Lane"
        T1,Harrow Lane Library,c3,bob,2026-11-18T12:00:00Z,,"You say: I object to closing the library, says this quibblewort of a resident of Mill Lane. I agree"

        """

    static func reddit(_ more: String = "") -> String {
        """
        [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"name":"t3_9a","title":"\(title)",
        "selftext":"The quibblewort was mine, on Mondays.","author":"\(handle)","subreddit":"harrow",
        "permalink":"/r/harrow/comments/9a/x/","created_utc":1794247440,"is_self":true}}]}},
        {"kind":"Listing","data":{"children":[
        \(more){"kind":"t1","data":{"name":"t1_9b","parent_id":"t3_9a","link_id":"t3_9a","body":"Harrow Lane Library is ours.",
        "author":"cara","subreddit":"harrow","created_utc":1794247500}}]}}]
        """
    }

    static func ready() throws -> Workspace {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": table, "b.json": reddit()])
        let outcome = try earshot(["brief", "m"], in: work.url)
        try #require(outcome.code == 0, "\(outcome.err)")
        return work
    }

    /// Whether a file holds a word, in whatever case.
    static func holds(_ word: String, _ file: URL) -> Bool {
        let bytes = (try? Data(contentsOf: file)) ?? Data()
        return String(decoding: bytes, as: UTF8.self).lowercased().contains(word.lowercased())
    }

    /// Files that hold a word: the database with all that stands beside it, or the packs.
    static func holders(_ word: String, in work: Workspace, pack: Bool = false) -> [String] {
        let names =
            pack
            ? work.names(in: "Exports/m").map { "Exports/m/\($0)" }
            : work.names(in: "").filter { $0.hasPrefix("earshot.sqlite") }
        return names.filter { holds(word, work.path($0)) }
    }

    static func erase(_ arguments: [String], in work: Workspace) throws -> Outcome {
        let outcome = try earshot(["erase"] + arguments + ["--at", "2026-11-23 10:00"], in: work.url)
        // Whatever comes of it, nobody is shown what a person wrote, nor who that is.
        for word in [words, title, handle] {
            #expect(!(outcome.out + outcome.err).lowercased().contains(word.lowercased()))
        }
        return outcome
    }
}
