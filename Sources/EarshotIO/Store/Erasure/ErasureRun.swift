import EarshotCore
import Foundation
import GRDB

/// One meeting's part of an erasure, inside the transaction of all.
struct ErasureRun {
    let db: Database
    let meeting: Int64

    /// What stands in a reason's place until links are made again.
    private static let forgotten = "found before an erasure; \u{201C}earshot link\u{201D} looks again"
    /// Quotes of fewer characters are not looked for: they would be found by chance. This and the next two: chosen.
    private static let shortestQuote = 40
    /// Of a text so many characters are looked for: a reply quotes the beginning.
    private static let longestQuote = 80
    /// At most so many texts are looked for.
    private static let quotes = 100

    /// Rows of comments, each by its id or "thread/comment". A name that this meeting does not have is not there.
    func rows(named names: [String]) throws -> [String: Int64] {
        var rows: [String: Int64] = [:]
        let find = try db.makeStatement(
            sql: """
                SELECT 1 FROM comment c JOIN thread t ON t.row = c.thread
                WHERE c.meeting = :meeting AND (c.id = :name OR t.id || '/' || c.id = :name) LIMIT 1
                """)
        for name in names where try Bool.fetchOne(find, arguments: ["meeting": meeting, "name": name]) == true {
            rows[name] = try Store.comment(named: name, in: meeting, db)
        }
        return rows
    }

    /// Rows of the meeting's authors with this handle, by writer.
    func authors(_ handle: String) throws -> [(row: Int64, writer: ErasedWriter)] {
        let plain = ErasedWriter.plain(handle)
        let rows = try Row.fetchCursor(db, sql: "SELECT row, key FROM author WHERE meeting = ?", arguments: [meeting])
        var found: [(row: Int64, writer: ErasedWriter)] = []
        while let row = try rows.next() {
            let writer = ErasedWriter(key: row[1])
            if ErasedWriter.plain(writer.handle) == plain { found.append((row[0], writer)) }
        }
        return found
    }

    /// The networks of the meeting's threads, lower case as stored.
    func networks() throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT DISTINCT network FROM thread WHERE meeting = ? ORDER BY 1", arguments: [meeting])
    }

    func rows(by author: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT row FROM comment WHERE meeting = ? AND author = ? ORDER BY row",
            arguments: [meeting, author])
    }

    /// Erases these comments. What is left of them is counted in the answer.
    func erase(_ rows: [Int64], of id: Meeting.ID) throws -> MeetingErasure {
        var outcome = MeetingErasure(meeting: id)
        var threads: Set<Int64> = []
        var authors: Set<Int64> = []
        var saved: Set<Int64> = []
        var texts: [String] = []
        let writer = TombstoneWriter(db: db)
        let find = try db.makeStatement(
            sql: """
                SELECT t.id, c.id, c.state, c.thread, c.author, c.text
                FROM comment c JOIN thread t ON t.row = c.thread WHERE c.row = ?
                """)
        for row in rows {
            guard let known = try Row.fetchOne(find, arguments: [row]) else { continue }
            outcome.comments.append((DiscussionThread.ID(known[0]), ThreadComment.ID(known[1])))
            if known[2] != ThreadComment.SourceState.withdrawn.rawValue { saved.insert(known[3]) }
            guard known[2] != ThreadComment.SourceState.erased.rawValue else {
                outcome.before += 1
                continue
            }
            outcome.erased += 1
            threads.insert(known[3])
            if let author: Int64 = known[4] { authors.insert(author) }
            texts.append(known[5])
            try writer.bury(row)
        }
        outcome.files = try files(of: saved)
        guard outcome.erased > 0 else { return outcome }
        for thread in threads.sorted() where try writer.eraseTitle(of: thread) { outcome.titles += 1 }
        try forget(authors)
        try forgetReasons(of: threads)
        try db.execute(sql: "DELETE FROM vector WHERE meeting = ?", arguments: [meeting])
        try Store.unsettlePositions(of: meeting, db)
        try Store.touch(meeting, db)
        outcome.quoting = try quoting(texts)
        return outcome
    }

    /// Paths of the files that hold any of the threads and are still in the meeting's folder.
    private func files(of threads: Set<Int64>) throws -> [String] {
        let find = try db.makeStatement(
            sql: """
                SELECT f.path FROM file_thread ft JOIN file f ON f.row = ft.file WHERE ft.thread = ? AND f.present = 1
                """)
        return try Set(threads.flatMap { try String.fetchAll(find, arguments: [$0]) }).sorted()
    }

    /// Handles of which nothing stands any more.
    private func forget(_ authors: Set<Int64>) throws {
        let delete = try db.makeStatement(
            sql: """
                DELETE FROM author WHERE row = ?1
                    AND NOT EXISTS (SELECT 1 FROM comment WHERE meeting = author.meeting AND author = ?1)
                """)
        for author in authors.sorted() { try delete.execute(arguments: [author]) }
    }

    /// Reasons for links quote threads and repeat their words, those of other threads too: only their kind and weight stay
    /// until the next run, which finds them anew.
    private func forgetReasons(of threads: Set<Int64>) throws {
        let links = try Row.fetchAll(
            db,
            sql: """
                SELECT l.thread, l.candidates, l.runs FROM link l JOIN thread t ON t.row = l.thread WHERE t.meeting = ?
                """, arguments: [meeting])
        let update = try db.makeStatement(sql: "UPDATE link SET candidates = ?, runs = ? WHERE thread = ?")
        for link in links {
            let thread: Int64 = link[0]
            func forget(_ reasons: inout [LinkReason]) {
                for index in reasons.indices {
                    let kind = reasons[index].kind
                    guard threads.contains(thread) || kind == .feedback || kind == .context else { continue }
                    reasons[index].text = Self.forgotten
                    reasons[index].passage = nil
                }
            }
            var candidates: [LinkCandidate] = try JSONColumn.value(from: link[1])
            var runs: [LinkRun] = try JSONColumn.value(from: link[2])
            for index in candidates.indices { forget(&candidates[index].reasons) }
            for index in runs.indices { forget(&runs[index].candidate.reasons) }
            try update.execute(arguments: [try JSONColumn.text(candidates), try JSONColumn.text(runs), thread])
        }
    }

    /// Comments of others that hold these texts or their beginnings: "thread/comment".
    private func quoting(_ texts: [String]) throws -> [String] {
        var found: Set<String> = []
        for text in texts.filter({ $0.count >= Self.shortestQuote }).distinct.prefix(Self.quotes) {
            let names = try String.fetchCursor(
                db,
                sql: """
                    SELECT t.id || '/' || c.id FROM comment c JOIN thread t ON t.row = c.thread
                    WHERE c.meeting = ? AND instr(c.text, ?) > 0
                    """, arguments: [meeting, String(text.prefix(Self.longestQuote))])
            while let name = try names.next() { found.insert(name) }
        }
        return found.sorted()
    }
}
