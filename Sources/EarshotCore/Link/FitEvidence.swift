/// What words and meaning say about one thread: the items that fit best, with the words and the passages themselves.
struct FitEvidence: Sendable {
    /// The items worth a reason, at most `Linker.candidateLimit`, best first.
    private(set) var items: [Int] = []
    private var found: [Int: [Evidence]] = [:]

    /// Thousandths: where words alone speak and fewer than two of the item's words carry the match, it was right two
    /// times in five on the dev half, however good it looked. Source: Models/link/REPORT.md.
    private static let singleWordLimit = 350

    init(_ fit: Fit, words: WordMatch, meaning: MeaningMatch?, thread: Int, profile: ThreadProfile, barred: Set<Int>) {
        let row = fit.values
        guard let best = Lead.best(row, except: barred) else { return }
        let order = row.indices.filter { row[$0] > 0 && !barred.contains($0) }
            .sorted { row[$0] == row[$1] ? $0 < $1 : row[$0] > row[$1] }
        for item in order.prefix(Linker.candidateLimit) {
            var confidence = fit.confidence(of: item, next: item == best.item ? best.next : best.value)
            let shared = SharedWords(words.shared(thread: thread, item: item), profile)
            if fit.meaning == nil, shared.ownWords.count < 2 { confidence = min(confidence, Self.singleWordLimit) }
            guard confidence > 0 else { continue }
            let shares = fit.shares(of: item)
            var parts = shared.parts(of: shares.words)
            if shares.meaning > 0, let closest = meaning?.closest(thread: thread, item: item) {
                parts.append((shares.meaning, Self.evidence(closest)))
            }
            items.append(item)
            found[item] = Evidence.dividing(confidence, among: parts)
        }
    }

    func of(_ item: Int) -> [Evidence] { found[item] ?? [] }

    private static func evidence(_ closest: (text: TellingText, isTitle: Bool)) -> Evidence {
        let place = closest.text.comment.map { "comment \($0 + 1)" } ?? "the thread’s title"
        return Evidence(
            kind: .meaning, strength: 0,
            text: "like in meaning: \(place) and the item’s \(closest.isTitle ? "title" : "description")",
            passage: LinkReason.Passage(comment: closest.text.comment, text: closest.text.text))
    }
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

    /// A piece of evidence for each kind of words, with its part of `share`. The strengths are still to be given.
    func parts(of share: Int) -> [(share: Int, evidence: Evidence)] {
        guard own + lent > 0, !ownWords.isEmpty || !lentWords.isEmpty else { return [] }
        let ownShare: Int =
            if lentWords.isEmpty { share } else if ownWords.isEmpty { 0 } else { share * own / (own + lent) }
        return [
            (ownShare, Evidence(kind: .words, strength: 0, text: "words in common: \(Self.list(ownWords))")),
            (
                share - ownShare,
                Evidence(
                    kind: .feedback, strength: 0,
                    text: "words shared with other threads linked here: \(Self.list(lentWords))")
            ),
        ].filter { $0.0 > 0 }
    }

    private static func list(_ words: [String]) -> String { words.prefix(shown).joined(separator: ", ") }
}
