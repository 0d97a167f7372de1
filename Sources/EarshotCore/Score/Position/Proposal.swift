/// What an agenda item proposes to do to the thing it names. Made once per item and used for all of its comments.
package struct Proposal: Sendable {
    enum Direction: Sendable {
        /// Close, withdraw, cut, remove…
        case takesAway
        /// Keep, retain, reopen…
        case keeps
        /// Neither, or both.
        case unknown
    }

    /// Chosen, not derived: a title and the recommendation of a report stand in its first pages, and a long report must
    /// not cost more than its comments.
    private static let bytesRead = 4_000
    private static let wordsOfTitle = 25
    private static let wordsOfRecommendation = 60

    let direction: Direction
    /// Whether it closes, sells or removes the thing as a whole, and not only reduces it.
    let ends: Bool
    /// Whether the title speaks of forbidding or giving up what it names.
    let forbids: Bool
    /// Whether the item ends, forbids or fights a thing that people may be fond of: warm words may then speak for the thing
    /// and against the proposal. Closing a road to traffic is no such thing, nor is demolishing to build.
    let takesThingAway: Bool
    /// The title's own words of four letters or more, for "save our *library*".
    private let names: WordTable<Bool>

    /// No item is known.
    package static let none = Proposal(about: nil)

    /// - Parameter about: the item's title on the first line, its text after it; only the first 4,000 bytes are read.
    ///   The direction is the title's, else that of the recommendation, else that of the text's beginning.
    package init(about: String?) {
        guard let about else {
            direction = .unknown
            ends = false
            forbids = false
            takesThingAway = false
            names = WordTable([])
            return
        }
        let bytes = about.utf8.span.extracting(first: Self.bytesRead)
        var words: [Word] = []
        Words.scan(bytes, into: &words)
        let title = Self.title(words, bytes)
        names = WordTable(
            hashed: title.filter { $0.kind == .word && $0.range.count > 3 && Self.common[$0.hash] == nil }
                .map { ($0.hash, true) })
        forbids = title.contains { Self.forbidding[$0.hash] != nil }
        let rest = words.dropFirst(title.count)
        let recommended = rest.firstIndex { Self.recommends[$0.hash] != nil }.map { words[$0...] } ?? []
        let readings = [
            title[...], recommended.prefix(Self.wordsOfRecommendation), rest.prefix(Self.wordsOfRecommendation),
        ]
        direction = readings.lazy.map { Self.direction(of: Array($0)) }.first { $0 != .unknown } ?? .unknown
        ends = (title + recommended.prefix(Self.wordsOfRecommendation)).contains { Self.endings[$0.hash] != nil }
        let givesInTurn = Self.closesRoads(title) || Self.creates(title)
        takesThingAway = (direction == .takesAway && ends || forbids || Self.opposes(title)) && !givesInTurn
    }

    /// Whether the item's title holds this word.
    func names(_ word: Word) -> Bool { names[word.hash] != nil }

    /// Whether this is a word for taking away or keeping: "closing", "removal".
    func acts(_ word: Word) -> Bool { Self.actions[word.hash] != nil || Self.forbidding[word.hash] != nil }

    /// Whether the title names anything at all.
    var isNamed: Bool { names.count > 0 }

    private static func title(_ words: [Word], _ bytes: Span<UInt8>) -> [Word] {
        var end = 0
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return Array(words.prefix { Int($0.start) < end }.prefix(wordsOfTitle))
    }

    private static func direction(of words: [Word]) -> Direction {
        var takes = 0
        var keeps = 0
        for (i, word) in words.enumerated() {
            guard let isTaking = actions[word.hash] else { continue }
            // "West End", "Kings Cut": a name.
            if i > 0, word.isCapitalised, partsOfNames[word.hash] != nil, words[i - 1].isCapitalised { continue }
            let isTurned = words[max(0, i - 4)..<i].contains { negators[$0.hash] != nil }
            if isTaking != isTurned { takes += 1 } else { keeps += 1 }
        }
        if takes > 0 && keeps == 0 { return .takesAway }
        return keeps > 0 && takes == 0 ? .keeps : .unknown
    }

    /// Whether a title ends or fights what it names, whatever else it does: "end", "fight", "make a criminal offence".
    private static func opposes(_ title: [Word]) -> Bool {
        title.indices.contains { i in
            guard fights[title[i].hash] != nil else { return false }
            let isName = i > 0 && title[i].isCapitalised && title[i - 1].isCapitalised
            return !isName && !title[max(0, i - 4)..<i].contains { negators[$0.hash] != nil }
        }
    }

    /// Closing "Mill Lane" or banning "motor traffic"; not closing "Elm Road library", nor removing a bus lane.
    private static func closesRoads(_ title: [Word]) -> Bool {
        // "Removal of through traffic", not "of parking bays".
        if title.contains(where: { nuisances[$0.hash] != nil }) { return true }
        guard title.contains(where: { closings[$0.hash] != nil }) else { return false }
        return title.indices.contains { i in
            if traffic[title[i].hash] != nil { return true }
            guard streets[title[i].hash] != nil else { return false }
            let next = i + 1
            return next == title.count || title[next].gap != .space || linking[title[next].hash] != nil
        }
    }

    /// Building in the place of what goes: "demolition and construction", "demolition … new homes".
    private static func creates(_ title: [Word]) -> Bool {
        if title.contains(where: { creations[$0.hash] != nil }) { return true }
        return title.contains { demolitions[$0.hash] != nil } && title.contains { buildings[$0.hash] != nil }
    }

    private static let recommends = table(
        "recommend recommended recommends recommendation recommendations resolved", true)
    private static let negators = table(
        "not no don't never without against oppose refuse stop avoid prevent halt", true)
    private static let partsOfNames = table("end cut close", true)
    /// Words of titles that name no thing.
    private static let common = table(
        """
        proposal proposals proposed report review update council committee cabinet plan plans planning application \
        from with that this these those their there your have will over item about into and the agenda minutes \
        decision future options order notice local area service services strategy policy consultation make
        """, true)
    private static let endings = table(
        """
        close closing closure closures closed withdraw withdrawal remove removal removing demolish demolition dispose \
        disposal sell sale selling cease discontinue decommission shut abolish fell felling terminate
        """, true)
    private static let forbidding = table(
        """
        ban bans banning banned prohibit prohibits prohibiting prohibition outlaw outlawing abandon abandoning abandoned \
        forbid forbidding
        """, true)
    private static let traffic = table(
        "traffic roads streets vehicles motor cars lorries hgv hgvs through parking carriageway junction driving", true)
    private static let streets = table("road street lane avenue", true)
    private static let closings = table(
        """
        close closing closure closures closed shut ban bans banning banned prohibit prohibits prohibiting prohibition \
        restrict restriction stopping
        """, true)
    private static let fights = table(
        """
        end ends ending fight fights fighting criminal criminalise criminalising criminalize offence scrap scrapping axe \
        axing abolish abolishing abolition terminate terminating withdraw withdrawing withdrawal
        """, true)
    private static let nuisances = table(
        "traffic vehicles lorries hgv hgvs congestion pollution graffiti speeding", true)
    private static let demolitions = table("demolition demolish demolishing", true)
    private static let buildings = table(
        "new homes flats dwellings dwelling apartments apartment units storey storeys story stories development", true)
    private static let creations = table(
        """
        erection erect construction construct build building redevelopment redevelop replacement replace replaced new \
        conversion create creation provision introduce introduction install installation
        """, true)
    /// What may follow the name of a street that is itself what the title is about.
    private static let linking = table(
        "to for from and at in near between by on with as is closure closed order scheme experimental", true)
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
        words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { (String($0), value) }
    }
}
