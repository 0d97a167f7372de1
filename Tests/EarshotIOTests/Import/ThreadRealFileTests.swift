import EarshotCore
import EarshotIO
import Foundation
import Testing

/// Saved threads of real forums, read where they lie; they are no part of the project.
enum RealThreads {
    static let folder: URL = {
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared/data")
        return ProcessInfo.processInfo.environment["EARSHOT_REAL_DATA"].map { URL(fileURLWithPath: $0) } ?? beside
    }()
    static var areHere: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("threads").path) }

    static func files(in path: String) -> [URL] {
        let start = folder.appendingPathComponent(path)
        let names = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
        return names.sorted().map { start.appendingPathComponent($0) }.filter { url in
            (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
    }
}

@Suite(
    "Real saved threads",
    .enabled(if: RealThreads.areHere, "The real files are not here; set EARSHOT_REAL_DATA to the folder with them"))
struct ThreadRealFileTests {
    /// Another parser's count of a Reddit answer: posts, comments, and replies left out.
    private static func count(_ value: Any, _ counts: inout (posts: [NSDictionary], comments: Int, left: Int)) {
        if let values = value as? [Any] {
            for value in values { count(value, &counts) }
            return
        }
        guard let thing = value as? NSDictionary, let data = thing["data"] as? NSDictionary else { return }
        switch thing["kind"] as? String {
        case "Listing": count(data["children"] ?? [], &counts)
        case "t3": counts.posts.append(data)
        case "t1":
            counts.comments += 1
            count(data["replies"] ?? "", &counts)
        case "more": counts.left += data["count"] as? Int ?? 0
        default: break
        }
    }

    @Test(
        "Reddit threads give as many comments as another parser counts",
        arguments: RealThreads.files(in: "threads/reddit_json"))
    func reddit(_ url: URL) throws {
        var counts: (posts: [NSDictionary], comments: Int, left: Int) = ([], 0, 0)
        Self.count(try JSONSerialization.jsonObject(with: Data(contentsOf: url)), &counts)
        let outcome = try ThreadOutcome(url, name: "r.json")
        #expect(outcome.error == nil)
        #expect(outcome.format == "reddit-thread")
        #expect(outcome.comments.count { $0.kind == .reply } == counts.comments)
        #expect(outcome.comments.count { $0.kind == .opening } == 0)  // a post that only links
        let total = counts.posts.first?["num_comments"] as? Int ?? 0
        #expect(outcome.threads.map(\.missingReplies) == [max(counts.left, total - counts.comments)])
        #expect(outcome.threads.map(\.place) == ["r/funny"])
        #expect(Set(outcome.comments.map(\.id)).count == counts.comments)
        #expect(outcome.comments.allSatisfy { $0.posted != nil && $0.parent != nil && !$0.text.contains("&gt;") })
    }

    @Test(
        "Discourse topics give their posts",
        arguments: [("topic.json", 4, 0), ("topic_posts.json", 1, 0)])
    func discourse(_ name: String, _ comments: Int, _ notices: Int) throws {
        let url = RealThreads.folder.appendingPathComponent("threads/discourse_json/\(name)")
        let outcome = try ThreadOutcome(url, name: name)
        #expect(outcome.format == "discourse-topic")
        #expect(outcome.comments.count == comments)
        #expect(outcome.notes.count == notices)
        #expect(outcome.comments.allSatisfy { !$0.text.contains("<") && $0.posted != nil && $0.author != nil })
    }

    @Test("a list of topics is refused by a sentence that says what it is")
    func topicList() throws {
        let url = RealThreads.folder.appendingPathComponent("threads/discourse_json/latest.json")
        #expect(
            try ThreadOutcome(url, name: "l.json").error?.message == "This is a list of Discourse topics, not a topic")
    }

    // Rows counted with Python's csv module.
    @Test(
        "Polis exports give a comment a row",
        arguments: [
            ("15-per-hour-seattle", 54), ("american-assembly.bowling-green", 896),
        ])
    func polis(_ name: String, _ rows: Int) throws {
        let outcome = try ThreadOutcome(
            RealThreads.folder.appendingPathComponent("comments/polis/\(name)/comments.csv"), name: "comments.csv")
        #expect(outcome.comments.count == rows)
        #expect(outcome.skipped.isEmpty)
        #expect(outcome.comments.allSatisfy { $0.posted != nil && $0.author != nil && $0.likes != nil })
    }

    @Test("other formats are not taken for threads", arguments: ["bluesky", "reddit_praw_cassette"])
    func otherFormats(_ folder: String) throws {
        let files = RealThreads.files(in: "threads/\(folder)")
        #expect(!files.isEmpty)
        for url in files {
            let outcome = try ThreadOutcome(url, name: url.lastPathComponent)
            #expect(
                outcome.error?.message.hasPrefix("The file is in none of the formats read here") == true, "\(url.path)")
        }
    }

    @Test(
        "hostile texts are not taken for threads", arguments: ["adversarial/xss", "adversarial/blns"])
    func noThreads(_ folder: String) throws {
        let files = RealThreads.files(in: folder)
        #expect(!files.isEmpty)
        for url in files {
            let outcome = try ThreadOutcome(url, name: url.lastPathComponent)
            #expect(outcome.error != nil, "\(url.path)")
            #expect(outcome.comments.isEmpty)
        }
    }

    @Test("no agenda and no list of meetings is taken for a discussion")
    func noAgendas() {
        let files = RealThreads.files(in: "agendas")
        #expect(!files.isEmpty)
        for url in files { #expect(Inspection(of: url).kind != .threads, "\(url.path)") }
    }

    @Test(
        "csv_spectrum's tables are read as its JSON says",
        arguments:
            RealThreads.files(in: "adversarial/csv_spectrum").filter { $0.pathExtension == "csv" })
    func spectrum(_ url: URL) throws {
        let data = try Data(contentsOf: url.deletingPathExtension().appendingPathExtension("json"))
        let json = try JSONSerialization.jsonObject(with: data)
        let expected = try #require(json as? [[String: String]] ?? (json as? [String: String]).map { [$0] })
        let table = try CSVTable.read(try SourceFile(url), path: url.lastPathComponent)
        let rows = table.rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(table.header.names, row.fields))
        }
        #expect(rows.map(Self.comparable) == expected.map(Self.comparable))
        #expect(table.diagnostics.isEmpty)
    }

    /// The set's own CSV and JSON disagree on a telephone number, and some copies of it lost their carriage returns.
    private static func comparable(_ row: [String: String]) -> [String: String] {
        row.filter { $0.key != "Contact Phone Number" }.mapValues { $0.replacing("\r\n", with: "\n") }
    }
}
