/// A question or a suggestion found in a comment.
struct AskedQuestion: Sendable {
    /// `PhraseReader.questionKey`: equal for sentences in much the same words.
    var key: UInt64
    /// UTF-8 byte offsets of the sentence, end exclusive.
    var range: Range<Int>
    /// Begins as a question does ("Will …", "And when …"), and suggestions always: what does not is often no question.
    var isPlain = true

    /// Of one comment; a text with more is no resident's question list.
    private static let limit = 32

    struct Both: Sendable {
        var questions: [AskedQuestion] = []
        var suggestions: [AskedQuestion] = []
    }

    /// The sentences of four words or more that end in a question mark or suggest something, each key once, in order; the
    /// first 32 of each. A sentence that is both is in both.
    static func all(
        in text: Span<UInt8>, words: [Word], reader: PhraseReader, suggestions suggestionReader: SuggestionReader
    ) -> Both {
        var both = Both()
        let roles = suggestionReader.roles(of: words, in: text)
        let mayAsk = holdsQuestionMark(text)
        guard roles != nil || mayAsk else { return both }
        var next = 0
        for sentence in Sentences.ranges(of: text) {
            while next < words.count, Int(words[next].start) < sentence.lowerBound { next += 1 }
            let first = next
            while next < words.count, Int(words[next].end) <= sentence.upperBound { next += 1 }
            let asks = mayAsk && both.questions.count < limit && asks(text, sentence)
            let suggests =
                both.suggestions.count < limit
                && roles.map { suggestionReader.suggests(words[first..<next], $0) } ?? false
            guard asks || suggests, let key = reader.questionKey(words[first..<next], in: text) else { continue }
            let start = opening(text, Int(words[first].start), after: sentence.lowerBound)
            var found = AskedQuestion(key: key, range: start..<sentence.upperBound)
            if suggests, !both.suggestions.contains(where: { $0.key == key }) { both.suggestions.append(found) }
            found.isPlain = reader.isAsking(words[first..<next].prefix(3))
            if asks, !both.questions.contains(where: { $0.key == key }) { both.questions.append(found) }
        }
        return both
    }

    /// The first word's place, or that of the "£", "€" or "$" before it; bullets and quotation marks stay outside.
    private static func opening(_ text: Span<UInt8>, _ word: Int, after start: Int) -> Int {
        if word > start, text[word - 1] == UInt8(ascii: "$") { return word - 1 }
        if word - 2 >= start, text[word - 2] == 0xC2, text[word - 1] == 0xA3 { return word - 2 }
        if word - 3 >= start, text[word - 3] == 0xE2, text[word - 2] == 0x82, text[word - 1] == 0xAC { return word - 3 }
        return word
    }

    private static func holdsQuestionMark(_ text: Span<UInt8>) -> Bool {
        var i = 0
        while i < text.count {
            if text[i] == UInt8(ascii: "?") { return true }
            i += 1
        }
        return false
    }

    /// Whether a question mark is among the marks that close the sentence ("…open?!", "…open?)").
    private static func asks(_ text: Span<UInt8>, _ sentence: Range<Int>) -> Bool {
        var i = sentence.upperBound
        while i > sentence.lowerBound {
            i -= 1
            let byte = text[i]
            if byte == UInt8(ascii: "?") { return true }
            if (byte | 32) &- 97 < 26 || byte &- 48 < 10 { return false }
        }
        return false
    }
}
