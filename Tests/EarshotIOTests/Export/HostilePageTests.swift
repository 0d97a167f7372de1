import EarshotCore
import EarshotIO
import Testing

@Suite("Hostile text in a page")
struct HostilePageTests {
    static let strings = [
        "<script>alert(1)</script>", "</title><script>alert(1)</script>", "</style><script src=//evil.example>",
        "<ScRiPt\u{0}>alert(1)</sCrIpT>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "\" onfocus=alert(1) autofocus=\"", "<svg/onload=alert(1)>", "<!--><script>", "]]><script>", "&lt;script&gt;",
        "&#60;script&#62;", "javascript:alert(1)", " \u{1}javascript:alert(1)", "JaVaScRiPt:alert(1)",
        "java\u{A}script:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)",
        "//evil.example/x", "https://ok.example/\"><script>", "<iframe srcdoc='<script>'>",
        "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0>", "\u{202E}gnp.exe\u{202C}", "\u{2066}\u{2067}\u{2069}",
        "\u{0}\u{7}\u{1B}[31m",
        "a\u{301}\u{301}\u{301}", "\u{FEFF}\u{200B}", "`${alert(1)}`", "{{constructor.constructor('alert(1)')()}}", "",
    ]
    private static let names: Set = [
        "!doctype", "html", "head", "meta", "title", "style", "body", "svg", "defs", "pattern", "rect", "a", "header",
        "div", "p", "h1", "h2", "h3", "h4", "main", "strong", "b", "ul", "ol", "li", "span", "table", "caption",
        "thead",
        "tbody", "tr", "th", "td", "section", "blockquote", "footer", "details", "summary", "code", "dl",
        "dt", "dd",
    ]
    private static let attributes: Set = [
        "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "aria-hidden", "aria-label", "role",
        "scope", "dir", "width", "height", "x", "y", "viewbox", "preserveaspectratio", "patternunits",
        "patterntransform", "tabindex", "colspan", "html",
    ]

    /// What about a page, made wholly or partly of `string`, a browser could run or be led astray by.
    private static func dangers(_ string: String) -> [String] {
        let briefs = [
            SampleBrief { _ in string }.brief, SampleBrief { $0 + string }.brief, SampleBrief { string + $0 }.brief,
        ]
        return briefs.flatMap { brief in
            let page = PageScan(brief)
            var dangers =
                page.text.unicodeScalars.contains {
                    (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
                }
                ? ["turns the direction of writing"] : []
            if page.text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }) {
                dangers.append("control character")
            }
            for tag in page.tags {
                if !names.contains(tag.name) { dangers.append("<\(tag.name)>") }
                for (name, value) in tag.attributes {
                    if !attributes.contains(name) { dangers.append("\(name) in <\(tag.name)>") }
                    if name == "href", !isHarmless(value) { dangers.append("href \(value)") }
                }
            }
            if page.tags(named: "style").count != 1 { dangers.append("another style sheet") }
            return dangers.sorted()
        }
    }

    private static func isHarmless(_ address: String) -> Bool {
        let lower = address.lowercased()
        return ["http://", "https://", "mailto:", "#"].contains(where: lower.hasPrefix)
    }

    @Test("stays text, wherever it stands", arguments: strings)
    func own(_ string: String) {
        #expect(HostilePageTests.dangers(string) == [])
    }

    @Test(
        "stays text in the collections that others have gathered",
        .enabled(if: RealStrings.areHere, Comment(rawValue: RealStrings.absence)))
    func gathered() throws {
        let strings = try RealStrings.lines("xss") + RealStrings.lines("blns")
        #expect(strings.count > 200)
        // One page for each string would take minutes: 150 at a time.
        for start in stride(from: 0, to: strings.count, by: 150) {
            let joined = strings[start..<min(start + 150, strings.count)].joined(separator: " ")
            #expect(HostilePageTests.dangers(joined) == [], "strings \(start) to \(start + 149)")
        }
    }

    @Test("the scanner sees what it looks for")
    func scanner() {
        let page = PageScan("<p onclick=\"x\">a &lt;b&gt;</p><script>1</script>")
        #expect(page.tags.map(\.name) == ["p", "p", "script", "script"])
        #expect(page.tags[0].attributes == ["onclick": "x"])
        #expect(page.words == "a <b> 1")
    }

    @Test("is escaped in text and in attributes, and nothing else is changed")
    func escapes() {
        var html = HTMLWriter()
        html.element(.p, .label("a\"b'c<d>e&f"), text: "a\"b'c<d>e&f\u{8}\u{9B}\u{202E}é\u{FFFE}🙂\u{200F}")
        let text = "a&quot;b&#39;c&lt;d&gt;e&amp;f"
        let expected = "<p aria-label=\"\(text)\">\(text)\u{FFFD}\u{FFFD}é\u{FFFD}🙂\u{200F}</p>\n"
        #expect(String(decoding: html.bytes, as: UTF8.self) == expected)
    }
}

@Suite("Addresses in a page")
struct SafeURLTests {
    @Test(
        "that lead to a page or a letter stay",
        arguments: [
            ("https://council.example/a?b=c&d=e#f", "https://council.example/a?b=c&d=e#f"),
            ("HTTP://council.example", "HTTP://council.example"),
            ("mailto:a@council.example", "mailto:a@council.example"),
            ("  https://council.example/a b ", "https://council.example/a%20b"),
            ("https://council.example/\"<>`{|}\\^", "https://council.example/%22%3C%3E%60%7B%7C%7D%5C%5E"),
            ("https://council.example/łąka", "https://council.example/łąka"),
        ])
    func kept(_ raw: String, _ text: String) {
        #expect(SafeURL(raw)?.text == text)
    }

    @Test(
        "that could run something or lead elsewhere go",
        arguments: [
            "", "   ", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)", " javascript:alert(1)", "javascript\u{301}:alert(1)",
            "javascript:\u{301}alert(1)",
            "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "//evil.example", "\\\\evil.example",
            "/\\evil.example", "https:evil.example", "https:///evil.example", "http://", "mailto:", "ftp://a.example",
            "https://a.example/\u{202E}x", ":x", "council.example/a", "/a", "#a", "?a=b", "a/b:c", "comments.csv",
        ])
    func refused(_ raw: String) {
        #expect(SafeURL(raw) == nil)
    }

    @Test(
        "of the pack's own files are their names, and nothing else",
        arguments: [
            ("comments.csv", true), ("SHA256SUMS", true), ("csv-metadata.json", true), ("", false), ("../x", false),
            (".htaccess", false), ("javascript:x", false), ("a b", false), ("a\"b", false), ("é.csv", false),
        ])
    func packFiles(_ name: String, _ isKept: Bool) {
        #expect(SafeURL(packFile: name)?.text == (isKept ? name : nil))
    }
}
