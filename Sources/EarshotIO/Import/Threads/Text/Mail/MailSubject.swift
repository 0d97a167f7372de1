import EarshotCore

/// A subject without what replies and lists put before it.
struct MailSubject {
    /// "Library closing on Mondays", its own brackets kept.
    var title: String
    /// For comparing: lower case, without any words in square brackets before it.
    var base: String
    /// Whether "Re:" or the like stands before it.
    var isReply: Bool
    /// The first words in square brackets before it, which may be the list's name.
    var tag: String

    private static let replies: Set<String> = [
        "re", "aw", "sv", "vs", "antw", "antwort", "odp", "rif", "ref", "res", "ynt", "ateb", "回复", "回覆", "答复",
    ]
    private static let forwards: Set<String> = ["fw", "fwd", "wg", "tr", "vl", "doorst", "enc", "rv", "转发"]

    /// - Parameter subject: Decoded.
    init(_ subject: String) {
        var rest = MarkupText.collapsed(subject)[...]
        var tags: [Substring] = []
        isReply = false
        // A bound on the work; nobody reads as many.
        for _ in 0..<40 {
            if let (word, after) = Self.prefix(rest) {
                if Self.replies.contains(word) { isReply = true }
                rest = after
            } else if let (tag, after) = Self.bracketed(rest) {
                if !tags.contains(tag) { tags.append(tag) }
                rest = after
            } else {
                break
            }
        }
        tag = tags.first.map(String.init) ?? ""
        title = (tags.map { "[\($0)]" } + [String(rest)]).joined(separator: " ")
        base = rest.lowercased()
    }

    /// The title without the list's name.
    static func title(_ title: String, without tag: String) -> String {
        let mark = "[\(tag)] "
        return tag.isEmpty || !title.hasPrefix(mark) ? title : String(title.dropFirst(mark.count))
    }

    /// "Re:", "RE[2]:", "Aw :".
    private static func prefix(_ text: Substring) -> (word: String, after: Substring)? {
        guard text.utf8.prefix(48).contains(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF }),
            let colon = text.prefix(12).firstIndex(where: { $0 == ":" || $0 == "：" })
        else { return nil }
        let word = text[..<colon].prefix { $0.isLetter }
        let number = text[word.endIndex..<colon]
        guard number.allSatisfy({ $0.isNumber || "[]()^* ".contains($0) }) else { return nil }
        let name = word.lowercased()
        guard replies.contains(name) || forwards.contains(name) else { return nil }
        return (name, text[text.index(after: colon)...].drop { $0 == " " })
    }

    /// "[Residents] Library": the words in the brackets, where something follows.
    private static func bracketed(_ text: Substring) -> (words: Substring, after: Substring)? {
        guard text.first == "[", let end = text.prefix(60).firstIndex(of: "]") else { return nil }
        let words = text[text.index(after: text.startIndex)..<end]
        let after = text[text.index(after: end)...].drop { $0 == " " }
        return after.isEmpty || words.isEmpty ? nil : (words, after)
    }
}
