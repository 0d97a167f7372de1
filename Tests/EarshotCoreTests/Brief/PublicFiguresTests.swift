import EarshotCore
import Testing

@Suite("Figures for the public")
struct PublicFiguresTests {
    @Test(
        "counts under five are hidden, the others go to the nearest five",
        arguments: [
            (0, 0), (1, 0), (4, 0), (5, 5), (6, 5), (7, 5), (8, 10), (12, 10), (13, 15), (97, 95), (98, 100),
            (1_000_002, 1_000_000),
        ])
    func rounding(_ count: Int, _ expected: Int) {
        #expect(PublicFigures.rounded(count) == expected)
    }

    @Test("of a whole pack no count of one to four is left, and none that is no multiple of five", arguments: 0..<8)
    func nothingSmall(_ seed: Int) {
        let brief = PublicFixture(seed: seed).brief
        #expect(!Self.counts(in: brief).allSatisfy { $0.count % 5 == 0 })
        let left = Self.counts(in: PublicFigures.hidingSmall(brief)).filter { $0.count % 5 != 0 }
        #expect(left.map(\.path) == [])
    }

    @Test("an item of fewer than five comments or people says only that there are some", arguments: [1, 4])
    func smallItem(_ count: Int) {
        for isByPeople in [true, false] {
            var item = PublicFixture(seed: 3).item
            item.note = "Looked at on site."
            if isByPeople { item.counts.people = count } else { item.counts.comments = count }
            var expected = ItemBrief(item: item.item)
            expected.isSmall = true
            expected.note = "Looked at on site."
            #expect(PublicFixture.shown(item) == expected)
        }
    }

    @Test("an item of five people is told; a silent one is silent, not small")
    func others() {
        var item = PublicFixture(seed: 3).item
        item.counts.comments = 5
        item.counts.people = 5
        #expect(PublicFixture.shown(item)?.counts.comments == 5)
        #expect(PublicFixture.shown(item)?.isSmall == false)
        #expect(PublicFixture.shown(ItemBrief(item: item.item)) == ItemBrief(item: item.item))
    }

    @Test("quotes name those of their themes that are left, by their new numbers; themes themselves quote nobody")
    func themes() throws {
        var item = PublicFixture(seed: 3).item
        item.themes = [(9, 9), (4, 4), (20, 6), (8, 4), (5, 5)].enumerated().map { place, size in
            PublicFixture.theme("theme \(place)", comments: size.0, people: size.1, quotes: item.quotes)
        }
        item.quotes = [[0, 1, 4], [1, 3], [2], []].map(PublicFixture.quote)
        let shown = try #require(PublicFixture.shown(item))
        #expect(shown.themes.map(\.name) == ["theme 0", "theme 2", "theme 4"])
        #expect(shown.quotes.map(\.themes) == [[0, 2], [], [1], []])
        #expect(shown.themes.allSatisfy { $0.quotes.isEmpty })
    }

    @Test("what fewer than five say is not there at all, nor any thread or single comment")
    func words() throws {
        var item = PublicFixture(seed: 3).item
        item.questions = [Question(text: "Rare?", comments: 4), Question(text: "Common?", comments: 6)]
        item.suggestions = item.questions
        item.keyphrases = [
            Keyphrase(text: "rare", comments: 4, people: 4, contrast: 70),
            Keyphrase(text: "one person's", comments: 30, people: 1, contrast: 70),
            Keyphrase(text: "common", comments: 6, people: 6, contrast: 70),
        ]
        item.copiedTexts = [
            CopiedText(text: "By four", comments: 9, people: 4), CopiedText(text: "By five", comments: 9, people: 5),
        ]
        let shown = try #require(PublicFixture.shown(item))
        #expect(shown.questions == [Question(text: "Common?", comments: 5)] && shown.suggestions == shown.questions)
        #expect(shown.keyphrases.map(\.text) == ["common"])
        #expect(shown.copiedTexts.map(\.text) == ["By five"])
        #expect(shown.threads.isEmpty)
        let brief = PublicFigures.hidingSmall(PublicFixture(seed: 3).brief)
        #expect(brief.offAgenda.isEmpty && brief.unreadComments.isEmpty && brief.skipped.isEmpty)
    }

    /// Every whole number that stands in a value, but for those that count no comments and no people.
    private static func counts(in value: Any, path: String = "") -> [(path: String, count: Int)] {
        let passed = [
            ".meeting", ".item", ".themes.themes", ".contrast", ".members", ".linkable", ".itemsTalkedAbout",
            ".threads",
            ".totals.places", ".networks", ".first", ".last", ".sources", ".methods", ".position", ".presentation",
        ]
        guard !passed.contains(where: { path.hasSuffix($0) }) else { return [] }
        if let count = value as? Int { return [(path, count)] }
        return Mirror(reflecting: value).children.flatMap { child in
            // Quotes name their themes by number.
            let name = value is Quote && child.label == "themes" ? "themes.themes" : child.label
            return counts(in: child.value, path: name.map { "\(path).\($0)" } ?? path)
        }
    }
}

