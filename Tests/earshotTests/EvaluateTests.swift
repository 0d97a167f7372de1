import Foundation
import Testing

@Suite("earshot evaluate link")
struct EvaluateTests {
    /// Items "item-a" and "item-b" are in the held-out half, "item-e" and thread "none-2" in the dev half.
    private static let items = """
        {"item_id":"item-a","title":"Harrow Lane Library: closing on Mondays","description":"To close it on Mondays"}
        {"item_id":"item-b","title":"Parking permits in Tolpuddle Street"}
        {"item_id":"item-e","title":"Allotments at Fenwick Meadow: new rents","description":"Rents from April"}
        {"item_id":"item-d","title":"Apologies for absence"}
        """
    private static let threads = """
        {"thread_id":"1","title":"","comments":[{"text":"They want to shut Harrow Lane Library on a Monday"}],"true_item_id":"item-a"}
        {"thread_id":"2","title":"Permits","comments":[{"text":"Permits in Tolpuddle Street cost too much"},{"text":"Agreed"}],"true_item_id":"item-b"}
        {"thread_id":"3","comments":[{"text":"Have you seen the weather?"}],"true_item_id":"item-e"}

        {"thread_id":"none-2","title":"Lost cat","comments":[{"text":"Ginger tom, answers to Biscuit"}],"true_item_id":null,"group":"cats"}
        """

    private func workspace(items: String = items, threads: String = threads) throws -> Workspace {
        let work = try Workspace()
        try work.write(items, to: "set/items.jsonl")
        try work.write(threads, to: "set/threads.jsonl")
        return work
    }

    private func report(_ arguments: [String], in work: Workspace) throws -> [String: Any] {
        let outcome = try earshot(["evaluate", "link", "--json"] + arguments, in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    }

    private func row(
        _ report: [String: Any], _ method: String, half: String = "all", slice: String = "all"
    ) throws -> [String: Any] {
        let rows = try #require(report["figures"] as? [[String: Any]])
        return try #require(
            rows.first {
                $0["method"] as? String == method && $0["half"] as? String == half && $0["slice"] as? String == slice
            }, "\(method) \(half) \(slice)")
    }

    private func value(_ row: [String: Any], _ measure: String) -> Double? {
        (row[measure] as? [String: Any])?["value"] as? Double
    }

    @Test("counts threads, links and right answers of a small set, in both halves and by kind of thread")
    func figures() throws {
        let found = try report(["set"], in: workspace())
        #expect(found["items"] as? Int == 4 && found["linkable"] as? Int == 3 && found["judged"] as? Int == 4)
        let all = try row(found, "earshot")
        #expect(all["threads"] as? Int == 4 && all["with_item"] as? Int == 3 && all["hindsight"] as? Bool == false)
        #expect(all["links"] as? Int == 2 && all["right"] as? Int == 2)
        #expect(value(all, "top1") == 0.667 && value(all, "recall") == 0.667 && value(all, "f1") == 0.8)
        #expect(value(all, "precision") == 1 && value(all, "no_item_rejection") == 1)
        #expect(try row(found, "earshot", half: "held_out")["threads"] as? Int == 2)
        #expect(value(try row(found, "earshot", half: "held_out"), "top1") == 1)
        #expect(value(try row(found, "earshot", half: "dev"), "top1") == 0)
        #expect(try row(found, "earshot", slice: "1")["threads"] as? Int == 3)
        #expect(try row(found, "earshot", slice: "2")["threads"] as? Int == 1)
        #expect(try row(found, "earshot", slice: "titled")["threads"] as? Int == 2)
        for method in ["bm25", "tf_idf", "encoder"] {
            #expect(value(try row(found, method), "recall") ?? 0 >= 0.667, "\(method)")
            #expect(try row(found, method)["hindsight"] as? Bool == true)
        }
        let trust = try #require(found["reliability"] as? [[String: Any]])
        #expect(trust.count == 6)
        #expect(trust.first { $0["of"] as? String == "no_item" }?["count"] as? Int == 4)
    }

    @Test("what the linker answers does not depend on the labels")
    func labels() throws {
        let swapped = Self.threads.replacingOccurrences(of: "\"item-a\"", with: "\"item-x\"")
            .replacingOccurrences(of: "\"item-b\"", with: "\"item-a\"")
            .replacingOccurrences(of: "\"item-x\"", with: "\"item-b\"")
        let all = try row(try report(["set", "--quick"], in: workspace(threads: swapped)), "earshot")
        #expect(all["links"] as? Int == 2 && all["right"] as? Int == 0)
    }

