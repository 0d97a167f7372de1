import EarshotCore

/// The words of the appendix.
extension PackText {
    var appendixHeading: String { "Every comment that the figures count" }
    var appendixNote: String {
        "By item and thread, redacted, in the order of the files. What is unfolded here is printed, what is folded is not."
    }
    var appendixPagesNote: String { "By item and thread, redacted, on pages of their own:" }
    func appendixTooLong(_ most: Int) -> String {
        "There are more than \(number(most)) comments, too many for pages: comments.csv holds every one."
    }
    func leftOutHeading(_ count: Int) -> String { "Left out, with the reasons: \(comments(count))" }
    var unnamed: String { "Unnamed resident" }
    var noWords: String { "(The source no longer shows the words.)" }
    var isCopy: String { "copies another comment" }

    /// "tone negative", "not scored: Polish".
    func toneNote(_ tone: ToneLabel, language: String) -> String {
        switch tone {
        case .negative: "tone \(negative)"
        case .neutral: "tone \(neutral)"
        case .positive: "tone \(positive)"
        case .notScored: "not scored: \(languageName(language))"
        }
    }

    // MARK: Pages of their own

    func commentsPage(_ number: Int, of count: Int) -> String {
        "Comments, page \(self.number(number)) of \(self.number(count))"
    }
    var skipToComments: String { "Skip to the comments" }
    var continued: String { "(continued)" }
    var backToPack: String { "Back to the pack" }
    var pageBefore: String { "Page before" }
    var pageAfter: String { "Next page" }
}
