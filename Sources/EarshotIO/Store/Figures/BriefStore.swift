package import EarshotCore
import Foundation
import GRDB

/// An included comment as the analysis reads it.
package struct IncludedComment: Sendable {
    package var row: Int64
    package var item: AgendaItem.ID?
    /// Database row of the author; `nil` where unnamed.
    package var author: Int64?
    package var text: String
    package var position: Position
    package var tone: ToneLabel
    package var language: String
    package var likes: Int
    /// Not the first of its group of copies.
    package var isCopy: Bool
    /// The first of a group of copies.
    package var hasCopies: Bool
    /// Neither staff, moderator nor councillor, as far as the source says.
    package var isResident: Bool
}

extension TextSignature {
    /// The exact hash, then the bands, eight bytes each, little-endian.
    var blob: Data {
        var data = Data(capacity: 8 + 8 * bands.count)
        for value in [exact] + bands { withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) } }
        return data
    }

    init(blob: Data) {
        var values: [UInt64] = []
        var value: UInt64 = 0
        for (index, byte) in blob.enumerated() {
            value |= UInt64(byte) << (8 * UInt64(index & 7))
            if index & 7 == 7 {
                values.append(value)
                value = 0
            }
        }
        self.init(exact: values.first ?? 0, bands: Array(values.dropFirst()))
    }
}

