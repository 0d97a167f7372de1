internal import EarshotEncoder

/// Where nobody has spoken yet: the evidence that a comment on this item would show without taking a side.
///
/// What an item is about pulls its comments toward one side, whoever writes: a report on collisions sounds like
/// opposition. Neutral sentences about the item are pulled the same way and tell how much, without supposing that both
/// sides speak equally. Source: Models/position/REPORT.md.
enum PositionZero {
    /// Chosen on development motions: zero = `slope` × evidence of the neutral sentences + `start`, in thousandths.
    static let slope = 912
    static let start = -706
    /// Chosen, not derived: a long title's end says little, and the encoder would read it five times.
    private static let titleWords = 25

    /// Thousandths of a step.
    static func expected(title: String, reader: EvidenceReader) -> Int {
        let subject = title.split(whereSeparator: \.isWhitespace).prefix(titleWords).joined(separator: " ")
        guard !subject.isEmpty else { return start }
        let vectors = reader.encoder.vectors(of: PositionSeeds.neutral(about: subject))
        let sum = vectors.reduce(0) { $0 + reader.evidence($1, tone: nil).sum }
        return EvidenceReader.quotient(sum * slope, vectors.count * 1000) + start
    }
}
