import EarshotCore

extension ScoreExplanation {
    /// For people: plain text of 80 columns, lines without a line feed.
    package var lines: [String] {
        let sections = [Self.wrapped(marked, indent: 0), languageLines, toneLines, positionLines, unknownLines]
        return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    // MARK: - The text

    /// Thousandths; smaller shares stand in no one's way in the text, and together in one line of the list. Chosen.
    private static let shownInText = 30
    static let shownInList = 10

    /// The text with the larger shares behind their words.
    private var marked: String {
        let bytes = Array(text.utf8)
        var out = "\u{201C}"
        var at = 0
        for part in tone?.parts ?? [] where abs(part.share) >= Self.shownInText {
            out += String(decoding: bytes[at..<part.start], as: UTF8.self)
            out += "[\(String(decoding: bytes[part.start..<part.end], as: UTF8.self)) \(Self.figure(part.share))]"
            at = part.end
        }
        return Self.shown(out + String(decoding: bytes[at...], as: UTF8.self)) + "\u{201D}"
    }

    // MARK: - Language

    private var languageLines: [String] {
        let name = PackText.english.languageName(score.language)
        var lines = ["Language: \(name)"]
        if let other = score.otherLanguage { lines[0] += ", a good part of it \(PackText.english.languageName(other))" }
        if let language {
            let names = [language.ahead, language.second].map(PackText.english.languageName)
            let isTold = language.ahead == score.language
            lines += Self.wrapped(
                "Its words speak for \(names[0]) rather than \(names[1]) by \(language.lead)"
                    + (isTold ? "" : ", which is too little to say so") + " (48 make it 2.7 times as likely).")
            lines += Self.wrapped("Most of all: \(most(of: language.parts)).")
        } else {
            lines.append("  " + toldWithout)
        }
        return lines
    }

    /// Where no two languages were weighed.
    private var toldWithout: String {
        if words == 0 { return "There are no words." }
        return score.language == ScoreFigures.unknownLanguage
            ? "Its words give no ground to tell it." : "Told by its letters alone."
    }

    /// The five words that say most, each once.
    private func most(of parts: [LanguageExplanation.Part]) -> String {
        var sums: [String: Int] = [:]
        for part in parts { sums[Words.folded(Self.slice(of: text, part.start..<part.end)), default: 0] += part.weight }
        let sorted = sums.sorted { abs($0.value) == abs($1.value) ? $0.key < $1.key : abs($0.value) > abs($1.value) }
        return sorted.prefix(5).map { "\(Self.shown($0.key)) \($0.value < 0 ? "\u{2212}" : "+")\(abs($0.value))" }
            .joined(separator: ", ")
    }

    // MARK: - What it did not know

    private var unknownLines: [String] {
        guard tone != nil, !unweighed.isEmpty else { return [] }
        let some = unweighed.prefix(10).map(Self.shown).joined(separator: ", ")
        let count = unweighed.count == 1 ? "1 word says" : "\(unweighed.count) different words say"
        return ["What the tone does not know"]
            + Self.wrapped("\(count) nothing to it\(unweighed.count > 10 ? "; the longest" : ""): \(some).")
    }

    // MARK: - Parts

    /// −313 as "−0.313", 0 as "0.000".
    static func figure(_ thousandths: Int) -> String {
        let sign = thousandths < 0 ? "\u{2212}" : thousandths > 0 ? "+" : ""
        return sign + Decimals.thousandths(abs(thousandths))
    }

    /// Without what moves a terminal's cursor or turns its writing around; white space becomes blanks.
    static func shown(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { HiddenScalar($0.value) == .none ? $0 : " " }))
    }

    /// Lines of at most 80 columns, cut at blanks; a longer word stands alone.
    static func wrapped(_ text: String, indent: Int = 2) -> [String] {
        let blank = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > 80 {
                lines.append(blank + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [blank + line]
    }
}
