import EarshotEncoder

extension BriefDigest {
    /// The phrases that an item's themes are made of, best first: at most `ThemeRule.phraseLimit`. Their vectors let
    /// `digest(of:vectors:)` join phrases that mean the same. Call it when all comments have been merged.
    package func themePhrases(of bucket: Int) -> [String] {
        themeCandidates(items[bucket], among: counted(bucket), subject: subjects[bucket]).map(\.text)
    }

    /// The item's themes; `vectors` by the phrases' texts, none where meaning is not read.
    func themes(of bucket: Int, among counted: [KeyphraseRule.Counted], vectors: [String: SentenceVector]) -> Themes {
        let item = items[bucket]
        let candidates = themeCandidates(item, among: counted, subject: subjects[bucket])
        let phrases = candidates.map {
            ThemeRule.Phrase(place: $0.place, text: $0.text, score: $0.score, words: $0.words, family: $0.family)
        }
        let known = phrases.map { vectors[$0.text] }
        let groups = ThemeRule.groups(of: phrases, texts: item.sets.texts) { a, b in
            guard let a = known[a], let b = known[b] else { return 0 }
            return max(0, a.likeness(to: b) / 1000)
        }
        .prefix(ThemeRule.limit)
        let shown = groups.reduce(0) { $0 | $1.bits }
        return Themes(
            themes: groups.map { theme($0, of: phrases, candidates, item) }, other: item.sets.count(without: shown))
    }

    /// The best phrases that stand apart: of a phrase and a longer one only the longer where it is most of it, and none
    /// that only says what the item is called and stands in more than half of its texts.
    private func themeCandidates(
        _ item: ItemTally, among counted: [KeyphraseRule.Counted], subject: Set<UInt64>
    ) -> [KeyphraseRule.Counted] {
        let all = item.sets.texts.reduce(0) { $0 + $1.texts }
        let apart = KeyphraseRule.standingApart(counted).filter { phrase in
            !phrase.isChanceWord && !(phrase.texts * 2 > all && phrase.words.allSatisfy(subject.contains))
        }
        return Array(apart.sorted(by: KeyphraseRule.isBefore).prefix(ThemeRule.phraseLimit))
    }

    private func theme(
        _ group: ThemeRule.Group, of phrases: [ThemeRule.Phrase], _ candidates: [KeyphraseRule.Counted],
        _ item: ItemTally
    ) -> Theme {
        let count = item.sets.count(of: group.bits)
        let quoted = QuoteRule.choose(
            texts: QuoteRule.sides.map { count.positionsByText[$0] },
            shortlists: item.shortlists.map { $0.holding(group.bits) },
            keyphrases: group.bits, limit: ThemeRule.quotes)
        let shown = ThemeRule.shown(group, of: phrases)
        return Theme(
            name: shown.first ?? "", phrases: shown, count: count,
            quotes: sources(of: quoted, chosen: group.members.map { candidates[$0] }),
            rows: item.firstRows(of: group.bits), set: group.bits)
    }
}
