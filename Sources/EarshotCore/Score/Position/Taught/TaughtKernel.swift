/// How alike two comments of an item are to a taught model: three likenesses, each with its weight.
struct TaughtKernel: Equatable, Sendable {
    /// Of the evidence that the untaught position goes by.
    var evidence: Double
    /// Of words and pairs.
    var words: Double

    /// Those that cross-validation may choose from, the first of equals. Source: Models/position/REPORT.md.
    static let choices = [
        TaughtKernel(evidence: 0.05, words: 0.4), TaughtKernel(evidence: 0.05, words: 0),
        TaughtKernel(evidence: 0.05, words: 1), TaughtKernel(evidence: 0.2, words: 0.4),
        TaughtKernel(evidence: 0.2, words: 0), TaughtKernel(evidence: 0.2, words: 1),
    ]
    static let vectorUnit = 1.0 / 1_073_741_824

    /// The three likenesses of two comments, unweighted: of meaning, of evidence, of words.
    struct Parts: Sendable {
        var meaning: Double
        var evidence: Double
        var words: Double
    }

    static func parts(_ a: TaughtText, _ b: TaughtText) -> Parts {
        var product = 0
        for i in 0..<min(a.meaning.count, b.meaning.count) { product += a.meaning[i] * b.meaning[i] }
        return Parts(
            meaning: Double(product) * vectorUnit,
            evidence: Double(a.evidence * b.evidence) / 1_000_000,
            words: shared(a.words, b.words))
    }

    func value(_ parts: Parts) -> Double { parts.meaning + evidence * parts.evidence + words * parts.words }

    private static func shared(_ a: [TaughtWord], _ b: [TaughtWord]) -> Double {
        var sum = 0.0
        var i = 0
        var j = 0
        while i < a.count, j < b.count {
            if a[i].hash == b[j].hash {
                sum += a[i].weight * b[j].weight
                i += 1
                j += 1
            } else if a[i].hash < b[j].hash {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }
}
