import EarshotCore
import GRDB

/// Stretches of a thread that are about another item than the thread (`LinkRun`).
extension Store {
    /// The stretches that count. A person who decided on a whole thread decided on its stretches too; a stretch about an
    /// item that a person rejected for the thread, that is no longer on the agenda, or that the thread itself stands
    /// under, has no effect.
    static func runsInForce(
        _ runs: [LinkRun], verdict: LinkVerdict?, item: Int64?, known: [AgendaItem.ID: Int64]
    ) -> [LinkRun] {
        var rejected: [AgendaItem.ID] = []
        switch verdict {
        case .confirmed, .attached, .none?: return []
        case .rejected(let items): rejected = items
        case nil: break
        }
        return runs.filter { run in
            let target = known[run.candidate.item]
            return target != nil && target != item && !rejected.contains(run.candidate.item)
        }
    }

    /// Puts the comments of `runs` under the runs' items and all others of the thread under the thread's own. Comments
    /// whose item changes lose their scores.
    static func place(
        _ runs: [LinkRun], thread: Int64, _ items: [AgendaItem.ID: Int64], _ db: Database
    ) throws {
        var wanted: [Int64: (item: Int64, first: Int)] = [:]
        for run in runs {
            guard let item = items[run.candidate.item] else { continue }
            let rows = try Int64.fetchAll(
                db, sql: "SELECT row FROM comment WHERE thread = ? ORDER BY row LIMIT ? OFFSET ?",
                arguments: [thread, run.last - run.first + 1, run.first])
            for row in rows { wanted[row] = (item, run.first) }
        }
        let placed = try Row.fetchAll(
            db,
            sql: """
                SELECT k.comment, k.item, k.first FROM comment c JOIN comment_link k ON k.comment = c.row WHERE c.thread = ?
                """, arguments: [thread])
        let remove = try db.makeStatement(sql: "DELETE FROM comment_link WHERE comment = ?")
        let insert = try db.makeStatement(sql: "INSERT INTO comment_link (comment, item, first) VALUES (?, ?, ?)")
        let unscore = try db.makeStatement(sql: "DELETE FROM score WHERE comment = ?")
        for row in placed {
            let comment: Int64 = row[0]
            if let new = wanted[comment], new.item == row[1], new.first == row[2] {
                wanted[comment] = nil
            } else {
                try remove.execute(arguments: [comment])
                try unscore.execute(arguments: [comment])
            }
        }
        for (comment, new) in wanted.sorted(by: { $0.key < $1.key }) {
            try insert.execute(arguments: [comment, new.item, new.first])
            try unscore.execute(arguments: [comment])
        }
    }
}
