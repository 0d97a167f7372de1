import EarshotCore
import Testing

@Suite("Words")
struct WordsTests {
    private func spellings(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Words.of(text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test("text is cut into words", arguments: cuts)
    func cut(_ row: (text: String, words: [String])) {
        #expect(spellings(row.text) == row.words)
    }

    static let cuts: [(text: String, words: [String])] = [
        ("", []),
        (" \n\t ", []),
        ("...!?", []),
        ("The bins, again.", ["The", "bins", "again"]),
        ("don't don\u{2019}t", ["don't", "don\u{2019}t"]),
        ("'quoted' residents' views", ["quoted", "residents", "views"]),
        ("one-way and/or two", ["one", "way", "and", "or", "two"]),
        ("38,000 at 6.30, not 38,", ["38,000", "at", "6.30", "not", "38"]),
        ("See 25/03195/FUL now", ["See", "25/03195/FUL", "now"]),
        ("at 10:45.", ["at", "10:45"]),
        ("£5 (about $6)", ["5", "about", "6"]),
        ("#SaveOurLibrary now", ["#SaveOurLibrary", "now"]),
        ("# heading", ["heading"]),
        ("@some_body hi", ["@some_body", "hi"]),
        ("write to jo.bloggs+x@example.org.", ["write", "to", "jo.bloggs+x@example.org"]),
        ("see https://example.org/a?b=c#d, then", ["see", "https://example.org/a?b=c#d", "then"]),
        ("(www.example.org)", ["www.example.org"]),
        ("what a where", ["what", "a", "where"]),
        ("yes👍no", ["yes", "👍", "no"]),
        ("👍🏽👎", ["👍🏽", "👎"]),
        ("👩‍👩‍👧‍👦 family", ["👩‍👩‍👧‍👦", "family"]),
        ("❤️‍🔥", ["❤️‍🔥"]),
        ("🇬🇧🇫🇷", ["🇬🇧", "🇫🇷"]),
        ("cafe\u{301} society", ["cafe\u{301}", "society"]),
        ("co\u{ad}operate", ["co\u{ad}operate"]),
        ("مرحبا، بكم", ["مرحبا", "بكم"]),
        ("Ŵyn yn y cae", ["Ŵyn", "yn", "y", "cae"]),
        ("a\u{a0}b\u{3000}c", ["a", "b", "c"]),
        ("first…second", ["first", "second"]),
    ]

    @Test("a word knows what it is", arguments: kinds)
    func kind(_ row: (text: String, kind: Word.Kind)) {
        #expect(Words.of(row.text).map(\.kind) == [row.kind], "\(row.text)")
    }

    static let kinds: [(text: String, kind: Word.Kind)] = [
        ("library", .word), ("don't", .word), ("A4074", .number), ("38,000", .number), ("25/03195/FUL", .number),
        ("6.30", .number), ("covid19", .word), ("https://example.org", .link), ("HTTP://EXAMPLE.ORG", .link),
        ("www.example.org/x", .link), ("@somebody", .handle), ("jo@example.org", .handle), ("#tag", .hashtag),
        ("😀", .emoji), ("👩🏽‍🚒", .emoji), ("🇬🇧", .emoji),
    ]

    @Test("what stands before a word decides its gap", arguments: gaps)
    func gap(_ row: (text: String, gap: Word.Gap)) throws {
        let words = Words.of(row.text)
        try #require(words.count == 2)
        #expect(words[0].gap == .sentence, "a text begins a sentence")
        #expect(words[1].gap == row.gap, "\(row.text)")
    }

    static let gaps: [(text: String, gap: Word.Gap)] = [
        ("a b", .space), ("a   b", .space), ("one-way", .joined), ("and/or", .joined), ("a\u{2011}b", .joined),
        ("a, b", .clause), ("a; b", .clause), ("a: b", .clause), ("a - b", .clause), ("a -- b", .clause),
        ("a \u{2014} b", .clause), ("a (b", .clause), ("a \"b", .clause), ("a. b", .sentence), ("a! b", .sentence),
        ("a?b", .sentence), ("a\nb", .sentence), ("a\r\nb", .sentence), ("a, b", .clause), ("a,. b", .sentence),
        ("a\u{2026} b", .sentence),
    ]

    @Test("words in any case and with any apostrophe have one hash")
    func folding() {
        for (one, other) in [
            ("Library", "LIBRARY"), ("don\u{2019}t", "don't"), ("ÉCOLE", "école"), ("ŵyn", "ŴYN"), ("ЖИЗНЬ", "жизнь"),
            ("co\u{ad}operate", "cooperate"), ("👍🏽", "👍"), ("ΟΔΟΣ", "οδος"),
        ] {
            #expect(Words.hash(one) == Words.hash(other), "\(one)")
            #expect(Words.folded(one) == Words.folded(other), "\(one)")
            #expect(Words.of(one).first?.hash == Words.hash(other), "\(one)")
        }
        #expect(Words.hash("school") != Words.hash("schools"))
        #expect(Words.hash("cafe") != Words.hash("caf\u{e9}"))
    }

    @Test("a hashtag has the hash of its word, capitals are seen")
    func marks() throws {
        #expect(Words.of("#Library").first?.hash == Words.hash("library"))
        let words = Words.of("THE Big bus I")
        #expect(words.map(\.isCapitals) == [true, false, false, false])
        #expect(words.map(\.isCapitalised) == [true, true, false, true])
    }

    @Test("words come in order, apart, within the text", arguments: hostile)
    func offsets(_ text: String) {
        let words = Words.of(text)
        var last = 0
        for word in words {
            #expect(Int(word.start) >= last)
            #expect(word.start < word.end)
            last = Int(word.end)
        }
        #expect(last <= text.utf8.count)
    }

    static let hostile = [
        "a@b@c@d", "@@@@", "####", "#@#@a", "a.b.c@d.e.f", "....@a", "x@", "-@-", "http://", "https://)", "www.",
        "a'b'c'd''e", "1/2/3/", "1,,2..3", "\u{200d}\u{200d}a", "\u{301}\u{301}", "👍\u{200d}", "\u{1F1EC}", "a\u{0}b",
        "\u{202e}right to left\u{202c}", "é@è.fr", "a-\u{301}b", "\u{feff}a", "😀@a", "#😀", "a+b@c", "john.smith@x",
    ]

    @Test("bytes that are no UTF-8 end no scan and lose no word")
    func brokenBytes() {
        let bytes: [UInt8] = [0x61, 0xFF, 0x20, 0xE2, 0x80, 0x20, 0x62, 0xF0, 0x9F]
        var words: [Word] = []
        Words.scan(bytes.span, into: &words)
        #expect(words.contains { $0.hash == Words.hash("a") && $0.start == 0 })
        #expect(words.contains { bytes[Int($0.start)] == 0x62 })
    }

    @Test("a word of 100 kB is one word, and so is a long run of address parts", .timeLimit(.minutes(1)))
    func long() {
        let word = String(repeating: "a", count: 100_000)
        #expect(Words.of(word).map(\.range) == [0..<100_000])
        #expect(Words.of(word + "@" + word).count <= 2)
        #expect(Words.of(String(repeating: "a@", count: 50_000)).last?.end ?? 0 <= 100_000)
    }

    @Test("a table answers for every word it holds and for no other")
    func table() {
        let entries = (0..<3_000).map { (word: "word\($0)", value: $0) }
        let table = WordTable(entries + [(word: "WORD7", value: -7)])
        #expect(table.count == 3_000)
        for entry in entries where entry.value != 7 { #expect(table[entry.word] == entry.value) }
        #expect(table["Word7"] == -7)
        #expect(table["word3000"] == nil)
        #expect(WordTable<Int>([])["a"] == nil)
    }
}
