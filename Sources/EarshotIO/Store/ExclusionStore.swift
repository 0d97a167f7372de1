package import EarshotCore
import GRDB

extension Store {
    /// Leaves comments out of the pack for a reason, or (reason `nil`) takes them in again. All of them, or none.
    ///
    /// A comment is named by its id, or by "thread/comment" where the id stands in several threads. Throws a
    /// `Diagnostic` where an id names no comment or several.
    package func exclude(_ names: [String], of meeting: Meeting.ID, reason: String?) throws {
        try write { db in
            let meetingRow = try Self.row(of: meeting, db)
            for name in names {
                let row = try Self.comment(named: name, in: meetingRow, db)
                try Self.refuseErased(row, name, db)
                if let reason {
                    try db.execute(
                        sql: """
                            INSERT INTO exclusion (comment, reason) VALUES (?, ?)
                            ON CONFLICT (comment) DO UPDATE SET reason = excluded.reason
                            """, arguments: [row, reason])
                } else {
                    try db.execute(sql: "DELETE FROM exclusion WHERE comment = ?", arguments: [row])
                }
            }
            try Self.touch(meetingRow, db)
        }
    }

    private static func refuseErased(_ row: Int64, _ name: String, _ db: Database) throws {
        let state = try String.fetchOne(db, sql: "SELECT state FROM comment WHERE row = ?", arguments: [row])
        guard state == ThreadComment.SourceState.erased.rawValue else { return }
        throw Diagnostic(
            .error, "The comment \u{201C}\(name)\u{201D} is erased: it stays left out",
            mend: "Name other comments only; nothing was changed")
    }

    static func comment(named name: String, in meeting: Int64, _ db: Database) throws -> Int64 {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT c.row, t.id || '/' || c.id FROM comment c JOIN thread t ON t.row = c.thread
                WHERE c.meeting = :meeting AND (c.id = :name OR t.id || '/' || c.id = :name) ORDER BY c.row LIMIT 6
                """, arguments: ["meeting": meeting, "name": name])
        guard let first = rows.first else {
            throw Diagnostic(
                .error, "This meeting has no comment \u{201C}\(name)\u{201D}",
                mend: "Take the comment_id from comments.csv, or thread_id/comment_id")
        }
        guard rows.count == 1 else {
            let full = rows.map { $0[1] as String }.joined(separator: ", ")
            throw Diagnostic(
                .error, "Several comments have the id \u{201C}\(name)\u{201D}", mend: "Say which thread: \(full)")
        }
        return first[0]
    }
}
