/// Finds phone, card, bank, NHS and National Insurance numbers.
enum RedactionNumbers {
    /// A number that begins with the digit at `i`; `out` is the redacted text before it.
    static func match(_ text: Span<UInt8>, _ i: Int, _ out: [UInt8]) -> RedactionMatch? {
        guard !continuesNumber(out) else { return nil }
        let run = DigitRun(text, i)
        if let end = card(text, run) { return RedactionMatch(.card, end: end) }
        if let end = bank(text, run, out) { return RedactionMatch(.bankAccount, end: end) }
        if let match = phone(text, i, out) { return match }
        if let end = nhs(text, run) { return RedactionMatch(.nhs, end: end) }
        return nil
    }

    /// Whether the text before belongs to the same figure or reference: "£", "1,", "22/", "18:", "2026-".
    static func continuesNumber(_ out: [UInt8]) -> Bool {
        guard let last = out.last else { return false }
        switch last {
        case UInt8(ascii: "$"), 0xA3, 0xAC: return true  // the last byte of £ and €
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"):
            return out.count > 1 && Ascii.isDigit(out[out.count - 2])
        case UInt8(ascii: "/"):
            return out.count > 1 && Ascii.isWord(out[out.count - 2])
        default: return false
        }
    }

    // MARK: - Phone numbers

    /// "020 7946 0018", "(0131) 496 0000", "07700 900123", "+44 (0)20 7946 0018", "0033 1 23 45 67 89".
    ///
    /// Source: Ofcom, National Telephone Numbering Plan (lengths and first digits); ITU-T E.164 (15 digits at most).
    static func phone(_ text: Span<UInt8>, _ i: Int, _ out: [UInt8]) -> RedactionMatch? {
        guard !continuesNumber(out) else { return nil }
        let run = DigitRun(text, i, isPhone: true)
        guard let first = run.ends.first, run.digits.count >= 8 else { return nil }
        let end: Int?
        if text[i] == UInt8(ascii: "+") {
            guard run.digits[0] != 48 else { return nil }
            end = international(text, run, prefix: 0)
        } else if run.digits[0] == 48, run.digits[1] == 48, run.digits[2] != 48 {
            end = international(text, run, prefix: 2)
        } else if run.digits[0] == 48, (3...11).contains(first.count), "1235789".utf8.contains(run.digits[1]) {
            end = run.end(of: 11, text) ?? ("158".utf8.contains(run.digits[1]) ? run.end(of: 10, text) : nil)
        } else {
            end = nil
        }
        guard let end, text[i] != UInt8(ascii: "(") || closes(text, i..<end) else { return nil }
        return RedactionMatch(.phone, end: end)
    }

    /// Whether the bracket that opens the range is closed in it: "(0131) 496 0000", but not "(07700 900123)".
    private static func closes(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for i in range where text[i] == UInt8(ascii: ")") { return true }
        return false
    }

    private static func international(_ text: Span<UInt8>, _ run: DigitRun, prefix: Int) -> Int? {
        if run.digits[prefix...].starts(with: [52, 52]) {
            let trunk = run.digits.count > prefix + 2 && run.digits[prefix + 2] == 48 ? 1 : 0
            if let end = run.end(of: prefix + 12 + trunk, text) { return end }
        }
        for count in stride(from: 15, through: 8, by: -1) {
            if let end = run.end(of: prefix + count, text) { return end }
        }
        return nil
    }

    // MARK: - Numbers with check digits

    /// 13 to 19 digits in one to five groups, first digit 3…6 or first four 2221…2720, right by Luhn's check (ISO/IEC
    /// 7812).
    private static func card(_ text: Span<UInt8>, _ run: DigitRun) -> Int? {
        guard run.digits.count >= 13 else { return nil }
        let four = run.digits[..<4].reduce(0) { $0 * 10 + Int($1 - 48) }
        guard (51...54).contains(run.digits[0]) || (2221...2720).contains(four) else { return nil }
        for end in run.ends.reversed() where (13...19).contains(end.count) && !end.mixesSeparators {
            guard run.groups(of: end.count) <= 5, run.isBounded(end.offset, text), luhn(run.digits[..<end.count])
            else { continue }
            return end.offset
        }
        return nil
    }

    private static func luhn(_ digits: ArraySlice<UInt8>) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = Int(digit - 48) * (place % 2 == 1 ? 2 : 1)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    /// Ten digits, in one group or as 3 3 4, right by the modulus 11 check (NHS Data Dictionary, "NHS number").
    private static func nhs(_ text: Span<UInt8>, _ run: DigitRun) -> Int? {
        guard run.digits.count >= 10, let end = run.end(of: 10, text) else { return nil }
        let groups = run.ends.map(\.count).prefix { $0 <= 10 }
        guard Array(groups) == [10] || Array(groups) == [3, 6, 10] else { return nil }
        // "3333333333" is right by the check, and a heart.
        guard run.digits[..<10].contains(where: { $0 != run.digits[0] }) else { return nil }
        var sum = 0
        for (place, digit) in run.digits[..<9].enumerated() { sum += Int(digit - 48) * (10 - place) }
        let check = (11 - sum % 11) % 11
        return check == Int(run.digits[9] - 48) ? end : nil
    }

