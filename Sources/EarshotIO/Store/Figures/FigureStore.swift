package import EarshotCore
import GRDB

/// Counts over a meeting's comments, by item; the key `nil` holds the comments about no item.
package struct MeetingFigures: Sendable {
    package struct Item: Sendable {
        package var counts = ItemBrief.Counts()
        package var positions = PositionCounts()
        package var positionsByText = PositionCounts()
        package var bases: [PositionBasis: Int] = [:]
        /// The mean confidence of the inferred positions, thousandths; `nil` where there are none.
        package var inferredConfidence: Int?
        package var tones = ToneCounts()
        /// Comments partly in another language, by that language, most first.
        package var mixedLanguages: [ToneCounts.LanguageCount] = []
        /// Comments by place name, most first.
        package var places: [(place: String, comments: Int)] = []
        /// Wards that comments themselves name, by name.
        package var wards: [String] = []
        /// Comments by quarter of an hour since the epoch, ascending.
        package var quarters: [(quarter: Int64, comments: Int)] = []
        /// Groups of three copies or more, most first, at most five.
        package var copied: [Copied] = []
    }

    /// A text and its copies under one item.
    package struct Copied: Sendable {
        /// Of the first comment of the group.
        package var row: Int64
        package var original: Int64
        package var comments: Int
        package var people: Int
        package var threads: Int
        /// Seconds since the epoch; `nil` where no copy carries a time.
        package var first: Int64?
        package var last: Int64?
        /// By name, most copies first.
        package var places: [String] = []
    }

    package struct Thread: Sendable {
        package var comments: Int
        package var people: Int
    }

    package var read = 0
    package var included = 0
    package var people = 0
    package var unnamed = 0
    package var first: Int64?
    package var last: Int64?
    package var exclusions: [Brief.ReasonCount] = []
    package var items: [AgendaItem.ID?: Item] = [:]
    /// Included comments and people by thread.
    package var threads: [DiscussionThread.ID: Thread] = [:]
    /// The same for each part of the threads that drifted: by the position of the stretch's first comment, and for what
    /// stayed with the thread's own item under `nil`.
    package var parts: [DiscussionThread.ID: [Int?: Thread]] = [:]
    /// Included comments and threads by place name, most first.
    package var places: [(place: String, network: String, comments: Int, threads: Int)] = []
}

extension Store {
    /// Counts everything that the pack prints. Call `prepareBrief` first.
    package func figures(of meeting: Meeting.ID) throws -> MeetingFigures {
        try read { db in
            var figures = MeetingFigures()
            try Self.addTotals(to: &figures, db)
            let names = try Self.itemNames(of: Self.row(of: meeting, db), db)
            func each(_ sql: String, _ body: (inout MeetingFigures.Item, Row) throws -> Void) throws {
                let rows = try Row.fetchCursor(db, sql: sql)
                while let row = try rows.next() {
                    let item = (row[0] as Int64?).flatMap { names[$0] }
                    try body(&figures.items[item, default: .init()], row)
                }
            }
            try Self.addCounts(each)
            try Self.addScores(each)
            try Self.addCopies(each, db)
            try Self.addPlacesAndTimes(each)
            try Self.addThreads(to: &figures, db)
            return figures
        }
    }

    typealias Each = (String, (inout MeetingFigures.Item, Row) throws -> Void) throws -> Void

    private static func itemNames(of meeting: Int64, _ db: Database) throws -> [Int64: AgendaItem.ID] {
        let pairs = try Row.fetchAll(db, sql: "SELECT row, id FROM item WHERE meeting = ?", arguments: [meeting])
        return Dictionary(pairs.map { ($0[0], AgendaItem.ID($0[1])) }, uniquingKeysWith: { first, _ in first })
    }

