/// Finds the names and account names that a `Redactor` is given.
struct RedactionNames: Sendable {
    /// Names of two words or more, by the hash of the first word; hashes of the words after it, longest first.
    private var fullNames: [UInt64: [[UInt64]]] = [:]
    /// Hashes of account names in small letters.
    private var handles = HashIndex()

    init(_ names: [String]) {
        for name in names {
            let trimmed = Excerpt.line(name)
            if trimmed.contains(" ") {
                let words = Words.of(trimmed).filter { $0.kind == .word }.map(\.hash)
                guard let first = words.first, words.count > 1 else { continue }
                let rest = Array(words.dropFirst())
                if fullNames[first]?.contains(rest) != true { fullNames[first, default: []].append(rest) }
            } else if Self.isDistinct(trimmed) {
                handles.insert(Self.hash(trimmed.utf8.span, 0..<trimmed.utf8.count))
            }
        }
        for first in fullNames.keys { fullNames[first]?.sort { $0.count > $1.count } }
    }

    var isEmpty: Bool { fullNames.isEmpty && handles.count == 0 }

    /// Byte ranges of the names, in order, apart from one another.
    func ranges(in text: Span<UInt8>) -> [Range<Int>] {
        guard !isEmpty else { return [] }
        var found = fullNames.isEmpty ? [] : fullNameRanges(in: text)
        if handles.count > 0 { found += handleRanges(in: text) }
        found.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
        var apart: [Range<Int>] = []
        for range in found where range.lowerBound >= (apart.last?.upperBound ?? 0) { apart.append(range) }
        return apart
    }

    private func fullNameRanges(in text: Span<UInt8>) -> [Range<Int>] {
        var words: [Word] = []
        Words.scan(text, into: &words)
        var found: [Range<Int>] = []
        var i = 0
        while i < words.count {
            let length = words[i].isCapitalised ? self.length(ofNameAt: i, in: words) : nil
            if let length {
                found.append(Int(words[i].start)..<Int(words[i + length - 1].end))
                i += length
            } else {
                i += 1
            }
        }
        return found
    }

    private func length(ofNameAt i: Int, in words: [Word]) -> Int? {
        guard let names = fullNames[words[i].hash] else { return nil }
        for rest in names where i + rest.count < words.count {
            let matches = rest.indices.allSatisfy { k in
                let word = words[i + 1 + k]
                return word.hash == rest[k] && word.isCapitalised && (word.gap == .space || word.gap == .joined)
            }
            if matches { return rest.count + 1 }
        }
        return nil
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
            while end < text.count, Ascii.isWord(text[end]) || text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-")
            { end += 1 }
            let next = end
            while end > i, !Ascii.isWord(text[end - 1]) { end -= 1 }
            if handles.find(Self.hash(text, i..<end)) != nil { found.append(i..<end) }
            i = next
        }
        return found
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
