/// Takes e-mail addresses, phone numbers, full postcodes, house numbers, National Insurance, NHS, card and bank account
/// numbers, plates of vehicles, account names and profile links out of a text, names by which people introduce
/// themselves or sign, and the names it is given.
///
/// Found by form and, where there is one, by check digit; the forms are those of the United Kingdom, phone numbers and
/// IBANs also international. Names of people in office (councillors, officers) stay unless they are given. What it
/// cannot see: names in the midst of a text that it was not given, house names, numbers in words, "jane at example dot
/// com". Redacting twice changes nothing: what stands before a match is judged by the redacted text, and no mark holds
/// a digit, "@" or "/".
package struct Redactor: Sendable {
    private let names: RedactionNames
    private let isStrict: Bool

    /// - Parameters:
    ///   - names: People's names and account names that must not stand in the text, in office or not. A name of two
    ///     words or more, or one that cannot be an ordinary word (it holds a digit, "_", "." or a capital inside), is
    ///     taken out however it is written; another single word only where it has a capital. "'s" behind a name stays.
    ///   - isStrict: For the public: also takes out "Mrs Jones" unless in office, names behind "my neighbour" and "ask …
    ///     at", and every link.
    package init(names: [String] = [], isStrict: Bool = false) {
        self.names = RedactionNames(names)
        self.isStrict = isStrict
    }

    package func redact(_ text: String) -> Redacted {
        var redacted = Redacted(text: text)
        for _ in 0..<Self.passes {
            let formed = pass(redacted.text)
            let named = people(in: formed.text)
            redacted = redacted.followed(by: formed).followed(by: named)
            // A listed name may stand free only when what touched it has gone ("u/lane_walker.Pell").
            if named.redactions.isEmpty, names.isEmpty || formed.redactions.isEmpty { break }
        }
        return redacted
    }

    /// Passes at most. Chosen, not derived: the second finds what the first laid free; more would only serve a listed
    /// name that is a word of our own marks.
    private static let passes = 4

    /// The text without the names that what stands round them tells.
    private func people(in text: String) -> Redacted {
        let bytes = text.utf8.span
        var found = Introduction.ranges(in: bytes) + Signature.ranges(in: bytes)
        if isStrict { found += Mention.ranges(in: bytes) }
        guard !found.isEmpty else { return Redacted(text: text) }
        found.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
        var apart: [Range<Int>] = []
        for range in found where range.lowerBound >= (apart.last?.upperBound ?? 0) { apart.append(range) }
        return Redacted(text, without: apart)
    }

    private func pass(_ text: String) -> Redacted {
        let bytes = text.utf8.span
        guard !names.isEmpty || Self.holdsTrigger(bytes, isStrict) else { return Redacted(text: text) }
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
                match = Self.match(bytes, i, out, isStrict)
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

    /// Every kind but names holds a digit, "@" or "/"; of links "www." is enough.
    private static func holdsTrigger(_ text: Span<UInt8>, _ isStrict: Bool) -> Bool {
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte &- 48 < 10 || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/") { return true }
            if isStrict, byte == UInt8(ascii: ".") { return true }
            i += 1
        }
        return false
    }

    private static func match(_ text: Span<UInt8>, _ i: Int, _ out: [UInt8], _ isStrict: Bool) -> RedactionMatch? {
        let byte = text[i]
        if let last = out.last, Ascii.isWord(last) { return nil }
        if Ascii.isDigit(byte) {
            return RedactionOnline.match(text, i, isStrict) ?? RedactionNumbers.match(text, i, out)
                ?? RedactionPlates.reversed(text, i, out) ?? RedactionAddress.house(text, i, out)
        }
        if Ascii.isLetter(byte) {
            return RedactionOnline.match(text, i, isStrict) ?? RedactionIBAN.match(text, i)
                ?? RedactionNumbers.nationalInsurance(text, i)
                ?? RedactionPlates.match(text, i, out) ?? RedactionAddress.postcode(text, i)
                ?? RedactionAddress.flat(text, i, out)
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
