import EarshotCore

/// What people say where there are no themes; what they ask and suggest; what they copy.
extension PackPage {
    func voices(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        guard brief.themes.isEmpty else { return themes(brief, &html) }
        if !brief.keyphrases.isEmpty {
            html.element(.h3, text: text.keyphrasesHeading)
            keyphraseList(brief.keyphrases, note: text.keyphrasesNote, &html)
        }
        guard !brief.quotes.isEmpty else { return }
        html.element(.h3, text: text.quotesHeading)
        html.element(.p, .class("why")) { quoteRule(&$0) }
        for quote in brief.quotes { self.quote(quote, &html) }
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
    }

    func quote(_ quote: Quote, _ html: inout HTMLWriter) {
        html.element(.blockquote, look(quote.position)) { html in
            html.element(.p, .anyDirection, text: quote.text)
            html.element(.footer) { html in
                html.element(.strong, text: text.capitalised(text.quotePosition(quote.position)))
                let day = shortDate(quote.day)
                for part in [quote.person, quote.place, day] where !part.isEmpty {
                    html.text(" · ")
                    html.element(.span, .anyDirection, text: part)
                }
            }
        }
    }

    private func look(_ position: Position) -> HTMLAttribute {
        switch position {
        case .support: .class("s_")
        case .mixed: .class("m_")
        case .unclear: .class("u_")
        case .oppose: .class("o_")
        }
    }

    /// "9 November"; with its year where that is not the meeting's.
    func shortDate(_ iso: String) -> String {
        guard let day = LocalTime(isoDate: iso) else { return "" }
        return text.date(day, year: day.year != brief.meeting.start?.year)
    }

    func questions(_ questions: [Question], _ html: inout HTMLWriter) {
        guard !questions.isEmpty else { return }
        html.element(.h3, text: text.questionsHeading)
        html.element(.ol) { html in
            for question in questions.prefix(PageLimit.questions) {
                html.element(.li) { html in
                    html.element(.span, .anyDirection, text: question.text)
                    guard question.comments > 1 else { return }
                    html.text(" ")
                    html.element(.span, .class("c"), text: "(\(text.asked(question.comments)))")
                }
            }
        }
        more(questions.count - PageLimit.questions, in: "questions.csv", &html)
    }

    func suggestions(_ suggestions: [Question], _ html: inout HTMLWriter) {
        guard !suggestions.isEmpty else { return }
        html.element(.h3, text: text.suggestionsHeading)
        html.element(.ul) { html in
            for suggestion in suggestions.prefix(PageLimit.suggestions) {
                html.element(.li) { html in
                    html.element(.span, .anyDirection, text: suggestion.text)
                    guard suggestion.comments > 1 else { return }
                    html.text(" ")
                    html.element(.span, .class("c"), text: "(\(text.suggested(suggestion.comments)))")
                }
            }
        }
        more(suggestions.count - PageLimit.suggestions, in: "questions.csv", &html)
    }

    func copiedTexts(_ texts: [CopiedText], _ html: inout HTMLWriter) {
        guard !texts.isEmpty else { return }
        html.element(.div, .class("copied")) { html in
            html.element(.h3, text: text.copiedHeading)
            html.element(.p, .class("why"), text: text.copiedNote)
        }
        for copied in texts.prefix(PageLimit.copiedTexts) {
            html.element(.blockquote, .class("u_")) { html in
                html.element(.p, .anyDirection, text: copied.text)
                html.element(.footer, text: text.capitalised(text.copied(copied, shown: PageLimit.copiedPlaces)))
            }
        }
        more(texts.count - PageLimit.copiedTexts, in: "pack.json", &html)
    }

    /// The line under a list that was cut off.
    func more(_ count: Int, in file: String, _ html: inout HTMLWriter) {
        guard count > 0 else { return }
        html.element(.p, .class("c"), text: text.capitalised(text.more(count, in: file)) + ".")
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
