import Foundation
import Testing

@Suite("Positions read from evidence")
struct EvidencePositionTests {
    private func brief(_ work: Workspace, _ more: [String] = []) throws {
        let outcome = try earshot(["brief", "m"] + more, in: work.url)
        try #require(outcome.code == 0, "\(outcome.err)")
    }

    @Test("what words leave unclear is told from evidence where it is plain; what is said or declared stands")
    func inferred() throws {
        let work = try Workspace()
        try LaneFixture.make(in: work)
        try brief(work)
        let comments = try LaneFixture.comments(work)
        try #require(comments.count == 30)
        #expect(comments.values.allSatisfy { $0["item_number"] == "2" })
        var right = 0
        var decided = 0
        for (first, texts, side) in [(1, LaneFixture.support, "support"), (21, LaneFixture.oppose, "oppose")] {
            for index in texts.indices {
                let row = try #require(comments["c\(first + index)"])
                guard row["position_basis"] == "inferred" else { continue }
                decided += 1
                right += row["position"] == side ? 1 : 0
            }
        }
        #expect(decided >= 12 && right * 10 >= decided * 9, "\(right) of \(decided)")
        #expect(comments["c41"]?["position"] == "unclear")
        #expect(comments["c51"]?["position"] == "oppose" && comments["c51"]?["position_basis"] == "stated")
        #expect(comments["c61"]?["position"] == "oppose" && comments["c61"]?["position_basis"] == "declared")
        // A copy gets the answer of the comment that it copies.
        #expect(comments["c71"]?["position"] == comments["c1"]?["position"])
        #expect(comments["c71"]?["position_basis"] == comments["c1"]?["position_basis"])
    }

    @Test(
        "in a discussion nothing is inferred, and the pack says so; what is stated stands, and an officer can teach",
        arguments: ["network", "parent_id"])
    func discussion(_ column: String) throws {
        let work = try Workspace()
        // Every comment on a network where people talk to one another, or the second an answer to the first.
        let lines = LaneFixture.lane.split(separator: "\n").enumerated().map { index, line in
            let value = column == "network" ? "facebook" : index == 2 ? "c1" : ""
            return (index == 0 ? column : value) + "," + line
        }
        try LaneFixture.make(in: work, table: lines.joined(separator: "\n") + "\n")
        try brief(work)
        let comments = try LaneFixture.comments(work)
        #expect(comments.count == 30)
        #expect(comments.values.allSatisfy { $0["position_basis"] != "inferred" })
        #expect(comments["c51"]?["position_basis"] == "stated")
        #expect(
            try work.text("Exports/m/index.html").contains("comments stand in discussions, where most take no side"))
        let asked = try earshot(["teach", "m", "2", "--count", "2"], in: work.url, input: "q\n").out
        #expect(asked.contains("1 of 2"), "\(asked)")
    }

    @Test("with --meaning off nothing is inferred, and export keeps to it")
    func off() throws {
        let work = try Workspace()
        try LaneFixture.make(in: work)
        try brief(work, ["--meaning", "off"])
        #expect(try LaneFixture.comments(work).values.allSatisfy { $0["position_basis"] != "inferred" })
        let before = try work.text("Exports/m/SHA256SUMS")
        #expect(try earshot(["export", "m"], in: work.url).code == 0)
        #expect(try work.text("Exports/m/SHA256SUMS") == before)
        try brief(work)
        #expect(try LaneFixture.comments(work).values.contains { $0["position_basis"] == "inferred" })
    }

    @Test("the order of import, a second run and what was there before change nothing")
    func repeatable() throws {
        let work = try Workspace()
        try LaneFixture.make(in: work)
        try brief(work)
        let whole = try work.text("Exports/m/SHA256SUMS")
        try brief(work)
        #expect(try work.text("Exports/m/SHA256SUMS") == whole)
        let positions = try LaneFixture.comments(work).mapValues { [$0["position"], $0["position_confidence"]] }
        let other = try Workspace()
        let lines = LaneFixture.lane.split(separator: "\n").map(String.init)
        let turned = [lines[0]] + lines.dropFirst().reversed()
        try LaneFixture.make(in: other, table: lines.prefix(9).joined(separator: "\n") + "\n")
        try brief(other)
        try LaneFixture.make(in: other, table: turned.joined(separator: "\n") + "\n")
        try brief(other)
        let later = try LaneFixture.comments(other).mapValues { [$0["position"], $0["position_confidence"]] }
        #expect(later == positions)
    }

    @Test("a run killed while it reads gives the same pack when it is run again")
    func killed() throws {
        let work = try Workspace()
        try LaneFixture.make(in: work)
        try brief(work, ["--out", "whole", "--database", "whole.sqlite"])
        #expect(try earshot(["import", "m"], in: work.url).code == 0)
        #expect(try earshot(["link", "m"], in: work.url).code == 0)
        for wait in [0.02, 0.1, 0.3] {
            _ = try run(program, ["score", "m"], in: work.url) { process in
                Foundation.Thread.sleep(forTimeInterval: wait)
                kill(process.processIdentifier, SIGKILL)
            }
        }
        try brief(work)
        #expect(try work.text("Exports/m/SHA256SUMS") == work.text("whole/m/SHA256SUMS"))
    }

    @Test("an excluded comment loses its inferred position's part, and has it again once included")
    func excluded() throws {
        let work = try Workspace()
        try LaneFixture.make(in: work)
        try brief(work)
        let before = try work.text("Exports/m/SHA256SUMS")
        #expect(try earshot(["exclude", "c23", "--reason", "abuse"], in: work.url).code == 0)
        try brief(work)
        #expect(try LaneFixture.comments(work)["c23"]?["position_basis"] == "none")
        #expect(try earshot(["include", "c23"], in: work.url).code == 0)
        try brief(work)
        #expect(try work.text("Exports/m/SHA256SUMS") == before)
    }
}
