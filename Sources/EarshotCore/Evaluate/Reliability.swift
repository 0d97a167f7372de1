/// Whether confidences are true: of what was promised eight times in ten, eight in ten should be right.
package struct Reliability: Equatable, Sendable {
    /// One of ten equal stretches of confidence.
    package struct Bin: Equatable, Sendable {
        /// Thousandths: 0, 100 … 900. The bin ends before the next, the last with 1000.
        package var from: Int
        /// The mean of what was promised, thousandths.
        package var promised: Int
        /// How often it was right, with Wilson's interval.
        package var right: EvaluationShare
    }

    /// Those with something in them, ascending.
    package let bins: [Bin]
    package let count: Int
    /// Expected calibration error: how far promise and truth lie apart in a bin, on average over what was promised,
    /// thousandths; `nil` of nothing.
    package let error: Int?

    /// - Parameter promises: Confidence in thousandths, 0…1000, and whether it came true.
    package init(_ promises: [(confidence: Int, isRight: Bool)]) {
        var sums = Array(repeating: (count: 0, promised: 0, right: 0), count: 10)
        for promise in promises {
            let bin = max(0, min(promise.confidence / 100, 9))
            sums[bin].count += 1
            sums[bin].promised += promise.confidence
            if promise.isRight { sums[bin].right += 1 }
        }
        bins = sums.enumerated().compactMap { index, sum in
            guard let right = EvaluationShare(sum.right, of: sum.count) else { return nil }
            return Bin(
                from: index * 100, promised: (2 * sum.promised + sum.count) / (2 * sum.count), right: right)
        }
        count = promises.count
        let apart = sums.reduce(0) { $0 + abs($1.promised - 1000 * $1.right) }
        error = promises.isEmpty ? nil : (2 * apart + promises.count) / (2 * promises.count)
    }
}
