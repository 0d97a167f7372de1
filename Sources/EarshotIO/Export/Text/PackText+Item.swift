import EarshotCore

/// The words of an item's section.
extension PackText {
    var onTheAgenda: String { "On the agenda:" }
    var itemLink: String { "Read the item on the council’s website" }

    // MARK: Three counts

    func textsFigure(_ counts: ItemBrief.Counts) -> String {
        let noun = counts.texts == 1 ? "different text" : "different texts"
        guard counts.copies > 0 else { return noun }
        return "\(noun); \(comments(counts.copies)) \(counts.copies == 1 ? "copies" : "copy") another"
    }

    /// The busiest five are only worth a word where there are more than five.
    func itemPeopleFigure(_ counts: ItemBrief.Counts) -> String {
        let noun = peopleFigure(people: counts.people, unnamed: counts.unnamed)
        guard counts.people > 5 else { return noun }
        return "\(noun); the busiest five wrote \(percent(counts.busiestFive, of: counts.comments))"
    }

    func itemPlacesFigure(_ count: Int) -> String { count == 1 ? "place" : "places" }

    // MARK: Position

    var positionHeading: String { "Position toward what the item proposes" }

    /// "How positions were found: 12 declared in the file, 31 said outright; 24 comments give none.".
    func bases(_ bases: [PositionBasis: Int]) -> String {
        let found = PositionBasis.allCases.compactMap { basis -> String? in
            guard basis != .none, let count = bases[basis], count > 0 else { return nil }
            return "\(number(count)) \(words(for: basis))"
        }
        let none = bases[PositionBasis.none, default: 0]
        guard !found.isEmpty else { return none == 0 ? "" : "No comment gives a position." }
        let rest = none == 0 ? "" : "; \(comments(none)) \(none == 1 ? "gives" : "give") none"
        return "How positions were found: \(found.joined(separator: ", "))\(rest)."
    }

    private func words(for basis: PositionBasis) -> String {
        switch basis {
        case .declared: "declared in the file"
        case .stated: "said outright"
        case .inferred: "read from other wording"
        case .taught: "learnt from comments that an officer labelled"
        case .none: "without one"
        }
    }

    func byText(_ counts: PositionCounts) -> String {
        let parts = Position.allCases.map { "\(number(counts[$0])) \(position($0))" }
        return "Counting each copied text once: \(parts.joined(separator: ", "))."
    }

    // MARK: What people say

    var keyphrasesHeading: String { "What comes up" }
    var keyphrasesNote: String {
        "Words that comments on this item use far more than other comments, with the number of comments."
    }
    var quotesHeading: String { "In their words" }
    /// "Chosen by a fixed rule, the same for every item, not by hand.", the rule being a link.
    var quotesNoteBefore: String { "Chosen by" }
    var quoteRuleLink: String { "a fixed rule" }
    var quotesNoteAfter: String { ", the same for every item, not by hand." }
    var questionsHeading: String { "Questions residents ask" }
    var copiedHeading: String { "Copied texts" }
    var copiedNote: String {
        "The same or nearly the same words in several comments; each counts in the figures above."
    }

    /// "20"; people too where a few wrote much of it.
    func keyphraseCounts(_ keyphrase: Keyphrase) -> String {
        let few = keyphrase.people > 0 && keyphrase.people * 2 <= keyphrase.comments
        return number(keyphrase.comments) + (few ? " by \(people(keyphrase.people))" : "")
    }

    func asked(_ count: Int) -> String { "asked in \(comments(count))" }
    func copied(_ text: CopiedText) -> String { "in \(comments(text.comments)), by \(people(text.people))" }

    func quotePosition(_ position: Position) -> String {
        switch position {
        case .support: "supports"
        case .mixed: "mixed"
        case .unclear: "position unclear"
        case .oppose: "opposes"
        }
    }

    // MARK: Tone

    var toneHeading: String { "Tone" }
    var toneNote: String { "Tone is how warm the words are, not what people want." }
    var toneKey: String { "Key to the tone bar" }
    var negative: String { "negative" }
    var neutral: String { "neutral" }
    var positive: String { "positive" }

    /// "5 not scored (Polish 4, Welsh 1)".
    func notScored(_ languages: [ToneCounts.LanguageCount]) -> String {
        let total = languages.reduce(0) { $0 + $1.comments }
        let parts = languages.map { "\(languageName($0.language)) \(number($0.comments))" }
        return "\(number(total)) not scored" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    }

    // MARK: When and where

    var whenHeading: String { "When" }

    /// "5 to 20 November 2026; most, 31, on 9 November.".
    func when(first: LocalTime, last: LocalTime, busiest: LocalTime, count: Int, undated: Int) -> String {
        let rest = undated == 0 ? "" : " \(comments(undated)) \(undated == 1 ? "carries" : "carry") no date."
        guard first != last else { return "All on \(date(first)).\(rest)" }
        let day = date(busiest, year: first.year != last.year)
        return "\(days(from: first, to: last)); most on \(day): \(number(count)).\(rest)"
    }

    func barStands(for days: Int) -> String {
        days == 1 ? "Each bar is a day." : "Each bar is \(days == 7 ? "a week" : "\(number(days)) days")."
    }

    var noDates: String { "None of these comments carries a date." }
    var whereHeading: String { "Where it was said" }
    var placesTable: String { "Places with comments on this item" }
    var placeColumn: String { "Place" }
    var membersColumn: String { "Members" }

    /// "Facebook group, Acacia ward".
    func placeNote(network: String, kind: String, ward: String) -> String {
        let name = networkName(network)
        let kind = kind == network || kind.isEmpty ? "" : (name.isEmpty ? capitalised(kind) : kind)
        let what = [name, kind].filter { !$0.isEmpty }.joined(separator: " ")
        return [what, ward.isEmpty ? "" : wardName(ward)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func wardName(_ ward: String) -> String { ward.lowercased().hasSuffix("ward") ? ward : "\(ward) ward" }

    // MARK: Who is not heard

    var notHeardHeading: String { "Who is not heard here" }

    func silentWards(_ wards: [String]) -> String {
        "Nothing on this item that is known to come from \(list(wards)) \(wards.count == 1 ? "ward" : "wards")."
    }

    func silentPlaces(_ places: [String], more: Int) -> String {
        let names = more == 0 ? list(places) : "\(places.joined(separator: ", ")) and \(number(more)) more"
        return "Read, with nothing on this item: \(names)."
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

    func missingReplies(_ count: Int) -> String {
        "The sources speak of \(replies(count)) more, which the saved files do not hold."
    }
}
