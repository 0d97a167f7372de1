/// A comment with the position that an officer gave it.
package struct LabelledText: Sendable {
    package var text: TaughtText
    package var position: Position

    package init(text: TaughtText, position: Position) {
        self.text = text
        self.position = position
    }
}

/// How well a model learnt from so many labels tells the sides apart, by cross-validation on the labels themselves.
package struct LearningPoint: Equatable, Sendable {
    package var labels: Int
    /// Thousandths of the left-out labels that were told right, both sides weighing the same.
    package var balanced: Int
    /// Thousandths told right among the six in ten that were told most plainly.
    package var plainest: Int
}

/// What came of teaching one item's positions.
package enum TaughtPosition: Sendable {
    case learnt(TaughtModel, curve: [LearningPoint])
    /// No model, and why, in a sentence for the officer.
    case refused(String, curve: [LearningPoint])

    /// At least so many labels on each side; chosen, not derived.
    static let labelsPerSide = 5
    static let labelsNeeded = 16
    /// Thousandths; chosen, not derived.
    static let leastTaking = 600
    /// The newest labels beyond these are left out: a model of so many takes a second.
    static let labelLimit = 600

    /// Learns from an item's labels. Only `support` and `oppose` teach; where the model would give those labelled `mixed`
    /// or `unclear` a side too, that lowers the chance of all that it says. The order of
    /// the labels matters only to the learning curve.
    package static func learn(from labels: [LabelledText]) -> TaughtPosition {
        let used = Array(labels.filter { $0.position == .support || $0.position == .oppose }.prefix(labelLimit))
        let sides = used.map { $0.position == .support ? 1 : -1 }
        let pro = sides.count { $0 > 0 }
        let con = sides.count - pro
        guard pro >= labelsPerSide, con >= labelsPerSide, sides.count >= labelsNeeded else {
            let needed = "It needs \(labelsNeeded) labelled comments, \(labelsPerSide) of each side"
            return .refused("\(needed), and has \(pro) in support and \(con) opposed.", curve: [])
        }
        let texts = used.map(\.text)
        let parts = texts.map { a in texts.map { TaughtKernel.parts(a, $0) } }
        let (kernel, fit) = best(parts, sides)
        let figures = LearningCurve.point(fit.leftOut, sides)
        let curve = LearningCurve.points(parts, sides, kernel) + [figures]
        let (lower, isAboveChance) = LearningCurve.surelyAboveChance(fit.leftOut, sides)
        guard isAboveChance else {
            return .refused(
                "It has not learnt: of labels left out it told \(figures.balanced / 10) in 100 right, surely no more than "
                    + "\(max(0, lower) / 10), and guessing gets 50. More labels may help.",
                curve: curve)
        }
        let calibration = TaughtCalibration(answers: fit.leftOut, sides: sides)
        let neither = labels.filter { $0.position == .unclear || $0.position == .mixed }.map { label in
            zip(texts, fit.weights).reduce(0.0) { $0 + $1.1 * (kernel.value(TaughtKernel.parts(label.text, $1.0)) + 1) }
        }
        let taking = taking(neither: neither, sides: fit.leftOut, calibration)
        guard taking >= leastTaking else {
            return .refused(
                "Of \(labels.count) labelled comments \(neither.count) take no side, and it cannot tell those from the "
                    + "others: what it says would too often be wrong.", curve: curve)
        }
        return .learnt(
            TaughtModel(
                texts: texts, weights: fit.weights, kernel: kernel, calibration: calibration, taking: taking),
            curve: curve)
    }

    /// Of the labels that the model would give a side, those that take one: thousandths, with one more of these.
    private static func taking(neither: [Double], sides: [Double], _ calibration: TaughtCalibration) -> Int {
        func decided(_ answers: [Double]) -> Int {
            answers.count { answer in
                let support = calibration.support(at: Int((answer * 1000).rounded()))
                return max(support, 1000 - support) >= TaughtModel.threshold
            }
        }
        let taken = decided(sides) + 1
        return taken * 1000 / (taken + decided(neither))
    }

    private static func best(_ parts: [[TaughtKernel.Parts]], _ sides: [Int]) -> (TaughtKernel, RidgeFit) {
        var best: (kernel: TaughtKernel, fit: RidgeFit, error: Double)?
        for kernel in TaughtKernel.choices {
            let fit = RidgeFit(likeness: parts.map { $0.map(kernel.value) }, sides: sides)
            let error = fit.error(sides)
            if error < best?.error ?? .greatestFiniteMagnitude { best = (kernel, fit, error) }
        }
        guard let best else {
            return (TaughtKernel.choices[0], RidgeFit(likeness: [], sides: []))
        }
        return (best.kernel, best.fit)
    }
}
