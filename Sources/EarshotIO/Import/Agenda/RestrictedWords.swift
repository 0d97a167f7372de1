/// Tells from words that an item is exempt or confidential (Local Government Act 1972, Schedule 12A).
///
/// What is missed here gets comments linked to it, so doubt counts as restricted; a sentence about an appendix only
/// does not restrict the item.
enum RestrictedWords {
    private static let words = ["restricted", "exempt", "confidential", "private", "not for publication", "eithriedig"]

    /// Whether a title says of itself that the item is restricted: "(Exempt)", "Restricted - …", "… – Confidential".
    static func mark(_ title: String) -> Bool {
        let text = title.lowercased()
        if text.contains("not for publication") || text.contains("exempt item") || text.contains("confidential item")
            || text.contains("restricted item") || text.contains("exempt report")
            || text.contains("confidential report")
        {
            return true
        }
        return words.contains { word in
            text.hasPrefix("\(word):") || text.hasPrefix("\(word) -") || text.hasPrefix("\(word) –")
                || text.hasSuffix("- \(word)") || text.hasSuffix("– \(word)")
                || text.contains("(\(word)") || text.contains("[\(word)")
        }
    }

    /// Whether an item's own text says that the item is restricted.
    static func mark(text: String) -> Bool {
        let grounds = [
            "schedule 12a", "not for publication", "exempt from publication", "exempt from disclosure",
            "exempt report", "confidential report", "press and public will be excluded", "press and public excluded",
        ]
        let parts = ["appendix", "appendices", "annex", "enclosure", "attachment", "supplement"]
        return text.lowercased().split(whereSeparator: { ".\n;".contains($0) }).contains { sentence in
            grounds.contains { sentence.contains($0) } && !parts.contains { sentence.contains($0) }
        }
    }

    /// Whether a section title begins the part of the meeting from which the public is excluded.
    static func beginsPrivatePart(_ title: String) -> Bool {
        let text = title.lowercased()
        if ProceduralTitles.isExclusion(title) || mark(title) { return true }
        return [
            "exempt", "confidential", "private session", "private business", "private item", "private part",
            "in private", "closed session", "not open to the public", "not open to the press", "absence of the press",
            "absence of the public", "public excluded", "excluding the public", "excluding the press",
        ].contains { text.contains($0) } && !text.contains("non-exempt") && !text.contains("no exempt")
    }

    /// Whether the words beside a document say that it may not be read: "View the reasons why document 9/2 is restricted".
    static func mark(document text: String) -> Bool {
        if mark(text) { return true }
        let words = text.lowercased().split { !$0.isLetter }
        return ["exempt", "restricted", "confidential", "eithriedig"].contains { words.contains(Substring($0)) }
    }
}
