/// What the learned table says of one word or pair of words.
struct ToneWeight: Equatable, Sendable {
    /// Polarity and how opinionated, in units of `ToneWeights.unit` thousandths of a scale point.
    var polarity: Int16 = 0
    var opinion: Int16 = 0
    /// Added where a negator stands before it.
    var turned: Int16 = 0
    /// May begin a phrase of the prior lexicon; may be the first, the second word of a learned pair.
    var beginsPhrase = false
    var isFirst = false
    var isSecond = false
}

/// The learned weights (`tone-weights.tsv`), looked up by the hash of a word or of a pair.
struct ToneWeights: Sendable {
    /// Thousandths of a scale point that one unit of a weight is worth.
    static let unit = 10

    private(set) var entries: [ToneWeight] = []
    /// Every word, in the order of `entries`.
    private let places: WordTable<Bool>
    private let pairs: WordTable<ToneWeight>

    /// Lines of word or pair ("good idea"), tab, polarity, tab, opinion and, where it has one, tab, turned. `phrases` are
    /// the hashes of words that may begin a phrase of the prior lexicon.
    init(_ lines: [Substring], phrases: [UInt64]) {
        var entries: [ToneWeight] = []
        var places: [UInt64: Int32] = [:]
        var order: [UInt64] = []
        var pairs: [(UInt64, ToneWeight)] = []
        func place(_ hash: UInt64) -> Int {
            if let found = places[hash] { return Int(found) }
            places[hash] = Int32(entries.count)
            order.append(hash)
            entries.append(ToneWeight())
            return entries.count - 1
        }
        for hash in phrases { entries[place(hash)].beginsPhrase = true }
        for line in lines {
            let fields = EmbeddedTable.fields(line)
            guard fields.count >= 3, let polarity = Int16(fields[1]), let opinion = Int16(fields[2]) else { continue }
            let words = fields[0].utf8.split(separator: UInt8(ascii: " ")).map { Words.hash(String($0) ?? "") }
            let weight = ToneWeight(
                polarity: polarity, opinion: opinion, turned: fields.count > 3 ? Int16(fields[3]) ?? 0 : 0)
            if words.count == 2 {
                entries[place(words[0])].isFirst = true
                entries[place(words[1])].isSecond = true
                pairs.append((Self.join(words[0], words[1]), weight))
            } else if let word = words.first {
                let at = place(word)
                entries[at].polarity = weight.polarity
                entries[at].opinion = weight.opinion
                entries[at].turned = weight.turned
            }
        }
        self.entries = entries
        self.places = WordTable(hashed: order.map { (hash: $0, value: true) })
        self.pairs = WordTable(hashed: pairs.map { (hash: $0.0, value: $0.1) })
    }

    /// The single words of the table.
    static func words(_ lines: [Substring]) -> [String] {
        lines.compactMap { line in
            let word = line.utf8.prefix { $0 != UInt8(ascii: "\t") }
            return word.first == UInt8(ascii: "@") || word.contains(UInt8(ascii: " ")) ? nil : String(word)
        }
    }

    /// The place of a word's weights in `entries`, or -1.
    @inline(__always)
    func slot(_ hash: UInt64) -> Int32 { Int32(truncatingIfNeeded: places.place(of: hash)) }

    /// The weight of two words that follow each other, of whose places the pair is made.
    @inline(__always)
    func pair(_ first: ToneUnit, _ second: ToneUnit) -> ToneWeight? {
        guard second.joins, first.slot >= 0, second.slot >= 0, entries[Int(first.slot)].isFirst,
            entries[Int(second.slot)].isSecond
        else { return nil }
        return pairs[Self.join(first.hash, second.hash)]
    }

    private static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
        ((first ^ 0x2545_F491_4F6C_DD1D) &* 0x9E37_79B9_7F4A_7C15 &+ second) &* 0x100_0000_01b3
    }
}
