package import EarshotCore

/// What people say, theme by theme: how many, what they want, how it sounds, and their words.
extension PackPage {
    func themes(_ brief: ItemBrief, _ paper: PaperPlan, _ html: inout HTMLWriter) {
        html.element(.h3, text: text.themesHeading)
        html.element(.p, .class("why screen")) { html in
            html.text("\(text.themesNote) ")
            quoteRule(&html)
        }
        let shown = ThemeQuotes(brief, policy: self.brief.quotePolicy)
        let told = toldThemes(brief, shown)
        var printed = 0
        for (place, i) in told.enumerated() {
            let theme = brief.themes[i]
            block(
                name: theme.name, phrases: theme.phrases.dropFirst(), count: theme.count, quotes: shown.open[i],
                more: shown.more[i], of: brief.themes, isShort: i >= PageLimit.printedThemes && shown.open[i].isEmpty,
                paper: place < paper.themes ? paper.quotes - printed : nil, &html)
            if place < paper.themes { printed += shown.open[i].count }
        }
        let others = shown.open[brief.themes.count]
        if brief.otherThemes.comments > 0 || !others.isEmpty {
            block(
                name: text.otherTheme, phrases: [], count: brief.otherThemes, quotes: others, more: [],
                of: brief.themes, isShort: others.isEmpty, paper: max(0, paper.quotes - printed), &html)
        }
        let rest = brief.themes.count - told.count
        if rest > 0 { html.element(.p, .class("c screen"), text: text.smallThemes(rest)) }
        phraseTable(brief.keyphrases, &html)
    }

    /// The themes that are shown, by number. One of two people that nobody is quoted for says little: it stands in
    /// themes.csv.
    func toldThemes(_ brief: ItemBrief, _ shown: ThemeQuotes) -> [Int] {
        brief.themes.indices.filter { i in
            !shown.open[i].isEmpty || (i < PageLimit.themes && brief.themes[i].count.people > 2)
        }
    }

    /// - Parameter paper: how many of the quotes are printed; `nil` where not even the theme is.
    private func block(
        name: String, phrases: ArraySlice<String>, count: ThemeCount, quotes: [Quote], more: [Quote],
        of themes: [ThemeBrief], isShort: Bool = false, paper: Int? = 9, _ html: inout HTMLWriter
    ) {
        let look: HTMLAttribute = isShort ? .class("theme short") : .class("theme")
        html.element(.div, paper == nil ? .class("theme screen") : look) { html in
            themeHead(name: name, phrases: phrases, count: count, &html)
            for (i, quote) in quotes.enumerated() {
                self.quote(quote, of: themes, isPrinted: i < paper ?? 0, &html)
            }
            guard !more.isEmpty else { return }
            html.element(.details, .class("screen")) { html in
                html.element(.summary) { html in
                    html.text(text.themeQuotes)
                    // A screen reader's list of buttons must tell them apart.
                    html.element(.span, .class("hidden"), text: ": \(name)")
                }
                for quote in more { self.quote(quote, of: themes, &html) }
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
                .div, .class("scroll"), .fixed("tabindex", "0"), .fixed("role", "group"), .label(text.phrasesTable)
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
            html.element(.td, .class("n"), text: text.figure(keyphrase.comments))
            html.element(.td, .class("n"), text: text.figure(keyphrase.people))
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

    /// - Parameter policy: Under `none` nothing is quoted; under `short` no theme has more quotes than the open ones.
    package init(_ brief: ItemBrief, policy: QuotePolicy = .verbatim) {
        let count = brief.themes.count
        open = Array(repeating: [], count: count + 1)
        more = Array(repeating: [], count: count)
        guard policy != .none else { return }
        var quoted: Set<String> = []
        for quote in brief.quotes {
            let themes = quote.themes.filter { $0 < count }
            let place = themes.min { (open[$0].count, $0) < (open[$1].count, $1) } ?? count
            open[place].append(quote)
            quoted.insert(Self.name(of: quote))
        }
        guard policy == .verbatim else { return }
        for (i, theme) in brief.themes.enumerated() {
            more[i] = theme.quotes.filter { quoted.insert(Self.name(of: $0)).inserted }
        }
    }

    private static func name(of quote: Quote) -> String { "\(quote.thread.rawValue)\u{0}\(quote.comment.rawValue)" }
}
