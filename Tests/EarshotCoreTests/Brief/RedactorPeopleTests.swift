import EarshotCore
import Testing

@Suite("Redactor: people")
struct RedactorPeopleTests {
    static let introductions: [RedactionCase] = [
        .init("My name is Jane Smith and I live here", "My name is [name] and I live here"),
        .init("my name is Patel, I object", "my name is [name], I object"),
        .init("My name\u{2019}s Zoë O\u{2019}Neill.", "My name\u{2019}s [name]."),
        .init("Hello. MY NAME IS JANE SMITH AND I OBJECT", "Hello. MY NAME IS [name] AND I OBJECT"),
        .init("my name is jane smith, and no", "my name is [name], and no"),
        .init("my name is jane and i live here", "my name is [name] and i live here"),
        .init("I am called Dafydd ap Gwilym.", "I am called [name]."),
        .init("I'm Jane Smith from Mill Lane", "I'm [name] from Mill Lane"),
        .init("I am Łukasz Żak-Nowak from Moor Ward", "I am [name] from Moor Ward"),
        .init("I\u{2019}m Mrs Jones from the corner shop", "I\u{2019}m [name] from the corner shop"),
        .init("Good. I'm Ayesha, and I live at the top", "Good. I'm Ayesha, and I live at the top"),
        .init("hi im jane smith from mill lane", "hi im [name] from mill lane"),
        .init("Name: Jane Smith\nComment: no", "Name: [name]\nComment: no"),
        .init("My name is Jane Smith's widow", "My name is [name]'s widow"),
    ]

    static let signatures: [RedactionCase] = [
        .init("Please think again.\nJane Smith", "Please think again.\n[name]"),
        .init("Please think again.\n\nJane Smith, Mill Lane", "Please think again.\n\n[name], Mill Lane"),
        .init(
            "Please think again.\nJane Smith\n14 Mill Lane\n07700 900123",
            "Please think again.\n[name]\n[house number] Mill Lane\n[phone number]"),
        .init("It is too dear.\nJ. Smith (Mrs)", "It is too dear.\n[name] (Mrs)"),
        .init("It is too dear.\nMrs Jones", "It is too dear.\n[name]"),
        .init("It is too dear.\nTom x", "It is too dear.\n[name] x"),
        .init("We object.\nJane Smith\nPeter Brown", "We object.\n[name]\n[name]"),
        .init("Do keep it. Kind regards, Jane", "Do keep it. Kind regards, [name]"),
        .init("Do keep it.\n\nRegards\nQuillon Tharp", "Do keep it.\n\nRegards\n[name]"),
        .init(
            "Do keep it.\nYours faithfully,\nQ. Tharp\nMill Lane\nKinsterley",
            "Do keep it.\nYours faithfully,\n[name]\nMill Lane\nKinsterley"),
        .init("Do keep it.\nMany thanks,\njane smith", "Do keep it.\nMany thanks,\n[name]"),
        .init("Do keep it.\nThank you for your time,\nJane Smith", "Do keep it.\nThank you for your time,\n[name]"),
        .init("Do keep it. Cheers, Dave", "Do keep it. Cheers, [name]"),
        .init("Do keep it. Best wishes Sarah Green", "Do keep it. Best wishes [name]"),
        .init("Do keep it – Jane Smith", "Do keep it – [name]"),
        .init("Do keep it. - Jane", "Do keep it. - [name]"),
        .init("We like it. Please keep it. - Jane Smith", "We like it. Please keep it. - [name]"),
        .init("Do keep it.\nJane Smith, aged 72", "Do keep it.\n[name], aged 72"),
        .init("Do keep it. Jane Smith, Mill Lane", "Do keep it. [name], Mill Lane"),
        .init("Do keep it.\nJane Smith\nSent from my telephone", "Do keep it.\n[name]\nSent from my telephone"),
    ]

    static let stays: [String] = [
        "I am Sure that it will", "I'm English from the north", "My name is on the list", "my name is not important",
        "The name is Mill Lane", "I'm Labour and I live here", "I am Disgusted from Tunbridge Wells",
        "I'm In Love from today",
        "Save it.\nSave our library", "Who came?\nJohn Brown!", "Who came?\nJohn Brown.", "It is.\nA Library",
        "Save it.\nHenry VIII",
        "Save it.\nGrace Road", "Save it.\nMartyn's Law", "Save it.\nElizabeth Line", "Regards\nKinsterley Cyclists",
        "Signed John Brown.",
        "Do keep it up. - John Brown", "She said \"I'm Jane Smith from Mill Lane\"", "Save it.\nMill Lane",
        "Save it.\nVictoria Park", "Save it.\nKinsterley Council",
        "Save it.\nAlexandra Road", "Save it.\nThank you", "Save it.\nThanks everyone", "Save it.\nNo",
        "Save it.\nSt Mary's Church",
        "Save it. Thanks", "Many thanks to all", "Thanks Obama", "Regards to all at the Town Hall", "It closes in May",
        "Save it.\nKind regards,\nA Concerned Resident", "Save it.\nKind regards,\nMill Lane Residents",
        "Save it.\nMartha Jones School",
        "The library – Mill Lane", "Open nine to five - Monday", "\u{201C}To be or not\u{201D} – William Shakespeare",
        "The candidates:\nJane Smith\nPeter Brown", "Jane Smith", "Jane Smith\nPeter Brown", "Ask Jane Smith",
        "Mrs Jones next door",
    ]