/// A brief of which every part is there, with counts of all sizes.
struct PublicFixture {
    var seed: Int

    private func n(_ place: Int) -> Int { (place * 7 + seed * 5 + place * place) % 13 }

    private func positions(_ place: Int) -> PositionCounts {
        var counts = PositionCounts()
        for (i, position) in Position.allCases.enumerated() { counts[position] = n(place + i) }
        return counts
    }

    private func mix(_ place: Int) -> ToneMix {
        var mix = ToneMix()
        for (i, label) in ToneLabel.allCases.enumerated() { mix[label] = n(place + i) }
        return mix
    }

    private func count(_ place: Int) -> ThemeCount {
        var count = ThemeCount()
        (count.comments, count.texts) = (n(place) + 5, n(place + 1))
        (count.people, count.unnamed) = (n(place + 2) + 5, n(place + 3))
        (count.positions, count.positionsByText, count.tones) = (positions(place), positions(place + 1), mix(place))
        return count
    }

    var item: ItemBrief {
        var item = ItemBrief(item: AgendaItem(id: .init("item-3"), position: 3, number: "3", title: "Library"))
        (item.counts.comments, item.counts.people) = (61, 43)
        (item.counts.texts, item.counts.unnamed) = (n(1), n(2))
        (item.counts.copies, item.counts.busiestFive) = (n(3), n(4))
        (item.positions, item.positionsByText) = (positions(5), positions(6))
        item.bases = [.stated: 3, .inferred: 2]
        (item.evidence.read, item.evidence.unread, item.evidence.discussed) = (n(7), n(8), n(9))
        (item.tones.negative, item.tones.neutral, item.tones.positive) = (n(10), n(11), n(12))
        item.tones.notScored = (0..<6).map { .init(language: "l\($0)", comments: n($0)) }
        item.mixedLanguages = [.init(language: "cy", comments: 2)]
        item.keyphrases = (0..<12).map {
            Keyphrase(
                text: "phrase \($0)", comments: n($0) + 3, people: n($0 + 1) + 3, contrast: 71,
                positions: positions($0), tones: mix($0))
        }
        item.themes = (0..<8).map { .init(name: "theme \($0)", phrases: [], count: count($0)) }
        item.otherThemes = count(4)
        item.quotes = [Self.quote(themes: [0, 2])]
        item.questions = (0..<12).map { Question(text: "Question \($0)?", comments: n($0)) }
        item.suggestions = item.questions
        item.copiedTexts = (0..<12).map { CopiedText(text: "Copy \($0)", comments: n($0) + 3, people: n($0 + 1) + 3) }
        item.places = (0..<8).map { .init(place: "Place \($0)", members: 3, ward: "", comments: n($0)) }
        item.days = (1..<9).map { .init(day: "2026-11-0\($0)", comments: n($0)) }
        item.threads = [Self.thread]
        return item
    }

    var brief: Brief {
        var totals = Brief.Totals()
        (totals.read, totals.included, totals.excluded) = (n(1) + 60, n(2) + 60, n(3))
        (totals.skipped, totals.passedOver, totals.people) = (n(4), n(5), n(6))
        (totals.unnamed, totals.offAgenda, totals.unread) = (n(7), n(8), n(9))
        var brief = Brief(
            meeting: Meeting(id: .init("m")), totals: totals, items: [item], offAgenda: [Self.thread],
            offAgendaKeyphrases: item.keyphrases,
            unreadComments: [
                UnreadComment(
                    item: nil, language: "cy", text: "Un", person: "Resident 3", place: "", day: "", thread: .init("t"),
                    comment: .init("c"))
            ],
            places: (0..<8).map {
                PlaceBrief(place: Place(id: .init("\($0)"), name: "Place \($0)"), threads: 2, comments: n($0))
            },
            exclusions: (0..<8).map { .init(reason: "reason \($0)", count: n($0)) },
            skipped: [Diagnostic(.warning, "A row", at: "a.csv:3", mend: "")], sources: [], methods: [], rules: [])
        brief.offAgendaThemes = item.themes
        brief.offAgendaOther = count(6)
        return brief
    }

    static func shown(_ item: ItemBrief) -> ItemBrief? {
        var brief = PublicFixture(seed: 3).brief
        brief.items = [item]
        return PublicFigures.hidingSmall(brief).items.first
    }

    static func quote(themes: [Int]) -> Quote {
        Quote(
            text: "Words", position: .oppose, person: "Resident 3", place: "Place", day: "2026-11-09",
            thread: .init("t"), comment: .init("c"), themes: themes)
    }

    static func theme(_ name: String, comments: Int, people: Int, quotes: [Quote]) -> ThemeBrief {
        var count = ThemeCount()
        (count.comments, count.people) = (comments, people)
        return ThemeBrief(name: name, phrases: [name], count: count, quotes: quotes)
    }

    private static let thread = ThreadBrief(
        id: .init("t"), title: "Title", url: nil, place: "Place", comments: 3, people: 2, missingReplies: 1,
        link: ThreadLink(thread: .init("t"), linked: nil, candidates: []), verdict: nil)
}
