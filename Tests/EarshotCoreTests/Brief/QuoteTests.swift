import EarshotCore
import Testing

@Suite("Quotes")
struct QuoteTests {
    /// A side's comments, all by different people and long enough to be quoted.
    private func comments(_ counts: [(Position, Int)]) -> [BriefComment] {
        var comments: [BriefComment] = []
        for (position, count) in counts {
            for _ in 0..<count {
                let row = comments.count + 1
                comments.append(
                    BriefComment(
                        row: Int64(row), bucket: 0, author: row,
                        text: "Comment \(row) says quite enough about the matter to be quoted in full.",
                        position: position))
            }
        }
        return comments
    }

    private func sides(_ comments: [BriefComment]) -> [Position] {
        BriefFixture.digests(comments, buckets: 1)[0].quotes.map(\.position)
    }

    @Test("every side has a quote; the rest go by the number of texts")
    func proportion() {
        #expect(sides(comments([(.oppose, 90), (.support, 10)])) == [.support, .oppose, .oppose, .oppose])
        #expect(sides(comments([(.oppose, 50), (.support, 50)])) == [.support, .support, .oppose, .oppose])
        #expect(sides(comments([(.oppose, 90), (.support, 1), (.mixed, 1)])) == [.support, .mixed, .oppose, .oppose])
        let all = comments([(.unclear, 90), (.support, 1), (.mixed, 1), (.oppose, 1)])
        #expect(sides(all) == [.support, .mixed, .oppose, .unclear])
        #expect(sides(comments([(.unclear, 9)])) == [.unclear, .unclear, .unclear, .unclear])
        #expect(sides([]) == [])
    }

    @Test("copies give a side no more quotes, and a copied text is quoted only where its side has no other")
    func copies() {
        var some = comments([(.oppose, 40), (.support, 3)])
        for i in 1..<40 { some[i].isCopy = true }
        some[0].hasCopies = true
        let quotes = BriefFixture.digests(some, buckets: 1)[0].quotes
        #expect(quotes.map(\.position) == [.support, .support, .support, .oppose])
        #expect(quotes.last?.row == 1)
        #expect(quotes.allSatisfy { quote in !some.contains { $0.row == quote.row && $0.isCopy } })
        some.append(
            BriefComment(
                row: 99, bucket: 0, author: 99, text: "Words of my own against this, written by nobody else at all.",
                position: .oppose))
        let own = BriefFixture.digests(some, buckets: 1)[0].quotes.first { $0.position == .oppose }
        #expect(own?.row == 99)
    }

    @Test("nobody is quoted twice, and residents without a name may be")
    func people() {
        var some = comments([(.oppose, 6), (.support, 6)])
        for i in some.indices { some[i].author = i % 2 }
        let quoted = BriefFixture.digests(some, buckets: 1)[0].quotes.map { some[Int($0.row) - 1].author }
        #expect(quoted.sorted() == [0, 1])
        for i in some.indices { some[i].author = -1 }
        #expect(BriefFixture.digests(some, buckets: 1)[0].quotes.count == 4)
    }

    @Test("what staff and moderators write, and hidden languages, are not quoted")
    func residents() {
        var some = comments([(.oppose, 3)])
        some[0].isResident = false
        some[1].language = "pl"
        let quotes = BriefFixture.digests(some, buckets: 1, hiddenLanguages: ["pl"])[0].quotes
        #expect(quotes.map(\.row) == [3])
    }

    @Test("comments of 40 to 300 characters come before longer and shorter ones")
    func length() {
        let texts = [
            "Too short by far.", String(repeating: "Far too long to be the first choice here. ", count: 9),
            "This one is of just the right length to be read.",
        ]
        let some = BriefFixture.comments(texts)
        let rows = BriefFixture.digests(some, buckets: 1)[0].quotes.map(\.row)
        #expect(rows == [3, 2, 1])
    }

