/// Finds the names and account names that a `Redactor` is given.
struct RedactionNames: Sendable {
    /// Names of two words or more, by the hash of the first word; hashes of the words after it, longest first.
    private var fullNames: [UInt64: [[UInt64]]] = [:]
    /// Hashes of account names in small letters: they are taken out however they are written.
    private var handles = HashIndex()
    /// Hashes of single names in small letters, with and without "'s": only taken out where they have a capital.
    private var singles = HashIndex()

    init(_ names: [String]) {
        for name in names {
            let line = Excerpt.line(name)
            let trimmed = line.hasPrefix("@") ? String(line.dropFirst()) : line
            if Self.isInMark(trimmed) { continue }
            if trimmed.contains(" ") {
                let words = Words.of(trimmed).filter { $0.kind == .word }.map(\.hash)
                guard let first = words.first, words.count > 1 else { continue }
                let rest = Array(words.dropFirst())
                if fullNames[first]?.contains(rest) != true { fullNames[first, default: []].append(rest) }
            } else if Self.isDistinct(trimmed) {
                handles.insert(Self.hash(trimmed.utf8.span, 0..<trimmed.utf8.count))
            } else if trimmed.unicodeScalars.count >= 2 {
                singles.insert(Words.hash(trimmed))
            }
        }
        for first in fullNames.keys { fullNames[first]?.sort { $0.count > $1.count } }
    }

    var isEmpty: Bool { fullNames.isEmpty && handles.count == 0 && singles.count == 0 }

    /// Byte ranges of the names, in order, apart from one another.
    func ranges(in text: Span<UInt8>) -> [Range<Int>] {
        guard !isEmpty else { return [] }
        var found = fullNames.isEmpty && singles.count == 0 ? [] : nameRanges(in: text)
        if handles.count > 0 { found += handleRanges(in: text) }
        found.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
        var apart: [Range<Int>] = []
        for range in found where range.lowerBound >= (apart.last?.upperBound ?? 0) { apart.append(range) }
        return apart
    }

    private func nameRanges(in text: Span<UInt8>) -> [Range<Int>] {
        var words: [Word] = []
        Words.scan(text, into: &words)
        var found: [Range<Int>] = []
        var i = 0
        while i < words.count {
            if let length = length(ofNameAt: i, in: words, of: text) {
                let last = words[i + length - 1]
                found.append(Int(words[i].start)..<Self.end(of: last, in: text))
                i += length
            } else {
                i += 1
            }
        }
        return found
    }

    /// In words: 2 or more for a full name, 1 for a single one.
    private func length(ofNameAt i: Int, in words: [Word], of text: Span<UInt8>) -> Int? {
        for rest in fullNames[words[i].hash] ?? [] where i + rest.count < words.count {
            let matches = rest.indices.allSatisfy { k in
                let word = words[i + 1 + k]
                guard Self.touches(words[i + k], word, in: text) else { return false }
                return word.hash == rest[k] || (k == rest.count - 1 && Self.bareHash(of: word, in: text) == rest[k])
            }
            if matches { return rest.count + 1 }
        }
        guard singles.count > 0, words[i].isCapitalised else { return nil }
        let isName = singles.find(words[i].hash) != nil || singles.find(Self.bareHash(of: words[i], in: text)) != nil
        return isName ? 1 : nil
    }

    /// Nothing but a point ("Mr. Stubbings"), blanks or a hyphen stands between the words.
    private static func touches(_ a: Word, _ b: Word, in text: Span<UInt8>) -> Bool {
        if b.gap == .space || b.gap == .joined { return true }
        guard a.end - a.start <= 4, b.start - a.end <= 2 else { return false }
        return text[Int(a.end)] == UInt8(ascii: ".")
    }

    /// Of the word without "'s".
    private static func bareHash(of word: Word, in text: Span<UInt8>) -> UInt64 {
        let end = end(of: word, in: text)
        return end == Int(word.end) ? word.hash : Words.hash(Excerpt.slice(text, Int(word.start)..<end))
    }

    /// Before "'s".
    private static func end(of word: Word, in text: Span<UInt8>) -> Int {
        let end = Int(word.end)
        guard word.end - word.start > 4, text[end - 1] | 32 == UInt8(ascii: "s") else { return end }
        if text[end - 2] == UInt8(ascii: "'") { return end - 2 }
        let isCurly = text[end - 2] == 0x99 && text[end - 3] == 0x80 && text[end - 4] == 0xE2
        return isCurly ? end - 4 : end
    }

    private func handleRanges(in text: Span<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var i = 0
        while i < text.count {
            guard Ascii.isWord(text[i]) else {
                i += 1
                continue
            }
            var end = i
            while end < text.count,
                Ascii.isWord(text[end]) || text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-")
            { end += 1 }
            let next = end
            while end > i, !Ascii.isWord(text[end - 1]) { end -= 1 }
            if handles.find(Self.hash(text, i..<end)) != nil { found.append(i..<end) }
            i = next
        }
        return found
    }

    /// Whether a mark holds the words ("phone number", "Insurance"): they would be found in every redacted text.
    private static func isInMark(_ name: String) -> Bool {
        let isFull = name.contains(" ")
        return Redaction.Kind.allCases.contains { kind in
            isFull ? kind.mark.lowercased().contains(name.lowercased()) : kind.mark.contains(name) && name.count > 1
        }
    }

    /// Whether a single word can only be an account name.
    private static func isDistinct(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard bytes.count >= 3, bytes.contains(where: Ascii.isLetter) else { return false }
        return bytes.contains { Ascii.isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
            || zip(bytes, bytes.dropFirst()).contains { $0 | 32 == $0 && Ascii.isLetter($0) && Ascii.isUpper($1) }
    }

    private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = Fold.seed
        for i in range { hash = (hash ^ UInt64(Ascii.lower(text[i]))) &* 0x100_0000_01b3 }
        return hash
    }
}
