import EarshotCore
import EarshotIO
import Foundation
import Testing

/// Feeds, exports and pages that are damaged or made to do harm.
@Suite("Feeds, exports and pages with comments")
struct ThreadMarkupTests {
    private struct Sum {
        var handed = 0
        var total: Int?
        var error: Diagnostic?
    }

    /// Reads a file by whichever importer takes it; `nil` where none does.
    private static func sum(_ bytes: [UInt8]) throws -> Sum? {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("earshot-\(UUID().uuidString).html")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let file = try SourceFile(url)
        guard let importer = try? ThreadImporters.importer(for: try file.head(), path: "p.html") else { return nil }
        var sum = Sum()
        do {
            try importer.read(file, context: ImportContext(path: "p.html")) { record in
                switch record {
                case .comment: sum.handed += 1
                case .skipped(_, let count), .passedOver(_, let count): sum.handed += count
                case .total(let count): sum.total = count
                case .thread, .note: break
                }
            }
        } catch let error as Diagnostic {
            sum.error = error
        }
        return sum
    }

    @Test(
        "a damaged file is read with a sum that adds up, or refused, and nothing traps",
        arguments: ThreadFixtureTests.cases.filter {
            ["disqus-export", "wordpress-export", "rss-feed", "atom-feed", "schema-page", "schema-json", "forum-page"]
                .contains(
                    $0.format)
        })
    func damaged(_ fixture: ThreadFixtureTests.Case) throws {
        let whole = Array(try Data(contentsOf: fixture.input))
        // Bytes picked by a multiplier, the same in every run.
        var state: UInt64 = 7
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, limit)
        }
        for round in 0..<60 {
            var bytes = whole
            for _ in 0...next(4) {
                let at = next(bytes.count)
                switch next(4) {
                case 0: bytes.removeSubrange(at..<min(bytes.count, at + next(80)))
                case 1: bytes[at] = Array("<>&\"'{}[]/=\0\u{FF}".utf8)[next(13)]
                case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 200)], at: at)
                default: bytes.removeSubrange(max(at, bytes.count / 2)...)
                }
            }
            guard let sum = try Self.sum(bytes), sum.error == nil else { continue }
            #expect(sum.total == sum.handed, "round \(round)")
        }
    }

    @Test("descriptions that point to one another in circles are read once")
    func circles() throws {
        let graph = (0..<300).map { i in
            "{\"@id\":\"n\(i)\",\"@type\":\"Comment\",\"text\":\"t\(i)\",\"comment\":[{\"@id\":\"n\((i * 2 + 1) % 300)\"},"
                + "{\"@id\":\"n\((i * 2 + 2) % 300)\"},{\"@id\":\"n\((i + 1) % 300)\"}]}"
        }.joined(separator: ",")
        let page =
            "<html><script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[\(graph)]}"
            + "</script></html>"
        #expect(try Self.sum(Array(page.utf8))?.handed == 300)
    }

    @Test("elements that refer to one another in circles are read once")
    func references() throws {
        let items = (0..<1000).map { i in
            "<div id=a\(i) itemscope itemtype=\"http://schema.org/Comment\" itemref=\"a\((i + 1) % 1000) "
                + "a\((i * 7) % 1000)\"><p itemprop=text>x\(i)</p></div>"
        }.joined()
        let sum = try Self.sum(Array("<html><body>\(items)</body></html>".utf8))
        #expect(sum?.handed == 1000)
        #expect(sum?.total == 1000)
    }

    @Test("comments nested deeper than a page may be are read as far as it goes, with a warning")
    func deep() throws {
        let page =
            "<html><body>"
            + String(
                repeating: "<div itemscope itemtype=\"http://schema.org/Comment\"><p itemprop=text>x</p>", count: 2000)
        let sum = try Self.sum(Array(page.utf8))
        #expect((sum?.handed ?? 0) > 100)
        #expect(sum?.total == sum?.handed)
    }

    @Test(
        "pages in old encodings are read by what they declare",
        arguments: [
            ("koi8-r", [0xE1, 0xD7], "Ав"), ("shift_jis", [0x83, 0x6F, 0x83, 0x58], "バス"),
            ("windows-1252", [0x80], "€"),
        ] as [(String, [UInt8], String)])
    func encodings(_ label: String, _ bytes: [UInt8], _ text: String) throws {
        let start =
            "<!DOCTYPE html><html><head><meta charset=\"\(label)\"><title>T</title></head><body><div itemscope "
            + "itemtype=\"https://schema.org/Comment\"><p itemprop=\"text\">"
        let outcome = try ThreadOutcome(
            Array(start.utf8) + bytes + Array("</p></div></body></html>".utf8), name: "p.html")
        #expect(outcome.comments.map(\.text) == [text])
    }

    @Test("a page of frequently asked questions holds nobody's comments")
    func questions() throws {
        let page =
            "<!DOCTYPE html><html><body itemscope itemtype=\"https://schema.org/FAQPage\"><div itemprop=\"mainEntity\" "
            + "itemscope itemtype=\"https://schema.org/Question\"><h3 itemprop=\"name\">When?</h3><div "
            + "itemprop=\"acceptedAnswer\" itemscope itemtype=\"https://schema.org/Answer\"><p itemprop=\"text\">Now."
            + "</p></div></div></body></html>"
        let outcome = try ThreadOutcome(Array(page.utf8), name: "p.html")
        #expect(outcome.comments.isEmpty)
        #expect(outcome.error?.message == "The file speaks schema.org's words but holds no comments")
    }
}