    @Test("prints a table for people, the same bytes every time; --quick leaves the encoder out")
    func text() throws {
        let work = try workspace()
        let outcome = try earshot(["evaluate", "link", "set"], in: work.url)
        let again = try earshot(
            ["evaluate", "link", "set"], in: work.url, environment: ["TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8"])
        #expect(outcome.code == 0 && outcome.out == again.out, "\(outcome.err)")
        for part in [
            "4 threads of 1 to 2 comments, 3 items to choose from (of 4 on the agenda).",
            "All threads: 3 threads about an item, 1 about none", "Earshot  ", "BM25 *", "TF-IDF, stemmed *",
            "Sentence encoder alone *", "100.0 (", "best in hindsight",
        ] {
            #expect(outcome.out.contains(part), "\(part)\n\(outcome.out)")
        }
        let quick = try earshot(["evaluate", "link", "set", "--quick"], in: work.url)
        #expect(quick.code == 0 && !quick.out.contains("Sentence encoder"))
    }

    @Test("another method's scores stand on the same table, named after their file")
    func beside() throws {
        let work = try workspace()
        try work.write(
            """
            {"thread_id":"1","scores":[{"item_id":"item-b","score":0.5},{"item_id":"item-a","score":0.75}]}
            {"thread_id":"3","scores":[{"item_id":"item-e","score":0.9},{"item_id":"elsewhere","score":1}]}
            {"thread_id":"none-2","scores":[{"item_id":"item-e","score":0.25}]}
            """, to: "mine.jsonl")
        let all = try row(try report(["set", "--quick", "--beside", "mine.jsonl"], in: work), "mine")
        #expect(value(all, "top1") == 0.667 && value(all, "precision") == 1 && value(all, "no_item_rejection") == 1)
        #expect(all["threshold"] as? Int == 750_000)
    }

    @Test("measures a meeting by a table of right answers")
    func sample() throws {
        let answers = projectRoot.appendingPathComponent("Tests/earshotTests/sample-links.csv")
        let work = try Workspace()
        let found = try report(["--quick", "--meeting", sampleFolder.path, "--answers", answers.path], in: work)
        let all = try row(found, "earshot")
        #expect(found["judged"] as? Int == 15)
        #expect(all["with_item"] as? Int == 11)
        #expect(all["links"] as? Int == 11 && all["right"] as? Int == 11)
        #expect((found["reliability"] as? [Any])?.count == 2)
        #expect(work.names(in: ".").isEmpty)
    }

    @Test(
        "what cannot be measured is named with its file and line, and nothing is printed",
        arguments: [
            ("{\"item_id\":\"a\"}", "{}", "set/items.jsonl:1: The line has no \"title\""),
            ("[1]", "{}", "set/items.jsonl:1: The line is no JSON object"),
            ("", "{}", "set/items.jsonl: The file is empty"),
            ("{\"item_id\":\"a\",\"title\":\"A\"}", "\n{}", "set/threads.jsonl:2: The line has no \"thread_id\""),
            (
                "{\"item_id\":\"a\",\"title\":\"A\"}", "{\"thread_id\":\"1\"}",
                "set/threads.jsonl:1: The line has no \"true_item_id\""
            ),
            (
                "{\"item_id\":\"a\",\"title\":\"Apologies for absence\"}",
                "{\"thread_id\":\"1\",\"true_item_id\":\"a\"}",
                "set/threads.jsonl:1: The line names an item that threads cannot be linked to"
            ),
        ])
    func faults(_ items: String, _ threads: String, _ message: String) throws {
        let work = try workspace(items: items, threads: threads)
        let outcome = try earshot(["evaluate", "link", "set"], in: work.url)
        #expect(outcome.code == 2 && outcome.out.isEmpty)
        #expect(outcome.err.contains(message), "\(outcome.err)")
    }

    @Test(
        "a table of right answers that names what is not there is refused with its line",
        arguments: [
            ("thread_id,item_id\nT1,item-2\n", 0, ""),
            ("thread_id,item_id\nT9,item-2\n", 2, "answers.csv:2: The row names no thread of the meeting"),
            ("thread_title,item_id\nHarrow Lane Library,item-9\n", 2, "answers.csv:2: The row names no item"),
            ("thread,item\nT1,item-2\n", 2, "answers.csv: The table of right answers has other columns"),
        ])
    func answers(_ table: String, _ code: Int32, _ message: String) throws {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": smallThread])
        try work.write(table, to: "answers.csv")
        let outcome = try earshot(
            ["evaluate", "link", "--quick", "--meeting", "m", "--answers", "answers.csv"], in: work.url)
        #expect(
            outcome.code == code && (message.isEmpty || outcome.err.contains(message)), "\(outcome.err)\(outcome.out)")
    }

    @Test("asks for one thing or the other", arguments: [[], ["--meeting", "m"], ["set", "--answers", "a.csv"]])
    func arguments(_ arguments: [String]) throws {
        let work = try workspace()
        let outcome = try earshot(["evaluate", "link"] + arguments, in: work.url)
        #expect(outcome.code == 2 && outcome.err.contains("both --meeting and --answers"), "\(outcome.err)")
    }
}
