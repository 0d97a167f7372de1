/// Finds abbreviations with their meaning in the agenda's own words: "controlled parking zones (CPZs)",
/// "CPZ (controlled parking zone)", "the Medium Term Financial Strategy ('MTFS')".
struct ShortFormFinder: Sendable {
    /// Both as positions of words.
    struct ShortForm: Equatable, Sendable {
        var meaning: ClosedRange<Int>
        var abbreviation: Int
    }

    private let openers = WordTable(PlaceWords.openers.map { ($0, true) })

    func shortForms(_ words: [Word], in text: Span<UInt8>) -> [ShortForm] {
        words.indices.compactMap { index in
            guard let letters = Self.letters(words[index], in: text) else { return nil }
            return before(index, letters, words, in: text) ?? behind(index, letters, words, in: text)
        }
    }

    /// The capitals of an abbreviation of two to six, with at most two small letters among or after them: "CPZs", "SuDS".
    static func letters(_ word: Word, in text: Span<UInt8>) -> [UInt8]? {
        guard word.kind == .word, word.isCapitalised, (2...8).contains(word.range.count) else { return nil }
        var capitals: [UInt8] = []
        for i in word.range {
            if text[i] &- 65 < 26 { capitals.append(text[i]) } else if text[i] &- 97 >= 26 { return nil }
        }
        return (2...6).contains(capitals.count) && word.range.count - capitals.count <= 2 ? capitals : nil
    }

    /// "controlled parking zone (CPZ)": the abbreviation stands in brackets, alone or in quotation marks.
    private func before(_ index: Int, _ letters: [UInt8], _ words: [Word], in text: Span<UInt8>) -> ShortForm? {
        guard Self.opens(text, before: words[index].range.lowerBound),
            Self.closes(text, after: words[index].range.upperBound)
        else { return nil }
        var place = index
        for (count, letter) in letters.reversed().enumerated() {
            repeat { place -= 1 } while place >= 0 && isLinkWord(words[place], in: text, unless: letter)
            guard place >= 0, text[words[place].range.lowerBound] | 32 == letter | 32 else { return nil }
            let isFirst = count == letters.count - 1
            guard isFirst || words[place].gap == .space || words[place].gap == .joined else { return nil }
        }
        guard index - place <= NameBook.longest else { return nil }
        return ShortForm(meaning: place...(index - 1), abbreviation: index)
    }

    /// "CPZ (controlled parking zone)": the meaning fills the brackets.
    private func behind(_ index: Int, _ letters: [UInt8], _ words: [Word], in text: Span<UInt8>) -> ShortForm? {
        guard index + 1 < words.count, Self.opens(text, before: words[index + 1].range.lowerBound),
            words[index + 1].range.lowerBound - words[index].range.upperBound <= 4
        else { return nil }
        var place = index
        for (count, letter) in letters.enumerated() {
            repeat {
                place += 1
            } while place < words.count && count > 0
                && isLinkWord(words[place], in: text, unless: letter)
            guard place < words.count, text[words[place].range.lowerBound] | 32 == letter | 32 else { return nil }
            guard count == 0 || words[place].gap == .space || words[place].gap == .joined else { return nil }
        }
        guard place - index <= NameBook.longest, Self.closes(text, after: words[place].range.upperBound) else {
            return nil
        }
        return ShortForm(meaning: (index + 1)...place, abbreviation: index)
    }

    /// Whether an opening bracket stands before a word, with nothing but quotation marks between.
    private static func opens(_ text: Span<UInt8>, before start: Int) -> Bool {
        var i = start
        while i > 0, start - i <= 4 {
            i -= 1
            if text[i] == UInt8(ascii: "(") || text[i] == UInt8(ascii: "[") { return true }
            guard isQuotation(text[i]) else { return false }
        }
        return false
    }

    private static func closes(_ text: Span<UInt8>, after end: Int) -> Bool {
        for i in end..<min(end + 4, text.count) {
            if text[i] == UInt8(ascii: ")") || text[i] == UInt8(ascii: "]") { return true }
            guard isQuotation(text[i]) else { return false }
        }
        return false
    }

    /// Straight marks, and the bytes of which the curved ones are made.
    private static func isQuotation(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == 0xE2 || byte == 0x80
            || (0x98...0x9D).contains(byte)
    }

    /// "of", "and"…, which an abbreviation may pass over.
    private func isLinkWord(_ word: Word, in text: Span<UInt8>, unless letter: UInt8) -> Bool {
        let isShort = word.range.count <= 3 && openers[word.hash] != nil
        return isShort && text[word.range.lowerBound] | 32 != letter | 32
    }
}
