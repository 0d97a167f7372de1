extension Schema {
    /// Positions read from evidence, officers' labels, and what vectors are kept for.
    static let positions = [
        "ALTER TABLE score ADD COLUMN other_language TEXT",
        // What the import declares or the words state. `position`, `basis` and `confidence` are the final ones, in which
        // what was read from evidence or taught has its part.
        "ALTER TABLE score ADD COLUMN said_position TEXT NOT NULL DEFAULT 'unclear'",
        "ALTER TABLE score ADD COLUMN said_basis TEXT NOT NULL DEFAULT 'none'",
        "ALTER TABLE score ADD COLUMN said_confidence INTEGER NOT NULL DEFAULT 0",
        // Scores made before hold none of this: they are made anew.
        "DELETE FROM score",
        "UPDATE meeting SET scored_by = NULL",
        // The revision, method and mode of the last final positions; NULL once a score or a label has changed since.
        "ALTER TABLE meeting ADD COLUMN positions_by TEXT",
        // What an officer says of a comment's position toward an item. `text` is the digest of the words judged: a label
        // counts for these words only, and for every copy of them. Never changed by a run.
        """
        CREATE TABLE label (
            item INTEGER NOT NULL REFERENCES item, text BLOB NOT NULL,
            comment INTEGER NOT NULL REFERENCES comment, position TEXT NOT NULL,
            PRIMARY KEY (item, text)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE position_reading (
            item INTEGER PRIMARY KEY REFERENCES item, read INTEGER NOT NULL, unread INTEGER NOT NULL,
            discussed INTEGER NOT NULL, blind INTEGER NOT NULL, zero INTEGER NOT NULL,
            -- JSON: what came of the officer's labels; NULL where there are none.
            taught TEXT
        ) STRICT
        """,
        "DROP TABLE vector",
        """
        CREATE TABLE vector (
            meeting INTEGER NOT NULL REFERENCES meeting,
            -- What it was read for: "link" or "position".
            use TEXT NOT NULL,
            -- The digest of a text, and its vector (SentenceVector.bytes) by the encoder named.
            text BLOB NOT NULL, encoder TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (meeting, use, text)
        ) STRICT, WITHOUT ROWID
        """,
    ]
}
