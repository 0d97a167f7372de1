/// What the second pass counts of one agenda item.
struct ItemTally: Sendable {
    struct PhraseCount: Sendable {
        var comments = 0
        /// Comments that are no copies.
        var texts = 0
        var unnamed = 0
        var people: AuthorSet
        var positions = PositionCounts()
        var tones = ToneMix()
        /// The first comments, `Keyphrase.rowLimit` at most.
        var rows: [Int64] = []
    }

    /// By place in the item's list of candidates.
    private(set) var phrases: [PhraseCount]
    /// Comments in which phrases were looked for.
    private(set) var readable = 0
    /// Comments that are no copies, by `QuoteRule.sides`.
    private(set) var textsBySide = [Int](repeating: 0, count: QuoteRule.sides.count)
    /// By `QuoteRule.sides`.
    var shortlists = ItemTally.noShortlists
    var questions: QuestionTally
    var suggestions: QuestionTally
    /// Which phrases stand together, for the themes.
    private(set) var sets = PhraseSets()

    static let noShortlists = [QuoteRule.Shortlist](repeating: QuoteRule.Shortlist(), count: QuoteRule.sides.count)

    init(phrases: Int, questions: [UInt64], suggestions: [UInt64], authorCount: Int) {
        self.phrases = (0..<phrases).map { _ in PhraseCount(people: AuthorSet(authorCount: authorCount)) }
        self.questions = QuestionTally(keys: questions)
        self.suggestions = QuestionTally(keys: suggestions)
    }

    mutating func count(_ entry: BriefDigest.Partial.Entry) {
        if entry.isReadable {
            readable += 1
            sets.add(
                phrases: entry.phrases, author: entry.author, position: QuoteRule.sides[Int(entry.side)],
                tone: entry.tone, isCopy: entry.isCopy)
        }
        if !entry.isCopy { textsBySide[Int(entry.side)] += 1 }
    }

    mutating func add(_ entry: BriefDigest.Partial.Entry, place: Int) {
        phrases[place].comments += 1
        if !entry.isCopy { phrases[place].texts += 1 }
        phrases[place].positions[QuoteRule.sides[Int(entry.side)]] += 1
        phrases[place].tones[entry.tone] += 1
        if phrases[place].rows.count < Keyphrase.rowLimit { phrases[place].rows.append(entry.row) }
        if entry.author >= 0 {
            phrases[place].people.insert(Int(entry.author))
        } else {
            phrases[place].unnamed += 1
        }
    }

    /// The first comments that hold one of the phrases (a bit each): among the first of each phrase.
    func firstRows(of bits: UInt64) -> [Int64] {
        var rows: [Int64] = []
        for place in phrases.indices where bits & (1 << UInt64(place)) != 0 { rows += phrases[place].rows }
        rows.sort()
        var first: [Int64] = []
        for row in rows where first.last != row && first.count < Keyphrase.rowLimit { first.append(row) }
        return first
    }
}

/// A set of dense author indices, counted exactly: a hash table while small, one bit an author when that is smaller.
struct AuthorSet: Sendable {
    private(set) var count = 0
    private let authorCount: Int
    /// −1 where empty; unused once `bits` is.
    private var slots: [Int32] = []
    private var bits: [UInt64] = []

    init(authorCount: Int) { self.authorCount = authorCount }

    mutating func insert(_ author: Int) {
        guard (0..<max(1, authorCount)).contains(author) else { return }
        if bits.isEmpty, (count + 1) * 2 > slots.count { grow() }
        if !bits.isEmpty {
            let bit: UInt64 = 1 << UInt64(author & 63)
            if bits[author >> 6] & bit == 0 {
                bits[author >> 6] |= bit
                count += 1
            }
        } else if place(author) {
            count += 1
        }
    }

    private mutating func place(_ author: Int) -> Bool {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: PhraseKey.mix(UInt64(author))) & mask
        while slots[slot] >= 0 {
            if slots[slot] == Int32(author) { return false }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(author)
        return true
    }

    private mutating func grow() {
        let authors = slots.filter { $0 >= 0 }
        let size = max(8, slots.count * 2)
        if size * 32 > authorCount {
            slots = []
            bits = Array(repeating: 0, count: max(1, authorCount) / 64 + 1)
            for author in authors { bits[Int(author) >> 6] |= 1 << UInt64(author & 63) }
        } else {
            slots = Array(repeating: -1, count: size)
            for author in authors { _ = place(Int(author)) }
        }
    }
}

/// In which items' lists a phrase stands, and where.
struct PhrasePlaces: Sendable {
    /// Where the entries of each phrase begin; one more at the end.
    private var starts: [Int32]
    private var entries: [(bucket: Int32, place: Int32)]

    init(_ list: PhraseList) {
        var found: [[(bucket: Int32, place: Int32)]] = Array(repeating: [], count: list.index.count)
        for (bucket, keys) in list.phrases.enumerated() {
            for (place, key) in keys.enumerated() {
                if let number = list.index.find(key) { found[number].append((Int32(bucket), Int32(place))) }
            }
        }
        starts = [0]
        entries = []
        for each in found {
            entries += each
            starts.append(Int32(entries.count))
        }
    }

    /// The phrase's place in the bucket's list, 0…63; `nil` where it is none of its candidates.
    func place(of phrase: Int, in bucket: Int) -> Int? {
        var i = Int(starts[phrase])
        let end = Int(starts[phrase + 1])
        while i < end {
            if entries[i].bucket == Int32(bucket) { return Int(entries[i].place) }
            i += 1
        }
        return nil
    }
}

/// How often a phrase was spelled how. The first 24 spellings are counted; later ones are too rare to win.
struct SpellingTally: Sendable {
    private struct Spelling: Sendable {
        var text: String
        var inside = 0
        var opening = 0
    }
    private var spellings: [Spelling] = []

    mutating func add(_ text: String, opensSentence: Bool) {
        var i = spellings.firstIndex { $0.text == text }
        if i == nil, spellings.count < 24 {
            spellings.append(Spelling(text: text))
            i = spellings.count - 1
        }
        guard let i else { return }
        if opensSentence { spellings[i].opening += 1 } else { spellings[i].inside += 1 }
    }

    /// The most frequent spelling inside sentences (a capital that opens a sentence says nothing), then the most
    /// frequent at their beginning, then the last in byte order: small letters before capitals.
    ///
    /// Without the possessive of a word that is no name: "the brick's height" is about the brick.
    var mostFrequent: String {
        let text = commonest
        guard text.hasSuffix("'s") || text.hasSuffix("\u{2019}s") else { return text }
        let isName = text.split(separator: " ").last?.first?.isUppercase ?? false
        return isName ? text : String(text.dropLast(2))
    }

    private var commonest: String {
        spellings.max { a, b in
            if a.inside != b.inside { return a.inside < b.inside }
            if a.opening != b.opening { return a.opening < b.opening }
            return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
        }?.text ?? ""
    }

    /// FNV-1a over the bytes as they stand.
    static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = Fold.seed
        for i in range { hash = (hash ^ UInt64(text[i])) &* 0x100_0000_01b3 }
        return hash
    }
}
