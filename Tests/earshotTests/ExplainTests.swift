import Foundation
import Testing

@Suite("earshot explain")
struct ExplainTests {
    private let work: Workspace

    init() throws { work = try Workspace() }

    private static let texts = [
        "Please don't close our LOVELY library! It's not fair on the children, but nobody listens. Is that a good idea?",
        "The bins were collected on Tuesday and it was quite nice", "sooooo good!!! #SaveOurLibrary :)",
        "It's rubbish. Rubbish collection is on Monday, and that is fine by me; I support it.", "ok", "no", "👍",
        "Absolutely disgraceful, the worst decision this council has ever made and I strongly object to it",
        "LTNs: love them or hate them, they are here", "Thank you",
        "I would not say that it's terrible, though I have never seen such a mess, and I am very, very disappointed",
    ]

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let outcome = try earshot(["explain", "--json"] + arguments, in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    }

    /// "−0.313" as −313.
    private func thousandths(_ text: some StringProtocol) -> Int? {
        let digits = String(text.filter(\.isNumber))
        guard text.contains("."), let size = Int(digits) else { return nil }
        return text.hasPrefix("\u{2212}") ? -size : size
    }

    @Test("the printed shares add up to the printed figure, which is that of the filter", arguments: texts)
    func sum(_ text: String) throws {
        let lines = try earshot(["explain", "--", text], in: work.url).out.split(separator: "\n").map(String.init)
        for line in lines { #expect(line.count <= 80, "\(line)") }
        let head = try #require(lines.firstIndex { $0.hasPrefix("Tone: ") })
        let total = try #require(lines.firstIndex { $0.contains("  all together; a comment begins at 0") })
        let shares = lines[(head + 1)..<total].compactMap { line in
            line.split(separator: " ").first.flatMap { thousandths($0) }
        }
        #expect(shares.count == total - head - 1)
        let printed = try #require(thousandths(lines[total].split(separator: " ")[0]))
        #expect(shares.reduce(0, +) == printed)
        let input = String(
            decoding: try JSONSerialization.data(withJSONObject: ["id": "1", "text": text]), as: UTF8.self)
        let scored = try earshot(["score"], in: work.url, input: input).out
        let score = try #require(try JSONSerialization.jsonObject(with: Data(scored.utf8)) as? [String: Any])
        #expect(Int(((score["tone"] as? Double ?? 9) * 1000).rounded()) == printed)
        #expect(lines[head].hasSuffix(", \(score["tone_label"] as? String ?? "")"))
    }

    @Test("the terms of --json add up, too, and the label follows from the two sums", arguments: texts)
    func sums(_ text: String) throws {
        let found = try json(["--", text])
        let sums = try #require(found["tone_sums"] as? [String: Any])
        let terms = try #require(sums["terms"] as? [[String: Any]])
        func number(_ name: String) throws -> Int {
            Int((try #require(sums[name] as? Double, "\(name)") * 1000).rounded())
        }
        func total(_ name: String) -> Int {
            terms.reduce(0) { $0 + Int((($1[name] as? Double ?? 0) * 1000).rounded()) }
        }
        let tone = Int((try #require(found["tone"] as? Double) * 1000).rounded())
        #expect(try total("weight") + number("bias") == tone)
        #expect(try total("opinion") + number("opinion_of_marks") + number("opinion_before") == number("opinion"))
        let passes = try abs(number("polarity")) + number("opinion") > number("needed") && tone != 0
        #expect(found["tone_label"] as? String == (passes ? tone < 0 ? "negative" : "positive" : "neutral"))
        for term in terms {
            let (start, end) = (try #require(term["start"] as? Int), try #require(term["end"] as? Int))
            #expect(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self) == term["text"] as? String)
        }
    }

    @Test("the screen in Docs/Commands.md is what the program prints")
    func screen() throws {
        let document = try String(contentsOf: projectRoot.appendingPathComponent("Docs/Commands.md"), encoding: .utf8)
        let command = try #require(
            document.split(separator: "\n").first { $0.hasPrefix("$ earshot explain ") }?.dropFirst(2))
        let path = program.deletingLastPathComponent().path + ":/usr/bin:/bin"
        let outcome = try run(
            URL(fileURLWithPath: "/bin/bash"), ["-c", String(command)], in: work.url, environment: ["PATH": path])
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(document.contains("$ \(command)\n\(outcome.out)```"), "\(outcome.out)")
    }

    @Test(
        "says what is not scored, and why",
        arguments: [
            ("Nie zgadzam się z tym pomysłem, to jest zły plan dla miasta", "Polish", "Only English is scored."),
            ("", "language not recognised", "There is nothing to score."),
            ("日本語です", "Japanese", "Told by its letters alone."),
        ])
    func unscored(_ text: String, _ language: String, _ reason: String) throws {
        let out = try earshot(["explain", "--", text], in: work.url).out
        #expect(
            out.contains("Language: \(language)\n") && out.contains("Tone: not scored") && out.contains(reason),
            "\(out)")
        #expect(!out.contains("Position"))
    }

    @Test(
        "reads the item's direction, and shows the evidence with its sum",
        arguments: [
            ("Harrow Lane Library: to close it on Mondays", "oppose", "speaks against the proposal."),
            ("Harrow Lane Library: to keep it open on Mondays", "support", "speaks for the proposal."),
        ])
    func about(_ title: String, _ position: String, _ sentence: String) throws {
        let text = "Please keep our library open."
        let out = try earshot(["explain", text, "--about", title], in: work.url).out
        #expect(out.contains("Position: \(position), stated") && out.contains(sentence), "\(out)")
        let lines = out.split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.contains("What speaks for (+) and against") })
        var figures: [Int] = []
        for line in lines[(start + 1)...] where figures.count < 5 {
            if let figure = line.split(separator: " ").first.flatMap({ thousandths($0) }) { figures.append(figure) }
        }
        #expect(figures.dropLast().reduce(0, +) == figures.last, "\(figures)")
    }

    @Test("reads standard input where the text is -, and shows no control characters")
    func input() throws {
        let outcome = try earshot(["explain", "-"], in: work.url, input: "good \u{1B}[31midea\u{202E}\n")
        #expect(outcome.code == 0 && outcome.out.contains("good"))
        #expect(!outcome.out.contains("\u{1B}") && !outcome.out.contains("\u{202E}"))
    }
}
