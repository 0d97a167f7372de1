/// Abbreviations of council business and what they stand for, whatever the agenda says of them.
///
/// Source: `Sources/CEarshotTables/tables/abbreviations.tsv`, written for Earshot.
struct CouncilShortForms: Sendable {
    struct Pair: Equatable, Sendable {
        /// As the table prints them: "CPZ", "controlled parking zone".
        var label: String
        var meaning: String
        /// The same as folded words.
        var short: [String]
        var long: [String]
        /// The short form is a common word unless it stands in capitals: "SEND".
        var needsCapitals: Bool
    }

    static let english = CouncilShortForms(EmbeddedTable.abbreviations.lines)

    let pairs: [Pair]

    /// Lines of short form, tab, meaning and, where the short form counts in capitals only, tab, "capitals".
    init(_ lines: [Substring]) {
        pairs = lines.compactMap { line in
            let parts = EmbeddedTable.fields(line).map(String.init)
            guard parts.count >= 2 else { return nil }
            return Pair(
                label: parts[0], meaning: parts[1], short: Self.words(parts[0]), long: Self.words(parts[1]),
                needsCapitals: parts.count > 2)
        }
    }

    static func words(_ text: String) -> [String] {
        let bytes = text.utf8.span
        return Words.of(text).map { Words.folded(String(copying: bytes, $0.range)) }
    }

    /// Whether a short form stands in the table, and may be written in small letters.
    func isKnown(_ short: String) -> Bool {
        let words = Self.words(short)
        return pairs.contains { $0.short == words && !$0.needsCapitals }
    }
}
