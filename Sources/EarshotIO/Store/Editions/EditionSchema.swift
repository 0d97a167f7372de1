extension Schema {
    /// Sealed editions and their supplements.
    static let editions = [
        """
        CREATE TABLE edition (
            row INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting, audience TEXT NOT NULL,
            -- Editions of an audience count from 1, and so do the supplements of each; 0 is the edition itself.
            number INTEGER NOT NULL, supplement INTEGER NOT NULL,
            -- The wall clock of the meeting's zone; SHA-256 of what the database held; the folder's name.
            sealed TEXT NOT NULL, snapshot TEXT NOT NULL, folder TEXT NOT NULL,
            -- SHA-256 of the folder's SHA256SUMS; NULL until the pack stands in its place.
            sha256 TEXT,
            read INTEGER NOT NULL DEFAULT 0, included INTEGER NOT NULL DEFAULT 0,
            -- JSON: the figures that the next supplement is compared with (SealedSummary).
            summary TEXT NOT NULL DEFAULT '{}',
            UNIQUE (meeting, audience, number, supplement)
        ) STRICT
        """,
        // How each comment stood when it was sealed: all of an edition, of a supplement those it shows. The digest is of
        // the comment's words, never the words.
        """
        CREATE TABLE edition_comment (
            edition INTEGER NOT NULL REFERENCES edition, thread TEXT NOT NULL, comment TEXT NOT NULL,
            digest BLOB NOT NULL, item TEXT, reason TEXT, state TEXT NOT NULL, position TEXT NOT NULL,
            PRIMARY KEY (edition, thread, comment)
        ) STRICT, WITHOUT ROWID
        """,
        // Short words can be guessed from their digest: of an erased comment not even that stays.
        """
        CREATE TRIGGER edition_erasure AFTER UPDATE OF state ON comment WHEN NEW.state = 'erased' BEGIN
            UPDATE edition_comment SET digest = x''
            WHERE edition IN (SELECT row FROM edition WHERE meeting = NEW.meeting)
                AND thread = (SELECT id FROM thread WHERE row = NEW.thread) AND comment = NEW.id;
        END
        """,
    ]
}
