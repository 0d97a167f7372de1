/// Finds names of places and schemes in the agenda's own words.
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

    private let types = Self.table(PlaceWords.streets + PlaceWords.others + PlaceWords.abbreviations.map(\.0))
    private let streets = Self.table(PlaceWords.streets)
    private let loose = Self.table(PlaceWords.loose)
    private let generic = Self.table(PlaceWords.generic)
    private let genericBuildings = Self.table(PlaceWords.genericBuildings)
    private let openers = Self.table(PlaceWords.openers)
    private let everywhere: [[UInt64]] = PlaceWords.everywhere.map { Words.of($0).map(\.hash) }

    private static func table(_ words: [String]) -> WordTable<Bool> { WordTable(words.map { ($0, true) }) }

    /// The names that end in a type word after one to four words with a capital, in order.
    func names(_ words: [Word], in text: Span<UInt8>, book: NameBook) -> [Name] {
        var names: [Name] = []
        for end in words.indices where types[words[end].hash] != nil && words[end].kind == .word {
            let isLoose = !words[end].isCapitalised
            guard !isLoose || isLooseName(words, end) else { continue }
            var start = end
            while start > 0, end - start < 4, book.continues(words, in: text, from: start - 1),
                isNameWord(words[start - 1]) || words[start].gap == .joined
            { start -= 1 }
            let run = start
            while start < end - 1, openers[words[start].hash] != nil { start += 1 }
            for first in start..<max(end, start) {
                let isTail = first > start
                if isTail, types[words[first].hash] != nil || openers[words[first].hash] != nil { continue }
                guard let certainty = certainty(words[first...end], book) else { continue }
                let share = (isTail || first > run ? 85 : 100) * (isLoose ? 80 : 100) / 100
                names.append(
                    Name(
                        words: first...end, isStreet: isPlain(words[first...end], book),
                        certainty: certainty * share / 100))
            }
        }
        return weakened(names)
    }

    /// Numbers of roads: "A4123", "B488", "M5".
    func roadNumbers(_ words: [Word], in text: Span<UInt8>) -> [Int] {
        words.indices.filter { index in
            let range = words[index].range
            guard (2...5).contains(range.count) else { return false }
            let digits = range.dropFirst().allSatisfy { Reference.isDigit(text[$0]) }
            // "A4" is a size of paper, "B12" a bus or a postcode.
            switch text[range.lowerBound] {
            case UInt8(ascii: "A"): return digits && range.count >= 3
            case UInt8(ascii: "B"): return digits && range.count >= 4
            case UInt8(ascii: "M"): return digits && range.count <= 3
            default: return false
            }
        }
    }

    private func isNameWord(_ word: Word) -> Bool { word.kind == .word && word.isCapitalised }

    /// "the Marlpit estate": a word with a capital, which is not the sentence's own, before the type.
    private func isLooseName(_ words: [Word], _ end: Int) -> Bool {
        guard loose[words[end].hash] != nil, end > 0, words[end].gap == .space, isNameWord(words[end - 1]) else {
            return false
        }
        let isFirst = words[end - 1].gap == .sentence
        return !isFirst && openers[words[end - 1].hash] == nil && genericBuildings[words[end - 1].hash] == nil
    }

    /// A name without capitals too: it ends in a word like "road", or in two like "primary school".
    private func isPlain(_ words: ArraySlice<Word>, _ book: NameBook) -> Bool {
        guard let last = words.last else { return false }
        if streets[last.hash] != nil || streets[book.canonical(last.hash)] != nil { return true }
        let kind = words[words.index(words.endIndex, offsetBy: -2)]
        return words.count > 2 && generic[kind.hash] != nil
    }

    /// `nil` where the words name nothing: "Community Centre".
    private func certainty(_ words: ArraySlice<Word>, _ book: NameBook) -> Int? {
        if everywhere.contains(words.map(\.hash)) { return 40 }
        let isStreet = words.last.map { streets[book.canonical($0.hash)] != nil } ?? false
        let saysNothing = words.dropLast().allSatisfy {
            generic[$0.hash] != nil || openers[$0.hash] != nil || (!isStreet && genericBuildings[$0.hash] != nil)
        }
        return saysNothing ? nil : 100
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
}
