import Testing

@testable import EarshotCore

@Suite("Exponential and ridge")
struct ExponentialTests {
    @Test(
        "it is e to the power, to the last few bits",
        arguments: [
            (0.0, 1.0), (1, 2.718281828459045), (-1, 0.36787944117144233), (10, 22026.465794806718),
            (-20, 2.061153622438558e-9), (0.5, 1.6487212707001282), (-0.001, 0.9990004998333750),
        ])
    func powers(_ value: Double, _ expected: Double) {
        #expect(abs(Exponential.of(value) / expected - 1) < 1e-13)
    }

    @Test("it undoes the logarithm", arguments: [-600.0, -47, -3.5, 0.01, 2, 88, 600])
    func inverse(_ value: Double) {
        #expect(abs(NaturalLogarithm.of(Exponential.of(value)) - value) < 1e-9)
    }

    @Test("far below it is nothing, and the logistic stays between 0 and 1")
    func ends() {
        #expect(Exponential.of(-1e9) == 0)
        #expect(Exponential.logistic(1e9) == 1)
        #expect(Exponential.logistic(-1e9) >= 0)
        #expect(Exponential.logistic(0) == 0.5)
    }

    @Test("leaving a label out by the formula is leaving it out")
    func leftOut() {
        let points: [Double] = [-2, -1.5, -1, -0.2, 0.3, 1, 1.4, 2.2]
        let sides = [-1, -1, -1, -1, 1, 1, 1, 1]
        let likeness = points.map { a in points.map { a * $0 } }
        let fit = RidgeFit(likeness: likeness, sides: sides)
        for left in points.indices {
            // The penalties are those of all labels, so that the others' are kept by hand: solve without the label.
            let others = points.indices.filter { $0 != left }
            var a = others.map { i in others.map { j in likeness[i][j] + 1 + (i == j ? 0.5 : 0) } }
            var b = others.map { Double(sides[$0]) }
            for p in a.indices {
                for i in a.indices where i != p {
                    let f = a[i][p] / a[p][p]
                    for j in a.indices { a[i][j] -= f * a[p][j] }
                    b[i] -= f * b[p]
                }
            }
            let weights = b.indices.map { b[$0] / a[$0][$0] }
            let answer = zip(others, weights).reduce(0.0) { $0 + $1.1 * (likeness[left][$1.0] + 1) }
            #expect(abs(answer - fit.leftOut[left]) < 1e-9)
        }
    }
}