extension Store {
    /// How many comments the meeting has, the excluded ones too.
    package func commentCount(of meeting: Meeting.ID) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM comment WHERE meeting = ?", arguments: [Self.row(of: meeting, db)]) ?? 0
        }
    }

    /// Hands over the signatures of all included comments, in order of row.
    package func forEachSignature(of meeting: Meeting.ID, _ body: (Int64, TextSignature) throws -> Void) throws {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT s.comment, s.signature FROM score s JOIN standing st ON st.row = s.comment
                    WHERE st.meeting = ? AND st.reason IS NULL ORDER BY s.comment
                    """, arguments: [Self.row(of: meeting, db)])
            while let row = try rows.next() { try body(row[0], TextSignature(blob: row[1])) }
        }
    }

    /// The texts of some comments, in the order asked for.
    package func texts(of rows: [Int64]) throws -> [String] {
        try read { db in
            let statement = try db.makeStatement(sql: "SELECT text FROM comment WHERE row = ?")
            return try rows.map { try String.fetchOne(statement, arguments: [$0]) ?? "" }
        }
    }

    /// Replaces the meeting's groups of copied texts: (comment, first comment of its group).
    package func saveCopies(_ copies: [(row: Int64, representative: Int64)], of meeting: Meeting.ID) throws {
        try write { db in
            let meeting = try Self.row(of: meeting, db)
            try db.execute(
                sql: "DELETE FROM copy WHERE comment IN (SELECT row FROM comment WHERE meeting = ?)",
                arguments: [meeting])
            let insert = try db.makeStatement(sql: "INSERT INTO copy (comment, representative) VALUES (?, ?)")
            for copy in copies { try insert.execute(arguments: [copy.row, copy.representative]) }
        }
    }

    /// Works out where every comment of the meeting stands, for the figures, the passes and the export that follow.
    package func prepareBrief(of meeting: Meeting.ID) throws {
        try write { db in
            let meeting = try Self.row(of: meeting, db)
            try db.execute(sql: "DROP TABLE IF EXISTS temp.placed")
            try db.execute(
                sql: """
                    CREATE TEMP TABLE placed (
                        row INTEGER PRIMARY KEY, item INTEGER, thread INTEGER NOT NULL, author INTEGER, posted INTEGER,
                        reason TEXT, position TEXT NOT NULL, basis TEXT NOT NULL, confidence INTEGER NOT NULL,
                        tone_label TEXT NOT NULL, language TEXT NOT NULL, other_language TEXT,
                        original INTEGER NOT NULL)
                    """)
            try db.execute(sql: "DROP TABLE IF EXISTS temp.mention")
            try db.execute(
                sql: """
                    CREATE TEMP TABLE mention (
                        row INTEGER PRIMARY KEY, themes INTEGER NOT NULL, keyphrases INTEGER NOT NULL)
                    """)
            try db.execute(
                sql: """
                    INSERT INTO temp.placed
                    SELECT st.row, st.item, st.thread, st.author, st.posted, st.reason, s.position, s.basis, s.confidence,
                        s.tone_label, s.language, s.other_language, coalesce(c.representative, st.row)
                    FROM standing st JOIN score s ON s.comment = st.row LEFT JOIN copy c ON c.comment = st.row
                    WHERE st.meeting = ? ORDER BY st.row
                    """, arguments: [meeting])
        }
    }

    /// Hands over the included comments in batches, in order of row. Call `prepareBrief` first.
    package func forEachIncluded(
        of meeting: Meeting.ID, batch: Int, _ body: ([IncludedComment]) throws -> Void
    ) throws {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT p.row, i.id, p.author, c.text, p.position, p.language, coalesce(c.likes, 0), p.original <> p.row,
                        EXISTS (SELECT 1 FROM copy k WHERE k.representative = p.row), c.role IS NULL, p.tone_label
                    FROM temp.placed p JOIN comment c ON c.row = p.row LEFT JOIN item i ON i.row = p.item
                    WHERE p.reason IS NULL ORDER BY p.row
                    """)
            var pending: [IncludedComment] = []
            while let row = try rows.next() {
                pending.append(
                    IncludedComment(
                        row: row[0], item: (row[1] as String?).map { AgendaItem.ID($0) }, author: row[2], text: row[3],
                        position: Position(rawValue: row[4]) ?? .unclear,
                        tone: ToneLabel(rawValue: row[10]) ?? .notScored, language: row[5], likes: row[6],
                        isCopy: row[7], hasCopies: row[8], isResident: row[9]))
                if pending.count == batch {
                    try body(pending)
                    pending.removeAll(keepingCapacity: true)
                }
            }
            if !pending.isEmpty { try body(pending) }
        }
    }

    /// Keeps, until the next brief, which of its item's themes and keyphrases a comment is in: a bit for each rank.
    package func saveMentions(_ mentions: [(row: Int64, themes: Int64, keyphrases: Int64)]) throws {
        try write { db in
            let insert = try db.makeStatement(
                sql: "INSERT INTO temp.mention (row, themes, keyphrases) VALUES (?, ?, ?)")
            for mention in mentions {
                try insert.execute(arguments: [mention.row, mention.themes, mention.keyphrases])
            }
        }
    }

    /// Rows of included comments whose language is not scored, in agenda order, those off the agenda last; of an item
    /// by language and row, at most `limit`. Call `prepareBrief` first.
    package func unreadRows(limit: Int) throws -> [(row: Int64, item: AgendaItem.ID?, language: String)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT row, id, language FROM (
                        SELECT p.row, i.id, i.position, p.language, row_number() OVER (
                            PARTITION BY p.item ORDER BY p.language = 'und', p.language, p.row) AS place
                        FROM temp.placed p LEFT JOIN item i ON i.row = p.item
                        WHERE p.reason IS NULL AND p.tone_label = 'not_scored')
                    WHERE place <= ? ORDER BY position IS NULL, position, place
                    """, arguments: [limit]
            ).map { (row: $0[0], item: ($0[1] as String?).map { AgendaItem.ID($0) }, language: $0[2]) }
        }
    }

    /// The authors of the meeting: database row and key, by row.
    package func authors(of meeting: Meeting.ID) throws -> [(row: Int64, key: String)] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT row, key FROM author WHERE meeting = ? ORDER BY row",
                arguments: [Self.row(of: meeting, db)]
            ).map { ($0[0], $0[1]) }
        }
    }
}

/// Where and when a comment was said.
package struct CommentDetail: Sendable {
    package var thread: DiscussionThread.ID
    package var comment: ThreadComment.ID
    package var author: Int64?
    package var place: String
    package var network: String
    /// Seconds since the epoch.
    package var posted: Int64?
}

extension Store {
    /// The details of some comments, in the order asked for.
    package func details(of rows: [Int64]) throws -> [CommentDetail] {
        try read { db in
            let statement = try db.makeStatement(
                sql: """
                    SELECT t.id, c.id, c.author, t.place, c.posted, t.network FROM comment c JOIN thread t ON t.row = c.thread
                    WHERE c.row = ?
                    """)
            return try rows.compactMap { row in
                try Row.fetchOne(statement, arguments: [row]).map {
                    CommentDetail(
                        thread: DiscussionThread.ID($0[0]), comment: ThreadComment.ID($0[1]), author: $0[2],
                        place: $0[3], network: $0[5], posted: $0[4])
                }
            }
        }
    }
}
