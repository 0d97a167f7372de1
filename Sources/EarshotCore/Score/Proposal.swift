/// What an agenda item proposes to do to the thing it names, read once per item and used for all of its comments.
package struct Proposal: Sendable {
    enum Direction: Sendable {
        /// Close, withdraw, cut, remove…
        case takesAway
        /// Keep, retain, reopen…
        case keeps
        /// Neither, or both.
        case unknown
    }

    let direction: Direction
    /// The item's own words of four letters or more, for "save our *library*".
    private let names: WordTable<Bool>

    /// No item is known.
    package static let none = Proposal(about: nil)

    /// - Parameter about: the item's title and text; where it holds a recommendation, that decides the direction.
    package init(about: String?) {
        guard let about else {
            direction = .unknown
            names = WordTable([])
            return
        }
        let words = Words.of(about)
        names = WordTable(hashed: words.filter { $0.kind == .word && $0.range.count > 3 }.map { ($0.hash, true) })
        let recommended = words.firstIndex { Self.recommends[$0.hash] != nil }.map { words[$0...] }
        let decided = recommended.map { Self.direction(of: Array($0)) } ?? .unknown
        direction = decided == .unknown ? Self.direction(of: words) : decided
    }

    /// Whether the item's own words hold this one.
    func names(_ word: Word) -> Bool { names[word.hash] != nil }

    private static func direction(of words: [Word]) -> Direction {
        var takes = 0
        var keeps = 0
        for (i, word) in words.enumerated() {
            guard let isTaking = actions[word.hash] else { continue }
            let isTurned = words[max(0, i - 4)..<i].contains { negators[$0.hash] != nil }
            if isTaking != isTurned { takes += 1 } else { keeps += 1 }
        }
        if takes > 0 && keeps == 0 { return .takesAway }
        return keeps > 0 && takes == 0 ? .keeps : .unknown
    }

    private static let recommends = table("recommend recommended recommends recommendation recommendations resolved", true)
    private static let negators = table("not no don't never without against oppose refuse stop avoid prevent halt", true)
    private static let actions = WordTable(
        list(
            """
            close closes closing closure closures closed withdraw withdraws withdrawal withdrawing withdrawn cut cuts \
            cutting remove removes removal removing removed demolish demolition demolishing dispose disposal disposing \
            sell sale selling cease ceasing cessation scrap scrapping axe axing axed discontinue discontinuing \
            decommission decommissioning decommissioned shut shutting abolish abolition abolishing fell felling end \
            ending terminate termination reduce reduces reducing reduction reductions
            """, true)
            + list(
                """
                keep keeps keeping retain retains retaining retention reopen reopening reopened save saving restore \
                restoring restoration reinstate reinstatement preserve preserving preservation safeguard continue
                """, false))

    private static func table(_ words: String, _ value: Bool) -> WordTable<Bool> { WordTable(list(words, value)) }

    private static func list(_ words: String, _ value: Bool) -> [(word: String, value: Bool)] {
        words.split(separator: " ").map { (String($0), value) }
    }
}
