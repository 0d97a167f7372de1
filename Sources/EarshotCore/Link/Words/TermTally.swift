/// Counts the stems of a text, and the pairs of neighbouring stems that matter.
struct TermTally: Sendable {
    struct Stem: Sendable {
        var hash: UInt64
        var count: Int
        /// An item uses it too.
        var isKnown: Bool
        /// Where the spelling stands in `spellings`.
        var spelling: Range<Int>
        /// The spelling was found in lower case, so that it is no name.
        var isLowerCase: Bool
    }

    /// What a spelling is: looked up once, when it first comes.
    private struct Spelling {
        /// Position in `stems`; −1 for a stop word or a single letter.
        var stem: Int32
        var endsName: Bool
    }

    private(set) var stems: [Stem] = []
    private(set) var spellings: [UInt8] = []
    private(set) var pairs: [(hash: UInt64, count: Int)] = []
    /// Whether `textStems` is kept.
    var keepsTexts = false
    /// The stems of the text being read, as places in `stems`, in order; without those that are part of a name.
    private(set) var textStems: [Int32] = []

    private var spellingIndex = HashIndex(capacity: 1024)
    private var spellingEntries: [Spelling] = []
    private var stemIndex = HashIndex(capacity: 1024)
    private var pairIndex = HashIndex(capacity: 32)
    private var stemmer = Stemmer()
    private var letters: [UInt8] = []
    private var before: Int32 = -1

    /// Which stems and pairs matter; `nil` while the items themselves are being read: then all do.
    private let known: KnownTerms?
    private let stopWords = StopWords.english
    private let variants = SpellingVariants.english

    init(known: KnownTerms?) {
        self.known = known
    }

    /// To be called before each text: pairs don't reach across texts.
    mutating func beginText() {
        before = -1
        textStems.removeAll(keepingCapacity: true)
    }

    /// Counts a word. Answers whether a name may end in it.
    @inline(__always)
    mutating func count(_ word: Word, in text: Span<UInt8>, times: Int) -> Bool {
        let (index, isNew) = spellingIndex.insert(word.hash)
        if isNew { spellingEntries.append(look(at: word, in: text)) }
        let spelling = spellingEntries[index]
        guard spelling.stem >= 0 else { return spelling.endsName }
        let stem = Int(spelling.stem)
        stems[stem].count += times
        if keepsTexts { textStems.append(spelling.stem) }
        if !stems[stem].isLowerCase, !word.isCapitalised { keepSpelling(word, in: text, for: stem) }
        countPair(spelling.stem, times: times)
        return spelling.endsName
    }

    private mutating func look(at word: Word, in text: Span<UInt8>) -> Spelling {
        let endsName = known?.names.endsName(word.hash) ?? false
        guard word.range.count > 1, !stopWords.contains(word.hash) else {
            return Spelling(stem: -1, endsName: endsName)
        }
        fold(word, in: text)
        variants.fold(&letters, hash: word.hash)
        stemmer.stem(&letters)
        let hash = Reference.hash(letters)
        let (index, isNew) = stemIndex.insert(hash)
        if isNew {
            stems.append(
                Stem(hash: hash, count: 0, isKnown: known?.has(hash) ?? true, spelling: 0..<0, isLowerCase: false))
            keepSpelling(word, in: text, for: index)
        }
        return Spelling(stem: Int32(truncatingIfNeeded: index), endsName: endsName)
    }

    /// Puts the folded bytes of a word into `letters`.
    private mutating func fold(_ word: Word, in text: Span<UInt8>) {
        letters.removeAll(keepingCapacity: true)
        var i = word.range.lowerBound
        while i < word.range.upperBound {
            let (scalar, length) = Scalars.decode(text, at: i)
            let folded = Fold.fold(scalar)
            if folded < 0x80 {
                letters.append(UInt8(truncatingIfNeeded: folded))
            } else if let character = Unicode.Scalar(folded) {
                letters += String(Character(character)).utf8
            }
            i += length
        }
    }

    private mutating func keepSpelling(_ word: Word, in text: Span<UInt8>, for stem: Int) {
        let start = spellings.count
        for i in word.range.prefix(40) { spellings.append(text[i]) }
        stems[stem].spelling = start..<spellings.count
        stems[stem].isLowerCase = !word.isCapitalised
    }

    @inline(__always)
    private mutating func countPair(_ stem: Int32, times: Int) {
        defer { before = stem }
        guard before >= 0, stems[Int(before)].isKnown, stems[Int(stem)].isKnown else { return }
        let hash = Self.pair(stems[Int(before)].hash, stems[Int(stem)].hash)
        guard known?.has(hash) ?? true else { return }
        let (index, isNew) = pairIndex.insert(hash)
        if isNew { pairs.append((hash, 0)) }
        pairs[index].count += times
    }

    /// Takes back words that were counted but are part of a name: names are evidence of their own, and what a name
    /// says must not be said again by its words.
    mutating func discount(_ words: ArraySlice<Word>, times: Int) {
        var before: Int32 = -1
        for word in words {
            guard let index = spellingIndex.find(word.hash), spellingEntries[index].stem >= 0 else { continue }
            let stem = spellingEntries[index].stem
            stems[Int(stem)].count -= times
            if let place = textStems.lastIndex(of: stem) { textStems.remove(at: place) }
            if before >= 0, let pair = pairIndex.find(Self.pair(stems[Int(before)].hash, stems[Int(stem)].hash)) {
                pairs[pair].count -= times
            }
            before = stem
        }
    }

    /// The hash of two neighbouring stems.
    @inline(__always)
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        ((first << 17 | first >> 47) ^ second) &* 0x9E37_79B9_7F4A_7C15
    }
}

/// The stems and pairs of stems that the items use, and the words in which their names end.
struct KnownTerms: Sendable {
    private let terms: WordTable<Bool>
    let names: NameBook

    init(terms: some Sequence<UInt64>, names: NameBook) {
        self.terms = WordTable(hashed: terms.map { ($0, true) })
        self.names = names
    }

    @inline(__always)
    func has(_ hash: UInt64) -> Bool { terms[hash] != nil }
}
