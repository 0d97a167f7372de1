import Foundation
import Testing

@Suite("A database that the second version made")
struct SecondDatabaseTests {
    private static let sqlite = URL(fileURLWithPath: "/usr/bin/sqlite3")
    private static let hasSQLite = FileManager.default.isExecutableFile(atPath: sqlite.path)

    @Test(
        "is brought up to date, and gives the same pack",
        .enabled(if: hasSQLite, "sqlite3 is not installed: Scripts/setup sqlite3"))
    func migrates() throws {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": smallThread])
        #expect(try earshot(["brief", "m", "--database", "db.sqlite"], in: work.url).code == 0)
        #expect(try earshot(["links", "attach", "T1", "3", "--database", "db.sqlite"], in: work.url).code == 0)
        #expect(try earshot(["brief", "m", "--database", "db.sqlite"], in: work.url).code == 0)
        let before = try work.text("Exports/m/SHA256SUMS")
        let undone = try run(Self.sqlite, ["-bail", "db.sqlite"], in: work.url, input: backToTheSecond)
        try #require(undone.code == 0, "\(undone.err)")
        let outcome = try earshot(["brief", "m", "--database", "db.sqlite"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(try work.text("Exports/m/SHA256SUMS") == before)
        let check = try run(
            Self.sqlite, ["db.sqlite", "PRAGMA integrity_check; PRAGMA foreign_key_check"], in: work.url)
        #expect(check.out == "ok\n", "\(check.out)")
    }
}

/// Takes from a database what the third version added.
private let backToTheSecond = """
    DROP VIEW standing;
    DROP TABLE comment_link;
    ALTER TABLE link DROP COLUMN runs;
    CREATE VIEW standing AS
    SELECT c.row AS row, c.meeting AS meeting, c.thread AS thread, c.author AS author, c.posted AS posted,
        l.item AS item,
        CASE
            WHEN x.reason IS NOT NULL THEN x.reason
            WHEN c.state = 'deleted' THEN 'deleted at source'
            WHEN c.state = 'hidden' THEN 'hidden by moderators at source'
            WHEN c.state = 'empty' THEN 'no text'
            WHEN c.state = 'withdrawn' THEN 'withdrawn at source'
            WHEN f.present = 0 THEN 'file no longer in the meeting folder'
            WHEN c.posted > m.deadline_seconds THEN 'posted after the deadline for comments'
        END AS reason
    FROM comment c
    JOIN meeting m ON m.row = c.meeting
    JOIN file f ON f.row = c.file
    LEFT JOIN link l ON l.thread = c.thread
    LEFT JOIN exclusion x ON x.comment = c.row;
    DELETE FROM grdb_migrations WHERE identifier LIKE '3:%';
    """
