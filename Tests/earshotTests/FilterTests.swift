import Foundation
import Testing

@Suite("The filters")
struct FilterTests {
    private func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test("score answers one line for one line, in order, and marks the lines that it cannot read")
    func scoreKeepsOrder() throws {
        let work = try Workspace()
        let input = """
            {"id":"a","text":"I love this brilliant plan"}
            {"id":"b"}
            not json
            {"id":7,"text":"Uwielbiam tę bibliotekę, nie zamykajcie jej, bo dzieci tam się uczą"}
            {"id":"d","text":"I object to this. \\ud800 It is an awful, awful idea","about":"To close the library"}
            {"id":"e","text":"hello","position":"oppose"}
            """
        let outcome = try earshot(["score"], in: work.url, input: input)
        let answers = try lines(outcome.out)
        #expect(outcome.code == 1)
        #expect(answers.count == 6)
        #expect(answers[0]["tone_label"] as? String == "positive")
        #expect(answers[1]["error"] is String && answers[1]["id"] as? String == "b")
        #expect(answers[2]["error"] is String)
        #expect(answers[3]["tone"] is NSNull && answers[3]["tone_label"] as? String == "not_scored")
        #expect(answers[3]["language"] as? String == "pl" && answers[3]["id"] as? Int == 7)
        #expect(answers[4]["position"] as? String == "oppose" && answers[4]["position_basis"] as? String == "stated")
        #expect(answers[5]["position"] as? String == "oppose" && answers[5]["position_basis"] as? String == "declared")
    }

    @Test("the weights of the tone terms and the bias add up to the tone, and the offsets give the words")
    func scoreAddsUp() throws {
        let work = try Workspace()
        let texts = [
            "Not good at all, but the park is lovely!", "VERY sad 😡😡 to see it go…", "Rubbish collection is rubbish",
            "I don’t hate it. Café’s fine, I suppose?", "Thanks ❤️", "It’s not the worst idea, really",
        ]
        let input = texts.enumerated().map { index, text in
            String(
                decoding: (try? JSONSerialization.data(withJSONObject: ["id": "\(index)", "text": text])) ?? Data(),
                as: UTF8.self)
        }.joined(separator: "\n")
        let answers = try lines(try earshot(["score"], in: work.url, input: input).out)
        #expect(answers.count == texts.count)
        var scored = 0
        for (text, answer) in zip(texts, answers) {
            let terms = try #require(answer["terms"] as? [[String: Any]])
            let bytes = Array(text.utf8)
            var sum = Int(((answer["tone_bias"] as? Double ?? 0) * 1000).rounded())
            for term in terms {
                let start = try #require(term["start"] as? Int)
                let end = try #require(term["end"] as? Int)
                #expect(String(decoding: bytes[start..<end], as: UTF8.self) == term["text"] as? String)
                if term["kind"] as? String == "tone" { sum += Int(((term["weight"] as? Double ?? 0) * 1000).rounded()) }
            }
            guard let tone = answer["tone"] as? Double else { continue }
            scored += 1
            #expect(sum == Int((tone * 1000).rounded()), "\(text)")
        }
        #expect(scored >= 4)
    }

    @Test("match answers in order with an item or none, three candidates at most, and reasons")
    func match() throws {
        let work = try Workspace()
        try work.write(
            """
            {"item_id":"A","title":"Harrow Lane Library: closing on Mondays","description":"To close the library on Mondays"}
            {"item_id":"B","title":"Parking permits in Tolpuddle Street","description":"Controlled parking zone, permits"}
            {"item_id":"C","title":"Apologies for absence"}
            """, to: "items.jsonl")
        let input = """
            {"thread_id":"1","title":"Library","comments":[{"text":"They want to shut Harrow Lane Library on a Monday"}]}
            {"title":"no id"}
            {"thread_id":"2","title":"Lost cat","comments":[{"text":"Ginger tom, answers to Biscuit"}]}
            {"thread_id":"3","title":"","comments":[{"text":"Permits in Tolpuddle St cost too much"}]}
            """
        let outcome = try earshot(["match", "--items", "items.jsonl"], in: work.url, input: input)
        let answers = try lines(outcome.out)
        #expect(outcome.code == 1)
        #expect(answers.map { $0["linked"] as? String } == ["A", nil, nil, "B"])
        #expect(answers[1]["error"] is String)
        for answer in answers where answer["linked"] is String {
            let candidates = try #require(answer["candidates"] as? [[String: Any]])
            #expect((1...3).contains(candidates.count))
            #expect(candidates[0]["item_id"] as? String == answer["linked"] as? String)
            #expect(!((candidates[0]["reasons"] as? [Any]) ?? []).isEmpty)
            #expect(candidates.allSatisfy { $0["item_id"] as? String != "C" })
        }
    }

    @Test("inspect tells the kind, the format and the counts, and stores nothing")
    func inspect() throws {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": smallThread])
        let files = ["m/agenda.md", "m/threads/a.csv", sampleFolder.appendingPathComponent("agenda.html").path]
        let found = try lines(try earshot(["inspect", "--json"] + files, in: work.url).out)
        #expect(found.map { $0["kind"] as? String } == ["agenda", "threads", "agenda"])
        #expect(found[0]["items"] as? Int == 3)
        #expect(found[1]["threads"] as? Int == 1 && found[1]["comments"] as? Int == 2)
        #expect(found[2]["items"] as? Int == 17)
        #expect(work.names(in: ".") == ["m"])
    }

    @Test("inspect reads a file of a meeting's folder with the meeting's own mapping of columns")
    func inspectWithSettings() throws {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": "Wer,Was\nann,Keep the library open\n"])
        #expect(try earshot(["inspect", "m/threads/a.csv"], in: work.url).code == 2)
        try work.write("columns:\n  threads/a.csv:\n    text: Was\n    author: Wer\n", to: "m/meeting.yaml")
        let found = try lines(try earshot(["inspect", "--json", "m/threads/a.csv"], in: work.url).out)
        #expect(found.first?["comments"] as? Int == 1)
    }
}
