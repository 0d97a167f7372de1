import Dispatch
import Synchronization

/// Runs pure functions on all cores, results in order.
enum Parallel {
    /// `work` on every slice of at most `size` elements, in parallel; the results in the order of the slices.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], size: Int, _ work: @Sendable (ArraySlice<Element>) -> Result
    ) -> [Result] {
        let count = (elements.count + size - 1) / size
        guard count > 1 else { return elements.isEmpty ? [] : [work(elements[...])] }
        let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let start = index * size
            let result = work(elements[start..<min(start + size, elements.count)])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}
