/// A map from phrases of one to several words to values; the longest phrase that begins at a word wins.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var value: Value?
        /// The words of the longest phrase that begins so.
        var longest: Int
    }

    private let entries: WordTable<Entry>
    /// A bit for every key: most words begin no phrase, and are told so without a look-up.
    private var known = [UInt64](repeating: 0, count: 64)

    /// Later entries win over earlier ones of the same words. Phrases are cut by `Words.scan`, so that "fly tipping"
    /// and "fly-tipping" are the same.
    init(_ phrases: [(phrase: String, value: Value)]) {
        var found: [UInt64: Entry] = [:]
        var order: [UInt64] = []
        for (phrase, value) in phrases {
            let words = Words.of(phrase)
            guard let first = words.first else { continue }
            var key = first.hash
            for word in words.dropFirst() { key = Self.join(key, word.hash) }
            for hash in words.count == 1 ? [key] : [key, first.hash] where found[hash] == nil {
                found[hash] = Entry(value: nil, longest: 1)
                order.append(hash)
            }
            found[key]?.value = value
            let longest = found[first.hash]?.longest ?? 1
            found[first.hash]?.longest = max(longest, words.count)
        }
        entries = WordTable(hashed: order.compactMap { hash in found[hash].map { (hash, $0) } })
        for hash in order { known[Self.line(hash)] |= Self.bit(hash) }
    }

    @inline(__always)
    private static func line(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 40) & 63 }

    @inline(__always)
    private static func bit(_ hash: UInt64) -> UInt64 { 1 << (hash >> 48 & 63) }

    /// The value of the longest phrase that begins at word `i`, with its count of words.
    @inline(__always)
    func match(_ words: [Word], at i: Int) -> (value: Value, count: Int)? {
        let hash = words[i].hash
        guard known[Self.line(hash)] & Self.bit(hash) != 0, let first = entries[hash] else { return nil }
        return first.longest == 1 ? first.value.map { ($0, 1) } : longest(from: first, words, at: i)
    }

    /// The value of one word by its hash, phrases left aside.
    @inline(__always)
    func single(_ hash: UInt64) -> Value? {
        guard let entry = entries[hash] else { return nil }
        return entry.value
    }

    private func longest(from first: Entry, _ words: [Word], at i: Int) -> (value: Value, count: Int)? {
        var best = first.value.map { (value: $0, count: 1) }
        var key = words[i].hash
        var next = i + 1
        while next < words.count, next - i < first.longest, words[next].gap == .space || words[next].gap == .joined {
            key = Self.join(key, words[next].hash)
            next += 1
            if let value = entries[key]?.value { best = (value, next - i) }
        }
        return best
    }

    private static func join(_ key: UInt64, _ hash: UInt64) -> UInt64 {
        ((key ^ 0x2545_F491_4F6C_DD1D) &* 0x9E37_79B9_7F4A_7C15 &+ hash) &* 0x100_0000_01b3
    }
}
