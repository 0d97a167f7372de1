/// Finds the item that a threads file names: by id, number or title.
struct Declarations: Sendable {
    /// Position among the linkable items; −1 for an item that nothing may be linked to.
    private var byName: [String: Int] = [:]

    init(all: [AgendaItem], linkable: [AgendaItem]) {
        let places = Dictionary(linkable.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        // Ids first: a number or title that equals another item's id loses. A name that two items have is nobody's.
        for item in all { byName[Self.form(item.id.rawValue)] = places[item.id] ?? -1 }
        for name in [\AgendaItem.number, \.title, \.label] {
            let named = Dictionary(grouping: all) { Self.form($0[keyPath: name]) }
            for (text, items) in named where !text.isEmpty && items.count == 1 && byName[text] == nil {
                byName[text] = places[items[0].id] ?? -1
            }
        }
    }

    func find(_ name: String?) -> ThreadProfile.Declared {
        guard let name, let place = byName[Self.form(name)] else { return .nothing }
        return place < 0 ? .unlinkable : .item(place)
    }

    /// Case, spaces at the ends and a closing dot don't count; nor do "item" and "agenda item" before a number.
    private static func form(_ name: String) -> String {
        var words = Words.folded(name).split(whereSeparator: \.isWhitespace)
        if words.count == 2, words[0] == "item" { words.removeFirst() }
        if words.count == 3, words[0] == "agenda", words[1] == "item" { words.removeFirst(2) }
        let text = words.joined(separator: " ")
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}

/// An item's own words, counted as a thread's are.
enum ItemTerms {
    /// A word in the title counts as so many in the text. Source: Models/link/REPORT.md.
    static let titleWeight = 2

    static func of(_ item: AgendaItem) -> [ThreadProfile.Term] {
        var tally = TermTally(known: nil)
        let documents = item.documents.filter { !$0.restricted }.map(\.title)
        count(item.title, times: titleWeight, in: &tally)
        for text in [item.text] + documents { count(text, times: 1, in: &tally) }
        var profile = ThreadProfile(
            thread: .init(item.id.rawValue), declared: .nothing, comments: 0, mentions: [], terms: [], spellings: [])
        profile.keep(tally, stems: .max, pairs: .max)
        return profile.terms
    }

    private static func count(_ text: String, times: Int, in tally: inout TermTally) {
        var words: [Word] = []
        Words.scan(text.utf8.span, into: &words)
        tally.beginText()
        for word in words where word.kind == .word { _ = tally.count(word, in: text.utf8.span, times: times) }
    }
}
