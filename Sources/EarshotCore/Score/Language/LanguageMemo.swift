/// Sums of the runs of letters of words lately met: the same rare words return within a thread.
struct LanguageMemo: Sendable {
    /// Chosen, not derived: 72 KB, which stays in a core's own cache.
    private static let size = 1024

    private let isUsed: Bool
    private var hashes: [UInt64] = []
    private var rows: [LanguageTable.Row] = []

    init(isUsed: Bool) { self.isUsed = isUsed }

    /// The row of the word with this `Words.hash`, made by `sum` where it is not at hand.
    @inline(__always)
    mutating func row(of hash: UInt64, _ sum: () -> LanguageTable.Row) -> LanguageTable.Row {
        guard isUsed else { return sum() }
        if hashes.isEmpty {
            hashes = Array(repeating: 0, count: Self.size)
            rows = Array(repeating: .zero, count: Self.size)
        }
        let place = Int(truncatingIfNeeded: hash >> 24) & (Self.size - 1)
        if hashes[place] == hash, hash != 0 { return rows[place] }
        let row = sum()
        hashes[place] = hash
        rows[place] = row
        return row
    }
}
