import EarshotCore
import Testing

/// One sentence and what must become of it.
struct RedactionCase: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: String
    init(_ text: String, _ expected: String) {
        self.text = text
        self.expected = expected
    }
    var testDescription: String { text }
}

@Suite("Redactor")
struct RedactorTests {
    static let online: [RedactionCase] = [
        .init("Write to jo.bloggs@example.org today", "Write to [e-mail address] today"),
        .init("(j_b+parking@mail.example.co.uk)", "([e-mail address])"),
        .init("Mail me: JO@EXAMPLE.COM.", "Mail me: [e-mail address]."),
        .init("ask @riverside_ron about it", "ask [account name] about it"),
        .init("@Ana.Lima, you were there", "[account name], you were there"),
        .init("u/lane_walker said so", "[account name] said so"),
        .init("as /u/lane-walker said", "as [account name] said"),
        .init("follow @me@social.example now", "follow [account name] now"),
        .init("see https://www.facebook.com/jo.bloggs.9 for more", "see [profile link] for more"),
        .init("https://x.com/jobloggs/status/123 says", "[profile link] says"),
        .init("linkedin.com/in/jo-bloggs knows", "[profile link] knows"),
        .init("https://www.reddit.com/user/lane_walker/", "[profile link]/"),
    ]

    static let phones: [RedactionCase] = [
        .init("Ring 020 7946 0018 after six", "Ring [phone number] after six"),
        .init("07700 900123", "[phone number]"),
        .init("call me on 07700900123!", "call me on [phone number]!"),
        .init("(0131) 496 0000", "[phone number]"),
        .init("(07700 900123)", "([phone number])"),
        .init("+44 7700 900123", "[phone number]"),
        .init("+44 (0)20 7946 0018", "[phone number]"),
        .init("0044 20 7946 0018", "[phone number]"),
        .init("01632-960-418", "[phone number]"),
        .init("tel. 01632.960418, ask for me", "tel. [phone number], ask for me"),
        .init("+33 1 99 00 12 34", "[phone number]"),
        .init("Text 07700 900 123 or 07700 900 124", "Text [phone number] or [phone number]"),
        .init("0800 496 0000 is the helpline", "[phone number] is the helpline"),
        .init("07700  900123", "[phone number]"),
        .init("07700 - 900123", "[phone number]"),
        .init("07700\u{A0}900\u{202F}123", "[phone number]"),
        .init("07700\u{2011}900123", "[phone number]"),
        .init("07700\u{2013}900123", "[phone number]"),
    ]

    static let addresses: [RedactionCase] = [
        .init("I live at 14 Mill Lane", "I live at [house number] Mill Lane"),
        .init("14a, Mill Lane has no garage", "[house number], Mill Lane has no garage"),
        .init("12-14 Station Road is empty", "[house number] Station Road is empty"),
        .init("Flat 3, 14 St Mary's Road", "[house number] St Mary's Road"),
        .init("i live at 14 mill road", "i live at [house number] mill road"),
        .init("221B Baker Street", "[house number] Baker Street"),
        .init("7 Heol Fawr", "[house number] Heol Fawr"),
        .init("he lives at number 40, behind the church", "he lives at number [house number], behind the church"),
        .init("She is at no. 7", "She is at no. [house number]"),
        .init("BS3 1AB", "BS3…"),
        .init("sw1a1aa is ours", "sw1a… is ours"),
        .init("we are in M1 1AE.", "we are in M1…."),
        .init("5 Acacia Avenue, KN4 7QX", "[house number] Acacia Avenue, KN4…"),
        .init("CF10 3NP\nCaerdydd", "CF10…\nCaerdydd"),
        .init("BS3\u{A0}1AB", "BS3…"),
        .init("BS3-1AB", "BS3…"),
        .init("14\u{A0}Mill\u{A0}Lane", "[house number]\u{A0}Mill\u{A0}Lane"),
        .init("Apt. 3, 14 Mill Lane", "[house number] Mill Lane"),
        .init("numbers 14 and 16 Mill Lane", "numbers [house number] Mill Lane"),
        .init("14 & 16 Mill Lane", "[house number] Mill Lane"),
    ]

    static let numbers: [RedactionCase] = [
        .init("My NI is QQ123456C", "My NI is QQ123456C"),
        .init("My NI is AB 12 34 56 C", "My NI is [National Insurance number]"),
        .init("AB123456C", "[National Insurance number]"),
        .init("NHS 943 476 5919", "NHS [NHS number]"),
        .init("paid with 4111 1111 1111 1111", "paid with [card number]"),
        .init("4111 1111 1111 1112 is no card", "4111 1111 1111 1112 is no card"),
        .init("sort code 12-34-56 account 12345678", "sort code [bank details]"),
        .init("account number 12345678", "account number [bank details]"),
    ]

