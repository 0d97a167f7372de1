/// The words of a Reddit comment without its Markdown.
///
/// Lines quoted from another comment ("> …") are taken off. Links become their words with the address in brackets,
/// since an agenda item is often linked rather than named. Emphasis, headings, rules, code and spoiler marks go.
enum RedditMarkdown {
    static func plain(_ markdown: String) -> String {
        var text = unescaped(markdown)
        if text.hasByte(.carriageReturn) { text = text.replacing("\r\n", with: "\n") }
        let bytes = text.utf8.span
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        // Line ends before the next words: two begin a paragraph.
        var feeds = 0
        var next = 0
        while next < bytes.count {
            var end = next
            while end < bytes.count, bytes[end] != .lineFeed { end += 1 }
            let start = afterSpace(bytes, next..<end)
            next = end + 1
            if start == end || isRule(bytes, start..<end) {
                feeds = out.isEmpty ? 0 : 2
                continue
            }
            if bytes[start] == UInt8(ascii: ">"), start + 1 == end || bytes[start + 1] != UInt8(ascii: "!") { continue }
            let before = out.count
            for _ in 0..<feeds { out.append(.lineFeed) }
            if appendWords(bytes, afterBlockMark(bytes, start..<end)..<end, to: &out) {
                feeds = 1
            } else {
                out.removeSubrange(before...)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Without the entities that Reddit writes in its JSON: `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&nbsp;`, `&#39;`,
    /// `&#x200B;`.
    static func unescaped(_ text: String) -> String {
        guard text.hasByte(UInt8(ascii: "&")) else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "&"),
                let end = bytes[i..<min(i + 10, bytes.count)].firstIndex(of: UInt8(ascii: ";")),
                let character = entity(String(decoding: bytes[(i + 1)..<end], as: UTF8.self))
            {
                out += character.utf8
                i = end + 1
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func entity(_ name: String) -> String? {
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

    // MARK: - Lines

    private static func afterSpace(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var i = range.lowerBound
        while i < range.upperBound {
            let length = bytes.spaceLength(at: i)
            if length == 0 { break }
            i += length
        }
        return i
    }

    private static func isRule(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let mark = bytes[line.lowerBound]
        guard "*-_=".utf8.contains(mark) else { return false }
        var count = 0
        var i = line.lowerBound
        while i < line.upperBound {
            if bytes[i] == mark {
                count += 1
                i += 1
            } else {
                let length = bytes.spaceLength(at: i)
                if length == 0 { return false }
                i += length
            }
        }
        return count >= 3
    }

    /// Where the words begin behind what makes a heading or a list of a line.
    private static func afterBlockMark(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
        var i = line.lowerBound
        switch bytes[i] {
        case UInt8(ascii: "#"):
            while i < line.upperBound, bytes[i] == UInt8(ascii: "#") { i += 1 }
            if i < line.upperBound, bytes.extends(at: i) { i -= 1 }
        case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
            guard i + 1 < line.upperBound, bytes.spaceLength(at: i + 1) > 0 else { return i }
            i += 1
        default: return i
        }
        return afterSpace(bytes, i..<line.upperBound)
    }

    /// Appends a line's words; says whether there are any.
    private static func appendWords(_ bytes: Span<UInt8>, _ line: Range<Int>, to out: inout [UInt8]) -> Bool {
        let part = bytes.extracting(line)
        if isPlain(part) {
            part.withUnsafeBufferPointer { out.append(contentsOf: $0) }
            return true
        }
        let before = out.count
        let text = part.withUnsafeBufferPointer { withoutLinks(Array($0)) }
        let marks = RedditMarks(text.span)
        marks.appendText(to: &out, text.span)
        return out.count > before
    }

    /// Whether a line is words only: neither marks nor spaces too many.
    private static func isPlain(_ line: Span<UInt8>) -> Bool {
        var last: UInt8 = 32
        for i in line.indices {
            let byte = line[i]
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
                UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["):
                return false
            case 32 where last == 32: return false
            default: last = byte
            }
        }
        return last != 32
    }

    /// `[words](address "title")` becomes "words (address)"; a picture `![…](…)` likewise. Every bracket is looked at
    /// once, however many open and never close.
    private static func withoutLinks(_ line: [UInt8]) -> [UInt8] {
        let (opening, closing) = (UInt8(ascii: "["), UInt8(ascii: "]"))
        var out: [UInt8] = []
        var at = 0
        while let open = line[at...].firstIndex(of: opening) {
            guard let stop = line[(open + 1)...].firstIndex(where: { $0 == opening || $0 == closing }) else { break }
            // "[a] and [b](c)": the first bracket opens no link; nor does that of "[a [b](c)".
            guard line[stop] == closing, stop + 1 < line.count, line[stop + 1] == UInt8(ascii: "(") else {
                let next = line[stop] == opening ? stop : stop + 1
                out += line[at..<next]
                at = next
                continue
            }
            guard let close = line[stop...].firstIndex(of: UInt8(ascii: ")")) else { break }
            let words = line[(open + 1)..<stop]
            let address = line[(stop + 2)..<close].drop { $0 == 32 }.prefix { $0 != 32 }
            out += line[at..<open]
            if out.last == UInt8(ascii: "!") { out.removeLast() }
            out += words
            if address.starts(with: "http".utf8), address != words {
                if !words.isEmpty { out += " (".utf8 }
                out += address
                if !words.isEmpty { out.append(UInt8(ascii: ")")) }
            }
            at = close + 1
        }
        return out + line[at...]
    }
}
