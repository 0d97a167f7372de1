/// The number with which a line of an agenda begins: "4. Parking", "5(a) Parking", "(6) Parking", "Item 7: Parking",
/// "A. Parking".
struct LeadingNumber {
    /// "4", "5(a)", "12.1", "A".
    var number: String
    /// What stands after it; empty where the number stands alone.
    var rest: String
    /// A point, bracket, colon or dash follows, the line says "Item", or nothing else stands on it.
    var isMarked: Bool

    /// The whole number before letter or point: 5 for "5a" and "5.2".
    var leading: Int? { Int(number.prefix { $0.isNumber }) }

    /// Openings by which an agenda says that a number follows; the longer one first.
    private static let openings = ["agenda item", "item number", "item no.", "item no", "item", "eitem", "rhif"]

    /// `nil` where the line does not begin so.
    /// - Parameters:
    ///   - text: One line, white space collapsed.
    ///   - letters: Whether a single letter or a Roman numeral counts as a number.
    init?(_ text: String, letters: Bool = false) {
        var rest = text[...]
        let start = text.prefix(16).lowercased()
        var saysItem = false
        if let opening = Self.openings.first(where: { start.hasPrefix($0) }) {
            let after = rest.dropFirst(opening.count)
            guard let next = after.first, next.isWhitespace || next.isNumber else { return nil }
            rest = after.drop { $0.isWhitespace }
            saysItem = true
        }
        let inside = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
        if rest.first == "(", (1...3).contains(inside.count) {
            let after = rest.dropFirst(inside.count + 1)
            guard after.first == ")", after.dropFirst().first?.isWhitespace ?? true else { return nil }
            number = String(inside)
            self.rest = String(after.dropFirst().drop { $0.isWhitespace })
            isMarked = true
            return
        }
        guard let number = Self.takeNumber(from: &rest, letters: letters),
            let mark = Self.takeMark(from: &rest, saysItem: saysItem)
        else {
            return nil
        }
        self.number = number
        self.rest = String(rest)
        isMarked = saysItem || mark || rest.isEmpty
    }

    private static func takeNumber(from rest: inout Substring, letters: Bool) -> String? {
        var number = String(digits(rest))
        guard number.isEmpty else {
            guard number.count <= 3 else { return nil }
            rest = rest.dropFirst(number.count)
            takeParts(from: &rest, into: &number)
            return number
        }
        guard letters else { return nil }
        let word = rest.prefix { $0.isASCII && $0.isLetter && $0.isUppercase }
        guard word.count == 1 || (word.count <= 5 && word.allSatisfy { "IVXL".contains($0) }), !word.isEmpty else {
            return nil
        }
        rest = rest.dropFirst(word.count)
        number = String(word)
        takeParts(from: &rest, into: &number)
        return number
    }

    /// ".2", "a", "(iii)", " (a)" behind a number.
    private static func takeParts(from rest: inout Substring, into number: inout String) {
        for _ in 0..<3 where rest.first == "." {
            let digits = digits(rest.dropFirst())
            let next = rest.dropFirst(digits.count + 1).first
            if (1...2).contains(digits.count), next.map({ !$0.isLetter }) ?? true {
                number += "." + digits
                rest = rest.dropFirst(digits.count + 1)
            } else if let letter = rest.dropFirst().first, letter.isASCII, letter.isLetter, letter.isLowercase,
                rest.dropFirst(2).first.map({ !$0.isLetter && $0 != "." }) ?? true
            {
                number += ".\(letter)"
                rest = rest.dropFirst(2)
            }
        }
        if let letter = rest.first, letter.isASCII, letter.isLetter,
            rest.dropFirst().first.map({ !$0.isLetter && !$0.isNumber }) ?? true
        {
            number.append(letter)
            rest = rest.dropFirst()
        }
        let bracket = rest.drop { $0 == " " }
        let inside = bracket.dropFirst().prefix { $0.isASCII && $0.isLetter }
        if bracket.first == "(", (1...3).contains(inside.count), bracket.dropFirst(inside.count + 1).first == ")" {
            number += "(\(inside))"
            rest = bracket.dropFirst(inside.count + 2)
        }
    }

    /// Whether a mark follows; `nil` where the number goes on as something else ("7.30pm", "5th").
    private static func takeMark(from rest: inout Substring, saysItem: Bool) -> Bool? {
        let spaced = rest.first.map(\.isWhitespace) ?? true
        var after = rest.drop { $0.isWhitespace }
        let marks = after.prefix { ".):".contains($0) }
        if !marks.isEmpty, after.dropFirst(marks.count).first.map(\.isWhitespace) ?? true {
            rest = after.dropFirst(marks.count).drop { $0.isWhitespace }
            return true
        }
        if saysItem, let dash = after.first, "-–—".contains(dash) {
            rest = after.drop { $0.isWhitespace || "-–—".contains($0) }
            return true
        }
        guard spaced else { return nil }
        if let dash = after.first, "-–—".contains(dash), after.dropFirst().first?.isWhitespace == true {
            after = after.dropFirst().drop { $0.isWhitespace }
            // "5 – 7 Mill Road" is an address.
            guard after.first?.isNumber != true else { return nil }
            rest = after
            return true
        }
        rest = after
        return false
    }

    private static func digits(_ text: Substring) -> Substring { text.prefix { $0.isASCII && $0.isNumber } }
}
