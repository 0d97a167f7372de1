/// Makes one word of its spellings, before its ending is taken off.
///
/// British spellings become the American ones ("colour", "organise"): the stemmer knows "-ize" and "-ization" as endings,
/// and more words then share a stem ("defence", "defensive"). Common mistakes become what was meant. What comes out is
/// only compared, never shown.
///
/// Source of the table: `Sources/CEarshotTables/tables/spellings.tsv`, written for Earshot.
package struct SpellingVariants: Sendable {
    package static let english = SpellingVariants(EmbeddedTable.spellings.lines)

    static let endings = [
        "", "e", "s", "es", "ed", "d", "ing", "ings", "er", "ers", "ful", "fully", "less", "ite", "ites", "able",
        "ably",
        "hood", "hoods", "ly", "al", "ism", "side", "stone", "stones",
    ]
    private let table: WordTable<[UInt8]>

    /// Lines of spelling, tab, what it becomes and, where both take endings, tab, "endings".
    init(_ lines: [Substring]) {
        table = WordTable(
            lines.flatMap { line -> [(word: String, value: [UInt8])] in
                let parts = EmbeddedTable.fields(line)
                guard parts.count >= 2 else { return [] }
                return (parts.count > 2 ? Self.endings : [""]).map { (parts[0] + $0, Array((parts[1] + $0).utf8)) }
            })
    }

    /// Replaces a word, given as lower-case UTF-8 and its `Words.hash`, by the spelling that all share.
    @inline(__always)
    package func fold(_ letters: inout [UInt8], hash: UInt64) {
        if let other = table[hash] {
            letters = other
        } else if letters.count >= 6 {
            foldEnding(&letters)
        }
    }

    /// The same for a word. For tests and small texts.
    package func folded(_ word: String) -> String {
        var letters = Array(Words.folded(word).utf8)
        fold(&letters, hash: Words.hash(word))
        return String(decoding: letters, as: UTF8.self)
    }

    /// Words before "-ise" that are no words before "-ize": "advise", "promise", "paradise".
    private static let kept: Set<String> = [
        "adv", "superv", "rev", "dev", "improv", "telev", "compr", "comprom", "enterpr", "exerc", "franch", "merchand",
        "parad", "surpr", "prom", "prem", "pra", "appra", "prec", "conc", "exc", "inc", "circumc", "disgu", "dem",
        "desp", "bru", "cru", "treat", "expert", "otherw", "likew", "clockw", "repr", "appr", "ven", "turqu", "porpo",
        "tortoi", "advert", "pract", "upr", "sunr", "mala", "enfranch", "disenfranch", "unsuperv", "uncomprom", "unadv",
        "uncompr", "overexerc",
    ]

    /// "-ise", "-ising", "-isation" and so on after three letters or more become "-ize".
    private func foldEnding(_ letters: inout [UInt8]) {
        var s = letters.count - 2
        let least = max(4, letters.count - 9)
        while s >= least, letters[s] != UInt8(ascii: "s") || letters[s - 1] != UInt8(ascii: "i") { s -= 1 }
        guard s >= least, Self.endings(letters[s + 1], s + 2 < letters.count ? letters[s + 2] : 0) else { return }
        guard !Self.kept.contains(String(decoding: letters[..<(s - 1)], as: UTF8.self)) else { return }
        letters[s] = UInt8(ascii: "z")
    }

    /// Whether two letters begin what may stand behind "-is": e, es, ed, er, ing, ation, able.
    private static func endings(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case UInt8(ascii: "e"):
            second == 0 || second == UInt8(ascii: "s") || second == UInt8(ascii: "d") || second == UInt8(ascii: "r")
        case UInt8(ascii: "i"): second == UInt8(ascii: "n")
        case UInt8(ascii: "a"): second == UInt8(ascii: "t") || second == UInt8(ascii: "b")
        default: false
        }
    }
}
