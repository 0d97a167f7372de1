/// A theme as a pack shows it: a set of phrases that occur together or mean the same.
package struct ThemeBrief: Equatable, Sendable {
    /// Its best phrase.
    package var name: String
    /// Its phrases, the best first.
    package var phrases: [String]
    package var count: ThemeCount
    /// At most three, chosen by `QuoteRule` among the theme's own comments.
    package var quotes: [Quote]

    package init(name: String, phrases: [String], count: ThemeCount, quotes: [Quote] = []) {
        self.name = name
        self.phrases = phrases
        self.count = count
        self.quotes = quotes
    }
}
