import EarshotCore
import GRDB

/// Reads at most `limit` visible comments of a thread, evenly spaced over it.
struct SampledTexts {
    private let rows: Statement
    private let text: Statement
    private let limit: Int

    /// A comment as the linker reads it.
    struct Sample {
        var text: String
        /// In the thread, counted from 0 in the order of import.
        var position: Int
        /// Position of the comment that it answers, where that is one of those read.
        var answers: Int?
        /// Seconds since 1970, UTC.
        var posted: Int64?
    }

    init(_ db: Database, limit: Int) throws {
        rows = try db.makeStatement(sql: "SELECT row FROM comment WHERE thread = ? ORDER BY row")
        text = try db.makeStatement(
            sql: "SELECT text, parent, posted, id FROM comment WHERE row = ? AND state = 'visible'")
        self.limit = limit
    }

    /// The comments, in the order of import, and how many the thread has in all.
    func of(thread: Int64) throws -> (samples: [Sample], length: Int) {
        let all = try Int64.fetchAll(rows, arguments: [thread])
        let count = min(limit, all.count)
        var samples: [Sample] = []
        var parents: [String?] = []
        var positions: [String: Int] = [:]
        for index in 0..<count {
            let position = index * all.count / count
            guard let row = try Row.fetchOne(text, arguments: [all[position]]) else { continue }
            samples.append(Sample(text: row[0], position: position, posted: row[2]))
            parents.append(row[1])
            positions[row[3]] = position
        }
        for (index, parent) in parents.enumerated() { samples[index].answers = parent.flatMap { positions[$0] } }
        return (samples, all.count)
    }
}

extension LinkThread {
    init(
        id: DiscussionThread.ID, title: String, url: String?, linkedURL: String?, declaredItem: String?,
        comments: (samples: [SampledTexts.Sample], length: Int)
    ) {
        self.init(
            id: id, title: title, url: url, linkedURL: linkedURL, declaredItem: declaredItem,
            texts: comments.samples.map(\.text), positions: comments.samples.map(\.position),
            answers: comments.samples.map(\.answers), length: comments.length)
    }
}
