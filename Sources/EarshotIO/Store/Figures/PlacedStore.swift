package import EarshotCore
import GRDB

/// A comment with everything that its row of evidence shows, before redaction.
package struct PlacedComment: Sendable {
    package var row: Int64
    package var comment: ThreadComment
    /// Database row of the author; `nil` where unnamed.
    package var author: Int64?
    package var item: AgendaItem.ID?
    /// Position of the first comment of the stretch that it stands in, where it left its thread's item; see `LinkRun`.
    package var stretch: Int?
    package var tone: Int?
    package var toneLabel: ToneLabel
    package var position: Position
    package var basis: PositionBasis
    package var confidence: Int
    package var language: String
    /// The other language of a comment that is partly in one.
    package var otherLanguage: String?
    /// Which of its item's themes and keyphrases it is in: a bit for each rank.
    package var themes: Int64
    package var keyphrases: Int64
    /// The first of the group of copies that it belongs to, where it is not the first itself.
    package var copyOf: (thread: DiscussionThread.ID, comment: ThreadComment.ID)?
    /// Why it is left out; `nil` where it is included.
    package var reason: String?
    package var file: String
}

extension Store {
    /// Hands over every comment of the meeting, the excluded ones too, in batches and in order of row.
    /// Call `prepareBrief` first.
    package func forEachPlaced(
        of meeting: Meeting.ID, batch: Int, _ body: ([PlacedComment]) throws -> Void
    ) throws {
        try read { db in
            let rows = try Row.fetchCursor(db, sql: Self.placedQuery())
            var pending: [PlacedComment] = []
            while let row = try rows.next() {
                pending.append(Self.placed(row))
                if pending.count == batch {
                    try body(pending)
                    pending.removeAll(keepingCapacity: true)
                }
            }
            if !pending.isEmpty { try body(pending) }
        }
    }

    /// All that `placed` reads, of every comment where nothing is joined; further columns follow.
    static func placedQuery(columns: String = "", joining: String = "") -> String {
        """
        SELECT p.row, t.id, c.id, c.parent, c.role, c.posted, c.posted_offset, c.text, c.url, c.likes,
            c.ward, c.kind, c.state, c.author, i.id, s.tone, s.tone_label, s.position, s.basis, s.confidence,
            s.language, ot.id, o.id, p.reason, f.path, c.dislikes, k.first, s.other_language,
            coalesce(m.themes, 0), coalesce(m.keyphrases, 0)\(columns.isEmpty ? "" : ", ")\(columns)
        FROM temp.placed p \(joining) JOIN comment c ON c.row = p.row JOIN thread t ON t.row = c.thread
        JOIN score s ON s.comment = p.row JOIN file f ON f.row = c.file
        LEFT JOIN item i ON i.row = p.item LEFT JOIN comment_link k ON k.comment = p.row
        LEFT JOIN comment o ON o.row = p.original AND p.original <> p.row
        LEFT JOIN thread ot ON ot.row = o.thread LEFT JOIN temp.mention m ON m.row = p.row
        ORDER BY p.row
        """
    }

    static func placed(_ row: Row) -> PlacedComment {
        let comment = ThreadComment(
            id: ThreadComment.ID(row[2]), thread: DiscussionThread.ID(row[1]),
            parent: (row[3] as String?).map { ThreadComment.ID($0) },
            role: (row[4] as String?).flatMap(ThreadComment.Role.init(rawValue:)),
            posted: (row[5] as Int64?).map { Timestamp(seconds: $0, offset: row[6]) }, text: row[7], url: row[8],
            likes: row[9], dislikes: row[25], ward: row[10], kind: ThreadComment.Kind(rawValue: row[11]) ?? .reply,
            state: ThreadComment.SourceState(rawValue: row[12]) ?? .visible)
        let original = (row[21] as String?).flatMap { thread in
            (row[22] as String?).map { (thread: DiscussionThread.ID(thread), comment: ThreadComment.ID($0)) }
        }
        return PlacedComment(
            row: row[0], comment: comment, author: row[13], item: (row[14] as String?).map { AgendaItem.ID($0) },
            stretch: row[26], tone: row[15], toneLabel: ToneLabel(rawValue: row[16]) ?? .notScored,
            position: Position(rawValue: row[17]) ?? .unclear, basis: PositionBasis(rawValue: row[18]) ?? .none,
            confidence: row[19], language: row[20], otherLanguage: row[27], themes: row[28], keyphrases: row[29],
            copyOf: original, reason: row[23], file: row[24])
    }
}
