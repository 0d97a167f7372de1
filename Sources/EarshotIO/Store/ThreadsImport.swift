package import EarshotCore
import GRDB

/// Takes the records of one threads file, inside the transaction of that file.
///
/// Saving is idempotent: a comment is known by its thread and id, and a hash of its fields tells a changed one from
/// an equal one. Only small look-up tables are kept in memory, and they are emptied when they grow.
package final class ThreadsImport {
    package private(set) var threads = ImportCount()
    package private(set) var comments = ImportCount()

    private let db: Database
    private let meeting: Int64
    private let file: Int64
    private var threadRows: [DiscussionThread.ID: Int64] = [:]
    private var authorRows: [String: Int64] = [:]
    private var networks: [DiscussionThread.ID: String] = [:]
    private let insert: Statement
    private let find: Statement
    private let update: Statement
    private let claim: Statement
    private let unscore: Statement
    private let insertAuthor: Statement
    private let findAuthor: Statement

    /// Entries after which a look-up table is emptied; chosen, not derived (about 20 MB at most).
    private static let cacheLimit = 100_000

    init(_ db: Database, meeting: Int64, file: Int64) throws {
        self.db = db
        self.meeting = meeting
        self.file = file
        insert = try db.makeStatement(
            sql: """
                INSERT INTO comment (meeting, thread, id, parent, author, role, posted, posted_offset, text, url, likes,
                    declared_position, ward, kind, state, file, fingerprint)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (thread, id) DO NOTHING
                """)
        find = try db.makeStatement(sql: "SELECT row, fingerprint, file FROM comment WHERE thread = ? AND id = ?")
        update = try db.makeStatement(
            sql: """
                UPDATE comment SET parent = ?, author = ?, role = ?, posted = ?, posted_offset = ?, text = ?, url = ?,
                    likes = ?, declared_position = ?, ward = ?, kind = ?, state = ?, file = ?, fingerprint = ?
                WHERE row = ?
                """)
        claim = try db.makeStatement(sql: "UPDATE comment SET file = ? WHERE row = ?")
        unscore = try db.makeStatement(sql: "DELETE FROM score WHERE comment = ?")
        insertAuthor = try db.makeStatement(
            sql: "INSERT INTO author (meeting, key) VALUES (?, ?) ON CONFLICT (meeting, key) DO NOTHING")
        findAuthor = try db.makeStatement(sql: "SELECT row FROM author WHERE meeting = ? AND key = ?")
    }

    var changedAnything: Bool {
        threads.inserted + threads.updated + comments.inserted + comments.updated > 0
    }

    /// Saves a thread; the same thread again in this file costs a look-up.
    package func save(_ thread: DiscussionThread) throws {
        guard threadRows[thread.id] == nil else { return }
        let known = try Row.fetchOne(
            db, sql: "SELECT * FROM thread WHERE meeting = ? AND id = ?", arguments: [meeting, thread.id.rawValue])
        if let known, Self.isEqual(known, thread) {
            threads.unchanged += 1
        } else {
            try db.execute(
                sql: """
                    INSERT INTO thread (meeting, id, title, url, place, network, declared_item, missing_replies)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (meeting, id) DO UPDATE SET title = excluded.title, url = excluded.url,
                        place = excluded.place, network = excluded.network, declared_item = excluded.declared_item,
                        missing_replies = excluded.missing_replies
                    """,
                arguments: [
                    meeting, thread.id.rawValue, thread.title, thread.url, thread.place, thread.network,
                    thread.declaredItem, thread.missingReplies,
                ])
            if known == nil { threads.inserted += 1 } else { threads.updated += 1 }
        }
        let row: Int64? =
            if let known { known["row"] } else { db.lastInsertedRowID }
        if threadRows.count >= Self.cacheLimit {
            threadRows.removeAll(keepingCapacity: true)
            networks.removeAll(keepingCapacity: true)
        }
        threadRows[thread.id] = row
        networks[thread.id] = thread.network
    }

    private static func isEqual(_ row: Row, _ thread: DiscussionThread) -> Bool {
        row["title"] == thread.title && row["url"] == thread.url && row["place"] == thread.place
            && row["network"] == thread.network && row["declared_item"] == thread.declaredItem
            && row["missing_replies"] == thread.missingReplies
    }

    /// Saves a comment, whose thread must have come before it.
    package func save(_ comment: ThreadComment) throws {
        let thread = try row(of: comment.thread)
        let author = try comment.author.map { try row(ofAuthor: $0, on: networks[comment.thread] ?? "") }
        let fingerprint = Fingerprint.of(comment)
        let shared: [(any DatabaseValueConvertible)?] = [
            comment.parent?.rawValue, author, comment.role?.rawValue, comment.posted?.seconds, comment.posted?.offset,
            comment.text, comment.url, comment.likes, comment.declaredPosition?.rawValue, comment.ward,
            comment.kind.rawValue, comment.state.rawValue, file, fingerprint,
        ]
        let before = db.totalChangesCount
        try insert.execute(arguments: StatementArguments([meeting, thread, comment.id.rawValue] + shared))
        if db.totalChangesCount != before {
            comments.inserted += 1
            return
        }
        guard let known = try Row.fetchOne(find, arguments: [thread, comment.id.rawValue]) else { return }
        let commentRow: Int64 = known[0]
        if known[1] == fingerprint {
            comments.unchanged += 1
            if known[2] != file { try claim.execute(arguments: [file, commentRow]) }
        } else {
            comments.updated += 1
            try update.execute(arguments: StatementArguments(shared + [commentRow]))
            try unscore.execute(arguments: [commentRow])
        }
    }

    private func row(of thread: DiscussionThread.ID) throws -> Int64 {
        if let row = threadRows[thread] { return row }
        guard
            let known = try Row.fetchOne(
                db, sql: "SELECT row, network FROM thread WHERE meeting = ? AND id = ?",
                arguments: [meeting, thread.rawValue])
        else {
            throw Diagnostic(.error, "A comment came before its thread", mend: "Tell us: this is a fault in Earshot")
        }
        threadRows[thread] = known[0]
        networks[thread] = known[1]
        return known[0]
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
        add(comment.declaredPosition?.rawValue)
        add(comment.ward)
        add(comment.kind.rawValue)
        add(comment.state.rawValue)
        return Int64(bitPattern: hash)
    }
}
