import EarshotCore
import Foundation
import GRDB

extension ThreadComment {
    /// What is kept of an erased comment: where it stood, by which it is counted and known again.
    var tombstone: ThreadComment {
        ThreadComment(id: id, thread: thread, parent: parent, text: "", kind: kind, state: .erased)
    }
}

/// What an import must not bring back: comments that were erased, the titles that went with them, and whatever
/// erased writers wrote.
final class Tombstones {
    private struct Name: Hashable {
        var thread: Int64
        var comment: String
    }

    private let db: Database
    private var comments: Set<Name>
    private var titles: Set<String>
    private let writers: Set<Data>
    private let salt: String
    /// Answers by handle, emptied when they grow.
    private var known: [ErasedWriter: Bool] = [:]

    private static let cacheLimit = 100_000

    init(_ db: Database, meeting: Int64) throws {
        self.db = db
        let rows = try Row.fetchCursor(
            db, sql: "SELECT thread, id FROM comment WHERE meeting = ? AND state = 'erased'", arguments: [meeting])
        comments = []
        while let row = try rows.next() { comments.insert(Name(thread: row[0], comment: row[1])) }
        titles = try String.fetchSet(
            db, sql: "SELECT t.id FROM erased_title e JOIN thread t ON t.row = e.thread WHERE t.meeting = ?",
            arguments: [meeting])
        writers = try Data.fetchSet(
            db, sql: "SELECT hash FROM erased_author WHERE meeting = ?", arguments: [meeting])
        salt = try String.fetchOne(db, sql: "SELECT salt FROM erasure_state") ?? ""
    }

    /// The thread as it may be kept: without its title and address where these were erased.
    func kept(_ thread: DiscussionThread) -> DiscussionThread {
        guard titles.contains(thread.id.rawValue) else { return thread }
        var thread = thread
        thread.title = ""
        thread.url = nil
        return thread
    }

    /// Whether of the comment only its tombstone may be kept.
    func hold(_ comment: ThreadComment, thread: Int64, network: String) -> Bool {
        if comments.isEmpty && writers.isEmpty { return false }
        if comments.contains(Name(thread: thread, comment: comment.id.rawValue)) { return true }
        guard !writers.isEmpty, let handle = comment.author else { return false }
        let writer = ErasedWriter(network: network, handle: handle)
        if let answer = known[writer] { return answer }
        if known.count >= Self.cacheLimit { known.removeAll(keepingCapacity: true) }
        let answer = writers.contains(writer.hash(salt: salt))
        known[writer] = answer
        return answer
    }

    /// Notes that the comment, saved as its tombstone, is one.
    func keep(_ comment: ThreadComment, thread: Int64) throws {
        guard comments.insert(Name(thread: thread, comment: comment.id.rawValue)).inserted else { return }
        let erasure = TombstoneWriter(db: db)
        guard
            let row = try Int64.fetchOne(
                db, sql: "SELECT row FROM comment WHERE thread = ? AND id = ?",
                arguments: [thread, comment.id.rawValue])
        else { return }
        try erasure.bury(row)
        if comment.kind == .opening, try erasure.eraseTitle(of: thread) { titles.insert(comment.thread.rawValue) }
    }
}

/// Writes tombstones; used by erasures and by imports.
struct TombstoneWriter {
    let db: Database

    /// Takes from a comment's row all that it says and who said it, and everything worked out or decided from that.
    /// Labels stay where somebody else wrote the very same words.
    func bury(_ row: Int64) throws {
        let find = try db.cachedStatement(sql: "SELECT id, parent, kind, text, meeting FROM comment WHERE row = ?")
        guard let known = try Row.fetchOne(find, arguments: [row]) else { return }
        let tombstone = ThreadComment(
            id: ThreadComment.ID(known[0]), thread: DiscussionThread.ID(""),
            parent: (known[1] as String?).map { ThreadComment.ID($0) }, text: "",
            kind: ThreadComment.Kind(rawValue: known[2]) ?? .reply, state: .erased)
        try db.cachedStatement(
            sql: """
                UPDATE comment SET author = NULL, role = NULL, posted = NULL, posted_offset = NULL, text = '', url = NULL,
                    likes = NULL, dislikes = NULL, declared_position = NULL, ward = '', state = ?, fingerprint = ?
                WHERE row = ?
                """
        ).execute(arguments: [tombstone.state.rawValue, Fingerprint.of(tombstone), row])
        for place in [
            "score WHERE comment", "copy WHERE comment", "copy WHERE representative", "exclusion WHERE comment",
        ] {
            try db.cachedStatement(sql: "DELETE FROM \(place) = ?").execute(arguments: [row])
        }
        try passOn(labelsOf: row, text: known[3], meeting: known[4])
    }

    private func passOn(labelsOf row: Int64, text: String, meeting: Int64) throws {
        let labels = try db.cachedStatement(sql: "SELECT DISTINCT text FROM label WHERE comment = ?")
        for digest in try Data.fetchAll(labels, arguments: [row]) {
            var other: Int64?
            if digest == TextDigest.of(text) {
                other = try Int64.fetchOne(
                    db, sql: "SELECT row FROM comment WHERE meeting = ? AND text = ? AND row <> ? ORDER BY row LIMIT 1",
                    arguments: [meeting, text, row])
            }
            let change = other == nil ? "DELETE FROM label" : "UPDATE label SET comment = :other"
            var arguments: StatementArguments = ["row": row, "digest": digest]
            if let other { arguments += ["other": other] }
            try db.execute(sql: "\(change) WHERE comment = :row AND text = :digest", arguments: arguments)
        }
    }

    /// Takes a thread's title and address where whoever opened it was erased, and nobody else opened it too. Answers
    /// whether that is so.
    func eraseTitle(of thread: Int64) throws -> Bool {
        let openings = try Bool.fetchAll(
            db,
            sql: "SELECT state = 'erased' FROM comment WHERE thread = ? AND kind = 'opening'", arguments: [thread])
        guard openings.contains(true), !openings.contains(false) else { return false }
        try db.execute(sql: "INSERT INTO erased_title (thread) VALUES (?) ON CONFLICT DO NOTHING", arguments: [thread])
        try db.execute(sql: "UPDATE thread SET title = '', url = NULL WHERE row = ?", arguments: [thread])
        return true
    }
}
