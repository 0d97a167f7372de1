import EarshotCore

/// Which wordings of a meeting's comments are read for their positions.
///
/// Where there are too many, the budget is shared out evenly and what a small item leaves goes to the larger ones; of a
/// larger item those with the smallest digests are taken, which no order of import changes. Labelled wordings are read
/// whatever the budget.
package struct PositionChoice {
    /// One wording of an item.
    private struct Entry {
        var text: String
        var tone: Int?
        var row: Int64
        var known = KnownPosition()
        var isResponse = false

        mutating func add(_ comment: ReadableComment) {
            known.add(comment.said.position, comment.said.basis)
            isResponse = isResponse || comment.isResponse
        }
    }

    private struct Item {
        var entries: [UInt64: Entry] = [:]
        var labelled: [UInt64: Entry] = [:]
        /// No greater key is taken in any more.
        var most = UInt64.max
    }

    /// Distinct wordings in all; `nil`: every one.
    private let budget: Int?
    private let labels: [Int64: Set<UInt64>]
    private var items: [Int64: Item] = [:]
    /// Unlabelled wordings held.
    private var count = 0

    /// - Parameter labels: keys of labelled wordings, by item.
    package init(budget: Int?, labels: [Int64: Set<UInt64>]) {
        self.budget = budget
        self.labels = labels
    }

    package mutating func add(_ comment: ReadableComment, key: UInt64) {
        let isLabelled = labels[comment.item]?.contains(key) ?? false
        guard isLabelled || budget != 0 && key <= items[comment.item]?.most ?? .max else { return }
        let new = Entry(text: comment.text, tone: comment.tone, row: comment.row)
        if isLabelled {
            items[comment.item, default: Item()].labelled[key, default: new].add(comment)
        } else {
            let before = items[comment.item]?.entries.count ?? 0
            items[comment.item, default: Item()].entries[key, default: new].add(comment)
            count += (items[comment.item]?.entries.count ?? 0) - before
            if let budget, count > 2 * budget { trim(to: budget) }
        }
    }

    /// Leaves each item its share of what has come so far. Shares only ever shrink, so that nothing is lost that the
    /// end would have chosen.
    private mutating func trim(to budget: Int) {
        let rows = items.keys.sorted()
        let shares = Self.shares(of: budget, among: rows.map { items[$0]?.entries.count ?? 0 })
        for (row, share) in zip(rows, shares) {
            guard let entries = items[row]?.entries, entries.count > share else { continue }
            let last = share == 0 ? 0 : entries.keys.sorted()[share - 1]
            items[row]?.entries = share == 0 ? [:] : entries.filter { $0.key <= last }
            items[row]?.most = last
            count -= entries.count - share
        }
    }

    /// The wordings to read, by item and in order of their digests.
    package mutating func chosen() -> [Int64: [(key: UInt64, text: PositionText)]] {
        if let budget { trim(to: budget) }
        return items.mapValues { item in
            item.entries.merging(item.labelled) { first, _ in first }.sorted { $0.key < $1.key }.map { key, entry in
                (
                    key,
                    PositionText(
                        text: entry.text, tone: entry.tone, known: entry.known.position,
                        isDeclared: entry.known.isDeclared, row: entry.row,
                        isResponse: entry.isResponse)
                )
            }
        }
    }

    /// How much of `budget` each gets that wants `wants`: all of it, or as much as every other that cannot have all. It
    /// depends on no order; what division leaves is not given out.
    package static func shares(of budget: Int, among wants: [Int]) -> [Int] {
        var left = budget
        var level = Int.max
        for (done, want) in wants.sorted().enumerated() {
            let even = left / (wants.count - done)
            guard want <= even else {
                level = even
                break
            }
            left -= want
        }
        return wants.map { min($0, level) }
    }
}
