/// The names that may stand in a thread, by the hashes of their words: places and schemes of the agenda, short forms
/// learnt from it, and the name of the body that meets.
struct NameBook: Sendable {
    struct Entry: Sendable {
        /// Position in the linker's keys; `nil` for the name of the body.
        var key: Int?
        var spelling: Spelling
    }

    /// What capitals say of a name.
    enum Spelling: Sendable {
        /// It is the name with or without them: "acacia road".
        case any
        /// Without them it may be a common word: "the green park".
        case doubtful
        /// Without them it is a common word: "cabinet".
        case capitals
        /// The same, and a longer name may hold it: "Terrace", "Acacia Terrace".
        case alone
        /// It is a common word unless all its letters are capitals: "SEND".
        case allCapitals

        private static let the = Words.hash("the")

        /// Whether the words can hardly be anything but the name; `nil` where they are not the name.
        func isSure(_ words: [Word], _ range: ClosedRange<Int>) -> Bool? {
            let first = words[range.lowerBound]
            let isCapitalised =
                first.isCapitalised
                || (first.hash == Self.the && words[range].dropFirst().first?.isCapitalised ?? false)
            switch self {
            case .any: return true
            case .doubtful: return isCapitalised
            case .capitals: return isCapitalised ? true : nil
            case .allCapitals:
                return words[range].allSatisfy { $0.isCapitals || $0.isCapitalised && $0.range.count == 1 } ? true : nil
            case .alone:
                guard isCapitalised else { return nil }
                guard range.lowerBound > 0, first.gap == .space else { return true }
                let before = words[range.lowerBound - 1]
                return !before.isCapitalised || before.gap == .sentence || before.hash == Self.the ? true : nil
            }
        }
    }

    struct Match: Equatable, Sendable {
        /// Positions of the first and last word.
        var words: ClosedRange<Int>
        var key: Int?
        /// Written so that it can hardly be anything else.
        var isSure: Bool
    }

    /// The most words that a name has.
    static let longest = 8

    private var names: [(words: [UInt64], entry: Entry)] = []
    private var variants: [(hash: UInt64, value: UInt64)] = []
    private var byName = WordTable<Entry>([])
    /// By the last word: how many words the longest name has that ends in it.
    private var byLast = WordTable<Int>([])
    private var joined: [(hash: UInt64, value: Int)] = []
    private var byJoined = WordTable<Int>([])
    private var spellings: WordTable<UInt64>

    init() {
        spellings = WordTable(PlaceWords.abbreviations.map { ($0.0, Words.hash($0.1)) })
    }

    mutating func add(_ words: some Sequence<UInt64>, _ entry: Entry) {
        let words = Array(words)
        guard !words.isEmpty, words.count <= Self.longest else { return }
        names.append((words, entry))
    }

    /// Lets a hashtag without capitals hold a key's name: `joined` are its folded letters without blanks.
    mutating func addJoined(_ letters: String, key: Int) {
        guard letters.utf8.count >= Self.shortestJoined else { return }
        joined.append((Words.hash(letters), key))
    }

    /// Bytes; shorter ones stand in too many other words. Chosen.
    private static let shortestJoined = 8

    /// Counts `variant` as another spelling of a word of a name: "marys" for "mary's".
    mutating func addSpelling(_ variant: UInt64, of word: UInt64) {
        variants.append((variant, word))
    }

    /// To be called once, after the last `add`. Where two entries have the same words, the first wins.
    mutating func seal() {
        let abbreviations = PlaceWords.abbreviations.map { (hash: Words.hash($0.0), value: Words.hash($0.1)) }
        let base = spellings
        let possessives = names.flatMap(\.words).map { word in
            (hash: "'s".utf8.reduce(word) { Reference.add($1, to: $0) }, value: base[word] ?? word)
        }
        let known = WordTable(hashed: possessives + abbreviations)
        spellings = WordTable(
            hashed: variants.map { ($0.hash, known[$0.value] ?? $0.value) } + possessives + abbreviations)
        byName = WordTable(hashed: names.reversed().map { (hash($0.words), $0.entry) })
        let longestFirst = names.sorted { $0.words.count > $1.words.count }
        byLast = WordTable(
            hashed: longestFirst.reversed().compactMap { name in
                name.words.last.map { (canonical($0), name.words.count) }
            })
        byJoined = WordTable(hashed: joined.reversed())
        names = []
        joined = []
        variants = []
    }

    /// One hash for all spellings of a word: "Rd" and "Road".
    func canonical(_ hash: UInt64) -> UInt64 { spellings[hash] ?? hash }

    /// The hash of a name from the hashes of its words.
    private func hash(_ words: [UInt64]) -> UInt64 {
        words.reversed().reduce(Fold.seed) { extend($0, with: canonical($1)) }
    }

    private func extend(_ hash: UInt64, with word: UInt64) -> UInt64 {
        (hash ^ word ^ (word >> 29)) &* 0x9E37_79B9_7F4A_7C15
    }

    func endsName(_ hash: UInt64) -> Bool { byLast[canonical(hash)] != nil }

    /// The names in a text, the longest where one holds another. `ends` are the words for which `endsName` is true.
    func matches(_ words: [Word], in text: Span<UInt8>, ends: some Sequence<Int>) -> [Match] {
        var matches: [Match] = []
        for end in ends {
            guard let match = longestMatch(words, in: text, end: end) else { continue }
            while let before = matches.last, before.words.lowerBound >= match.words.lowerBound { matches.removeLast() }
            matches.append(match)
        }
        return matches
    }

    private func longestMatch(_ words: [Word], in text: Span<UInt8>, end: Int) -> Match? {
        var best: Match?
        var hash = Fold.seed
        var start = end
        let longest = byLast[canonical(words[end].hash)] ?? 0
        while true {
            hash = extend(hash, with: canonical(words[start].hash))
            if let entry = byName[hash], let isSure = entry.spelling.isSure(words, start...end) {
                best = Match(words: start...end, key: entry.key, isSure: isSure)
            }
            guard start > 0, end - start + 1 < longest, continues(words, in: text, from: start - 1) else {
                return best
            }
            start -= 1
        }
    }

    /// The key of the longest name whose letters stand in a hashtag: "#saveacacialibrary".
    func key(inHashtag tag: Range<Int>, of text: Span<UInt8>) -> Int? {
        var best: (key: Int, count: Int)?
        let end = min(tag.upperBound, tag.lowerBound + 80)
        for start in tag.lowerBound + 1..<max(end, tag.lowerBound + 1) {
            var hash = Fold.seed
            for i in start..<end {
                hash = Reference.add(text[i], to: hash)
                guard i - start + 1 >= max(Self.shortestJoined, (best?.count ?? 0) + 1) else { continue }
                if let key = byJoined[hash] { best = (key, i - start + 1) }
            }
        }
        return best?.key
    }

    /// The key of a name by its folded words; `nil` where there is none.
    func key(_ words: [UInt64]) -> Int? { words.isEmpty ? nil : byName[hash(words)]?.key }

    /// Whether the word after `index` can belong to the same name: no more than a space, a hyphen or the point of an
    /// abbreviation stands between.
    func continues(_ words: [Word], in text: Span<UInt8>, from index: Int) -> Bool {
        switch words[index + 1].gap {
        case .space, .joined: return true
        case .clause: return false
        case .sentence:
            let end = Int(words[index].end)
            return spellings[words[index].hash] != nil && Int(words[index + 1].start) == end + 2
                && text[end] == UInt8(ascii: ".")
        }
    }
}
