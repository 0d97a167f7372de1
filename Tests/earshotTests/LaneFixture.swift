import Foundation

/// Invented comments on an invented cycle lane; none states a position in so many words.
enum LaneFixture {
    static let title = "Cycle lanes on Mill Road"
    static let agenda = """
        # Cabinet

        Wednesday 25 November 2026, 6.30 pm, Town Hall

        1. Apologies for absence
        2. Cycle lanes on Mill Road
        3. Closing of Harrow Lane Library

        """

    static let support = [
        "A safe way for my children to cycle to school at last, and a lovely one.",
        "I ride along Mill Road every day and it is frightening. Protected lanes would change my life.",
        "This will make Mill Road quieter and the air cleaner for everybody who lives here.",
        "A really good scheme for cyclists, well designed and generous.",
        "Happy to see the council doing something positive for people who walk and cycle.",
        "Fewer cars and more bikes would be great for the shops too.",
        "My daughter was nearly knocked off her bike on Mill Road, so these lanes are very welcome.",
        "Brilliant plans. They would make the whole street a nicer place to be.",
        "The lanes in the next town have been a success and ours will be as well.",
        "It is about time cyclists were given a safe space of their own, thank you.",
        "Lovely drawings, lovely trees, and room for bikes. I cannot wait to ride there.",
        "Children will be able to cycle safely, which makes me very happy indeed.",
    ]
    static let oppose = [
        "Yet another waste of our money on cycle lanes that nobody asked for.",
        "This would be a disaster for the traders, who depend on the parking bays.",
        "The traffic on Mill Road is terrible already and you want more of it. Ridiculous.",
        "Disabled people will have nowhere to stop. Shameful and badly planned.",
        "Nobody cycles along here. You are ruining Mill Road for a handful of people.",
        "It will push all the cars into our little street, which is dangerous and unfair.",
        "Ambulances will be stuck in the queues. Whoever drew this up is a fool.",
        "I am appalled at these plans, which will kill the shops on Mill Road.",
        "The old scheme failed and cost a fortune, and here comes the same mistake again.",
        "Deliveries will be impossible and my business will suffer. I am very angry.",
        "Awful plans, awful drawings, and no thought for those who have to drive.",
        "Queues, fumes and misery, all for lanes that will stand empty. Hopeless.",
    ]
    static let neither = [
        "How wide will the lanes be?", "The meeting about Mill Road is at seven o'clock.", "Has anybody got a link?",
    ]

    static let header = "thread_id,thread_title,comment_id,author,posted_at,position,text\n"

    /// A table of comments on the lane: `texts` in their order, from `first` on.
    static func rows(_ texts: [String], from first: Int = 1, position: String = "") -> String {
        texts.enumerated().map { index, text in
            "L1,Cycle lanes on Mill Road,c\(first + index),p\(first + index),2026-11-18T10:00:00Z,\(position),\"\(text)\"\n"
        }.joined()
    }

    static var lane: String {
        header + rows(support) + rows(oppose, from: 21) + rows(neither, from: 41)
            + rows(["I strongly object to these cycle lanes."], from: 51)
            + rows(["Brilliant plans, lovely lanes, I am so happy."], from: 61, position: "oppose")
            // A copy of the first, word for word.
            + rows([support[0]], from: 71)
    }

    @discardableResult
    static func make(in work: Workspace, table: String = lane) throws -> URL {
        try work.write(agenda, to: "m/agenda.md")
        try work.write(table, to: "m/threads/lane.csv")
        return work.path("m")
    }

    /// The rows of comments.csv by comment id.
    static func comments(_ work: Workspace, out: String = "Exports") throws -> [String: [String: String]] {
        Dictionary(
            try earshotTests.table(work.path("\(out)/m/comments.csv")).map { ($0["comment_id"] ?? "", $0) },
            uniquingKeysWith: { first, _ in first })
    }
}
