/// What was taken out of a text, and where.
package struct Redaction: Equatable, Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case email
        case phone
        /// The inward part is taken out: "BS3 1AB" becomes "BS3…".
        case postcode
        /// The number before a street's name; the street stays, for it is what people talk about.
        case houseNumber = "house_number"
        case nationalInsurance = "national_insurance"
        case nhs
        case card
        /// Sort code, account number or both.
        case bankAccount = "bank_account"
        /// "@name", "u/name".
        case handle
        /// The address of a person's page.
        case profile
        case name

        /// What stands in its place: no mark holds anything that is itself redacted.
        package var mark: String {
            switch self {
            case .email: "[e-mail address]"
            case .phone: "[phone number]"
            case .postcode: "…"
            case .houseNumber: "[house number]"
            case .nationalInsurance: "[National Insurance number]"
            case .nhs: "[NHS number]"
            case .card: "[card number]"
            case .bankAccount: "[bank details]"
            case .handle: "[account name]"
            case .profile: "[profile link]"
            case .name: "[name]"
            }
        }
    }

    package var kind: Kind
    /// UTF-8 byte offsets into the original text, end exclusive.
    package var start: Int
    package var end: Int

    package init(kind: Kind, start: Int, end: Int) {
        self.kind = kind
        self.start = start
        self.end = end
    }
}

/// A text without the particulars by which a person could be found or harmed.
package struct Redacted: Equatable, Sendable {
    package var text: String
    /// In order, apart from one another.
    package var redactions: [Redaction]
    /// Where the marks stand in `text`, by redaction.
    private var marks: [Range<Int>]

    init(text: String, redactions: [Redaction] = [], marks: [Range<Int>] = []) {
        self.text = text
        self.redactions = redactions
        self.marks = marks
    }

    /// This, and then what was found in its text; the offsets point into the text that this was made of.
    func followed(by next: Redacted) -> Redacted {
        var all: [(redaction: Redaction, mark: Range<Int>)] = []
        for (redaction, mark) in zip(next.redactions, next.marks) {
            let start = original(redaction.start, isEnd: false)
            let end = original(redaction.end, isEnd: true)
            all.append((Redaction(kind: redaction.kind, start: start, end: end), mark))
        }
        for (redaction, mark) in zip(redactions, marks) {
            let isSwallowed = next.redactions.contains { $0.start < mark.upperBound && $0.end > mark.lowerBound }
            if isSwallowed { continue }
            let before = next.redactions.lastIndex { $0.end <= mark.lowerBound }
            let shift = before.map { next.marks[$0].upperBound - next.redactions[$0].end } ?? 0
            all.append((redaction, (mark.lowerBound + shift)..<(mark.upperBound + shift)))
        }
        all.sort { $0.redaction.start < $1.redaction.start }
        return Redacted(text: next.text, redactions: all.map(\.redaction), marks: all.map(\.mark))
    }

    /// The place in the original of a place in `text`; inside a mark, the beginning or end of what it stands for.
    private func original(_ place: Int, isEnd: Bool) -> Int {
        var shift = 0
        for (redaction, mark) in zip(redactions, marks) {
            if mark.lowerBound < place, place < mark.upperBound { return isEnd ? redaction.end : redaction.start }
            if mark.upperBound <= place { shift = mark.upperBound - redaction.end }
        }
        return place - shift
    }

    /// What has become of a part of the original text; a redaction that reaches into it is shown whole.
    func text(of range: Range<Int>) -> String {
        var shiftStart = 0
        var shiftEnd = 0
        var start: Int?
        var end: Int?
        for (redaction, mark) in zip(redactions, marks) {
            let shift = mark.upperBound - redaction.end
            if redaction.end <= range.lowerBound { shiftStart = shift }
            if redaction.end <= range.upperBound { shiftEnd = shift }
            if redaction.start < range.lowerBound, redaction.end > range.lowerBound { start = mark.lowerBound }
            if redaction.start < range.upperBound, redaction.end > range.upperBound { end = mark.upperBound }
        }
        let from = start ?? range.lowerBound + shiftStart
        return Excerpt.slice(text, from..<max(from, end ?? range.upperBound + shiftEnd))
    }
}

