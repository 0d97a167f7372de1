import EarshotCore

/// Every word of a pack's page that is not data, in English. A pack in another language gets a table of its own with
/// the same members; no page function holds a word.
struct PackText: Sendable {
    static let english = PackText()

    let language = "en-GB"
    /// The figures are those of `PublicFigures`: nought stands for anything under 5.
    var isRounded = false

    // MARK: The head of the page

    let heading = "What residents say online"
    func packKind(_ audience: Audience) -> String {
        switch audience {
        case .councillors: "Briefing pack for councillors"
        case .officers: "Evidence pack for officers"
        case .public: "Briefing pack for the public"
        }
    }

    /// "Edition 1", "Supplement 2"; empty for a working pack.
    func edition(_ seal: Seal?) -> String {
        guard let seal else { return "" }
        return "\(seal.kind == .edition ? "Edition" : "Supplement") \(number(seal.number))"
    }

    /// "sealed 20 November 2026, 5.12 pm, database snapshot 3f1c9a…"; a working pack says what it is.
    func sealed(_ seal: Seal?) -> String {
        guard let seal else { return "a working pack, not sealed: the next run replaces it" }
        return "sealed \(moment(seal.sealed)), database snapshot \(seal.snapshot.prefix(12))"
    }

    let skipLink = "Skip to the agenda at a glance"
    let agendaLink = "The agenda on the council’s website"
    let cancelled = "This meeting was cancelled."
    let cancelledNote = "The pack shows what had been collected for it."
    let whatThisIs = "What this is."
    let whatThisIsNote =
        "Public online conversations that officers collected and linked to this agenda. The people in them chose to speak; "
        + "they are not a sample of residents."
    let whatItIsNot = "What it is not."
    let whatItIsNotNote =
        "Not a vote, not a consultation, and not formal representations. It does not tell you what residents as a whole "
        + "think."
    let roundedHead = "Its numbers."
    let roundedNote =
        "Counts of comments and people are rounded to the nearest 5, and those under 5 are not told, so that nobody can be "
        + "singled out. Single comments are not published."
    let methodLink = "How it was made, and how far to trust it"

    /// "What residents say online: Cabinet, 25 November 2026 – Derwent Vale Council".
    func title(of meeting: Meeting) -> String {
        let council = meeting.council.isEmpty ? "" : " – \(meeting.council)"
        return heading(of: meeting, weekday: false) + council
    }

    /// "What residents say online: Cabinet, Wednesday 25 November 2026".
    func heading(of meeting: Meeting, weekday: Bool = true) -> String {
        // Many councils write the date into the title; it is said once.
        let isDated = meeting.start.map { meeting.title.contains(date($0).replacing("\u{A0}", with: " ")) } ?? false
        let name = meeting.title.isEmpty || (isDated && !meeting.body.isEmpty) ? meeting.body : meeting.title
        let day = isDated && meeting.body.isEmpty ? nil : meeting.start.map { weekday ? weekdayAndDate($0) : date($0) }
        let what = [name, day ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        return what.isEmpty ? heading : "\(heading): \(what)"
    }

    /// "6.30 pm, Council House", as far as known.
    func timeAndVenue(_ meeting: Meeting) -> String {
        let time = meeting.start.flatMap { $0.hasTime ? clock($0) : nil } ?? ""
        return [time, meeting.venue].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// "comments from 5 to 20 November 2026".
    func commentsOf(first: LocalTime, last: LocalTime) -> String {
        let days = days(from: first, to: last)
        return days == date(last) ? "comments of \(days)" : "comments from \(days)"
    }

    /// "counted until 20 November 2026, 5 pm"; only the clock where the day has been said.
    func takenUntil(_ deadline: LocalTime, said: LocalTime?) -> String {
        let isSaid = said.map { ($0.year, $0.month, $0.day) == (deadline.year, deadline.month, deadline.day) } ?? false
        return isSaid && deadline.hasTime
            ? "counted until \(clock(deadline)) that day" : "counted until \(moment(deadline))"
    }

    // MARK: Figures

    func commentsFigure(_ totals: Brief.Totals) -> String {
        let noun = totals.included == 1 ? "comment" : "comments"
        return totals.excluded == 0 ? noun : "\(noun) counted, of \(figure(totals.read)) read"
    }

    func peopleFigure(people: Int, unnamed: Int) -> String {
        (people == 1 ? "person" : "people") + (unnamed == 0 ? "" : "; \(comments(unnamed)) \(verb(unnamed)) no author")
    }

    func placesFigure(places: Int, networks: Int) -> String {
        let noun = places == 1 ? "place" : "places"
        guard networks > 0 else { return noun }
        return "\(noun), on \(networks == 1 ? "one network" : "\(number(networks)) networks")"
    }

    func ofItems(_ part: Int, _ whole: Int) -> String { "\(number(part)) of \(number(whole))" }
    func itemsFigure(_ part: Int, _ whole: Int) -> String {
        "\(whole == 1 ? "item" : "items") open to comment talked about (\(percent(part, of: whole)))"
    }

    func offAgendaFigure(_ count: Int) -> String {
        count == 1 ? "comment about nothing on this agenda" : "comments about nothing on this agenda"
    }

    // MARK: The agenda at a glance

    let glance = "The agenda at a glance"
    let glanceTable = "Comments and positions by agenda item"
    let glanceEmpty = "The agenda has no items."
    let item = "Item"
    let commentsColumn = "Comments"
    let peopleColumn = "People"
    let positionColumn = "Position, in comments"
    let positionKey = "Key to the position bars"
    let nothingFound = "Nobody: no comments found"
    let fewFound = "Fewer than 5 comments or people"
    let unclearNote =
        "Unclear: the words do not say what the writer wants done. In discussions most take no side."
    let procedural = "Procedural: not linked"
    let restricted = "Restricted: not linked"
    let leftOut = "Left out by the officer: not linked"
    let none = "–"
    let noComments = "No comment is counted in this pack."
    let noLinks = "No comment is linked to an item of this agenda."

    /// What stands after a number where a narrow screen hides the column's heading.
    func commentsUnit(_ count: Int) -> String { count == 1 ? "comment" : "comments" }
    func peopleUnit(_ count: Int) -> String { count == 1 ? "person" : "people" }

    func position(_ position: Position) -> String {
        switch position {
        case .support: "support"
        case .mixed: "mixed"
        case .unclear: "unclear"
        case .oppose: "oppose"
        }
    }

    /// "9 support · 5 mixed · 24 unclear · 58 oppose".
    func positions(_ counts: PositionCounts) -> String {
        // The space does not break, so that a number stays with its word.
        Position.allCases.map { "\(figure(counts[$0]))\u{A0}\(position($0))" }.joined(separator: " · ")
    }

    // MARK: Counting

    /// A count of comments or people, which the public is not told exactly.
    func figure(_ count: Int) -> String { isRounded && count == 0 ? "under\u{A0}5" : number(count) }

    func comments(_ count: Int) -> String { counted(count, "comment", "comments") }
    func people(_ count: Int) -> String { counted(count, "person", "people") }
    func threads(_ count: Int) -> String { counted(count, "thread", "threads") }
    func replies(_ count: Int) -> String { counted(count, "reply", "replies") }

    func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(figure(count)) \(count == 1 ? one : many)"
    }

    /// "A", "A and B", "A, B and C".
    func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// What stands under a list that is cut off: "and 12 more, all in links.csv".
    func more(_ count: Int, in file: String) -> String { "and \(number(count)) more, all in \(file)" }

    private func verb(_ count: Int) -> String { count == 1 ? "names" : "name" }
}
