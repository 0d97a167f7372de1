/// What words say about one thread: the items whose words fit best, with the words themselves.
struct WordEvidence: Sendable {
    /// The items worth a reason, at most `Linker.candidateLimit`.
    private(set) var items: [Int] = []
    private var found: [Int: [Evidence]] = [:]

    /// Thousandths: where fewer than two of the item's words carry the match, it was right two times in five on the
    /// dev half, however good it looked. Source: Models/link/REPORT.md.
    private static let singleWordLimit = 350

    init(_ match: WordMatch, thread: Int, profile: ThreadProfile, barred: Set<Int>) {
        let row = match.likeness[thread]
        guard let best = Lead.best(row, except: barred) else { return }
        let order = row.indices.filter { row[$0] > 0 && !barred.contains($0) }
            .sorted { row[$0] == row[$1] ? $0 < $1 : row[$0] > row[$1] }
        for item in order.prefix(Linker.candidateLimit) {
            let next = item == best.item ? best.next : best.value
            let shared = match.shared(thread: thread, item: item)
            var confidence = Calibration.confidence(ofWords: row[item], next: next)
            let pieces = SharedWords(shared, profile)
            if pieces.ownWords.count < 2 { confidence = min(confidence, Self.singleWordLimit) }
            guard confidence > 0 else { continue }
            items.append(item)
            found[item] = pieces.evidence(confidence)
        }
    }

    func of(_ item: Int) -> [Evidence] { found[item] ?? [] }
}

/// The words that a thread shares with an item: the item's own, and those that other threads lend it.
struct SharedWords: Sendable {
    /// Those worth a twentieth of their kind or more, as the thread writes them, the weightiest first.
    let ownWords: [String]
    let lentWords: [String]
    /// What each kind is worth, millionths of the likeness; what lenders say of a word that the item uses itself
    /// strengthens the item's own word.
    private let own: Int
    private let lent: Int

    /// At most so many words are shown.
    private static let shown = 5

    init(_ shared: [(term: Int, own: Double, lent: Double)], _ profile: ThreadProfile) {
        let ownParts = shared.filter { $0.own > 0 }.map { ($0.term, WordVectors.millionths($0.own + $0.lent)) }
        let lentParts = shared.filter { $0.own <= 0 }.map { ($0.term, WordVectors.millionths($0.lent)) }
        own = ownParts.reduce(0) { $0 + $1.1 }
        lent = lentParts.reduce(0) { $0 + $1.1 }
        ownWords = Self.words(ownParts, of: own, profile)
        lentWords = Self.words(lentParts, of: lent, profile)
    }

    private static func words(_ parts: [(term: Int, value: Int)], of total: Int, _ profile: ThreadProfile) -> [String] {
        var spelled: [(value: Int, word: String)] = []
        for (term, value) in parts where value * 20 >= total {
            let word = profile.spelling(profile.terms[term])
            if !word.isEmpty { spelled.append((value, word)) }
        }
        spelled.sort { $0.value == $1.value ? $0.word < $1.word : $0.value > $1.value }
        return spelled.map(\.word)
    }

    /// One piece of evidence for each kind, so strong that together they come to `confidence`.
    func evidence(_ confidence: Int) -> [Evidence] {
        guard own + lent > 0, !ownWords.isEmpty || !lentWords.isEmpty else { return [] }
        let ownStrength: Int =
            if lentWords.isEmpty { confidence } else if ownWords.isEmpty { 0 } else { confidence * own / (own + lent) }
        let lentStrength = ownStrength < 1000 ? (confidence - ownStrength) * 1000 / (1000 - ownStrength) : 0
        return [
            Evidence(kind: .words, strength: ownStrength, text: "words in common: \(Self.list(ownWords))"),
            Evidence(
                kind: .feedback, strength: lentStrength,
                text: "words shared with other threads linked here: \(Self.list(lentWords))"),
        ]
    }

    private static func list(_ words: [String]) -> String { words.prefix(shown).joined(separator: ", ") }
}
