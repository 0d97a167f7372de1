import Foundation
import Testing

@Suite("Real saved files", .enabled(if: realData != nil, "no real data: set EARSHOT_REAL_DATA"))
struct RealDataTests {
    /// Occurrences of a byte string in a file: a count that shares nothing with the importers.
    private func count(_ needle: String, in file: URL) throws -> Int {
        var data = try Data(contentsOf: file)[...]
        var found = 0
        while let range = data.range(of: Data(needle.utf8)) {
            found += 1
            data = data[range.upperBound...]
        }
        return found
    }

    @Test("a real ModernGov page with real threads makes a pack that holds every comment and the page's items")
    func realMeeting() throws {
        let data = try #require(realData)
        let work = try Workspace()
        let threads = work.path("kingston/threads")
        try FileManager.default.createDirectory(at: threads, withIntermediateDirectories: true)
        func copy(_ from: String, _ to: String) throws {
            try FileManager.default.copyItem(at: data.appendingPathComponent(from), to: work.path("kingston/\(to)"))
        }
        try copy("agendas/moderngov_html/Agenda_151.html", "agenda.html")
        try copy("threads/reddit_json/TestMore.test_comments.0.json", "threads/reddit.json")
        try copy("threads/discourse_json/topic.json", "threads/discourse.json")
        try copy("comments/polis/american-assembly.bowling-green/comments.csv", "threads/statements.csv")
        let outcome = try earshot(["brief", "kingston"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        let rows = try table(work.path("Exports/kingston/comments.csv"))
        func rowCount(_ file: String) -> Int { rows.filter { $0["source_file"] == "threads/\(file)" }.count }
        let reddit = data.appendingPathComponent("threads/reddit_json/TestMore.test_comments.0.json")
        #expect(rowCount("reddit.json") == (try count("\"kind\": \"t1\"", in: reddit)))
        let discourse = data.appendingPathComponent("threads/discourse_json/topic.json")
        #expect(rowCount("discourse.json") == (try count("\"cooked\":", in: discourse)))
        #expect(rowCount("statements.csv") == 896)
        let items = try table(work.path("Exports/kingston/items.csv"))
        #expect(items.map { $0["item_number"] } == (54...65).map { "\($0)" })
        #expect(items.allSatisfy { !($0["item_title"] ?? "").contains("PDF") })
        #expect(
            try count("mgItemNumberCell", in: data.appendingPathComponent("agendas/moderngov_html/Agenda_151.html"))
                == 12)
    }
}
