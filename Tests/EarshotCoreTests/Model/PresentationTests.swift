import EarshotCore
import Foundation
import Testing

@Suite("A council's colour and what a pack shows of it")
struct PresentationTests {
    @Test(
        "white words on a colour have the contrast that WCAG works out",
        arguments: [
            ("#14463d", 1064...1065), ("#ffffff", 100...100), ("#000000", 2100...2100), ("#767676", 454...454),
            ("#FF0000", 399...400), ("0000ff", 859...860),
        ])
    func contrast(_ text: String, _ expected: ClosedRange<Int>) throws {
        let colour = try #require(BrandColour(text))
        #expect(expected.contains(colour.contrastWithWhite), "\(colour.contrastWithWhite)")
    }

    @Test("a colour is written with a hash and small letters", arguments: ["#14463D", "14463d", "#14463d"])
    func spelling(_ text: String) {
        #expect(BrandColour(text)?.text == "#14463d")
    }

    @Test(
        "what is no colour of six digits is none",
        arguments: [
            "", "#", "green", "#14463", "#14463d0", "#1446 d", "##4463d", "#14463g", "#1446\u{E9}", "rgb(1,2,3)",
            "#fff", "#14463d;x:url(//evil.example)",
        ])
    func wrong(_ text: String) {
        #expect(BrandColour(text) == nil)
    }

    @Test("what an earlier version kept lacks the newer parts, and reads as their defaults")
    func decoding() throws {
        func read(_ text: String) throws -> Presentation {
            try JSONDecoder().decode(Presentation.self, from: Data(text.utf8))
        }
        #expect(try read("{}") == Presentation())
        let some = try read(
            ##"{"colour":"#14463d","quotes":"short","notes":{"item-2":"See the map."},"else":1}"##)
        #expect(some.colour == "#14463d" && some.quotes == .short && some.notes == ["item-2": "See the map."])
        #expect(some.crest.isEmpty && some.note.isEmpty)
        #expect(try JSONDecoder().decode(Presentation.self, from: JSONEncoder().encode(some)) == some)
        #expect(throws: (any Error).self) { try read(#"{"quotes":"loud"}"#) }
    }
}
