import EarshotCore
import EarshotEncoder

/// Reads texts for their meaning on all cores.
enum MeaningReading {
    /// Texts to a core at a time: enough to fill the encoder's batches, few enough to keep all cores busy. Chosen.
    private static let slice = 24

    /// What the vectors in a database were made by.
    static let encoder = "all-MiniLM-L6-v2, int8, 1"

    /// The vector of each text, of which `limit` tokens are read. `progress` hears how many texts are done, and may stop
    /// the work by throwing.
    static func vectors(
        of texts: [String], limit: Int = SentenceEncoder.tokenLimit,
        progress: (_ done: Int, _ total: Int) throws -> Void
    ) rethrows -> MeaningVectors {
        // Long with long and short with short: a slice takes one core about as long as the next.
        let ordered = texts.sorted { a, b in
            let (x, y) = (a.utf8.count, b.utf8.count)
            return x == y ? a < b : x > y
        }
        let encoder = SentenceEncoder()
        var vectors: MeaningVectors = [:]
        vectors.reserveCapacity(ordered.count)
        let stride = 16 * slice
        for start in Swift.stride(from: 0, to: ordered.count, by: stride) {
            let some = Array(ordered[start..<min(start + stride, ordered.count)])
            let read = Parallel.map(some, size: slice) { encoder.vectors(of: Array($0), limit: limit) }
            for (text, vector) in zip(some, read.joined()) { vectors[text] = vector }
            try progress(vectors.count, ordered.count)
        }
        return vectors
    }
}
