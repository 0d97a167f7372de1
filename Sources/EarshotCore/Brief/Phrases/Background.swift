/// How common words, and a few phrases, are in English comments in general.
///
/// Source: `Sources/CEarshotTables/tables/background.tsv`, made by Models/phrases/background.py.
struct Background: Sendable {
    static let english = Background(EmbeddedTable.background.lines)
    /// The class of all that the table does not hold.
    static let rarest = 15

    private let classes: WordTable<UInt8>

    /// Lines of word or phrase, tab, class.
    init(_ lines: [Substring]) {
        let spelling = PhraseSpelling()
        var entries: [(hash: UInt64, value: UInt8)] = []
        for line in lines {
            let parts = EmbeddedTable.fields(line)
            guard parts.count == 2, let value = UInt8(parts[1]) else { continue }
            let bytes = parts[0].utf8.span
            let words = Words.of(String(parts[0])).map { spelling.key(of: $0, in: bytes) }
            if let key = PhraseKey.of(words) { entries.append((key, value)) }
        }
        classes = WordTable(hashed: entries)
    }

    /// −log₂ of the share of comments in general that hold the phrase with this `PhraseKey`, 0…15, rounded.
    func rarity(of key: UInt64) -> Int { classes[key].map(Int.init) ?? Self.rarest }
}
