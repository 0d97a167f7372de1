/// Comments by position.
package struct PositionCounts: Equatable, Sendable {
    package var support = 0
    package var mixed = 0
    package var unclear = 0
    package var oppose = 0
    package init() {}
    package var total: Int { support + mixed + unclear + oppose }

    package subscript(position: Position) -> Int {
        get {
            switch position {
            case .support: support
            case .mixed: mixed
            case .unclear: unclear
            case .oppose: oppose
            }
        }
        set {
            switch position {
            case .support: support = newValue
            case .mixed: mixed = newValue
            case .unclear: unclear = newValue
            case .oppose: oppose = newValue
            }
        }
    }
}

/// Comments by tone.
package struct ToneCounts: Equatable, Sendable {
    package var negative = 0
    package var neutral = 0
    package var positive = 0
    /// Comments that were not scored, by language code, most frequent first.
    package var notScored: [LanguageCount] = []
    package init() {}
    package var total: Int { negative + neutral + positive + notScored.reduce(0) { $0 + $1.comments } }

    package struct LanguageCount: Equatable, Sendable {
        /// ISO 639-1 or "und".
        package var language: String
        package var comments: Int
        package init(language: String, comments: Int) {
            self.language = language
            self.comments = comments
        }
    }
}
