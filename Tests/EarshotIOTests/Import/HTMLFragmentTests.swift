import EarshotCore
import EarshotIO
import Foundation
import Testing

/// Simple HTML is read without the HTML parser; its words must be those that the parser finds.
@Suite("HTML of comments")
struct HTMLFragmentTests {
    /// Bytes picked by a multiplier, the same in every run.
    private struct Picker {
        var state: UInt64
        mutating func number(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        mutating func one(of words: [String]) -> String { words[number(words.count)] }

        mutating func words() -> String {
            one(of: [
                "Keep the buses", " ", "\n", "  two  blanks ", "caf\u{E9}", "\u{A0}", "&amp;", "&nbsp;", "&#39;",
                "&#x27;",
                "&eacute;", "&lt;b&gt;", "1 > 0", "\u{201C}no\u{201D}", "\u{200B}", "\u{AD}", "\r\n", "\t", "\u{1F68C}",
                "https://town.example/plan",
            ])
        }

        /// What the parser must mend or leave out.
        mutating func oddity() -> String {
            one(of: [
                "&bogus;", "&", "&#0;", "&#+39;", "&#xFFFE;", "\u{1}", "\u{FEFF}", "<", "<p>", "</p>", "<b>", "</b>",
                "</a>",
                "</br>", "<u>x</u>", "<P>", "<p/>", "<br/ >", "<blockquote>q</blockquote>", "<a href=x>", "<i",
                "<!-- c -->",
                "<img src=\"x.png\" alt=\":)\">", "<a href=\"https://a.example/?a=1&b=2\">", "<span a=\"1\"b=\"2\">",
                "&amp",
            ])
        }

        mutating func inline(_ depth: Int) -> String {
            guard depth < 4 else { return words() }
            switch number(12) {
            case 0: return one(of: ["<br>", "<br/>", "<br />"])
            case 1:
                let name = one(of: ["b", "i", "em", "strong", "span"])
                return "<\(name)>\(line(depth + 1))</\(name)>"
            case 2:
                let mark = one(of: [
                    "", " class=\"mention\"", " title=\"a &quot;b&quot;\"", " rel=\"ugc\" ", " class=\"quote\"",
                ])
                let place = one(of: [
                    "https://a.example/x", "https://a.example/?a=1&amp;b=2", "/relative", "", " https://b.example ",
                ])
                return "<a href=\"\(place)\"\(mark)>\(line(4))</a>"
            case 3:
                return "<span class=\"\(one(of: ["quote", "h-card", "bbcode_quote x", ""]))\">\(line(depth + 1))</span>"
            default: return words()
            }
        }

        mutating func line(_ depth: Int) -> String { (0..<number(5)).map { _ in inline(depth) }.joined() }

        mutating func comment() -> String {
            var text = (0...number(4)).map { _ in
                number(3) == 0 ? line(0) : "<p\(one(of: ["", "", " class=\"x\"", " "]))>\(line(0))</p>"
            }.joined(separator: one(of: ["", "\n", " "]))
            if number(5) == 0 {
                let at = text.unicodeScalars.index(text.startIndex, offsetBy: number(text.unicodeScalars.count + 1))
                text.insert(contentsOf: oddity(), at: at)
            }
            return text
        }
    }

    /// The words that are read out of each comment of a Mastodon file.
    private static func words(_ comments: [String]) throws -> [String] {
        let statuses = comments.enumerated().map { index, html -> [String: Any] in
            [
                "id": "\(index)", "created_at": "2026-11-09T10:00:00.000Z", "visibility": "public", "content": html,
                "account": ["acct": "p\(index)"],
            ]
        }
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("earshot-\(UUID().uuidString).json")
        try JSONSerialization.data(withJSONObject: statuses).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let file = try SourceFile(url)
        var found = [String](repeating: "not handed over", count: comments.count)
        let importer = try ThreadImporters.importer(for: try file.head(), path: "p.json")
        try importer.read(file, context: ImportContext(path: "p.json")) { record in
            if case .comment(let comment) = record, let index = Int(comment.id.rawValue) { found[index] = comment.text }
        }
        return found
    }

    @Test("simple HTML gives the words that the parser finds in it", arguments: 0..<8)
    func same(_ seed: UInt64) throws {
        var picker = Picker(state: seed)
        let comments = (0..<1500).map { _ in picker.comment() }.filter { $0.contains("<") || $0.contains("&") }
        // A comment in the markup is nothing that is read without the parser.
        let found = try Self.words(comments)
        let parsed = try Self.words(comments.map { "<!-- -->" + $0 })
        for (html, (one, other)) in zip(comments, zip(found, parsed)) {
            #expect(one == other, "\(html.debugDescription)")
        }
    }

    @Test(
        "paragraphs, line breaks and links",
        arguments: [
            ("<p>Keep it.</p><p>All of it</p>", "Keep it.\n\nAll of it"),
            ("<p>One<br>two<br />three</p>", "One\ntwo\nthree"),
            ("Tea &amp; cake &lt;here&gt;", "Tea & cake <here>"),
            (
                "<p>See <a href=\"https://a.example/?x=1&amp;y=2\">the plan</a></p>",
                "See the plan (https://a.example/?x=1&y=2)"
            ),
            (
                "<p><span class=\"h-card\"><a href=\"https://s.example/@jo\" class=\"u-url mention\">@jo</a></span> no</p>",
                "@jo no"
            ),
            ("a <b>bold</b> <i>word</i>", "a bold word"),
        ])
    func shapes(_ html: String, _ words: String) throws {
        #expect(try Self.words([html]) == [words])
    }
}
