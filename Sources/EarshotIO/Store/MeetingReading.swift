package import EarshotCore
import GRDB

extension Store {
    /// The ids of all meetings in the database, by id.
    package func meetings() throws -> [Meeting.ID] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT id FROM meeting ORDER BY id").map { Meeting.ID($0) }
        }
    }

    /// Throws a `Diagnostic` where the database has no such meeting.
    package func meeting(_ id: Meeting.ID) throws -> StoredMeeting {
        try read { db in
            _ = try Self.row(of: id, db)
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM meeting WHERE id = ?", arguments: [id.rawValue])
            else { throw Self.unknown(id, db) }
            var stored = StoredMeeting(
                meeting: Meeting(
                    id: id, council: row["council"], body: row["body"], title: row["title"],
                    start: (row["start"] as String?).flatMap(LocalTime.init(iso:)), venue: row["venue"],
                    url: row["url"],
                    status: Meeting.Status(rawValue: row["status"]) ?? .scheduled, timeZone: row["time_zone"],
                    wards: try JSONColumn.value(from: row["wards"]),
                    deadline: (row["deadline"] as String?).flatMap(LocalTime.init(iso:))),
                deadlineSeconds: row["deadline_seconds"], rules: try JSONColumn.value(from: row["rules"]),
                names: try JSONColumn.value(from: row["names"]), redact: try JSONColumn.value(from: row["redact"]))
            stored.presentation = try JSONColumn.value(from: row["presentation"])
            return stored
        }
    }

    /// The agenda as it now stands, in agenda order.
    package func items(of meeting: Meeting.ID) throws -> [AgendaItem] {
        try read { db in try Self.items(of: Self.row(of: meeting, db), db) }
    }

    /// The register of places from `meeting.yaml`, in its order.
    package func places(of meeting: Meeting.ID) throws -> [Place] {
        try read { db in try Self.places(of: Self.row(of: meeting, db), db) }
    }

    static func row(of meeting: Meeting.ID, _ db: Database) throws -> Int64 {
        guard
            let row = try Int64.fetchOne(db, sql: "SELECT row FROM meeting WHERE id = ?", arguments: [meeting.rawValue])
        else { throw unknown(meeting, db) }
        return row
    }

    private static func unknown(_ meeting: Meeting.ID, _ db: Database) -> Diagnostic {
        let known = (try? String.fetchAll(db, sql: "SELECT id FROM meeting ORDER BY id")) ?? []
        return Diagnostic(
            .error, "There is no meeting \u{201C}\(meeting.rawValue)\u{201D} in the database",
            mend: known.isEmpty
                ? "Import its folder first: earshot import Agendas/\(meeting.rawValue)"
                : "The database has: \(known.joined(separator: ", "))")
    }

    static func items(of meeting: Int64, _ db: Database) throws -> [AgendaItem] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM item WHERE meeting = ? AND present = 1 ORDER BY position, row", arguments: [meeting]
        ).map { row in
            AgendaItem(
                id: AgendaItem.ID(row["id"]), position: row["position"], number: row["number"], title: row["title"],
                text: row["text"], decision: row["decision"], minutes: row["minutes"], url: row["url"],
                documents: try JSONColumn.value(from: row["documents"]),
                kind: AgendaItem.Kind(rawValue: row["kind"]) ?? .business, restricted: row["restricted"],
                leftOut: row["left_out"])
        }
    }

    /// Database rows by item id.
    static func itemRows(of meeting: Int64, _ db: Database) throws -> [AgendaItem.ID: Int64] {
        let pairs = try Row.fetchAll(
            db, sql: "SELECT id, row FROM item WHERE meeting = ? AND present = 1", arguments: [meeting]
        ).map { (AgendaItem.ID($0[0]), $0[1] as Int64) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    static func places(of meeting: Int64, _ db: Database) throws -> [Place] {
        try Row.fetchAll(db, sql: "SELECT * FROM place WHERE meeting = ? ORDER BY row", arguments: [meeting]).map {
            row in
            Place(
                id: Place.ID(row["id"]), name: row["name"], network: row["network"], url: row["url"], kind: row["kind"],
                members: row["members"], ward: row["ward"], topic: row["topic"], checked: row["checked"],
                access: (row["access"] as String?).flatMap(Place.Access.init(rawValue:)))
        }
    }
}
