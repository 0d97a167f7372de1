package import EarshotCore
package import Foundation
import GRDB

/// What an officer said of one comment's position toward one item.
package struct StoredLabel: Equatable, Sendable {
    /// Database row of the comment that was judged.
    package var comment: Int64
    /// `TextDigest` of the words that were judged.
    package var digest: Data
    package var position: Position

    package init(comment: Int64, digest: Data, position: Position) {
        self.comment = comment
        self.digest = digest
        self.position = position
    }
}

/// Officers' labels. One for each wording of an item; no import and no run changes them.
extension Store {
    /// The labels of each item, by its database row, in order of digest.
    package func labels(of meeting: Meeting.ID) throws -> [Int64: [StoredLabel]] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT l.item, l.comment, l.text, l.position FROM label l JOIN item i ON i.row = l.item
                    WHERE i.meeting = ? ORDER BY l.item, l.text
                    """, arguments: [Self.row(of: meeting, db)])
            var labels: [Int64: [StoredLabel]] = [:]
            for row in rows {
                labels[row[0], default: []].append(
                    StoredLabel(comment: row[1], digest: row[2], position: Position(rawValue: row[3]) ?? .unclear))
            }
            return labels
        }
    }

    /// Saves labels of an item, all of them or none; a new one for the same words replaces the old.
    package func save(_ labels: [StoredLabel], item: Int64, of meeting: Meeting.ID) throws {
        guard !labels.isEmpty else { return }
        try write { db in
            for label in labels {
                try db.execute(
                    sql: """
                        INSERT INTO label (item, text, comment, position) VALUES (?, ?, ?, ?)
                        ON CONFLICT (item, text) DO UPDATE SET comment = excluded.comment, position = excluded.position
                        """, arguments: [item, label.digest, label.comment, label.position.rawValue])
            }
            try Self.unsettlePositions(of: Self.row(of: meeting, db), db)
        }
    }

    /// Forgets one label of an item, or all of them (`digest` `nil`). Answers how many there were.
    package func forgetLabels(item: Int64, digest: Data? = nil, of meeting: Meeting.ID) throws -> Int {
        try write { db in
            try db.execute(
                sql: "DELETE FROM label WHERE item = ? AND (? IS NULL OR text = ?)", arguments: [item, digest, digest])
            let count = db.changesCount
            if count > 0 { try Self.unsettlePositions(of: Self.row(of: meeting, db), db) }
            return count
        }
    }

    /// The final positions must be made anew.
    static func unsettlePositions(of meeting: Int64, _ db: Database) throws {
        try db.execute(sql: "UPDATE meeting SET positions_by = NULL WHERE row = ?", arguments: [meeting])
    }

    /// Database rows of comments by their names: an id, or "thread/comment"; the same as in `exclude`.
    package func commentRows(named names: [String], of meeting: Meeting.ID) throws -> [Int64] {
        try read { db in
            let meeting = try Self.row(of: meeting, db)
            return try names.map { try Self.comment(named: $0, in: meeting, db) }
        }
    }
}
