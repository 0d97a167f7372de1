/// Builds the gazetteer of a meeting from the words of its own agenda.
struct NameCollector {
    private(set) var keys: [ItemKey]
    private(set) var names: NameBook
    private let finder = NameFinder()
    private let shortFormFinder = ShortFormFinder()
    private let officeFinder = OfficeFinder()
    private let shortForms = CouncilShortForms.english
    /// By the folded words of the name.
    private var known: [String: Int] = [:]
    /// The most that a key of `meeting.yaml` counts for.
    private var limits: [Int: (title: Int, text: Int)] = [:]
    /// Shorter names of places, with the key of the longer one.
    private var variants: [(words: [String], key: Int, spelling: NameBook.Spelling)] = []

    init(keys: [ItemKey], names: NameBook) {
        self.keys = keys
        self.names = names
    }

    /// First every name is collected, then every item is searched for every name: an item that says "acacia rd"
    /// holds the name that another one spells out.
    mutating func collect(items: [AgendaItem], meeting: Meeting, areas: [String]) {
        addMeeting(meeting)
        let texts = items.enumerated().flatMap { index, item in Self.texts(of: item, at: index) }
        let venue = Words.folded(meeting.venue)
        for text in texts { addNames(in: text, exceptIn: venue) }
        for text in texts { addOffices(in: text) }
        for ward in meeting.wards {
            addArea(ward, title: ItemKey.Strength.areaInTitle, text: ItemKey.Strength.areaInText)
        }
        for name in areas where !meeting.wards.contains(name) {
            addArea(name, title: ItemKey.Strength.listedInTitle, text: ItemKey.Strength.listedInText)
        }
        addVariants()
        addTableForms(texts)
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

    /// The body's name and the meeting's day count as context for "item 7".
    private mutating func addMeeting(_ meeting: Meeting) {
        if let body = MeetingPhrases.body(of: meeting) {
            add(body, .init(key: nil, spelling: body.count == 1 ? .capitals : .any))
        }
        for phrase in MeetingPhrases.phrases(of: meeting) { add(phrase, .init(key: nil, spelling: .any)) }
    }

    // MARK: - Names

    private mutating func addNames(in source: ItemText, exceptIn venue: String) {
        let text = source.text
        let words = Words.of(text)
        let most = source.isTitle ? ItemKey.Strength.nameInTitle : ItemKey.Strength.nameInText
        for name in finder.names(words, in: text.utf8.span, book: names) {
            let label = NameText.label(of: name.words, words, in: text)
            guard !venue.contains(Words.folded(label)) else { continue }
            let folded = NameText.folded(words[name.words], in: text)
            let spelling = name.isStreet ? NameBook.Spelling.any : .doubtful
            let key = addKey(label, folded, spelling)
            keys[key].hold(source.item, strength: most * name.certainty / 100)
            variants += NameVariants(shortForms: shortForms).variants(of: folded).map { ($0, key, spelling) }
        }
        for index in finder.roadNumbers(words, in: text.utf8.span) {
            let label = NameText.label(of: index...index, words, in: text)
            let key = addKey(label, NameText.folded(words[index...index], in: text), .any)
            keys[key].hold(source.item, strength: most * 7 / 10)
        }
        for form in shortFormFinder.shortForms(words, in: text.utf8.span) { addShortForm(form, words, in: source) }
    }

    /// "controlled parking zone (CPZ)": both stand for the item, in the plural too.
    private mutating func addShortForm(_ form: ShortFormFinder.ShortForm, _ words: [Word], in source: ItemText) {
        let meaning = NameText.label(of: form.meaning, words, in: source.text)
        let range = words[form.abbreviation].range
        let letters = ShortFormFinder.letters(words[form.abbreviation], in: source.text.utf8.span) ?? []
        let isPlural =
            range.count == letters.count + 1 && source.text.utf8.span[range.upperBound - 1] == UInt8(ascii: "s")
        let printed = NameText.label(of: form.abbreviation...form.abbreviation, words, in: source.text)
        let short = isPlural ? String(printed.dropLast()) : printed
        let folded = NameText.folded(words[form.meaning], in: source.text)
        let key = addKey("\(meaning) (\(short))", folded, .any)
        keys[key].hold(source.item, strength: ItemKey.Strength.shortForm)
        for number in NameText.numbers(of: folded) { add(number, .init(key: key, spelling: .any)) }
        // "bat", "send": what may be a word must stand in capitals.
        let isPlain = shortForms.isKnown(short) || (short.utf8.count > 2 && !NameText.hasVowel(short))
        add([Words.folded(short)], .init(key: key, spelling: isPlain ? .any : .allCapitals))
        add([Words.folded(short) + "s"], .init(key: key, spelling: isPlain ? .any : .capitals))
    }

    private mutating func addOffices(in source: ItemText) {
        let words = Words.of(source.text)
        for office in officeFinder.offices(words, in: source.text.utf8.span) {
            let folded = NameText.folded(words[office.words], in: source.text)
            let key = addKey("the \(NameText.label(of: office.words, words, in: source.text))", folded, .any)
            keys[key].hold(source.item, strength: ItemKey.Strength.office)
            if folded.starts(with: ["leader", "of", "the", "council"]) {
                add(["council", "leader"], .init(key: key, spelling: .any))
                add(["council's", "leader"], .init(key: key, spelling: .any))
            }
            let holder = NameText.folded(words[office.holder], in: source.text)
            guard let surname = holder.last, surname.utf8.count > 2 else { continue }
            add(["councillor", surname], .init(key: key, spelling: .any))
            guard let first = holder.first, holder.count > 1, first.utf8.count > 2 else { continue }
            add([first, surname], .init(key: key, spelling: .capitals))
            add(["councillor", first, surname], .init(key: key, spelling: .any))
        }
    }

    /// A ward or a name of `meeting.yaml`, with other names of the same place behind equals signs: "the Rec = Mill Park".
    private mutating func addArea(_ area: String, title: Int, text: Int) {
        var key: Int?
        for name in area.split(separator: "=") {
            let label = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let words = CouncilShortForms.words(label)
            guard !words.isEmpty else { continue }
            let bare = words.first == "the" ? Array(words.dropFirst()) : words
            if let key {
                add(words, .init(key: key, spelling: .doubtful))
            } else {
                key = addKey(label, words, words.count == 1 ? .capitals : .doubtful)
            }
            guard let key, !bare.isEmpty else { continue }
            if bare.count < words.count || bare.count == 1 {
                add(bare, .init(key: key, spelling: bare.count == 1 ? .alone : .doubtful))
            }
            if keys[key].holders.isEmpty { limits[key] = (title, text) }
        }
    }

    /// The shorter names, where they are nobody else's.
    private mutating func addVariants() {
        let byName = Dictionary(grouping: variants) { $0.words.joined(separator: " ") }
        for (name, found) in byName.sorted(by: { $0.key < $1.key }) where known[name] == nil {
            guard let first = found.first, found.allSatisfy({ $0.key == first.key }) else { continue }
            add(first.words, .init(key: first.key, spelling: first.spelling))
            names.addJoined(NameText.joined(first.words), key: first.key)
        }
    }

    // MARK: - Abbreviations of the table

    /// Where an item has the one form and not the other, the other speaks for it.
    private mutating func addTableForms(_ texts: [ItemText]) {
        let items = Dictionary(grouping: texts, by: \.item).sorted { $0.key < $1.key }
            .map { ItemWords(item: $0, texts: $1.map(\.text)) }
        for pair in shortForms.pairs {
            let short = [pair.short] + NameText.numbers(of: pair.short)
            let long = [pair.long] + NameText.numbers(of: pair.long)
            let holdsShort = items.filter { $0.holds(short) }.map(\.item)
            let holdsLong = items.filter { $0.holds(long) }.map(\.item)
            let spelling: NameBook.Spelling = pair.needsCapitals ? .allCapitals : .any
            let isWord = pair.needsCapitals
            hold(
                holdsLong.filter { !holdsShort.contains($0) }, by: short, spelling,
                "the thread says “\(pair.label)”, the item says “\(pair.meaning)”")
            // An item in small letters that says "send" does not speak of SEND; titles are not looked at that closely.
            if !isWord {
                hold(
                    holdsShort.filter { !holdsLong.contains($0) }, by: long, .any,
                    "the thread says “\(pair.meaning)”, the item says “\(pair.label)”")
            }
        }
    }

    private mutating func hold(_ items: [Int], by forms: [[String]], _ spelling: NameBook.Spelling, _ label: String) {
        guard !items.isEmpty else { return }
        let holders = items.map { ItemKey.Holder(item: $0, strength: ItemKey.Strength.tableForm) }
        for form in forms { add(form, .init(key: keys.count, spelling: spelling)) }
        keys.append(ItemKey(kind: .words, label: label, holders: holders))
    }

    // MARK: - Keys

    private mutating func addKey(_ label: String, _ words: [String], _ spelling: NameBook.Spelling) -> Int {
        let name = words.joined(separator: " ")
        let key = known[name] ?? keys.count
        if key == keys.count {
            keys.append(ItemKey(kind: .name, label: label, holders: []))
            known[name] = key
        }
        add(words, .init(key: key, spelling: spelling))
        if words.count > 1 { names.addJoined(NameText.joined(words), key: key) }
        return key
    }

    private mutating func add(_ words: [String], _ entry: NameBook.Entry) {
        names.add(words.map { Words.hash($0) }, entry)
        for word in words {
            if word.contains("'") {
                names.addSpelling(Words.hash(word.filter { $0 != "'" }), of: Words.hash(word))
            } else if word.hasSuffix("s"), word.utf8.count > 4 {
                names.addSpelling(Words.hash(word.dropLast() + "'s"), of: Words.hash(word))
            }
        }
    }

    private mutating func addHolders(in source: ItemText) {
        let words = Words.of(source.text)
        let ends = words.indices.filter { names.endsName(words[$0].hash) }
        for match in names.matches(words, in: source.text.utf8.span, ends: ends) {
            guard let key = match.key, match.isSure, keys[key].kind == .name else { continue }
            keys[key].hold(source.item, strength: strength(of: key, inTitle: source.isTitle))
        }
    }

    private func strength(of key: Int, inTitle: Bool) -> Int {
        if let limit = limits[key] { return inTitle ? limit.title : limit.text }
        // What another item's words made of the name is the most it can be worth here.
        let most = keys[key].holders.map(\.strength).max() ?? ItemKey.Strength.nameInText
        return min(most, inTitle ? ItemKey.Strength.nameInTitle : ItemKey.Strength.nameInText)
    }
}
