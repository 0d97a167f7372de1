package import EarshotCore
import GRDB

extension Store {
    /// The links in force at meetings before this one for threads that stand among its own (by id, address or title):
    /// those that a person confirmed or made, and those that the linker was sure of.
    ///
    /// Empty where the meeting has no date. Ordered by meeting and import, so that equal databases answer alike.
    package func earlierLinks(before meeting: Meeting.ID) throws -> [EarlierLink] {
        try read { db in
            let meeting = try Self.row(of: meeting, db)
            let rows = try Row.fetchCursor(db, sql: Self.earlierLinks, arguments: ["meeting": meeting])
            var links: [EarlierLink] = []
            while let row = try rows.next() {
                guard let start = LocalTime(iso: row[0]) else { continue }
                let isDecided: Bool = row[6]
                let candidates = try JSONColumn.value([LinkCandidate].self, from: row[7])
                guard isDecided || (candidates.first?.confidence ?? 0) >= Self.sureLink else { continue }
                links.append(
                    EarlierLink(
                        thread: DiscussionThread.ID(row[1]), title: row[2], url: row[3], item: row[4],
                        itemText: row[5], start: start, isDecided: isDecided))
            }
            return links
        }
    }

    /// Thousandths of confidence, from which on a link that no person looked at is remembered. Chosen.
    private static let sureLink = 800

    private static let earlierLinks = """
        SELECT m.start, t.id, t.title, t.url, i.title, i.text, v.thread IS NOT NULL, l.candidates
        FROM meeting this
        JOIN meeting m ON m.start < this.start
        JOIN thread t ON t.meeting = m.row
        JOIN link l ON l.thread = t.row
        JOIN item i ON i.row = l.item
        LEFT JOIN verdict v ON v.thread = t.row AND v.item = i.id AND v.verdict IN ('confirmed', 'attached')
        WHERE this.row = :meeting AND i.kind = 'business' AND NOT i.restricted AND (
            t.id IN (SELECT id FROM thread WHERE meeting = :meeting)
            OR t.url IN (SELECT url FROM thread WHERE meeting = :meeting)
            OR (t.title <> '' AND t.title IN (SELECT title FROM thread WHERE meeting = :meeting))
        )
        ORDER BY m.start, m.id, t.row
        """
}

extension ThreadContext {
    /// What the places register says of a thread's place, and between which moments its comments were posted.
    init(place: Place?, _ comments: [SampledTexts.Sample]) {
        let posted = comments.compactMap(\.posted)
        self.init(
            ward: place?.ward ?? "", topic: place?.topic ?? "", firstPosted: posted.min(), lastPosted: posted.max())
    }
}
