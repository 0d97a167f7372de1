/// English words that carry no topic: function words, and words that people use whatever they talk about.
///
/// Source: `Sources/CEarshotTables/tables/stopwords.txt`, written for Earshot.
package struct StopWords: Sendable {
    package static let english = StopWords(EmbeddedTable.stopWords.lines)

    private let table: WordTable<Bool>

    init(_ words: [Substring]) {
        table = WordTable(words.map { (String($0), true) })
    }

    /// Whether a word is one of them, by the hash that `Words.scan` leaves in it.
    @inline(__always)
    package func contains(_ hash: UInt64) -> Bool { table[hash] != nil }

    package func contains(_ word: String) -> Bool { contains(Words.hash(word)) }
}
