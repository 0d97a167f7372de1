import EarshotCore

/// What people say where there are no themes; what they ask and suggest; what they copy.
extension PackPage {
    func voices(_ brief: ItemBrief, _ paper: PaperPlan, _ html: inout HTMLWriter) {
        guard brief.themes.isEmpty else { return themes(brief, paper, &html) }
        if !brief.keyphrases.isEmpty {
            html.element(.h3, text: text.keyphrasesHeading)
            keyphraseList(brief.keyphrases, note: text.keyphrasesNote, &html)
        }
        guard !brief.quotes.isEmpty, self.brief.quotePolicy != .none else { return }
        html.element(.h3, text: text.quotesHeading)
        html.element(.p, .class("why screen")) { quoteRule(&$0) }
        for (i, quote) in brief.quotes.enumerated() {
            self.quote(quote, of: brief.themes, isPrinted: i < paper.quotes, &html)
        }
    }

    func keyphraseList(_ keyphrases: [Keyphrase], note: String, _ html: inout HTMLWriter) {
        html.element(.p, .class("why"), text: note)
        html.element(.ul, .class("phrases")) { html in
            for keyphrase in keyphrases.prefix(PageLimit.keyphrases) {
                html.element(.li) { html in
                    html.element(.b, .anyDirection, text: keyphrase.text)
                    html.text(" ")
                    html.element(.span, .class("c"), text: text.keyphraseCounts(keyphrase))
                }
            }
        }
        more(keyphrases.count - PageLimit.keyphrases, in: "keyphrases.csv", &html)
    }

    func quoteRule(_ html: inout HTMLWriter) {
        html.text("\(text.quotesNoteBefore) ")
        methodLink("Quotes", text: text.quoteRuleLink, &html)
        html.text(text.quotesNoteAfter)
        if brief.quotePolicy == .short { html.text(" \(text.summaryNote)") }
    }

    /// - Parameter themes: the item's, which a summary names.
    func quote(_ quote: Quote, of themes: [ThemeBrief], isPrinted: Bool = true, _ html: inout HTMLWriter) {
        html.element(.blockquote, look(quote.position, isPrinted: isPrinted)) { html in
            if brief.quotePolicy == .short, quote.isFindable || (brief.audience == .public && quote.isClosed) {
                let names = quote.themes.filter(themes.indices.contains).map { themes[$0].name }
                html.element(.p, .class("summary"), text: text.summary(of: quote, about: names))
            } else {
                html.element(.p, .anyDirection, text: quote.text)
            }
            html.element(.footer) { html in
                html.element(.strong, text: text.capitalised(text.quotePosition(quote.position)))
                let day = shortDate(quote.day)
                // A pseudonym would join what one person says in several places.
                let person = brief.audience == .public ? "" : quote.person
                for part in [person, quote.place, day] where !part.isEmpty {
                    html.text(" · ")
                    html.element(.span, .anyDirection, text: part)
                }
                guard brief.audience == .officers else { return }
                html.text(" · ")
                html.element(.code, text: "\(quote.thread.rawValue)/\(quote.comment.rawValue)")
                if quote.isFindable { html.text(" · \(text.findable)") }
                if quote.isClosed { html.text(" · \(text.fromClosedPlace)") }
            }
        }
    }

    private func look(_ position: Position, isPrinted: Bool) -> HTMLAttribute {
        switch position {
        case .support: isPrinted ? .class("s_") : .class("s_ screen")
        case .mixed: isPrinted ? .class("m_") : .class("m_ screen")
        case .unclear: isPrinted ? .class("u_") : .class("u_ screen")
        case .oppose: isPrinted ? .class("o_") : .class("o_ screen")
        }
    }

    /// "9 November"; with its year where that is not the meeting's.
    func shortDate(_ iso: String) -> String {
        guard let day = LocalTime(isoDate: iso) else { return "" }
        return text.date(day, year: day.year != brief.meeting.start?.year)
    }

    /// Questions and suggestions are residents' own words: where quotes are not shown, neither are those of one comment.
    private func shown(_ questions: [Question]) -> [Question] {
        switch brief.quotePolicy {
        case .verbatim: questions
        case .short: questions.filter { $0.comments > 1 }
        case .none: []
        }
    }

    func questions(_ all: [Question], printed: Int, _ html: inout HTMLWriter) {
        let questions = shown(all)
        guard !questions.isEmpty else { return }
        heading(text.questionsHeading, isPrinted: printed > 0, &html)
        html.element(.ol) { html in
            for (i, question) in questions.prefix(PageLimit.questions).enumerated() {
                html.element(.li, onPaper(i < printed)) { html in
                    html.element(.span, .anyDirection, text: question.text)
                    guard question.comments > 1 else { return }
                    html.text(" ")
                    html.element(.span, .class("c"), text: "(\(text.asked(question.comments)))")
                }
            }
        }
        more(questions.count - PageLimit.questions, in: "questions.csv", &html)
    }

    func suggestions(_ all: [Question], printed: Int, _ html: inout HTMLWriter) {
        let suggestions = shown(all)
        guard !suggestions.isEmpty else { return }
        heading(text.suggestionsHeading, isPrinted: printed > 0, &html)
        html.element(.ul) { html in
            for (i, suggestion) in suggestions.prefix(PageLimit.suggestions).enumerated() {
                html.element(.li, onPaper(i < printed)) { html in
                    html.element(.span, .anyDirection, text: suggestion.text)
                    guard suggestion.comments > 1 else { return }
                    html.text(" ")
                    html.element(.span, .class("c"), text: "(\(text.suggested(suggestion.comments)))")
                }
            }
        }
        more(suggestions.count - PageLimit.suggestions, in: "questions.csv", &html)
    }

    func copiedTexts(_ texts: [CopiedText], printed: Int, _ html: inout HTMLWriter) {
        guard !texts.isEmpty else { return }
        html.element(.div, printed > 0 ? .class("copied") : .class("copied screen")) { html in
            html.element(.h3, text: text.copiedHeading)
            html.element(.p, .class("why"), text: text.copiedNote)
        }
        for (i, copied) in texts.prefix(PageLimit.copiedTexts).enumerated() {
            html.element(.blockquote, look(.unclear, isPrinted: i < printed)) { html in
                html.element(.p, .anyDirection, text: copied.text)
                html.element(.footer, text: text.capitalised(text.copied(copied, shown: PageLimit.copiedPlaces)))
            }
        }
        more(texts.count - PageLimit.copiedTexts, in: "pack.json", &html)
    }

    /// What is left out on paper; the screen shows it.
    func onPaper(_ isPrinted: Bool) -> [HTMLAttribute] { isPrinted ? [] : [.class("screen")] }

    func heading(_ title: String, isPrinted: Bool, _ html: inout HTMLWriter) {
        html.element(.h3, onPaper(isPrinted)) { $0.text(title) }
    }

    /// The line under a list that was cut off.
    func more(_ count: Int, in file: String, _ html: inout HTMLWriter) {
        guard count > 0 else { return }
        html.element(.p, .class("c screen"), text: text.capitalised(text.more(count, in: file)) + ".")
    }
}

extension LocalTime {
    /// Reads "2026-11-09"; `nil` for anything else.
    init?(isoDate: String) {
        let parts = isoDate.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
            return nil
        }
        self.init(year: year, month: month, day: day, hasTime: false)
    }
}
