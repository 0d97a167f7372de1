import EarshotEncoder

/// What a thread says, as a direction: the mean of its telling texts' vectors.
struct ThreadMeaning: Sendable {
    private let pieces: [(text: TellingText, vector: SentenceVector)]
    let vector: SentenceVector

    /// `nil` where none of the texts has a vector.
    init?(_ texts: [TellingText], _ vectors: MeaningVectors) {
        pieces = texts.compactMap { text in
            guard let vector = vectors[text.text], !vector.isZero else { return nil }
            return (text, vector)
        }
        guard !pieces.isEmpty else { return nil }
        vector = SentenceVector.mean(of: pieces.map(\.vector))
    }

    /// The piece nearest to the item and the part of the item it is nearest to; the first of equals.
    func closest(to item: ItemMeaning) -> (text: TellingText, isTitle: Bool)? {
        var best: (likeness: Int, text: TellingText, isTitle: Bool)?
        for piece in pieces {
            let (isTitle, likeness) = item.nearest(to: piece.vector)
            if best.map({ likeness > $0.likeness }) ?? true { best = (likeness, piece.text, isTitle) }
        }
        return best.map { ($0.text, $0.isTitle) }
    }
}
