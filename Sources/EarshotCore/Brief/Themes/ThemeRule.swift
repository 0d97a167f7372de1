/// Which phrases make a theme.
///
/// Every phrase begins as a theme of its own. The two themes that belong together most are joined, again and again,
/// until none do: themes of which one's phrase holds the other's or is another form of its words ("vaccine",
/// "vaccination"); whose texts are much the same (of the theme with fewer texts a third or more, two at least, and twice
/// as many as chance would bring together); or whose phrases all mean the same by `nearness`. All in whole numbers. The
/// shares are chosen, not derived.
enum ThemeRule {
    static let limit = 8
    /// Phrases that are grouped: the item's best.
    static let phraseLimit = 24
    static let phrasesInTheme = 8
    static let quotes = 3
    /// How near two phrases must be in meaning, in thousandths, where nearness is known. Chosen by looking at the nearest
    /// pairs of real discussions (Models/phrases/REPORT.md).
    static let near = 700

    struct Phrase {
        /// Place in the item's list of candidates, 0…63.
        var place: Int
        var text: String
        /// `KeyphraseRule.Counted.score`; the best phrase names the theme.
        var score: Int
        /// Singular keys of its words.
        var words: [UInt64]
        var family = PhraseFamily()

        var bit: UInt64 { 1 << UInt64(place) }

        /// Whether one holds the other or is another form of its words.
        func isKin(of other: Phrase) -> Bool {
            KeyphraseRule.holds(words, other.words) || KeyphraseRule.holds(other.words, words)
                || family.isSame(as: other.family)
        }
    }

    struct Group: Equatable {
        var bits: UInt64
        /// Places in the list of phrases handed in, best first.
        var members: [Int]
    }

    /// Groups of `phrases` (best first), those of the most texts first; a phrase that belongs to no other is a group.
    ///
    /// - Parameters:
    ///   - texts: different texts by the set of phrases they hold.
    ///   - nearness: how near two of `phrases` are in meaning, 0…1000.
    static func groups(
        of phrases: [Phrase], texts: [(set: UInt64, texts: Int)], nearness: (Int, Int) -> Int = { _, _ in 0 }
    ) -> [Group] {
        var groups = phrases.indices.map { Group(bits: phrases[$0].bit, members: [$0]) }
        let overlaps = Overlaps(texts, among: groups.reduce(0) { $0 | $1.bits })
        var known: [Pair: Int] = [:]
        while true {
            var best: (strength: Int, a: Int, b: Int)?
            for a in groups.indices {
                for b in groups.indices.dropFirst(a + 1) {
                    guard groups[a].members.count + groups[b].members.count <= phrasesInTheme else { continue }
                    let pair = Pair(a: groups[a].bits, b: groups[b].bits)
                    let found = known[pair] ?? strength(groups[a], groups[b], phrases, overlaps, nearness)
                    known[pair] = found
                    if found > best?.strength ?? 0 { best = (found, a, b) }
                }
            }
            guard let best else { break }
            groups[best.a].bits |= groups[best.b].bits
            groups[best.a].members = (groups[best.a].members + groups[best.b].members).sorted()
            groups.remove(at: best.b)
        }
        return groups.map { ($0, overlaps.count($0.bits, $0.bits)) }
            .sorted { ($1.1, $0.0.members[0]) < ($0.1, $1.0.members[0]) }.map(\.0)
    }

    private struct Pair: Hashable {
        var a: UInt64
        var b: UInt64
    }

    /// How many texts hold phrases of two groups.
    private struct Overlaps {
        private var texts: [(set: UInt64, texts: Int)] = []
        let all: Int

        /// Sets that differ only in phrases outside `among` are counted together.
        init(_ sets: [(set: UInt64, texts: Int)], among phrases: UInt64) {
            all = sets.reduce(0) { $0 + $1.texts }
            var index = HashIndex(capacity: sets.count)
            for each in sets where each.set & phrases != 0 {
                let (number, isNew) = index.insert(each.set & phrases)
                if isNew { texts.append((each.set & phrases, 0)) }
                texts[number].texts += each.texts
            }
        }

        func count(_ a: UInt64, _ b: UInt64) -> Int {
            texts.reduce(0) { $0 + ($1.set & a != 0 && $1.set & b != 0 ? $1.texts : 0) }
        }
    }

    private static func strength(
        _ a: Group, _ b: Group, _ phrases: [Phrase], _ overlaps: Overlaps, _ nearness: (Int, Int) -> Int
    ) -> Int {
        if a.members.contains(where: { x in b.members.contains { phrases[x].isKin(of: phrases[$0]) } }) { return 1000 }
        // The least near of all pairs across: what means the same as one phrase need not mean the same as another.
        let nearest = a.members.reduce(1000) { least, x in b.members.reduce(least) { min($0, nearness(x, $1)) } }
        return strength(
            together: overlaps.count(a.bits, b.bits), a: overlaps.count(a.bits, a.bits),
            b: overlaps.count(b.bits, b.bits), all: overlaps.all, nearness: nearest)
    }

    /// How much two groups belong together, in thousandths of the smaller's texts; 0 where they do not.
    static func strength(together: Int, a: Int, b: Int, all: Int, nearness: Int = 0) -> Int {
        let smaller = max(1, min(a, b))
        let isMore = together >= 2 && together * 3 >= smaller && together * max(1, all) >= 2 * a * b
        return max(isMore ? together * 1000 / smaller : 0, nearness >= near ? nearness : 0)
    }

    /// The texts of a group's phrases, best first; of those that are kin the best only.
    static func shown(_ group: Group, of phrases: [Phrase]) -> [String] {
        var shown: [Int] = []
        for member in group.members where !shown.contains(where: { phrases[$0].isKin(of: phrases[member]) }) {
            shown.append(member)
        }
        return shown.map { phrases[$0].text }
    }
}
