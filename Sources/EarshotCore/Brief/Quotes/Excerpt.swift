/// A text shortened for print: at sentence ends where it can be, at a word's end where one sentence is too long.
package struct Excerpt: Equatable, Sendable {
    /// One line; "…" stands where something was left out.
    package var text: String
    package var isShortened: Bool

    /// A place in the text worth showing, UTF-8 byte offset, and which of up to 64 things stands there.
    struct Mark {
        var offset: Int
        var thing: Int
    }

    /// The whole text where it has at most `limit` characters (Unicode scalars); else its opening sentences.
    package init(_ text: String, limit: Int) {
        self.init(text, limit: limit, marks: [])
    }

    /// The run of whole sentences that holds the most different things of `marks`; of equal runs the earliest, then
    /// the longest. Where no sentence fits, the best one is cut at a word's end.
    init(_ text: String, limit: Int, marks: [Mark]) {
        let sentences = Sentences.ranges(of: text.utf8.span).map { Part($0, text, marks) }
        guard let last = sentences.last else {
            self.init(text: "", isShortened: false)
            return
        }
        let all = sentences.reduce(-1) { $0 + $1.length + 1 }
        if all <= limit {
            self.init(text: sentences.map(\.text).joined(separator: " "), isShortened: false)
            return
        }
        // "… " before and " …" after: four characters at most.
        guard let run = Self.bestRun(sentences, room: limit - 4) else {
            self.init(text: Self.cut(Self.best(sentences) ?? last, limit), isShortened: true)
            return
        }
        var out = sentences[run].map(\.text).joined(separator: " ")
        if run.lowerBound > 0 { out = "… " + out }
        if run.upperBound < sentences.count { out += " …" }
        self.init(text: out, isShortened: true)
    }

    private init(text: String, isShortened: Bool) {
        self.text = text
        self.isShortened = isShortened
    }

    /// The text in one line: runs of blanks and line ends become one space.
    static func line(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var isBlankDue = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isBlankDue = !out.isEmpty
            } else {
                if isBlankDue { out.append(" ") }
                isBlankDue = false
                out.append(scalar)
            }
        }
        return String(out)
    }

    /// The bytes of `range`, which lies on character boundaries.
    static func slice(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: range.map { text[$0] }, as: UTF8.self)
    }

    /// The bytes of `range`, which lies on character boundaries.
    static func slice(_ text: String, _ range: Range<Int>) -> String {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return String(decoding: utf8[start..<utf8.index(start, offsetBy: range.count)], as: UTF8.self)
    }

    private struct Part {
        var text: String
        /// Unicode scalars.
        var length: Int
        var things: UInt64 = 0

        init(_ range: Range<Int>, _ whole: String, _ marks: [Mark]) {
            text = Excerpt.line(Excerpt.slice(whole, range))
            length = text.unicodeScalars.count
            for mark in marks where range.contains(mark.offset) { things |= 1 << UInt64(mark.thing & 63) }
        }
    }

    private static func bestRun(_ parts: [Part], room: Int) -> Range<Int>? {
        var best: (run: Range<Int>, things: Int, length: Int)?
        for start in parts.indices {
            var length = -1
            var things: UInt64 = 0
            for end in start..<parts.count {
                length += parts[end].length + 1
                if length > room { break }
                things |= parts[end].things
                let count = things.nonzeroBitCount
                let isBetter =
                    best.map { count > $0.things || (count == $0.things && start == $0.run.lowerBound) } ?? true
                if isBetter { best = (start..<(end + 1), count, length) }
            }
        }
        return best?.run
    }

    private static func best(_ parts: [Part]) -> Part? {
        parts.enumerated().max {
            ($0.element.things.nonzeroBitCount, $1.offset) < ($1.element.things.nonzeroBitCount, $0.offset)
        }?.element
    }

    /// "[National Insurance number]" has 27 characters.
    private static let longestMark = 30

    /// At most `limit` characters with the "…"; never inside a redaction's mark.
    private static func cut(_ part: Part, _ limit: Int) -> String {
        var kept = Array(part.text.unicodeScalars.prefix(max(0, limit - 1)))
        if part.length > kept.count {
            let whole = kept
            while let last = kept.last, last != " " { kept.removeLast() }
            if kept.isEmpty { kept = whole }
        }
        if let open = kept.suffix(longestMark).lastIndex(of: "["), !kept[open...].contains("]") {
            kept.removeSubrange(open...)
        }
        while let last = kept.last, last == " " || last == "," || last == ";" || last == ":" { kept.removeLast() }
        var out = String.UnicodeScalarView()
        out.append(contentsOf: kept)
        return String(out) + "…"
    }
}
