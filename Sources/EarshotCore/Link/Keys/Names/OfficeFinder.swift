/// Finds offices in the agenda's own words, and who holds them: "Councillor J. Smith, Cabinet Member for Transport".
struct OfficeFinder: Sendable {
    struct Office: Equatable, Sendable {
        /// Positions of its words: "Cabinet Member for Transport".
        var words: ClosedRange<Int>
        /// Positions of the words of the holder's name, without "Councillor"; empty where the agenda names none beside it.
        var holder: Range<Int>
    }

    /// How an office begins; what it is for follows.
    private static let heads = [
        "cabinet member for", "cabinet member with responsibility for", "portfolio holder for", "portfolio holder of",
        "lead member for", "executive member for", "cabinet lead for", "champion for", "director of", "director for",
        "head of", "head of service for", "commissioner for", "leader of the", "deputy leader of the",
    ].map { Words.of($0).map(\.hash) }
    private static let links = ["and", "&", "of", "the", "for"].map { Words.hash($0) }
    private static let titles = ["councillor", "cllr", "cllrs", "councillors"].map { Words.hash($0) }
    /// Words; an office with more is cut short. Chosen: the longest name that is looked for.
    private static let longest = NameBook.longest

    func offices(_ words: [Word], in text: Span<UInt8>) -> [Office] {
        words.indices.compactMap { start in
            guard words[start].isCapitalised, let head = Self.head(words, at: start) else { return nil }
            var end = start + head - 1
            var next = end + 1
            while next < words.count, next - start < Self.longest,
                words[next].gap == .space || words[next].gap == .joined
            {
                if words[next].isCapitalised {
                    end = next
                } else if !Self.links.contains(words[next].hash) {
                    break
                }
                next += 1
            }
            guard end >= start + head else { return nil }
            return Office(words: start...end, holder: Self.holder(words, before: start, behind: end, in: text))
        }
    }

    private static func head(_ words: [Word], at start: Int) -> Int? {
        heads.filter { words[start...].starts(with: $0) { $0.hash == $1 } }.map(\.count).max()
    }

    /// The name after "Councillor" that ends right before the office or begins right behind it.
    private static func holder(
        _ words: [Word], before start: Int, behind end: Int, in text: Span<UInt8>
    ) -> Range<Int> {
        for title in words.indices[..<start].suffix(5).reversed() where titles.contains(words[title].hash) {
            return name(words, from: title + 1).upperBound == start ? title + 1..<start : 0..<0
        }
        guard end + 2 < words.count, titles.contains(words[end + 1].hash), words[end + 1].gap == .clause else {
            return 0..<0
        }
        return name(words, from: end + 2)
    }

    /// Up to four words with a capital; the point of an initial may stand between.
    private static func name(_ words: [Word], from start: Int) -> Range<Int> {
        var end = start
        while end < words.count, end - start < 4, words[end].isCapitalised, words[end].kind == .word {
            let isApart = words[end].gap == .clause || words[end].gap == .sentence
            if end > start, isApart, words[end - 1].range.count > 1 { break }
            end += 1
        }
        return start..<end
    }
}
