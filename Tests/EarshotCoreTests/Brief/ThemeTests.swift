import EarshotEncoder
import Testing

@testable import EarshotCore

@Suite("Themes")
struct ThemeTests {
    /// Two threads of talk about a market: stalls and parking; one person each unless numbered.
    private static let market: [(author: Int, position: Position, tone: ToneLabel, text: String)] = [
        (1, .oppose, .negative, "The fruit stalls would lose the covered pitch, and fruit stalls need shelter."),
        (2, .oppose, .negative, "A covered pitch matters for fruit stalls in winter."),
        (3, .unclear, .neutral, "Who pays for the covered pitch that the fruit stalls have?"),
        (4, .support, .positive, "Disabled bays near the square at last, blue badge holders have waited."),
        (5, .support, .neutral, "Blue badge holders need disabled bays."),
        (6, .oppose, .negative, "Six disabled bays for all blue badge holders is too few."),
        (7, .unclear, .neutral, "Nothing to say except hello to the clerk."),
        (1, .oppose, .negative, "As I said, fruit stalls first."),
    ]

    private func digest(_ rows: [(author: Int, position: Position, tone: ToneLabel, text: String)]) -> BucketDigest {
        let comments = rows.enumerated().map { index, row in
            BriefComment(
                row: Int64(index + 1), bucket: 0, author: row.author, text: row.text, position: row.position,
                tone: row.tone)
        }
        return BriefFixture.digests(comments + BriefFixture.others(40), buckets: 2)[0]
    }

    @Test("phrases that occur together are one theme, named by its best, with counts of comments and people")
    func together() throws {
        let themes = digest(Self.market).themes
        let stalls = try #require(themes.themes.first { $0.phrases.contains("fruit stalls") })
        #expect(stalls.phrases.contains("covered pitch"))
        #expect(stalls.count.comments == 4)
        #expect(stalls.count.people == 3)
        #expect(stalls.count.positions.oppose == 3 && stalls.count.positions.unclear == 1)
        #expect(stalls.count.tones.negative == 3 && stalls.count.tones.neutral == 1)
        #expect(stalls.rows == [1, 2, 3, 8])
        let bays = try #require(themes.themes.first { $0.phrases.contains("disabled bays") })
        #expect(bays.phrases.contains("blue badge holders"))
        #expect(bays.count.comments == 3)
        #expect(!bays.phrases.contains("fruit stalls"))
        #expect(stalls.name == stalls.phrases[0])
    }

    private static let cloth = [
        "The velvet pouch is full", "One velvet pouch each", "A silk purse costs more", "No silk purse for me",
        "Marble stairs are cold", "Those marble stairs again",
    ]

    @Test("phrases that mean the same are one theme where their vectors are at hand", arguments: [true, false])
    func meaning(_ isRead: Bool) {
        let digest = BriefFixture.digest(BriefFixture.comments(Self.cloth) + BriefFixture.others(40))
        #expect(Set(digest.themePhrases(of: 0)) == ["velvet pouch", "silk purse", "marble stairs"])
        let read = SentenceEncoder().vectors(of: ["a small bag", "a staircase"])
        let vectors = ["velvet pouch": read[0], "silk purse": read[0], "marble stairs": read[1]]
        let themes = digest.digest(of: 0, vectors: isRead ? vectors : [:]).themes
        #expect(themes.themes.map(\.count.comments) == (isRead ? [4, 2] : [2, 2, 2]))
    }

    @Test("what only repeats the item's title is no theme once most texts say it")
    func subject() {
        let texts = Self.cloth.map { $0 + ", says the annual carnival." }
        let comments = BriefFixture.comments(texts) + BriefFixture.others(40)
        func names(_ title: String) -> [String] {
            BriefFixture.digest(comments, titles: [title]).digest(of: 0).themes.themes.flatMap(\.phrases)
        }
        #expect(names("Costs of the market").contains { $0.contains("carnival") })
        #expect(!names("Annual carnival: grant").contains { $0.contains("carnival") })
    }

    @Test("what is in no theme is shown as other")
    func other() {
        let themes = digest(Self.market).themes
        #expect(themes.other.comments == 1)
        #expect(themes.other.people == 1)
    }

    @Test("a theme's quotes are of its own comments, three at most, each side heard, never two by one person")
    func quotes() {
        for theme in digest(Self.market).themes.themes {
            #expect((1...3).contains(theme.quotes.count))
            for quote in theme.quotes {
                #expect(theme.phrases.contains { quote.text.lowercased().contains($0.lowercased()) })
            }
        }
    }

