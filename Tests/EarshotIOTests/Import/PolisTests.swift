import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Polis exports")
struct PolisTests {
    // Rows counted with Python's csv module: csv.DictReader over the same files.
    @Test(
        "a real export gives every statement with its votes, and hides what a moderator rejected",
        .enabled(if: RealThreads.areHere, "The real files are not here; set EARSHOT_REAL_DATA to the folder with them"),
        arguments: [
            ("15-per-hour-seattle", 54, 23, 1400, 936),
            ("american-assembly.bowling-green", 896, 289, 110_032, 38_760),
        ])
    func real(_ name: String, _ rows: Int, _ hidden: Int, _ agrees: Int, _ disagrees: Int) throws {
        let url = RealThreads.folder.appendingPathComponent("comments/polis/\(name)/comments.csv")
        let read = try TableOutcome(url)
        #expect(read.format == "polis-comments")
        #expect(read.comments.count == rows)
        #expect(read.total == rows)
        #expect(read.comments.count { $0.state == .hidden } == hidden)
        #expect(read.comments.reduce(0) { $0 + ($1.likes ?? 0) } == agrees)
        #expect(read.comments.reduce(0) { $0 + ($1.dislikes ?? 0) } == disagrees)
        #expect(read.comments.allSatisfy { $0.posted != nil && $0.author != nil })
    }

    @Test(
        "times are milliseconds in old exports and seconds in new ones",
        arguments: [("1762700400000", "datetime,"), ("1762700400", "")])
    func times(_ written: String, _ column: String) throws {
        let odd = column.isEmpty ? "" : "Sun Nov 09 22:00:00 WIB 2025,"
        let read = try TableOutcome(
            "timestamp,\(column)comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
                + "\(written),\(odd)0,1,2,3,1,Keep it\n")
        #expect(read.comments.map { $0.posted?.iso } == ["2025-11-09T15:00:00Z"])
    }

    @Test(
        "the other files of an export are refused by what they hold",
        .enabled(if: RealThreads.areHere, "The real files are not here; set EARSHOT_REAL_DATA to the folder with them"),
        arguments: [
            ("votes.csv", "single votes"), ("participants-votes.csv", "a row of votes for each participant"),
            ("summary.csv", "the summary of a conversation"),
        ])
    func others(_ file: String, _ what: String) throws {
        let url = RealThreads.folder.appendingPathComponent("comments/polis/15-per-hour-seattle/\(file)")
        let error = try #require(try TableOutcome(url).error)
        #expect(error.message == "This Polis file holds \(what), and no comments")
        #expect(error.mend.hasPrefix("Import comments.csv"))
    }
}