/// Takes e-mail addresses, phone numbers, full postcodes, house numbers, National Insurance, NHS, card and bank account
/// numbers, account names and profile links out of a text, and the names it is given.
///
/// Found by form and, where there is one, by check digit; the forms are those of the United Kingdom, phone numbers
/// also international. What it cannot see: people's names that it was not given, house names, numbers in words,
/// "jane at example dot com". Redacting twice changes nothing: what stands before a match is judged by the redacted
/// text, and no mark holds a digit, "@" or "/".
package struct Redactor: Sendable {
    private let names: RedactionNames

    /// `names`: people's names and account names that must not stand in the text. A name of two words or more, or one
    /// that cannot be an ordinary word (it holds a digit, "_", "." or a capital inside), is taken out however it is
    /// written; another single word only where it has a capital. "'s" behind a name stays.
    package init(names: [String] = []) {
        self.names = RedactionNames(names)
    }

    package func redact(_ text: String) -> Redacted {
        var redacted = pass(text)
        // A listed name may stand free only when what touched it has gone ("u/lane_walker.Pell").
        guard !names.isEmpty, !redacted.redactions.isEmpty else { return redacted }
        for _ in 0..<Self.furtherPasses {
            let next = pass(redacted.text)
            if next.redactions.isEmpty { break }
            redacted = redacted.followed(by: next)
        }
        return redacted
    }

    /// Passes after the first at most. Chosen, not derived: the second finds what the first laid free; more would only
    /// serve a listed name that is a word of our own marks.
    private static let furtherPasses = 3

    private func pass(_ text: String) -> Redacted {
        let bytes = text.utf8.span
        guard names.isEmpty == false || Self.holdsTrigger(bytes) else { return Redacted(text: text) }
        let named = names.ranges(in: bytes)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 32)
        var redactions: [Redaction] = []
        var marks: [Range<Int>] = []
        var next = 0
        var i = 0
        while i < bytes.count {
            while next < named.count, named[next].lowerBound < i { next += 1 }
            let match: RedactionMatch?
            if next < named.count, named[next].lowerBound == i {
                match = RedactionMatch(.name, end: named[next].upperBound)
            } else {
                match = Self.match(bytes, i, out)
            }
            guard let match else {
                Self.copyRun(bytes, &i, to: &out)
                continue
            }
            if let kind = match.kind {
                let start = out.count
                for k in i..<(i + match.kept) { out.append(bytes[k]) }
                out += kind.mark.utf8
                redactions.append(Redaction(kind: kind, start: i, end: match.end))
                marks.append(start..<out.count)
            } else {
                for k in i..<match.end { out.append(bytes[k]) }
            }
            i = match.end
        }
        guard !redactions.isEmpty else { return Redacted(text: text) }
        return Redacted(text: String(decoding: out, as: UTF8.self), redactions: redactions, marks: marks)
    }

    /// Every kind but names holds a digit, "@" or "/".
    private static func holdsTrigger(_ text: Span<UInt8>) -> Bool {
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte &- 48 < 10 || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/") { return true }
            i += 1
        }
        return false
    }

    private static func match(_ text: Span<UInt8>, _ i: Int, _ out: [UInt8]) -> RedactionMatch? {
        let byte = text[i]
        if let last = out.last, Ascii.isWord(last) { return nil }
        if Ascii.isDigit(byte) {
            return RedactionOnline.match(text, i) ?? RedactionNumbers.match(text, i, out)
                ?? RedactionAddress.house(text, i, out)
        }
        if Ascii.isLetter(byte) {
            return RedactionOnline.match(text, i) ?? RedactionNumbers.nationalInsurance(text, i)
                ?? RedactionAddress.postcode(text, i) ?? RedactionAddress.flat(text, i, out)
        }
        switch byte {
        case UInt8(ascii: "@"): return RedactionOnline.handle(text, i)
        case UInt8(ascii: "/"): return RedactionOnline.user(text, i)
        case UInt8(ascii: "+"), UInt8(ascii: "("): return RedactionNumbers.phone(text, i, out)
        default: return nil
        }
    }

    /// A run of letters and digits goes over as a whole: nothing begins inside it.
    private static func copyRun(_ text: Span<UInt8>, _ i: inout Int, to out: inout [UInt8]) {
        repeat {
            out.append(text[i])
            i += 1
        } while i < text.count && Ascii.isWord(text[i]) && Ascii.isWord(text[i - 1])
    }
}

/// What was found at a place in a text.
struct RedactionMatch {
    /// `nil` where the text up to `end` is to be left as it is (a link to a news page).
    var kind: Redaction.Kind?
    /// Byte offset, exclusive.
    var end: Int
    /// Bytes at the beginning that stay (a postcode's outward part).
    var kept = 0

    init(_ kind: Redaction.Kind?, end: Int, kept: Int = 0) {
        self.kind = kind
        self.end = end
        self.kept = kept
    }
}

/// Bytes by class.
enum Ascii {
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
    @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
    /// A letter, digit or "_".
    @inline(__always) static func isWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
    }

    /// The length of the blank at `i`: a space, or one at which no line breaks (U+00A0, U+2007, U+2009, U+202F), as in
    /// text copied from a web page.
    static func blank(_ text: Span<UInt8>, _ i: Int) -> Int? {
        guard i < text.count else { return nil }
        if text[i] == 0x20 { return 1 }
        if text[i] == 0xC2, i + 1 < text.count, text[i + 1] == 0xA0 { return 2 }
        guard text[i] == 0xE2, i + 2 < text.count, text[i + 1] == 0x80 else { return nil }
        return text[i + 2] == 0x87 || text[i + 2] == 0x89 || text[i + 2] == 0xAF ? 3 : nil
    }

    /// The length of the hyphen or dash at `i`: "-", U+2010…U+2014.
    static func dash(_ text: Span<UInt8>, _ i: Int) -> Int? {
        guard i < text.count else { return nil }
        if text[i] == UInt8(ascii: "-") { return 1 }
        guard text[i] == 0xE2, i + 2 < text.count, text[i + 1] == 0x80 else { return nil }
        return (0x90...0x94).contains(text[i + 2]) ? 3 : nil
    }

    static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 32 : byte }

    /// The range in lower case, bytes beyond ASCII as they are.
    static func lowered(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        for i in range { bytes.append(lower(text[i])) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