    @Test("each quote brings a keyphrase that no earlier one holds, where it can")
    func keyphrases() {
        let quotes = BriefFixture.digests()[0].quotes
        #expect(quotes.first { $0.position == .support }?.text.contains("homework club") == true)
        let rows = quotes.map(\.row)
        #expect(Set(rows).count == rows.count)
    }

    @Test("quotes are redacted whole sentences of at most 280 characters")
    func redacted() {
        let text =
            "Ring 07700 900123 or write to jo@example.org. "
            + String(repeating: "The bins of this street are full again today. ", count: 20)
        let quote = BriefFixture.digests(BriefFixture.comments([text]), buckets: 1)[0].quotes.first
        #expect(quote?.text.hasPrefix("Ring [phone number] or write to [e-mail address].") == true)
        #expect(quote.map { $0.text.unicodeScalars.count <= 280 && $0.text.hasSuffix("today. …") } == true)
    }
}

@Suite("Questions")
struct QuestionTests {
    private func questions(_ texts: [String]) -> [Question] {
        BriefFixture.digests(BriefFixture.comments(texts), buckets: 1)[0].questions
    }

    static let alike: [(String, String)] = [
        ("When does the library open on Mondays?", "WHEN DOES THE LIBRARY OPEN ON MONDAYS??"),
        ("When does the library open on Mondays?", "Anyway, when will the library open on a Monday?"),
        ("And what about deliveries, are they exempt or not?", "Same question from me, are deliveries exempt??"),
        ("How much is a visitor voucher?", "So how much will the visitor vouchers be?!"),
        ("Are they closing Weirbank library?", "\"Are they closing Weirbank library?\""),
    ]

    @Test("the same question in much the same words counts once", arguments: alike)
    func joined(_ pair: (String, String)) {
        #expect(questions([pair.0, pair.1]).map(\.comments) == [2])
    }

    static let apart: [(String, String)] = [
        ("When does the library open on Mondays?", "Why does the library open on Mondays?"),
        ("Who pays for the library on Mondays?", "Who pays for the swimming pool on Mondays?"),
        ("Is the bus route 42 going to stop there?", "Is the bus route 57 going to stop there?"),
    ]

    @Test("other questions stay apart", arguments: apart)
    func separate(_ pair: (String, String)) {
        #expect(questions([pair.0, pair.1]).map(\.comments) == [1, 1])
    }

    @Test(
        "what is no question of four words or more is none",
        arguments: ["Really?", "Why is that so?", "Nice bins.", "?"])
    func none(_ text: String) { #expect(questions([text]).isEmpty) }

    @Test("the most asked come first, at most six, each comment once")
    func ranked() {
        let others = (0..<9).map { "Does anyone want velvet\($0)x trombone\($0)x lessons?" }
        let asked = ["When do the bins come round?", "when do the bins come round??", "When do the bins come round?"]
        let twice = "When do the bins come round? I said, when do the bins come round?"
        let found = questions(others + asked + [twice])
        #expect(found.count == 6)
        #expect(found.first == Question(text: "When do the bins come round?", comments: 4))
    }

    @Test("a question keeps its pound sign and loses what must not be seen")
    func text() {
        #expect(
            questions(["Well. £68 to park outside my own front door??"]).first?.text.hasPrefix("£68 to park") == true)
        let found = questions(["Could you ring Wendy on 07700 900123 about the bins?"])
        #expect(found.first?.text == "Could you ring Wendy on [phone number] about the bins?")
    }

    @Test("one copied text fills two places at the most")
    func copies() {
        let text = (0..<5).map { "Does anyone want velvet\($0)x trombone\($0)x lessons?" }.joined(separator: " ")
        var some = BriefFixture.comments([text, text, text])
        some[1].isCopy = true
        some[2].isCopy = true
        #expect(BriefFixture.digests(some, buckets: 1)[0].questions.map(\.comments) == [3, 3])
    }
}
