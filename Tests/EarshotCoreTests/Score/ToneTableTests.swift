import EarshotCore
import Testing

@Suite("Learned tone weights")
struct ToneTableTests {
    private static let scorer = Scorer()

    private func tone(_ text: String) -> Int { Self.scorer.score(text).tone ?? -10_000 }

    private var learned: [[Substring]] {
        EmbeddedTable.toneWeights.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }

    @Test("all weights together are 20,000 at most, and the tables are below a megabyte")
    func size() {
        let weights = learned.filter { !$0[0].hasPrefix("@") }.flatMap { $0.dropFirst() }.filter { $0 != "0" }
        let prior = EmbeddedTable.tone.lines.count
        #expect(weights.count > 5_000)
        #expect(weights.count + prior <= 20_000, "\(weights.count) learned, \(prior) prior")
        let lines = EmbeddedTable.toneWeights.lines + EmbeddedTable.tone.lines
        #expect(lines.reduce(0) { $0 + $1.utf8.count + 1 } < 1_000_000)
    }

    @Test("every line holds whole numbers that fit, and no word stands twice")
    func lines() {
        var seen: Set<Substring> = []
        for fields in learned {
            #expect(seen.insert(fields[0]).inserted, "\(fields[0])")
            #expect(fields[0].hasPrefix("@") ? fields.count == 2 : fields.count == 3 || fields.count == 4)
            for field in fields.dropFirst() { #expect(Int16(field) != nil, "\(fields[0])") }
        }
    }

    @Test(
        "who people are, where they live and what the council does carries no learned weight",
        arguments: [
            "muslim", "mosque", "jewish", "christian", "polish", "romanian", "black", "gay", "disabled", "elderly",
            "women", "children", "immigrants", "refugees", "gypsy", "trump", "labour", "tory", "council", "councillors",
            "cpz", "ltn", "bins", "rubbish", "recycling", "waste", "library", "tax", "monday", "cyclists", "tenants",
        ])
    func heldNeutral(_ word: String) {
        for fields in learned {
            #expect(!fields[0].split(separator: " ").contains { $0 == word }, "\(fields[0])")
        }
    }

    @Test("the words of a hashtag are read")
    func hashtags() {
        #expect(tone("#WellDone everyone at the depot") > tone("#SlowDown everyone at the depot"))
        #expect(tone("Our street today #disgraceful") < tone("Our street today #beautiful"))
        #expect(tone("Our street today #sosad") < tone("Our street today"))
    }

    @Test("training reads a text as the scorer does")
    func features() {
        let line = ToneFeatures().line("I am NOT welcome but #SaveOurLibrary is soooo good!!! #sosad 10 times")
        let fields = line.split(separator: "\t")
        #expect(fields[4...7] == ["1", "0", "1", "1"], "marks: \(fields[4...7])")
        #expect(
            fields[8...].map { $0.split(separator: " ")[0] } == [
                "i", "am", "not", "welcome", "but", "save", "our", "library", "is", "so", "good", "so", "sad", "times",
            ])
        #expect(fields[11].hasSuffix(" 1 1 0"), "\"welcome\" is turned and makes a pair: \(fields[11])")
        #expect(fields[21].hasSuffix(" 0 0 0"), "a number parts the words around it: \(fields[21])")
    }

    @Test("the method note names the tables and what was measured")
    func note() throws {
        let note = try #require(Scorer.methods.first { $0.name == "Tone" })
        #expect(note.version.contains(EmbeddedTable.tone.fingerprint.prefix(8)))
        #expect(note.version.contains(EmbeddedTable.toneWeights.fingerprint.prefix(8)))
        let validation = try #require(learned.first { $0[0] == "@measured validation" }.flatMap { Int($0[1]) })
        #expect(note.limits.contains { $0.contains("\((validation + 5) / 10) in 100") })
    }
}
