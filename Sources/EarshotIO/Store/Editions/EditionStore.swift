package import EarshotCore
import GRDB

extension Store {
    /// The sealed packs of a meeting, or of all meetings, by meeting, audience and number, each edition before its
    /// supplements. Packs whose sealing broke off are not among them.
    package func sealedEditions(of meeting: Meeting.ID? = nil) throws -> [SealedEdition] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT m.id AS meeting_id, e.* FROM edition e JOIN meeting m ON m.row = e.meeting
                    WHERE e.sha256 IS NOT NULL AND (m.id = :meeting OR :meeting IS NULL)
                    ORDER BY m.id, e.audience, e.number, e.supplement
                    """, arguments: ["meeting": meeting?.rawValue]
            ).map(Self.sealedEdition)
        }
    }

    /// The pack for this audience whose sealing was begun and not finished; `nil` mostly.
    package func unfinishedEdition(of meeting: Meeting.ID, for audience: Audience) throws -> SealedEdition? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT m.id AS meeting_id, e.* FROM edition e JOIN meeting m ON m.row = e.meeting
                    WHERE m.id = ? AND e.audience = ? AND e.sha256 IS NULL ORDER BY e.row DESC
                    """, arguments: [meeting.rawValue, audience.rawValue]
            ).map(Self.sealedEdition)
        }
    }

    /// Notes that a pack is about to be sealed, so that a run that is killed can be finished by the next. What an earlier
    /// run of the same audience had begun is forgotten.
    package func beginSealing(_ edition: SealedEdition) throws {
        try write { db in
            let meeting = try Self.row(of: edition.meeting, db)
            try db.execute(
                sql: "DELETE FROM edition WHERE meeting = ? AND audience = ? AND sha256 IS NULL",
                arguments: [meeting, edition.audience.rawValue])
            try db.execute(
                sql: """
                    INSERT INTO edition (meeting, audience, number, supplement, sealed, snapshot, folder)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    meeting, edition.audience.rawValue, edition.number, edition.supplement, edition.sealed.iso,
                    edition.snapshot, edition.folder,
                ])
        }
    }

    /// Records a pack that stands in its place, with how each comment stood: all of them of an edition, those that
    /// changed of a supplement. Call `prepareSealing` before, in the same run.
    package func finishSealing(_ edition: SealedEdition) throws {
        try write { db in
            let meeting = try Self.row(of: edition.meeting, db)
            let row = try Int64.fetchOne(
                db,
                sql: """
                    UPDATE edition SET sha256 = ?, read = ?, included = ?, summary = ?
                    WHERE meeting = ? AND audience = ? AND number = ? AND supplement = ? AND sha256 IS NULL
                    RETURNING row
                    """,
                arguments: [
                    edition.sha256, edition.read, edition.included, try JSONColumn.text(edition.summary), meeting,
                    edition.audience.rawValue, edition.number, edition.supplement,
                ])
            guard let row else {
                throw Diagnostic(
                    .error, "Another program sealed a pack of this meeting at the same time",
                    mend: "List what is sealed: earshot editions \(edition.meeting.rawValue)")
            }
            let changed = edition.supplement == 0 ? "" : "WHERE s.row IN (SELECT row FROM temp.change)"
            try db.execute(
                sql: """
                    INSERT INTO edition_comment (edition, thread, comment, digest, item, reason, state, position)
                    SELECT ?, s.thread, s.comment, s.digest, s.item, s.reason, s.state, s.position
                    FROM temp.sealing s \(changed) ORDER BY s.thread, s.comment
                    """, arguments: [row])
        }
    }

    /// The sealed packs that hold any of these comments: a row of their own, or, in an edition for the public, perhaps a
    /// quote. In the order of `sealedEditions(of:)`.
    package func sealedEditions(
        holding comments: [(thread: DiscussionThread.ID, comment: ThreadComment.ID)], of meeting: Meeting.ID
    ) throws -> [SealedEdition] {
        let editions = try sealedEditions(of: meeting)
        return try read { db in
            let statement = try db.makeStatement(
                sql: """
                    SELECT reason IS NULL FROM edition_comment WHERE edition = ? AND thread = ? AND comment = ?
                        AND state IN ('visible', 'empty')
                    """)
            return try editions.filter { edition in
                // The public reads no row of a single comment; a supplement for it holds figures only.
                if edition.audience == .public, edition.supplement > 0 { return false }
                return try comments.contains { comment in
                    let isIncluded = try Bool.fetchOne(
                        statement, arguments: [edition.row, comment.thread.rawValue, comment.comment.rawValue])
                    return isIncluded.map { $0 || edition.audience != .public } ?? false
                }
            }
        }
    }

    /// A number that is another one once a different program has changed the database.
    package func dataVersion() throws -> Int {
        try read { db in try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
    }

    private static func sealedEdition(_ row: Row) throws -> SealedEdition {
        guard let sealed = LocalTime(iso: row["sealed"]), let audience = Audience(rawValue: row["audience"]) else {
            throw Diagnostic(
                .error, "A sealed edition stands in the database in a way this program does not know",
                mend: "Use the newest Earshot that has worked with this database")
        }
        var edition = SealedEdition(
            meeting: Meeting.ID(row["meeting_id"]), audience: audience, number: row["number"],
            supplement: row["supplement"], sealed: sealed, snapshot: row["snapshot"], folder: row["folder"])
        edition.sha256 = row["sha256"] ?? ""
        edition.read = row["read"]
        edition.included = row["included"]
        edition.row = row["row"]
        let summary: String = row["summary"]
        if summary != "{}" { edition.summary = try JSONColumn.value(from: summary) }
        return edition
    }
}
