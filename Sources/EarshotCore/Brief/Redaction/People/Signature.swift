/// Finds names that stand at the end of a text as signatures.
enum Signature {
    /// So many lines from the end are looked at, and so many bytes. Chosen, not derived: a letter's closing, name,
    /// address and telephone number.
    private static let lineLimit = 6
    private static let byteLimit = 400

    /// Ranges of the names, in order.
    static func ranges(in text: Span<UInt8>) -> [Range<Int>] {
        let lines = lastLines(of: text)
        guard let last = lines.last else { return [] }
        var found: [Range<Int>] = []
        if lines.count > 1 {
            for (line, next) in zip(lines, lines.dropFirst()) {
                guard let closing = closingLine(text, line) else { continue }
                if let name = nameLine(text, next, closing: closing) { found.append(name) }
            }
            found += lastNames(text, lines)
        }
        if let name = afterClosing(text, last) ?? afterDash(text, last) ?? withStreet(text, last) { found.append(name) }
        found.sort { $0.lowerBound < $1.lowerBound }
        var apart: [Range<Int>] = []
        for range in found where range.lowerBound >= (apart.last?.upperBound ?? 0) {
            if !RedactionOffice.surrounds(range, in: text) { apart.append(range) }
        }
        return apart
    }

    // MARK: - Lines

    /// The last lines that are not blank, without the blanks round them, in order.
    private static func lastLines(of text: Span<UInt8>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var end = text.count
        let floor = max(0, text.count - byteLimit)
        while lines.count < lineLimit {
            while end > 0, isBlank(text[end - 1]) { end -= 1 }
            guard end > floor else { break }
            var start = end
            while start > 0, text[start - 1] != 0x0A { start -= 1 }
            let next = start
            while start < end, isBlank(text[start]) { start += 1 }
            lines.append(start..<end)
            end = next
        }
        return lines.reversed()
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    // MARK: - Names on lines of their own

    /// Names on the last lines, beneath something that was said: "…\nJane Smith\n[house number] Mill Lane".
    private static func lastNames(_ text: Span<UInt8>, _ lines: [Range<Int>]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for (place, line) in lines.enumerated().reversed() {
            if let name = nameLine(text, line, closing: nil) {
                found.append(name)
            } else if !isParticulars(text, line) {
                return isProse(text, line) ? found : []
            }
            if place == 0 { return [] }
        }
        return []
    }

    /// A line with a mark of ours ("[phone number]"), or one that a telephone adds.
    private static func isParticulars(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        if Ascii.holds(text, Array("sent from my ".utf8), at: line.lowerBound) { return true }
        guard line.count <= 80 else { return false }
        for i in line where text[i] == UInt8(ascii: "[") { return true }
        return false
    }

    /// Something said: a sentence's end or five words; the head of a list is none.
    private static func isProse(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let last = text[line.upperBound - 1]
        if last == UInt8(ascii: ":") { return false }
        if ".!?)".utf8.contains(last) { return true }
        return line.reduce(0) { $0 + (text[$1] == 0x20 ? 1 : 0) } >= 4 || closingLine(text, line) != nil
    }

    /// The name on a line that holds nothing else but a place, age or kisses. Under a `closing` any words with capitals
    /// are a name (under thanks: one with a known first name); else the first name must be known.
    static func nameLine(_ text: Span<UInt8>, _ line: Range<Int>, closing: Closing?) -> Range<Int>? {
        guard line.count <= 70 else { return nil }
        var start = line.lowerBound
        while start < line.upperBound, let dash = Ascii.dash(text, start) ?? Ascii.blank(text, start) { start += dash }
        if closing != nil, let name = PersonName(small: text, at: start), name.range.upperBound >= line.upperBound - 1 {
            return name.range
        }
        guard let name = PersonName(text, at: start), name.range.upperBound <= line.upperBound else { return nil }
        let isKnown =
            name.given == .sure || name.hasHonorific
            || (name.count > 1 && (name.given == .doubtful || name.hasInitial))
        guard isKnown || closing == .regards else { return nil }
        let isFull = name.count > 1 || name.hasHonorific
        // "John Cena!" is a call.
        if closing == nil, text[line.upperBound - 1] == UInt8(ascii: "!") || isSentence(text, line) { return nil }
        return ends(text, name.range.upperBound, line, allowsPlace: isFull || closing != nil) ? name.range : nil
    }

    /// A point ends the line that ends no shortened word: "Joe Biden.", but not "Jane Smith, Mill Rd."
    private static func isSentence(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let end = line.upperBound - 1
        guard text[end] == UInt8(ascii: "."), end - line.lowerBound > 3 else { return false }
        return (1...3).allSatisfy { Ascii.isLetter(text[end - $0]) }
    }

    /// Whether nothing follows the name but a point, kisses, or a place behind a comma.
    static func ends(_ text: Span<UInt8>, _ end: Int, _ line: Range<Int>, allowsPlace: Bool) -> Bool {
        var i = end
        while i < line.upperBound, " .!xX\u{0D}".utf8.contains(text[i]) { i += 1 }
        if i >= line.upperBound { return true }
        guard allowsPlace, i == end || text[i - 1] == 0x20 else { return false }
        guard text[i] == UInt8(ascii: ",") || text[i] == UInt8(ascii: "(") || Ascii.dash(text, i) != nil else {
            return false
        }
        return isPlace(text, i..<line.upperBound)
    }

    /// Words with capitals, figures, and the few small words that places have; no sentence.
    static func isPlace(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 48 else { return false }
        var i = range.lowerBound
        while i < range.upperBound {
            guard Ascii.isLetter(text[i]) else {
                i += 1
                continue
            }
            let start = i
            while i < range.upperBound, Ascii.isLetter(text[i]) { i += 1 }
            guard Ascii.isUpper(text[start]) || placeWords.contains(Ascii.lowered(text, start..<i)) else {
                return false
            }
        }
        return true
    }

    private static let placeWords: Set<String> = [
        "of", "the", "near", "on", "and", "resident", "local", "aged", "age", "house", "number", "road", "street",
        "lane",
        "close", "avenue", "drive", "town", "ward", "mum", "dad", "parent", "tenant", "s", "in", "from", "postcode",
        "account", "name", "phone", "link", "mail", "address", "e", "retired", "a", "for", "since", "years", "year",
        "who", "lives", "old",
    ]
}
