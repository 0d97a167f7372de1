import EarshotCore

/// The words of an item's section.
extension PackText {
    var onTheAgenda: String { "On the agenda:" }
    /// Each link has words of its own: a screen reader lists them side by side.
    func itemLink(_ number: String) -> String {
        "Read \(number.isEmpty ? "the item" : itemNumber(number)) on the council’s website"
    }
    var backToGlance: String { "Back to the agenda at a glance" }
    var officersNote: String { "Officer’s note:" }

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
        return "\(days(from: first, to: last)); most on \(day): \(figure(count)).\(rest)"
    }

    /// Under the ends of the timeline.
    func ends(first: LocalTime, last: LocalTime, deadline: LocalTime?) -> (String, String) {
        let end = deadline.map { "deadline, \(date($0, year: false))" } ?? date(last, year: false)
        return (date(first, year: false), end)
    }

    func barStands(for days: Int) -> String {
        days == 1 ? "Each bar is a day." : "Each bar is \(days == 7 ? "a week" : "\(number(days)) days")."
    }

    var noDates: String { "None of these comments carries a date." }
    var whereHeading: String { "Where it was said" }
    var placesTable: String { "Places with comments on this item" }
    var unnamedPlace: String { "Place not named" }
    var placeColumn: String { "Place" }
    var membersColumn: String { "Members" }

    /// "Facebook group, Acacia ward".
    func placeNote(network: String, kind: String, ward: String) -> String {
        let name = networkName(network)
        let kind = kind == network || kind.isEmpty ? "" : (name.isEmpty ? capitalised(kind) : kind)
        let what = [name, kind].filter { !$0.isEmpty }.joined(separator: " ")
        return [what, ward.isEmpty ? "" : wardName(ward)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// "roads and planning; last looked at 20 November 2026".
    func placeDetail(topic: String, checked: String) -> String {
        [topic, checked.isEmpty ? "" : self.checked(checked)].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    func wardName(_ ward: String) -> String { ward.lowercased().hasSuffix("ward") ? ward : "\(ward) ward" }

    // MARK: Who is not heard

    var notHeardHeading: String { "Who is not heard here" }

    func silentWards(_ wards: [String], more: Int) -> String {
        let names = more == 0 ? list(wards) : "\(wards.joined(separator: ", ")) and \(number(more)) more"
        return "No comments are known to come from \(wards.count == 1 ? "this ward" : "these wards"): \(names)."
    }

    func silentPlaces(_ places: [String], more: Int) -> String {
        let names = more == 0 ? list(places) : "\(places.joined(separator: ", ")) and \(number(more)) more"
        return "Places read that say nothing on this item: \(names)."
    }

    func missingReplies(_ count: Int) -> String {
        "\(replies(count)) \(count == 1 ? "is" : "are") missing from the saved files."
    }
}
