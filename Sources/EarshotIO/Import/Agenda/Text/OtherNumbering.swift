/// Agendas whose items are counted by Roman numbers or letters: "IV. New business", "B. Consent agenda",
/// "(iv) Grants". What is counted anew under each, by whole numbers or by letters, are items too: "IV.2".
enum OtherNumbering {
    /// The lines with their Roman numbers or letters in place of whole ones, where the agenda is counted so.
    static func applied(to lines: [TextLine]) -> [TextLine] {
        guard !lines.contains(where: { $0.isParagraph && $0.isMarked && $0.leading != nil && !startsWithDigit($0) })
        else { return lines }
        // Small letters count an agenda only where nothing else does: they are wont to count what stands within an item.
        let isOtherwiseCounted =
            lines.contains(where: \.isCounted) || lines.count { $0.heading > 0 } > 2
        for count in isOtherwiseCounted ? [roman, letter] : [roman, letter, lowerRoman, lowerLetter] {
            let counted = sequence(in: lines[...], count)
            guard counted.count >= 2, !wholeNumbersRunThrough(lines, from: counted[0].line, than: counted.count) else {
                continue
            }
            var out = lines.map { $0.number == nil ? $0 : $0.unnumbered }
            for (index, mark) in counted.enumerated() {
                out[mark.line].count(mark)
                let end = index + 1 < counted.count ? counted[index + 1].line : lines.count
                for inner in inner(lines[mark.line + 1..<end]) {
                    var inner = inner
                    (inner.number, inner.leading) = ("\(mark.number).\(inner.number)", mark.leading)
                    out[inner.line].count(inner)
                }
            }
            return out
        }
        return lines
    }

    /// The lines counted 1, 2, 3 or A, B, C under one mark; `lines` keeps the indices of the whole.
    private static func inner(_ lines: ArraySlice<TextLine>) -> [Mark] {
        let numbered = sequence(in: lines, isLetters: false) { Int($0) }
        return numbered.isEmpty ? sequence(in: lines, letter) : numbered
    }

    fileprivate struct Mark {
        /// Index of the line.
        var line: Int
        var number: String
        var leading: Int
        var title: String
    }

    /// The lines that count on from I, or from A.
    private static func sequence(
        in lines: ArraySlice<TextLine>, isLetters: Bool = true, _ value: (Substring) -> Int?
    ) -> [Mark] {
        var found: [Mark] = []
        for (index, line) in zip(lines.indices, lines) {
            let isBracketed = line.text.first == "("
            let text = line.text.dropFirst(isBracketed ? 1 : 0)
            let digits = text.prefix { $0.isASCII && (isLetters ? $0.isLetter : $0.isNumber) }
            let rest = text[digits.endIndex...]
            guard !digits.isEmpty, digits.count <= 7, let mark = rest.first, (isBracketed ? ")" : ".):").contains(mark),
                rest.dropFirst().first.map(\.isWhitespace) ?? true, let number = value(digits),
                number == (found.last?.leading ?? 0) + 1, line.indent <= 12 || found.isEmpty
            else { continue }
            let title = String(rest.dropFirst().drop(while: \.isWhitespace))
            found.append(Mark(line: index, number: String(digits), leading: number, title: title))
        }
        return found
    }

    private static func startsWithDigit(_ line: TextLine) -> Bool { line.number?.first?.isNumber == true }

    /// Whether whole numbers stand before the first mark, or go on from one part to the next: "A. 1, 2. B. 3, 4".
    private static func wholeNumbersRunThrough(_ lines: [TextLine], from first: Int, than count: Int) -> Bool {
        let marked = lines.indices.filter {
            lines[$0].isMarked && lines[$0].leading != nil && startsWithDigit(lines[$0])
        }
        let numbers = marked.compactMap { lines[$0].leading }
        guard numbers.count >= 2 else { return false }
        if marked[0] < first { return true }
        return numbers.count >= count && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    }

    /// Source: the usual way of writing 1 to 89; "IIII" is none.
    private static func roman(_ text: Substring) -> Int? {
        guard text == text.uppercased() else { return nil }
        let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50]
        var sum = 0
        var largest = 0
        for character in text.reversed() {
            guard let value = values[character] else { return nil }
            largest = max(largest, value)
            sum += value < largest ? -value : value
        }
        return sum > 0 && roman(sum) == text ? sum : nil
    }

    private static func lowerRoman(_ text: Substring) -> Int? {
        text == text.lowercased() ? roman(text.uppercased()[...]) : nil
    }

    private static func lowerLetter(_ text: Substring) -> Int? {
        text == text.lowercased() ? letter(text.uppercased()[...]) : nil
    }

    /// 4 → "IV".
    static func roman(_ number: Int) -> String {
        var out = ""
        var rest = number
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        for (value, sign) in signs {
            while rest >= value {
                out += sign
                rest -= value
            }
        }
        return out
    }

    private static func letter(_ text: Substring) -> Int? {
        guard text.utf8.count == 1, let byte = text.utf8.first, byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z")
        else { return nil }
        return Int(byte - UInt8(ascii: "A")) + 1
    }
}

extension TextLine {
    fileprivate mutating func count(_ mark: OtherNumbering.Mark) {
        (number, leading, title, isMarked) = (mark.number, mark.leading, mark.title, true)
        indent = 0
    }
}
