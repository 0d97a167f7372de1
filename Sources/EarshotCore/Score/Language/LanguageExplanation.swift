/// Why a comment is taken for a language: what each word says for it against the next best one.
///
/// Exact: the weights add up to `lead`, in which English is given nothing beforehand. In half weights of the table: 48 make the language e (2.72) times as likely.
package struct LanguageExplanation: Equatable, Sendable {
    package struct Part: Equatable, Sendable {
        /// UTF-8 byte offsets of the word in the text, end exclusive.
        package var start: Int
        package var end: Int
        package var weight: Int
    }

    package var reading: LanguageReading
    /// The language ahead, and the second, ISO 639-1; they may be ahead by too little for `reading` to say so.
    package var ahead: String
    package var second: String
    package var lead: Int
    package var parts: [Part]
}

extension LanguageReader {
    /// `nil` where no two languages were weighed: no words, or a script that one language alone writes.
    func explain(_ text: Span<UInt8>, _ words: [Word], feeling: Int) -> LanguageExplanation? {
        var parts: [(range: Range<Int>, sums: LanguageSums)] = []
        var all = LanguageTally.Part()
        var memo = LanguageMemo(isUsed: false)
        for word in words where word.kind == .word || word.kind == .hashtag {
            var part = LanguageTally.Part()
            read(word, row: row(ofWord: word.hash), in: text, &part, &memo)
            part.sums.settle()
            all.add(part)
            parts.append((word.range, part.sums))
        }
        guard all.telling > 0, let group = table.group(of: all.mainScript), group.lanes.count > 1 else { return nil }
        let (best, lead) = Self.lead(of: all.sums, in: group.lanes)
        guard let second = group.lanes.first(where: { $0 != best && all.sums[best] - all.sums[$0] == lead }) else {
            return nil
        }
        return LanguageExplanation(
            reading: read(
                text, words, rows: words.map { row(ofWord: $0.hash) }, feeling: feeling, memo: &memo),
            ahead: table.codes[best], second: table.codes[second],
            lead: lead,
            parts: parts.map {
                .init(
                    start: $0.range.lowerBound, end: $0.range.upperBound, weight: $0.sums[best] - $0.sums[second])
            })
    }
}
