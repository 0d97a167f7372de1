/// One word of a comment (or part of a hashtag) as the learned weights see it.
struct ToneUnit: Equatable, Sendable {
    /// `Words.hash` of the word, drawn-out letters cut: "goooood" is "good".
    var hash: UInt64
    /// UTF-8 byte offsets, end exclusive; all parts of a hashtag have those of the whole.
    var start: Int32
    var end: Int32
    /// Per cent of its weight that counts: capitals, contrast and the marks at the end of the sentence change it.
    var share: Int32 = 100
    /// Place in the weights, or -1 where they do not know the word.
    var slot: Int32
    /// A negator stands before it in its clause.
    var isTurned: Bool
    /// Follows the unit before without a mark between them, so that the two make a pair.
    var joins: Bool
    /// Letters were cut.
    var isDrawnOut = false
    /// Part of a phrase of the prior lexicon that begins with a negator ("not bad"), which speaks for all of its words; only
    /// pairs count beside it.
    var isInPhrase = false
}

/// What a comment's marks say of how opinionated it is.
struct ToneMarks: Equatable, Sendable {
    /// Sentences with an exclamation mark, with a question mark.
    var exclaimed = 0
    var asked = 0
    /// Words in capitals, in a text that is not all capitals; words drawn out.
    var capitals = 0
    var drawnOut = 0
}

/// All that is read from one comment before any learned weight is looked at.
struct ToneReading: Sendable {
    /// Words and signs of the prior lexicon, in order.
    var hits: [ToneHit] = []
    /// Words, in order.
    var units: [ToneUnit] = []
    var marks = ToneMarks()
}
