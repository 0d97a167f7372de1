import Testing

@testable import EarshotCore

@Suite("Brief digest")
struct BriefDigestTests {
    @Test("the digest does not depend on how the comments are cut into batches", arguments: [1, 2, 7, 19])
    func batches(_ size: Int) {
        #expect(BriefFixture.digests(size: size) == BriefFixture.digests(size: 1000))
    }

    @Test("a large meeting is cut into batches as one pleases", arguments: [1, 7, 333])
    func largeBatches(_ size: Int) {
        let comments = (0..<3000).map { i in
            BriefComment(
                row: Int64(i + 1), bucket: i % 3, author: i % 411,
                text: BriefFixture.comments[i * 7 % 20].text + " Word\(i % 97) and word\(i * i % 89) too?",
                position: Position.allCases[i % 4], isCopy: i % 5 == 0)
        }
        #expect(BriefFixture.digests(comments, size: size) == BriefFixture.digests(comments, size: 1000))
    }

    @Test("comments of no item, and items without comments, have empty digests")
    func empty() {
        #expect(BriefFixture.digests([], buckets: 2) == [BucketDigest(), BucketDigest()])
        let strays = [BriefComment(row: 1, bucket: 9, author: 0, text: "Where does this one belong to?")]
        #expect(BriefFixture.digests(strays, buckets: 2) == [BucketDigest(), BucketDigest()])
    }

    @Test("every method of the brief says how it works and what it cannot do")
    func methods() {
        let names = BriefMethods.notes.map(\.name)
        #expect(
            names == [
                "Keyphrases", "Themes", "Quotes", "Questions", "Suggestions", "Copies", "Redaction", "Pseudonyms",
            ])
        for note in BriefMethods.notes {
            #expect(!note.version.isEmpty && note.how.hasSuffix(".") && !note.limits.isEmpty)
            #expect(note.limits.allSatisfy { $0.hasSuffix(".") })
        }
    }
}

@Suite("Keyphrases")
struct KeyphraseTests {
    private func phrases(_ texts: [String], others: Int = 40) -> [Keyphrase] {
        BriefFixture.digests(BriefFixture.comments(texts) + BriefFixture.others(others), buckets: 2)[0].keyphrases
    }

    @Test("singular and plural are one phrase, counted by comments and people, in the commoner spelling")
    func pluralJoined() {
        let found = phrases([
            "The visitor vouchers are gone.", "One visitor voucher a week?", "No visitor vouchers for us.",
        ])
        #expect(found.first?.text == "visitor vouchers")
        #expect(found.first?.comments == 3)
        #expect(found.first?.people == 3)
    }

    @Test("British and American spellings are one phrase, in the commoner spelling")
    func spellings() {
        let found = phrases([
            "The neighbourhood organisation helps.", "A neighborhood organization met.",
            "Our neighbourhood organisation cares.",
        ])
        #expect(found.first?.text == "neighbourhood organisation")
        #expect(found.first?.comments == 3)
    }

