import EarshotCore

/// The line that begins a comment in a typed sheet: `Name, date: text`, or `Name: text`.
struct SheetByline {
    var name: String
    /// As written; empty where there is none.
    var date: String
    var posted: Timestamp?
    /// What follows the colon.
    var text: String
    /// How far in the line stands: a space counts 1, a tab 4, a dash or bullet 2, ">" 4.
    var indent: Int

    /// Longest beginning of a line in which a name and a date are looked for, in characters (chosen, not derived).
    private static let reach = 120
    private static let longestName = 60
    /// Words that begin a paragraph with a colon and are nobody's name.
    private static let notNames: Set<String> = [
        "note", "nb", "n.b", "ps", "p.s", "edit", "update", "re", "fyi", "question", "answer", "q", "a", "also",
        "summary", "source", "link", "http", "https", "place", "network", "address", "item", "thread", "tl;dr",
    ]

    /// `Name, date: text`, the date in one of the spellings that `Dates` reads and with a year.
    static func dated(_ line: String, zone: String) -> SheetByline? {
        let (indent, rest) = marksOff(line)
        let head = rest.prefix(reach)
        guard head.contains(",") else { return nil }
        for colon in head.indices.reversed() where head[colon] == ":" && isFollowedBySpace(rest, colon) {
            for comma in head[..<colon].indices where head[comma] == "," {
                let name = trimmed(head[..<comma])
                let date = trimmed(head[head.index(after: comma)..<colon].replacing("\u{A0}", with: " "))
                guard date.utf8.contains(where: { $0 &- 48 < 10 }), !name.isEmpty, name.count <= longestName,
                    !name.contains(":"),
                    let posted = Dates.moment(date, zone: zone)
                else { continue }
                let text = trimmed(rest[rest.index(after: colon)...])
                return SheetByline(name: name, date: date, posted: posted, text: text, indent: indent)
            }
        }
        return nil
    }

    /// `Name: text`: five words at most, the first with a capital, a digit or an @.
    static func undated(_ line: String) -> SheetByline? {
        let (indent, rest) = marksOff(line)
        guard let colon = rest.prefix(longestName).firstIndex(of: ":"), isFollowedBySpace(rest, colon) else {
            return nil
        }
        let name = trimmed(rest[..<colon])
        guard let first = name.first, first.isUppercase || first.isNumber || first == "@", !name.contains(","),
            name.split(separator: " ").count <= 5, !notNames.contains(name.lowercased())
        else { return nil }
        return SheetByline(
            name: name, date: "", posted: nil, text: trimmed(rest[rest.index(after: colon)...]), indent: indent)
    }

    /// The line without leading space, dashes, bullets, arrows and ">", and how far in it stood.
    static func marksOff(_ line: String) -> (indent: Int, rest: Substring) {
        var indent = 0
        var rest = Substring(line)
        while let first = rest.first {
            switch first {
            case " ", "\u{A0}": indent += 1
            case "\t": indent += 4
            case ">": indent += 4
            case "-", "–", "*", "•", "↳", "└":
                guard rest.dropFirst().first?.isWhitespace == true else { return (indent, rest) }
                indent += 2
            default: return (indent, rest)
            }
            rest = rest.dropFirst()
        }
        return (indent, rest)
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var out = String(text.drop(while: \.isWhitespace))
        while out.last?.isWhitespace == true { out.removeLast() }
        return out
    }

    private static func isFollowedBySpace(_ line: Substring, _ colon: Substring.Index) -> Bool {
        line[line.index(after: colon)...].first?.isWhitespace ?? true
    }
}
