import EarshotCore
import GRDB

/// The part of `figures(of:)` about scores and copies.
extension Store {
    static func addScores(_ each: Each) throws {
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
        try each(
            """
            SELECT item, other_language, count(*) AS n FROM temp.placed
            WHERE reason IS NULL AND other_language IS NOT NULL GROUP BY 1, 2 ORDER BY 1, n DESC, 2
            """
        ) { item, row in item.mixedLanguages.append(.init(language: row[1], comments: row[2])) }
        try each(
            """
            SELECT item, (sum(confidence) + count(*) / 2) / count(*) FROM temp.placed
            WHERE reason IS NULL AND basis = 'inferred' GROUP BY 1
            """
        ) { item, row in item.inferredConfidence = row[1] }
    }

    /// The most copied texts of each item, with the days and the places of their copies.
    static func addCopies(_ each: Each, _ db: Database) throws {
        var originals: Set<Int64> = []
        try each(
            """
            SELECT item, first, original, comments, people, threads, begun, ended FROM (
                SELECT *, row_number() OVER (PARTITION BY item ORDER BY comments DESC, first) AS place FROM (
                    SELECT item, min(row) AS first, original, count(*) AS comments, count(DISTINCT author) AS people,
                        count(DISTINCT thread) AS threads, min(posted) AS begun, max(posted) AS ended
                    FROM temp.placed WHERE reason IS NULL GROUP BY item, original HAVING count(*) >= 3))
            WHERE place <= 5 ORDER BY item, place
            """
        ) { item, row in
            let copied = MeetingFigures.Copied(
                row: row[1], original: row[2], comments: row[3], people: row[4], threads: row[5], first: row[6],
                last: row[7])
            item.copied.append(copied)
            originals.insert(copied.original)
        }
        guard !originals.isEmpty else { return }
        let list = originals.sorted().map(String.init).joined(separator: ", ")
        try each(
            """
            SELECT p.item, p.original, t.place, count(*) AS n FROM temp.placed p JOIN thread t ON t.row = p.thread
            WHERE p.reason IS NULL AND p.original IN (\(list)) AND t.place <> '' GROUP BY 1, 2, 3 ORDER BY 1, 2, n DESC, 3
            """
        ) { item, row in
            let original: Int64 = row[1]
            guard let place = item.copied.firstIndex(where: { $0.original == original }) else { return }
            item.copied[place].places.append(row[2])
        }
    }
}
