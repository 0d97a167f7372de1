/// What parts the fields of a table, told from its beginning.
package struct CSVDialect: Equatable, Sendable {
    package var delimiter: UInt8
    /// Bytes of Excel's first line `sep=;`, which is no row; 0 where there is none.
    package var declaration: Int

    /// Delimiters in order of preference.
    static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    /// Rows looked at (chosen, not derived).
    private static let sample = 50

    /// - Parameters:
    ///   - head: The first bytes of the file as UTF-8, without a byte-order mark.
    ///   - isWhole: Whether that is the whole file.
    package static func detect(_ head: Span<UInt8>, isWhole: Bool) -> CSVDialect {
        if let declared = declared(head) { return declared }
        var best = CSVDialect(delimiter: delimiters[0], declaration: 0)
        var bestScore = 0
        for delimiter in delimiters {
            let counts = fieldCounts(head, delimiter: delimiter, isWhole: isWhole)
            guard let columns = counts.first, columns > 1 else { continue }
            let alike = counts.filter { $0 == columns }.count
            // Rows as wide as the header first, then the width of the header.
            let score = alike * 100_000 / counts.count + min(columns, 999)
            if score > bestScore {
                bestScore = score
                best.delimiter = delimiter
            }
        }
        return best
    }

    /// The number of fields in each of the first rows, blank lines left out; the header's first.
    package static func fieldCounts(_ head: Span<UInt8>, delimiter: UInt8, isWhole: Bool) -> [Int] {
        var scanner = CSVScanner(delimiter: delimiter)
        var counts: [Int] = []
        var position = 0
        while position < head.count, counts.count < sample {
            let outcome = scanner.scan(head, from: position, isLast: isWhole)
            guard case .row(let next) = outcome else {
                if case .stray(let quote) = outcome {
                    scanner.treatAsText(quote)
                    continue
                }
                break
            }
            if !scanner.isBlank { counts.append(scanner.fields.count) }
            scanner.columns = counts.first ?? 0
            position = next
            scanner.forgetLiterals()
        }
        return counts
    }

    private static func declared(_ head: Span<UInt8>) -> CSVDialect? {
        let prefix = Array("sep=".utf8)
        guard head.count > prefix.count else { return nil }
        for (i, byte) in prefix.enumerated() where head[i] | 0x20 != byte | 0x20 { return nil }
        var end = prefix.count + 1
        guard end >= head.count || head[end] == .lineFeed || head[end] == .carriageReturn else { return nil }
        if end < head.count, head[end] == .carriageReturn { end += 1 }
        if end < head.count, head[end] == .lineFeed { end += 1 }
        return CSVDialect(delimiter: head[prefix.count], declaration: end)
    }
}
