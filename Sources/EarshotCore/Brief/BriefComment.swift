/// An included comment as the brief's two passes read it.
package struct BriefComment: Sendable {
    /// The comment's place in the store: unique, the same in every run over the same input.
    package var row: Int64
    /// 0-based index of the agenda item; the number of items stands for *off the agenda*.
    package var bucket: Int
    /// Dense index of the author, 0…authorCount − 1; −1 where the file names nobody.
    package var author: Int
    package var text: String
    package var position: Position
    package var tone: ToneLabel
    /// ISO 639-1, or "und".
    package var language: String
    package var likes: Int
    /// Not the first of its group of copies.
    package var isCopy: Bool
    /// The first of its group of copies.
    package var hasCopies: Bool
    /// Written by a resident: what staff and moderators write is counted and never quoted.
    package var isResident: Bool

    package init(
        row: Int64, bucket: Int, author: Int, text: String, position: Position = .unclear,
        tone: ToneLabel = .notScored, language: String = "en",
        likes: Int = 0, isCopy: Bool = false, hasCopies: Bool = false,
        isResident: Bool = true
    ) {
        self.row = row
        self.bucket = bucket
        self.author = author
        self.text = text
        self.position = position
        self.tone = tone
        self.language = language
        self.likes = likes
        self.isCopy = isCopy
        self.hasCopies = hasCopies
        self.isResident = isResident
    }

    /// Whether phrases and questions are looked for: stop words are known for English only, and a text too short to
    /// tell its language ("und") is most often English here.
    var isReadable: Bool { language == "en" || language == "und" }
}

/// What the comments of one item say, in their own words.
package struct BucketDigest: Equatable, Sendable {
    /// At most 12, the most telling first.
    package var keyphrases: [Keyphrase]
    /// At most 4, chosen by `QuoteRule`; grouped by side in the order support, mixed, oppose, unclear.
    package var quotes: [QuoteSource]
    /// At most 6, the most asked first.
    package var questions: [Question]
    /// At most 6, the most made first.
    package var suggestions: [Question]
    package var themes: Themes

    package init(
        keyphrases: [Keyphrase] = [], quotes: [QuoteSource] = [], questions: [Question] = [],
        suggestions: [Question] = [], themes: Themes = Themes()
    ) {
        self.keyphrases = keyphrases
        self.quotes = quotes
        self.questions = questions
        self.suggestions = suggestions
        self.themes = themes
    }
}

/// A comment chosen for the pack; the caller adds person, place and day.
package struct QuoteSource: Equatable, Sendable {
    /// `BriefComment.row`.
    package var row: Int64
    /// Redacted, at most 280 characters.
    package var text: String
    package var position: Position
    /// Others have posted the same words.
    package var hasCopies: Bool

    package init(row: Int64, text: String, position: Position, hasCopies: Bool = false) {
        self.row = row
        self.text = text
        self.position = position
        self.hasCopies = hasCopies
    }
}
