import Foundation
import Testing

@Suite("A database that the first version made")
struct FirstDatabaseTests {
    private static let sqlite = URL(fileURLWithPath: "/usr/bin/sqlite3")
    private static let hasSQLite = FileManager.default.isExecutableFile(atPath: sqlite.path)

    @Test(
        "is brought up to date: comments and verdicts stay, and a newer save is compared with what it held",
        .enabled(if: hasSQLite, "sqlite3 is not installed: Scripts/setup sqlite3"))
    func migrates() throws {
        let work = try Workspace()
        let made = try run(Self.sqlite, ["-bail", "old.sqlite"], in: work.url, input: firstDatabase)
        try #require(made.code == 0, "\(made.err)")
        try work.makeMeeting("m", threads: ["a.csv": smallThread])
        let outcome = try earshot(["brief", "m", "--database", "old.sqlite"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.out.contains("(0 new, 2 updated, 0 unchanged, 1 withdrawn)"), "\(outcome.out)")
        let rows = try table(work.path("Exports/m/comments.csv"))
        #expect(rows.map { $0["exclusion_reason"] } == ["", "", "withdrawn at source"])
        #expect(rows.allSatisfy { $0["item_number"] == "3" && $0["link_status"] == "attached" })
        let check = try run(
            Self.sqlite, ["old.sqlite", "PRAGMA integrity_check; PRAGMA foreign_key_check"], in: work.url)
        #expect(check.out == "ok\n", "\(check.out)")
    }
}

/// Its tables, and one meeting with three comments of one file and a person's verdict.
private let firstDatabase = """
    CREATE TABLE meeting (
        row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        council TEXT NOT NULL, body TEXT NOT NULL, title TEXT NOT NULL, start TEXT, venue TEXT NOT NULL,
        url TEXT, status TEXT NOT NULL, time_zone TEXT NOT NULL, wards TEXT NOT NULL,
        deadline TEXT, deadline_seconds INTEGER,
        rules TEXT NOT NULL, names TEXT NOT NULL, redact TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0, linked_at TEXT, scored_by TEXT
    ) STRICT;
    CREATE TABLE item (
        row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, id TEXT NOT NULL,
        position INTEGER NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, url TEXT,
        documents TEXT NOT NULL, kind TEXT NOT NULL, restricted INTEGER NOT NULL, left_out INTEGER NOT NULL,
        present INTEGER NOT NULL DEFAULT 1,
        UNIQUE (meeting, id)
    ) STRICT;
    CREATE TABLE place (
        row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, id TEXT NOT NULL,
        name TEXT NOT NULL, network TEXT NOT NULL, url TEXT, kind TEXT NOT NULL, members INTEGER,
        ward TEXT NOT NULL, topic TEXT NOT NULL, checked TEXT NOT NULL, access TEXT, UNIQUE (meeting, id)
    ) STRICT;
    CREATE TABLE file (
        row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, path TEXT NOT NULL,
        kind TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL,
        reading TEXT NOT NULL,
        threads INTEGER NOT NULL, comments INTEGER NOT NULL, skipped INTEGER NOT NULL, diagnostics TEXT NOT NULL,
        present INTEGER NOT NULL DEFAULT 1,
        UNIQUE (meeting, path)
    ) STRICT;
    CREATE TABLE author (
        row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, key TEXT NOT NULL,
        UNIQUE (meeting, key)
    ) STRICT;
    CREATE TABLE thread (
        row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, id TEXT NOT NULL,
        title TEXT NOT NULL, url TEXT, place TEXT NOT NULL, network TEXT NOT NULL, declared_item TEXT,
        missing_replies INTEGER NOT NULL, UNIQUE (meeting, id)
    ) STRICT;
    CREATE TABLE comment (
        row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting,
        thread INTEGER NOT NULL REFERENCES thread, id TEXT NOT NULL, parent TEXT,
        author INTEGER REFERENCES author, role TEXT, posted INTEGER, posted_offset INTEGER,
        text TEXT NOT NULL, url TEXT, likes INTEGER, declared_position TEXT, ward TEXT NOT NULL,
        kind TEXT NOT NULL, state TEXT NOT NULL, file INTEGER NOT NULL REFERENCES file,
        fingerprint INTEGER NOT NULL,
        UNIQUE (thread, id)
    ) STRICT;
    CREATE TABLE link (
        thread INTEGER PRIMARY KEY REFERENCES thread, item INTEGER REFERENCES item,
        suggested TEXT, candidates TEXT NOT NULL
    ) STRICT;
    CREATE TABLE verdict (
        thread INTEGER NOT NULL REFERENCES thread, item TEXT NOT NULL,
        verdict TEXT NOT NULL, PRIMARY KEY (thread, item)
    ) STRICT;
    CREATE TABLE exclusion (
        comment INTEGER PRIMARY KEY REFERENCES comment, reason TEXT NOT NULL
    ) STRICT;
    CREATE TABLE score (
        comment INTEGER PRIMARY KEY REFERENCES comment, tone INTEGER, tone_label TEXT NOT NULL,
        position TEXT NOT NULL, basis TEXT NOT NULL, confidence INTEGER NOT NULL, language TEXT NOT NULL,
        signature BLOB NOT NULL
    ) STRICT;
    CREATE TABLE copy (
        comment INTEGER PRIMARY KEY REFERENCES comment, representative INTEGER NOT NULL REFERENCES comment
    ) STRICT;
    CREATE INDEX copy_representative ON copy (representative);
    CREATE VIEW standing AS
    SELECT c.row AS row, c.meeting AS meeting, c.thread AS thread, c.author AS author, c.posted AS posted,
        l.item AS item,
        CASE
            WHEN x.reason IS NOT NULL THEN x.reason
            WHEN c.state = 'deleted' THEN 'deleted at source'
            WHEN c.state = 'hidden' THEN 'hidden by moderators at source'
            WHEN c.state = 'empty' THEN 'no text'
            WHEN f.present = 0 THEN 'file no longer in the meeting folder'
            WHEN c.posted > m.deadline_seconds THEN 'posted after the deadline for comments'
        END AS reason
    FROM comment c
    JOIN meeting m ON m.row = c.meeting
    JOIN file f ON f.row = c.file
    LEFT JOIN link l ON l.thread = c.thread
    LEFT JOIN exclusion x ON x.comment = c.row;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1: the main job');
    INSERT INTO meeting (id, council, body, title, venue, status, time_zone, wards, rules, names, redact)
        VALUES ('m', '', 'Cabinet', 'Cabinet', '', 'scheduled', 'Europe/London', '[]', '[]', '[]', '[]');
    INSERT INTO file (meeting, path, kind, format, sha256, reading, threads, comments, skipped, diagnostics)
        VALUES (1, 'threads/a.csv', 'threads', 'Table of comments (CSV)', 'abc', 'comments-csv', 1, 3, 0, '[]');
    INSERT INTO thread (meeting, id, title, place, network, missing_replies)
        VALUES (1, 'T1', 'Harrow Lane Library', '', '', 0);
    INSERT INTO comment (meeting, thread, id, text, ward, kind, state, file, fingerprint) VALUES
        (1, 1, 'c1', 'Old words', '', 'reply', 'visible', 1, 1),
        (1, 1, 'c2', 'Old words', '', 'reply', 'visible', 1, 2),
        (1, 1, 'c3', 'Old words', '', 'reply', 'visible', 1, 3);
    INSERT INTO verdict (thread, item, verdict) VALUES (1, 'item-3', 'attached');
    """
