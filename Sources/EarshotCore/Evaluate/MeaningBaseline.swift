import EarshotEncoder

/// The sentence encoder alone: a thread is the mean of the vectors of its title and comments; an item is as near as the
/// nearest of its title, its text, and both together.
package struct MeaningBaseline: Sendable {
    /// By item.
    private let items: [[SentenceVector]]

    /// The texts of an item to be read.
    package static func texts(of item: AgendaItem) -> [String] {
        item.text.isEmpty ? [item.title] : [item.title, item.text, "\(item.title). \(item.text)"]
    }

    /// The texts of a thread to be read.
    package static func texts(of thread: LinkThread) -> [String] {
        (thread.title.isEmpty ? [] : [thread.title]) + thread.texts
    }

    /// - Parameter vectors: Those of the items' `texts`.
    package init(items: [AgendaItem], vectors: MeaningVectors) {
        self.items = items.map { item in
            Self.texts(of: item).compactMap { vectors[$0] }.filter { !$0.isZero }
        }
    }

    /// - Parameter vectors: Those of the thread's `texts`. A thread without words has no candidates.
    package func answer(_ thread: LinkThread, vectors: MeaningVectors) -> LinkAnswer {
        let mean = SentenceVector.mean(of: Self.texts(of: thread).compactMap { vectors[$0] })
        return LinkAnswer(scores: items.map { item in item.map { mean.likeness(to: $0) }.max() ?? 0 })
    }
}
