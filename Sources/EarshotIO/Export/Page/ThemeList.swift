package import EarshotCore

/// What people say, theme by theme: how many, what they want, how it sounds, and their words.
extension PackPage {
    func themes(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        html.element(.h3, text: text.themesHeading)
        html.element(.p, .class("why")) { html in
            html.text("\(text.themesNote) ")
            quoteRule(&html)
        }
        let shown = ThemeQuotes(brief)
        for (i, theme) in brief.themes.enumerated() {
            block(
                name: theme.name, phrases: theme.phrases.dropFirst(), count: theme.count, quotes: shown.open[i],
                more: shown.more[i], isShort: i >= PageLimit.printedThemes && shown.open[i].isEmpty, &html)
        }
        let rest = shown.open[brief.themes.count]
        if brief.otherThemes.comments > 0 || !rest.isEmpty {
            block(
                name: text.otherTheme, phrases: [], count: brief.otherThemes, quotes: rest, more: [],
                isShort: rest.isEmpty, &html)
        }
        phraseTable(brief.keyphrases, &html)
    }

    private func block(
        name: String, phrases: ArraySlice<String>, count: ThemeCount, quotes: [Quote], more: [Quote],
        isShort: Bool = false, _ html: inout HTMLWriter
    ) {
        html.element(.div, isShort ? .class("theme short") : .class("theme")) { html in
            themeHead(name: name, phrases: phrases, count: count, &html)
            for quote in quotes { self.quote(quote, &html) }
            guard !more.isEmpty else { return }
            html.element(.details, .class("screen")) { html in
                html.element(.summary) { html in
                    html.text(text.themeQuotes)
                    // A screen reader's list of buttons must tell them apart.
                    html.element(.span, .class("hidden"), text: ": \(name)")
                }
                for quote in more { self.quote(quote, &html) }
            }
        }
    }

    private func themeHead(
        name: String, phrases: ArraySlice<String>, count: ThemeCount, _ html: inout HTMLWriter
    ) {
        html.element(.h4) { html in
            html.element(.span, .anyDirection, text: text.capitalised(name))
            html.element(.span, .class("c"), text: " · \(text.counts(count))")
        }
        let others = text.otherPhrases(phrases.prefix(PageLimit.themePhrases))
        if !others.isEmpty { html.element(.p, .class("c also"), .anyDirection, text: others) }
        positionBar(count.positions, &html)
        html.element(.p, .class("c mix")) { html in
            html.text(text.mix(count.positions))
            html.element(.span, .class("screen"), text: text.tone(count.tones))
        }
    }

    /// Themes without quotes, for the talk that fits no item.
    func themeHeads(_ themes: [ThemeBrief], other: ThemeCount, _ html: inout HTMLWriter) {
        html.element(.ul, .class("phrases")) { html in
            for theme in themes {
                html.element(.li) { html in
                    html.element(.b, .anyDirection, text: theme.name)
                    html.text(" ")
                    html.element(.span, .class("c"), text: text.counts(theme.count))
                }
            }
            guard other.comments > 0 else { return }
            html.element(.li) { html in
                html.text("\(text.otherTheme) ")
                html.element(.span, .class("c"), text: text.counts(other))
            }
        }
    }

    /// Every keyphrase with its mix; its comments are marked in comments.csv.
    private func phraseTable(_ keyphrases: [Keyphrase], _ html: inout HTMLWriter) {
        guard !keyphrases.isEmpty else { return }
        html.element(.details, .class("screen")) { html in
            html.element(.summary, text: text.phrasesSummary)
            html.element(.p, .class("c"), text: text.keyphrasesNote)
            html.element(
                .div, .class("scroll"), .fixed("tabindex", "0"), .fixed("role", "region"), .label(text.phrasesTable)
            ) { html in
                html.element(.table) { html in
                    html.element(.caption, .class("hidden"), text: text.phrasesTable)
                    html.element(.thead) { html in
                        html.element(.tr) { html in
                            html.element(.th, .fixed("scope", "col"), text: text.phraseColumn)
                            html.element(.th, .fixed("scope", "col"), .class("n"), text: text.commentsColumn)
                            html.element(.th, .fixed("scope", "col"), .class("n"), text: text.peopleColumn)
                            html.element(.th, .fixed("scope", "col"), text: text.positionColumn)
                            html.element(.th, .fixed("scope", "col"), text: text.toneColumn)
                        }
                    }
                    html.element(.tbody) { html in
                        for keyphrase in keyphrases.prefix(PageLimit.keyphrases) { row(keyphrase, &html) }
                    }
                }
            }
        }
    }

    private func row(_ keyphrase: Keyphrase, _ html: inout HTMLWriter) {
        html.element(.tr) { html in
            html.element(.th, .fixed("scope", "row"), .anyDirection, text: keyphrase.text)
            html.element(.td, .class("n"), text: text.number(keyphrase.comments))
            html.element(.td, .class("n"), text: text.number(keyphrase.people))
            html.element(.td, text: text.mix(keyphrase.positions))
            html.element(.td, text: text.mix(keyphrase.tones))
        }
    }
}

/// Which quotes stand under which theme. The item's own quotes, which show its sides in proportion, are open and printed,
/// each under one of its themes; a theme's other quotes can be unfolded. No comment is quoted twice.
package struct ThemeQuotes {
    /// By theme; what is in none of the themes comes last.
    package private(set) var open: [[Quote]]
    package private(set) var more: [[Quote]]

    package init(_ brief: ItemBrief) {
        let count = brief.themes.count
        open = Array(repeating: [], count: count + 1)
        more = Array(repeating: [], count: count)
        var quoted: Set<String> = []
        for quote in brief.quotes {
            let themes = quote.themes.filter { $0 < count }
            let place = themes.min { (open[$0].count, $0) < (open[$1].count, $1) } ?? count
            open[place].append(quote)
            quoted.insert(Self.name(of: quote))
        }
        for (i, theme) in brief.themes.enumerated() {
            more[i] = theme.quotes.filter { quoted.insert(Self.name(of: $0)).inserted }
        }
    }

    private static func name(of quote: Quote) -> String { "\(quote.thread.rawValue)\u{0}\(quote.comment.rawValue)" }
}
