/// The tables of the English stemmer, as its description lists them; longer suffixes come first.
extension Stemmer {
    struct Rule: Sendable {
        var suffix: [UInt8]
        var replacement: [UInt8]
        /// One of these letters must stand before the suffix; empty means any.
        var after: [UInt8] = []
        var inR2 = false

        init(_ suffix: String, _ replacement: String, after: String = "", inR2: Bool = false) {
            self.suffix = Array(suffix.utf8)
            self.replacement = Array(replacement.utf8)
            self.after = Array(after.utf8)
            self.inR2 = inR2
        }
    }

    static let regionPrefixes = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"]
        .map { Array($0.utf8) }

    static let doubles: [StaticString] = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"]

    static let verbEndings = ["ingly", "edly", "ing", "ed"].map { Array($0.utf8) }
    /// "succeed", "inning": what looks like an ending is none.
    static let keptBeforeEed = ["proc", "exc", "succ"].map { Array($0.utf8) }
    static let keptBeforeIng = ["inn", "out", "cann", "herr", "earr", "even"].map { Array($0.utf8) }

    static let step2 = [
        Rule("ational", "ate"), Rule("fulness", "ful"), Rule("iveness", "ive"), Rule("ization", "ize"),
        Rule("ousness", "ous"), Rule("biliti", "ble"), Rule("lessli", "less"), Rule("tional", "tion"),
        Rule("alism", "al"), Rule("aliti", "al"), Rule("ation", "ate"), Rule("entli", "ent"), Rule("fulli", "ful"),
        Rule("iviti", "ive"), Rule("ousli", "ous"), Rule("ogist", "og"), Rule("abli", "able"), Rule("alli", "al"),
        Rule("anci", "ance"), Rule("ator", "ate"), Rule("enci", "ence"), Rule("izer", "ize"), Rule("bli", "ble"),
        Rule("ogi", "og", after: "l"), Rule("li", "", after: "cdeghkmnrt"),
    ]

    /// The letters in which the suffixes of a step end: a word that ends in another needs no look at them.
    static func lastLetters(_ suffixes: [[UInt8]]) -> UInt32 {
        suffixes.reduce(0) { $0 | letterBit($1.last ?? 0) }
    }

    static let step2Last = lastLetters(step2.map(\.suffix))
    static let step3Last = lastLetters(step3.map(\.suffix))
    static let step4Last = lastLetters(step4)

    @inline(__always)
    static func letterBit(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 31) }

    static let step3 = [
        Rule("ational", "ate"), Rule("tional", "tion"), Rule("alize", "al"), Rule("ative", "", inR2: true),
        Rule("icate", "ic"), Rule("iciti", "ic"), Rule("ical", "ic"), Rule("ness", ""), Rule("ful", ""),
    ]

    static let step4 = [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize",
        "ous", "al", "er", "ic",
    ].map { Array($0.utf8) }

    /// Words whose stems the rules would get wrong.
    static func exception(_ word: [UInt8]) -> [UInt8]? {
        guard word.count <= 6 else { return nil }
        return exceptions.first { $0.word == word }?.stem
    }

    private static let exceptions: [(word: [UInt8], stem: [UInt8])] = [
        ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"),
        ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"),
        ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
