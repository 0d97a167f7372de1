internal import CEarshotTables

/// The texts compiled into the program (`Sources/CEarshotTables/tables`).
package enum EmbeddedTable: Sendable {
    case tone
    case toneWeights
    case language
    case stopWords
    case abbreviations
    case spellings
    case background
    case approval

    /// The table's bytes as one number of sixteen hexadecimal digits (FNV-1a), which changes with any of them.
    package var fingerprint: String {
        var count = 0
        let start = earshot_table_bytes(name, &count)
        var hash = Fold.seed
        for byte in UnsafeBufferPointer(start: start, count: count) { hash = (hash ^ UInt64(byte)) &* Fold.prime }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// The lines of the table without comments (`#` first) and blank lines.
    package var lines: [Substring] {
        // Over bytes: looking for whole characters takes ten times as long, and every run pays for it.
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).lazy.filter { $0.first != UInt8(ascii: "#") }
        return lines.map { Substring($0) }
    }

    /// The fields of a line, parted by tabs; empty ones too.
    static func fields(_ line: Substring) -> [Substring] {
        line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// The table as it stands in its file, copied.
    package var bytes: [UInt8] {
        var count = 0
        let start = earshot_table_bytes(name, &count)
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    private var name: earshot_table {
        switch self {
        case .tone: EARSHOT_TABLE_TONE
        case .toneWeights: EARSHOT_TABLE_TONE_WEIGHTS
        case .language: EARSHOT_TABLE_LANGUAGE
        case .stopWords: EARSHOT_TABLE_STOP_WORDS
        case .abbreviations: EARSHOT_TABLE_ABBREVIATIONS
        case .spellings: EARSHOT_TABLE_SPELLINGS
        case .background: EARSHOT_TABLE_BACKGROUND
        case .approval: EARSHOT_TABLE_APPROVAL
        }
    }
}
