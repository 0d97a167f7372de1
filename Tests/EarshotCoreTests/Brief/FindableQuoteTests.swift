import EarshotCore
import Testing

@Suite("Whether a search leads from a quote to its author")
struct FindableQuoteTests {
    @Test(
        "six words in a row do, unless a mark or a gap breaks them",
        arguments: [
            ("Keep the library open on Mondays", true), ("Keep the library open Mondays", false), ("", false),
            ("Ring [phone number] about the library please", false),
            ("Ring [phone number] about the library please, any day", true),
            ("Keep the library … open on Mondays", false), ("… Keep the library open on Mondays …", true),
            ("Keep\nthe library\topen  on Mondays", true),
        ])
    func words(_ text: String, _ expected: Bool) {
        #expect(FindableQuote.isFindable(text, network: "reddit", access: nil, hasCopies: false) == expected)
    }

    @Test(
        "only words in places that anybody can read do; the register goes before the network",
        arguments: [
            ("reddit", nil, true), ("", nil, true), ("survey", nil, false), ("whatsapp", nil, false),
            ("email", nil, false), ("survey", .open, true), ("reddit", .closed, false), ("facebook", .closed, false),
        ] as [(String, Place.Access?, Bool)])
    func places(_ network: String, _ access: Place.Access?, _ expected: Bool) {
        let text = "Please keep the library open on Mondays for the homework club"
        #expect(FindableQuote.isFindable(text, network: network, access: access, hasCopies: false) == expected)
        #expect(!FindableQuote.isFindable(text, network: network, access: access, hasCopies: true))
    }
}
