import EarshotCore
import Testing

@Suite("The word lists of a pack")
struct WordListsTests {
    private static let entries = WordLists.entries()

    @Test("every list has entries, in the order of the lists", arguments: WordLists.List.allCases)
    func lists(_ list: WordLists.List) {
        let own = Self.entries.filter { $0.list == list }
        #expect(own.count >= 50, "\(own.count)")
        #expect(own.allSatisfy { !$0.phrase.isEmpty && $0.phrase == $0.phrase.lowercased() })
        let first = Self.entries.firstIndex { $0.list == list } ?? 0
        #expect(Self.entries.dropFirst(first).prefix(own.count).allSatisfy { $0.list == list })
    }

    @Test("no list says two things of one phrase", arguments: WordLists.List.allCases)
    func onceEach(_ list: WordLists.List) {
        let phrases = Self.entries.filter { $0.list == list }.map(\.phrase)
        let twice = Dictionary(grouping: phrases) { $0 }.filter { $1.count > 1 }.keys.sorted()
        #expect(twice == [])
    }

    @Test("weights are within what the table says of them, and words without a topic have none")
    func weights() {
        for entry in Self.entries {
            switch entry.list {
            case .tone: #expect((-4000...4000).contains(entry.weight), "\(entry.phrase)")
            case .toneLearned: #expect((-40_000...40_000).contains(entry.weight), "\(entry.phrase)")
            case .position: #expect((0...1000).contains(entry.weight) && !entry.effect.isEmpty, "\(entry.phrase)")
            case .stopWord: #expect(entry.weight == 0 && entry.effect.isEmpty, "\(entry.phrase)")
            }
        }
    }

    @Test(
        "what the scorers go by stands in them",
        arguments: [
            (WordLists.List.position, "object", "oppose"), (.position, "support", "support"),
            (.stopWord, "the", ""), (.tone, "not", "turns what follows"), (.tone, "lacks", "turns what follows"),
        ])
    func known(_ list: WordLists.List, _ phrase: String, _ effect: String) {
        let found = Self.entries.filter { $0.list == list && $0.phrase == phrase }
        #expect(found.map(\.effect) == [effect])
    }
}
