/// What a sentence means, as a direction: 384 components of a vector of length one.
///
/// Component: the vector's own × 32,768, rounded to a whole number (−32,767 … +32,767, no unit).
/// Two vectors that point the same way say much the same. The vector of a text without words is zero and is like nothing.
/// Source: `SentenceEncoder`; equal texts give equal vectors on every machine.
package struct SentenceVector: Sendable {
    /// How many components a vector has.
    package static let dimensions = 384

    /// The vector of a text without words.
    package static let zero = SentenceVector(unchecked: [Int16](repeating: 0, count: dimensions))

    /// The components, `dimensions` of them.
    package let components: [Int16]

    /// The square of the length, about 2³⁰ (0 for the zero vector); worked out once, for `likeness(to:)`.
    private let square: Int32

    /// Components as the encoder gives them: `dimensions` of them, of length one.
    init(unchecked components: [Int16]) {
        self.components = components
        square = Self.product(components, components)
    }

    /// A vector from its stored form (`bytes`); `nil` when that is not `2 × dimensions` bytes of a vector of length one
    /// (to within a thousandth) or zero.
    package init?(bytes: some Sequence<UInt8>) {
        var components: [Int16] = []
        components.reserveCapacity(Self.dimensions)
        var low: UInt8?
        var square = 0
        for byte in bytes {
            guard let first = low else {
                low = byte
                continue
            }
            low = nil
            let component = Int16(bitPattern: UInt16(byte) << 8 | UInt16(first))
            square += Int(component) * Int(component)
            components.append(component)
            guard components.count <= Self.dimensions else { return nil }
        }
        let whole = 1 << 30
        guard low == nil, components.count == Self.dimensions, square == 0 || abs(square - whole) < whole / 500 else {
            return nil
        }
        self.init(unchecked: components)
    }

    /// The vector for storage: `2 × dimensions` bytes, each component's low byte first.
    package var bytes: [UInt8] {
        components.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    /// Whether the text had no words.
    package var isZero: Bool { square == 0 }

    /// How alike two vectors are: the cosine of the angle between them in millionths, −1,000,000 … +1,000,000, rounded to
    /// the nearest (halves away from zero); 0 when either is zero. A vector is 1,000,000 like itself.
    package func likeness(to other: SentenceVector) -> Int {
        guard square > 0, other.square > 0 else { return 0 }
        // Whole numbers, then one product, one square root and one quotient, each rounded as IEEE 754 says.
        let lengths = (Double(square) * Double(other.square)).squareRoot()
        let cosine = Double(Self.product(components, other.components)) * 1_000_000 / lengths
        return max(-1_000_000, min(1_000_000, Int(cosine.rounded())))
    }

    /// The mean direction of `vectors`, of length one again; zero when there are none or they cancel out.
    ///
    /// The order of `vectors` does not matter: the sums are whole numbers.
    package static func mean(of vectors: [SentenceVector]) -> SentenceVector {
        var sums = [Int](repeating: 0, count: dimensions)
        for vector in vectors {
            for index in 0..<dimensions { sums[index] += Int(vector.components[index]) }
        }
        return direction(of: sums)
    }

    /// The vector of length one that points where `sums` points; zero for zero. Sums up to ±2⁴⁰ a component.
    ///
    /// For weighted sums of components; each sum is a whole number, so that the order of adding does not matter.
    package static func direction(of sums: [Int]) -> SentenceVector {
        guard sums.count == dimensions else { return zero }
        let square = sums.reduce(0.0) { $0 + Double($1) * Double($1) }
        guard square > 0 else { return zero }
        let length = square.squareRoot()
        return SentenceVector(
            unchecked: sums.map { Int16(max(-32_767, min(32_767, (Double($0) * 32_768 / length).rounded()))) })
    }

    /// The sum of the products of components: within 2³¹ for vectors of length one, so that 32 bits hold it.
    private static func product(_ left: [Int16], _ right: [Int16]) -> Int32 {
        let left = left.span
        let right = right.span
        var sum: Int32 = 0
        for index in 0..<min(left.count, right.count) { sum &+= Int32(left[index]) &* Int32(right[index]) }
        return sum
    }
}

extension SentenceVector: Hashable {
    package static func == (left: SentenceVector, right: SentenceVector) -> Bool { left.components == right.components }
    package func hash(into hasher: inout Hasher) { hasher.combine(components) }
}
