import Foundation
import Testing

@Suite("Teaching an item's positions")
struct TeachTests {
    /// Lines of labels.
    private func labels(_ texts: [String], _ position: String) -> String {
        texts.map { "{\"text\":\"\($0)\",\"position\":\"\(position)\"}\n" }.joined()
    }

    private func ready() throws -> Workspace {
        let work = try Workspace()
        try LaneFixture.make(in: work)
        let outcome = try earshot(["brief", "m"], in: work.url)
        try #require(outcome.code == 0, "\(outcome.err)")
        return work
    }

    @Test("answers come through a pipe, one a line, and are saved at once; the next brief uses them")
    func pipe() throws {
        let work = try ready()
        let outcome = try earshot(["teach", "m", "2", "--count", "4"], in: work.url, input: "x\ns\nk\nb\nm\nO\n")
        #expect(outcome.code == 0, "\(outcome.err)")
        // The unknown answer is asked again; skipping and going back label nothing twice; the input ends before the fourth.
        #expect(outcome.out.contains("1 of 4   18 November 2026"), "\(outcome.out)")
        #expect(
            outcome.out.contains("It needs 16 labelled comments, 5 of each side, and has 1 in support and 1 opposed"))
        let list = try earshot(["teach", "m", "2", "--list"], in: work.url).out
        #expect(list.hasPrefix("2 Cycle lanes on Mill Road: 3 labels"), "\(list)")
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        let taught = try LaneFixture.comments(work).values.filter { $0["position_basis"] == "taught" }
        #expect(Set(taught.compactMap { $0["position"] }) == ["support", "mixed", "oppose"])
        #expect(taught.allSatisfy { $0["position_confidence"] == "1.000" })
        #expect(try earshot(["teach", "m", "2", "--forget"], in: work.url).out == "3 labels forgotten\n")
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        #expect(try LaneFixture.comments(work).values.allSatisfy { $0["position_basis"] != "taught" })
    }

    @Test("labels from a file are learnt from; declared comments keep their position, labelled ones get the label's")
    func file() throws {
        let work = try ready()
        try work.write(
            labels(Array(LaneFixture.support.prefix(10)), "support")
                + labels(Array(LaneFixture.oppose.prefix(10)), "OPPOSE"), to: "labels.jsonl")
        let outcome = try earshot(["teach", "m", "2", "--labels", "labels.jsonl"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(
            outcome.out.contains("20 labels taken") && outcome.out.contains("Learnt from 20 labels"), "\(outcome.out)")
        #expect(try earshot(["score", "m"], in: work.url).code == 0)
        #expect(try earshot(["export", "m"], in: work.url).code == 0)
        let comments = try LaneFixture.comments(work)
        #expect(comments["c1"]?["position"] == "support" && comments["c1"]?["position_basis"] == "taught")
        #expect(comments["c71"]?["position_basis"] == "taught")
        #expect(comments["c61"]?["position_basis"] == "declared")
        #expect(comments.values.allSatisfy { $0["position_basis"] != "inferred" })
        // A changed comment loses the label that was given to its old words.
        try LaneFixture.make(
            in: work,
            table: LaneFixture.lane.replacingOccurrences(of: LaneFixture.support[1], with: "Where is Mill Road?"))
        #expect(try earshot(["brief", "m"], in: work.url).code == 0)
        #expect(try LaneFixture.comments(work)["c2"]?["position"] != "support")
        #expect(try LaneFixture.comments(work)["c3"]?["position_confidence"] == "1.000")
        let list = try earshot(["teach", "m", "2", "--list"], in: work.url).out
        #expect(list.components(separatedBy: "the label does not count").count == 2, "\(list)")
    }

    @Test("a table names comments by id; what cannot be used is told line by line, with exit code 1")
    func table() throws {
        let work = try ready()
        try work.write(
            "comment_id,position\nc1,s\nc99,o\nc2,perhaps\nL1/c3,Oppose\n", to: "labels.csv")
        let outcome = try earshot(["teach", "m", "2", "--labels", "labels.csv"], in: work.url)
        #expect(outcome.code == 1)
        #expect(outcome.out.contains("2 labels taken"))
        #expect(
            outcome.err.contains("labels.csv:3: This meeting has no comment") && outcome.err.contains("labels.csv:4"))
        let list = try earshot(["teach", "m", "2", "--list"], in: work.url).out
        #expect(list.contains("support  L1/c1") && list.contains("oppose  L1/c3"))
    }

    @Test(
        "what cannot be taught is refused in a sentence",
        arguments: [
            (["teach", "m", "1"], "is procedural"), (["teach", "m", "9"], "The agenda has no item"),
            (["teach", "x", "2"], "There is no meeting"), (["teach", "m", "3"], "has no comment to ask about"),
            (["teach", "m", "2", "--labels", "none.csv"], "There is no such file"),
            (["teach", "m", "2", "--list", "--forget"], "one of --list, --forget and --labels"),
            (["teach", "m", "2", "--count", "0"], "--count must be 1 or more"),
        ])
    func refusals(_ arguments: [String], _ sentence: String) throws {
        let work = try ready()
        let outcome = try earshot(arguments, in: work.url)
        #expect(outcome.code == 2)
        #expect(outcome.err.contains(sentence), "\(outcome.err)")
    }
}
