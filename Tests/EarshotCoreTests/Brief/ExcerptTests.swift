import EarshotCore
import Testing

@Suite("Excerpt")
struct ExcerptTests {
    static let cases: [(text: String, limit: Int, expected: String)] = [
        ("Short.", 280, "Short."), ("", 280, ""), ("  \n ", 280, ""), ("Two\n\nlines  here.", 280, "Two lines here."),
        ("One sentence. Another one. A third one.", 32, "One sentence. Another one. …"),
        (
            "Dr. Pell met Cllr. Oddie at St. Agnes. Then they left for good.", 45,
            "Dr. Pell met Cllr. Oddie at St. Agnes. …"
        ),
        ("It costs 6.30 a day, e.g. on Mondays. That is a lot.", 45, "It costs 6.30 a day, e.g. on Mondays. …"),
        ("Really?! Yes, really and truly and more.", 20, "Really?! …"),
        ("He said \"no way.\" And that was the end of it.", 25, "He said \"no way.\" …"),
        ("Well… maybe not today. Perhaps another time.", 30, "Well… maybe not today. …"),
        ("One very long sentence that never ends at all", 20, "One very long…"),
        ("Supercalifragilisticexpialidocious", 10, "Supercali…"),
        ("No stop here\nbut a line end. And more text.", 20, "No stop here …"),
    ]

    @Test("texts are shortened at sentence ends, one sentence at a word's end", arguments: cases)
    func shortened(_ example: (text: String, limit: Int, expected: String)) {
        let excerpt = Excerpt(example.text, limit: example.limit)
        #expect(excerpt.text == example.expected)
        #expect(excerpt.isShortened == example.expected.hasSuffix("…"))
    }

    @Test("an excerpt is never longer than its limit, nor cuts a redaction's mark", arguments: 1...60)
    func limit(_ limit: Int) {
        let text = "Ring her on [phone number], or write: [e-mail address] żółw 🙂 any time you like; it is no trouble"
        let excerpt = Excerpt(text, limit: limit).text
        #expect(excerpt.unicodeScalars.count <= limit)
        #expect(excerpt.filter { $0 == "[" }.count == excerpt.filter { $0 == "]" }.count)
    }
}

@Suite("Pseudonyms")
struct PseudonymTests {
    static let authors = (0..<200).map { "reddit:user\($0)" }

    @Test("numbers run from 1 without a gap, each author has one")
    func numbers() {
        let pseudonyms = Pseudonyms(pack: "kinsterley-2026-11-25", authors: Self.authors)
        let names = Self.authors.indices.map(pseudonyms.name(of:))
        #expect(Set(names) == Set((1...200).map { "Resident \($0)" }))
    }

    @Test("the same pack gives the same numbers, whatever order its authors come in")
    func stable() {
        let forwards = Pseudonyms(pack: "a", authors: Self.authors)
        let backwards = Pseudonyms(pack: "a", authors: Self.authors.reversed())
        for i in Self.authors.indices { #expect(forwards.name(of: i) == backwards.name(of: 199 - i)) }
    }

    @Test("another pack gives other numbers, and no number tells when somebody wrote")
    func differ() {
        let names = ["a", "b", ""].map { pack in
            let pseudonyms = Pseudonyms(pack: pack, authors: Self.authors)
            return Self.authors.indices.map(pseudonyms.name(of:))
        }
        // Of 200 numbers about one falls on its own place by chance.
        func same(_ a: [String], _ b: [String]) -> Int { zip(a, b).filter { $0 == $1 }.count }
        #expect(same(names[0], names[1]) < 8 && same(names[1], names[2]) < 8 && same(names[0], names[2]) < 8)
        #expect(same(names[0], (1...200).map { "Resident \($0)" }) < 8)
    }

    @Test("who is no author has no number")
    func unnamed() {
        let pseudonyms = Pseudonyms(pack: "a", authors: ["x"])
        #expect(pseudonyms.name(of: -1) == "Unnamed resident")
        #expect(pseudonyms.name(of: 1) == "Unnamed resident")
        #expect(Pseudonyms(pack: "a", authors: []).name(of: 0) == "Unnamed resident")
    }

    @Test(
        "whom the source marks as somebody in office is called so, with the same number",
        arguments: [
            (ThreadComment.Role.staff, "Council officer 1", "Unnamed council officer"),
            (.moderator, "Moderator 1", "Unnamed moderator"), (.councillor, "Councillor 1", "Unnamed councillor"),
            (nil, "Resident 1", "Unnamed resident"),
        ] as [(ThreadComment.Role?, String, String)])
    func roles(_ role: ThreadComment.Role?, _ named: String, _ unnamed: String) {
        let pseudonyms = Pseudonyms(pack: "a", authors: ["x"])
        #expect(pseudonyms.name(of: 0, role: role) == named)
        #expect(pseudonyms.name(of: -1, role: role) == unnamed)
    }
}
