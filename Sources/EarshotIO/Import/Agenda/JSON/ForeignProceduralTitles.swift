/// The items by which councils outside the United Kingdom run their meetings, where `ProceduralTitles` does not know
/// them: American and Dutch agendas. A title counts only where it holds nothing else.
enum ForeignProceduralTitles {
    static func contain(_ title: String) -> Bool {
        let words = title.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
        guard !words.isEmpty, words.count <= 20 else { return false }
        if isMinutes(words) { return true }
        let parts = words.split { joints.contains($0) }
        let rests = parts.map { part in part.filter { !fillers.contains($0) }.joined(separator: " ") }
        let told = rests.filter { !$0.isEmpty }
        return !told.isEmpty && told.allSatisfy { phrases.contains($0) }
            || phrases.contains(words.filter { !fillers.contains($0) }.joined(separator: " "))
    }

    /// "Approval of the minutes of the 3 March meeting", "Vaststellen notulen van 3 maart", "Conceptverslag van de
    /// openbare vergadering van…".
    private static func isMinutes(_ words: [String]) -> Bool {
        let rest = words.drop { verbs.contains($0) || fillers.contains($0) || joints.contains($0) }
        guard let first = rest.first else { return false }
        if ["notulen", "besluitenlijst", "conceptverslag", "conceptnotulen"].contains(first) { return true }
        return first == "minutes" && rest.count < words.count
    }

    private static let joints: Set<String> = ["and", "en"]

    private static let verbs: Set<String> = [
        "approval", "adoption", "acceptance", "reading", "approve", "adopt", "accept", "draft", "vaststellen",
        "vaststelling", "concept",
    ]

    private static let fillers: Set<String> = [
        "the", "of", "a", "an", "to", "for", "by", "on", "meeting", "meetings", "regular", "special", "city", "county",
        "council", "board", "commission", "committee", "general", "van", "de", "het", "een", "vergadering",
        "gedeelte", "procedureel", "inhoudelijk", "raad", "raadsvergadering", "commissie", "openbare", "volgorde",
    ]

    /// After the fillers have fallen away. Sources: item titles of published American and Dutch agendas; chosen, not
    /// derived.
    private static let phrases: Set<String> = [
        "call order", "call order roll call", "roll call", "roll call attendance", "pledge allegiance",
        "pledge allegiance flag", "salute flag", "flag salute", "invocation", "moment silence", "land acknowledgement",
        "land acknowledgment", "opening", "opening remarks", "welcome", "approval agenda", "adoption agenda",
        "approve agenda", "acceptance agenda", "agenda approval", "additions agenda", "changes agenda",
        "amendments agenda", "public comment", "public comments", "public comment period", "open public comment",
        "public comment non agenda items", "public comments non agenda items",
        "public comment items not agenda", "public comments items not agenda", "comments from public",
        "comments from audience", "citizen comments", "citizens comments", "audience comments", "oral communications",
        "consent agenda", "consent calendar", "new business", "old business", "unfinished business", "adjourn",
        "adjournment", "adjournment time", "recess", "council member comments", "councilmember comments",
        "certification posting", "announcements", "agenda", "vaststellen agenda", "vaststelling agenda",
        "vaststelling agenda's", "mededelingen", "rondvraag", "sluiting", "loting", "pauze", "schorsing",
        "inspreekrecht", "insprekers", "inspreekhalfuur publiek", "spreekrecht", "spreekrecht burgers", "vragenuur",
        "vragenhalfuur", "ingekomen stukken", "lijst ingekomen stukken", "actualiteiten", "termijnagenda",
        "berichten verhindering", "bericht verhindering",
    ]
}
