package import EarshotCore
import GRDB

extension Store {
    /// Which comments that a link's reasons quote may be shown: those that are included. By thread: positions in it,
    /// counted from 0.
    package func shownPassages(
        of links: [StoredLink], meeting: Meeting.ID
    ) throws -> [DiscussionThread.ID: Set<Int>] {
        let quoted = links.map { link in
            let candidates = link.link.candidates + link.runs.map(\.candidate)
            return (link.thread.id, Set(candidates.flatMap(\.reasons).compactMap { $0.passage?.comment }))
        }
        return try read { db in
            let meeting = try Self.row(of: meeting, db)
            let comment = try db.makeStatement(
                sql: "SELECT row FROM comment WHERE thread = ? ORDER BY row LIMIT 1 OFFSET ?")
            let reason = try db.makeStatement(sql: "SELECT 1 FROM standing WHERE row = ? AND reason IS NULL")
            var shown: [DiscussionThread.ID: Set<Int>] = [:]
            for (thread, positions) in quoted where !positions.isEmpty {
                let row = try Self.row(of: thread, in: meeting, db)
                for position in positions {
                    guard let comment = try Int64.fetchOne(comment, arguments: [row, position]),
                        try Bool.fetchOne(reason, arguments: [comment]) == true
                    else { continue }
                    shown[thread, default: []].insert(position)
                }
            }
            return shown
        }
    }
}
