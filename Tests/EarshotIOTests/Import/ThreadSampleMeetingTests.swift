import EarshotCore
import EarshotIO
import Foundation
import Testing

/// The threads of the sample meeting, counted by hand.
@Suite("The sample meeting's threads")
struct ThreadSampleMeetingTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Agendas/kinsterley-cabinet-2026-11-25/threads")

    struct Sheet: Sendable, CustomTestStringConvertible {
        var name: String
        var format: String
        var threads: Int
        var comments: Int
        var missing = 0
        /// Comments that the source marks as deleted or hidden.
        var gone = 0
        var testDescription: String { name }
    }

    static let files = [
        Sheet(name: "discourse-tannery-yard.json", format: "discourse-topic", threads: 1, comments: 17),
        Sheet(
            name: "discourse-tanyard-lane.json", format: "discourse-topic", threads: 1, comments: 22, missing: 3,
            gone: 1),
        Sheet(name: "facebook-abbotsgate-castle-meadow.txt", format: "typed-sheet", threads: 3, comments: 18),
        Sheet(name: "facebook-weirside-matters.txt", format: "typed-sheet", threads: 2, comments: 34),
        Sheet(name: "hendre-hill-noticeboard.csv", format: "comments-csv", threads: 2, comments: 16),
        Sheet(name: "kinsterley-courier.csv", format: "comments-csv", threads: 2, comments: 30),
        Sheet(name: "parents-app-priory-road.csv", format: "comments-csv", threads: 1, comments: 21),
        // A post that only links is no comment: 29 of the 30 things in the file.
        Sheet(
            name: "reddit-three-weekly-bins.json", format: "reddit-thread", threads: 1, comments: 29, missing: 2,
            gone: 1),
        Sheet(
            name: "reddit-weirside-library.json", format: "reddit-thread", threads: 1, comments: 34, missing: 7, gone: 2
        ),
        Sheet(name: "survey-zone-k.csv", format: "comments-csv", threads: 1, comments: 33),
    ]

    private static let columns = [
        "thread_id": "Conversation", "comment_id": "Message no.", "author": "Member", "posted_at": "Sent",
        "likes": "Hearts", "network": "App",
    ]

    @Test("every file gives its comments, each with a time and, unless it is gone, words", arguments: files)
    func file(_ sheet: Sheet) throws {
        let url = Self.folder.appending(path: sheet.name)
        let outcome = try ThreadOutcome(
            url, name: sheet.name, columns: sheet.name.hasPrefix("parents") ? Self.columns : [:])
        #expect(outcome.error == nil)
        #expect(outcome.format == sheet.format)
        #expect(outcome.threads.count == sheet.threads)
        #expect(outcome.comments.count == sheet.comments)
        #expect(outcome.skipped.isEmpty)
        #expect(outcome.threads.reduce(0) { $0 + $1.missingReplies } == sheet.missing)
        #expect(outcome.comments.count { $0.state != .visible } == sheet.gone)
        #expect(outcome.comments.allSatisfy { $0.posted != nil })
        #expect(outcome.comments.allSatisfy { $0.state != .visible || (!$0.text.isEmpty && $0.author != nil) })
        let ids = Set(outcome.comments.map(\.id)).union(
            outcome.threads.map { .init($0.id.rawValue.replacing("reddit:", with: "")) })
        #expect(outcome.comments.allSatisfy { $0.parent.map(ids.contains) ?? true })
    }

    @Test("every file of the folder is in the table")
    func whole() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { !$0.hasPrefix(".") }
        #expect(names.sorted() == Self.files.map(\.name))
    }
}
