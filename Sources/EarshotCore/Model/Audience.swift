/// For whom an edition of a pack is made.
package enum Audience: String, Sendable, CaseIterable, Codable {
    /// The members who decide: the default.
    case councillors
    /// The council's own officers: with ids, every reason, and what was left out.
    case officers
    /// Anybody: no single comments, small numbers hidden, quotes that no search leads from.
    case `public`
}

/// How residents' words are shown.
package enum QuotePolicy: String, Sendable, CaseIterable, Codable {
    /// As written, redacted and shortened.
    case verbatim
    /// What a search engine would lead straight to its author is told as a summary; the rest as written.
    case short
    /// No quotes.
    case none
}

/// What a sealed pack says of itself.
package struct Seal: Equatable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable {
        case edition
        /// Only what is new and what changed since the pack sealed before it.
        case supplement
    }

    package var kind: Kind
    /// 1 for the first edition; supplements count from 1 after each edition.
    package var number: Int
    /// The wall clock of the meeting's zone.
    package var sealed: LocalTime
    /// SHA-256, lower-case hexadecimal, of all that the database holds of the meeting.
    package var snapshot: String

    package init(kind: Kind, number: Int, sealed: LocalTime, snapshot: String) {
        self.kind = kind
        self.number = number
        self.sealed = sealed
        self.snapshot = snapshot
    }
}
