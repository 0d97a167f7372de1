import EarshotCore
import Testing

@Suite("Copies")
struct CopyTests {
    static let letter = """
        Weirbank Library is the only warm, free place in our ward that is open at the weekend. Closing it on Mondays and \
        at 1pm on Saturdays takes twelve hours a week from the people who have nowhere else to go. I ask Cabinet to \
        reject the new hours and keep our Saturday afternoons.
        """

    /// Representatives by row; the texts go through signatures and bands as in the copy stage.
    private func groups(_ texts: [String]) -> [Int64: Int64] {
        var sets: [UInt64: [(row: Int64, text: String)]] = [:]
        for (i, text) in texts.enumerated() {
            let signature = TextSignature.of(text)
            for band in signature.bands { sets[band, default: []].append((row: Int64(i + 1), text: text)) }
        }
        var groups = CopyGroups()
        for (_, set) in sets.sorted(by: { $0.key < $1.key }) { groups.join(bucket: set) }
        return Dictionary(uniqueKeysWithValues: groups.groups.map { ($0.row, $0.representative) })
    }

    static let copies: [String] = [
        letter, "As a retired teacher I am appalled. " + letter, letter + " Tony and Sheila, Ferry Road",
        letter + "\nCOPY AND PASTE this to your councillors please, don't just share!!",
        letter.replacing("only warm, free", with: "only warm and free").replacing("I ask", with: "We ask"),
        letter.uppercased(), "> " + letter.replacing(".", with: " 😀"),
    ]

    @Test("a changed first line, name, greeting or case is still a copy", arguments: copies)
    func copied(_ text: String) {
        #expect(groups([Self.letter, text]) == (text == Self.letter ? [2: 1] : [2: 1]))
    }

    @Test("a text whose like is itself changed joins the group through the text between them")
    func chained() {
        let copyAndPaste = Self.letter + "\nCOPY AND PASTE this to your councillors please, don't just share!!"
        let other = Self.letter.replacing(
            "warm, free place in our ward that is", with: "warm and free place in our ward"
        )
        .replacing("from the people", with: "from people").replacing("I ask", with: "We ask")
        #expect(groups([copyAndPaste, Self.letter, other]) == [2: 1, 3: 1])
        #expect(groups([other, Self.letter, copyAndPaste]) == [2: 1, 3: 1])
    }

    static let others: [(String, String)] = [
        (
            "I support the zone on Bridge Street, please approve it as soon as you can, thank you.",
            "I oppose the zone on Bridge Street, please reject it as soon as you can, thank you."
        ),
        (letter, letter.replacing("Closing it", with: "Not closing it")),
        ("No to the parking zone", "No to the parking zone"), ("I agree", "I agree"), ("", ""),
        (
            "My car is parked on Mill Lane every single day.",
            "My dog was found on Ferry Road after the long and rainy weekend."
        ),
        (
            "The zone would cost us sixty eight pounds a year for one car.",
            "The zone would cost us ninety eight pounds a year for two cars."
        ),
    ]

    @Test("a campaign turned round, a short text and an unlike one are no copies", arguments: others)
    func notCopied(_ pair: (String, String)) { #expect(groups([pair.0, pair.1]).isEmpty) }

    @Test("short texts have no signature, longer ones one that case, blanks and marks do not change")
    func signature() {
        #expect(TextSignature.of("one two three four five six seven") == TextSignature(exact: 0, bands: []))
        let text = "one two three four five six seven eight"
        let signature = TextSignature.of(text)
        #expect(signature.exact != 0 && signature.bands.count == 8)
        #expect(TextSignature.of("ONE, two - three\nfour: FIVE six seven eight! 😀") == signature)
        #expect(TextSignature.of("one two three four five six eight seven").exact != signature.exact)
        // Kept in databases: another number is another version of the scores.
        #expect(signature.exact == TextSignature.of(words: Words.of(text)).exact)
    }

    @Test("the groups do not depend on the order of the sets or their rows", arguments: 0..<6)
    func order(_ turn: Int) {
        let rows = Self.copies.enumerated().map { (row: Int64($0 + 1), text: $1) }
        var sets = (0..<rows.count).map { i in [rows[i], rows[(i + 1 + turn) % rows.count], rows[0]] }
        var forwards = CopyGroups()
        for set in sets { forwards.join(bucket: set) }
        sets.reverse()
        var backwards = CopyGroups()
        for set in sets { backwards.join(bucket: set.reversed()) }
        #expect(forwards.groups.map(\.row) == backwards.groups.map(\.row))
        #expect(forwards.groups.map(\.representative) == backwards.groups.map(\.representative))
        #expect(forwards.representative(of: 3) == 1)
        #expect(forwards.representative(of: 99) == nil)
    }

    @Test("a repeat is never missed, whatever was expected", arguments: [1, 1000, 1 << 20, 1 << 22])
    func repeats(_ expecting: Int) {
        var filter = RepeatFilter(expecting: expecting)
        var hash: UInt64 = 42
        var hashes: [UInt64] = [0, .max, 1]
        for _ in 0..<20_000 {
            hash = hash &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            hashes.append(hash)
        }
        let taken = hashes.filter { filter.insert($0) }.count
        // 20,000 in the smallest filter (131,072 bits) fill a seventh of it: about 1,450 are taken for repeats.
        #expect(taken < (expecting < 1 << 16 ? 2000 : 400))
        #expect(hashes.allSatisfy { filter.insert($0) })
    }
}
