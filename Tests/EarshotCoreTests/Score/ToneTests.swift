import EarshotCore
import Testing

@Suite("Tone")
struct ToneTests {
    private static let scorer = Scorer()

    private func tone(_ text: String) -> Int {
        // No comment can be as cold as one that is not scored, so that every comparison with it fails.
        Self.scorer.score(text).tone ?? -10_000
    }

    @Test("the weights of its words add up exactly to the tone", arguments: ToneTexts.all)
    func decomposition(_ text: String) throws {
        let score = Self.scorer.score(text)
        let bytes = Array(text.utf8)
        let terms = score.terms.filter { $0.kind == .tone }
        for term in score.terms {
            #expect(term.start < term.end)
            #expect(String(decoding: bytes[term.start..<term.end], as: UTF8.self) == term.text)
        }
        #expect(zip(terms, terms.dropFirst()).allSatisfy { $0.end <= $1.start }, "the terms do not overlap")
        guard let tone = score.tone else {
            #expect(score.toneLabel == .notScored)
            #expect(terms.isEmpty)
            return
        }
        #expect((-1000...1000).contains(tone))
        #expect(terms.reduce(Scorer.toneBias) { $0 + $1.weight } == tone, "\(text)")
    }

    @Test("there are texts enough to try it on, and most of them carry tone")
    func enoughTexts() {
        #expect(Set(ToneTexts.all).count >= 150)
        #expect(ToneTexts.all.filter { !Self.scorer.score($0).terms.isEmpty }.count >= 100)
    }

    @Test(
        "a comment is read as warm, cold or neither",
        arguments: [
            ("The new playground is wonderful, thank you!", ToneLabel.positive),
            ("Well done to everyone involved", .positive),
            ("Great idea", .positive),
            ("I love this park \u{2764}\u{fe0f}", .positive),
            ("It's rubbish.", .negative),
            ("What a complete waste of money", .negative),
            ("Absolutely disgusting behaviour by the council", .negative),
            ("Not good enough.", .negative),
            ("Shame on you!", .negative),
            ("The junction is dangerous and somebody will get killed.", .negative),
            ("Rubbish collection is on Tuesday.", .neutral),
            ("The meeting starts at 6.30 in the town hall.", .neutral),
            ("Bins again.", .neutral),
            ("Which street is it about?", .neutral),
            ("The bus goes to the station.", .neutral),
        ])
    func labels(_ text: String, _ label: ToneLabel) {
        #expect(Self.scorer.score(text).toneLabel == label, "\(text): \(tone(text))")
    }

    @Test(
        "the first is warmer than the second",
        arguments: [
            ("good", "not good"),
            ("not terrible", "terrible"),
            ("Not bad at all", "Bad"),
            ("Not bad at all", "The bus goes to the station."),
            ("This is good.", "This isn't good."),
            ("very good", "good"),
            ("good", "slightly good"),
            ("bad", "extremely bad"),
            ("This is GREAT news", "This is great news"),
            ("This is bad news", "This is BAD news"),
            ("That is great!!!", "That is great."),
            ("That is awful.", "That is awful!!!"),
            ("Awful service, but the staff are lovely.", "The staff are lovely, but awful service."),
            ("So goooood", "So good"),
            ("Fine by me 😀", "Fine by me"),
            ("The road is closed", "The road is closed 😡"),
            ("See you there :)", "See you there :("),
            ("Is it good?", "Is it bad?"),
            ("It is good.", "Is it good?"),
            ("nothing wrong with it", "something wrong with it"),
        ])
    func warmer(_ warm: String, _ cold: String) {
        #expect(tone(warm) > tone(cold), "\(tone(warm)), \(tone(cold))")
    }

    @Test(
        "a word that is part of the council's business carries no tone",
        arguments: [
            "Rubbish collection", "Waste and recycling strategy", "The fire station", "Adult social care",
            "Waste bins and litter picking", "A fine of 80 pounds", "Free school meals",
        ])
    func business(_ text: String) {
        #expect(tone(text) > tone("It's rubbish, what a waste"))
        #expect(abs(tone(text)) < 300, "\(tone(text))")
    }

    @Test("capitals are no emphasis where all is in capitals")
    func allCapitals() {
        #expect(tone("THIS IS GREAT NEWS") == tone("This is great news"))
    }

    @Test("a negator does not reach over a comma or a full stop")
    func scope() {
        #expect(tone("No, it is good.") > 0)
        #expect(tone("I do not know. It is good.") > 0)
        #expect(tone("It is not good.") < 0)
    }

    @Test("typographic and straight apostrophes read the same")
    func apostrophes() {
        #expect(tone("It isn\u{2019}t good") == tone("It isn't good"))
        #expect(tone("It isn\u{2019}t good") < 0)
    }

    @Test("an emoji is read in any skin tone, and alone")
    func emoji() {
        #expect(tone("👍🏽") == tone("👍"))
        #expect(tone("👍") > 0)
        #expect(tone("👎") < 0)
    }

    @Test("what has no word in it is not scored", arguments: ["", " \n", "...", "https://example.org", "@somebody"])
    func notScored(_ text: String) {
        let score = Self.scorer.score(text)
        #expect(score.tone == nil)
        #expect(score.toneLabel == .notScored)
    }

    @Test("a thousand warm words stay within the scale")
    func long() {
        let score = Self.scorer.score(String(repeating: "wonderful ", count: 100_000))
        #expect(score.tone ?? 0 > 990)
        #expect(score.terms.reduce(0) { $0 + $1.weight } == score.tone)
    }

    @Test("the same text gives the same score, from another scorer too")
    func determinism() {
        let other = Scorer()
        for text in ToneTexts.all {
            let score = Self.scorer.score(text)
            #expect(score == Self.scorer.score(text))
            #expect(score == other.score(text))
        }
    }
}
