import EarshotCore
import Testing

@Suite("Spellings of one word")
struct SpellingVariantTests {
    static let pairs: [(String, String)] = [
        ("color", "colour"), ("neighborhoods", "neighbourhoods"), ("neighbors", "neighbour"), ("organize", "organise"),
        ("organizations", "organisation"), ("prioritizing", "prioritise"), ("center", "centres"),
        ("centers", "centre"), ("program", "programmes"), ("license", "licence"), ("licensing", "licences"),
        ("licensed", "licence"), ("curb", "kerbs"), ("curbs", "kerb"), ("tires", "tyres"), ("gray", "grey"),
        ("traveling", "travelling"), ("canceled", "cancelled"), ("modeling", "modelling"), ("labeled", "labelling"),
        ("counselors", "counsellor"), ("analyzed", "analysing"), ("defense", "defence"), ("harbor", "harbours"),
        ("plowed", "ploughing"), ("libary", "libraries"), ("libarys", "library"), ("councel", "council"),
        ("accomodation", "accommodation"), ("enviroment", "environment"), ("counciller", "councillors"),
        ("sidewalks", "pavement"), ("maintainance", "maintenance"), ("favorite", "favourites"),
        ("travelers", "traveller"), ("practising", "practice"), ("defence", "defensive"),
        ("humour", "humorous"), ("programme", "programming"), ("modernise", "modern"), ("behavior", "behaviours"),
        ("regularization", "regularise"),
    ]

    @Test("two spellings make one stem", arguments: pairs)
    func oneStem(_ one: String, _ other: String) {
        let variants = SpellingVariants.english
        #expect(Stemmer.stem(variants.folded(one)) == Stemmer.stem(variants.folded(other)))
    }

    @Test(
        "words that only look like other spellings stay themselves",
        arguments: [
            "size", "prize", "seize", "colorado", "laboratory", "honorary", "citizen", "horizon", "library", "council",
            "counsel", "tired", "tiring", "planing", "storey", "story", "metre", "meter", "parking",
            "draft",
            "promise", "promised", "paradise", "improvise", "improvisation", "exercise", "advised", "supervising",
            "rising",
            "raised", "noise", "parishes", "polishing", "listed", "missed", "crises", "enterprise", "surprised", "",
        ])
    func unchanged(_ word: String) {
        #expect(SpellingVariants.english.folded(word) == word)
    }
}
