/// A question found in a comment.
struct AskedQuestion: Sendable {
    /// `PhraseReader.questionKey`: equal for questions in much the same words.
    var key: UInt64
    /// UTF-8 byte offsets of the sentence, end exclusive.
    var range: Range<Int>

    /// Of one comment; a text with more is no resident's question list.
    private static let limit = 32

    /// The sentences that end in a question mark and have four words or more, each key once, in order; the first 32.
    static func all(in text: Span<UInt8>, words: [Word], reader: PhraseReader) -> [AskedQuestion] {
        guard holdsQuestionMark(text) else { return [] }
        var questions: [AskedQuestion] = []
        var next = 0
        for sentence in Sentences.ranges(of: text) where questions.count < limit {
            while next < words.count, Int(words[next].start) < sentence.lowerBound { next += 1 }
            let first = next
            while next < words.count, Int(words[next].end) <= sentence.upperBound { next += 1 }
            guard asks(text, sentence), let key = reader.questionKey(words[first..<next], in: text),
                !questions.contains(where: { $0.key == key })
            else { continue }
            let start = opening(text, Int(words[first].start), after: sentence.lowerBound)
            questions.append(AskedQuestion(key: key, range: start..<sentence.upperBound))
        }
        return questions
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
