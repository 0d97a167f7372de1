import EarshotCore
import Testing

@Suite("Position")
struct PositionTests {
    private static let scorer = Scorer()

    @Test("a position is read only where it is stated outright", arguments: stated)
    func statement(_ row: (text: String, position: Position)) {
        let score = Self.scorer.score(row.text)
        #expect(score.position == row.position, "\(row.text)")
        #expect(score.positionBasis == (row.position == .unclear ? .none : .stated))
        #expect((score.positionConfidence > 0) == (row.position != .unclear))
    }

    static let stated: [(text: String, position: Position)] = [
        ("I support this.", .support),
        ("I strongly support the proposal.", .support),
        ("We fully support these plans", .support),
        ("I am in favour of the scheme.", .support),
        ("I'm all for it", .support),
        ("Totally support this!", .support),
        ("This is a great idea.", .support),
        ("Great idea", .support),
        ("What a brilliant idea!", .support),
        ("Please approve this application.", .support),
        ("This has my full support.", .support),
        ("It should be approved without delay.", .support),
        ("Get on with it!", .support),
        ("I live on the estate and I welcome this proposal.", .support),
        ("Count me in", .support),
        ("I agree with the proposed changes.", .support),
        ("I object.", .oppose),
        ("I strongly object to this application.", .oppose),
        ("Strongly object", .oppose),
        ("I wish to object to the proposal on grounds of noise", .oppose),
        ("We oppose these plans.", .oppose),
        ("I am totally against this", .oppose),
        ("Terrible idea.", .oppose),
        ("What a stupid idea!", .oppose),
        ("This is not a good idea.", .oppose),
        ("I don't support this.", .oppose),
        ("I do not agree with this proposal", .oppose),
        ("I cannot support the scheme.", .oppose),
        ("Please reject this application.", .oppose),
        ("Please don't do this.", .oppose),
        ("The application should be refused.", .oppose),
        ("These plans should be scrapped.", .oppose),
        ("This must be stopped", .oppose),
        ("Scrap the scheme now.", .oppose),
        ("I live in Mill Lane and object to the proposal", .oppose),
        ("I love cycling but I object to this scheme.", .oppose),
        ("It's a no from me", .oppose),
        ("Say no to these plans!", .oppose),
        ("I am writing to register my objection to the application", .oppose),
        ("I support the cycle lane plan. I object to the removal proposals for the trees.", .mixed),
        ("I support this. Although I oppose these changes at the north end.", .mixed),
    ]

    @Test("what others think, questions, conditions and chatter are no position", arguments: unstated)
    func noStatement(_ text: String) {
        let score = Self.scorer.score(text)
        #expect(score.position == .unclear, "\(text)")
        #expect(score.positionConfidence == 0)
        #expect(score.positionBasis == .none)
    }

    static let unstated = [
        "",
        "Do you support this?",
        "Who would object to this?",
        "Is this a good idea?",
        "If you oppose this, write to the council.",
        "Those who support the scheme never walk there.",
        "He says he supports the proposal.",
        "They oppose this because it was not their idea.",
        "The council said it was a great idea.",
        "Some residents object to the plans.",
        "A better idea would be a crossing at the school.",
        "It sounds like a good idea in theory.",
        "It might be a good idea to ask the police.",
        "I have no objection.",
        "I don't object to this.",
        "I am not against it",
        "The bus was late again and the driver was rude.",
        "I support this lady and her family.",
        "I always supported United.",
        "We need support for carers.",
        "A mysterious object was found in the river.",
        "She did it behind my back.",
        "The party has done nothing but oppose it.",
        "They must be stopped before somebody is hurt.",
        "Everybody is allowed to say no to strangers.",
        "I am a support worker at the centre.",
        "Support workers deserve better pay.",
        "Where can I read the objection letters?",
        "Parking is a nightmare on match days.",
        "Lovely photographs, thank you for sharing.",
    ]

    private static let closure =
        "Proposed closure of Elm Road library\nCabinet is asked to agree that the library close in May."
    private static let reopening = "Reopening of Elm Road library\nThe report recommends that the building reopen."
    private static let felling = "Felling of street trees, Meersbrook Park Road"

    @Test(
        "saving or closing a thing is for or against what the item proposes to do with it",
        arguments: [
            ("Save our library!", closure, Position.oppose),
            ("Keep the library open", closure, .oppose),
            ("Please don't close the library.", closure, .oppose),
            ("Don't close it", closure, .oppose),
            ("Hands off our library", closure, .oppose),
            ("Stop the cuts!", closure, .oppose),
            ("Just close it, nobody goes", closure, .support),
            ("Close the library and sell the site.", closure, .support),
            ("The library must stay open", closure, .oppose),
            ("Save our library!", reopening, .support),
            ("Keep the library open", reopening, .support),
            ("Protect these trees", felling, .oppose),
            ("Please don't fell the trees", felling, .oppose),
            ("The library will stay open until May.", closure, .unclear),
            ("They think the library should be saved.", closure, .unclear),
            ("Save our money", closure, .unclear),
            ("Will they close the library?", closure, .unclear),
            ("They say we should save the library if we can.", closure, .unclear),
            ("I object to the closure.", closure, .oppose),
            ("I support the closure.", closure, .support),
            ("I object to the closure.", reopening, .support),
            ("Nationalism is a bad idea.", closure, .unclear),
            ("Closing the library is a bad idea.", closure, .oppose),
        ])
    func aboutTheItem(_ text: String, _ about: String, _ position: Position) {
        #expect(Self.scorer.score(text, about: about).position == position, "\(text)")
        #expect(Self.scorer.score(text, proposal: Proposal(about: about)).position == position, "\(text)")
    }

    @Test(
        "with no item known nobody can tell what saving it means",
        arguments: ["Save our library!", "Keep the library open", "Don't close it", "Just close it, nobody goes"])
    func withoutItem(_ text: String) {
        #expect(Self.scorer.score(text).position == .unclear)
    }

    @Test("only the beginning of a long report is read for what it proposes")
    func longReport() {
        let filler = String(repeating: "Officers will report in due course on the figures. ", count: 200)
        let text = "Save our library!"
        #expect(
            Self.scorer.score(text, about: "Elm Road library\nThe library will close.\n" + filler).position == .oppose)
        #expect(
            Self.scorer.score(text, about: "Elm Road library\n" + filler + "The library will close.").position
                == .unclear)
    }

    @Test("a declared position wins over the words, which are still shown", arguments: Position.allCases)
    func declared(_ position: Position) {
        let score = Self.scorer.score("I object to this proposal.", declared: position)
        #expect(score.position == position)
        #expect(score.positionBasis == .declared)
        #expect(score.positionConfidence == 1000)
        #expect(score.terms.contains { $0.kind == .position && $0.weight < 0 })
    }

    @Test("the words that state a position are the comment's own")
    func terms() throws {
        let text = "Lovely caf\u{e9}. I strongly object to this scheme."
        let term = try #require(Self.scorer.score(text).terms.first { $0.kind == .position })
        #expect(term.text == "I strongly object to this scheme")
        let bytes = Array(text.utf8)
        #expect(String(decoding: bytes[term.start..<term.end], as: UTF8.self) == term.text)
    }

    @Test(
        "tone never decides a position",
        arguments: ["I hate this so much!!!", "Wonderful, lovely, superb.", "Disgraceful!"])
    func toneIsNotPosition(_ text: String) {
        let score = Self.scorer.score(text)
        #expect(score.toneLabel != .neutral)
        #expect(score.position == .unclear)
    }
}
