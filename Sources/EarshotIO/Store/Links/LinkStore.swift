package import EarshotCore
import GRDB

/// A thread with what the linker and the person say of it.
package struct StoredLink: Equatable, Sendable {
    package var thread: DiscussionThread
    package var comments: Int
    package var link: ThreadLink
    package var verdict: LinkVerdict?
    /// The item in force: the person's verdict, else the linker's suggestion.
    package var item: AgendaItem.ID?
    /// The stretches in force that are about another item; none where a person decided on the whole thread.
    package var runs: [LinkRun] = []
}

extension Store {
    /// Whether the links were last made by `linker` from the material as it now stands.
    package func isLinked(_ meeting: Meeting.ID, by linker: String) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT linked_at IS revision || ' ' || ? FROM meeting WHERE id = ?",
                arguments: [linker, meeting.rawValue]) ?? false
        }
    }

    /// How far the meeting was read for meaning when it was last linked; `nil` where it never was.
    package func meaning(of meeting: Meeting.ID) throws -> MeaningMode? {
        let last = try read { db in
            try String.fetchOne(db, sql: "SELECT linked_at FROM meeting WHERE id = ?", arguments: [meeting.rawValue])
        }
        return last?.split(separator: " ").last.flatMap { MeaningMode(rawValue: String($0)) }
    }

    package func threadCount(of meeting: Meeting.ID) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM thread WHERE meeting = ?", arguments: [Self.row(of: meeting, db)]) ?? 0
        }
    }

    /// Hands the meeting's threads over in batches, in the order in which they were first imported, each with at most
    /// `limit` of its visible comments, evenly spaced over the thread.
    package func forEachThread(
        of meeting: Meeting.ID, batch: Int, commentLimit limit: Int, _ body: ([LinkThread]) throws -> Void
    ) throws {
        try read { db in
            let meeting = try Self.row(of: meeting, db)
            let threads = try Row.fetchCursor(
                db,
                sql: """
                    SELECT row, id, title, url, linked_url, declared_item, place, network
                    FROM thread WHERE meeting = ? ORDER BY row
                    """, arguments: [meeting])
            let texts = try SampledTexts(db, limit: limit)
            let register = PlaceRegister(try Self.places(of: meeting, db))
            var pending: [LinkThread] = []
            while let row = try threads.next() {
                let comments = try texts.of(thread: row[0])
                var thread = LinkThread(
                    id: DiscussionThread.ID(row[1]), title: row[2], url: row[3], linkedURL: row[4],
                    declaredItem: row[5], comments: comments)
                thread.context = ThreadContext(
                    place: register.place(named: row[6], network: row[7], url: row[3]), comments.samples)
                pending.append(thread)
                if pending.count == batch {
                    try body(pending)
                    pending.removeAll(keepingCapacity: true)
                }
            }
            if !pending.isEmpty { try body(pending) }
        }
    }

    /// Saves the linker's suggestions; where a person has decided, the decision stays in force. Comments whose item changes
    /// lose their scores, because a position is toward an item.
    package func save(_ links: [ThreadLink], of meeting: Meeting.ID, by linker: String) throws -> ImportCount {
        try write { db in
            let meetingRow = try Self.row(of: meeting, db)
            let items = try Self.itemRows(of: meetingRow, db)
            let verdicts = try Self.verdicts(of: meetingRow, db)
            var count = ImportCount()
            for link in links {
                count += try Self.save(link, verdict: verdicts[link.thread], items: items, meeting: meetingRow, db)
            }
            try db.execute(
                sql: "UPDATE meeting SET linked_at = revision || ' ' || ? WHERE row = ?",
                arguments: [linker, meetingRow])
            return count
        }
    }

    private static func save(
        _ link: ThreadLink, verdict: LinkVerdict?, items: [AgendaItem.ID: Int64], meeting: Int64, _ db: Database
    ) throws -> ImportCount {
        let item = Self.item(link.linked, verdict: verdict, known: items).flatMap { items[$0] }
        let candidates = try JSONColumn.text(link.candidates)
        let runs = try JSONColumn.text(link.runs)
        let known = try Row.fetchOne(
            db,
            sql: """
                SELECT t.row, l.thread, l.item, l.suggested, l.candidates, l.runs
                FROM thread t LEFT JOIN link l ON l.thread = t.row
                WHERE t.meeting = ? AND t.id = ?
                """, arguments: [meeting, link.thread.rawValue])
        guard let known else { return ImportCount() }
        let thread: Int64 = known[0]
        let isNew = known[1] == nil as Int64?
        let hadRuns = (known[5] as String?).map { $0 != "[]" } ?? false
        if hadRuns || !link.runs.isEmpty {
            try place(runsInForce(link.runs, verdict: verdict, item: item, known: items), thread: thread, items, db)
        }
        if !isNew, known[2] == item, known[3] == link.linked?.rawValue, known[4] == candidates, known[5] == runs {
            return ImportCount(unchanged: 1)
        }
        try db.execute(
            sql: """
                INSERT INTO link (thread, item, suggested, candidates, runs) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (thread) DO UPDATE SET item = excluded.item, suggested = excluded.suggested,
                    candidates = excluded.candidates, runs = excluded.runs
                """, arguments: [thread, item, link.linked?.rawValue, candidates, runs])
        if known[2] != item { try unscore(thread: thread, db) }
        return isNew ? ImportCount(inserted: 1) : ImportCount(updated: 1)
    }

    static func unscore(thread: Int64, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM score WHERE comment IN (SELECT row FROM comment WHERE thread = ?)", arguments: [thread])
    }

    /// The item in force for a thread.
    static func item(
        _ suggested: AgendaItem.ID?, verdict: LinkVerdict?, known: [AgendaItem.ID: Int64]
    ) -> AgendaItem.ID? {
        switch verdict {
        case .confirmed(let item), .attached(let item): known[item] == nil ? suggested : item
        case .none?: nil
        case .rejected(let items): suggested.flatMap { items.contains($0) ? nil : $0 }
        case nil: suggested
        }
    }
}