    static let stays: [String] = [
        "£1,200,000 for a roundabout", "£38,000 a year", "£68 a permit, £102 the second", "€1.5 million",
        "22/01234/FUL", "26/01847/FUL closes on 4 December", "A4174", "the A4174 at 7.30", "M5 J19", "B4054",
        "2026-11-25", "01/02/2026", "1.2.2026", "25.11.2026 18.30", "25 November 2026",
        "2 Mill Lane residents objected",
        "Year 11", "Year 7 pupils", "item 7", "item 12 Market Street", "6.30 pm", "6.30pm to 8.15pm", "9am-5pm",
        "1914-1918", "2024/25", "2026-27", "bus 42", "bus 42 Station Road", "the 36 and the 42", "0.5 %", "12.5%",
        "page 12-14", "page 3, paragraph 4", "10 Years Road closures", "20 mph", "20mph", "4,600 cars a day",
        "12 minutes along Mill Road", "3 Lane Ends", "1 in 5", "50/50", "24/7", "100,000 people", "1000000",
        "section 106", "Section 21 notice", "Form 1234 5678", "ref 20261125", "ISBN 978-0-306-40615-7",
        "open 10-4 Saturdays", "it was in 1985 Road Act times", "Schedule 2 Part 1", "over 30 Station Road shops",
        "350 High Street traders", "20 Mill Lane residents", "at number 4 on the agenda", "at number 2 in the list",
        "£9 Parking Street vouchers", "H2O", "E10 petrol", "CO2 levels", "COVID-19", "5G mast", "B and B",
        "https://www.example.org/news/2026/11/25/article-07700900123", "www.facebook.com/groups/ourtown",
        "https://x.com/search?q=bins", "he/she", "and/or", "r/ourtown", "@", "@ 5 pm", "meet @6", "50 @ £2",
        "Mr Stubbings", "SE corner 4 metres", "the N1 4th bus", "W3 2nd floor", "24 hour Road works",
        "I <3333333333 it", "pic.twitter.com/ZPXa", "I have 2 cars",
    ]

    @Test("what finds a person goes", arguments: online + phones + addresses + numbers)
    func takesOut(_ example: RedactionCase) {
        #expect(Redactor().redact(example.text).text == example.expected)
    }

    @Test("figures, dates, references and places stay", arguments: stays)
    func leaves(_ text: String) {
        #expect(Redactor().redact(text).text == text)
    }

    @Test(
        "listed names go, however they are written and with 's behind them",
        arguments: [
            RedactionCase("Ask Marjorie Oddie first", "Ask [name] first"),
            RedactionCase("Marjorie Oddie's bin", "[name]'s bin"),
            RedactionCase("Marjorie Oddie’s bin", "[name]’s bin"),
            RedactionCase("marjorie oddie said", "[name] said"),
            RedactionCase("MARJORIE ODDIE", "[name]"),
            RedactionCase("Marjorie\u{A0}Oddie", "[name]"),
            RedactionCase("Mr. Stubbings and mr stubbings", "[name] and [name]"),
            RedactionCase("Pell said, and Pell's dog", "[name] said, and [name]'s dog"),
            RedactionCase("the pell of the manor", "the pell of the manor"),
            RedactionCase("Marjorie. Oddie enough", "Marjorie. Oddie enough"),
            RedactionCase("Marjorie, Oddie and I", "Marjorie, Oddie and I"),
            RedactionCase("Marjorie Oddies", "Marjorie Oddies"),
            RedactionCase("Bin_Lady7 again, bin_lady7!", "[name] again, [name]!"),
            RedactionCase("Oddie alone is not listed", "Oddie alone is not listed"),
        ])
    func takesOutNames(_ example: RedactionCase) {
        let redactor = Redactor(names: ["Marjorie Oddie", "Mr Stubbings", "Pell", "@Bin_Lady7", "", " "])
        #expect(redactor.redact(example.text).text == example.expected)
    }

    @Test(
        "a name that stands free only once its neighbour has gone goes too, and offsets stay those of the original",
        arguments: [
            ("u/www.Pell met Ann", "[account name].[name] met Ann", ["u/www", "Pell"]),
            ("é Pell.x.com", "é [name].[name]", ["Pell", "x.com"]),
            (
                "Pell@u/_07700, 07700 900123", "[name]@[account name], [phone number]",
                ["Pell", "u/_07700", "07700 900123"]
            ),
        ])
    func takesOutFreedNames(_ text: String, _ expected: String, _ originals: [String]) {
        let redacted = Redactor(names: ["Pell", "x.com", "a.b"]).redact(text)
        #expect(redacted.text == expected)
        let bytes = Array(text.utf8)
        #expect(redacted.redactions.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == originals)
    }

