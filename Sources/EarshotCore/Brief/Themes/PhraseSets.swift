/// Which of an item's candidate phrases stand together in one comment, counted by the set of phrases (a bit each), so
/// that any group of phrases can be counted exactly afterwards.
///
/// Memory: 200 bytes for each different set, at most one a comment and far fewer in practice, and 30 a person.
/// The outcome does not depend on the order of the comments.
struct PhraseSets: Sendable {
    private var index = HashIndex()
    /// By the set's number in `index`.
    private var counts: [ThemeCount] = []
    private var authors = HashIndex()
    /// All phrases of a person's comments, by the author's number in `authors`.
    private var people: [UInt64] = []

    /// One readable comment.
    mutating func add(phrases: UInt64, author: Int32, position: Position, tone: ToneLabel, isCopy: Bool) {
        let (number, isNew) = index.insert(phrases)
        if isNew { counts.append(ThemeCount()) }
        counts[number].add(position: position, tone: tone, isCopy: isCopy, isNamed: author >= 0)
        guard author >= 0 else { return }
        let person = authors.insert(UInt64(author))
        if person.isNew { people.append(phrases) } else { people[person.number] |= phrases }
    }

    /// Comments with one phrase of `phrases` or more, and their authors.
    func count(of phrases: UInt64) -> ThemeCount {
        sum { $0 & phrases != 0 }
    }

    /// Comments without any of `phrases`, and the people none of whose comments has one.
    func count(without phrases: UInt64) -> ThemeCount {
        sum { $0 & phrases == 0 }
    }

    private func sum(where isCounted: (UInt64) -> Bool) -> ThemeCount {
        var sum = ThemeCount()
        for (set, count) in zip(index.keys, counts) where isCounted(set) { sum.add(count) }
        sum.people = people.count(where: isCounted)
        return sum
    }

    /// Different texts, by set of phrases, in ascending order of set.
    var texts: [(set: UInt64, texts: Int)] {
        zip(index.keys, counts).map { (set: $0, texts: $1.texts) }.filter { $0.texts > 0 }.sorted { $0.set < $1.set }
    }
}
