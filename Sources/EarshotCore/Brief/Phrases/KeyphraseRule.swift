/// Which phrases of an item are shown as its keyphrases, and in which order.
///
/// A phrase counts by the different texts that hold it, plus the whole square root of the copies (a campaign is heard,
/// but not once a signature), times the bits of its contrast plus a quarter (Tomokiyo & Hurst 2003 rank by the same
/// product), times 4, 6, 7 or 7 for one to four words (chosen, not derived: longer phrases say more and are rarer).
/// Of a phrase and a longer one that holds it only one is shown: the longer, if at least a third of the comments with
/// the shorter have it. Of forms of the same words ("vaccine", "vaccination") the best one is shown.
enum KeyphraseRule {
    static let limit = 12
    /// Different texts that must hold a phrase. One text and its copies are shown as a copied text instead.
    static let leastTexts = 2
    /// Single words that stand in two texts only are shown until there are so many phrases: two people share many words
    /// by chance, but of a short discussion there is not much else. Chosen on a made-up meeting of 250 comments, where
    /// half of such words said nothing about the item.
    static let limitWithChanceWords = 6
    /// Phrases that share a word.
    static let limitOfOneWord = 3

    struct Counted {
        /// Place in the item's list of candidates, 0…63.
        var place: Int
        var key: UInt64
        var comments: Int
        /// Comments that are no copies.
        var texts: Int
        var people: Int
        /// Comments without an author's name.
        var unnamed: Int
        var contrast: Contrast
        /// The most frequent spelling.
        var text: String
        /// Singular keys of the words.
        var words: [UInt64]
        var family = PhraseFamily()

        /// Two people at least (where names are missing, three comments), in texts of their own.
        var isShared: Bool {
            (people >= 2 || unnamed >= 3) && texts >= leastTexts
        }

        var isChanceWord: Bool { words.count == 1 && texts == 2 }

        var score: Int {
            var root = 0
            while (root + 1) * (root + 1) <= comments - texts { root += 1 }
            return KeyphraseRule.score(weight: texts + root, contrast: contrast, words: words.count)
        }
    }

    static func score(weight: Int, contrast: Contrast, words: Int) -> Int {
        let bits = contrast.bits + 64
        return bits <= 0 ? 0 : weight * bits * (words == 1 ? 4 : words == 2 ? 6 : 7)
    }

    /// Phrases that are shared and telling; of one and a longer one that holds it only the longer, if a third of the
    /// comments with the shorter have it.
    static func standingApart(_ counted: [Counted]) -> [Counted] {
        let shared = counted.filter { $0.isShared && $0.contrast.isTelling && $0.score > 0 }
        return shared.filter { phrase in
            !shared.contains { $0.comments * 3 >= phrase.comments && holds($0.words, phrase.words) }
        }
    }

    /// The better first; ties go to the longer phrase, then to the smaller key.
    static func isBefore(_ a: Counted, _ b: Counted) -> Bool {
        (b.score, b.words.count, a.key) < (a.score, a.words.count, b.key)
    }

    /// The keyphrases, best first.
    static func choose(_ counted: [Counted]) -> [Counted] {
        let ranked = standingApart(counted).sorted { a, b in
            a.isChanceWord != b.isChanceWord ? b.isChanceWord : isBefore(a, b)
        }
        var chosen: [Counted] = []
        for phrase in ranked where chosen.count < (phrase.isChanceWord ? limitWithChanceWords : limit) {
            let isTold = chosen.contains {
                overlaps($0.words, phrase.words) || holds($0.words, phrase.words) || holds(phrase.words, $0.words)
                    || $0.family.isSame(as: phrase.family)
            }
            if isTold { continue }
            let crowded = phrase.words.contains { word in
                chosen.count { $0.words.contains(word) } >= limitOfOneWord
            }
            if crowded { continue }
            chosen.append(phrase)
        }
        return chosen
    }

    /// "controlled parking zone" holds "controlled parking".
    static func holds(_ long: [UInt64], _ short: [UInt64]) -> Bool {
        guard long.count > short.count else { return false }
        return (0...(long.count - short.count)).contains { Array(long[$0..<($0 + short.count)]) == short }
    }

    /// "parking zone consultation" begins as "controlled parking zone" ends: two words or more in common.
    private static func overlaps(_ a: [UInt64], _ b: [UInt64]) -> Bool {
        guard a.count >= 3, b.count >= 3 else { return false }
        return (2..<min(a.count, b.count)).contains { a.suffix($0) == b.prefix($0) || b.suffix($0) == a.prefix($0) }
    }
}
