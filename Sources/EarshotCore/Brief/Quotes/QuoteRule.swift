/// Which comments are quoted: a rule that anybody can repeat, never a choice by hand.
///
/// 1. *Seats.* At most four quotes an item. Every side with a comment gets one, the side with the most texts first and
///    "unclear" last; the seats left over go one by one to the side with the highest texts ÷ (seats + ½)
///    (Sainte-Laguë). Copies are not counted. A side without a quotable comment gives its seat to the next.
/// 2. *Who can be quoted.* Only first copies, in a language that the pack shows.
/// 3. *Which one.* Comments of 40 to 300 characters with four words or more come first, then longer ones, then
///    shorter ones, then texts that others have copied. Among them the comment with the most of the item's keyphrases
///    that no earlier quote of the item holds, then with the most keyphrases; the earliest row breaks ties. Never two
///    of one author.
/// 4. *Memory.* Of each side the 64 authors' comments are kept that hold the most of the item's 24 leading candidate
///    phrases (same order as in 3): keyphrases are known only when all comments have been read.
/// 5. *Shortening.* The run of whole sentences, at most 280 characters, that holds the most keyphrases; redacted first.
package enum QuoteRule {
    /// For the pack's method section.
    package static let statement = """
        Quotes are chosen by a fixed rule, never by hand: at most four an item, every side that has a comment at least \
        once where space allows (unclear last), the other places in proportion to the number of different texts. On \
        each side the comment that holds the most of the item's keyphrases is shown, comments of 40 to 300 characters \
        before longer and shorter ones, the earliest first where they are equal; a copied text only where its side \
        has nothing else, and then once; never two comments by one person. Long comments are shortened at sentence \
        ends to at most 280 characters.
        """

    static let limit = 4
    /// Characters of a quote.
    static let length = 280
    static let kept = 64
    /// The tier of texts that others have posted as well.
    static let copiedTier = 3
    /// The first 24 candidate phrases.
    static let leading: UInt64 = 1 << 24 - 1

    /// A comment that may be quoted.
    struct Candidate: Sendable {
        var row: Int64
        var author: Int
        var text: String
        /// 0: 40–300 characters; 1: longer; 2: shorter, or fewer than four words; 3: others have copied it.
        var tier: Int
        /// Which of the item's candidate phrases it holds, a bit each.
        var phrases: UInt64

        init(_ comment: BriefComment, words: [Word], phrases: UInt64) {
            row = comment.row
            author = comment.author
            text = comment.text
            self.phrases = phrases
            let spoken = words.reduce(0) { $0 + ($1.kind == .word ? 1 : 0) }
            // No text has more characters than bytes: only short ones need counting.
            let bytes = comment.text.utf8.count
            let characters = bytes > 1200 ? 301 : comment.text.unicodeScalars.count
            tier =
                comment.hasCopies ? QuoteRule.copiedTier : spoken < 4 || characters < 40 ? 2 : characters <= 300 ? 0 : 1
        }

        /// Before the keyphrases are known.
        func isBefore(_ other: Candidate) -> Bool {
            let own = (phrases & QuoteRule.leading).nonzeroBitCount
            let others = (other.phrases & QuoteRule.leading).nonzeroBitCount
            return (tier, -own, row) < (other.tier, -others, other.row)
        }
    }

    /// The best candidates of one side, one an author, best first. What is in it depends on the candidates only, not
    /// on the order in which they came.
    struct Shortlist: Sendable {
        private(set) var candidates: [Candidate] = []

        /// Those of the candidates that hold one of `phrases`.
        func holding(_ phrases: UInt64) -> Shortlist {
            var held = self
            held.candidates = candidates.filter { $0.phrases & phrases != 0 }
            return held
        }

        /// Whether `add` would keep it; spares copying the text.
        func wants(_ candidate: Candidate) -> Bool {
            guard candidates.count == QuoteRule.kept, let last = candidates.last else { return true }
            return candidate.isBefore(last)
        }

        mutating func add(_ candidate: Candidate) {
            guard wants(candidate) else { return }
            if candidate.author >= 0, let own = candidates.firstIndex(where: { $0.author == candidate.author }) {
                guard candidate.isBefore(candidates[own]) else { return }
                candidates.remove(at: own)
            }
            let place = candidates.firstIndex { candidate.isBefore($0) } ?? candidates.count
            candidates.insert(candidate, at: place)
            if candidates.count > QuoteRule.kept { candidates.removeLast() }
        }
    }

    /// Sides in the order in which a pack prints them.
    static let sides: [Position] = [.support, .mixed, .oppose, .unclear]

    /// The quoted comments, grouped by side.
    ///
    /// - Parameters:
    ///   - texts: different texts a side, by `sides`.
    ///   - shortlists: by `sides`.
    ///   - keyphrases: which of the candidate phrases are the item's keyphrases.
    static func choose(
        texts: [Int], shortlists: [Shortlist], keyphrases: UInt64, limit: Int = limit
    ) -> [(side: Int, Candidate)] {
        var taken: [[Candidate]] = Array(repeating: [], count: sides.count)
        var shown: UInt64 = 0
        var authors: [Int] = []
        var exhausted = shortlists.map { $0.candidates.isEmpty }
        while taken.reduce(0, { $0 + $1.count }) < limit {
            guard let side = nextSide(texts: texts, taken: taken.map(\.count), exhausted: exhausted) else { break }
            let rows = taken[side].map(\.row)
            let eligible = shortlists[side].candidates.filter {
                !rows.contains($0.row) && !($0.author >= 0 && authors.contains($0.author))
            }
            guard
                let best = eligible.min(by: {
                    rank($0, keyphrases, shown).lexicographicallyPrecedes(rank($1, keyphrases, shown))
                })
            else {
                exhausted[side] = true
                continue
            }
            taken[side].append(best)
            authors.append(best.author)
            shown |= best.phrases & keyphrases
        }
        return taken.enumerated().flatMap { side, candidates in candidates.map { (side, $0) } }
    }

    private static func rank(_ candidate: Candidate, _ keyphrases: UInt64, _ shown: UInt64) -> [Int64] {
        let held = candidate.phrases & keyphrases
        return [
            Int64(candidate.tier), -Int64((held & ~shown).nonzeroBitCount), -Int64(held.nonzeroBitCount), candidate.row,
        ]
    }

    private static func nextSide(texts: [Int], taken: [Int], exhausted: [Bool]) -> Int? {
        let open = sides.indices.filter { !exhausted[$0] }
        let unheard = open.filter { taken[$0] == 0 }
        if !unheard.isEmpty {
            return unheard.min { a, b in
                let last = (sides[a] == .unclear ? 1 : 0, sides[b] == .unclear ? 1 : 0)
                return (last.0, -texts[a], a) < (last.1, -texts[b], b)
            }
        }
        // texts[a] / (2·taken[a] + 1) > texts[b] / (2·taken[b] + 1), in whole numbers.
        return open.min { a, b in
            let left = texts[a] * (2 * taken[b] + 1)
            let right = texts[b] * (2 * taken[a] + 1)
            return left != right ? left > right : a < b
        }
    }
}
