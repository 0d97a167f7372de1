package import EarshotCore
import GRDB

/// Takes the records of one threads file, inside the transaction of that file.
///
/// Saving is idempotent: a comment is known by its thread and id, and a hash of its fields tells a changed one from
/// an equal one. What is kept in memory is small look-up tables, emptied when they grow, and a bit for each row met.
package final class ThreadsImport {
    package private(set) var threads = ImportCount()
    package private(set) var comments = ImportCount()
    /// Comments that the file had handed over before: with the same fields, and with others. The first one is kept.
    package private(set) var repeated = 0
    package private(set) var repeatedOtherwise = 0

    let db: Database
    let file: Int64
    /// Whether an earlier save of the file brought threads.
    let wasImportedBefore: Bool
    private(set) var seenComments = RowSet()
    private(set) var seenThreads = RowSet()
    private let meeting: Int64
    private var known: [DiscussionThread.ID: KnownThread] = [:]
    private var authorRows: [String: Int64] = [:]
    private let insert: Statement
    private let find: Statement
    private let update: Statement
    private let claim: Statement
    private let unscore: Statement
    private let insertAuthor: Statement
    private let findAuthor: Statement
    private let tombstones: Tombstones

    private struct KnownThread {
        var row: Int64
        var network: String
        var missingReplies: Int
    }

    /// Entries after which a look-up table is emptied; chosen, not derived (about 20 MB at most).
    private static let cacheLimit = 100_000

    init(_ db: Database, meeting: Int64, file: Int64) throws {
        self.db = db
        self.meeting = meeting
        self.file = file
        wasImportedBefore =
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM file_thread WHERE file = ?)", arguments: [file])
            ?? false
        insert = try db.makeStatement(
            sql: """
                INSERT INTO comment (meeting, thread, id, parent, author, role, posted, posted_offset, text, url, likes,
                    dislikes, declared_position, ward, kind, state, file, fingerprint)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (thread, id) DO NOTHING
                """)
        find = try db.makeStatement(sql: "SELECT row, fingerprint, file FROM comment WHERE thread = ? AND id = ?")
        update = try db.makeStatement(
            sql: """
                UPDATE comment SET parent = ?, author = ?, role = ?, posted = ?, posted_offset = ?, text = ?, url = ?,
                    likes = ?, dislikes = ?, declared_position = ?, ward = ?, kind = ?, state = ?, file = ?,
                    fingerprint = ?
                WHERE row = ?
                """)
        claim = try db.makeStatement(sql: "UPDATE comment SET file = ? WHERE row = ?")
        unscore = try db.makeStatement(sql: "DELETE FROM score WHERE comment = ?")
        insertAuthor = try db.makeStatement(
            sql: "INSERT INTO author (meeting, key) VALUES (?, ?) ON CONFLICT (meeting, key) DO NOTHING")
        findAuthor = try db.makeStatement(sql: "SELECT row FROM author WHERE meeting = ? AND key = ?")
        tombstones = try Tombstones(db, meeting: meeting)
    }

    var changedAnything: Bool {
        threads.inserted + threads.updated + comments.inserted + comments.updated + comments.withdrawn > 0
    }

    // MARK: - Threads

    /// Saves a thread. The same thread again in this file costs a look-up; only its missing replies may have grown,
    /// because a file may say at its end how many replies it lacks.
    package func save(_ thread: DiscussionThread) throws {
        let thread = tombstones.kept(thread)
        if let earlier = known[thread.id] {
            if thread.missingReplies > earlier.missingReplies { try raise(thread, earlier) }
            return
        }
        let stored = try Row.fetchOne(
            db, sql: "SELECT * FROM thread WHERE meeting = ? AND id = ?", arguments: [meeting, thread.id.rawValue])
        // Met in this file, and forgotten since.
        if let stored, seenThreads.contains(stored["row"]) {
            let earlier = KnownThread(
                row: stored["row"], network: stored["network"], missingReplies: stored["missing_replies"])
            remember(thread.id, earlier)
            if thread.missingReplies > earlier.missingReplies { try raise(thread, earlier) }
            return
        }
        if let stored, Self.isEqual(stored, thread) {
            threads.unchanged += 1
        } else {
            try write(thread)
            if stored == nil { threads.inserted += 1 } else { threads.updated += 1 }
        }
        let row: Int64 =
            if let stored { stored["row"] } else { db.lastInsertedRowID }
        _ = seenThreads.insert(row)
        try db.execute(
            sql: "INSERT INTO file_thread (file, thread) VALUES (?, ?) ON CONFLICT DO NOTHING", arguments: [file, row])
        remember(
            thread.id, KnownThread(row: row, network: thread.network, missingReplies: thread.missingReplies))
    }

    private func write(_ thread: DiscussionThread) throws {
        try db.execute(
            sql: """
                INSERT INTO thread (meeting, id, title, url, place, network, linked_url, declared_item, missing_replies)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (meeting, id) DO UPDATE SET title = excluded.title, url = excluded.url,
                    place = excluded.place, network = excluded.network, linked_url = excluded.linked_url,
                    declared_item = excluded.declared_item, missing_replies = excluded.missing_replies
                """,
            arguments: [
                meeting, thread.id.rawValue, thread.title, thread.url, thread.place, thread.network, thread.linkedURL,
                thread.declaredItem, thread.missingReplies,
            ])
    }

    private func raise(_ thread: DiscussionThread, _ earlier: KnownThread) throws {
        try db.execute(
            sql: "UPDATE thread SET missing_replies = ? WHERE row = ?",
            arguments: [thread.missingReplies, earlier.row])
        known[thread.id]?.missingReplies = thread.missingReplies
    }

    private func remember(_ id: DiscussionThread.ID, _ thread: KnownThread) {
        if known.count >= Self.cacheLimit { known.removeAll(keepingCapacity: true) }
        known[id] = thread
    }

    private static func isEqual(_ row: Row, _ thread: DiscussionThread) -> Bool {
        row["title"] == thread.title && row["url"] == thread.url && row["place"] == thread.place
            && row["network"] == thread.network && row["linked_url"] == thread.linkedURL
            && row["declared_item"] == thread.declaredItem && row["missing_replies"] == thread.missingReplies
    }

    private func thread(_ id: DiscussionThread.ID) throws -> KnownThread {
        if let thread = known[id] { return thread }
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT row, network, missing_replies FROM thread WHERE meeting = ? AND id = ?",
                arguments: [meeting, id.rawValue]), seenThreads.contains(row[0])
        else {
            throw Diagnostic(.error, "A comment came before its thread", mend: "Tell us: this is a fault in Earshot")
        }
        let thread = KnownThread(row: row[0], network: row[1], missingReplies: row[2])
        remember(id, thread)
        return thread
    }

    // MARK: - Comments

    /// Saves a comment, whose thread must have come before it; of an erased one its tombstone.
    package func save(_ comment: ThreadComment) throws {
        let thread = try thread(comment.thread)
        guard tombstones.hold(comment, thread: thread.row, network: thread.network) else {
            return try save(comment, in: thread)
        }
        try save(comment.tombstone, in: thread)
        try tombstones.keep(comment, thread: thread.row)
    }

    private func save(_ comment: ThreadComment, in thread: KnownThread) throws {
        let author = try comment.author.map { try row(ofAuthor: $0, on: thread.network) }
        let fingerprint = Fingerprint.of(comment)
        let shared: [(any DatabaseValueConvertible)?] = [
            comment.parent?.rawValue, author, comment.role?.rawValue, comment.posted?.seconds, comment.posted?.offset,
            comment.text, comment.url, comment.likes, comment.dislikes, comment.declaredPosition?.rawValue,
            comment.ward, comment.kind.rawValue, comment.state.rawValue, file, fingerprint,
        ]
        let before = db.totalChangesCount
        try insert.execute(arguments: StatementArguments([meeting, thread.row, comment.id.rawValue] + shared))
        if db.totalChangesCount != before {
            comments.inserted += 1
            _ = seenComments.insert(db.lastInsertedRowID)
            return
        }
        guard let known = try Row.fetchOne(find, arguments: [thread.row, comment.id.rawValue]) else { return }
        let commentRow: Int64 = known[0]
        guard seenComments.insert(commentRow) else {
            repeated += 1
            if known[1] != fingerprint { repeatedOtherwise += 1 }
            return
        }
        if known[1] == fingerprint {
            comments.unchanged += 1
            if known[2] != file { try claim.execute(arguments: [file, commentRow]) }
        } else {
            comments.updated += 1
            try update.execute(arguments: StatementArguments(shared + [commentRow]))
            try unscore.execute(arguments: [commentRow])
        }
    }

    /// Two people with the same handle on two networks are two people.
    private func row(ofAuthor handle: String, on network: String) throws -> Int64 {
        let key = "\(network)\u{1F}\(handle)"
        if let row = authorRows[key] { return row }
        if authorRows.count >= Self.cacheLimit { authorRows.removeAll(keepingCapacity: true) }
        try insertAuthor.execute(arguments: [meeting, key])
        let row = try Int64.fetchOne(findAuthor, arguments: [meeting, key]) ?? 0
        authorRows[key] = row
        return row
    }

    func countWithdrawn(_ count: Int) { comments.withdrawn += count }
}

/// A 64-bit hash over all fields of a comment.
enum Fingerprint {
    static func of(_ comment: ThreadComment) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String?) {
            for byte in (text ?? "\u{0}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x100_0000_01b3  // a byte that no UTF-8 text holds parts the fields
        }
        add(comment.parent?.rawValue)
        add(comment.author)
        add(comment.role?.rawValue)
        add(comment.posted.map { "\($0.seconds) \($0.offset ?? 9999)" })
        add(comment.text)
        add(comment.url)
        add(comment.likes.map(String.init))
        add(comment.dislikes.map(String.init))
        add(comment.declaredPosition?.rawValue)
        add(comment.ward)
        add(comment.kind.rawValue)
        add(comment.state.rawValue)
        return Int64(bitPattern: hash)
    }
}
