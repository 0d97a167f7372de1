import EarshotCore
import EarshotIO
import Foundation
import Testing

/// What one importer hands over, counted.
private struct Tallied {
    var format = ""
    var threads: [DiscussionThread.ID: DiscussionThread] = [:]
    var comments: [ThreadComment] = []
    var skipped = 0
    var passedOver = 0
    var totals: [Int] = []
    var error: Diagnostic?

    init(_ bytes: [UInt8]) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString).json")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try self.init(url)
    }

    init(_ url: URL) throws {
        var tallied = self
        do {
            let file = try SourceFile(url)
            let importer = try ThreadImporters.importer(for: try file.head(), path: "in.json")
            tallied.format = importer.format.name
            try importer.read(file, context: ImportContext(path: "in.json")) { record in
                switch record {
                case .thread(let thread): tallied.threads[thread.id] = thread
                case .comment(let comment):
                    #expect(tallied.threads[comment.thread] != nil)
                    tallied.comments.append(comment)
                case .skipped(_, let records): tallied.skipped += records
                case .passedOver(_, let records): tallied.passedOver += records
                case .note: break
                case .total(let total): tallied.totals.append(total)
                }
            }
        } catch let fault as Diagnostic {
            tallied.error = fault
        }
        self = tallied
    }

    var isBalanced: Bool { totals == [comments.count + skipped + passedOver] }
}

@Suite(
    "Real saved threads in JSON",
    .enabled(if: RealThreads.areHere, "The real files are not here; set EARSHOT_REAL_DATA to the folder with them"))
struct ThreadJSONRealFileTests {
    private static func json(_ url: URL) throws -> Any { try JSONSerialization.jsonObject(with: Data(contentsOf: url)) }

