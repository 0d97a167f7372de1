import Foundation
import Testing

@Suite("earshot evaluate tone, position, language")
struct EvaluateScoresTests {
    private static let tone = """
        {"text":"This is a wonderful, beautiful idea","label":"positive"}
        {"text":"What a horrible, disgusting mess","label":"negative"}
        {"text":"The meeting starts at seven","label":"neutral"}
        {"text":"The meeting ends at nine","label":"positive"}
        """
    private static let rated = """
        {"text":"This is a wonderful, beautiful idea","rating":3.2}
        {"text":"What a horrible, disgusting mess","rating":-3}
        {"text":"The meeting starts at seven","rating":0}
        """
    private static let position = """
        {"text":"I support this proposal","about":"New zebra crossing in Fenwick Road","position":"support"}
        {"text":"I object to this proposal","about":"New zebra crossing in Fenwick Road","position":"oppose"}
        """
    private static let language = """
        {"text":"The library is open on Mondays","language":"en"}
        {"text":"Mae'r llyfrgell ar agor ar ddydd Llun","language":"cy"}
        {"text":"Der Zug kommt heute wieder zu spät","language":"cy"}
        """

    private func workspace() throws -> Workspace {
        let work = try Workspace()
        try work.write(Self.tone, to: "set/tone.jsonl")
        try work.write(Self.rated, to: "set/tone-rated.jsonl")
        try work.write(Self.position, to: "set/position-crossing.jsonl")
        try work.write(Self.language, to: "set/language.jsonl")
        return work
    }

    private func rows(_ arguments: [String], in work: Workspace) throws -> [[String: Any]] {
        let outcome = try earshot(["evaluate"] + arguments + ["--json"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
        return try #require(report["figures"] as? [[String: Any]])
    }

    private func value(
        _ rows: [[String: Any]], _ set: String, _ figure: String, slice: String = "all", method: String = "earshot"
    ) throws -> Double? {
        let row = try #require(
            rows.first {
                $0["set"] as? String == set && $0["slice"] as? String == slice && $0["method"] as? String == method
            }, "\(set) \(slice) \(method)")
        return (row[figure] as? [String: Any])?["value"] as? Double
    }

    @Test("measures every kind of set in a folder")
    func all() throws {
        let found = try rows(["all", "set"], in: workspace())
        #expect(try value(found, "tone", "accuracy") == 0.75)
        #expect(try value(found, "tone", "macro_recall") == 0.833)
        #expect(try value(found, "tone-rated", "pearson") ?? 0 > 0.9)
        #expect(try value(found, "tone-rated", "spearman") == 1)
        #expect(try value(found, "position-crossing", "right") == 1)
        #expect(try value(found, "position-crossing", "coverage") == 1)
        #expect(try value(found, "language", "accuracy") == 0.667)
        #expect(try value(found, "language", "accuracy", slice: "cy") == 0.5)
        #expect(try value(found, "language", "other", slice: "cy") == 0.5)
        let confusion = try #require(found.first { $0["set"] as? String == "tone" }?["confusion"] as? [String: Any])
        #expect((confusion["positive"] as? [String: Int]) == ["negative": 0, "neutral": 1, "positive": 1])
    }

    @Test(
        "one kind alone, of a folder or of one file",
        arguments: [
            ("tone", "set", ["tone", "tone-rated"]), ("position", "set", ["position-crossing"]),
            ("language", "set/language.jsonl", ["language"]),
        ])
    func one(_ kind: String, _ path: String, _ sets: [String]) throws {
        let found = try rows([kind, path], in: workspace())
        #expect(Set(found.compactMap { $0["set"] as? String }) == Set(sets))
    }

    @Test("another method's answers stand on the same table where it has something to say")
    func beside() throws {
        let work = try workspace()
        try work.write(
            """
            {"text":"This is a wonderful, beautiful idea","tone":0.9,"tone_label":"positive"}
            {"text":"What a horrible, disgusting mess","tone":-0.5,"tone_label":"positive"}
            """, to: "other.jsonl")
        let found = try rows(["all", "set", "--beside", "Mine=other.jsonl"], in: work)
        // What it leaves out counts as neutral: one of two positives, no negative, the neutral.
        #expect(try value(found, "tone", "macro_recall", method: "Mine") == 0.5)
        #expect(try value(found, "tone-rated", "spearman", method: "Mine") == 1)
        #expect(!found.contains { $0["kind"] as? String == "language" && $0["method"] as? String == "Mine" })
        let text = try earshot(["evaluate", "tone", "set", "--beside", "other.jsonl"], in: work.url).out
        #expect(text.contains("other  ") && text.contains("of them not scored by other"))
    }

    @Test("prints tables of 80 columns, the same bytes every time")
    func text() throws {
        let work = try workspace()
        let outcome = try earshot(["evaluate", "all", "set"], in: work.url)
        let again = try earshot(
            ["evaluate", "all", "set"], in: work.url, environment: ["TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8"])
        #expect(outcome.code == 0 && outcome.out == again.out, "\(outcome.err)")
        for part in ["tone-rated (tone, 3 texts)", "macro-recall", "Pearson r", "surest 30 %", "unknown", "draws"] {
            #expect(outcome.out.contains(part), "\(part)")
        }
        for line in outcome.out.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test(
        "what cannot be measured is named with its file and line, and nothing is printed",
        arguments: [
            ("tone.jsonl", "{\"text\":\"a\"}", "set/tone.jsonl:1: The line has no \"label\" and no \"rating\""),
            ("tone.jsonl", "{\"text\":\"a\",\"label\":\"warm\"}", "set/tone.jsonl:1: The line has no \"label\""),
            (
                "tone.jsonl", "{\"text\":\"a\",\"label\":\"neutral\"}\n{\"text\":\"a\",\"rating\":1}",
                "set/tone.jsonl: Some lines have a \"label\""
            ),
            ("position.jsonl", "{\"text\":\"a\"}", "set/position.jsonl:1: The line has no \"about\""),
            (
                "position.jsonl", "{\"text\":\"a\",\"about\":\"b\",\"position\":\"for\"}",
                "set/position.jsonl:1: The line has another \"position\""
            ),
            ("language.jsonl", "\n{\"language\":\"en\"}", "set/language.jsonl:2: The line has no \"text\""),
            ("other.jsonl", "{}", "set: There are no labelled texts"),
        ])
    func faults(_ file: String, _ lines: String, _ message: String) throws {
        let work = try Workspace()
        try work.write(lines, to: "set/\(file)")
        let outcome = try earshot(["evaluate", "all", "set"], in: work.url)
        #expect(outcome.code == 2 && outcome.out.isEmpty)
        #expect(outcome.err.contains(message), "\(outcome.err)")
    }

    @Test("speed: names each step, counts the comments")
    func speed() throws {
        let work = try workspace()
        let outcome = try earshot(["evaluate", "speed", "set/tone.jsonl", "--rounds", "1"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        for part in ["4 comments of 29 bytes", "comments a second", "everything (words, scores, signature)"] {
            #expect(outcome.out.contains(part), "\(outcome.out)")
        }
        #expect(try earshot(["evaluate", "speed", "none.jsonl"], in: work.url).code == 2)
    }
}
