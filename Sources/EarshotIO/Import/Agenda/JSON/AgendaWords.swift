import EarshotCore

/// Texts of agenda answers, which hold HTML, entities, or neither.
enum AgendaWords {
    /// Paragraphs with white space collapsed, without markup and without empty ones.
    static func paragraphs(_ text: String) -> [String] {
        if hasTags(text.utf8.span) { return markup(text) }
        return text.split(whereSeparator: \.isNewline).flatMap { line -> [String] in
            if hasEntities(line) { return markup(String(line)) }
            let plain = MarkupText.collapsed(line)
            return plain.isEmpty ? [] : [plain]
        }
    }

    static func line(_ text: String) -> String { paragraphs(text).joined(separator: " ") }

    /// The first of `paragraphs` and the others.
    static func split(_ paragraphs: [String]) -> (title: String, rest: [String]) {
        (paragraphs.first ?? "", Array(paragraphs.dropFirst()))
    }

    /// "12. Street trees" → ("12", "Street trees"): for answers that have no field for the number.
    static func numbered(_ title: String) -> (number: String, title: String) {
        let pattern = /^(?<number>\d{1,3}(?:\.\d{1,3}){0,3}\.?[a-zA-Z]?)(?:[.):]\s*|\s+[-–—]\s+)(?<title>\p{L}.*)$/
        guard let match = title.wholeMatch(of: pattern) else { return ("", title) }
        return (String(match.number), String(match.title))
    }

    /// Whether a status says that the meeting does not take place as planned: "Cancelled", "Postponed", "Afgelast".
    static func isCancelled(status: String) -> Bool {
        let words = status.lowercased().split { !$0.isLetter }
        return words.contains { word in
            ["cancel", "abandon", "postpone", "reschedul", "withdrawn", "deferred", "geannuleerd", "afgelast"].contains
            {
                word.hasPrefix($0)
            }
        }
    }

    /// The same of a name or a remark, where only the plainest words count.
    static func isCancelled(remark: String) -> Bool {
        let words = remark.lowercased().split { !$0.isLetter }
        return ["cancelled", "canceled", "postponed", "afgelast", "geannuleerd"].contains {
            words.contains(Substring($0))
        }
    }

    private static func markup(_ text: String) -> [String] {
        LibXML.html(Array("<div>\(text)</div>".utf8)).root.map { MarkupText.paragraphs(of: $0) } ?? []
    }

    private static func hasTags(_ text: Span<UInt8>) -> Bool {
        guard text.count > 2 else { return false }
        for i in 0..<text.count - 1 where text[i] == UInt8(ascii: "<") {
            let next = text[i + 1]
            if next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next | 0x20 &- 97 < 26 { return true }
        }
        return false
    }

    /// "&amp;", "&#8217;".
    private static func hasEntities(_ text: Substring) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return false }
        return text.contains(/&(?:#[xX]?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});/)
    }
}
