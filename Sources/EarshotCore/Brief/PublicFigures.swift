/// The figures of a pack that anybody may read: none of them lets a reader single out a person.
///
/// Counts of comments and people under 5 become 0, which the page prints as "under 5"; the others are rounded to the
/// nearest 5, so that what is hidden cannot be worked out from what adds up. Nothing verbatim stands in it that fewer than
/// 5 comments share, but for quotes, which their own rule covers (`QuotePolicy.short`).
package enum PublicFigures {
    /// The least count that is printed (chosen: the usual bound of statistics offices).
    package static let least = 5

    package static func rounded(_ count: Int) -> Int { count < least ? 0 : (count + 2) / 5 * 5 }

    package static func hidingSmall(_ brief: Brief) -> Brief {
        var shown = brief
        shown.items = brief.items.map(hidingSmall)
        shown.totals = totals(brief.totals)
        shown.offAgenda = []
        shown.offAgendaKeyphrases = phrases(brief.offAgendaKeyphrases)
        shown.offAgendaThemes = themes(brief.offAgendaThemes)
        shown.offAgendaOther = count(brief.offAgendaOther)
        shown.unreadComments = []
        shown.places = brief.places.map { place in
            var place = place
            place.comments = rounded(place.comments)
            return place
        }
        shown.exclusions = brief.exclusions.map { .init(reason: $0.reason, count: rounded($0.count)) }
        // Saved threads are often named after their titles.
        shown.sources = brief.sources.enumerated().map { number, source in
            var source = source
            if source.kind != "agenda" { source.path = "threads, file \(number)" }
            return source
        }
        // What files could not be read as may quote them.
        shown.skipped = []
        return shown
    }

    private static func totals(_ totals: Brief.Totals) -> Brief.Totals {
        var shown = totals
        shown.read = rounded(totals.read)
        shown.included = rounded(totals.included)
        shown.excluded = rounded(totals.excluded)
        shown.skipped = rounded(totals.skipped)
        shown.passedOver = rounded(totals.passedOver)
        shown.people = rounded(totals.people)
        shown.unnamed = rounded(totals.unnamed)
        shown.offAgenda = rounded(totals.offAgenda)
        shown.unread = rounded(totals.unread)
        return shown
    }

    /// An item that fewer than 5 comments or 5 people speak of keeps nothing but that.
    private static func hidingSmall(_ item: ItemBrief) -> ItemBrief {
        var shown = ItemBrief(item: item.item)
        shown.note = item.note
        guard item.counts.comments >= least, item.counts.people >= least else {
            shown.isSmall = item.counts.comments > 0
            return shown
        }
        shown.counts.comments = rounded(item.counts.comments)
        shown.counts.texts = rounded(item.counts.texts)
        shown.counts.people = rounded(item.counts.people)
        shown.counts.unnamed = rounded(item.counts.unnamed)
        shown.counts.copies = rounded(item.counts.copies)
        shown.counts.busiestFive = rounded(item.counts.busiestFive)
        shown.positions = positions(item.positions)
        shown.tones = tones(item.tones)
        shown.keyphrases = phrases(item.keyphrases)
        shown.themes = themes(item.themes)
        shown.otherThemes = count(item.otherThemes)
        // Quotes name their themes by number.
        let redactor = Redactor(isStrict: true)
        let kept = item.themes.indices.filter { isLarge(item.themes[$0].count) }
        shown.quotes = item.quotes.map { quote in
            var quote = quote
            quote.text = redactor.redact(quote.text).text
            quote.themes = quote.themes.compactMap { kept.firstIndex(of: $0) }
            return quote
        }
        shown.questions = item.questions.compactMap { question($0, redactor) }
        shown.suggestions = item.suggestions.compactMap { question($0, redactor) }
        shown.copiedTexts = item.copiedTexts.filter { $0.people >= least }.map { copied in
            var copied = copied
            copied.text = redactor.redact(copied.text).text
            copied.comments = rounded(copied.comments)
            copied.people = rounded(copied.people)
            return copied
        }
        shown.places = item.places.map { place in
            var place = place
            place.comments = rounded(place.comments)
            return place
        }
        shown.wardsHeard = item.wardsHeard
        shown.days = item.days.map { .init(day: $0.day, comments: rounded($0.comments)) }
        return shown
    }

    private static func positions(_ counts: PositionCounts) -> PositionCounts {
        var shown = PositionCounts()
        for position in Position.allCases { shown[position] = rounded(counts[position]) }
        return shown
    }

    private static func tones(_ counts: ToneCounts) -> ToneCounts {
        var shown = ToneCounts()
        shown.negative = rounded(counts.negative)
        shown.neutral = rounded(counts.neutral)
        shown.positive = rounded(counts.positive)
        shown.notScored = counts.notScored.filter { $0.comments >= least }.map {
            .init(language: $0.language, comments: rounded($0.comments))
        }
        return shown
    }

    private static func tones(_ mix: ToneMix) -> ToneMix {
        var shown = ToneMix()
        for label in ToneLabel.allCases { shown[label] = rounded(mix[label]) }
        return shown
    }

    private static func phrases(_ phrases: [Keyphrase]) -> [Keyphrase] {
        phrases.filter { $0.comments >= least && $0.people >= least }.map { phrase in
            var phrase = phrase
            phrase.comments = rounded(phrase.comments)
            phrase.people = rounded(phrase.people)
            phrase.positions = positions(phrase.positions)
            phrase.tones = tones(phrase.tones)
            return phrase
        }
    }

    private static func themes(_ themes: [ThemeBrief]) -> [ThemeBrief] {
        themes.filter { isLarge($0.count) }.map { theme in
            var theme = theme
            theme.count = count(theme.count)
            theme.quotes = []
            return theme
        }
    }

    private static func isLarge(_ count: ThemeCount) -> Bool { count.comments >= least && count.people >= least }

    private static func count(_ count: ThemeCount) -> ThemeCount {
        var shown = count
        shown.comments = rounded(count.comments)
        shown.texts = rounded(count.texts)
        shown.people = rounded(count.people)
        shown.unnamed = rounded(count.unnamed)
        shown.positions = positions(count.positions)
        shown.positionsByText = positions(count.positionsByText)
        shown.tones = tones(count.tones)
        return shown
    }

    private static func question(_ question: Question, _ redactor: Redactor) -> Question? {
        guard question.comments >= least else { return nil }
        return Question(text: redactor.redact(question.text).text, comments: rounded(question.comments))
    }
}
