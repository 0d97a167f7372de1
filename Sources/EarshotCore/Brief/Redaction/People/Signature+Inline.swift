extension Signature {
    // MARK: - Names behind a closing, a dash or a sentence

    /// "… Kind regards, Jane Smith" at the end of the line.
    static func afterClosing(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
        var i = max(line.lowerBound, line.upperBound - 90)
        while i < line.upperBound {
            guard Ascii.isLetter(text[i]), i == 0 || !Ascii.isWord(text[i - 1]) else {
                i += 1
                continue
            }
            if let (closing, end) = closing(text, i), let name = inlineName(text, end, line, closing) { return name }
            while i < line.upperBound, Ascii.isLetter(text[i]) { i += 1 }
        }
        return nil
    }

    private static func inlineName(_ text: Span<UInt8>, _ end: Int, _ line: Range<Int>, _ closing: Closing) -> Range<
        Int
    >? {
        var start = end
        var isParted = false
        while start < line.upperBound, " ,.!-:".utf8.contains(text[start]) || text[start] >= 0xE2 {
            if text[start] == UInt8(ascii: ",") || text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: ":")
            {
                isParted = true
            }
            start += text[start] >= 0xE2 ? 3 : 1
        }
        guard start > end, start < line.upperBound, isParted || closing == .regards,
            let name = nameLine(text, start..<line.upperBound, closing: closing)
        else { return nil }
        return name
    }

    /// "… – Jane Smith", "…\n~ Jane"; behind a quotation stands whom it quotes.
    static func afterDash(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
        var i = line.upperBound
        while i > line.lowerBound, line.upperBound - i < 70 {
            i -= 1
            guard let dash = Ascii.dash(text, i) ?? (text[i] == UInt8(ascii: "~") ? 1 : nil), i > line.lowerBound else {
                continue
            }
            var before = i
            while before > line.lowerBound, text[before - 1] == 0x20 || text[before - 1] == UInt8(ascii: "-") {
                before -= 1
            }
            guard before > line.lowerBound else { return nil }
            let isClosed = ".!?".utf8.contains(text[before - 1])
            let isWide = before < i && dash == 3
            guard isClosed || isWide, !isQuoted(text, line.lowerBound..<before) else { continue }
            // Behind a hyphen a full name is as often whom the text quotes.
            let mayBeFull = dash == 3 || isPersonal(text, line.lowerBound..<before)
            var start = i + dash
            while start < line.upperBound, text[start] == 0x20 { start += 1 }
            guard let name = PersonName(text, at: start), name.given == .sure || name.count > 1,
                name.given != .unknown || name.hasInitial,
                name.count > 1 ? mayBeFull : isClosed, ends(text, name.range.upperBound, line, allowsPlace: true)
            else { continue }
            return name.range
        }
        return nil
    }

    /// Somebody asks, or speaks of what is theirs.
    private static func isPersonal(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for i in range where text[i] == 0x20 || i == range.lowerBound {
            let start = text[i] == 0x20 ? i + 1 : i
            if personal.contains(where: { Ascii.holds(text, $0, at: start) }) { return true }
        }
        return false
    }

    private static let personal = ["please ", "our ", "my ", "we ", "council", "i live", "i object", "i support"].map {
        Array($0.utf8)
    }

    private static func isQuoted(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for i in range
        where text[i] == UInt8(ascii: "\"")
            || (text[i] == 0xE2 && i + 2 < text.count && text[i + 1] == 0x80 && (0x98...0x9D).contains(text[i + 2])
                && text[i + 2] != 0x99)
        {
            return true
        }
        return false
    }

    /// "… by half. Jane Smith, Mill Lane": a full name and a street end the text.
    static func withStreet(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
        var i = max(line.lowerBound, line.upperBound - 70)
        while i + 2 < line.upperBound {
            i += 1
            guard ".!?".utf8.contains(text[i - 1]), text[i] == 0x20, let name = PersonName(text, at: i + 1),
                name.count > 1,
                name.given != .unknown || name.hasInitial, name.range.upperBound < line.upperBound,
                text[name.range.upperBound] == UInt8(ascii: ","),
                isPlace(text, name.range.upperBound..<line.upperBound)
            else { continue }
            return name.range
        }
        return nil
    }
}
