/// What people said about one item, in groups of phrases: at most eight, and what is in none of them.
///
/// A comment counts in every theme that it has a phrase of, so the themes add up to more than the comments.
package struct Themes: Equatable, Sendable {
    /// The most talked of first.
    package var themes: [Theme]
    /// Comments in none of the themes shown; comments in languages that are not read for phrases are not among them.
    /// Its people are those none of whose comments is in a theme.
    package var other: ThemeCount

    package init(themes: [Theme] = [], other: ThemeCount = ThemeCount()) {
        self.themes = themes
        self.other = other
    }
}

/// A set of keyphrases that occur together or mean the same.
package struct Theme: Equatable, Sendable {
    /// Its best phrase.
    package var name: String
    /// Its phrases, the best first; of a phrase and a longer one that holds it only the longer.
    package var phrases: [String]
    package var count: ThemeCount
    /// At most three, chosen by `QuoteRule`.
    package var quotes: [QuoteSource]
    /// The comments in it, by `BriefComment.row`: the first `Keyphrase.rowLimit` in the order of the store.
    package var rows: [Int64]
    /// Its phrases, a bit each: a comment is in it where `BriefDigest.Partial.sets` has one of them.
    package var set: UInt64

    package init(
        name: String, phrases: [String], count: ThemeCount, quotes: [QuoteSource] = [], rows: [Int64] = [],
        set: UInt64
    ) {
        self.name = name
        self.phrases = phrases
        self.count = count
        self.quotes = quotes
        self.rows = rows
        self.set = set
    }
}

/// How much was said, by how many, and how.
package struct ThemeCount: Equatable, Sendable {
    package var comments = 0
    /// Comments that are no copies.
    package var texts = 0
    /// Distinct authors.
    package var people = 0
    /// Comments without an author's name.
    package var unnamed = 0
    package var positions = PositionCounts()
    /// Different texts by position.
    package var positionsByText = PositionCounts()
    package var tones = ToneMix()

    package init() {}

    /// One comment; `people` is counted apart.
    mutating func add(position: Position, tone: ToneLabel, isCopy: Bool, isNamed: Bool) {
        comments += 1
        positions[position] += 1
        tones[tone] += 1
        if !isNamed { unnamed += 1 }
        guard !isCopy else { return }
        texts += 1
        positionsByText[position] += 1
    }

    mutating func add(_ other: ThemeCount) {
        comments += other.comments
        texts += other.texts
        unnamed += other.unnamed
        positions.add(other.positions)
        positionsByText.add(other.positionsByText)
        tones.add(other.tones)
    }
}

extension PositionCounts {
    mutating func add(_ other: PositionCounts) {
        support += other.support
        mixed += other.mixed
        unclear += other.unclear
        oppose += other.oppose
    }
}

extension ToneMix {
    mutating func add(_ other: ToneMix) {
        negative += other.negative
        neutral += other.neutral
        positive += other.positive
        notScored += other.notScored
    }
}
