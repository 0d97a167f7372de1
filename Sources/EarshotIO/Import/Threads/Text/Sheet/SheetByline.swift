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

    /// Longest beginning of a line in which a name and a date are looked for, in scalars (chosen, not derived).
    private static let reach = 120
    private static let longestName = 60
    /// Words that begin a paragraph with a colon and are nobody's name.
    private static let notNames: Set<String> = [
        "note", "nb", "n.b", "ps", "p.s", "edit", "update", "re", "fyi", "question", "answer", "q", "a", "also",
        "summary", "source", "link", "http", "https", "place", "network", "address", "item", "thread", "tl;dr",
    ]

    /// `Name, date: text`, the date in one of the spellings that `Dates` reads and with a year; also `Name - date: text`,
    /// `Name (date): text` and `**Name** (date): text`.
    static func dated(_ line: String, zone: String) -> SheetByline? {
        guard line.hasByte(where: maySeparate), line.hasByte(UInt8(ascii: ":")) else { return nil }
        let (indent, rest) = marksOff(line)
        let head = head(of: rest)
        var behind = head.endIndex
        while let colon = head[..<behind].lastIndex(of: UInt8(ascii: ":")) {
            behind = colon
            guard isFollowedBySpace(rest, colon) else { continue }
            var next = head.startIndex
            while let mark = head[next..<colon].firstIndex(where: maySeparate) {
                next = head.index(after: mark)
                guard let after = separator(head[..<colon], at: mark) else { continue }
                var written = rest[after..<colon]
                guard written.hasByte(where: { $0 &- 48 < 10 }) else { continue }
                let name = withoutStars(trimmed(rest[..<mark]))
                if head[mark] == UInt8(ascii: "(") {
                    guard trimmed(written).hasSuffix(")") else { continue }
                    written = written[..<(written.lastIndex(of: ")") ?? written.endIndex)]
                }
                let hasHardSpace = written.hasByte(0xC2)
                let date = trimmed(hasHardSpace ? written.replacing("\u{A0}", with: " ") : written)
                guard !name.isEmpty, name.utf8.count <= longestName || name.count <= longestName,
                    !name.utf8.contains(UInt8(ascii: ":")), let posted = Dates.moment(date, zone: zone)
                else { continue }
                let text = trimmed(rest[head.index(after: colon)...])
                return SheetByline(name: name, date: date, posted: posted, text: text, indent: indent)
            }
        }
        return nil
    }

    /// The beginning of a line in which a name and a date are looked for.
    private static func head(of line: Substring) -> Substring.UTF8View {
        let bytes = line.utf8
        guard let near = bytes.index(bytes.startIndex, offsetBy: reach, limitedBy: bytes.endIndex) else { return bytes }
        if !bytes[..<near].contains(where: { $0 >= 0x80 }) { return bytes[..<near] }
        let scalars = line.unicodeScalars
        return bytes[
            ..<(scalars.index(scalars.startIndex, offsetBy: reach, limitedBy: bytes.endIndex) ?? bytes.endIndex)]
    }

    /// Whether the byte may begin what stands between name and date.
    private static func maySeparate(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "-") || byte == 0xE2
    }

    /// Where the date begins after the mark that stands at `mark` between name and date: a comma, a bracket, or a dash
    /// with spaces around it.
    private static func separator(_ head: Substring.UTF8View, at mark: String.Index) -> String.Index? {
        let next = head.index(after: mark)
        switch head[mark] {
        case UInt8(ascii: ","), UInt8(ascii: "("): return next
        case UInt8(ascii: "-"), 0xE2:
            let dash = head[mark...].prefix(3)
            let isLong = dash.elementsEqual("–".utf8) || dash.elementsEqual("—".utf8)
            guard isLong || head[mark] == UInt8(ascii: "-"), mark > head.startIndex,
                head[head.index(before: mark)] == 32
            else { return nil }
            let end = isLong ? head.index(mark, offsetBy: 3) : next
            return end < head.endIndex && head[end] == 32 ? end : nil
        default: return nil
        }
    }

    /// Markdown's bold letters.
    private static func withoutStars(_ name: String) -> String {
        guard name.hasPrefix("*") || name.hasPrefix("_") else { return name }
        return trimmed(name.drop { $0 == "*" || $0 == "_" }.prefix { $0 != "*" })
    }

    /// `Name: text`: five words at most, the first with a capital, a digit or an @.
    static func undated(_ line: String) -> SheetByline? {
        let (indent, rest) = marksOff(line)
        guard rest.hasByte(UInt8(ascii: ":")),
            let colon = rest.prefix(longestName).firstIndex(of: ":"), isFollowedBySpace(rest, colon)
        else { return nil }
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
        if let first = rest.utf8.first, (first | 32) &- 97 < 26 { return (0, rest) }
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

    static func trimmed(_ text: String) -> String { trimmed(text[...]) }

    static func trimmed(_ text: Substring) -> String {
        let bytes = text.utf8
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, isSpace(bytes[start]) { start = bytes.index(after: start) }
        while start < end, isSpace(bytes[bytes.index(before: end)]) { end = bytes.index(before: end) }
        guard start < end else { return "" }
        let inner = text[start..<end]
        // Only beyond ASCII is there white space of other kinds.
        if bytes[start] < 0x80, bytes[bytes.index(before: end)] < 0x80 { return String(inner) }
        var out = String(inner.drop(while: \.isWhitespace))
        while out.last?.isWhitespace == true { out.removeLast() }
        return out
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private static func isFollowedBySpace(_ line: Substring, _ colon: Substring.Index) -> Bool {
        let next = line.utf8.index(after: colon)
        guard next < line.endIndex else { return true }
        return isSpace(line.utf8[next]) || line.unicodeScalars[next].properties.isWhitespace
    }
}
