import EarshotCore
import EarshotIO
import Foundation
import Testing

/// What the XML reader makes of files that are long, damaged, hostile or written in old encodings; seen through the
/// importers, which is how files come to it.
@Suite("XML records")
struct XMLRecordsTests {
    /// Writes a file and reads it as threads.
    private static func outcome(_ bytes: [UInt8]) throws -> ThreadOutcome {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("earshot-\(UUID().uuidString).xml")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try ThreadOutcome(url, name: "f.xml")
    }

    private static func outcome(_ text: String) throws -> ThreadOutcome { try outcome(Array(text.utf8)) }

    private static func feed(_ items: String, head: String = "") -> String {
        "\(head)<rss version=\"2.0\"><channel><title>Harwick forum</title>\(items)</channel></rss>"
    }

    private static func item(_ text: String) -> String {
        "<item><title>Buses</title><guid>1</guid><description>\(text)</description></item>"
    }

    @Test(
        "what exports write against XML's rules is mended",
        arguments: [
            ("a&nbsp;b", "a b"), ("Fish & chips", "Fish & chips"), ("A&B;C", "A&B;C"), ("x &#0; y", "x y"),
            ("x\u{1}y", "x y"), ("caf&eacute;", "café"), ("1 &lt; 2", "1 < 2"), ("&#8217;", "’"), ("&#x2019;", "’"),
            ("<![CDATA[a & b]]>", "a & b"), ("<![CDATA[a&nbsp;b & c]]>", "a b & c"),
            ("<![CDATA[&amp;amp;]]>", "&amp;"), ("&unknown;", "&unknown;"), ("&#xD800;z", "z"), ("&", "&"),
        ])
    func mended(_ written: String, _ text: String) throws {
        let outcome = try Self.outcome(Self.feed(Self.item(written)))
        #expect(outcome.error == nil)
        #expect(outcome.comments.map(\.text) == [text])
    }

    @Test("marks that lie across the pieces of a file are seen whole", arguments: 0..<48)
    func pieces(_ shift: Int) throws {
        // A file is read in pieces of 1 MiB; every mark is moved across that line byte by byte.
        let marks = "&eacute; <![CDATA[R&D]]> &amp; <!-- & --> é ŵ 🚌 &nbsp;& "
        let head = Self.feed("").replacingOccurrences(of: "</channel></rss>", with: "<item><description>")
        let fill = String(repeating: "a", count: (1 << 20) - head.utf8.count - shift)
        let outcome = try Self.outcome(head + fill + marks + "</description></item></channel></rss>")
        #expect(outcome.comments.map { String($0.text.drop { $0 == "a" }) } == ["é R&D & é ŵ 🚌 &"])
    }

    @Test(
        "entities that a file declares are never read",
        arguments: [
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>",
            "<!DOCTYPE rss [<!ENTITY x \"words\">]>",
            "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>",
            "<!DOCTYPE rss [<!ENTITY x \"@\">]>",
            "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;&b;&b;\">]>",
            "<!DOCTYPE rss [<!ENTITY % a '<!ENTITY x \"y\">'> <!ENTITY % b '&#37;a;&#37;a;'> <!ENTITY % c "
                + "'&#37;b;&#37;b;&#37;b;&#37;b;'> %c;%c;%c;]>",
        ])
    func ownEntities(_ head: String) throws {
        // "@" stands for a long text, which would drown the report of a failure.
        let head = head.replacing("@", with: String(repeating: "a", count: 60_000))
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = try Self.outcome(
            Self.feed(Self.item(String(repeating: "&x;", count: 10_000)), head: head + "\n"))
        let refusals = [
            "The file declares entities of its own, which are never read", "The XML breaks off or is not well formed",
        ]
        #expect(outcome.error.map { refusals.contains($0.message) } == true)
        #expect(outcome.comments.isEmpty)
        #expect(clock.now - start < .seconds(5))
    }

    @Test(
        "a document type without entities does no harm",
        arguments: [
            "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" "
                + "\"http://my.netscape.com/publish/formats/rss-0.91.dtd\">",
            "<!DOCTYPE rss>", "<!DOCTYPE rss SYSTEM \"file:///etc/hostname\">",
        ])
    func documentType(_ head: String) throws {
        let outcome = try Self.outcome(Self.feed(Self.item("Words"), head: "<?xml version=\"1.0\"?>\n\(head)\n"))
        #expect(outcome.comments.map(\.text) == ["Words"])
    }

    @Test("elements nested without end are refused, not followed", arguments: [300, 100_000])
    func deep(_ depth: Int) throws {
        let outcome = try Self.outcome(
            Self.feed(
                Self.item(String(repeating: "<b>", count: depth) + String(repeating: "</b>", count: depth))))
        #expect(outcome.error?.place == "f.xml:1")
        #expect(outcome.comments.isEmpty)
    }

