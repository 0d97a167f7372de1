/// A share that was counted, and how far it may be trusted. Thousandths, 0…1000.
package struct EvaluationShare: Equatable, Sendable {
    /// Of how many.
    package var count: Int
    package var value: Int
    /// The 95 % interval, ends included; `value` lies in it.
    package var low: Int
    package var high: Int

    package init(count: Int, value: Int, low: Int, high: Int) {
        self.count = count
        self.value = value
        self.low = low
        self.high = high
    }

    /// A share and Wilson's 95 % interval, for things that were drawn one by one; `nil` of none.
    package init?(_ part: Int, of count: Int) {
        guard count > 0 else { return nil }
        // Wilson 1927; z of 95 %. Sums, products, quotients and one root: the same bits on every machine.
        let z = 1.959964
        let (n, p) = (Double(count), Double(part) / Double(count))
        let centre = p + z * z / (2 * n)
        let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        let whole = 1 + z * z / n
        let value = Self.thousandths(part, of: count)
        self.init(
            count: count, value: value, low: min(value, Self.rounded((centre - reach) / whole)),
            high: max(value, Self.rounded((centre + reach) / whole)))
    }

    /// The same share with the interval made as wide as `other` reaches on either side.
    package func widened(to other: ClosedRange<Int>) -> EvaluationShare {
        var share = self
        share.low = min(low, other.lowerBound)
        share.high = max(high, other.upperBound)
        return share
    }

    private static func rounded(_ value: Double) -> Int { max(0, min(1000, Int((value * 1000).rounded()))) }

    /// Rounded to the nearest, halves up; `count` above 0.
    static func thousandths(_ part: Int, of count: Int) -> Int { (2000 * part + count) / (2 * count) }
}
