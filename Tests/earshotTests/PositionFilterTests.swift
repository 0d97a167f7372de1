import Foundation
import Testing

@Suite("The filter of scores, with lines about one item")
struct PositionFilterTests {
    private func line(_ id: Int, _ text: String, about: String? = LaneFixture.title, more: [String: String] = [:])
        -> String
    {
        var object: [String: Any] = ["id": id, "text": text]
        if let about { object["about"] = about }
        for (key, value) in more { object[key] = value }
        let data = (try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private func answers(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private func thousandths(_ value: Any?) -> Int { Int(((value as? Double ?? .nan) * 1000).rounded()) }

    private var lane: String {
        let texts = LaneFixture.support + LaneFixture.oppose
        return texts.enumerated().map { line($0, $1) }.joined()
    }

    @Test("answers stand in the order of the lines, whatever is between them")
    func order() throws {
        let work = try Workspace()
        var input = ""
        for id in 0..<60 {
            switch id % 10 {
            case 3: input += "{\"id\":\(id)}\n"
            case 5: input += line(id, "A lovely day", about: nil)
            case 7: input += line(id, "The library is closing, which is awful", about: "Closing of Harrow Lane Library")
            default: input += line(id, LaneFixture.support[id % 12])
            }
        }
        let outcome = try earshot(["score"], in: work.url, input: input)
        #expect(outcome.code == 1)
        #expect(try answers(outcome.out).map { $0["id"] as? Int } == Array(0..<60))
    }

    @Test("an item's lines are read together wherever they stand among another's")
    func interleaved() throws {
        let work = try Workspace()
        let other = (0..<12).map { line(100 + $0, LaneFixture.oppose[$0 % 8], about: "A new playground in Dell Park") }
        let own = (LaneFixture.support + LaneFixture.oppose).enumerated().map { line($0, $1) }
        var mixed: [String] = []
        for i in own.indices { mixed += [own[i]] + (i < other.count ? [other[i]] : []) }
        let apart = try answers(try earshot(["score"], in: work.url, input: own.joined() + other.joined()).out)
        let among = try answers(try earshot(["score"], in: work.url, input: mixed.joined()).out)
        func positions(_ rows: [[String: Any]]) -> [Int: String] {
            Dictionary(
                rows.map { ($0["id"] as? Int ?? -1, "\($0["position"] ?? "") \($0["position_confidence"] ?? "")") },
                uniquingKeysWith: { first, _ in first })
        }
        #expect(positions(among) == positions(apart))
        #expect(positions(apart).count == own.count + other.count)
    }

    @Test("what is inferred carries evidence that adds up exactly")
    func evidence() throws {
        let work = try Workspace()
        let found = try answers(try earshot(["score"], in: work.url, input: lane).out)
        let inferred = found.filter { $0["position_basis"] as? String == "inferred" }
        #expect(inferred.count >= 12)
        for answer in found {
            guard let evidence = answer["evidence"] as? [String: Any] else { continue }
            let sum = ["nearness", "approval", "tone"].reduce(0) { $0 + thousandths(evidence[$1]) }
            #expect(sum - thousandths(evidence["zero"]) == thousandths(evidence["sum"]))
            guard answer["position_basis"] as? String == "inferred" else { continue }
            #expect(answer["position"] as? String == evidence["leans"] as? String)
            #expect(thousandths(answer["position_confidence"]) == thousandths(evidence["chance"]))
        }
        #expect(inferred.allSatisfy { $0["evidence"] != nil })
    }

    @Test("other languages, declared positions and lines about no item stay as they were; --meaning off leaves all so")
    func untouched() throws {
        let work = try Workspace()
        let input =
            lane + line(90, "Uwielbiam tę ulicę, nie zamykajcie jej, bo dzieci tam jeżdżą na rowerach")
            + line(91, LaneFixture.oppose[0], more: ["position": "support"])
            + line(92, LaneFixture.oppose[0], about: nil)
        let found = try answers(try earshot(["score"], in: work.url, input: input).out)
        #expect(found.suffix(3).map { $0["position_basis"] as? String } == ["none", "declared", "none"])
        let plain = try earshot(["score", "--meaning", "off"], in: work.url, input: input).out
        #expect(!plain.contains("inferred") && !plain.contains("evidence"))
    }

    @Test("the answers are the same with one processor or all")
    func processors() throws {
        let work = try Workspace()
        try work.write(lane, to: "lane.jsonl")
        let all = try earshot(["score"], in: work.url, input: lane).out
        let one = try run(
            URL(fileURLWithPath: "/usr/bin/env"), ["taskset", "-c", "0", program.path, "score"], in: work.url,
            input: lane)
        #expect(one.out == all)
    }

    @Test("labels teach: the learning curve is told on standard error, and the answers say so and add up")
    func taught() throws {
        let work = try Workspace()
        let known =
            LaneFixture.support.prefix(9).map { ($0, "support") } + LaneFixture.oppose.prefix(9).map { ($0, "oppose") }
        try work.write(
            known.enumerated().map { line($0, $1.0, about: nil, more: ["position": $1.1]) }.joined(), to: "labels.jsonl"
        )
        let outcome = try earshot(["score", "--taught", "labels.jsonl"], in: work.url, input: lane)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.err.contains("18 labels: of those left out") && outcome.err.contains("Learnt from 18 labels"))
        let found = try answers(outcome.out)
        #expect(found.count == 24 && found.allSatisfy { $0["position_basis"] as? String != "inferred" })
        #expect(found[0]["position"] as? String == "support" && thousandths(found[0]["position_confidence"]) == 1000)
        for answer in found {
            guard let evidence = answer["evidence"] as? [String: Any] else { continue }
            let words = try #require(evidence["words"] as? [[String: Any]])
            let sum = ["start", "meaning", "untaught"].reduce(0) { $0 + thousandths(evidence[$1]) }
            #expect(words.reduce(sum) { $0 + thousandths($1["weight"]) } == thousandths(evidence["sum"]))
        }
        #expect(found.filter { $0["evidence"] != nil }.count >= 4)
    }

    @Test("too few labels: it says why, and gives the positions that it has without them")
    func refused() throws {
        let work = try Workspace()
        try work.write(line(1, LaneFixture.support[0], more: ["position": "support"]), to: "labels.jsonl")
        let outcome = try earshot(["score", "--taught", "labels.jsonl"], in: work.url, input: lane)
        #expect(outcome.code == 0)
        #expect(outcome.err.contains("It needs 16 labelled comments"))
        let found = try answers(outcome.out)
        #expect(found[0]["position_basis"] as? String == "taught")
        #expect(found.contains { $0["position_basis"] as? String == "inferred" })
    }

    @Test(
        "labels that cannot be used are told by line, and what cannot go on is refused",
        arguments: [
            (
                "{\"text\":\"a\",\"position\":\"maybe\"}\n{\"text\":\"b\",\"position\":\"s\"}\n", [String](), 1,
                "labels.jsonl:1"
            ),
            ("nonsense\n{\"text\":\"b\",\"position\":\"s\"}\n", [], 1, "labels.jsonl:1"),
            ("{\"position\":\"s\"}\n", [], 2, "No label can be read"),
            (
                "{\"text\":\"a\",\"position\":\"s\",\"about\":\"x\"}\n{\"text\":\"b\",\"position\":\"s\",\"about\":\"y\"}\n",
                [], 2, "more than one item"
            ),
            ("{\"text\":\"a\",\"position\":\"s\",\"about\":\"x\"}\n", [], 2, "standard input:1"),
            ("{\"text\":\"a\",\"position\":\"s\"}\n", ["--meaning", "off"], 2, "Labels teach nothing"),
            ("{\"text\":\"a\",\"position\":\"s\"}\n", ["m"], 2, "earshot teach"),
        ])
    func errors(_ labels: String, _ more: [String], _ code: Int32, _ sentence: String) throws {
        let work = try Workspace()
        try work.write(labels, to: "labels.jsonl")
        let outcome = try earshot(["score", "--taught", "labels.jsonl"] + more, in: work.url, input: lane)
        #expect(outcome.code == code)
        #expect(outcome.err.contains(sentence), "\(outcome.err)")
    }
}
