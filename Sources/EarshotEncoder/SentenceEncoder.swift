/// Texts in, what they mean out: the sentence encoder all-MiniLM-L6-v2, in whole numbers of eight bits, compiled in.
///
/// It reads English; names and numbers in other languages still tell. Source: Models/encoder/REPORT.md.
/// One call works on one core and is pure: callers spread batches over cores themselves. Making one takes under a
/// millisecond; equal texts give equal vectors, whatever else is in the batch and whatever the processor.
package struct SentenceEncoder: Sendable {
    /// How many components a vector has.
    package static let dimensions = SentenceVector.dimensions

    /// How many tokens of a text are read, with the two that mark its ends; what comes after is left out.
    package static let tokenLimit = 256

    /// How many tokens go through the layers together: enough to use the processor well, few enough to stay in its
    /// second cache. Measured (Models/encoder/REPORT.md).
    private static let batch = 192

    private let pieces = WordPiece()
    private let path: EncoderPath

    /// An encoder on the fastest path of this processor.
    package init() { self.init(path: .fastest) }

    /// An encoder on one path, for comparing; on the slowest when the processor cannot go it.
    package init(path: EncoderPath) { self.path = path.isOpen ? path : .plain }

    /// The tokens of a text (word pieces; ids of the vocabulary), with the two that mark its ends, `tokenLimit` at most.
    /// None when the text has no words.
    package func tokens(of text: String) -> [UInt16] { pieces.tokens(of: text, limit: Self.tokenLimit) }

    /// How many tokens a text has, with the two that mark its ends, `tokenLimit` at most; 0 when it has no words.
    package func tokenCount(of text: String) -> Int { tokens(of: text).count }

    /// The vectors of `texts`, in their order; a text without words gets `SentenceVector.zero`.
    ///
    /// `limit`: so many tokens of a text are read, with the two that mark its ends, `tokenLimit` at most.
    /// The more texts at once, the better the processor is used; a dozen short ones suffice.
    package func vectors(of texts: [String], limit: Int = tokenLimit) -> [SentenceVector] {
        var vectors: [SentenceVector] = []
        vectors.reserveCapacity(texts.count)
        var tokens: [UInt16] = []
        var counts: [UInt32] = []
        for text in texts {
            let more = pieces.tokens(of: text, limit: min(limit, Self.tokenLimit))
            if !counts.isEmpty, tokens.count + more.count > Self.batch {
                vectors += self.vectors(of: tokens, counts)
                tokens.removeAll(keepingCapacity: true)
                counts.removeAll(keepingCapacity: true)
            }
            tokens += more
            counts.append(UInt32(more.count))
        }
        return vectors + self.vectors(of: tokens, counts)
    }

    private func vectors(of tokens: [UInt16], _ counts: [UInt32]) -> [SentenceVector] {
        let components = EncoderTable.components(tokens: tokens, counts: counts, path: path)
        return counts.indices.map { text in
            let first = text * Self.dimensions
            return SentenceVector(unchecked: Array(components[first..<first + Self.dimensions]))
        }
    }
}
