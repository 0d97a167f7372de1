package import EarshotCore
import GRDB

/// A line of the log: words that were erased, or that left the database as they were written.
package struct AccessEntry: Equatable, Sendable {
    package enum What: String, Sendable {
        case erased
        case unredacted = "unredacted export"
    }

    /// The wall clock of the meeting's zone.
    package var at: LocalTime
    package var what: What
    package var meeting: Meeting.ID
    /// In the officer's words; may be empty for erasures.
    package var reason: String
    /// The name of the operating system's account.
    package var user: String
    /// How many comments were erased or written.
    package var comments: Int
    /// Of the comments.csv written, lower-case hexadecimal; empty for erasures.
    package var sha256: String

    package init(
        at: LocalTime, what: What, meeting: Meeting.ID, reason: String, user: String, comments: Int = 0,
        sha256: String = ""
    ) {
        self.at = at
        self.what = what
        self.meeting = meeting
        self.reason = reason
        self.user = user
        self.comments = comments
        self.sha256 = sha256
    }
}

extension Store {
    /// Adds a line to the log.
    package func log(_ entry: AccessEntry) throws {
        try write { db in try Self.log(entry, db) }
    }

    static func log(_ entry: AccessEntry, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO access_log (at, what, meeting, reason, user, comments, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry.at.iso, entry.what.rawValue, entry.meeting.rawValue, entry.reason, entry.user, entry.comments,
                entry.sha256,
            ])
    }

    /// The log in the order in which it was written: of one meeting, or (`nil`) of all.
    package func accessLog(of meeting: Meeting.ID? = nil) throws -> [AccessEntry] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT at, what, meeting, reason, user, comments, sha256 FROM access_log
                    WHERE ?1 IS NULL OR meeting = ?1 ORDER BY row
                    """, arguments: [meeting?.rawValue]
            ).compactMap { row in
                guard let at = LocalTime(iso: row[0]), let what = AccessEntry.What(rawValue: row[1]) else { return nil }
                return AccessEntry(
                    at: at, what: what, meeting: Meeting.ID(row[2]), reason: row[3], user: row[4], comments: row[5],
                    sha256: row[6])
            }
        }
    }
}
