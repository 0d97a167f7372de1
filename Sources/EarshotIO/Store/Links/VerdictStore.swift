package import EarshotCore
import GRDB

extension Store {
    /// What persons said of the meeting's threads.
    package func verdicts(of meeting: Meeting.ID) throws -> [DiscussionThread.ID: LinkVerdict] {
        try read { db in try Self.verdicts(of: Self.row(of: meeting, db), db) }
    }

    static func verdicts(of meeting: Int64, _ db: Database) throws -> [DiscussionThread.ID: LinkVerdict] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT t.id, v.item, v.verdict FROM verdict v JOIN thread t ON t.row = v.thread
                WHERE t.meeting = ? ORDER BY t.row, v.verdict = 'rejected', v.item
                """, arguments: [meeting])
        var verdicts: [DiscussionThread.ID: LinkVerdict] = [:]
        for row in rows {
            let thread = DiscussionThread.ID(row[0])
            let item = AgendaItem.ID(row[1])
            switch row[2] as String {
            case "confirmed": verdicts[thread] = .confirmed(item)
            case "attached": verdicts[thread] = .attached(item)
            case "none": verdicts[thread] = LinkVerdict.none
            default:
                // A positive verdict comes first and outweighs earlier rejections.
                switch verdicts[thread] {
                case nil: verdicts[thread] = .rejected([item])
                case .rejected(let items): verdicts[thread] = .rejected(items + [item])
                default: break
                }
            }
        }
        return verdicts
    }

    /// Records a person's verdict on a thread. It replaces an earlier one, but for rejections, which add up.
    ///
    /// Throws a `Diagnostic` where the meeting has no such thread.
    package func record(_ verdict: LinkVerdict, on thread: DiscussionThread.ID, of meeting: Meeting.ID) throws {
        try write { db in
            let meetingRow = try Self.row(of: meeting, db)
            let threadRow = try Self.row(of: thread, in: meetingRow, db)
            let entries: [(AgendaItem.ID, String)] =
                switch verdict {
                case .confirmed(let item): [(item, "confirmed")]
                case .attached(let item): [(item, "attached")]
                case .none: [(AgendaItem.ID(""), "none")]
                case .rejected(let items): items.map { ($0, "rejected") }
                }
            try db.execute(
                sql: "DELETE FROM verdict WHERE thread = ? AND verdict <> 'rejected'", arguments: [threadRow])
            for (item, name) in entries {
                try db.execute(
                    sql: """
                        INSERT INTO verdict (thread, item, verdict) VALUES (?, ?, ?)
                        ON CONFLICT (thread, item) DO UPDATE SET verdict = excluded.verdict
                        """, arguments: [threadRow, item.rawValue, name])
            }
            try Self.apply(to: threadRow, meeting: meetingRow, thread, db)
            try Self.touch(meetingRow, db)
        }
    }

    private static func apply(to thread: Int64, meeting: Int64, _ id: DiscussionThread.ID, _ db: Database) throws {
        guard
            let link = try Row.fetchOne(
                db, sql: "SELECT item, suggested, runs FROM link WHERE thread = ?", arguments: [thread])
        else { return }
        let items = try itemRows(of: meeting, db)
        let suggested = (link[1] as String?).map { AgendaItem.ID($0) }
        let verdict = try verdicts(of: meeting, db)[id]
        let inForce = item(suggested, verdict: verdict, known: items).flatMap { items[$0] }
        if link[2] != "[]" {
            let runs: [LinkRun] = try JSONColumn.value(from: link[2])
            try place(runsInForce(runs, verdict: verdict, item: inForce, known: items), thread: thread, items, db)
        }
        guard link[0] != inForce else { return }
        try db.execute(sql: "UPDATE link SET item = ? WHERE thread = ?", arguments: [inForce, thread])
        try unscore(thread: thread, db)
    }

    static func row(of thread: DiscussionThread.ID, in meeting: Int64, _ db: Database) throws -> Int64 {
        guard
            let row = try Int64.fetchOne(
                db, sql: "SELECT row FROM thread WHERE meeting = ? AND id = ?", arguments: [meeting, thread.rawValue])
        else {
            throw Diagnostic(
                .error, "This meeting has no thread \u{201C}\(thread.rawValue)\u{201D}",
                mend: "List the threads and their ids: earshot links list")
        }
        return row
    }

    /// All threads with their links, in the order of import.
    package func links(of meeting: Meeting.ID) throws -> [StoredLink] {
        try read { db in
            let meetingRow = try Self.row(of: meeting, db)
            let verdicts = try Self.verdicts(of: meetingRow, db)
            let items = try Self.itemRows(of: meetingRow, db)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT t.*, l.suggested, l.candidates, l.runs, l.item AS item_row, i.id AS item_id,
                        (SELECT count(*) FROM comment c WHERE c.thread = t.row) AS comments
                    FROM thread t LEFT JOIN link l ON l.thread = t.row LEFT JOIN item i ON i.row = l.item
                    WHERE t.meeting = ? ORDER BY t.row
                    """, arguments: [meetingRow]
            ).map { row in
                let id = DiscussionThread.ID(row["id"])
                let runs: [LinkRun] = try (row["runs"] as String?).map { try JSONColumn.value(from: $0) } ?? []
                return StoredLink(
                    thread: DiscussionThread(
                        id: id, title: row["title"], url: row["url"], place: row["place"], network: row["network"],
                        linkedURL: row["linked_url"], declaredItem: row["declared_item"],
                        missingReplies: row["missing_replies"]),
                    comments: row["comments"],
                    link: ThreadLink(
                        thread: id, linked: (row["suggested"] as String?).map { AgendaItem.ID($0) },
                        candidates: try (row["candidates"] as String?).map { try JSONColumn.value(from: $0) } ?? [],
                        runs: runs),
                    verdict: verdicts[id], item: (row["item_id"] as String?).map { AgendaItem.ID($0) },
                    runs: Self.runsInForce(runs, verdict: verdicts[id], item: row["item_row"], known: items))
            }
        }
    }
}