    /// Two letters, six digits, one letter A–D, in pairs or together.
    ///
    /// Source: HMRC, National Insurance Manual NIM39110 (letters and prefixes that are not used).
    static func nationalInsurance(_ text: Span<UInt8>, _ i: Int) -> RedactionMatch? {
        guard i + 8 < text.count, Ascii.isLetter(text[i + 1]),
            Ascii.isDigit(text[i + 2]) || Ascii.isDigit(text[i + 3])
        else { return nil }
        let first = text[i] & 0xDF
        let second = text[i + 1] & 0xDF
        guard !"DFIQUV".utf8.contains(first), !"DFIOQUV".utf8.contains(second),
            !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(String(decoding: [first, second], as: UTF8.self))
        else { return nil }
        var j = i + 2
        for _ in 0..<3 {
            if j < text.count, text[j] == 0x20 || text[j] == UInt8(ascii: "-") { j += 1 }
            guard j + 1 < text.count, Ascii.isDigit(text[j]), Ascii.isDigit(text[j + 1]) else { return nil }
            j += 2
        }
        if j < text.count, text[j] == 0x20 || text[j] == UInt8(ascii: "-") { j += 1 }
        guard j < text.count, (65...68).contains(text[j] & 0xDF), Ascii.isLetter(text[j]),
            j + 1 == text.count || !Ascii.isWord(text[j + 1])
        else { return nil }
        return RedactionMatch(.nationalInsurance, end: j + 1)
    }

    // MARK: - Bank accounts

    /// A sort code with its account number, or either of them where the words before say what it is.
    private static func bank(_ text: Span<UInt8>, _ run: DigitRun, _ out: [UInt8]) -> Int? {
        if let sort = sortCode(text, run, isNamed: names(out, ["sort code", "sortcode", "sort"])) {
            if let end = accountEnd(text, after: sort.end) { return end }
            return sort.isNamed ? sort.end : nil
        }
        let isAccount = names(
            out, ["account number", "account no", "account", "acc no", "acc", "acct", "a/c", "a/c no"])
        return isAccount && run.ends.first?.count == 8 ? run.end(of: 8, text) : nil
    }

    private static func sortCode(_ text: Span<UInt8>, _ run: DigitRun, isNamed: Bool) -> (end: Int, isNamed: Bool)? {
        let counts = run.ends.prefix(3)
        if counts.map(\.count) == [2, 4, 6], let last = counts.last, !last.mixesSeparators {
            return run.isBounded(last.offset, text) ? (last.offset, isNamed) : nil
        }
        guard isNamed, let only = run.ends.first, only.count == 6, run.isBounded(only.offset, text) else { return nil }
        return (only.offset, true)
    }

    /// The end of an eight-digit account number that follows with nothing but "account number" between.
    private static func accountEnd(_ text: Span<UInt8>, after start: Int) -> Int? {
        var i = start
        var word = ""
        while i < text.count, i - start < 40, !Ascii.isDigit(text[i]) {
            if Ascii.isLetter(text[i]) {
                word.unicodeScalars.append(Unicode.Scalar(Ascii.lower(text[i])))
            } else {
                guard " ,.:;/-&()#".utf8.contains(text[i]), isAccountWord(word) else { return nil }
                word = ""
            }
            i += 1
        }
        guard i < text.count, isAccountWord(word) else { return nil }
        let run = DigitRun(text, i)
        return run.ends.first?.count == 8 ? run.end(of: 8, text) : nil
    }

    private static func isAccountWord(_ word: String) -> Bool {
        ["", "account", "accounts", "acc", "acct", "ac", "a", "c", "number", "no", "num", "and", "is"].contains(word)
    }

    /// Whether one of `phrases` ends the text before, with ":", "is" or "number" after it at the most.
    private static func names(_ out: [UInt8], _ phrases: [String]) -> Bool {
        var tail = String(decoding: out.suffix(32).map(Ascii.lower), as: UTF8.self)
        for _ in 0..<4 {
            while let last = tail.utf8.last, " :.#-=".utf8.contains(last) { tail = String(tail.dropLast()) }
            if phrases.contains(where: { endsInWord(tail, $0) }) { return true }
            guard let filler = ["is", "number", "no", "num"].first(where: { endsInWord(tail, $0) }) else {
                return false
            }
            tail = String(tail.dropLast(filler.count))
        }
        return false
    }

    private static func endsInWord(_ text: String, _ word: String) -> Bool {
        guard text.hasSuffix(word) else { return false }
        guard let before = text.utf8.dropLast(word.utf8.count).last else { return true }
        return !Ascii.isWord(before)
    }
}
