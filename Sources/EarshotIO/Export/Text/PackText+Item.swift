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

    // MARK: Quotes

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

    func missingReplies(_ count: Int) -> String {
        "The sources speak of \(replies(count)) more, which the saved files do not hold."
    }
}
