/// Finds names of places and schemes, and abbreviations with their meaning, in the agenda's own words.
struct NameFinder: Sendable {
    /// A name as it stands in a text.
    struct Name: Equatable, Sendable {
        /// Positions of its words.
        var words: ClosedRange<Int>
        /// It ends in a word like "road", so that it is a name without capitals too.
        var isStreet: Bool
        /// 0…100: how likely these words alone are a name of their own. A tail of a longer run of capitals and the
        /// beginning of a longer name are less likely so.
        var certainty: Int
    }

    /// "controlled parking zone (CPZ)".
    struct ShortForm: Equatable, Sendable {
        var meaning: ClosedRange<Int>
        var abbreviation: Int
    }

    private let types = Self.table(PlaceWords.streets + PlaceWords.others + PlaceWords.abbreviations.map(\.0))
    private let streets = Self.table(PlaceWords.streets)
    private let generic = Self.table(PlaceWords.generic)
    private let openers = Self.table(PlaceWords.openers)
    private let everywhere: [[UInt64]] = PlaceWords.everywhere.map { Words.of($0).map(\.hash) }

    private static func table(_ words: [String]) -> WordTable<Bool> { WordTable(words.map { ($0, true) }) }

    /// The names that end in a type word after one to four words with a capital, in order.
    func names(_ words: [Word], in text: Span<UInt8>, book: NameBook) -> [Name] {
        var names: [Name] = []
        for end in words.indices where isNameWord(words[end]) && types[words[end].hash] != nil {
            var start = end
            while start > 0, end - start < 4, book.continues(words, in: text, from: start - 1),
                isNameWord(words[start - 1]) || words[start].gap == .joined
            { start -= 1 }
            let run = start
            while start < end - 1, openers[words[start].hash] != nil { start += 1 }
            for first in start..<end {
                let isTail = first > start
                if isTail, types[words[first].hash] != nil || openers[words[first].hash] != nil { continue }
                guard let certainty = certainty(words[first...end]) else { continue }
                names.append(
                    Name(
                        words: first...end, isStreet: streets[book.canonical(words[end].hash)] != nil,
                        certainty: certainty * (isTail || first > run ? 85 : 100) / 100))
            }
        }
        return weakened(names)
    }

    private func isNameWord(_ word: Word) -> Bool { word.kind == .word && word.isCapitalised }

    /// `nil` where the words name nothing: "Community Centre".
    private func certainty(_ words: ArraySlice<Word>) -> Int? {
        if everywhere.contains(words.map(\.hash)) { return 40 }
        return words.dropLast().allSatisfy { generic[$0.hash] != nil || openers[$0.hash] != nil } ? nil : 100
    }

    /// "Acacia Road" inside "Acacia Road Library" is a name, but not the one that the agenda means.
    private func weakened(_ names: [Name]) -> [Name] {
        names.map { name in
            let isPart = names.contains {
                $0.words.upperBound > name.words.upperBound && $0.words.lowerBound <= name.words.lowerBound
                    && $0.words.contains(name.words.upperBound)
            }
            return Name(
                words: name.words, isStreet: name.isStreet,
                certainty: isPart ? name.certainty * 60 / 100 : name.certainty)
        }
    }

    /// Abbreviations of two to six capitals in brackets whose letters begin the words before them.
    func shortForms(_ words: [Word], in text: Span<UInt8>) -> [ShortForm] {
        words.indices.compactMap { index in
            let word = words[index]
            let range = word.range
            guard word.isCapitals, (2...6).contains(range.count), range.lowerBound > 0, range.upperBound < text.count,
                text[range.lowerBound - 1] == UInt8(ascii: "("), text[range.upperBound] == UInt8(ascii: ")")
            else { return nil }
            var place = index
            for letter in range.reversed() {
                repeat { place -= 1 } while place >= 0 && isLinkWord(words[place], in: text, unless: text[letter])
                guard place >= 0, text[words[place].range.lowerBound] | 32 == text[letter] | 32 else { return nil }
                let isFirst = letter == range.lowerBound
                guard isFirst || words[place].gap == .space || words[place].gap == .joined else { return nil }
            }
            guard index - place <= NameBook.longest else { return nil }
            return ShortForm(meaning: place...(index - 1), abbreviation: index)
        }
    }

    /// "of", "and"…, which an abbreviation may pass over.
    private func isLinkWord(_ word: Word, in text: Span<UInt8>, unless letter: UInt8) -> Bool {
        let isShort = word.range.count <= 3 && openers[word.hash] != nil
        return isShort && text[word.range.lowerBound] | 32 != letter | 32
    }
}
