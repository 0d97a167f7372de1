/// How a tone came about: each word's share of the figure, and why the label is what it is.
package struct ToneExplanation: Equatable, Sendable {
    /// What the words around it do to a word.
    package enum Effect: Equatable, Sendable {
        /// A negator stands before it in its clause.
        case turned
        /// Letters were drawn out: "sooo".
        case drawnOut
        /// Counts so many per cent of its weight: capitals, "but", and the marks that end the sentence.
        case counted(Int)
    }

    /// A word, or words that were read as one.
    package struct Part: Equatable, Sendable {
        /// UTF-8 byte offsets, end exclusive.
        package var start: Int
        package var end: Int
        /// Thousandths; those of all parts and `Scorer.toneBias` add up exactly to `value`.
        package var share: Int
        /// How opinionated it sounds; thousandths of a scale point.
        package var opinion: Int
        package var effects: [Effect]
    }

    /// In the order of the text; some have an opinion and no share.
    package var parts: [Part]
    /// Thousandths, as in `CommentScore`.
    package var value: Int
    package var label: ToneLabel
    /// The two sums, thousandths of a scale point: how warm (above 0) or cold, and how opinionated. The second is the parts',
    /// that of the marks, and what every text begins with.
    package var polarity: Int
    package var opinion: Int
    package var marks: Int
    package var beginning: Int
    /// What `opinion` and the size of `polarity` together have to exceed, so that a text of this length is called positive
    /// (negative, where `polarity` is below 0); thousandths of a scale point.
    package var needed: Int
}

extension ToneReader {
    /// Of what was read, with the sums that the label was chosen by.
    func explanation(_ reading: ToneReading) -> ToneExplanation {
        let sums = sums(reading)
        let (value, root, label) = judgement(sums)
        let shares = Apportion.shares(among: sums.parts.lazy.map(\.polarity), root: root)
        let parts = zip(sums.parts, shares).map { part, share in
            ToneExplanation.Part(
                start: part.start, end: part.end, share: share, opinion: part.opinion,
                effects: Self.effects(on: part, reading.units))
        }
        let scale = Apportion.squareRoot(sums.length * 1_000_000)
        let threshold = sums.polarity < 0 ? model.negative : model.positive
        let said = parts.reduce(0) { $0 + $1.opinion }
        return ToneExplanation(
            parts: parts, value: value, label: label, polarity: sums.polarity, opinion: sums.opinion,
            marks: sums.opinion - said - model.opinion, beginning: model.opinion, needed: -(threshold * scale / 1000))
    }

    private static func effects(on part: TonePart, _ units: [ToneUnit]) -> [ToneExplanation.Effect] {
        let some = units.filter { Int($0.start) < part.end && Int($0.end) > part.start }
        var effects: [ToneExplanation.Effect] = []
        if some.contains(where: \.isTurned) { effects.append(.turned) }
        if some.contains(where: \.isDrawnOut) { effects.append(.drawnOut) }
        if let share = some.first(where: { $0.share != 100 })?.share { effects.append(.counted(Int(share))) }
        return effects
    }
}
