import EarshotCore
import GRDB

/// What a newer save of a file no longer holds of its earlier saves.
package struct Withdrawal: Equatable, Sendable {
    /// Comments of earlier saves that no longer stand in the file: they are kept, and excluded as withdrawn.
    package var standing = 0
    /// Comments of earlier saves that are not in this one and stay as they were, because this one is partial.
    package var kept = 0
    /// Replies that this save itself says it does not hold.
    package var missingReplies = 0
    /// Other files of the meeting that hold a thread from which comments were withdrawn: a comment may stand in one of
    /// them yet, so they must be read again.
    package var sharedFiles: Set<String> = []

    package init() {}
}

extension ThreadsImport {
    /// Call it once, after the last record: marks as withdrawn what stood in earlier saves of the file and was not handed
    /// over now. Where a thread says that replies are missing, or where `isPartial`, nothing is taken to be withdrawn.
    ///
    /// Costs a look at every thread that the file holds or once held, and at the comments of those.
    package func withdraw(isPartial: Bool) throws -> Withdrawal {
        var found = Withdrawal()
        let threads = try Row.fetchCursor(
            db,
            sql: """
                SELECT t.row, t.missing_replies FROM file_thread ft JOIN thread t ON t.row = ft.thread
                WHERE ft.file = ? ORDER BY t.row
                """, arguments: [file])
        let comments = try db.makeStatement(
            sql: "SELECT row, state FROM comment WHERE thread = ? AND file = ? AND state <> 'erased'")
        // The fingerprint is turned round so that the comment, should it come back, is told from an unchanged one.
        let withdraw = try db.makeStatement(
            sql: "UPDATE comment SET state = 'withdrawn', fingerprint = ~fingerprint WHERE row = ?")
        while let row = try threads.next() {
            let thread: Int64 = row[0]
            let missing: Int = seenThreads.contains(thread) ? row[1] : 0
            found.missingReplies += missing
            guard wasImportedBefore else { continue }
            let rows = try Row.fetchCursor(comments, arguments: [thread, file])
            var unseen: [Int64] = []
            while let comment = try rows.next() {
                if seenComments.contains(comment[0]) { continue }
                if comment[1] == ThreadComment.SourceState.withdrawn.rawValue {
                    found.standing += 1
                } else {
                    unseen.append(comment[0])
                }
            }
            if isPartial || missing > 0 {
                found.kept += unseen.count
            } else if !unseen.isEmpty {
                for comment in unseen { try withdraw.execute(arguments: [comment]) }
                found.standing += unseen.count
                countWithdrawn(unseen.count)
                found.sharedFiles.formUnion(try otherFiles(with: thread))
            }
        }
        return found
    }

    private func otherFiles(with thread: Int64) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT f.path FROM file_thread ft JOIN file f ON f.row = ft.file
                WHERE ft.thread = ? AND ft.file <> ? AND f.present = 1
                """, arguments: [thread, file])
    }
}
