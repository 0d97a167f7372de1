import EarshotCore

/// The words about what people say, ask, suggest and copy, and in which languages.
extension PackText {
    // MARK: Themes and phrases

    var themesHeading: String { "What people say" }
    var themesNote: String {
        "Comments that share phrases. A comment can be in several of these groups."
    }
    func smallThemes(_ count: Int) -> String {
        "\(counted(count, "smaller group stands", "smaller groups stand")) in themes.csv."
    }
    var otherTheme: String { "Something else" }
    var themeQuotes: String { "More of their words" }
    var phrasesSummary: String { "Each phrase by itself" }
    var phrasesTable: String { "Phrases with their comments, people, positions and tones" }
    var phraseColumn: String { "Phrase" }
    var toneColumn: String { "Tone" }
    var keyphrasesHeading: String { "What comes up" }
    var keyphrasesNote: String {
        "Words that comments on this item use far more than other comments, with the number of comments."
    }

    func counts(_ count: ThemeCount) -> String { "\(comments(count.comments)), \(people(count.people))" }

    /// "with twelve hours, Saturday afternoons"; empty where the name is all.
    func otherPhrases(_ phrases: ArraySlice<String>) -> String {
        phrases.isEmpty ? "" : "with \(phrases.joined(separator: ", "))"
    }

    /// "16 unclear · 3 oppose"; what is nought is left out, but never unclear.
    func mix(_ counts: PositionCounts) -> String {
        Position.allCases.filter { counts[$0] > 0 || $0 == .unclear }
            .map { "\(figure(counts[$0]))\u{A0}\(position($0))" }.joined(separator: " · ")
    }

    /// "5 negative · 8 neutral".
    func mix(_ tones: ToneMix) -> String {
        let parts = [
            (tones.negative, negative), (tones.neutral, neutral), (tones.positive, positive),
            (tones.notScored, "not\u{A0}scored"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\(number($0))\u{A0}\($1)" }.joined(separator: " · ")
    }

    func tone(_ tones: ToneMix) -> String { tones.total == 0 ? "" : "; tone: \(mix(tones))" }

    /// "20"; people too where a few wrote much of it.
    func keyphraseCounts(_ keyphrase: Keyphrase) -> String {
        let few = keyphrase.people > 0 && keyphrase.people * 2 <= keyphrase.comments
        return figure(keyphrase.comments) + (few ? " by \(people(keyphrase.people))" : "")
    }

    // MARK: Quotes, questions, suggestions

    var quotesHeading: String { "In their words" }
    /// "Quotes are chosen by a fixed rule, the same for every item, not by hand.", the rule being a link.
    var quotesNoteBefore: String { "Quotes are chosen by" }
    var quoteRuleLink: String { "a fixed rule for all quotes" }
    var quotesNoteAfter: String { ", the same for every item, not by hand." }
    /// In place of words that a search would lead from to their writer: "A comment of 41 words, about Mondays and homework
    /// club.".
    func summary(of quote: Quote, about themes: [String]) -> String {
        let words = quote.text.split(whereSeparator: \.isWhitespace).count
        let about = themes.isEmpty ? "" : ", about \(list(themes))"
        return "A comment of about \(number(max(5, (words + 2) / 5 * 5))) words\(about)."
    }
    /// For officers, beside a verbatim quote.
    var findable: String { "a search engine may lead to the writer" }
    var fromClosedPlace: String { "said among members only: ask before you quote it further" }
    var summaryNote: String {
        "Where a search engine would lead from a quote to its writer, a summary stands in its place."
    }
    var questionsHeading: String { "Questions residents ask" }
    var suggestionsHeading: String { "What they suggest" }
    func asked(_ count: Int) -> String { "asked in \(comments(count))" }
    func suggested(_ count: Int) -> String { "in \(comments(count))" }

    // MARK: Copied texts

    var copiedHeading: String { "Copied texts" }
    var copiedNote: String {
        "The same or nearly the same words in several comments; each counts in the figures above."
    }

    /// "In 10 comments, by 10 people, in 3 threads · 17 to 19 November 2026 · r/harwick, Priory Neighbours and 2 more".
    func copied(_ copied: CopiedText, shown: Int) -> String {
        var counts = "in \(comments(copied.comments)), by \(people(copied.people))"
        if copied.threads > 1 { counts += ", in \(threads(copied.threads))" }
        var parts = [counts]
        if let first = LocalTime(isoDate: copied.first), let last = LocalTime(isoDate: copied.last) {
            parts.append(days(from: first, to: last))
        }
        let rest = copied.places.count - shown
        let names = copied.places.prefix(shown)
        if rest > 0 {
            parts.append("\(names.joined(separator: ", ")) and \(number(rest)) more")
        } else if !names.isEmpty {
            parts.append(list(Array(names)))
        }
        return parts.joined(separator: " · ")
    }

    // MARK: Languages

    /// "5 not scored (Polish 4, Welsh 1)".
    func notScored(_ languages: [ToneCounts.LanguageCount]) -> String {
        let total = languages.reduce(0) { $0 + $1.comments }
        return "\(figure(total)) not scored" + (languages.isEmpty ? "" : " (\(byLanguage(languages)))")
    }

    private func byLanguage(_ languages: [ToneCounts.LanguageCount]) -> String {
        languages.map { "\(languageName($0.language)) \(figure($0.comments))" }.joined(separator: ", ")
    }

    func unread(_ languages: [ToneCounts.LanguageCount]) -> String {
        let names = languages.filter { $0.language != "und" }.map { languageName($0.language) }
        let unknown = languages.filter { $0.language == "und" }.reduce(0) { $0 + $1.comments }
        var sentences: [String] = []
        if !names.isEmpty {
            sentences.append("Comments in \(list(names)) are counted, but wait for somebody to read them.")
        }
        if unknown > 0 {
            let verb = unknown == 1 ? "is" : "are"
            sentences.append(
                "\(comments(unknown)) in a language that was not recognised \(verb) counted, but not scored.")
        }
        return sentences.joined(separator: " ")
    }

    /// "2 comments are partly in another language (Welsh 2); that part is not scored.".
    func mixed(_ languages: [ToneCounts.LanguageCount]) -> String {
        let total = languages.reduce(0) { $0 + $1.comments }
        return
            "\(comments(total)) \(total == 1 ? "is" : "are") partly in another language (\(byLanguage(languages))); that "
            + "part is not scored."
    }

    var unreadHeading: String { "Comments that wait for a reader" }
    func unreadNote(_ count: Int) -> String {
        count == 1
            ? "1 comment is in a language that the program does not score. It counts everywhere, but tone, position, themes "
                + "and quotes say nothing of it."
            : "\(comments(count)) are in languages that the program does not score. They count everywhere, but tone, position, "
                + "themes and quotes say nothing of them."
    }
    var onNoItem: String { "On no item of the agenda" }
}
