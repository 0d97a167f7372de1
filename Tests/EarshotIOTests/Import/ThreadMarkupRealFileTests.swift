import EarshotCore
import EarshotIO
import Foundation
import Testing

/// Real exports and feeds, read where they lie.
@Suite(
    "Real exports and feeds",
    .enabled(if: RealThreads.areHere, "The real files are not here; set EARSHOT_REAL_DATA to the folder with them"))
struct ThreadMarkupRealFileTests {
    /// How often a start tag stands in a file outside comments and CDATA sections: another way of counting.
    private static func count(_ names: [String], in url: URL) throws -> Int {
        var text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        for (open, close) in [("<!--", "-->"), ("<![CDATA[", "]]>")] {
            while let start = text.range(of: open) {
                let end = text.range(of: close, range: start.upperBound..<text.endIndex)?.upperBound ?? text.endIndex
                text.removeSubrange(start.lowerBound..<end)
            }
        }
        return names.reduce(0) { sum, name in
            sum + text.components(separatedBy: "<\(name)").dropFirst().count { "> /\n\r\t".contains($0.first ?? "x") }
        }
    }

    @Test("exports give a comment for each that stands in them", arguments: ["disqus_xml", "wordpress_wxr"])
    func exports(_ folder: String) throws {
        let files = RealThreads.files(in: "threads/\(folder)")
        #expect(!files.isEmpty)
        for url in files {
            let outcome = try ThreadOutcome(url, name: url.lastPathComponent)
            #expect(outcome.error == nil && outcome.addsUp)
            #expect(outcome.comments.count == (try Self.count(["post", "wp:comment"], in: url)))
            #expect(outcome.comments.allSatisfy { !$0.text.contains("<p>") && $0.author?.contains("@") != true })
            #expect(outcome.comments.allSatisfy { $0.posted != nil })
        }
    }

    // Universal Feed Parser 6.0.11 (PyPI) counts 330 entries in these 592 files, and none in 266 of them. One file that
    // declares an entity of its own (1 entry) is refused.
    @Test("every well-formed feed is read, and gives as many comments as it has entries")
    func feeds() throws {
        let files = RealThreads.files(in: "threads/feeds_wellformed").filter { $0.pathExtension == "xml" }
        #expect(files.count == 592)
        var entries = 0
        var empty = 0
        for url in files {
            let outcome = try ThreadOutcome(url, name: "feed.xml")
            #expect(["rss-feed", "atom-feed"].contains(outcome.format), "\(url.lastPathComponent)")
            guard let error = outcome.error else {
                let read = outcome.comments.count + outcome.passedOverRecords
                #expect(read == (try Self.count(Self.entries, in: url)), "\(url.lastPathComponent)")
                #expect(outcome.addsUp)
                entries += read
                continue
            }
            #expect(outcome.comments.isEmpty)
            if error.message == "The feed holds no entries" {
                empty += 1
            } else {
                #expect(url.lastPathComponent == "entity_in_doctype.xml", "\(error.line)")
                #expect(error.message == "The file declares entities of its own, which are never read")
            }
        }
        #expect(entries == 329)
        #expect(empty == 266)
    }

    private static let entries = ["item", "entry", "atom:entry", "rss:item", "atom10:entry", "a:entry"]

    @Test(
        "agendas and hostile texts are not taken for pages with comments",
        arguments: ["agendas", "adversarial/xss", "adversarial/blns"])
    func noThreads(_ folder: String) throws {
        let formats = ["schema-page", "forum-page", "rss-feed", "atom-feed", "wordpress-export", "disqus-export"]
        for url in RealThreads.files(in: folder) {
            let outcome = try ThreadOutcome(url, name: url.lastPathComponent)
            #expect(outcome.comments.isEmpty || !formats.contains(outcome.format), "\(url.path)")
        }
    }
}