    @Test(
        "words of the marks themselves cannot be listed",
        arguments: ["National Insurance", "Insurance", "NHS", "phone number"])
    func marksAreNoNames(_ name: String) {
        let text = "AB123456C, NHS 943 476 5919, 07700 900123"
        #expect(Redactor(names: [name]).redact(text) == Redactor().redact(text))
    }

    @Test("redacting twice changes nothing, whatever pieces a text is made of")
    func isIdempotentOnMadeTexts() {
        let pieces = [
            "07700", "900123", "020", "7946", " ", "-", ".", ",", "(", ")", "+44", "/", "@", "bob", "a.b", "x.com",
            "https://", "facebook.com/", "u/", "14", "Mill", "Lane", "road", "at number ", "BS3", "1AB", "AB", "12",
            "C",
            "4111", "1111", "sort code ", "account ", "12345678", "£", "Flat", "\n", "…", "é", "_", "Jane", "Smith",
            "mum_7",
            "'s", "[", "]", "\u{A0}", "😀", "St",
        ]
        let redactors = [Redactor(), Redactor(names: ["Jane Smith", "mum_7", "Lane", "x.com", "a.b"])]
        // Knuth's MMIX generator: the same texts on every machine.
        var state: UInt64 = 20_261_125
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        for round in 0..<5000 {
            let text = (0..<(2 + next(12))).map { _ in pieces[next(pieces.count)] + (next(3) == 0 ? " " : "") }.joined()
            let once = redactors[round % 2].redact(text).text
            #expect(redactors[round % 2].redact(once).text == once, "\(text.debugDescription)")
        }
    }

    static let every: [String] = (online + phones + addresses + numbers).map(\.text) + stays

    @Test("redacting twice changes nothing", arguments: every)
    func isIdempotent(_ text: String) {
        let once = Redactor().redact(text).text
        #expect(Redactor().redact(once).text == once)
        #expect(Redactor().redact(once).redactions.isEmpty)
    }

    @Test("offsets point into the original; what lies between them is unchanged")
    func offsetsPointIntoTheOriginal() {
        let text = "Żółw: 07700 900123, jo@example.org, 14 Mill Lane, BS3 1AB 🙂"
        let redacted = Redactor().redact(text)
        #expect(redacted.redactions.map(\.kind) == [.phone, .email, .houseNumber, .postcode])
        var rebuilt = ""
        var next = 0
        let bytes = Array(text.utf8)
        for redaction in redacted.redactions {
            rebuilt += String(decoding: bytes[next..<redaction.start], as: UTF8.self)
            let kept = redaction.kind == .postcode ? "BS3" : ""
            rebuilt += kept + redaction.kind.mark
            next = redaction.end
        }
        rebuilt += String(decoding: bytes[next...], as: UTF8.self)
        #expect(rebuilt == redacted.text)
        let originals = redacted.redactions.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        #expect(originals == ["07700 900123", "jo@example.org", "14", "BS3 1AB"])
    }

    @Test(
        "hostile text ends, and a second redaction finds nothing",
        arguments: [
            "", "@", "@@@@", "+", "+++++44", "(((((0", "0", "00", "000000000000", "u/", "/u/", "/", "//", "a@", "@a",
            "a@b",
            "a@b.", "a@.b", "http://", "https://@", "www.", "Flat 1", "Flat 1,", "14", "14 ", "14,", "14-", "14 A",
            "at number ", "at number 4", "B", "BS", "BS3", "BS3 ", "BS3 1", "BS3 1A", "£", "0\u{FFFD}7", "🙂@🙂", "\u{0}",
            String(repeating: "0", count: 5000), String(repeating: "07700 900123 ", count: 200),
            String(repeating: "@a", count: 2000), String(repeating: "a.", count: 3000) + "@b.cd",
            String(repeating: "(", count: 3000), String(repeating: "1 A ", count: 2000), "e\u{301}@x.org",
        ])
    func survives(_ text: String) {
        let redactor = Redactor(names: ["A B", "a.b", "07700"])
        let once = redactor.redact(text)
        #expect(redactor.redact(once.text).text == once.text)
        for redaction in once.redactions {
            #expect(redaction.start < redaction.end && redaction.end <= text.utf8.count)
        }
        for (a, b) in zip(once.redactions, once.redactions.dropFirst()) { #expect(a.end <= b.start) }
    }
}