    @Test("of a phrase and one that holds it only one is shown")
    func nested() {
        for digest in BriefFixture.digests() {
            let texts = digest.keyphrases.map { " \($0.text.lowercased()) " }
            for (i, a) in texts.enumerated() {
                for (j, b) in texts.enumerated() where i != j { #expect(!a.contains(b), "\(a) holds \(b)") }
            }
        }
        #expect(BriefFixture.digests()[0].keyphrases.contains { $0.text == "homework club" })
    }

    @Test("a phrase needs two people: what one person repeats is none")
    func twoPeople() {
        let repeated = (0..<4).map { i in
            BriefComment(row: Int64(i + 1), bucket: 0, author: 3, text: "The velvet trombone number \(i) is late.")
        }
        let found = BriefFixture.digests(repeated + BriefFixture.others(40), buckets: 2)[0].keyphrases
        #expect(found.isEmpty)
    }

    @Test("where names are missing three comments are needed", arguments: [(2, false), (3, true)])
    func unnamed(_ count: Int, _ isShown: Bool) {
        let comments = (0..<count).map { i in
            BriefComment(row: Int64(i + 1), bucket: 0, author: -1, text: "My velvet trombone again, \(i).")
        }
        let found = BriefFixture.digests(comments + BriefFixture.others(40), buckets: 2)[0].keyphrases
        #expect(found.contains { $0.text == "velvet trombone" } == isShown)
    }

    @Test("a text and its copies alone make no keyphrase")
    func copies() {
        let texts = BriefFixture.digests()[0].keyphrases.map(\.text)
        #expect(!texts.contains { $0.contains("warm") || $0.contains("Cabinet") || $0.contains("nowhere") })
    }

    @Test("what all items talk about is not telling of one")
    func contrast() {
        let here = (0..<6).map { "The town bridge and the copper kettle \($0)" }
        let there = (0..<12).map { "The town bridge and a feather pillow \($0)" }
        let comments = BriefFixture.comments(here) + BriefFixture.comments(there, bucket: 1, from: 101)
        let found = BriefFixture.digests(comments, buckets: 2)[0].keyphrases
        #expect(found.contains { $0.text == "copper kettle" })
        #expect(!found.contains { $0.text.contains("bridge") })
        // (12 · 6/6 + 1) ÷ (0 + 1), in tenths.
        #expect(found.first { $0.text == "copper kettle" }?.contrast == 130)
    }

    @Test(
        "hyphens, numbers, names and connecting words hold a phrase together",
        arguments: [
            "three-weekly", "hi-vis", "bus 42", "cost of living", "St Agnes Road", "drop-off", "Mill Lane",
            "state of the pavements", "cost of living crisis", "velvet trombone museum garden",
        ])
    func together(_ phrase: String) {
        let found = phrases([
            "They said \(phrase) was mentioned.", "So about \(phrase), then?", "For us \(phrase) matters.",
            "Only \(phrase) for me.",
        ])
        #expect(found.first?.text == phrase, "\(found.map(\.text))")
    }

    @Test(
        "filler and parts of names are no phrase alone", arguments: ["road", "council", "please", "half", "the", "ok"])
    func filler(_ word: String) {
        let found = phrases(["So \(word), then.", "For us \(word)!", "Only \(word)?", "And \(word)…"])
        #expect(found.isEmpty, "\(found.map(\.text))")
    }

    @Test(
        "what any meeting calls for is no phrase",
        arguments: ["agenda item", "item 7", "council meeting", "planning committee", "page 12", "local council plan"])
    func procedural(_ phrase: String) {
        let found = phrases(["So \(phrase), then.", "For us \(phrase)!", "Only \(phrase)?", "And \(phrase)…"])
        #expect(found.isEmpty, "\(found.map(\.text))")
    }

    @Test("of forms of the same words the most telling is shown; parking is no park")
    func forms() {
        let found = phrases([
            "The vaccine clinic is closed", "A vaccine for all", "Vaccination matters to us", "Our vaccination is late",
            "Parking is scarce there", "More parking, then", "The park is green", "Our park again",
        ]).map { $0.text.lowercased() }
        #expect(found.contains { $0.hasPrefix("vaccin") })
        #expect(found.count { $0.hasPrefix("vaccin") } == 1, "\(found)")
        #expect(found.contains("park") && found.contains("parking"), "\(found)")
    }

    @Test(
        "on a meeting with nothing to compare with, words that are common everywhere do not rise",
        arguments: [(held: 4, of: 100, rarity: 5, isTelling: false), (5, 100, 15, true), (40, 100, 5, true)])
    func background(_ row: (held: Int, of: Int, rarity: Int, isTelling: Bool)) {
        let contrast = Contrast(with: row.held, of: row.of, elsewhere: 0, of: 0, rarity: row.rarity)
        #expect(contrast.isTelling == row.isTelling)
        #expect(contrast.tenths == 10)
    }

    @Test("the table of common words knows words and phrases in any number")
    func rarity() {
        let reader = PhraseReader()
        func rarity(_ text: String) -> Int {
            PhraseKey.of(reader.keys(of: text)).map(Background.english.rarity) ?? -1
        }
        #expect(rarity("life") < 8)
        #expect(rarity("schools") == rarity("school"))
        #expect(rarity("social media") < 15)
        #expect(rarity("trombone") == 15)
    }

    @Test("every keyphrase comes with the positions, tones and first comments of those that hold it")
    func mix() {
        for digest in BriefFixture.digests() {
            for phrase in digest.keyphrases {
                #expect(phrase.positions.total == phrase.comments && phrase.tones.total == phrase.comments)
                #expect(phrase.rows.count == min(phrase.comments, Keyphrase.rowLimit))
                #expect(phrase.rows == phrase.rows.sorted())
            }
        }
        #expect(BriefFixture.digests()[0].keyphrases.first { $0.text == "homework club" }?.positions.oppose == 4)
    }

    @Test("sentence ends, commas, links and handles part phrases")
    func parted() {
        let found = phrases([
            "A velvet. Trombone", "The velvet, trombone", "velvet https://example.org trombone",
            "velvet @somebody trombone",
        ])
        #expect(!found.contains { $0.text.contains(" ") })
        #expect(found.count == 2)
    }

    @Test("what holds a listed name or a number to be redacted is no keyphrase")
    func redacted() {
        let texts = [
            "Ask Marjorie Oddie there, at 14 Sorrel Yard", "Marjorie Oddie was right, BS3 1AB",
            "and Marjorie Oddie again, of 14 Sorrel Yard, BS3 1AB", "Ring Marjorie Oddie on 0131 496 0000",
            "ring 0131 496 0000 then",
        ]
        let comments = BriefFixture.comments(texts) + BriefFixture.others(40)
        let digests = { BriefFixture.digests(comments, buckets: 2, redactor: $0)[0].keyphrases.map(\.text) }
        let found = digests(Redactor(names: ["Marjorie Oddie"]))
        #expect(found.contains("Sorrel Yard"))
        for part in ["Marjorie", "Oddie", "14", "1AB", "0131", "496"] {
            #expect(!found.contains { $0.contains(part) }, "\(found)")
        }
        #expect(digests(Redactor()).contains("Marjorie Oddie"))
    }

    @Test("other languages are not searched for phrases")
    func languages() {
        var comments = BriefFixture.comments(["Mae llyfrgell gynnes", "Y llyfrgell gynnes", "llyfrgell gynnes ni"])
        for i in comments.indices { comments[i].language = "cy" }
        let found = BriefFixture.digests(comments + BriefFixture.others(40), buckets: 2)[0]
        #expect(found.keyphrases.isEmpty)
        #expect(!found.quotes.isEmpty)
    }

    @Test("at most twelve are shown")
    func limit() {
        let texts = (0..<30).flatMap { i in (0..<3).map { "about velvet\(i)x trombone\(i)x, number \($0)" } }
        #expect(phrases(texts, others: 200).count == 12)
    }
}
