/// Item numbers as agendas print them.
enum ItemNumber {
    /// "5." → "5", "Item 5a:" → "5a", "5 (a)" → "5(a)"; empty for "0" and for what is no number.
    static func normal(_ text: String) -> String {
        var rest = MarkupText.collapsed(text)[...]
        for word in ["agenda item", "item", "eitem"] where rest.lowercased().hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        let number = String(rest.filter { !$0.isWhitespace }.drop { ".:-–".contains($0) })
        let trimmed = String(number.reversed().drop { ".:;-–)".contains($0) && !closes($0, number) }.reversed())
        guard trimmed.count <= 12, trimmed.contains(where: { $0.isNumber || $0.isLetter }),
            trimmed.allSatisfy({ $0.isNumber || $0.isLetter || "().-/".contains($0) }),
            !trimmed.allSatisfy({ $0 == "0" })
        else { return "" }
        return trimmed
    }

    /// Whether a closing bracket has its partner: "5(a)" keeps it, "5)" does not.
    private static func closes(_ character: Character, _ number: String) -> Bool {
        character == ")" && number.contains("(")
    }
}

/// Item titles without what a page glues to them.
enum ItemTitle {
    /// Takes off file sizes ("PDF 896 KB"), page references ("(Pages 1 - 12)") and "(to follow)" at the end.
    static func cleaned(_ text: String) -> String {
        var title = MarkupText.collapsed(text)
        while let shorter = withoutFileSize(title) ?? withoutPages(title) ?? withoutNotice(title) {
            title = MarkupText.collapsed(shorter)
        }
        return title
    }

    private static let formats = [
        "PDF", "DOCX", "DOC", "XLSX", "XLS", "PPTX", "PPT", "RTF", "ODT", "ODS", "CSV", "TXT", "ZIP", "HTML", "HTM",
    ]

    /// "Pimlico District HeatingPDF 500 KB", "Minutes (PDF, 154 KB)".
    private static func withoutFileSize(_ title: String) -> String? {
        var end = TitleEnd(title)
        end.drop(")] ")
        guard end.dropWord(["kb", "mb", "gb", "bytes"]) || end.dropWord([" b"]) else { return nil }
        end.drop(" ")
        guard end.dropNumber(marks: ".,") else { return nil }
        end.drop(" ,:(")
        guard end.dropWord(formats.map { $0.lowercased() }) else { return nil }
        end.drop(" ,([-–.")
        return end.text
    }

    /// "(Pages 1 - 12)", "Page 3", "pp. 4–9", "(Tudalennau 1 - 4)".
    private static func withoutPages(_ title: String) -> String? {
        var end = TitleEnd(title)
        end.drop(")] ")
        guard end.dropNumber(marks: "") else { return nil }
        end.drop(" ")
        if end.dropWord(["-", "–", "—", " to", "&", " and", " i"]) {
            end.drop(" ")
            guard end.dropNumber(marks: "") else { return nil }
            end.drop(" ")
        }
        guard end.dropWord(["pages", "page", "pp.", "pp", "p.", "tudalennau", "tudalen"]), end.isAtWordStart else {
            return nil
        }
        end.drop(" ([")
        return end.text
    }

    private static func withoutNotice(_ title: String) -> String? {
        var end = TitleEnd(title)
        guard
            end.dropWord([
                "(to follow)", "[to follow]", "(report to follow)", "(i ddilyn)", "(verbal report)", "(verbal)",
            ])
        else { return nil }
        return end.text
    }
}

/// Takes a title apart from its end.
private struct TitleEnd {
    private var rest: Substring

    init(_ title: String) { rest = title[...] }

    /// What is left; `nil` where that is nothing, since a title that is all reference stays as it is.
    var text: String? { rest.contains { $0.isLetter || $0.isNumber } ? String(rest) : nil }

    /// Whether no letter stands before what was dropped.
    var isAtWordStart: Bool { rest.last.map { !$0.isLetter && !$0.isNumber } ?? true }

    mutating func drop(_ characters: String) {
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
    }

    mutating func dropNumber(marks: String) -> Bool {
        guard let last = rest.last, last.isASCII, last.isNumber else { return false }
        while let last = rest.last, (last.isASCII && last.isNumber) || marks.contains(last) { rest.removeLast() }
        return true
    }

    /// Drops the first of the lower-case `words` that stands at the end, in whatever case.
    mutating func dropWord(_ words: [String]) -> Bool {
        for word in words where rest.count >= word.count && rest.suffix(word.count).lowercased() == word {
            rest.removeLast(word.count)
            return true
        }
        return false
    }
}
