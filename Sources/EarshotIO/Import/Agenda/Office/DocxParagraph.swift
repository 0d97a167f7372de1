/// A paragraph of a Word file, as it is found.
struct DocxParagraph {
    /// Tabs and line breaks kept.
    var text = ""
    /// The list that numbers it; "0" takes it out of its style's list.
    var list: String?
    var level: Int?
    var style: String?
    /// 0 for the highest heading; `nil` where the paragraph itself does not say.
    var outlineLevel: Int?
    var links: [(title: String, url: String)] = []
    /// The mark at its end was deleted under tracked changes.
    var isJoined = false
    /// What numbers it, worked out from list and style.
    var label: DocxNumbering.Label?

    /// Whether it shows anything.
    var isBlank: Bool { !text.contains { !$0.isWhitespace } }

    /// Whether it is nothing but a number: "4.", "5a", "IV.", or a number that Word gave an empty paragraph.
    var isBareNumber: Bool {
        if isBlank { return label.map { !$0.isBullet } ?? false }
        let line = TextLine(text, line: 0)
        if line.number != nil, line.title.isEmpty { return true }
        let plain = MarkupText.collapsed(text)
        return plain.count <= 6 && (plain.last == "." || plain.last == ")")
            && plain.dropLast().allSatisfy { "IVXL".contains($0) || $0.isLetter && plain.count == 2 }
    }

    /// Whether it is nothing but page numbers: "5 - 12", "Pages 5 - 12".
    var isPages: Bool {
        let plain = MarkupText.collapsed(text)
        return !plain.isEmpty
            && plain.wholeMatch(of: /(?i)\(?(?:(?:pages?|pp\.?)\s*)?\d{1,4}(?:\s*[-–—]\s*\d{1,4})?\)?/) != nil
    }
}
