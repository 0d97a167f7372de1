import Foundation
import Testing

@Suite("Packs for councillors, officers and the public")
struct AudienceTests {
    private let work: Workspace

    init() throws {
        work = try Workspace()
        _ = try work.copySample()
    }

    /// The page that a run with `options` makes, and what stands in it between the tags, white space as one blank.
    private func page(_ options: [String], in pack: String = sampleMeeting) throws -> (html: String, words: String) {
        let outcome = try earshot(["brief", sampleMeeting, "--quiet"] + options, in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        let html = try work.text("Exports/\(pack)/index.html")
        return (html, Self.words(html))
    }

    private static func words(_ html: String) -> String {
        var text = html.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: " ").replacing(/<[^>]*>/, with: " ")
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replacing(entity, with: sign)
        }
        return joined(text)
    }

    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func quotes(_ html: String) -> [String] {
        html.matches(of: /<blockquote.*?<\/blockquote>/.dotMatchesNewlines()).map { words(String($0.output)) }
    }

    private static func evidence(_ work: Workspace) throws -> [[String: String]] {
        try table(work.path("Exports/\(sampleMeeting)/comments.csv"))
    }

    @Test("for the public there is a page alone, in which no comment, person, thread or address of either stands")
    func isPublic() throws {
        _ = try page([])
        let comments = try Self.evidence(work)
        let links = try table(work.path("Exports/\(sampleMeeting)/links.csv"))
        let agenda = try String(contentsOf: sampleFolder.appendingPathComponent("agenda.html"), encoding: .utf8)
        let settings = try String(contentsOf: sampleFolder.appendingPathComponent("meeting.yaml"), encoding: .utf8)
        let pack = "\(sampleMeeting)-public"
        let (html, words) = try page(["--for", "public"], in: pack)
        #expect(work.names(in: "Exports/\(pack)") == ["SHA256SUMS", "index.html"])
        #expect(words.contains("under 5") && words.contains("Weirside Library"))
        #expect(words.firstMatch(of: /(?i)(resident|councillor|moderator|council officer) \d/) == nil)
        // Numbers are ids too, and stand in every page.
        let ids = Set(comments.compactMap { $0["comment_id"] }.filter { $0.count > 3 })
        #expect(ids.count > 100)
        #expect(ids.filter { html.contains($0) } == [])
        // A thread may be called as a street of the agenda, and its page may be that of its place.
        let titles = Set(links.compactMap { $0["thread_title"] }.filter { !$0.isEmpty && !agenda.contains($0) })
        let addresses = Set(links.compactMap { $0["url"] } + comments.compactMap { $0["url"] })
            .filter { !$0.isEmpty && !settings.contains($0) }
        #expect(titles.count > 5 && addresses.count > 20)
        #expect(titles.filter { words.contains(Self.joined($0)) } == [])
        #expect(addresses.filter { html.contains($0.replacing("&", with: "&amp;")) } == [])
    }

    @Test("the public is quoted no more than short allows, whatever is asked for")
    func neverVerbatim() throws {
        let pack = "\(sampleMeeting)-public"
        let usual = try page(["--for", "public"], in: pack).html
        #expect(try page(["--for", "public", "--quotes", "verbatim"], in: pack).html == usual)
        #expect(try page(["--for", "public", "--quotes", "none"], in: pack).html != usual)
    }

    @Test("officers see the id of every comment, and what was left out with the reason; councillors do not")
    func officers() throws {
        let councillors = try page([])
        let comments = try Self.evidence(work)
        let (html, words) = try page(["--for", "officers"], in: "\(sampleMeeting)-officers")
        let ids = comments.map { "<code>\($0["thread_id"] ?? "")/\($0["comment_id"] ?? "")</code>" }
        #expect(ids.count > 200 && ids.filter { !html.contains($0) } == [])
        #expect(ids.allSatisfy { !councillors.html.contains($0) })
        let excluded = comments.filter { $0["status"] == "excluded" }
        #expect(!excluded.isEmpty)
        let leftOut = try #require(words.firstRange(of: "Left out, with the reasons")).upperBound
        for comment in excluded { #expect(words[leftOut...].contains(comment["exclusion_reason"] ?? "?")) }
        let late = try #require(excluded.first { $0["text"]?.isEmpty == false }?["text"])
        #expect(words.contains(Self.joined(late)) && !councillors.words.contains(Self.joined(late)))
    }

    @Test("--quotes none quotes nobody: only texts that several have copied stand there")
    func none() throws {
        let usual = Self.quotes(try page([]).html)
        let quotes = Self.quotes(try page(["--quotes", "none"]).html)
        #expect(usual.filter { $0.contains("Opposes ·") }.count > 5)
        #expect(
            quotes.filter { $0.contains("Opposes ·") || $0.contains("Supports ·") || $0.contains(" unclear ·") } == [])
        #expect(quotes.filter { $0.contains("Resident ") } == [])
    }

    @Test("--quotes short holds no six words in a row of a comment that anybody can search for")
    func short() throws {
        let comments = try Self.run(of: page([]), Self.evidence(work))
        #expect(comments.usual > 10)
        let short = Self.quotes(try page(["--quotes", "short"]).html)
        #expect(short.contains { $0.contains("A comment of about") })
        #expect(short.filter { Self.holds(comments.open, $0) } == [])
    }

    /// The runs of six words of comments that stand in open places and that nobody has copied, and how many quotes of the
    /// usual pack hold one.
    private static func run(
        of page: (html: String, words: String), _ comments: [[String: String]]
    ) throws -> (open: Set<String>, usual: Int) {
        let closed = ["St Cadda's Parents"]
        let copied = Set(comments.compactMap { $0["copy_of_comment"] })
        var open: Set<String> = []
        for comment in comments where !closed.contains(comment["place"] ?? "") {
            if comment["copy_of_comment"] != "" || copied.contains(comment["comment_id"] ?? "") { continue }
            open.formUnion(runs(comment["text"] ?? ""))
        }
        return (open, quotes(page.html).count { holds(open, $0) })
    }

    private static func runs(_ text: String) -> [String] {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= 6 else { return [] }
        return (0...(words.count - 6)).map { words[$0..<($0 + 6)].joined(separator: " ") }
    }

    private static func holds(_ open: Set<String>, _ quote: String) -> Bool {
        runs(quote).contains(where: open.contains)
    }
}
