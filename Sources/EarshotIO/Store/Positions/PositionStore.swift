package import EarshotCore
import GRDB

/// A position with where it comes from and how sure it is.
package struct KeptPosition: Equatable, Sendable {
    package var position: Position
    package var basis: PositionBasis
    /// Thousandths.
    package var confidence: Int

    package static let unclear = KeptPosition(position: .unclear, basis: .none, confidence: 0)

    package init(position: Position, basis: PositionBasis, confidence: Int) {
        self.position = position
        self.basis = basis
        self.confidence = confidence
    }
}

/// A comment whose position may be read from evidence: included, by a resident, in English, about an item.
package struct ReadableComment: Sendable {
    package var row: Int64
    /// Database row of the item that it stands under.
    package var item: Int64
    package var text: String
    /// Thousandths.
    package var tone: Int?
    /// What the import declares or the words state.
    package var said: KeptPosition
    /// It answers a consultation, rather than stand in a discussion.
    package var isResponse: Bool

    package init(row: Int64, item: Int64, text: String, tone: Int?, said: KeptPosition, isResponse: Bool = true) {
        self.row = row
        self.item = item
        self.text = text
        self.tone = tone
        self.said = said
        self.isResponse = isResponse
    }

    /// Networks (`DiscussionThread.network`, lower case) on which people answer a council rather than one another; the
    /// empty one is a table that names none. Chosen, not derived.
    static let consulting = [
        "", "survey", "consultation", "go vocal", "citizenlab", "decidim", "polis", "ecomment", "commonplace",
        "citizen space", "engagementhq", "representations", "petition",
    ]
}

extension Store {
    /// Whether the meeting's final positions were made by `method` from the material, scores and labels as they stand.
    package func hasPositions(_ meeting: Meeting.ID, by method: String) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT positions_by IS revision || ' ' || ? FROM meeting WHERE id = ?",
                arguments: [method, meeting.rawValue]) ?? false
        }
    }

    /// The items on the agenda by their database rows, in agenda order.
    package func itemsByRow(of meeting: Meeting.ID) throws -> [(row: Int64, item: AgendaItem)] {
        try read { db in
            let meeting = try Self.row(of: meeting, db)
            let rows = try Self.itemRows(of: meeting, db)
            return try Self.items(of: meeting, db).compactMap { item in rows[item.id].map { ($0, item) } }
        }
    }

    /// Hands over all readable comments in batches, in order of row.
    package func forEachReadable(
        of meeting: Meeting.ID, batch: Int, _ body: ([ReadableComment]) throws -> Void
    ) throws {
        try read { db in
            let meeting = try Self.row(of: meeting, db)
            var last: Int64 = 0
            while true {
                let comments = try Self.readable(meeting, after: last, limit: batch, db)
                guard let final = comments.last else { return }
                last = final.row
                try body(comments)
            }
        }
    }

    /// Makes the final positions of all comments, in one transaction: what was said, but where `answer` has another.
    ///
    /// `answer` is called for each batch of readable comments, in order of row; `readings`, afterwards, tells what to keep
    /// of each item, by its database row.
    package func savePositions(
        of meeting: Meeting.ID, by method: String, batch: Int,
        answer: ([ReadableComment]) throws -> [KeptPosition], readings: () throws -> [Int64: PositionReading]
    ) throws {
        try write { db in
            let meeting = try Self.row(of: meeting, db)
            try db.execute(
                sql: """
                    UPDATE score SET position = said_position, basis = said_basis, confidence = said_confidence
                    WHERE comment IN (SELECT row FROM comment WHERE meeting = ?)
                        AND (basis <> said_basis OR position <> said_position OR confidence <> said_confidence)
                    """, arguments: [meeting])
            let update = try db.makeStatement(
                sql: "UPDATE score SET position = ?, basis = ?, confidence = ? WHERE comment = ?")
            var last: Int64 = 0
            while true {
                let comments = try Self.readable(meeting, after: last, limit: batch, db)
                guard let final = comments.last else { break }
                last = final.row
                for (comment, kept) in zip(comments, try answer(comments)) where kept != comment.said {
                    try update.execute(arguments: [
                        kept.position.rawValue, kept.basis.rawValue, kept.confidence, comment.row,
                    ])
                }
            }
            try Self.save(try readings(), of: meeting, db)
            try db.execute(
                sql: "UPDATE meeting SET positions_by = revision || ' ' || ? WHERE row = ?",
                arguments: [method, meeting])
        }
    }

    private static func readable(
        _ meeting: Int64, after row: Int64, limit: Int, _ db: Database
    ) throws -> [ReadableComment] {
        let networks = ReadableComment.consulting.map { _ in "?" }.joined(separator: ", ")
        return try Row.fetchAll(
            db,
            sql: """
                SELECT c.row, st.item, c.text, s.tone, s.said_position, s.said_basis, s.said_confidence,
                    lower(t.network) IN (\(networks)) AND NOT EXISTS (
                        SELECT 1 FROM comment r WHERE r.thread = t.row AND (r.parent IS NOT NULL OR r.kind = 'opening'))
                FROM standing st JOIN comment c ON c.row = st.row JOIN score s ON s.comment = st.row
                    JOIN thread t ON t.row = c.thread
                WHERE st.meeting = ? AND st.row > ? AND st.reason IS NULL AND st.item IS NOT NULL
                    AND c.role IS NULL AND s.language = 'en'
                ORDER BY st.row LIMIT ?
                """, arguments: StatementArguments(ReadableComment.consulting) + [meeting, row, limit]
        ).map { row in
            ReadableComment(
                row: row[0], item: row[1], text: row[2], tone: row[3],
                said: KeptPosition(
                    position: Position(rawValue: row[4]) ?? .unclear, basis: PositionBasis(rawValue: row[5]) ?? .none,
                    confidence: row[6]), isResponse: row[7])
        }
    }

    private static func save(_ readings: [Int64: PositionReading], of meeting: Int64, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM position_reading WHERE item IN (SELECT row FROM item WHERE meeting = ?)",
            arguments: [meeting])
        for (item, reading) in readings.sorted(by: { $0.key < $1.key }) {
            try db.execute(
                sql: """
                    INSERT INTO position_reading (item, read, unread, discussed, blind, zero, taught)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    item, reading.read, reading.unread, reading.discussed, reading.isBlind, reading.zero,
                    try reading.taught.map { try JSONColumn.text($0) },
                ])
        }
    }

    /// How far the positions of each item could be read; items without comments to read are not there.
    package func positionReading(of meeting: Meeting.ID) throws -> [AgendaItem.ID: PositionReading] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT i.id, r.read, r.unread, r.discussed, r.blind, r.zero, r.taught
                    FROM position_reading r JOIN item i ON i.row = r.item WHERE i.meeting = ? AND i.present = 1
                    """, arguments: [Self.row(of: meeting, db)])
            let readings = try rows.map { row in
                (
                    AgendaItem.ID(row[0]),
                    PositionReading(
                        read: row[1], unread: row[2], discussed: row[3], isBlind: row[4], zero: row[5],
                        taught: try (row[6] as String?).map { try JSONColumn.value(from: $0) })
                )
            }
            return Dictionary(readings, uniquingKeysWith: { first, _ in first })
        }
    }
}
