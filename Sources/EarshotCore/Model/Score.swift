/// What a person wants done about what the item proposes. Never a synonym of tone.
package enum Position: String, Sendable, Codable, CaseIterable {
    case support
    case mixed
    case unclear
    case oppose
}

/// Where a position comes from, strongest first.
package enum PositionBasis: String, Sendable, Codable, CaseIterable {
    /// The import says so.
    case declared
    /// The comment says so in plain words: "I object".
    case stated
    /// Read from other evidence in the comment.
    case inferred
    /// Learnt from comments of the same item that an officer labelled.
    case taught
    /// No position: `unclear`.
    case none
}

package enum ToneLabel: String, Sendable, Codable, CaseIterable {
    case negative
    case neutral
    case positive
    case notScored = "not_scored"
}

/// A part of a comment that a scorer used.
package struct ScoreTerm: Equatable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable {
        /// Its weight is part of the tone.
        case tone
        /// A phrase that states support (weight > 0) or opposition (weight < 0).
        case position
    }

    /// The comment's own words from `start` to `end`.
    package var text: String
    /// UTF-8 byte offsets into the comment's text, end exclusive.
    package var start: Int
    package var end: Int
    /// Thousandths; the weights of kind `tone` and the scorer's bias add up exactly to the tone.
    package var weight: Int
    package var kind: Kind

    package init(text: String, start: Int, end: Int, weight: Int, kind: Kind) {
        self.text = text
        self.start = start
        self.end = end
        self.weight = weight
        self.kind = kind
    }
}

/// All that the scorers say of one comment.
package struct CommentScore: Equatable, Sendable {
    /// Thousandths, −1000 (cold) … 1000 (warm); `nil` means not scored, never neutral.
    package var tone: Int?
    package var toneLabel: ToneLabel
    package var position: Position
    package var positionBasis: PositionBasis
    /// Thousandths, 0…1000; 0 when the basis is `none`.
    package var positionConfidence: Int
    /// ISO 639-1, or "und" where the text gives no ground.
    package var language: String
    /// Where a third of its sentences or more, or of its letters, are in another language: the commonest of those.
    package var otherLanguage: String?
    package var terms: [ScoreTerm]

    package init(
        tone: Int?, toneLabel: ToneLabel, position: Position, positionBasis: PositionBasis, positionConfidence: Int,
        language: String, otherLanguage: String? = nil, terms: [ScoreTerm]
    ) {
        self.tone = tone
        self.toneLabel = toneLabel
        self.position = position
        self.positionBasis = positionBasis
        self.positionConfidence = positionConfidence
        self.language = language
        self.otherLanguage = otherLanguage
        self.terms = terms
    }
}

/// What a scorer or linker says of itself; the pack's method section is made from it, so that it cannot go stale.
package struct MethodNote: Equatable, Sendable, Codable {
    /// "Tone".
    package var name: String
    /// Changes whenever the same input could give another result: "lexicon 1".
    package var version: String
    /// One or two plain sentences on how it works.
    package var how: String
    /// What it cannot do, and how often it was right where that was measured; plain sentences.
    package var limits: [String]

    package init(name: String, version: String, how: String, limits: [String]) {
        self.name = name
        self.version = version
        self.how = how
        self.limits = limits
    }
}