    @Test("YouTube's comments and replies are all there", arguments: RealThreads.files(in: "threads/youtube_json"))
    func youtube(_ url: URL) throws {
        let items = try #require((try Self.json(url) as? NSDictionary)?["items"] as? [NSDictionary])
        var held = 0
        var missing = 0
        for item in items {
            let replies = ((item["replies"] as? NSDictionary)?["comments"] as? [Any])?.count ?? 0
            held += 1 + replies
            missing += ((item["snippet"] as? NSDictionary)?["totalReplyCount"] as? Int ?? 0) - replies
        }
        let outcome = try Tallied(url)
        #expect(outcome.format == "youtube-comments")
        #expect(outcome.comments.count == held)
        #expect(outcome.isBalanced)
        #expect(outcome.threads.values.reduce(0) { $0 + $1.missingReplies } == missing)
        #expect(
            outcome.comments.allSatisfy { $0.posted != nil && $0.author?.hasPrefix("UC") == true && $0.likes != nil })
    }

    @Test(
        "statuses of Mastodon are read, a context without replies is refused",
        arguments: RealThreads.files(in: "threads/mastodon").filter { $0.pathExtension == "json" })
    func mastodon(_ url: URL) throws {
        let value = try #require(try Self.json(url) as? NSDictionary)
        let outcome = try Tallied(url)
        #expect(outcome.format == "mastodon-thread")
        if value["ancestors"] != nil {
            let count = [value["ancestors"], value["descendants"]].reduce(0) { $0 + (($1 as? [Any])?.count ?? 0) }
            #expect(count == 0)
            #expect(outcome.error?.message == "The Mastodon thread holds no replies")
        } else {
            #expect(outcome.comments.count == 1)
            #expect(outcome.isBalanced)
            #expect(outcome.comments.first?.author == ((value["account"] as? NSDictionary)?["acct"] as? String))
        }
    }

    @Test(
        "pages with their comments are read by their common names",
        arguments: RealThreads.files(in: "threads/generic_json"))
    func generic(_ url: URL) throws {
        let pages = try #require(try Self.json(url) as? [NSDictionary])
        let outcome = try Tallied(url)
        #expect(outcome.format == "comments-json")
        #expect(outcome.comments.count == pages.reduce(0) { $0 + (($1["comments"] as? [Any])?.count ?? 0) })
        #expect(outcome.threads.count == pages.count)
        #expect(outcome.isBalanced)
        let all = outcome.comments.map { "\($0)" }.joined() + outcome.threads.values.map { "\($0)" }.joined()
        #expect(!all.contains("@") && !all.contains("0.0.0.0"))
    }

    @Test("Reddit and Discourse files balance", arguments: ["threads/reddit_json", "threads/discourse_json"])
    func balance(_ folder: String) throws {
        for url in RealThreads.files(in: folder) {
            let outcome = try Tallied(url)
            #expect(outcome.isBalanced || outcome.error != nil, "\(url.path)")
        }
    }

    /// Snapshots are JSON but for commas before closing marks and ids such as `record(4)`.
    @Test(
        "Bluesky's snapshots of threads give every post that they hold",
        arguments: RealThreads.files(in: "threads/bluesky").filter { $0.lastPathComponent == "thread.test.ts.snap" })
    func bluesky(_ url: URL) throws {
        let text = try String(contentsOf: url, encoding: .utf8)
        var threads = 0
        for part in text.components(separatedBy: "\n`;\n") {
            guard let start = part.range(of: "= `\n") else { continue }
            let body = part[start.upperBound...].replacingOccurrences(
                of: ",(\\s*[}\\]])", with: "$1", options: .regularExpression
            ).replacingOccurrences(of: "\\\\", with: "\\")
            guard let value = try? JSONSerialization.jsonObject(with: Data(body.utf8)) else { continue }
            let posts = Self.posts(value)
            guard posts > 0 else { continue }
            threads += 1
            let outcome = try Tallied(Array(body.utf8))
            #expect(outcome.format == "bluesky-thread")
            if posts == 1, Self.isShown(value) == false {
                // Nothing but a post that is gone: there is no thread to read, and that is said.
                #expect(outcome.error != nil)
                continue
            }
            #expect(outcome.comments.count + outcome.skipped + outcome.passedOver == posts)
            #expect(outcome.isBalanced)
        }
        #expect(threads >= 5)
    }

    /// Whether the answer's own post is one that can be read.
    private static func isShown(_ value: Any) -> Bool {
        let answer = value as? NSDictionary
        let thread = answer?["thread"] as? NSDictionary ?? answer
        return thread?["post"] is NSDictionary
    }

    /// Places of a thread: posts, and posts that are not shown.
    private static func posts(_ value: Any) -> Int {
        guard let node = value as? NSDictionary else { return 0 }
        if node["notFound"] != nil || node["blocked"] != nil { return 1 }
        guard node["post"] is NSDictionary else { return 0 }
        return 1 + posts(node["parent"] ?? 0) + ((node["replies"] as? [Any]) ?? []).reduce(0) { $0 + posts($1) }
    }
}

@Suite("Threads in JSON that are damaged")
struct ThreadJSONDamageTests {
    static let inputs: [URL] = ThreadFixtureTests.cases.filter { $0.input.pathExtension == "json" }.map(\.input)

    @Test("a file cut off or changed anywhere is read or refused, and every record is accounted for", arguments: inputs)
    func damaged(_ url: URL) throws {
        let bytes = Array(try Data(contentsOf: url))
        var state: UInt64 = 25
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(bound, 1)
        }
        for round in 0..<24 {
            var damaged = bytes
            if round % 2 == 0 { damaged.removeSubrange(next(bytes.count)...) }
            for _ in 0..<round % 5 where !damaged.isEmpty {
                damaged[next(damaged.count)] = Array("{}[]\",:0x\0\n\\".utf8)[next(12)]
            }
            let outcome = try Tallied(damaged)
            #expect(outcome.isBalanced || outcome.error != nil)
        }
    }

    @Test("a Facebook text that was written byte by byte is mended, another stays")
    func mojibake() throws {
        let broken = String(
            decoding: Array("£5 – caffè 👍".utf8).flatMap { Array(String(UnicodeScalar($0)).utf8) }, as: UTF8.self)
        for (text, expected) in [(broken, "£5 – caffè 👍"), ("£5", "£5"), ("Mill Lane", "Mill Lane"), ("ça 👍", "ça 👍")] {
            let file = "{\"comments_v2\":[{\"timestamp\":1,\"data\":[{\"comment\":{\"comment\":\"\(text)\"}}]}]}"
            #expect(try Tallied(Array(file.utf8)).comments.map(\.text) == [expected])
        }
    }
}
