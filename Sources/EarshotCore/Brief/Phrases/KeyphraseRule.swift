/// How much more often a phrase stands in one item's comments than in the meeting's other comments.
///
/// (comments elsewhere that would hold it at this item's rate + 1) ÷ (comments elsewhere that do hold it + 1). The
/// ones keep a phrase that stands nowhere else from being infinitely telling, and make the contrast 1 where there
/// are no other comments to compare with.
struct Contrast: Equatable, Sendable {
    private let above: UInt64
    private let below: UInt64
    /// Whether there are as many other comments as the item has: below that, a low contrast says little.
    private let isGrounded: Bool

    init(with here: Int, of comments: Int, elsewhere: Int, of others: Int) {
        let held = UInt64(max(0, min(here, comments)))
        above = held * UInt64(max(0, others)) + UInt64(max(1, comments))
        below = UInt64(max(1, comments)) * UInt64(max(0, elsewhere) + 1)
        isGrounded = others >= comments
    }

    /// Rounded half up; at most 10,000 ("1,000 times").
    var tenths: Int { Int(min(10_000, (above * 10 + below / 2) / below)) }

    /// At least one and a half times as often as elsewhere, or, where there is little to compare with, not more
    /// rarely than there. Chosen, not derived.
    var isTelling: Bool { isGrounded ? above * 2 >= below * 3 : above * 10 >= below * 9 }

    /// 256ths of a bit: log₂ of the contrast, in whole numbers so that every machine has the same.
    var bits: Int { Self.log2(above) - Self.log2(below) }

    /// 256 · log₂(value), rounded down; `value` ≥ 1.
    static func log2(_ value: UInt64) -> Int {
        let whole = 63 - value.leadingZeroBitCount
        // The mantissa in [1, 2) as a 32-bit fraction; each squaring gives one more binary digit of the logarithm.
        var mantissa = (value << UInt64(63 - whole)) >> 32
        var digits = 0
        for _ in 0..<8 {
            mantissa = (mantissa * mantissa) >> 31
            digits <<= 1
            if mantissa >> 32 != 0 {
                digits |= 1
                mantissa >>= 1
            }
        }
        return whole * 256 + digits
    }
}

/// Which phrases of an item are shown as its keyphrases, and in which order.
///
/// A phrase counts by the different texts that hold it, plus the whole square root of the copies (a campaign is heard,
/// but not once a signature), times the bits of its contrast plus a quarter (Tomokiyo & Hurst 2003 rank by the same
/// product), times 4, 6 or 7 for one, two or three words (chosen, not derived: longer phrases say more and are rarer).
/// Of a phrase and a longer one that holds it only one is shown: the longer, if at least a third of the comments with
/// the shorter have it.
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

    /// The keyphrases, best first; ties go to the longer phrase, then to the smaller key.
    static func choose(_ counted: [Counted]) -> [Counted] {
        let shared = counted.filter { $0.isShared && $0.contrast.isTelling && $0.score > 0 }
        let ranked = shared.filter { phrase in
            !shared.contains { $0.comments * 3 >= phrase.comments && holds($0.words, phrase.words) }
        }
        .sorted { a, b in
            if a.isChanceWord != b.isChanceWord { return b.isChanceWord }
            return (b.score, b.words.count, a.key) < (a.score, a.words.count, b.key)
        }
        var chosen: [Counted] = []
        for phrase in ranked where chosen.count < (phrase.isChanceWord ? limitWithChanceWords : limit) {
            let isTold = chosen.contains {
                overlaps($0.words, phrase.words) || holds($0.words, phrase.words) || holds(phrase.words, $0.words)
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
    private static func holds(_ long: [UInt64], _ short: [UInt64]) -> Bool {
        guard long.count > short.count else { return false }
        return (0...(long.count - short.count)).contains { Array(long[$0..<($0 + short.count)]) == short }
    }

    /// "parking zone consultation" begins as "controlled parking zone" ends.
    private static func overlaps(_ a: [UInt64], _ b: [UInt64]) -> Bool {
        guard a.count == 3, b.count == 3 else { return false }
        return a.suffix(2) == b.prefix(2) || b.suffix(2) == a.prefix(2)
    }
}
