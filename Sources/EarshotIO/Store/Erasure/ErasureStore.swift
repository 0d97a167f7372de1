package import EarshotCore
import Foundation
import GRDB

/// What is to be erased.
package enum ErasureWish: Sendable {
    /// Comments by id, or "thread/comment".
    case comments([String])
    /// All comments of a writer by the handle that the saved files give, whatever its case, with or without "@" or "u/".
    /// `network` as stored with threads ("reddit"); `nil` where the handle stands on one network only.
    case author(handle: String, network: String?)
}

/// What an erasure did in one meeting.
package struct MeetingErasure: Sendable {
    package var meeting: Meeting.ID
    package var erased = 0
    /// Comments asked for that were erased before.
    package var before = 0
    /// Titles of threads that went with the comments that opened them.
    package var titles = 0
    /// All comments asked for.
    package var comments: [(thread: DiscussionThread.ID, comment: ThreadComment.ID)] = []
    /// Paths inside the meeting's folder of saved files that may still hold the words.
    package var files: [String] = []
    /// Comments of others that hold the same words, copied or quoted: "thread/comment".
    package var quoting: [String] = []
    /// The writer's later comments will not be taken in.
    package var isBarred = false

    init(meeting: Meeting.ID) { self.meeting = meeting }
}

extension Store {
    /// Erases from the meetings that `entries` name, all in one transaction, and logs it where anything was erased.
    /// Answers for every meeting that has, or had, what was asked for.
    ///
    /// Afterwards the file holds none of the words, nor what was worked out from them. Throws a `Diagnostic`, and has
    /// changed nothing, where a name fits no comment or several, or a handle fits nobody or people on several networks.
    package func erase(_ wish: ErasureWish, logging entries: [AccessEntry]) throws -> [MeetingErasure] {
        try overwriteWhatIsDeleted()
        let outcomes = try write { db in
            let runs = try entries.map { (ErasureRun(db: db, meeting: try Self.row(of: $0.meeting, db)), $0) }
            let outcomes =
                switch wish {
                case .comments(let names): try Self.erase(names, runs)
                case .author(let handle, let network): try Self.erase(handle, network, runs)
                }
            for outcome in outcomes where outcome.erased > 0 {
                guard var entry = entries.first(where: { $0.meeting == outcome.meeting }) else { continue }
                entry.comments = outcome.erased
                try Self.log(entry, db)
            }
            _ = try ErasedWriter.salt(db)
            try db.execute(sql: "UPDATE erasure_state SET swept = 0")
            return outcomes
        }
        do { try sweep() } catch {
            throw Diagnostic(
                .error, "The comments are erased, but unused room in the database's file may still hold their words",
                mend: "Make as much room on the disk as the file takes; the next command then clears it")
        }
        return outcomes
    }

    private static func erase(_ names: [String], _ runs: [(ErasureRun, AccessEntry)]) throws -> [MeetingErasure] {
        let found = try runs.map { try $0.0.rows(named: names) }
        if let unknown = names.first(where: { name in found.allSatisfy { $0[name] == nil } }) {
            throw Diagnostic(
                .error,
                "\(runs.count == 1 ? "This meeting has" : "The meetings of this database have") no comment "
                    + "\u{201C}\(unknown)\u{201D}; nothing was erased",
                mend: "Take the comment_id from comments.csv, or thread_id/comment_id")
        }
        return try zip(runs, found).filter { !$1.isEmpty }.map { run, rows in
            try run.0.erase(Set(rows.values).sorted(), of: run.1.meeting)
        }
    }

    private static func erase(
        _ handle: String, _ network: String?, _ runs: [(ErasureRun, AccessEntry)]
    ) throws -> [MeetingErasure] {
        let salt = try runs.first.map { try ErasedWriter.salt($0.0.db) } ?? ""
        let authors = try runs.map { run in
            try run.0.authors(handle).filter { author in
                network.map { $0.lowercased() == author.writer.network.lowercased() } ?? true
            }
        }
        let networks = Set(authors.joined().map(\.writer.network)).sorted()
        if networks.count > 1 { throw ambiguous(networks) }
        // A writer who was erased before is known by the hash alone.
        let possible =
            try networks.isEmpty ? network.map { [$0] } ?? runs.flatMap { try $0.0.networks() } : networks
        let hashes = Set(possible.map { ErasedWriter(network: $0, handle: handle).hash(salt: salt) })
        var outcomes: [MeetingErasure] = []
        for (run, rows) in zip(runs, authors) {
            var outcome = try run.0.erase(rows.flatMap { try run.0.rows(by: $0.row) }, of: run.1.meeting)
            for hash in hashes {
                outcome.isBarred = try run.0.bar(hash, isKnown: !networks.isEmpty) || outcome.isBarred
            }
            if outcome.isBarred { outcomes.append(outcome) }
        }
        guard !outcomes.isEmpty else { throw nobody(network) }
        return outcomes
    }

    private static func ambiguous(_ networks: [String]) -> Diagnostic {
        let names = networks.map { $0.isEmpty ? "\"\"" : $0 }
        return Diagnostic(
            .error, "Writers with this name stand on several networks, and may be several people; nothing was erased",
            mend: "Say which: \(names.map { "--network \($0)" }.joined(separator: " or "))")
    }

    private static func nobody(_ network: String?) -> Diagnostic {
        Diagnostic(
            .error,
            "No comment is by a writer of this name\(network.map { " on the network \u{201C}\($0)\u{201D}" } ?? ""); nothing was erased",
            mend: "Give the name as the saved file writes it, or name the comments with --comment")
    }
}

extension ErasureRun {
    /// Bars a writer from later imports of the meeting. Where the writer `isKnown` no longer, only answers whether that was
    /// done before.
    func bar(_ hash: Data, isKnown: Bool) throws -> Bool {
        guard isKnown else {
            return try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM erased_author WHERE meeting = ? AND hash = ?)",
                arguments: [meeting, hash]) ?? false
        }
        try db.execute(
            sql: "INSERT INTO erased_author (meeting, hash) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [meeting, hash])
        return true
    }
}
