/// The words of a Reddit comment without its Markdown.
///
/// Lines quoted from another comment ("> …") are taken off. Links become their words with the address in brackets,
/// since an agenda item is often linked rather than named. Emphasis, headings, rules, code and spoiler marks go.
enum RedditMarkdown {
    static func plain(_ markdown: String) -> String {
        var paragraphs: [String] = []
        var lines: [String] = []
        let text = unescaped(markdown).replacing("\r\n", with: "\n")
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let start = line.drop(while: \.isWhitespace)
            if start.isEmpty || isRule(start) {
                if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
                lines = []
            } else if start.first == ">", !start.hasPrefix(">!") {
                continue
            } else {
                let words = withoutMarks(withoutLinks(blockMarkOff(start)))
                if !words.isEmpty { lines.append(words) }
            }
        }
        if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
        return paragraphs.joined(separator: "\n\n")
    }

    /// Without the entities that Reddit writes in its JSON: `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&nbsp;`, `&#39;`,
    /// `&#x200B;`.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var out = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "&") {
            out += rest[..<start]
            rest = rest[start...]
            if let end = rest.prefix(10).firstIndex(of: ";"),
                let character = entity(rest[rest.index(after: start)..<end])
            {
                out += character
                rest = rest[rest.index(after: end)...]
            } else {
                out += "&"
                rest = rest.dropFirst()
            }
        }
        return out + rest
    }

    private static func entity(_ name: Substring) -> String? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return " "
        default: break
        }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        guard let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
        if code == 0x200B || code == 0xFEFF { return "" }
        return Unicode.Scalar(code).map { String(Character($0)) }
    }

    private static func isRule(_ line: Substring) -> Bool {
        let marks = line.filter { !$0.isWhitespace }
        guard marks.count >= 3, let first = marks.first, "*-_=".contains(first) else { return false }
        return marks.allSatisfy { $0 == first }
    }

    /// Takes off what makes a heading or a list of a line.
    private static func blockMarkOff(_ line: Substring) -> Substring {
        if line.first == "#" { return line.drop { $0 == "#" }.drop(while: \.isWhitespace) }
        if let first = line.first, "*-+".contains(first), line.dropFirst().first?.isWhitespace == true {
            return line.dropFirst().drop(while: \.isWhitespace)
        }
        return line
    }

    /// `[words](address "title")` becomes "words (address)"; a picture `![…](…)` likewise. Every bracket is looked at
    /// once, however many open and never close.
    private static func withoutLinks(_ line: Substring) -> String {
        var out = ""
        var rest = line
        while let open = rest.firstIndex(of: "[") {
            let first = rest.index(after: open)
            guard let stop = rest[first...].firstIndex(where: { $0 == "[" || $0 == "]" }) else { break }
            // "[a] and [b](c)": the first bracket opens no link; nor does that of "[a [b](c)".
            guard rest[stop] == "]", rest[stop...].dropFirst().first == "(" else {
                let next = rest[stop] == "[" ? stop : rest.index(after: stop)
                out += rest[..<next]
                rest = rest[next...]
                continue
            }
            guard let close = rest[stop...].firstIndex(of: ")") else { break }
            let words = rest[first..<stop]
            let address = rest[stop..<close].dropFirst(2).split(separator: " ").first ?? ""
            out += rest[..<open]
            if out.last == "!" { out.removeLast() }
            out += words
            if address.hasPrefix("http"), address != words { out += words.isEmpty ? String(address) : " (\(address))" }
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    /// Takes off emphasis that opens at a word's beginning and is closed on the line; backslashes; superscript carets.
    private static func withoutMarks(_ line: String) -> String {
        let text = Array(line)
        var gone = Set<Int>()
        var open: [(start: Int, length: Int, mark: Character)] = []
        var i = 0
        while i < text.count {
            if text[i] == "\\", i + 1 < text.count, text[i + 1].isPunctuation || text[i + 1].isSymbol {
                gone.insert(i)
                i += 2
                continue
            }
            let length = markLength(text, i)
            guard length > 0 else {
                if text[i] == "^", i + 1 < text.count, !text[i + 1].isWhitespace { gone.insert(i) }
                i += 1
                continue
            }
            close(text, i, length, &open, &gone)
            i += length
        }
        let kept = text.indices.lazy.filter { !gone.contains($0) }.map { text[$0] }
        return String(kept).split(separator: " ").joined(separator: " ")
    }

    /// Marks kept in mind that are not closed yet (chosen, not derived).
    private static let nesting = 64

    private static func markLength(_ text: [Character], _ start: Int) -> Int {
        let mark = text[start]
        guard "*_~`".contains(mark) else {
            let pair = text[start...].prefix(2)
            return pair == [">", "!"] || pair == ["!", "<"] ? 2 : 0
        }
        var end = start
        while end < text.count, text[end] == mark { end += 1 }
        return mark == "~" && end - start != 2 ? 0 : end - start
    }

    private static func close(
        _ text: [Character], _ i: Int, _ length: Int, _ open: inout [(start: Int, length: Int, mark: Character)],
        _ gone: inout Set<Int>
    ) {
        let before = i > 0 ? text[i - 1] : " "
        let after = i + length < text.count ? text[i + length] : " "
        let mark: Character = text[i] == "!" ? ">" : text[i]
        let isWordEnd = mark != "_" || !(after.isLetter || after.isNumber)
        if !before.isWhitespace, isWordEnd, text[i] != ">",
            let match = open.lastIndex(where: { $0.mark == mark && $0.length == length })
        {
            gone.formUnion(open[match].start..<open[match].start + length)
            gone.formUnion(i..<i + length)
            open.removeSubrange(match...)
        } else if !after.isWhitespace, !(before.isLetter || before.isNumber), text[i] != "!" {
            open.append((i, length, mark))
            if open.count > nesting { open.removeFirst() }
        }
    }
}