    static let inOffice: [String] = [
        "My name is Cllr Jane Smith", "My name is Councillor Smith and I sit on it",
        "I'm Councillor Jane Smith from Moor Ward",
        "My name is Jane Smith and I am your ward councillor", "I object.\nCllr Jane Smith", "I object.\nJane Smith MP",
        "I object.\nJane Smith, Ward Councillor", "Kind regards,\nJane Smith\nHead of Planning",
        "Regards, Jane Smith, Leader of the Council",
        "It will be done.\nRegards\nDirector of Place Jane Smith", "It will be done – Mayor Jane Smith",
        "So said the Leader, Jane Smith",
        "Regards,\nJane Smith\nPlanning Officer", "Regards,\nthe Mayor",
    ]

    @Test("names that introduce or sign go", arguments: introductions + signatures)
    func takesOut(_ example: RedactionCase) {
        #expect(Redactor().redact(example.text).text == example.expected)
    }

    @Test("words with capitals that are nobody's name stay, and so do names that nothing tells", arguments: stays)
    func leaves(_ text: String) {
        #expect(Redactor().redact(text).text == text)
    }

    @Test("councillors and officers keep their names, for the public too", arguments: inOffice)
    func leavesOffice(_ text: String) {
        #expect(Redactor().redact(text).text == text)
        #expect(Redactor(isStrict: true).redact(text).text == text)
    }

    @Test("a name that is given goes, in office or not", arguments: inOffice.filter { $0.contains("Jane Smith") })
    func takesOutListed(_ text: String) {
        #expect(!Redactor(names: ["Jane Smith"]).redact(text).text.contains("Jane"))
    }

    static let forThePublic: [RedactionCase] = [
        .init("Mrs Jones next door said so", "[name] next door said so"),
        .init("Mr. Patel and Dr Amir Khan's wife", "[name] and [name]'s wife"),
        .init("Mr and Mrs Patel", "[name]"),
        .init("Cllr Jones, Mayor Khan and the Leader, Mr Brown", "Cllr Jones, Mayor Khan and the Leader, Mr Brown"),
        .init("Mr Patel MP and Mr Patel, Director of Place", "Mr Patel MP and Mr Patel, Director of Place"),
        .init("Mr Speaker, Mr Mayor", "Mr Speaker, Mr Mayor"),
        .init("my next-door neighbour Jane Smith fell", "my next-door neighbour [name] fell"),
        .init("our friend Peter's van", "our friend [name]'s van"),
        .init(
            "ask Jane Smith at the shop, or call Dave on 07700 900123",
            "ask [name] at the shop, or call [name] on [phone number]"),
        .init("see https://news.example.org/a?b=1, www.example.org or example.org/x.", "see [link], [link] or [link]."),
        .init("https://www.facebook.com/jo.bloggs.9", "[profile link]"),
        .init("It is dear. Miss Jones agrees", "It is dear. Miss Jones agrees"),
        .init("Old Mill Dr Kinsterley", "Old Mill Dr Kinsterley"),
        .init("the neighbours at Victoria Park", "the neighbours at Victoria Park"),
        .init("my neighbour Mill Lane Stores", "my neighbour Mill Lane Stores"),
        .init("See London on foot", "See London on foot"),
    ]

    @Test("for the public more goes", arguments: forThePublic)
    func takesOutMore(_ example: RedactionCase) {
        #expect(Redactor(isStrict: true).redact(example.text).text == example.expected)
    }

    static let every: [String] =
        (introductions + signatures + forThePublic).map(\.text) + stays + inOffice + RedactorPlateTests.every

    @Test("redacting twice changes nothing", arguments: every)
    func isIdempotent(_ text: String) {
        for redactor in [Redactor(), Redactor(isStrict: true), Redactor(names: ["Jane Smith"], isStrict: true)] {
            let once = redactor.redact(text).text
            #expect(redactor.redact(once).redactions.isEmpty, "\(once)")
        }
    }

    @Test(
        "redacting twice changes nothing, whatever lines a text is made of, and the offsets are those of the original")
    func isIdempotentOnMadeTexts() {
        let pieces = [
            "Jane", "Smith", "jane", "smith", "Mr", "Mrs", "Dr", "my name is", "My name is", "I'm", "I am called",
            "from", "Regards",
            "Thanks", "Kind regards,", "\n", "\n", "\n", ",", ".", "–", "- ", "Cllr", "Leader", "MP",
            "Head of Planning", "14", "Mill Lane",
            "07700 900123", "jo@example.org", "AB12 CDE", "GB29NWBK60161331926819", "reg", "plate", "ABC 123",
            "my neighbour", "ask", "at",
            "J.", "O'Neill", "'s", "x", "[", "https://example.org/a", "www.example.org", "u/jane_s", "@jane",
            "Save our library", "Żak", "Sent from my phone",
            "Ward", "Mary", "Victoria", "Park", "and", "the",
        ]
        let redactors = [
            Redactor(), Redactor(isStrict: true), Redactor(names: ["Jane Smith", "Mary"], isStrict: true),
        ]
        // Knuth's MMIX generator: the same texts on every machine.
        var state: UInt64 = 20_261_125
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        for round in 0..<6000 {
            let text = (0..<(2 + next(14))).map { _ in pieces[next(pieces.count)] + (next(4) == 0 ? "" : " ") }.joined()
            let redactor = redactors[round % 3]
            let once = redactor.redact(text)
            #expect(
                redactor.redact(once.text).text == once.text,
                "\(text.debugDescription) -> \(once.text.debugDescription)")
            for (a, b) in zip(once.redactions, once.redactions.dropFirst()) {
                #expect(a.end <= b.start, "\(text.debugDescription)")
            }
            for redaction in once.redactions {
                #expect(redaction.start < redaction.end && redaction.end <= text.utf8.count, "\(text.debugDescription)")
            }
        }
    }
}
