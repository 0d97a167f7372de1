/// Tells the names of people in office, which stay: councillors, mayors, members of parliament, officers.
enum RedactionOffice {
    /// Whether what stands right before the name says so ("the Leader, Jane Smith", "Director of Place Jane Smith"), or
    /// what follows it ("Jane Smith MP", "Jane Smith, Head of Planning", "Jane Smith and I am your ward councillor").
    static func surrounds(_ name: Range<Int>, in text: Span<UInt8>) -> Bool {
        precedes(name.lowerBound, in: text) || follows(name.upperBound, in: text)
    }

    static func precedes(_ start: Int, in text: Span<UInt8>) -> Bool {
        var end = start
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        if end > 0, text[end - 1] == UInt8(ascii: ",") || text[end - 1] == UInt8(ascii: ":") { end -= 1 }
        let words = words(before: end, in: text)
        for (place, word) in words.enumerated().reversed() {
            if place == words.count - 1, titles.contains(word) || posts.contains(word) { return true }
            guard word == "of" || word == "for", place > 0, posts.contains(words[place - 1]) else { continue }
            return true
        }
        return false
    }

    static func follows(_ end: Int, in text: Span<UInt8>) -> Bool {
        var i = end
        for _ in 0..<9 {
            while i < text.count, " ,(-\u{0A}\u{0D}".utf8.contains(text[i]) || text[i] >= 0x80 { i += 1 }
            let start = i
            while i < text.count, Ascii.isLetter(text[i]) || text[i] == UInt8(ascii: "'") { i += 1 }
            guard i > start else { return false }
            let word = Ascii.lowered(text, start..<i)
            if word == "head" || word == "chair" || word == "member" || word == "portfolio" {
                return isOfCouncil(word, i, text)
            }
            if titles.contains(word) || posts.contains(word) { return true }
            guard between.contains(word) else { return false }
        }
        return false
    }

    /// "Head of Planning", but not "head of the residents' association"; "member for Priory ward".
    private static func isOfCouncil(_ word: String, _ i: Int, _ text: Span<UInt8>) -> Bool {
        var end = i
        while end < text.count, end - i < 48, text[end] != 0x0A, text[end] != UInt8(ascii: ".") { end += 1 }
        let rest = Ascii.lowered(text, i..<end)
        let words = rest.split { !$0.isLetter }
        guard words.first == "of" || words.first == "for" || words.first == "holder" else { return false }
        return words.first == "holder" || word == "member"
            || words.dropFirst().prefix(4).contains { branches.contains(String($0)) }
    }

    /// Up to six words in small letters, none beyond a sign other than a blank.
    private static func words(before end: Int, in text: Span<UInt8>) -> [String] {
        var found: [String] = []
        var i = end
        while found.count < 6 {
            while i > 0, text[i - 1] == 0x20 { i -= 1 }
            // "Cllr. Jane Smith"
            let wordEnd = i > 4 && text[i - 1] == UInt8(ascii: ".") && i == trimmed(end, text) ? i - 1 : i
            var start = wordEnd
            while start > 0, Ascii.isLetter(text[start - 1]) { start -= 1 }
            guard start < wordEnd else { break }
            found.append(Ascii.lowered(text, start..<wordEnd))
            i = start
        }
        return found.reversed()
    }

    private static func trimmed(_ end: Int, _ text: Span<UInt8>) -> Int {
        var i = end
        while i > 0, text[i - 1] == 0x20 { i -= 1 }
        return i
    }

    /// Stand right before or after a name.
    static let titles: Set<String> = [
        "cllr", "cllrs", "cllor", "clr", "councillor", "councillors", "councilor", "councilman", "councilwoman",
        "alderman", "mayor", "mayoress", "mp", "mps", "msp", "mep", "mla", "leader", "senator", "congressman",
        "governor", "president", "pc", "sgt", "inspector", "judge", "speaker",
    ]
    /// Offices, before a name, after it, or with "of" and a field.
    static let posts: Set<String> = [
        "director", "officer", "executive", "minister", "commissioner", "secretary", "head", "chair", "chairman",
        "chairwoman", "chairperson", "clerk", "solicitor", "councillor", "leader", "mayor", "manager",
    ]
    /// May stand between a name and the office.
    private static let between: Set<String> = [
        "the", "your", "our", "a", "an", "and", "i", "am", "i'm", "is", "ward", "local", "deputy", "assistant",
        "interim", "acting", "corporate", "strategic", "executive", "lead", "borough", "county", "town", "parish",
        "city", "district", "council", "council's", "cabinet", "labour", "conservative", "liberal", "democrat",
        "green", "independent", "elected", "planning", "housing", "monitoring", "chief", "senior", "principal",
        "democratic", "services", "highways", "current", "former", "lord", "lib", "dem",
    ]
    private static let branches: Set<String> = [
        "council", "cabinet", "committee", "planning", "highways", "housing", "place", "finance", "transport",
        "parking", "legal", "democratic", "services", "scrutiny", "licensing", "environment", "education", "estates",
        "regeneration", "communities", "policy", "adult", "children", "public",
    ]
}
