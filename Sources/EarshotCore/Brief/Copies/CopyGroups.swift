/// Groups near copies: campaign texts with another first line, name or place.
///
/// The caller hands over every set of rows that share a band of their `TextSignature`; exact copies it has already
/// collapsed by `exact` (one row stands for all of them). Two texts are copies of one another if
/// - both have eight words or more (`TextSignature.floor`),
/// - they share 6 tenths of their runs of three words (Jaccard); 8 tenths where the shorter has under 25 words, for there
///   one changed word may change what is said. A letter of 60 words with another greeting of four words and another
///   name of two at its end still shares 50 of 66 runs. Chosen by such reckoning, not derived;
/// - neither turns the other round: one has more words of support where the other has more of opposition, or one has
///   a negation more and is otherwise as long (within two words).
///
/// A group is all that hangs together by such pairs, so it does not depend on the order in which sets come.
package struct CopyGroups: Sendable {
    /// A text is compared with the first so many different texts of its set.
    static let comparedPerSet = 64

    private var parents: [Int64: Int64] = [:]
    /// The texts looked at last, by the row's lowest bits: most rows stand in several sets that come one after another.
    private var recent = [Shingles?](repeating: nil, count: 1024)

    package init() {}

    /// Rows that share one band, with their texts; any order.
    package mutating func join(bucket: [(row: Int64, text: String)]) {
        guard let first = bucket.first, bucket.contains(where: { !areJoined($0.row, first.row) }) else { return }
        var compared: [Shingles] = []
        for (row, text) in bucket.sorted(by: { $0.row < $1.row }) {
            guard let shingles = shingles(of: row, text) else { continue }
            var isNew = true
            for other in compared where other.row != row {
                if other.runs == shingles.runs { isNew = false }
                if !areJoined(other.row, row), other.isCopy(of: shingles) { unite(other.row, row) }
            }
            if isNew, compared.count < Self.comparedPerSet { compared.append(shingles) }
        }
    }

    /// The earliest row of the group that `row` is in (itself, if it is the earliest); `nil` where it is in none.
    package func representative(of row: Int64) -> Int64? {
        parents[row] == nil ? nil : root(of: row)
    }

    /// Every copy with the earliest row of its group, by row; the earliest rows themselves are not listed.
    package var groups: [(row: Int64, representative: Int64)] {
        parents.keys.map { ($0, root(of: $0)) }.filter { $0.0 != $0.1 }.sorted { $0.0 < $1.0 }
    }

    private mutating func shingles(of row: Int64, _ text: String) -> Shingles? {
        let place = Int(truncatingIfNeeded: row) & (recent.count - 1)
        if let known = recent[place], known.row == row { return known }
        guard let new = Shingles(row: row, text: text) else { return nil }
        recent[place] = new
        return new
    }

    private func areJoined(_ a: Int64, _ b: Int64) -> Bool { root(of: a) == root(of: b) }

    private func root(of row: Int64) -> Int64 {
        var root = row
        while let parent = parents[root], parent != root { root = parent }
        return root
    }

    private mutating func unite(_ a: Int64, _ b: Int64) {
        let earliest = min(root(of: a), root(of: b))
        for start in [a, b] {
            var row = start
            while row != earliest {
                let parent = parents[row] ?? row
                parents[row] = earliest
                if parent == row { break }
                row = parent
            }
        }
        parents[earliest] = earliest
    }
}

/// The runs of three words of a text, for exact comparison.
struct Shingles: Sendable {
    let row: Int64
    /// Distinct, ascending.
    fileprivate let runs: [UInt64]
    private let words: Int
    private let supports: Int
    private let opposes: Int
    private let negates: Int

    /// `nil` for texts too short to be copies.
    init?(row: Int64, text: String) {
        let hashes = Words.of(text).filter { $0.kind != .emoji }.map(\.hash)
        guard hashes.count >= TextSignature.floor else { return nil }
        self.row = row
        words = hashes.count
        var runs: [UInt64] = []
        for i in 2..<hashes.count { runs.append(Shingle.of(hashes[i - 2], hashes[i - 1], hashes[i])) }
        runs.sort()
        var last: UInt64?
        self.runs = runs.filter { run in
            defer { last = run }
            return run != last
        }
        let stances = hashes.compactMap { Self.stances[$0] }
        supports = stances.count { $0 == .support }
        opposes = stances.count { $0 == .oppose }
        negates = stances.count { $0 == .negation }
    }

    func isCopy(of other: Shingles) -> Bool {
        guard !turnsRound(other) else { return false }
        let shared = shared(with: other)
        let all = runs.count + other.runs.count - shared
        return min(words, other.words) < 25 ? shared * 10 >= all * 8 : shared * 10 >= all * 6
    }

    private func turnsRound(_ other: Shingles) -> Bool {
        let more = (supports - other.supports, opposes - other.opposes)
        if more.0 * more.1 < 0 { return true }
        return (negates - other.negates) % 2 != 0 && abs(words - other.words) <= 2
    }

    private func shared(with other: Shingles) -> Int {
        var i = 0
        var j = 0
        var shared = 0
        while i < runs.count, j < other.runs.count {
            if runs[i] == other.runs[j] {
                shared += 1
                i += 1
                j += 1
            } else if runs[i] < other.runs[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return shared
    }

    private enum Stance { case support, oppose, negation }

    private static let stances = WordTable<Stance>(
        ["support", "supports", "favour", "favor", "agree", "approve", "approval", "welcome", "yes"]
            .map { ($0, .support) }
            + ["oppose", "object", "objection", "against", "disagree", "reject", "refuse", "refusal", "scrap"]
            .map { ($0, .oppose) }
            + [
                "not", "no", "never", "don't", "dont", "doesn't", "isn't", "can't", "cannot", "won't", "shouldn't",
                "wouldn't",
            ].map { ($0, .negation) })
}
