import EarshotCore

/// Which of its item's phrases each comment holds, so that every comment's row of evidence can name its themes and
/// keyphrases once these are chosen.
///
/// Memory: 24 bytes for each comment that holds a candidate phrase.
struct Mentions {
    private struct Mention {
        var row: Int64
        var bucket: Int
        var set: UInt64
    }
    private var mentions: [Mention] = []

    /// `sets` are those of `comments`, in their order.
    mutating func add(_ comments: [BriefComment], _ sets: [UInt64]) {
        for (comment, set) in zip(comments, sets) where set != 0 {
            mentions.append(Mention(row: comment.row, bucket: comment.bucket, set: set))
        }
    }

    /// Bits by rank, of every comment that is in a theme or holds a keyphrase. `digests` by bucket.
    func ranks(in digests: [BucketDigest]) -> [(row: Int64, themes: Int64, keyphrases: Int64)] {
        let themes = digests.map { $0.themes.themes.map(\.set) }
        let keyphrases = digests.map { $0.keyphrases.map(\.set) }
        return mentions.lazy.map { mention in
            (
                mention.row, Self.ranks(of: mention.set, among: themes[mention.bucket]),
                Self.ranks(of: mention.set, among: keyphrases[mention.bucket])
            )
        }.filter { $0.1 != 0 || $0.2 != 0 }
    }

    /// The themes of the comments that are quoted, by row.
    func themes(of digests: [BucketDigest]) -> [Int64: [Int]] {
        let quoted = Set(digests.flatMap { ($0.quotes + $0.themes.themes.flatMap(\.quotes)).map(\.row) })
        var themes: [Int64: [Int]] = [:]
        for mention in mentions where quoted.contains(mention.row) {
            let sets = digests[mention.bucket].themes.themes.map(\.set)
            themes[mention.row] = sets.indices.filter { sets[$0] & mention.set != 0 }
        }
        return themes
    }

    private static func ranks(of set: UInt64, among sets: [UInt64]) -> Int64 {
        var bits: Int64 = 0
        for (rank, other) in sets.enumerated() where set & other != 0 { bits |= 1 << Int64(rank) }
        return bits
    }
}
