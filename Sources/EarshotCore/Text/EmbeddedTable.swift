internal import CEarshotTables

/// The texts compiled into the program (`Sources/CEarshotTables/tables`).
package enum EmbeddedTable: Sendable {
    case tone
    case languages
    case stopWords
    case abbreviations
    case spellings

    /// The lines of the table without comments (`#` first) and blank lines.
    package var lines: [Substring] {
        var count = 0
        let start = earshot_table_bytes(name, &count)
        let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    }

    private var name: earshot_table {
        switch self {
        case .tone: EARSHOT_TABLE_TONE
        case .languages: EARSHOT_TABLE_LANGUAGES
        case .stopWords: EARSHOT_TABLE_STOP_WORDS
        case .abbreviations: EARSHOT_TABLE_ABBREVIATIONS
        case .spellings: EARSHOT_TABLE_SPELLINGS
        }
    }
}
