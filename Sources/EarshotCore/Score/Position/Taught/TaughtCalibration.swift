/// From what a taught model says to the chance that the comment is for: a curve fitted to the left-out answers.
struct TaughtCalibration: Equatable, Sendable {
    private(set) var steepness = 3.0
    private(set) var start = 0.0

    /// The best of a grid, with a mild preference for a steepness of 3 and for no lean: few labels say little.
    init(answers: [Double], sides: [Int]) {
        var best = -Double.greatestFiniteMagnitude
        for step in 2...16 {
            let steepness = Double(step) / 2
            let ratio = NaturalLogarithm.of(steepness / 3)
            for lean in -8...8 {
                let start = Double(lean) / 4
                var sum = -2 * ratio * ratio - start * start / 2
                for (answer, side) in zip(answers, sides) {
                    let chance = Exponential.logistic(Double(side) * (steepness * answer + start))
                    sum += NaturalLogarithm.of(max(chance, 1e-12))
                }
                if sum > best { (best, self.steepness, self.start) = (sum, steepness, start) }
            }
        }
    }

    /// Thousandths.
    func support(at answer: Int) -> Int {
        Int((Exponential.logistic(steepness * Double(answer) / 1000 + start) * 1000).rounded())
    }
}
