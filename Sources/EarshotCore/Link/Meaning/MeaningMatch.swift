import EarshotEncoder

/// How like each thread that was read for its meaning is to each item, with what a person's verdicts taught.
struct MeaningMatch: Sendable {
    /// What a verdict on another thread weighs: chosen, not derived.
    private static let confirmedDiscount = 50_000
    private static let rejectedShare = 2

    private let items: [ItemMeaning]
    private let threads: [ThreadMeaning?]
    /// By thread and item, millionths; `nil` for a thread that was not read.
    let likeness: [[Int]?]

    /// `doubtful`: the threads to compare; `lessons`: what persons said of threads.
    init(items: [ItemTexts], profiles: [ThreadProfile], doubtful: [Bool], lessons: Lessons, vectors: MeaningVectors) {
        let items = items.map { ItemMeaning($0, vectors) }
        let threads = profiles.indices.map { index in
            doubtful[index] || lessons.teaches(index) ? ThreadMeaning(profiles[index].telling, vectors) : nil
        }
        self.items = items
        self.threads = threads
        likeness = profiles.indices.map { index in
            guard doubtful[index], let vector = threads[index]?.vector else { return nil }
            return items.indices.map { item in
                var likeness = items[item].likeness(to: vector)
                for other in lessons.confirmed[item] where other != index {
                    guard let taught = threads[other] else { continue }
                    likeness = max(likeness, vector.likeness(to: taught.vector) - Self.confirmedDiscount)
                }
                for other in lessons.rejected[item] where other != index {
                    guard let taught = threads[other] else { continue }
                    let excess = vector.likeness(to: taught.vector) - likeness
                    if excess > 0 { likeness -= excess / Self.rejectedShare }
                }
                return likeness
            }
        }
    }

    /// What of the thread and what of the item are closest: the reason's words and the passage of the thread.
    func closest(thread: Int, item: Int) -> (text: TellingText, isTitle: Bool)? {
        threads[thread]?.closest(to: items[item])
    }
}
