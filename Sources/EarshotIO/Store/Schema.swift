import GRDB

/// The tables of one database file. Rows point at rows by integer; ids that come from outside are text.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: the main job") { db in
            for statement in tables + [firstStanding] { try db.execute(sql: statement) }
        }
        migrator.registerMigration("2: whole imports") { db in
            for statement in wholeImports + [standing] { try db.execute(sql: statement) }
        }
        migrator.registerMigration("3: stretches that drift") { db in
            for statement in stretches + [driftedStanding] { try db.execute(sql: statement) }
        }
        migrator.registerMigration("4: texts read for meaning") { db in try db.execute(sql: vectors) }
        migrator.registerMigration("5: positions read from evidence") { db in
            for statement in positions { try db.execute(sql: statement) }
        }
        migrator.registerMigration("6: looks and notes") { db in
            for statement in presentation { try db.execute(sql: statement) }
        }
        migrator.registerMigration("7: sealed editions") { db in
            for statement in editions { try db.execute(sql: statement) }
        }
        migrator.registerMigration("8: erasures") { db in
            for statement in erasures { try db.execute(sql: statement) }
        }
        return migrator
    }

    private static let vectors = """
        CREATE TABLE vector (
            meeting INTEGER NOT NULL REFERENCES meeting,
            -- The digest of a text, and its vector (SentenceVector.bytes) by the encoder named.
            text BLOB NOT NULL, encoder TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (meeting, text)
        ) STRICT, WITHOUT ROWID
        """

    private static let tables = [
        """
        CREATE TABLE meeting (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            council TEXT NOT NULL, body TEXT NOT NULL, title TEXT NOT NULL, start TEXT, venue TEXT NOT NULL,
            url TEXT, status TEXT NOT NULL, time_zone TEXT NOT NULL, wards TEXT NOT NULL,
            deadline TEXT, deadline_seconds INTEGER,
            rules TEXT NOT NULL, names TEXT NOT NULL, redact TEXT NOT NULL,
            -- Counts every change to the meeting's material; a stage that ran at this number has nothing to do.
            revision INTEGER NOT NULL DEFAULT 0, linked_at TEXT, scored_by TEXT
        ) STRICT
        """,
        """
        CREATE TABLE item (
            row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, id TEXT NOT NULL,
            position INTEGER NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, url TEXT,
            documents TEXT NOT NULL, kind TEXT NOT NULL, restricted INTEGER NOT NULL, left_out INTEGER NOT NULL,
            -- 0 once a newer agenda no longer lists the item; kept because verdicts may point at it.
            present INTEGER NOT NULL DEFAULT 1,
            UNIQUE (meeting, id)
        ) STRICT
        """,
        """
        CREATE TABLE place (
            row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, id TEXT NOT NULL,
            name TEXT NOT NULL, network TEXT NOT NULL, url TEXT, kind TEXT NOT NULL, members INTEGER,
            ward TEXT NOT NULL, topic TEXT NOT NULL, checked TEXT NOT NULL, access TEXT, UNIQUE (meeting, id)
        ) STRICT
        """,
        """
        CREATE TABLE file (
            row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, path TEXT NOT NULL,
            kind TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL,
            -- What else the reading depended on: reader version, column mapping, time zone.
            reading TEXT NOT NULL,
            threads INTEGER NOT NULL, comments INTEGER NOT NULL, skipped INTEGER NOT NULL, diagnostics TEXT NOT NULL,
            -- 0 once the file is no longer in the meeting's folder.
            present INTEGER NOT NULL DEFAULT 1,
            UNIQUE (meeting, path)
        ) STRICT
        """,
        """
        CREATE TABLE author (
            row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, key TEXT NOT NULL,
            UNIQUE (meeting, key)
        ) STRICT
        """,
        """
        CREATE TABLE thread (
            row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, id TEXT NOT NULL,
            title TEXT NOT NULL, url TEXT, place TEXT NOT NULL, network TEXT NOT NULL, declared_item TEXT,
            missing_replies INTEGER NOT NULL, UNIQUE (meeting, id)
        ) STRICT
        """,
        """
        CREATE TABLE comment (
            row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting,
            thread INTEGER NOT NULL REFERENCES thread, id TEXT NOT NULL, parent TEXT,
            author INTEGER REFERENCES author, role TEXT, posted INTEGER, posted_offset INTEGER,
            text TEXT NOT NULL, url TEXT, likes INTEGER, declared_position TEXT, ward TEXT NOT NULL,
            kind TEXT NOT NULL, state TEXT NOT NULL, file INTEGER NOT NULL REFERENCES file,
            -- A hash of all the fields above, by which a newer save of the same comment is told from an equal one.
            fingerprint INTEGER NOT NULL,
            UNIQUE (thread, id)
        ) STRICT
        """,
        """
        CREATE TABLE link (
            thread INTEGER PRIMARY KEY REFERENCES thread, item INTEGER REFERENCES item,
            suggested TEXT, candidates TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE verdict (
            thread INTEGER NOT NULL REFERENCES thread, item TEXT NOT NULL,
            -- confirmed, rejected, attached; or none, with an empty item, for "about no item".
            verdict TEXT NOT NULL, PRIMARY KEY (thread, item)
        ) STRICT
        """,
        """
        CREATE TABLE exclusion (
            comment INTEGER PRIMARY KEY REFERENCES comment, reason TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE score (
            comment INTEGER PRIMARY KEY REFERENCES comment, tone INTEGER, tone_label TEXT NOT NULL,
            position TEXT NOT NULL, basis TEXT NOT NULL, confidence INTEGER NOT NULL, language TEXT NOT NULL,
            -- TextSignature: the exact hash, then the bands, eight bytes each, little-endian.
            signature BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE copy (
            comment INTEGER PRIMARY KEY REFERENCES comment, representative INTEGER NOT NULL REFERENCES comment
        ) STRICT
        """,
        "CREATE INDEX copy_representative ON copy (representative)",
    ]

    /// What a database made before needs, to say of every file what became of each of its records.
    private static let wholeImports = [
        "ALTER TABLE comment ADD COLUMN dislikes INTEGER",
        "ALTER TABLE thread ADD COLUMN linked_url TEXT",
        // Kept for later: no stage reads them, no output shows them.
        "ALTER TABLE item ADD COLUMN decision TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE item ADD COLUMN minutes TEXT NOT NULL DEFAULT ''",
        // Records in the file = comments + skipped + passed_over.
        "ALTER TABLE file ADD COLUMN read INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE file ADD COLUMN passed_over INTEGER NOT NULL DEFAULT 0",
        // Comments that the last newer save changed, and those of earlier saves that no longer stand in the file.
        "ALTER TABLE file ADD COLUMN updated INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE file ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0",
        // Replies that the file itself says it does not hold.
        "ALTER TABLE file ADD COLUMN missing_replies INTEGER NOT NULL DEFAULT 0",
        // 1 where the newest save could not be read: the other columns tell of the save before.
        "ALTER TABLE file ADD COLUMN unread INTEGER NOT NULL DEFAULT 0",
        "UPDATE file SET read = comments + skipped",
        // Which threads a file holds or once held: what a newer save of it may have withdrawn is looked for there.
        """
        CREATE TABLE file_thread (
            file INTEGER NOT NULL REFERENCES file, thread INTEGER NOT NULL REFERENCES thread,
            PRIMARY KEY (file, thread)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX file_thread_thread ON file_thread (thread)",
        "INSERT INTO file_thread (file, thread) SELECT DISTINCT file, thread FROM comment",
        "DROP VIEW standing",
    ]

    /// Stretches of a thread that are about another item than the thread.
    private static let stretches = [
        // What the linker found, as JSON: an array of LinkRun.
        "ALTER TABLE link ADD COLUMN runs TEXT NOT NULL DEFAULT '[]'",
        // The comments of the stretches in force. A comment that stands here counts for this item, not for its thread's.
        // `first` names the stretch: the position of its first comment in the thread, counted from 0.
        """
        CREATE TABLE comment_link (
            comment INTEGER PRIMARY KEY REFERENCES comment, item INTEGER NOT NULL REFERENCES item,
            first INTEGER NOT NULL
        ) STRICT
        """,
        "DROP VIEW standing",
    ]

    private static var firstStanding: String { view(withdrawn: false, drift: false) }
    private static var standing: String { view(withdrawn: true, drift: false) }
    private static var driftedStanding: String { view(withdrawn: true, drift: true) }

    /// Where each comment stands: the item of its stretch, else of its thread, and the reason for which it is left out
    /// (NULL: included).
    static func view(withdrawn: Bool, drift: Bool, erased: Bool = false) -> String {
        """
        CREATE VIEW standing AS
        SELECT c.row AS row, c.meeting AS meeting, c.thread AS thread, c.author AS author, c.posted AS posted,
            \(drift ? "coalesce(k.item, l.item)" : "l.item") AS item,
            CASE
                \(erased ? "WHEN c.state = 'erased' THEN '\(ExclusionReason.erased.replacing("'", with: "''"))'" : "")
                WHEN x.reason IS NOT NULL THEN x.reason
                WHEN c.state = 'deleted' THEN '\(ExclusionReason.deleted)'
                WHEN c.state = 'hidden' THEN '\(ExclusionReason.hidden)'
                WHEN c.state = 'empty' THEN '\(ExclusionReason.empty)'
                \(withdrawn ? "WHEN c.state = 'withdrawn' THEN '\(ExclusionReason.withdrawn)'" : "")
                WHEN f.present = 0 THEN '\(ExclusionReason.fileGone)'
                WHEN c.posted > m.deadline_seconds THEN '\(ExclusionReason.late)'
            END AS reason
        FROM comment c
        JOIN meeting m ON m.row = c.meeting
        JOIN file f ON f.row = c.file
        LEFT JOIN link l ON l.thread = c.thread
        LEFT JOIN exclusion x ON x.comment = c.row
        \(drift ? "LEFT JOIN comment_link k ON k.comment = c.row" : "")
        """
    }
}

/// Why Earshot itself leaves a comment out; a person's reasons come from the participation rules.
package enum ExclusionReason {
    package static let deleted = "deleted at source"
    package static let hidden = "hidden by moderators at source"
    package static let empty = "no text"
    package static let withdrawn = "withdrawn at source"
    package static let erased = "erased at the writer's request"
    package static let fileGone = "file no longer in the meeting folder"
    package static let late = "posted after the deadline for comments"
}
