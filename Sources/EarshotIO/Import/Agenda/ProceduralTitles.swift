/// Recognises the items by which a meeting runs itself. Residents' threads are never about them.
///
/// A title counts as procedural only when nothing in it names business of its own: "Petitions" is procedural, "Petition
/// regarding Manor Road" is not; "Urgent business" is, "Urgent business: closure of Mill Bridge" is not.
package enum ProceduralTitles {
    /// Whether the title is procedural: apologies, declarations, minutes, exclusion of the public, urgent business…
    package static func contain(_ title: String) -> Bool {
        let words = words(of: title)
        guard !words.isEmpty else { return false }
        if isMinutes(words) || isExclusion(words) { return true }
        let parts = words.split(separator: "|").map { kind(of: $0) }
        return parts.contains(.procedural) && !parts.contains(.business)
    }

    /// Whether the title is that of the item by which press and public are excluded.
    package static func isExclusion(_ title: String) -> Bool { isExclusion(words(of: title)) }

    // MARK: - Rules

    private static func isExclusion(_ words: [String]) -> Bool {
        let excludes = words.contains {
            ["exclusion", "exclude", "excluding", "excluded", "gwahardd", "eithrio"].contains($0)
        }
        return excludes && words.contains { ["press", "wasg", "cyhoedd"].contains($0) }
            && !words.contains { ["space", "spaces", "order", "orders", "toilets", "highway"].contains($0) }
    }

    /// "Minutes", "To approve the minutes of the meeting of Cabinet held on 3 March", "Record of the last meeting".
    private static func isMinutes(_ words: [String]) -> Bool {
        let records: Set = ["record", "records", "note", "notes"]
        let rest = words.drop { !records.contains($0) && (openers.contains($0) || fillers.contains($0)) }
        guard let first = rest.first else { return false }
        if ["minutes", "minute", "cofnodion"].contains(first) {
            return !rest.contains { ["silence", "walk", "city", "neighbourhood", "drive", "plan"].contains($0) }
        }
        return records.contains(first) && rest.dropFirst().first == "of"
            && (rest.contains("meeting") || rest.contains("meetings"))
    }

    private enum Part { case procedural, empty, business }

    /// Phrases with nothing but fillers and companions around them are procedural.
    private static func kind(of words: ArraySlice<String>) -> Part {
        var rest = words
        var part = Part.empty
        while let first = rest.first {
            if let length = phraseLength(rest) {
                part = .procedural
                rest = rest.dropFirst(length)
            } else if fillers.contains(first) || openers.contains(first) || companions.contains(first) {
                rest = rest.dropFirst()
            } else {
                return .business
            }
        }
        return part
    }

    /// The number of words of the longest phrase that `words` begin with.
    private static func phraseLength(_ words: ArraySlice<String>) -> Int? {
        let start = words.startIndex
        for length in stride(from: min(longest, words.count), through: 1, by: -1) {
            if phrases.contains(words[start..<start + length].joined(separator: " ")) { return length }
        }
        return nil
    }

    // MARK: - Words

    /// Lower-case words; a mark that parts a title in two becomes "|". Item numbers and dates fall away.
    private static func words(of title: String) -> [String] {
        var words: [String] = []
        var word = ""
        func close() {
            if word.hasSuffix("'s") || word.hasSuffix("s'") { word = String(word.dropLast(2)) + "s" }
            if !word.isEmpty, !word.contains(where: \.isNumber) { words.append(word.filter { $0 != "'" }) }
            word = ""
        }
        var before: Character = " "
        for character in title.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character == "'" || character == "’" || character == "`" {
                word.append("'")
            } else {
                close()
                let isDash = "-–—".contains(character) && before == " "
                if isDash || ":;|".contains(character) { words.append("|") }
            }
            before = character
        }
        close()
        return words
    }

    /// Verbs with which agendas open a title.
    private static let openers: Set<String> = [
        "receive", "note", "consider", "approve", "confirm", "agree", "sign", "accept", "adopt", "record", "determine",
        "hear", "make", "elect", "appoint", "announce", "i", "dderbyn", "gadarnhau", "ystyried",
    ]

    /// Words that may stand around a phrase without naming business.
    private static let fillers: Set<String> = [
        "to", "the", "a", "an", "any", "and", "of", "by", "from", "for", "at", "on", "in", "or", "with", "if", "be",
        "this", "all", "other", "further", "received", "item", "items", "agenda", "meeting", "meetings", "committee",
        "committees", "council", "councils", "cabinet", "board", "panel", "sub", "executive", "members", "member",
        "councillors", "councillor", "officers", "officer", "municipal", "year", "chair", "chairs", "chairman",
        "chairmans", "chairmen", "chairperson", "chairpersons", "mayor", "mayors", "leader", "leaders", "presiding",
        "standing", "orders", "rules", "procedure", "rule", "section", "act", "authorised", "which", "is", "are",
        "opinion", "view", "should", "as", "matter", "mr", "madam", "general", "chief", "yr", "y", "o", "a'r",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "th", "st", "nd",
        "rd", "am", "pm", "held", "previous", "last", "under", "respect", "ward", "local", "their",
    ]

    /// Words that go with a phrase but are business when they stand alone.
    private static let companions: Set<String> = [
        "absence", "absenoldeb", "actions", "additional", "arising", "attend", "attendance", "audio", "broadcasting",
        "business", "circumstances", "confidential", "date", "dates", "decisions", "declared", "declaring", "deputy",
        "disclosable", "electorate", "electors", "exempt", "fire", "future", "gyhoedd", "inability", "interest",
        "interests", "invited", "key", "late", "lateness", "lobbying", "new", "next", "non", "notice", "notified",
        "oral", "overview", "participation", "party", "pecuniary", "personal", "place", "prejudicial", "presentation",
        "presented", "press", "previously", "private", "procedure", "procedures", "public", "recording", "reference",
        "registerable", "registrable", "resident", "residents", "scrutiny", "speaking", "special", "streaming",
        "submitted", "substitute", "terms", "time", "urgency", "urgent", "venue", "vice", "visual", "whip", "written",
    ]

    /// The longest of `phrases`, in words.
    private static let longest = 6

    /// Sources: item titles of published UK council agendas; chosen, not derived.
    private static let phrases: Set<String> = [
        // Who is there
        "apologies", "substitutes", "substitutions", "notification of substitutes", "named substitutes",
        "changes to membership", "membership", "quorum", "roll call", "welcome", "introductions", "introduction",
        "opening remarks", "prayers", "minutes silence", "election of chair", "election of vice chair",
        "election of chairman", "election of vice chairman", "election of mayor", "election of deputy mayor",
        "election of a chair", "election of a chairman", "election of a vice chair", "appointment of chair",
        "appointment of a chair", "appointment of vice chair", "appointment of a vice chair",
        "appointment of chairman", "appointment of vice chairman", "ymddiheuriadau", "ymddiheuriadau am absenoldeb",
        // Interests
        "declarations of interest", "declaration of interest", "declarations of interests",
        "declaration of interests", "declarations", "disclosures of interest", "disclosure of interest",
        "disclosures of interests", "disclosure of interests", "disclosures", "disclosable pecuniary interests",
        "pecuniary interests", "prejudicial interests", "dispensations", "requests for dispensation",
        "predetermination", "party whip", "whipping declarations", "datganiadau o fuddiant",
        "datganiadau o ddiddordeb", "datgan buddiannau", "datgan buddiant",
        // What was before
        "matters arising", "minutes", "cofnodion", "actions arising", "action log", "action tracker",
        "actions tracker", "action sheet", "action list", "outstanding actions", "recommendations tracker",
        "recommendation tracker",
        // The public's own slots, without a subject
        "public question time", "public questions", "questions", "question time", "public participation",
        "public speaking", "public forum", "public statements", "public session", "public address",
        "public addresses", "petitions", "deputations", "open forum", "cwestiynau", "deisebau",
        // Announcements
        "announcements", "announcement", "communications", "correspondence",
        // Order, urgency, privacy
        "urgent business", "urgent matters", "urgent items", "urgent item", "urgent motions", "matters of urgency",
        "any other business", "other business", "items of urgent", "items of business", "order of business",
        "late items", "additional items", "aob", "exempt items", "confidential items", "private items",
        "private session", "confidential business", "exempt business", "exempt information", "busnes brys",
        "materion brys",
        // Housekeeping
        "webcast", "webcasting", "filming", "recording of meetings", "recording of the meeting",
        "filming and recording", "live streaming", "photography", "housekeeping", "fire evacuation procedure",
        "fire evacuation procedures", "fire procedure", "fire evacuation", "evacuation procedure",
        "emergency evacuation procedure",
        // What comes after
        "date of next", "date of the next", "dates of next", "dates of future", "date and time of next",
        "date and time of the next", "date time and venue of next", "next meeting", "next meetings",
        "future meetings", "dyddiad y cyfarfod nesaf", "forward plan", "forward work programme", "forward work plan",
        "work programme", "close of meeting", "close of the meeting", "closing remarks", "adjournment",
        "comfort break",
    ]
}
