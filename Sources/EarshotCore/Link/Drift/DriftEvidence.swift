/// What a stretch of a thread says for an item, as if it were a thread of its own.
struct DriftEvidence {
    /// A stretch counts from this confidence on, thousandths; in a thread about no item, where nothing holds against it,
    /// from a higher one. Source: Models/link/DRIFT.md.
    static let threshold = 600
    static let thresholdAlone = 910
    /// One word, however telling, splits no thread.
    private static let leastWords = 2
    private static let shownWords = 5

    /// How sure words make a stretch: likeness less half of the likeness to the next best item → how often it was
    /// right; both in thousandths. Source: Models/link/DRIFT.md.
    static let table: [(evidence: Int, confidence: Int)] = [
        (0, 0), (60, 150), (80, 300), (100, 600), (120, 800), (140, 900), (180, 950),
    ]

    private let keys: KeyEvidence
    private let likeness: [(item: Int, value: Double)]
    private let held: [(stem: Int, comments: Int)]
    private let profile: ThreadProfile
    private let weights: DriftWeights
    private let stems: DriftStems

    init(
        _ run: ClosedRange<Int>, of profile: ThreadProfile, keys: [ItemKey], weights: DriftWeights, stems: DriftStems,
        barred: Set<Int>
    ) {
        self.profile = profile
        self.weights = weights
        self.stems = stems
        (likeness, held) = weights.likeness(of: run, in: profile.drift)
        self.keys = KeyEvidence(Self.thread(run, of: profile, keys: keys), keys: keys, barred: barred)
    }

    /// A key counts that so many comments of the stretch hold: a name of a place more, because talk about one item passes
    /// through the streets of another. Chosen, not derived.
    private static let leastMentions = 2
    private static let leastNameMentions = 3

    /// The stretch as a thread, with the keys that enough of its comments hold. A key counts in full only where every
    /// comment holds it: hence four times the comments, see `KeyEvidence`.
    private static func thread(
        _ run: ClosedRange<Int>, of profile: ThreadProfile, keys: [ItemKey]
    ) -> ThreadProfile {
        var mentions: [Int32: ThreadProfile.Mention] = [:]
        for index in run {
            for note in profile.drift.keys(of: index) {
                var mention =
                    mentions[note.key]
                    ?? ThreadProfile.Mention(key: Int(note.key), leads: false, isSure: false, comments: 0)
                mention.isSure = mention.isSure || note.isSure
                mention.comments += 1
                mentions[note.key] = mention
            }
        }
        return ThreadProfile(
            thread: profile.thread, declared: .nothing, comments: run.count * 4,
            mentions: mentions.values.filter {
                $0.comments >= (keys[$0.key].kind == .name ? leastNameMentions : leastMentions)
            }.sorted { $0.key < $1.key }, terms: [], spellings: [])
    }

    /// The item with its reasons, where they suffice.
    func candidate(for item: Int, id: AgendaItem.ID, isLinked: Bool) -> LinkCandidate? {
        let named = keys.found[item] ?? []
        let candidate = EvidenceSum.candidate(id, named + words(for: item))
        return candidate.confidence >= (isLinked ? Self.threshold : Self.thresholdAlone) ? candidate : nil
    }

    private func words(for item: Int) -> [Evidence] {
        let own = likeness.first { $0.item == item }?.value ?? 0
        let next = likeness.reduce(0) { $1.item == item ? $0 : max($0, $1.value) }
        var shares: [(stem: Int, share: Double)] = []
        for stem in held {
            let share = weights.share(of: stem, in: item)
            if share > 0 { shares.append((stem.stem, share)) }
        }
        let total = shares.reduce(0) { $0 + $1.share }
        let telling = shares.filter { $0.share * 20 >= total }
        guard telling.count >= Self.leastWords else { return [] }
        let spelled = spelled(telling)
        guard !spelled.isEmpty else { return [] }
        let strength = Self.confidence(Int(((own - next / 2) * 1000).rounded()))
        let text = "words in common: \(spelled.joined(separator: ", "))"
        return [Evidence(kind: .words, strength: strength, text: text)]
    }

    /// The weightiest first, as the thread writes them.
    private func spelled(_ telling: [(stem: Int, share: Double)]) -> [String] {
        var words: [(share: Double, word: String)] = []
        for (stem, share) in telling {
            let word = spelling(of: stem)
            if !word.isEmpty { words.append((share, word)) }
        }
        words.sort { $0.share == $1.share ? $0.word < $1.word : $0.share > $1.share }
        return words.prefix(Self.shownWords).map(\.word)
    }

    private func spelling(of stem: Int) -> String {
        let hash = stems.hashes[stem]
        return profile.terms.first { $0.hash == hash && !$0.isPair }.map(profile.spelling) ?? ""
    }

    static func confidence(_ evidence: Int) -> Int {
        guard let first = table.first, let last = table.last, evidence > first.evidence else { return 0 }
        guard evidence < last.evidence, let upper = table.firstIndex(where: { $0.evidence >= evidence }) else {
            return last.confidence
        }
        let (a, b) = (table[upper - 1], table[upper])
        return a.confidence + (b.confidence - a.confidence) * (evidence - a.evidence) / (b.evidence - a.evidence)
    }
}
