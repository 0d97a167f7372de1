package import EarshotCore
import GRDB

/// Counts over a meeting's comments, by item; the key `nil` holds the comments about no item.
package struct MeetingFigures: Sendable {
    package struct Item: Sendable {
        package var counts = ItemBrief.Counts()
        package var positions = PositionCounts()
        package var positionsByText = PositionCounts()
        package var bases: [PositionBasis: Int] = [:]
        package var tones = ToneCounts()
        /// Comments by place name, most first.
        package var places: [(place: String, comments: Int)] = []
        /// Wards that comments themselves name, by name.
        package var wards: [String] = []
        /// Comments by quarter of an hour since the epoch, ascending.
        package var quarters: [(quarter: Int64, comments: Int)] = []
        /// Groups of three copies or more: the first comment's row, comments, people; most first, at most five.
        package var copied: [(row: Int64, comments: Int, people: Int)] = []
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
            try Self.addPlacesAndTimes(each)
            try Self.addThreads(to: &figures, db)
            return figures
        }
    }

    private typealias Each = (String, (inout MeetingFigures.Item, Row) throws -> Void) throws -> Void

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
        try each(
            """
            SELECT item, first, comments, people FROM (
                SELECT *, row_number() OVER (PARTITION BY item ORDER BY comments DESC, first) AS place FROM (
                    SELECT item, min(row) AS first, count(*) AS comments, count(DISTINCT author) AS people
                    FROM temp.placed WHERE reason IS NULL GROUP BY item, original HAVING count(*) >= 3))
            WHERE place <= 5 ORDER BY item, place
            """
        ) { item, row in item.copied.append((row: row[1], comments: row[2], people: row[3])) }
    }

    private static func addScores(_ each: Each) throws {
        try each("SELECT item, position, basis, count(*) FROM temp.placed WHERE reason IS NULL GROUP BY 1, 2, 3") {
            item, row in
            if let position = Position(rawValue: row[1]) { item.positions[position] += row[3] as Int }
            if let basis = PositionBasis(rawValue: row[2]) { item.bases[basis, default: 0] += row[3] as Int }
        }
        try each(
            """
            SELECT item, position, count(*) FROM temp.placed
            WHERE row IN (SELECT min(row) FROM temp.placed WHERE reason IS NULL GROUP BY item, original)
            GROUP BY 1, 2
            """
        ) { item, row in
            if let position = Position(rawValue: row[1]) { item.positionsByText[position] += row[2] as Int }
        }
        try each(
            """
            SELECT item, tone_label, CASE tone_label WHEN 'not_scored' THEN language END, count(*) AS n
            FROM temp.placed WHERE reason IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, n DESC, 3
            """
        ) { item, row in
            switch ToneLabel(rawValue: row[1]) {
            case .negative: item.tones.negative = row[3]
            case .neutral: item.tones.neutral = row[3]
            case .positive: item.tones.positive = row[3]
            case .notScored, nil: item.tones.notScored.append(.init(language: row[2], comments: row[3]))
            }
        }
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
