package import EarshotCore
import GRDB

/// A comment that waits to be scored.
package struct UnscoredComment: Sendable {
    package var row: Int64
    package var text: String
    package var declared: Position?
    /// The item that it stands under: its stretch's, else its thread's.
    package var item: AgendaItem.ID?
}

/// What is kept of a comment's score; the terms are worked out anew where they are shown.
package struct KeptScore: Sendable {
    package var row: Int64
    package var score: CommentScore
    package var signature: TextSignature

    package init(row: Int64, score: CommentScore, signature: TextSignature) {
        self.row = row
        self.score = score
        self.signature = signature
    }
}

extension Store {
    /// Drops the scores that another version of the scorers made. Answers how many comments wait to be scored.
    package func prepareScoring(of meeting: Meeting.ID, by scorer: String) throws -> Int {
        try write { db in
            let row = try Self.row(of: meeting, db)
            let last = try String.fetchOne(db, sql: "SELECT scored_by FROM meeting WHERE row = ?", arguments: [row])
            if last != scorer {
                try db.execute(
                    sql: "DELETE FROM score WHERE comment IN (SELECT row FROM comment WHERE meeting = ?)",
                    arguments: [row])
                try db.execute(sql: "UPDATE meeting SET scored_by = ? WHERE row = ?", arguments: [scorer, row])
            }
            return try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM comment c LEFT JOIN score s ON s.comment = c.row
                    WHERE c.meeting = ? AND s.comment IS NULL
                    """, arguments: [row]) ?? 0
        }
    }

    /// Scores one batch in one transaction: reads up to `limit` waiting comments after `row`, gives them to `score`, and
    /// saves what it answers. Answers the last row read and how many there were; `nil` when none waits.
    package func scoreBatch(
        of meeting: Meeting.ID, after row: Int64, limit: Int, _ score: ([UnscoredComment]) throws -> [KeptScore]
    ) throws -> (last: Int64, count: Int)? {
        try write { db -> (last: Int64, count: Int)? in
            let waiting = try Row.fetchAll(
                db,
                sql: """
                    SELECT c.row, c.text, c.declared_position, i.id FROM comment c
                    LEFT JOIN score s ON s.comment = c.row
                    LEFT JOIN link l ON l.thread = c.thread LEFT JOIN comment_link k ON k.comment = c.row
                    LEFT JOIN item i ON i.row = coalesce(k.item, l.item)
                    WHERE c.meeting = ? AND c.row > ? AND s.comment IS NULL ORDER BY c.row LIMIT ?
                    """, arguments: [Self.row(of: meeting, db), row, limit]
            ).map { row in
                UnscoredComment(
                    row: row[0], text: row[1], declared: (row[2] as String?).flatMap(Position.init(rawValue:)),
                    item: (row[3] as String?).map { AgendaItem.ID($0) })
            }
            guard let last = waiting.last else { return nil }
            let insert = try db.makeStatement(
                sql: """
                    INSERT INTO score (comment, tone, tone_label, position, basis, confidence, said_position, said_basis,
                        said_confidence, language, other_language, signature)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?4, ?5, ?6, ?7, ?8, ?9)
                    """)
            for kept in try score(waiting) {
                let score = kept.score
                try insert.execute(arguments: [
                    kept.row, score.tone, score.toneLabel.rawValue, score.position.rawValue,
                    score.positionBasis.rawValue, score.positionConfidence, score.language, score.otherLanguage,
                    kept.signature.blob,
                ])
            }
            try Self.unsettlePositions(of: Self.row(of: meeting, db), db)
            return (last.row, waiting.count)
        }
    }
}
