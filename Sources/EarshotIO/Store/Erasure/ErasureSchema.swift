extension Schema {
    /// What was erased, and who took unredacted text out.
    static let erasures: [String] = [
        // Tombstones: the comment's row stays, without words, so that it is counted and known again.
        "CREATE INDEX comment_erased ON comment (meeting) WHERE state = 'erased'",
        // Threads whose title went with the comment that opened them.
        "CREATE TABLE erased_title (thread INTEGER PRIMARY KEY REFERENCES thread) STRICT",
        // Writers whose later comments an import does not take in either: `ErasedWriter.hash`, never the handle.
        """
        CREATE TABLE erased_author (
            meeting INTEGER NOT NULL REFERENCES meeting, hash BLOB NOT NULL, PRIMARY KEY (meeting, hash)
        ) STRICT, WITHOUT ROWID
        """,
        // One row. `swept`: 0 while the file's spare room may still hold what was erased.
        """
        CREATE TABLE erasure_state (
            row INTEGER PRIMARY KEY CHECK (row = 1), salt TEXT NOT NULL, swept INTEGER NOT NULL
        ) STRICT
        """,
        // Never changed and never shortened by the program. `at`: the wall clock of the meeting's zone.
        """
        CREATE TABLE access_log (
            row INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, meeting TEXT NOT NULL, reason TEXT NOT NULL,
            user TEXT NOT NULL, comments INTEGER NOT NULL, sha256 TEXT NOT NULL
        ) STRICT
        """,
        "DROP VIEW standing",
        view(withdrawn: true, drift: true, erased: true),
    ]
}
