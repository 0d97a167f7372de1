package import EarshotCore
import GRDB

/// A part of the snapshot of a meeting; the order of the cases is that of the stream.
package enum SnapshotPart: String, Sendable, CaseIterable {
    case meeting, presentation, item, place, file, author, thread, link, verdict, label, reading, comment
}

extension Store {
    /// Hands over, piece by piece, everything that the database holds of the meeting and that can change a pack.
    ///
    /// The same content gives the same bytes whatever the numbers of its rows and the order in which it was imported.
    /// A record is the name of its part, the count of its fields, then the fields: "n" for no value, else the number of
    /// bytes in decimal, a colon and the bytes. Docs/Formats.md lists the fields.
    package func forEachSnapshotPiece(
        of meeting: Meeting.ID, _ body: @escaping (SnapshotPart, [UInt8]) throws -> Void
    ) throws {
        try read { db in
            let meeting = try Self.row(of: meeting, db)
            for part in SnapshotPart.allCases {
                var pieces = SnapshotPieces(part: part, body: body)
                switch part {
                case .link: try links(of: meeting, into: &pieces, db)
                case .comment: try comments(of: meeting, into: &pieces, db)
                default:
                    guard let query = Self.queries[part] else { continue }
                    let rows = try Row.fetchCursor(db, sql: query, arguments: [meeting])
                    while let row = try rows.next() { try pieces.add(row) }
                }
                try pieces.flush()
            }
        }
    }

    /// What is read of each part but links and comments, in its order.
    private static let queries: [SnapshotPart: String] = [
        .meeting:
            """
        SELECT id, council, body, title, start, venue, url, status, time_zone, wards, deadline, deadline_seconds,
            rules, names, redact
        FROM meeting WHERE row = ?
        """,
        .presentation: "SELECT presentation FROM meeting WHERE row = ?",
        .item:
            """
        SELECT id, position, number, title, text, url, documents, kind, restricted, left_out
        FROM item WHERE meeting = ? AND present = 1 ORDER BY id
        """,
        // The register's own order is printed.
        .place:
            """
        SELECT id, name, network, url, kind, members, ward, topic, checked, access
        FROM place WHERE meeting = ? ORDER BY row
        """,
        .file:
            """
        SELECT path, kind, format, sha256, threads, comments, read, skipped, passed_over, updated, withdrawn,
            missing_replies, unread, diagnostics
        FROM file WHERE meeting = ? AND present = 1 ORDER BY path
        """,
        .author: "SELECT key FROM author WHERE meeting = ? ORDER BY key",
        .thread:
            """
        SELECT id, title, url, place, network, linked_url, declared_item, missing_replies
        FROM thread WHERE meeting = ? ORDER BY id
        """,
        .verdict:
            """
        SELECT t.id, v.item, v.verdict FROM thread t JOIN verdict v ON v.thread = t.row
        WHERE t.meeting = ? ORDER BY t.id, v.item
        """,
        .label:
            """
        SELECT i.id, hex(l.text), l.position FROM item i JOIN label l ON l.item = i.row
        WHERE i.meeting = ? ORDER BY i.id, l.text
        """,
        .reading:
            """
        SELECT i.id, r.read, r.unread, r.discussed, r.blind, r.zero, r.taught
        FROM item i JOIN position_reading r ON r.item = i.row WHERE i.meeting = ? AND i.present = 1 ORDER BY i.id
        """,
    ]

    /// Reasons without the passages, which name comments by their order of import.
    private func links(of meeting: Int64, into pieces: inout SnapshotPieces, _ db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT t.id, i.id, l.suggested, l.candidates FROM thread t JOIN link l ON l.thread = t.row
                LEFT JOIN item i ON i.row = l.item WHERE t.meeting = ? ORDER BY t.id
                """, arguments: [meeting])
        while let row = try rows.next() {
            var fields: [DatabaseValue] = [row[0], row[1], row[2]]
            let candidates: [LinkCandidate] = try JSONColumn.value(from: row[3])
            for candidate in candidates {
                fields += [candidate.item.rawValue.databaseValue, candidate.confidence.databaseValue]
                for reason in candidate.reasons {
                    fields += [
                        reason.kind.rawValue.databaseValue, reason.text.databaseValue, reason.weight.databaseValue,
                    ]
                }
            }
            try pieces.add(fields)
        }
    }

    /// Thread by thread, so that the index gives the order and nothing is sorted.
    private func comments(of meeting: Int64, into pieces: inout SnapshotPieces, _ db: Database) throws {
        let threads = try Int64.fetchAll(
            db, sql: "SELECT row FROM thread WHERE meeting = ? ORDER BY id", arguments: [meeting])
        let statement = try db.makeStatement(
            sql: """
                SELECT t.id, c.id, c.parent, a.key, c.role, c.posted, c.posted_offset, c.text, c.url, c.likes, c.dislikes,
                    c.declared_position, c.ward, c.kind, c.state, f.path, f.present, k.id, x.reason,
                    s.tone, s.tone_label, s.position, s.basis, s.confidence, s.language, s.other_language
                FROM comment c JOIN thread t ON t.row = c.thread JOIN file f ON f.row = c.file
                LEFT JOIN author a ON a.row = c.author LEFT JOIN exclusion x ON x.comment = c.row
                LEFT JOIN comment_link l ON l.comment = c.row LEFT JOIN item k ON k.row = l.item
                LEFT JOIN score s ON s.comment = c.row
                WHERE c.thread = ? ORDER BY c.id
                """)
        for thread in threads {
            let rows = try Row.fetchCursor(statement, arguments: [thread])
            while let row = try rows.next() { try pieces.add(row) }
        }
    }
}

/// Records of one part as bytes, handed on a quarter of a megabyte at a time.
private struct SnapshotPieces {
    private static let size = 1 << 18

    let part: SnapshotPart
    let body: (SnapshotPart, [UInt8]) throws -> Void
    private var bytes: [UInt8] = []

    init(part: SnapshotPart, body: @escaping (SnapshotPart, [UInt8]) throws -> Void) {
        self.part = part
        self.body = body
    }

    mutating func add(_ row: Row) throws { try add(Array(row.databaseValues)) }

    mutating func add(_ fields: [DatabaseValue]) throws {
        bytes.append(contentsOf: "\(part.rawValue) \(fields.count)\n".utf8)
        for field in fields {
            switch field.storage {
            case .null: bytes.append(contentsOf: "n".utf8)
            case .int64(let number): add(Array(String(number).utf8))
            case .double(let number): add(Array(String(number).utf8))
            case .string(let text): add(Array(text.utf8))
            case .blob(let data): add(Array(data))
            }
        }
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count >= Self.size { try flush() }
    }

    private mutating func add(_ field: [UInt8]) {
        bytes.append(contentsOf: "\(field.count):".utf8)
        bytes.append(contentsOf: field)
    }

    mutating func flush() throws {
        if !bytes.isEmpty { try body(part, bytes) }
        bytes.removeAll(keepingCapacity: true)
    }
}
