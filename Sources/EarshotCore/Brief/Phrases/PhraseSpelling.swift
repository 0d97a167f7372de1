/// One key for the spellings of a word: singular and plural, "organise" and "organize", "kerb" and "curb", and common
/// mistakes. Only compared: what is shown is how most people spelled it.
struct PhraseSpelling: Sendable {
    /// Singular keys by singular keys of other spellings.
    private let variants: WordTable<UInt64>

    init(_ lines: [Substring] = EmbeddedTable.spellings.lines) {
        var entries: [(hash: UInt64, value: UInt64)] = []
        for line in lines {
            let parts = EmbeddedTable.fields(line)
            guard parts.count >= 2 else { continue }
            for ending in parts.count > 2 ? SpellingVariants.endings : [""] {
                guard let from = Self.key(of: parts[0] + ending), let to = Self.key(of: parts[1] + ending) else {
                    continue
                }
                if from != to { entries.append((from, to)) }
            }
        }
        variants = WordTable(hashed: entries)
    }

    /// The key of a word; without other spellings that of its singular.
    func key(of word: Word, in text: Span<UInt8>) -> UInt64 {
        let key = Self.singular(word, in: text)
        return variants[key] ?? key
    }

    private static func key(of text: String) -> UInt64? {
        guard let word = Words.of(text).first, word.kind == .word else { return nil }
        return singular(word, in: text.utf8.span)
    }

    /// Words with "z" are few, so that only these are written anew.
    private static func singular(_ word: Word, in text: Span<UInt8>) -> UInt64 {
        guard word.kind == .word, word.range.count >= 6, let british = british(word.range, of: text) else {
            return Singular.hash(of: word, in: text)
        }
        var rewritten = word
        rewritten.start = 0
        rewritten.end = Int32(british.count)
        rewritten.hash = Words.hash(String(decoding: british, as: UTF8.self))
        return Singular.hash(of: rewritten, in: british.span)
    }

    /// "organizing" as "organising": "iz" or "yz" before e, i or a, not at the beginning.
    private static func british(_ range: Range<Int>, of text: Span<UInt8>) -> [UInt8]? {
        for i in range.dropFirst(3).dropLast() where text[i] | 32 == UInt8(ascii: "z") {
            let before = text[i - 1] | 32
            let after = text[i + 1] | 32
            guard before == UInt8(ascii: "i") || before == UInt8(ascii: "y"),
                after == UInt8(ascii: "e") || after == UInt8(ascii: "i") || after == UInt8(ascii: "a")
            else { continue }
            var letters = range.map { text[$0] }
            letters[i - range.lowerBound] = UInt8(ascii: "s") | (text[i] & 32)
            return letters
        }
        return nil
    }
}
