/// Finds international bank account numbers.
enum RedactionIBAN {
    /// "GB29 NWBK 6016 1331 9268 19": the length of its country and right by the check of ISO 7064 (mod 97, rest 1).
    static func match(_ text: Span<UInt8>, _ i: Int) -> RedactionMatch? {
        guard i + 14 < text.count, Ascii.isLetter(text[i + 1]), Ascii.isDigit(text[i + 2]), Ascii.isDigit(text[i + 3]),
            let length = lengths[Ascii.lowered(text, i..<(i + 2))]
        else { return nil }
        var signs: [UInt8] = []
        var next = i
        while next < text.count, signs.count < length {
            if Ascii.isLetter(text[next]) || Ascii.isDigit(text[next]) {
                signs.append(Ascii.lower(text[next]))
                next += 1
            } else if let gap = Ascii.blank(text, next) ?? Ascii.dash(text, next), next > i {
                next += gap
            } else {
                return nil
            }
        }
        guard signs.count == length, next == text.count || !Ascii.isWord(text[next]), rest(signs) == 1 else {
            return nil
        }
        return RedactionMatch(.iban, end: next)
    }

    /// The first four signs go to the end, letters count from 10; the rest of the number by 97.
    private static func rest(_ signs: [UInt8]) -> Int {
        var rest = 0
        for sign in signs[4...] + signs[..<4] {
            rest = Ascii.isDigit(sign) ? (rest * 10 + Int(sign - 48)) % 97 : (rest * 100 + Int(sign - 87)) % 97
        }
        return rest
    }

    /// Country and length. Source: ISO 13616, the IBAN Registry (Europe and where its residents most often bank).
    private static let lengths: [String: Int] = [
        "ad": 24, "ae": 23, "al": 28, "at": 20, "ba": 20, "be": 16, "bg": 22, "bh": 22, "ch": 21, "cy": 28, "cz": 24,
        "de": 22, "dk": 18, "ee": 20, "es": 24, "fi": 18, "fr": 27, "gb": 22, "gi": 23, "gr": 27, "hr": 21, "hu": 28,
        "ie": 22, "il": 23, "is": 26, "it": 27, "kw": 30, "li": 21, "lt": 20, "lu": 20, "lv": 21, "mc": 27, "mt": 31,
        "nl": 18, "no": 15, "pk": 24, "pl": 28, "pt": 25, "qa": 29, "ro": 24, "sa": 24, "se": 24, "si": 19, "sk": 24,
        "tr": 26, "ua": 29,
    ]
}