    @Test(
        "texts in old encodings are read by what the file declares",
        arguments: [
            ("iso-8859-15", [0xA4], "€"), ("iso-8859-1", [0xE9], "é"), ("windows-1252", [0x80], "€"),
            ("shift_jis", [0x83, 0x6F, 0x83, 0x58], "バス"), ("koi8-r", [0xE1, 0xD7], "Ав"),
            ("windows-1251", [0xC0, 0xE2], "Ав"), ("UTF-8", [0xC3, 0xA9], "é"), ("iso-8859-2", [0xB3], "ł"),
        ] as [(String, [UInt8], String)])
    func encodings(_ label: String, _ bytes: [UInt8], _ text: String) throws {
        let parts = Self.feed(Self.item("@"), head: "<?xml version=\"1.0\" encoding=\"\(label)\"?>\n").utf8
            .split(separator: UInt8(ascii: "@"), maxSplits: 1)
        let outcome = try Self.outcome(Array(parts[0]) + bytes + Array(parts[1]))
        #expect(outcome.error == nil)
        #expect(outcome.comments.map(\.text) == [text])
    }

    @Test("UTF-16 is read with and without a mark", arguments: [true, false], [true, false])
    func utf16(_ big: Bool, _ mark: Bool) throws {
        let text = Self.feed(Self.item("Tŷ £5"), head: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n")
        var bytes: [UInt8] = mark ? (big ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
        for unit in text.utf16 {
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            bytes += big ? [high, low] : [low, high]
        }
        #expect(try Self.outcome(bytes).comments.map(\.text) == ["Tŷ £5"])
    }

    @Test("a file cut off anywhere is refused with the line, and nothing traps")
    func cutOff() throws {
        let items = (1...4).map {
            "\n<item><title>Re: Buses</title><guid>\($0)</guid><description><![CDATA[é &amp; <b>"
                + "x</b>]]></description></item>"
        }.joined()
        let whole = Array(Self.feed(items, head: "<?xml version=\"1.0\"?>\n<!-- note -->\n").utf8)
        #expect(try Self.outcome(whole).comments.count == 4)
        for end in stride(from: 60, to: whole.count - 1, by: 3) {
            let outcome = try Self.outcome(Array(whole[..<end]))
            #expect(outcome.error != nil, "cut at \(end)")
            if outcome.format == "rss-feed" {
                #expect(outcome.error?.place.hasPrefix("f.xml") == true)
                #expect(outcome.error?.message == "The XML breaks off or is not well formed")
            }
        }
    }

    @Test("a file with a byte changed anywhere is read or refused, and nothing traps")
    func changed() throws {
        let whole = Array(Self.feed(Self.item("<![CDATA[Words &amp; more]]>"), head: "<?xml version=\"1.0\"?>\n").utf8)
        for at in whole.indices {
            for byte in [0x00, 0x3C, 0x3E, 0x26, 0x22, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[at] = byte
                let outcome = try Self.outcome(bytes)
                #expect(outcome.error != nil || outcome.comments.count == 1)
            }
        }
    }

    @Test("a text of more than 10 MB is refused with its line")
    func longText() throws {
        let outcome = try Self.outcome(Self.feed("\n" + Self.item(String(repeating: "word ", count: 2_200_000))))
        #expect(outcome.error?.place.hasPrefix("f.xml:") == true)
        #expect(outcome.comments.isEmpty)
    }

    @Test("names are told by namespace, whatever prefix a file binds")
    func namespaces() throws {
        let outcome = try Self.outcome(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/syndication/thread/1.0"
              xmlns:x="http://www.w3.org/1999/xhtml"><a:title>Harwick forum</a:title>
            <a:entry><a:id>1</a:id><a:title>Buses</a:title><a:author><a:name>Jo</a:name></a:author>
              <a:content type="xhtml"><x:div><x:p>One</x:p><x:p>Two</x:p></x:div></a:content></a:entry>
            <a:entry><a:id>2</a:id><a:title>Buses</a:title><t:in-reply-to ref="1"/><a:content>Three</a:content></a:entry>
            </a:feed>
            """)
        #expect(outcome.comments.map(\.text) == ["One\n\nTwo", "Three"])
        #expect(outcome.comments.map { $0.parent?.rawValue } == [nil, "1"])
        #expect(outcome.comments.first?.author == "Jo")
    }

    @Test("a feed's own Atom links are not taken for its items' links")
    func atomInRSS() throws {
        let outcome = try Self.outcome(
            "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>F</title>"
                + "<item><title>Buses</title><atom:link rel=\"self\" href=\"https://harwick.example/self\"/>"
                + "<link>https://harwick.example/1</link><description>Words</description></item></channel></rss>")
        #expect(outcome.comments.map(\.url) == ["https://harwick.example/1"])
    }
}
