/// The words of names as they are compared and shown.
enum NameText {
    /// Whether an abbreviation could be read as a word.
    static func hasVowel(_ word: String) -> Bool {
        word.utf8.contains { "aeiouyAEIOUY".utf8.contains($0) }
    }

    /// The words with the last in the singular and the plural.
    static func numbers(of words: [String]) -> [[String]] {
        guard let last = words.last, last.utf8.count > 2 else { return [] }
        let other = last.hasSuffix("s") ? String(last.dropLast()) : last + "s"
        return [words.dropLast() + [other]]
    }

    /// Words of a text as they are compared.
    static func folded(_ words: ArraySlice<Word>, in text: String) -> [String] {
        let bytes = text.utf8.span
        return words.map { Words.folded(String(copying: bytes, $0.range)) }
    }

    /// The letters of a name as a hashtag has them: "stmarysroad".
    static func joined(_ words: [String]) -> String { words.joined().filter { $0 != "'" } }

    /// Words of a text as it prints them, on one line.
    static func label(of range: ClosedRange<Int>, _ words: [Word], in text: String) -> String {
        let bytes = text.utf8.span
        return String(copying: bytes, Int(words[range.lowerBound].start)..<Int(words[range.upperBound].end))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// An item's words, for looking up phrases in them.
struct ItemWords: Sendable {
    let item: Int
    /// Folded.
    private let texts: [[String]]
    private let all: Set<String>

    init(item: Int, texts: [String]) {
        self.item = item
        self.texts = texts.map(CouncilShortForms.words)
        all = Set(self.texts.joined())
    }

    /// Whether one of the phrases, as folded words, stands in one of the texts.
    func holds(_ phrases: [[String]]) -> Bool {
        phrases.contains { phrase in
            phrase.allSatisfy(all.contains)
                && texts.contains { text in text.indices.contains { text[$0...].starts(with: phrase) } }
        }
    }
}