    @Test(
        "at most eight themes, however many phrases; the counts do not depend on the batches", arguments: [1, 5, 400])
    func limits(_ size: Int) {
        let subjects = [
            "velvet trombone", "copper kettle", "marble stairs", "canvas awning", "pewter mug", "timber gate",
            "brass lantern", "cotton banner", "slate roof", "wicker basket", "granite kerb",
        ]
        let comments = (0..<66).map { i in
            BriefComment(
                row: Int64(i + 1), bucket: 0, author: i, text: "I saw the \(subjects[i % 11]) again, number \(i)",
                position: Position.allCases[i % 4], tone: .neutral)
        }
        let digest = BriefFixture.digests(comments + BriefFixture.others(80), buckets: 2, size: size)[0]
        #expect(digest.themes.themes.count == 8)
        #expect(digest.themes == BriefFixture.digests(comments + BriefFixture.others(80), buckets: 2)[0].themes)
        let inThemes = digest.themes.themes.reduce(0) { $0 + $1.count.comments }
        #expect(inThemes + digest.themes.other.comments == 66)
    }

    @Test(
        "two groups belong together by their texts, or by what they mean",
        arguments: [
            (together: 3, a: 4, b: 5, all: 50, nearness: 0, strength: 750),
            // One text is chance.
            (1, 1, 1, 50, 0, 0), (2, 8, 9, 50, 0, 0),
            // Everybody says both: no more than chance brings together.
            (30, 40, 40, 50, 0, 0),
            (0, 4, 4, 50, 800, 800), (0, 4, 4, 50, 650, 0),
        ])
    func strength(_ row: (together: Int, a: Int, b: Int, all: Int, nearness: Int, strength: Int)) {
        #expect(
            ThemeRule.strength(together: row.together, a: row.a, b: row.b, all: row.all, nearness: row.nearness)
                == row.strength)
    }
}

@Suite("Suggestions")
struct SuggestionTests {
    private func found(_ text: String) -> [String] {
        let reader = PhraseReader()
        return AskedQuestion.all(
            in: text.utf8.span, words: Words.of(text), reader: reader, suggestions: SuggestionReader()
        ).suggestions.map { Excerpt.slice(text, $0.range) }
    }

    @Test(
        "what is suggested is found",
        arguments: [
            "Why not open the library on Sundays?", "Could the council paint a zebra crossing there?",
            "Please keep the public toilets open.", "They should ban lorries on Mill Lane.",
            "The council really must repair the bridge.", "Let's plant more trees along the river.",
            "I suggest a one-way system instead.", "Can we have a bench by the surgery?",
            "You need to empty the bins weekly.", "Why don't they move the stop to the square?",
            "Drivers should slow down near the school.", "What we need is a crossing by the surgery.",
            "I think they should open on Sundays.", "It would be better to start with one street.",
            "I'd like to see more benches.", "How about a season ticket for the lido?",
            "There should be a crossing here.",
            "The gate must be repaired before winter, and it must be painted.",
        ])
    func suggested(_ text: String) {
        #expect(found(text) == [text])
    }

    @Test(
        "a question, a reproach and a wish for words are none",
        arguments: [
            "Why is the library closed on Sundays?", "They should have asked us before.",
            "The council should be ashamed of the bridge.", "Please note the meeting is on Monday.",
            "Could the council explain the delay?", "Would you believe the state of the path?",
            "I could see the river from my window.", "The bins must have been full for weeks.",
            "You should know better than that.", "The library is open on Sundays.", "It must be the heat, surely.",
            "It is far from clear that they should, as I said.", "These are the things we need to live here.",
            "Why isn't the library open on Sundays?", "Will it open on Sundays then?", "Can it be for a van too?",
            "My neighbour said they should ban lorries.", "Let's be honest about the costs.",
            "Please let us know the date.", "There should be no doubt about it.",
            "Somebody ought to put a brick through her window.", "How about the parents who drive there?",
        ])
    func notSuggested(_ text: String) {
        #expect(found(text).isEmpty)
    }

    @Test("the same suggestion in other words counts together, and is no question besides")
    func counted() {
        let texts = [
            "Could the council paint a zebra crossing by the school?",
            "Fine. Please paint a zebra crossing by the school!",
            "Why not paint a zebra crossing by the school?", "When does the school open?",
        ]
        let digest = BriefFixture.digests(BriefFixture.comments(texts) + BriefFixture.others(40), buckets: 2)[0]
        #expect(digest.suggestions.map(\.comments) == [3])
        #expect(digest.questions.map(\.text) == ["When does the school open?"])
    }
}
