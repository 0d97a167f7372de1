/// What of an agenda, and of earlier meetings, a thread's context is compared with. Made once for a meeting.
struct ContextBook: Sendable {
    /// An item that an earlier meeting's link speaks for.
    struct Memory: Equatable, Sendable {
        var item: Int
        var isDecided: Bool
        /// "was linked to “Acacia Road Library” at the meeting of 12 October 2026".
        var text: String
    }

    private let keys: KeyBook
    /// By stem: the items in whose titles it stands.
    private var titleStems: [String: [Int]] = [:]
    private let itemCount: Int
    private var byThread: [DiscussionThread.ID: [Memory]] = [:]
    private var byAddress: [String: [Memory]] = [:]
    private var byTitle: [String: [Memory]] = [:]
    /// Seconds since 1970 on the meeting's own clock.
    let start: Int64?

    /// `items` are the linkable ones, in the linker's order; the order of `earlier` does not matter.
    init(items: [AgendaItem], meeting: Meeting, keys: KeyBook, earlier: [EarlierLink]) {
        self.keys = keys
        start = meeting.start?.secondsFromEpoch
        itemCount = items.count
        for (index, item) in items.enumerated() {
            for stem in Set(Self.stems(item.title).map(\.stem)) { titleStems[stem, default: []].append(index) }
        }
        remember(earlier.sorted(by: Self.isLater), items)
    }

    // MARK: - Ward and topic

    /// The items that name the ward.
    func items(inWard ward: String) -> [Int] {
        var words = CouncilShortForms.words(ward)
        if words.last == "ward" { words.removeLast() }
        guard let key = keys.names.key(words.map { Words.hash($0) }) else { return [] }
        return keys.keys[key].holders.map(\.item)
    }

    /// By item: the words of a place's topic that stand in its title, but not in many titles.
    func items(ofTopic topic: String) -> [(item: Int, words: [String])] {
        var found: [Int: [String]] = [:]
        var seen: Set<String> = []
        for (word, stem) in Self.stems(topic) where seen.insert(stem).inserted {
            guard let items = titleStems[stem], items.count <= max(1, itemCount / 5) else { continue }
            for item in items { found[item, default: []].append(word) }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// What nearly every place says of itself. Chosen.
    private static let empty: Set<String> = Set(
        [
            "everything", "town", "village", "city", "ward", "wards", "local", "community", "residents", "neighbours",
            "neighbourhood", "group", "news", "area", "people", "council", "discussion", "chat", "notice",
            "noticeboard",
            "general", "page", "forum", "parents", "survey", "articles", "comments", "town's", "meeting", "report",
            "whole", "about", "buying", "selling", "english", "welsh", "new", "place", "places", "public",
        ].map { Stemmer.stem($0) })

    private static func stems(_ text: String) -> [(word: String, stem: String)] {
        CouncilShortForms.words(text).compactMap { word in
            guard word.utf8.count > 2, !StopWords.english.contains(word) else { return nil }
            let stem = Stemmer.stem(SpellingVariants.english.folded(word))
            return empty.contains(stem) ? nil : (word, stem)
        }
    }

    // MARK: - Earlier meetings

    /// What earlier meetings say of a thread, for each item the strongest and newest.
    func memories(of thread: DiscussionThread.ID, _ origin: ThreadOrigin) -> [Memory] {
        var all = byThread[thread] ?? []
        if let address = origin.address { all += byAddress[address] ?? [] }
        if !origin.title.isEmpty { all += byTitle[origin.title] ?? [] }
        var best: [Int: Memory] = [:]
        for memory in all {
            guard let known = best[memory.item] else {
                best[memory.item] = memory
                continue
            }
            if memory.isDecided, !known.isDecided { best[memory.item] = memory }
        }
        return best.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func remember(_ earlier: [EarlierLink], _ items: [AgendaItem]) {
        guard !earlier.isEmpty else { return }
        let forms = items.map { Self.form($0.title) }
        let references = items.map { Set(Reference.found(in: "\($0.title)\n\($0.text)").map(\.hash)) }
        for link in earlier {
            let form = Self.form(link.item)
            let cited = Set(Reference.found(in: "\(link.item)\n\(link.itemText)").map(\.hash))
            for index in items.indices {
                guard forms[index] == form && !form.isEmpty || !references[index].isDisjoint(with: cited) else {
                    continue
                }
                let memory = Memory(item: index, isDecided: link.isDecided, text: Self.text(link))
                let origin = ThreadOrigin(title: link.title, url: link.url, linkedURL: nil)
                byThread[link.thread, default: []].append(memory)
                if let address = origin.address { byAddress[address, default: []].append(memory) }
                if !origin.title.isEmpty { byTitle[origin.title, default: []].append(memory) }
            }
        }
    }

    /// Newest first; equals by what they say.
    private static func isLater(_ a: EarlierLink, _ b: EarlierLink) -> Bool {
        if a.start != b.start { return a.start > b.start }
        return (a.thread.rawValue, a.item, a.isDecided ? 0 : 1) < (b.thread.rawValue, b.item, b.isDecided ? 0 : 1)
    }

    private static func text(_ link: EarlierLink) -> String {
        let day = "\(link.start.day) \(MeetingPhrases.monthName(link.start.month)) \(link.start.year)"
        let who = link.isDecided ? "a person linked it to" : "it was linked to"
        return "\(who) “\(link.item)” at the meeting of \(day)"
    }

    private static func form(_ title: String) -> String { CouncilShortForms.words(title).joined(separator: " ") }
}
