import Foundation
import Testing

@Suite("A database that the fourth version made")
struct FourthDatabaseTests {
    private static let sqlite = URL(fileURLWithPath: "/usr/bin/sqlite3")
    private static let hasSQLite = FileManager.default.isExecutableFile(atPath: sqlite.path)

    @Test(
        "is brought up to date: verdicts and exclusions stay, scores are made anew, and the pack is that of a new one",
        .enabled(if: hasSQLite, "sqlite3 is not installed: Scripts/setup sqlite3"))
    func migrates() throws {
        let work = try Workspace()
        try LaneFixture.make(in: work)
        let database = ["--database", "db.sqlite"]
        #expect(try earshot(["brief", "m"] + database, in: work.url).code == 0)
        #expect(try earshot(["links", "attach", "L1", "2"] + database, in: work.url).code == 0)
        #expect(try earshot(["exclude", "c5", "--reason", "abuse"] + database, in: work.url).code == 0)
        #expect(try earshot(["brief", "m"] + database, in: work.url).code == 0)
        let before = try work.text("Exports/m/SHA256SUMS")
        let undone = try run(Self.sqlite, ["-bail", "db.sqlite"], in: work.url, input: backToTheFourth)
        try #require(undone.code == 0, "\(undone.err)")
        let outcome = try earshot(["brief", "m"] + database, in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.out.contains("Score 30 comments"))
        #expect(try work.text("Exports/m/SHA256SUMS") == before)
        let check = try run(
            Self.sqlite, ["db.sqlite", "PRAGMA integrity_check; PRAGMA foreign_key_check"], in: work.url)
        #expect(check.out == "ok\n", "\(check.out)")
    }
}

/// Takes from a database what the fifth version added.
private let backToTheFourth = """
    ALTER TABLE score DROP COLUMN other_language;
    ALTER TABLE score DROP COLUMN said_position;
    ALTER TABLE score DROP COLUMN said_basis;
    ALTER TABLE score DROP COLUMN said_confidence;
    ALTER TABLE meeting DROP COLUMN positions_by;
    DROP TABLE label;
    DROP TABLE position_reading;
    DROP TABLE vector;
    CREATE TABLE vector (
        meeting INTEGER NOT NULL REFERENCES meeting,
        text BLOB NOT NULL, encoder TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (meeting, text)
    ) STRICT, WITHOUT ROWID;
    DELETE FROM grdb_migrations WHERE identifier LIKE '5:%';
    """
