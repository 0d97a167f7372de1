import EarshotEncoder
import Testing

@Suite("A sentence's vector")
struct VectorTests {
    private func vector(_ parts: [Int: Int]) -> SentenceVector {
        var sums = [Int](repeating: 0, count: SentenceVector.dimensions)
        for (index, part) in parts { sums[index] = part }
        return .direction(of: sums)
    }

    @Test(
        "likeness is the cosine in millionths",
        arguments: [
            ([0: 1], [0: 7], 1_000_000), ([0: 1], [1: 1], 0), ([0: 1], [0: -3], -1_000_000),
            ([0: 1], [0: 1, 1: 1], 707_107), ([0: 3, 1: 4], [0: 4, 1: 3], 960_000), ([0: 1], [:], 0), ([:], [:], 0),
        ])
    func likeness(_ left: [Int: Int], _ right: [Int: Int], _ expected: Int) {
        let found = vector(left).likeness(to: vector(right))
        #expect(abs(found - expected) <= 20 && found == vector(right).likeness(to: vector(left)))
        if expected == 1_000_000 || expected == 0 { #expect(found == expected) }
    }

    @Test("each vector is a million like itself")
    func itself() throws {
        for vector in SentenceEncoder().vectors(of: try EncoderReference.sentences()) where !vector.isZero {
            #expect(vector.likeness(to: vector) == 1_000_000)
        }
    }

    @Test("a vector comes back from its bytes; other bytes are refused")
    func bytes() throws {
        for vector in SentenceEncoder().vectors(of: ["parking", "", "The pier is closed."]) {
            #expect(vector.bytes.count == 768)
            #expect(SentenceVector(bytes: vector.bytes) == vector)
            #expect(SentenceVector(bytes: vector.bytes.dropLast()) == nil)
            #expect(SentenceVector(bytes: vector.bytes + [0, 0]) == nil)
        }
        #expect(SentenceVector(bytes: [UInt8](repeating: 255, count: 768)) == nil)
        #expect(SentenceVector(bytes: [UInt8](repeating: 127, count: 768)) == nil)
    }

    @Test("the mean points between, in any order, and has length one")
    func mean() throws {
        let vectors = SentenceEncoder().vectors(of: ["parking", "The pier is closed.", "bins"])
        let mean = SentenceVector.mean(of: vectors)
        #expect(mean == .mean(of: vectors.reversed()))
        #expect(SentenceVector(bytes: mean.bytes) == mean)
        for vector in vectors { #expect(mean.likeness(to: vector) > 400_000) }
        #expect(SentenceVector.mean(of: []) == .zero)
        #expect(SentenceVector.mean(of: [vector([0: 1]), vector([0: -1])]).isZero)
    }
}
