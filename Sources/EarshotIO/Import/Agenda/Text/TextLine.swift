/// A line that may open an item.
struct TextLine {
    /// Counted from 1.
    var line: Int
    /// Without Markdown marks, trailing white space taken off.
    var text: String
    /// Heading level, of Markdown or Word; 0 for none.
    var heading: Int
    /// Columns of white space before the text.
    var indent: Int
    /// "4", "5a", "12.1", and what stands after it; `nil` where the line does not begin with a number.
    var number: String?
    var title: String
    /// The number is followed by a point, bracket, colon, dash or a wide gap, or comes after "Item".
    var isMarked: Bool
    /// Where the number counts: 5 for "5a" and "5.2", 4 for "IV".
    var leading: Int?
    /// The line is a paragraph of its own, though no blank line parts it from the one above.
    var isParagraph = false
    /// The line is an entry of a bulleted agenda; `title` holds its words.
    var isBullet = false
    /// Addresses that the line links to.
    var links: [(title: String, url: String)] = []

    init(_ raw: String, line: Int) {
        self.line = line
        var rest = raw[...]
        indent = rest.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
        rest = rest.drop { $0.isWhitespace }
        let hashes = rest.prefix { $0 == "#" }.count
        heading = (1...6).contains(hashes) && rest.dropFirst(hashes).first.map(\.isWhitespace) == true ? hashes : 0
        if heading > 0 {
            rest = rest.dropFirst(hashes).drop { $0.isWhitespace }
            while rest.last == "#" || rest.last == " " { rest = rest.dropLast() }
        }
        text = Self.withoutEmphasis(String(rest))
        number = nil
        title = text
        isMarked = false
        readNumber()
    }

    /// A line that a word processor numbered itself, or a paragraph of its file.
    /// - Parameter counted: The number as shown, and where it counts.
    init(paragraph text: String, counted: (number: String, leading: Int)?, heading: Int, line: Int) {
        self.init(text, line: line)
        self.heading = heading
        isParagraph = true
        guard let counted else { return }
        (number, leading, isMarked) = (counted.number, counted.leading, true)
        title = self.text
        self.text = "\(counted.number) \(self.text)"
    }

    private mutating func readNumber() {
        if text.first == "(" {
            // "(4) Parking".
            let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
            let rest = text.dropFirst(digits.count + 1)
            guard (1...3).contains(digits.count), rest.first == ")", rest.dropFirst().first?.isWhitespace == true else {
                return
            }
            (number, leading, isMarked) = (String(digits), Int(digits), true)
            title = String(rest.dropFirst().drop { $0.isWhitespace })
            return
        }
        guard mayBeNumbered else { return }
        let pattern =
            /(?i)^(?<item>(?:agenda\s+)?item\s+(?:no\.?\s*)?|eitem\s+)?(?<number>\d{1,3}(?:\.\d{1,2})?\s?(?:[a-z](?![a-z])|\([a-z]{1,3}\))?)(?<mark>\s*[.):]+(?=\s|$)|\s+[-–—](?=\s)|\s{2,}|\t|\s|$)/
        guard let match = text.prefixMatch(of: pattern) else { return }
        number = match.number.filter { !$0.isWhitespace }
        title = String(text[match.range.upperBound...].drop { $0.isWhitespace || "-–—:.".contains($0) })
        let mark = match.mark.filter { !$0.isWhitespace }
        isMarked = match.item != nil || !mark.isEmpty || match.mark.count > 1 || match.mark == "\t" || title.isEmpty
        leading = number.flatMap { Int($0.prefix { $0.isNumber }) }
    }

    /// Whether the pattern of a number, which takes long to make, may fit.
    private var mayBeNumbered: Bool {
        guard let first = text.first, first.isNumber || "iIaAeE".contains(first) else { return false }
        let digits = text.utf8.prefix { $0 &- 48 < 10 }.count
        // "01/11/2026", "2026".
        if digits > 0 { return digits <= 3 && text.utf8.dropFirst(digits).first != UInt8(ascii: "/") }
        let start = text.prefix(6).lowercased()
        return first.isNumber || start == "agenda" || start.hasPrefix("item") || start.hasPrefix("eitem")
    }

    /// Whether the line counts as "4", "4." or "4a" do; a day ("3 February") or a part ("7.30") does not.
    var isCounted: Bool {
        guard leading != nil, indent < 4, number?.contains(".") == false else { return false }
        return Dates.firstLocal(in: String(text.prefix(60)))?.range.lowerBound != 0
    }

    /// The words behind a bullet, or a box to tick; `nil` where the line has none.
    var bulleted: String? {
        guard let mark = text.first, "-*•·–‣▪●○\u{F0B7}".contains(mark), text.dropFirst().first?.isWhitespace == true
        else {
            return nil
        }
        var rest = text.dropFirst().drop { $0.isWhitespace }
        for box in ["[ ]", "[x]", "[X]"] where rest.hasPrefix(box) {
            rest = rest.dropFirst(box.count).drop { $0.isWhitespace }
        }
        return rest.isEmpty ? nil : String(rest)
    }

    /// "19.30" and "Welcome", of a line that says when something begins; `nil` of any other.
    var timed: (time: String, title: String)? {
        // Most lines begin with no time: that is told without a pattern.
        guard text.utf8.first.map({ (0x30...0x39).contains($0) }) == true,
            text.utf8.dropFirst().prefix(2).contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }),
            text.utf8.dropFirst(3).first.map({ (0x30...0x39).contains($0) }) == true
        else { return nil }
        let pattern =
            /(?i)^(\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?[-–]\s?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?)?)[\s:–-]+(?=\D)/
        guard let match = text.prefixMatch(of: pattern) else { return nil }
        let title = text[match.range.upperBound...]
        return title.first?.isUppercase == true ? (String(match.1), String(title)) : nil
    }

    /// The line as text, its number given up.
    var unnumbered: TextLine {
        var line = self
        (line.number, line.leading, line.isMarked, line.title) = (nil, nil, false, text)
        return line
    }

    /// "**4. Parking**" and "4\. Parking" → "4. Parking".
    static func withoutEmphasis(_ text: String) -> String {
        var out = text.replacing("**", with: "").replacing("__", with: "").replacing("\\.", with: ".")
        if out.hasPrefix("*"), !out.hasPrefix("* "), out.hasSuffix("*"), out.count > 2 {
            out = String(out.dropFirst().dropLast())
        }
        while let last = out.last, last.isWhitespace { out.removeLast() }
        return out
    }
}
