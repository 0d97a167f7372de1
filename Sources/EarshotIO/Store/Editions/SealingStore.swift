package import EarshotCore
import GRDB

/// A comment that is new or changed, and how it stood before.
package struct ChangedComment: Sendable {
    package var placed: PlacedComment
    package var change: CommentChange
    /// As sealed before; `nil` where new.
    package var before: Before?

    package struct Before: Equatable, Sendable {
        package var item: AgendaItem.ID?
        package var reason: String?
        package var position: Position
    }
}

/// How many comments changed in one way under one item.
package struct ChangeCount: Equatable, Sendable {
    package var item: AgendaItem.ID?
    package var change: CommentChange
    /// Left out for having been posted after the deadline.
    package var isLate: Bool
    /// Included.
    package var isCounted: Bool
    package var comments: Int
}

extension Store {
    /// Works out how every comment stands, and what differs from the packs in `chain`: an edition and its supplements.
    /// An empty chain leaves nothing to compare. Call `prepareBrief` before, in the same run.
    package func prepareSealing(since chain: [SealedEdition]) throws {
        try write { db in
            try db.execute(
                sql: """
                    DROP TABLE IF EXISTS temp.sealing;
                    DROP TABLE IF EXISTS temp.change;
                    CREATE TEMP TABLE sealing (
                        row INTEGER PRIMARY KEY, thread TEXT NOT NULL, comment TEXT NOT NULL, digest BLOB NOT NULL,
                        item TEXT, reason TEXT, state TEXT NOT NULL, position TEXT NOT NULL);
                    CREATE TEMP TABLE change (
                        row INTEGER PRIMARY KEY, change TEXT NOT NULL, item_before TEXT, reason_before TEXT,
                        position_before TEXT)
                    """)
            let insert = try db.makeStatement(sql: "INSERT INTO temp.sealing VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT p.row, t.id, c.id, c.text, i.id, p.reason, c.state, iif(p.item IS NULL, 'unclear', p.position)
                    FROM temp.placed p JOIN comment c ON c.row = p.row JOIN thread t ON t.row = c.thread
                    LEFT JOIN item i ON i.row = p.item ORDER BY p.row
                    """)
            while let row = try rows.next() {
                let thread: String = row[1]
                let comment: String = row[2]
                let text: String = row[3]
                // With its ids, so that equal words of two comments have different digests.
                let digest = TextDigest.of("\(thread)\u{0}\(comment)\u{0}\(text)")
                try insert.execute(arguments: [
                    row[0] as Int64, thread, comment, digest, row[4] as String?, row[5] as String?, row[6] as String,
                    row[7] as String,
                ])
            }
            if !chain.isEmpty { try Self.compare(with: chain, db) }
        }
    }

    private static func compare(with chain: [SealedEdition], _ db: Database) throws {
        let rows = chain.map { String($0.row) }.joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO temp.change
                SELECT s.row, CASE
                        WHEN b.edition IS NULL THEN 'new'
                        WHEN s.state IS NOT b.state AND s.state = 'erased' THEN 'erased'
                        WHEN s.state IS NOT b.state AND s.state IN ('deleted', 'hidden', 'withdrawn') THEN 'withdrawn'
                        WHEN b.reason IS NULL AND s.reason IS NOT NULL THEN 'excluded'
                        WHEN b.reason IS NOT NULL AND s.reason IS NULL THEN 'included'
                        WHEN b.digest <> s.digest OR b.state <> s.state THEN 'edited'
                        WHEN b.reason IS NOT s.reason THEN 'excluded'
                        WHEN b.item IS NOT s.item THEN 'moved'
                        ELSE 'position'
                    END, b.item, b.reason, b.position
                FROM temp.sealing s LEFT JOIN edition_comment b ON b.thread = s.thread AND b.comment = s.comment
                    AND b.edition = (
                        SELECT max(e.edition) FROM edition_comment e
                        WHERE e.edition IN (\(rows)) AND e.thread = s.thread AND e.comment = s.comment)
                WHERE b.edition IS NULL OR b.digest <> s.digest OR b.state <> s.state OR b.reason IS NOT s.reason
                    OR b.item IS NOT s.item OR b.position <> s.position
                """)
    }

    /// How many comments changed, by item, way and whether they came too late. Call `prepareSealing` first.
    package func changeCounts() throws -> [ChangeCount] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT s.item, n.change, s.reason IS ?, s.reason IS NULL, count(*)
                    FROM temp.change n JOIN temp.sealing s ON s.row = n.row GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
                    """, arguments: [ExclusionReason.late]
            ).compactMap { row in
                CommentChange(rawValue: row[1]).map { change in
                    ChangeCount(
                        item: (row[0] as String?).map { AgendaItem.ID($0) }, change: change, isLate: row[2],
                        isCounted: row[3], comments: row[4])
                }
            }
        }
    }

    /// Hands over the comments that are new or changed, in batches and in order of row. Call `prepareSealing` first.
    package func forEachChanged(batch: Int, _ body: ([ChangedComment]) throws -> Void) throws {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: Self.placedQuery(
                    columns: "n.change, n.item_before, n.reason_before, n.position_before",
                    joining: "JOIN temp.change n ON n.row = p.row"))
            var pending: [ChangedComment] = []
            while let row = try rows.next() {
                pending.append(Self.changed(row))
                if pending.count == batch {
                    try body(pending)
                    pending.removeAll(keepingCapacity: true)
                }
            }
            if !pending.isEmpty { try body(pending) }
        }
    }

    private static func changed(_ row: Row) -> ChangedComment {
        let change = CommentChange(rawValue: row["change"]) ?? .edited
        let position: String? = row["position_before"]
        return ChangedComment(
            placed: placed(row), change: change,
            before: position.map { position in
                ChangedComment.Before(
                    item: (row["item_before"] as String?).map { AgendaItem.ID($0) }, reason: row["reason_before"],
                    position: Position(rawValue: position) ?? .unclear)
            })
    }
}
