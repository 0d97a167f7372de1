/// The likeliest way of a thread from item to item: every comment speaks for items, and every change of item costs.
///
/// (Viterbi's algorithm.) The cost keeps one stray comment from splitting a thread, at both ends of a stretch alike.
enum DriftPath {
    /// What a change costs, in likeness. This and the next two: Models/link/DRIFT.md.
    static let change = 0.2
    /// What a comment is worth to the thread's own item beside its words: in doubt it stays.
    static let loyalty = 0.01
    /// What a comment of a thread about no item is worth to staying so.
    static let nothing = 0.05

    /// For each comment the item it goes to, or `nil` for the thread's own.
    ///
    /// `scores` gives by comment and state what the comment speaks for it; state 0 is the thread's own item.
    static func states(_ scores: [[Double]]) -> [Int] {
        guard let first = scores.first else { return [] }
        var best = first.enumerated().map { $0.offset == 0 ? $0.element : $0.element - change }
        var origins: [[Int]] = []
        for row in scores.dropFirst() {
            let leader = Self.leader(best)
            let origin = best.indices.map { best[$0] >= best[leader] - change ? $0 : leader }
            best = best.indices.map { (origin[$0] == $0 ? best[$0] : best[leader] - change) + row[$0] }
            origins.append(origin)
        }
        var state = leader(best)
        var path = [state]
        for origin in origins.reversed() {
            state = origin[state]
            path.append(state)
        }
        return path.reversed()
    }

    /// The first of the best.
    private static func leader(_ values: [Double]) -> Int {
        values.indices.dropFirst().reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    }
}
