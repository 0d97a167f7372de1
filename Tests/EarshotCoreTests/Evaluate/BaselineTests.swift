import EarshotEncoder
import Testing

@testable import EarshotCore

@Suite("Plain methods")
struct BaselineTests {
    @Test("BM25 weighs words as worked out by hand, as often as the thread says them")
    func bm25() {
        let items = ["Library closing library", "Parking permits", "LIBRARY budget"].map { BaselineText([$0]) }
        let answer = BM25Baseline(items: items).answer(BaselineText(["the library", "Budget? library!"]))
        #expect(answer.ranked == [2, 0])
        #expect(answer.score == 2040)
        #expect(BM25Baseline(items: items).answer(BaselineText(["libraries"])).ranked == [])
    }

    @Test("stemmed TF-IDF has the cosine worked out by hand, and knows a word in another form")
    func cosine() {
        let items = ["The library library closing", "Parking permits"].map { BaselineText([$0]) }
        let thread = BaselineText(["about libraries and the budget"])
        let answer = CosineBaseline(items: items, threads: [thread]).answer(thread)
        #expect(answer.ranked == [0])
        #expect(answer.score == 478_108)
        let same = CosineBaseline(items: items, threads: items).answer(items[1])
        #expect(same.score == 1_000_000)
    }

    @Test("a text's words are counted by themselves and by their stems")
    func text() {
        let text = BaselineText(["The parks, the PARK and 26 parks", "#parks"])
        #expect(text.length == 5)
        #expect(text.words.reduce(0) { $0 + $1.count } == 5)
        #expect(text.words.first { $0.hash == Words.hash("parks") }?.count == 3)
        #expect(text.stems.first { $0.hash == Words.hash("park") }?.count == 3)
        #expect(text.words.first { $0.hash == Words.hash("the") } == nil)
        #expect(BaselineText(["", "…"]).words.isEmpty)
    }

    @Test("the encoder reads title, text and both of an item, and a thread's title and comments")
    func texts() {
        let item = AgendaItem(id: AgendaItem.ID("1"), position: 1, title: "Bins", text: "To collect them less often")
        #expect(
            MeaningBaseline.texts(of: item)
                == ["Bins", "To collect them less often", "Bins. To collect them less often"])
        #expect(MeaningBaseline.texts(of: AgendaItem(id: AgendaItem.ID("1"), position: 1, title: "Bins")) == ["Bins"])
        let thread = LinkThread(id: DiscussionThread.ID("t"), title: "", texts: ["one", "two"])
        #expect(MeaningBaseline.texts(of: thread) == ["one", "two"])
    }

    @Test("the encoder alone finds the nearest item, whatever the words; without words there is no candidate")
    func meaning() throws {
        let titles = ["Library opening hours", "Refuse and recycling collection", "Controlled parking zone"]
        let items = titles.enumerated().map { AgendaItem(id: AgendaItem.ID("\($0)"), position: $0 + 1, title: $1) }
        let bins = LinkThread(id: DiscussionThread.ID("a"), texts: ["They only empty our bins every three weeks", ""])
        let wordless = LinkThread(id: DiscussionThread.ID("b"), texts: [""])
        let texts = titles + bins.texts + wordless.texts
        let vectors = Dictionary(zip(texts, SentenceEncoder().vectors(of: texts)), uniquingKeysWith: { a, _ in a })
        let baseline = MeaningBaseline(items: items, vectors: vectors)
        #expect(baseline.answer(bins, vectors: vectors).ranked.first == 1)
        #expect(baseline.answer(wordless, vectors: vectors).ranked == [])
        #expect(baseline.answer(LinkThread(id: DiscussionThread.ID("c")), vectors: vectors).ranked == [])
    }
}
