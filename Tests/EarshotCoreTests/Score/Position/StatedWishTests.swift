import EarshotCore
import Testing

@Suite("Position, stated wishes")
struct StatedWishTests {
    private static let scorer = Scorer()
    private static let scheme = "Cycle lanes on Mill Road"
    private static let closure = "Proposed closure of Elm Road library"
    private static let ban = "Ban on barbecues in Meersbrook Park"

    @Test(
        "what residents wish for is a position, unless it is asked, conceded, or somebody else's",
        arguments: [
            ("I hope this goes ahead.", scheme, Position.support),
            ("Would love to see this happen on our street", scheme, .support),
            ("The lanes are long overdue.", scheme, .support),
            ("This is much needed!", scheme, .support),
            ("This is a complete waste of money.", scheme, .oppose),
            ("The scheme is badly thought out.", scheme, .oppose),
            ("We don't want this.", scheme, .oppose),
            ("It should be scrapped.", scheme, .oppose),
            ("The lanes should be removed.", scheme, .oppose),
            ("Is this a waste of money?", scheme, .unclear),
            ("They say it is a waste of money.", scheme, .unclear),
            ("If this is a waste of money, say so.", scheme, .unclear),
            ("Bike lanes bring much needed support to families.", scheme, .unclear),
            ("The lanes are a good idea, but they are in the wrong place.", scheme, .unclear),
            ("The cinema was a waste of money.", scheme, .unclear),
            ("They hope this goes ahead.", scheme, .unclear),
        ])
    func wish(_ text: String, _ about: String, _ position: Position) {
        #expect(Self.scorer.score(text, about: about).position == position, "\(text)")
    }

    @Test(
        "of a thing that is taken away, praise of the thing is opposition, and blame of it support",
        arguments: [
            ("The library is a great idea.", closure, Position.oppose),
            ("Closing the library is a great idea.", closure, .support),
            ("The library is a waste of money.", closure, .support),
            ("This is a waste of money.", closure, .oppose),
            ("Barbecues should not be allowed.", ban, .support),
            ("This ban should not be allowed.", ban, .oppose),
            ("Barbecues are smelly and it should not be allowed.", ban, .support),
            ("They are smelly and it should not be allowed.", ban, .unclear),
        ])
    func thing(_ text: String, _ about: String, _ position: Position) {
        #expect(Self.scorer.score(text, about: about).position == position, "\(text)")
    }
}
