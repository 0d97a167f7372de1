package import EarshotEncoder

/// One comment as a taught model sees it.
package struct TaughtText: Sendable {
    /// Its vector about the mean of the item's comments: `SentenceVector.dimensions` components × 32,768.
    let meaning: [Int]
    /// `PositionEvidence.sum` about the item's mean; thousandths of a step.
    let evidence: Int
    /// Words and pairs, ascending by hash; the squares of their weights add up to 1.
    let words: [TaughtWord]
}

/// A word or a pair of neighbours in one comment.
struct TaughtWord: Sendable {
    var hash: UInt64
    var weight: Double
    /// Where it first stands: UTF-8 bytes.
    var start: Int
    var end: Int
}

/// What one item's comments have in common: their mean vector, their mean evidence, how common each word is.
///
/// Made once from all comments of the item at hand, labelled or not; then turns each into a `TaughtText`.
package struct TaughtGround: Sendable {
    private let meanVector: [Int]
    private let meanEvidence: Int
    private let counts: WordTable<Int>
    private let total: Int

    /// - Parameters:
    ///   - vectors, evidence: of the item's comments, one each (`EvidenceReader.evidence(…).sum`).
    ///   - words: of the same comments, as `Words.scan` cuts them.
    package init(vectors: [SentenceVector], evidence: [Int], words: [[Word]]) {
        var sums = [Int](repeating: 0, count: SentenceVector.dimensions)
        for vector in vectors { for i in sums.indices { sums[i] += Int(vector.components[i]) } }
        let count = max(1, vectors.count)
        meanVector = sums.map { EvidenceReader.quotient($0, count) }
        meanEvidence = EvidenceReader.quotient(evidence.reduce(0, +), max(1, evidence.count))
        var hashes: [UInt64] = []
        for text in words { hashes += Self.parts(text).map(\.hash) }
        hashes.sort()
        var entries: [(hash: UInt64, value: Int)] = []
        for hash in hashes {
            if entries.last?.hash == hash { entries[entries.count - 1].value += 1 } else { entries.append((hash, 1)) }
        }
        counts = WordTable(hashed: entries.map { ($0.hash, $0.value) })
        total = words.count
    }

    package func text(vector: SentenceVector, evidence: Int, words: [Word]) -> TaughtText {
        var parts = Self.parts(words).map { part in
            let rarity = NaturalLogarithm.of(Double(total + 1) / Double((counts[part.hash] ?? 0) + 1)) + 1
            return TaughtWord(hash: part.hash, weight: part.weight * rarity, start: part.start, end: part.end)
        }
        let length = parts.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        if length > 0 { for i in parts.indices { parts[i].weight /= length } }
        return TaughtText(
            meaning: zip(vector.components, meanVector).map { vector.isZero ? 0 : Int($0) - $1 },
            evidence: evidence - meanEvidence, words: parts)
    }

    /// The different words and pairs of a text, ascending by hash; weight: 1 + ln of how often.
    private static func parts(_ words: [Word]) -> [TaughtWord] {
        var all: [TaughtWord] = []
        for i in words.indices where words[i].kind != .link && words[i].kind != .handle {
            all.append(TaughtWord(hash: words[i].hash, weight: 1, start: Int(words[i].start), end: Int(words[i].end)))
            guard i > 0, words[i].gap == .space || words[i].gap == .joined else { continue }
            let pair = (words[i - 1].hash ^ 0x2545_F491_4F6C_DD1D) &* 0x9E37_79B9_7F4A_7C15 &+ words[i].hash
            all.append(
                TaughtWord(hash: pair, weight: 1, start: Int(words[i - 1].start), end: Int(words[i].end)))
        }
        all.sort { $0.hash == $1.hash ? $0.start < $1.start : $0.hash < $1.hash }
        var parts: [TaughtWord] = []
        for part in all {
            if parts.last?.hash == part.hash { parts[parts.count - 1].weight += 1 } else { parts.append(part) }
        }
        for i in parts.indices { parts[i].weight = 1 + NaturalLogarithm.of(parts[i].weight) }
        return parts
    }
}
