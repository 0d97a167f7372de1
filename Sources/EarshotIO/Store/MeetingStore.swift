package import EarshotCore
import GRDB

/// A meeting with what its settings add to the agenda.
package struct StoredMeeting: Equatable, Sendable {
    package var meeting: Meeting
    /// `meeting.deadline` as seconds since the epoch.
    package var deadlineSeconds: Int64?
    package var rules: [ParticipationRule]
    /// Names of places that the linker should know beside those of the agenda.
    package var names: [String]
    /// Names of private people that never appear in a pack.
    package var redact: [String]
    package var presentation = Presentation()

    package init(
        meeting: Meeting, deadlineSeconds: Int64?, rules: [ParticipationRule], names: [String], redact: [String]
    ) {
        self.meeting = meeting
        self.deadlineSeconds = deadlineSeconds
        self.rules = rules
        self.names = names
        self.redact = redact
    }
}

extension Store {
    /// Saves the meeting, its items and its places, in one transaction. Items that the agenda no longer lists are kept
    /// out of sight, because a person's verdicts may name them.
    package func save(_ stored: StoredMeeting, items: [AgendaItem], places: [Place]) throws -> ImportCount {
        try write { db in
            let meeting = try save(stored, db)
            // Looks and notes change no figure: no stage runs again for them.
            try db.execute(
                sql: "UPDATE meeting SET presentation = ? WHERE row = ?",
                arguments: [try JSONColumn.text(stored.presentation), meeting])
            let before = db.totalChangesCount
            let count = try save(items, of: meeting, db)
            try save(places, of: meeting, db)
            if db.totalChangesCount != before { try Self.touch(meeting, db) }
            return count
        }
    }

    private func save(_ stored: StoredMeeting, _ db: Database) throws -> Int64 {
        let meeting = stored.meeting
        let values: [(String, (any DatabaseValueConvertible)?)] = [
            ("council", meeting.council), ("body", meeting.body), ("title", meeting.title),
            ("start", meeting.start?.iso), ("venue", meeting.venue), ("url", meeting.url),
            ("status", meeting.status.rawValue), ("time_zone", meeting.timeZone),
            ("wards", try JSONColumn.text(meeting.wards)), ("deadline", meeting.deadline?.iso),
            ("deadline_seconds", stored.deadlineSeconds), ("rules", try JSONColumn.text(stored.rules)),
            ("names", try JSONColumn.text(stored.names)), ("redact", try JSONColumn.text(stored.redact)),
        ]
        let columns = values.map(\.0)
        let differs = columns.map { "\($0) IS NOT excluded.\($0)" }.joined(separator: " OR ")
        try db.execute(
            sql: """
                INSERT INTO meeting (id, \(columns.joined(separator: ", ")))
                VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")))
                ON CONFLICT (id) DO UPDATE SET
                    \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")), revision = revision + 1
                WHERE \(differs)
                """,
            arguments: StatementArguments([meeting.id.rawValue] + values.map(\.1)))
        return try Self.row(of: meeting.id, db)
    }

    private func save(_ items: [AgendaItem], of meeting: Int64, _ db: Database) throws -> ImportCount {
        var count = ImportCount()
        let known = try Self.items(of: meeting, db)
        let gone = Set(known.map(\.id)).subtracting(items.map(\.id))
        for id in gone.sorted(by: { $0.rawValue < $1.rawValue }) {
            try db.execute(
                sql: "UPDATE item SET present = 0 WHERE meeting = ? AND id = ?", arguments: [meeting, id.rawValue])
            count.updated += 1
        }
        for item in items {
            if known.contains(item) {
                count.unchanged += 1
                continue
            }
            if known.contains(where: { $0.id == item.id }) { count.updated += 1 } else { count.inserted += 1 }
            try db.execute(
                sql: """
                    INSERT INTO item
                        (meeting, id, position, number, title, text, decision, minutes, url, documents, kind, restricted,
                        left_out, present)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                    ON CONFLICT (meeting, id) DO UPDATE SET position = excluded.position, number = excluded.number,
                        title = excluded.title, text = excluded.text, decision = excluded.decision,
                        minutes = excluded.minutes, url = excluded.url,
                        documents = excluded.documents, kind = excluded.kind, restricted = excluded.restricted,
                        left_out = excluded.left_out, present = 1
                    """,
                arguments: [
                    meeting, item.id.rawValue, item.position, item.number, item.title, item.text,
                    item.decision, item.minutes, item.url,
                    try JSONColumn.text(item.documents), item.kind.rawValue, item.restricted, item.leftOut,
                ])
        }
        return count
    }

    private func save(_ places: [Place], of meeting: Int64, _ db: Database) throws {
        guard try Self.places(of: meeting, db) != places else { return }
        try db.execute(sql: "DELETE FROM place WHERE meeting = ?", arguments: [meeting])
        for place in places {
            try db.execute(
                sql: """
                    INSERT INTO place (meeting, id, name, network, url, kind, members, ward, topic, checked, access)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    meeting, place.id.rawValue, place.name, place.network, place.url, place.kind, place.members,
                    place.ward, place.topic, place.checked, place.access?.rawValue,
                ])
        }
    }

    static func touch(_ meeting: Int64, _ db: Database) throws {
        try db.execute(sql: "UPDATE meeting SET revision = revision + 1 WHERE row = ?", arguments: [meeting])
    }
}
