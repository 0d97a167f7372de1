/// Builds the gazetteer of a meeting from the words of its own agenda.
struct NameCollector {
    private(set) var keys: [ItemKey]
    private(set) var names: NameBook
    private let finder = NameFinder()
    /// By the folded words of the name.
    private var known: [String: Int] = [:]
    /// Keys of wards and other places that the meeting's file lists.
    private var areas: Set<Int> = []

    init(keys: [ItemKey], names: NameBook) {
        self.keys = keys
        self.names = names
    }

    /// First every name is collected, then every item is searched for every name: an item that says "acacia rd"
    /// holds the name that another one spells out.
    mutating func collect(items: [AgendaItem], meeting: Meeting, areas: [String]) {
        addBody(meeting.body)
        let texts = items.enumerated().flatMap { index, item in Self.texts(of: item, at: index) }
        let venue = Words.folded(meeting.venue)
        for text in texts { addNames(in: text, exceptIn: venue) }
        for area in meeting.wards + areas { addArea(area) }
        names.seal()
        for text in texts { addHolders(in: text) }
        // A name that the agenda's items don't use tells nothing; its key stays without holders.
    }

    private struct ItemText {
        var text: String
        var item: Int
        var isTitle: Bool
    }

    private static func texts(of item: AgendaItem, at index: Int) -> [ItemText] {
        let documents = item.documents.filter { !$0.restricted }.map(\.title)
        return [ItemText(text: item.title, item: index, isTitle: true)]
            + ([item.text] + documents).map { ItemText(text: $0, item: index, isTitle: false) }
    }

    /// The body's name counts as context for "item 7", unless it is so common a word that it says nothing.
    private mutating func addBody(_ body: String) {
        let words = Words.of(body)
        let common = ["council", "committee", "meeting", "board", "full", "the"].map { Words.hash($0) }
        guard !words.allSatisfy({ common.contains($0.hash) }) else { return }
        names.add(words.map(\.hash), .init(key: nil, spelling: words.count == 1 ? .capitals : .any))
    }

    private mutating func addNames(in source: ItemText, exceptIn venue: String) {
        let text = source.text
        let words = Words.of(text)
        for name in finder.names(words, in: text.utf8.span, book: names) {
            let label = Self.label(of: name.words, words, in: text)
            guard !venue.contains(Words.folded(label)) else { continue }
            let key = addKey(label, words[name.words], in: text, name.isStreet ? .any : .doubtful)
            let strength = source.isTitle ? ItemKey.Strength.nameInTitle : ItemKey.Strength.nameInText
            keys[key].hold(source.item, strength: strength * name.certainty / 100)
        }
        for form in finder.shortForms(words, in: text.utf8.span) {
            let meaning = Self.label(of: form.meaning, words, in: text)
            let short = Self.label(of: form.abbreviation...form.abbreviation, words, in: text)
            let key = addKey("\(meaning) (\(short))", words[form.meaning], in: text, .any)
            keys[key].hold(source.item, strength: ItemKey.Strength.shortForm)
            let hash = words[form.abbreviation].hash
            names.add([hash], .init(key: key, spelling: short.utf8.count < 3 ? .capitals : .any))
            names.add([Words.hash(short + "s")], .init(key: key, spelling: .capitals))
        }
    }

    private mutating func addArea(_ area: String) {
        let words = Words.of(area)
        guard !words.isEmpty else { return }
        areas.insert(addKey(area, words[...], in: area, words.count == 1 ? .capitals : .doubtful))
    }

    private mutating func addKey(
        _ label: String, _ words: ArraySlice<Word>, in text: String, _ spelling: NameBook.Spelling
    ) -> Int {
        let folded = words.map { Words.folded(Self.text($0, in: text)) }
        let key = known[folded.joined(separator: " ")] ?? keys.count
        if key == keys.count {
            keys.append(ItemKey(kind: .name, label: label, holders: []))
            known[folded.joined(separator: " ")] = key
        }
        names.add(words.map(\.hash), .init(key: key, spelling: spelling))
        for (word, spelling) in zip(words, folded) where spelling.contains("'") {
            names.addSpelling(Words.hash(spelling.filter { $0 != "'" }), of: word.hash)
        }
        return key
    }

    private mutating func addHolders(in source: ItemText) {
        let words = Words.of(source.text)
        let ends = words.indices.filter { names.endsName(words[$0].hash) }
        for match in names.matches(words, in: source.text.utf8.span, ends: ends) {
            guard let key = match.key, match.isSure else { continue }
            keys[key].hold(source.item, strength: strength(of: key, inTitle: source.isTitle))
        }
    }

    private func strength(of key: Int, inTitle: Bool) -> Int {
        if areas.contains(key) { return inTitle ? ItemKey.Strength.areaInTitle : ItemKey.Strength.areaInText }
        // What another item's words made of the name is the most it can be worth here.
        let most = keys[key].holders.map(\.strength).max() ?? ItemKey.Strength.nameInText
        return min(most, inTitle ? ItemKey.Strength.nameInTitle : ItemKey.Strength.nameInText)
    }

    private static func text(_ word: Word, in text: String) -> String {
        String(decoding: Array(text.utf8)[word.range], as: UTF8.self)
    }

    private static func label(of range: ClosedRange<Int>, _ words: [Word], in text: String) -> String {
        let bytes = Array(text.utf8)[Int(words[range.lowerBound].start)..<Int(words[range.upperBound].end)]
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
