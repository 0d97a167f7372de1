/// Names as feeds, exports and pages give them, without the e-mail address that often stands beside or instead of them.
enum PersonName {
    /// "jo@example.org (Jo)" and "Jo <jo@example.org>" are "Jo"; an address alone is no name.
    static func cleaned(_ text: String?) -> String? {
        let name = MarkupText.collapsed(text ?? "")
        guard name.contains("@") else { return name.isEmpty ? nil : name }
        if let inner = name.firstMatch(of: /\(([^()@]+)\)/)?.1 {
            let inner = MarkupText.collapsed(inner)
            if !inner.isEmpty { return inner }
        }
        let words = name.split(whereSeparator: { " <>,;()[]\"".contains($0) }).filter { !isAddress($0) }
        let rest = words.joined(separator: " ")
        return rest.isEmpty || rest.lowercased() == "mailto:" ? nil : rest
    }

    private static func isAddress(_ word: Substring) -> Bool {
        guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
        return word[at...].dropFirst().contains { $0.isLetter || $0.isNumber }
    }
}