    private static func addTotals(to figures: inout MeetingFigures, _ db: Database) throws {
        if let row = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*), count(*) FILTER (WHERE reason IS NULL),
                    count(DISTINCT author) FILTER (WHERE reason IS NULL),
                    count(*) FILTER (WHERE reason IS NULL AND author IS NULL),
                    min(posted) FILTER (WHERE reason IS NULL), max(posted) FILTER (WHERE reason IS NULL)
                FROM temp.placed
                """)
        {
            figures.read = row[0]
            figures.included = row[1]
            figures.people = row[2]
            figures.unnamed = row[3]
            figures.first = row[4]
            figures.last = row[5]
        }
        figures.exclusions = try Row.fetchAll(
            db,
            sql: """
                SELECT reason, count(*) FROM temp.placed WHERE reason IS NOT NULL GROUP BY reason ORDER BY 2 DESC, 1
                """
        ).map { Brief.ReasonCount(reason: $0[0], count: $0[1]) }
    }

    private static func addCounts(_ each: Each) throws {
        try each(
            """
            SELECT item, count(*), count(DISTINCT original), count(DISTINCT author), count(*) - count(author)
            FROM temp.placed WHERE reason IS NULL GROUP BY item
            """
        ) { item, row in
            item.counts.comments = row[1]
            item.counts.texts = row[2]
            item.counts.people = row[3]
            item.counts.unnamed = row[4]
            item.counts.copies = item.counts.comments - item.counts.texts
        }
        try each(
            """
            SELECT item, sum(n) FROM (
                SELECT item, n, row_number() OVER (PARTITION BY item ORDER BY n DESC) AS place FROM (
                    SELECT item, author, count(*) AS n FROM temp.placed
                    WHERE reason IS NULL AND author IS NOT NULL GROUP BY item, author))
            WHERE place <= 5 GROUP BY item
            """
        ) { item, row in item.counts.busiestFive = row[1] }
    }

    private static func addPlacesAndTimes(_ each: Each) throws {
        try each(
            """
            SELECT p.item, t.place, count(*) AS n FROM temp.placed p JOIN thread t ON t.row = p.thread
            WHERE p.reason IS NULL GROUP BY 1, 2 ORDER BY 1, n DESC, 2
            """
        ) { item, row in item.places.append((place: row[1], comments: row[2])) }
        try each(
            """
            SELECT DISTINCT p.item, c.ward FROM temp.placed p JOIN comment c ON c.row = p.row
            WHERE p.reason IS NULL AND c.ward <> '' ORDER BY 1, 2
            """
        ) { item, row in item.wards.append(row[1]) }
        try each(
            """
            SELECT item, posted / 900, count(*) FROM temp.placed
            WHERE reason IS NULL AND posted IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
            """
        ) { item, row in item.quarters.append((quarter: row[1], comments: row[2])) }
    }

    private static func addThreads(to figures: inout MeetingFigures, _ db: Database) throws {
        let threads = try Row.fetchCursor(
            db,
            sql: """
                SELECT t.id, count(*), count(DISTINCT p.author) FROM temp.placed p JOIN thread t ON t.row = p.thread
                WHERE p.reason IS NULL GROUP BY p.thread
                """)
        while let row = try threads.next() {
            figures.threads[DiscussionThread.ID(row[0])] = .init(comments: row[1], people: row[2])
        }
        try addParts(to: &figures, db)
        figures.places = try Row.fetchAll(
            db,
            sql: """
                SELECT t.place, t.network, count(*) AS n, count(DISTINCT t.row) FROM temp.placed p
                JOIN thread t ON t.row = p.thread WHERE p.reason IS NULL GROUP BY 1, 2 ORDER BY n DESC, 1, 2
                """
        ).map { (place: $0[0], network: $0[1], comments: $0[2], threads: $0[3]) }
    }

    /// Only of threads that drifted.
    private static func addParts(to figures: inout MeetingFigures, _ db: Database) throws {
        let parts = try Row.fetchCursor(
            db,
            sql: """
                SELECT t.id, k.first, count(*), count(DISTINCT p.author) FROM temp.placed p
                JOIN thread t ON t.row = p.thread LEFT JOIN comment_link k ON k.comment = p.row
                WHERE p.reason IS NULL
                    AND p.thread IN (SELECT o.thread FROM comment_link m JOIN temp.placed o ON o.row = m.comment)
                GROUP BY p.thread, k.first
                """)
        while let row = try parts.next() {
            figures.parts[DiscussionThread.ID(row[0]), default: [:]][row[1] as Int?] =
                .init(comments: row[2], people: row[3])
        }
    }
}
