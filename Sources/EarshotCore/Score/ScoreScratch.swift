/// Memory that scoring one comment after another uses again. Whoever scores many keeps one, and hands it to nobody else.
package struct ScoreScratch: Sendable {
    var tone = ToneWalk()
    var words: WordMemo
    var languages: LanguageMemo

    package init() { self.init(remembers: true) }

    /// For a single comment nothing is worth remembering.
    init(remembers: Bool) {
        words = WordMemo(isUsed: remembers)
        languages = LanguageMemo(isUsed: remembers)
    }
}

/// Where the words of a comment stand in the scorers' tables. Words lately met are remembered: the tables are too large for
/// a core's own cache, and most words are always the same.
struct WordMemo: Sendable {
    private struct Entry: Sendable {
        var hash: UInt64 = 0
        var slot: Int32 = 0
        var row: Int32 = 0
    }

    /// Chosen, not derived: 32 KB.
    private static let size = 2048

    /// Places in `ToneWeights.entries`, or −1; one for each word, and more behind them.
    private(set) var slots: [Int32] = []
    /// Places in the rows of `LanguageReader`, as its `row(ofWord:)` says; one for each word, and more behind them.
    private(set) var rows: [Int32] = []
    private let isUsed: Bool
    private var entries: [Entry] = []

    init(isUsed: Bool) { self.isUsed = isUsed }

    /// Looks up the words of the next comment.
    mutating func look(_ words: [Word], _ tone: ToneWeights, _ languages: LanguageReader) {
        if slots.count < words.count {
            slots = Array(repeating: 0, count: words.count)
            rows = slots
        }
        if isUsed, entries.isEmpty { entries = Array(repeating: Entry(), count: Self.size) }
        for i in words.indices {
            let hash = words[i].hash
            let place = Int(truncatingIfNeeded: hash >> 20) & (Self.size - 1)
            if isUsed, entries[place].hash == hash, hash != 0 {
                slots[i] = entries[place].slot
                rows[i] = entries[place].row
                continue
            }
            let entry = Entry(hash: hash, slot: tone.slot(hash), row: languages.row(ofWord: hash))
            if isUsed { entries[place] = entry }
            slots[i] = entry.slot
            rows[i] = entry.row
        }
    }
}
