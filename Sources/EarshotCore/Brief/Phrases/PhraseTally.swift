/// Counts the phrases of one item in fixed memory and keeps those that stand in the most comments.
///
/// A count–min sketch of two rows with conservative update (Cormode & Muthukrishnan 2005; Estan & Varghese 2002):
/// an estimate is never below the true count. Kept are all phrases whose estimate reaches `bar`; the bar is two, and
/// rises only when more than twice `kept` phrases have reached it. So an item with up to 2 × `kept` repeated phrases
/// loses nothing, and of a larger one every phrase stays that stands in more comments than the `kept`th most frequent.
/// Chosen over lossy counting because the memory is known beforehand and adding a comment takes constant time.
/// The result depends on the order of `add`, on nothing else.
struct PhraseTally: Sendable {
    private var first: [UInt16]
    private var second: [UInt16]
    private let mask: Int
    private let kept: Int
    private var index: HashIndex
    private var bar: UInt16 = 2

    /// `width`: cells a row, a power of two.
    init(width: Int, kept: Int) {
        first = Array(repeating: 0, count: width)
        second = first
        mask = width - 1
        self.kept = kept
        index = HashIndex(capacity: 64)
    }

    /// One more comment holds the phrase. Copies lift a phrase to two at most: enough to be looked at in the second
    /// pass, never enough to push out what people wrote themselves.
    mutating func add(_ key: UInt64, isCopy: Bool) {
        let (a, b) = places(of: key)
        let estimate = min(first[a], second[b])
        if estimate == .max || (isCopy && estimate >= 2) { return }
        let raised = estimate + 1
        if first[a] < raised { first[a] = raised }
        if second[b] < raised { second[b] = raised }
        guard raised >= bar else { return }
        if index.insert(key).isNew, index.count > kept * 2 { prune() }
    }

    /// Comments that hold the phrase: the true count or a little more. 65,535 stands for all that are higher.
    func estimate(_ key: UInt64) -> Int {
        let (a, b) = places(of: key)
        return Int(min(first[a], second[b]))
    }

    /// The counts of several tallies together, so that asking how often a phrase stands anywhere takes one look.
    struct Sum: Sendable {
        private var first: [UInt32]
        private var second: [UInt32]

        /// All of the same width.
        init(of tallies: [PhraseTally], width: Int) {
            first = Array(repeating: 0, count: width)
            second = first
            for tally in tallies {
                for cell in first.indices {
                    first[cell] += UInt32(tally.first[cell])
                    second[cell] += UInt32(tally.second[cell])
                }
            }
        }

        /// Comments of all tallies that hold the phrase: the true count or more.
        func estimate(_ key: UInt64) -> Int {
            let (a, b) = PhraseTally.places(of: key, mask: first.count - 1)
            return Int(min(first[a], second[b]))
        }
    }

    /// The phrases kept, in ascending order of key.
    var keys: [UInt64] { index.keys.filter { estimate($0) >= Int(bar) }.sorted() }

    @inline(__always)
    private func places(of key: UInt64) -> (Int, Int) { Self.places(of: key, mask: mask) }

    @inline(__always)
    private static func places(of key: UInt64, mask: Int) -> (Int, Int) {
        let mixed = PhraseKey.mix(key)
        return (Int(truncatingIfNeeded: mixed) & mask, Int(truncatingIfNeeded: mixed >> 32) & mask)
    }

    private mutating func prune() {
        let counts = index.keys.map { UInt16(estimate($0)) }
        let pivot = counts.sorted(by: >)[kept]
        bar = pivot == .max ? .max : pivot + 1
        let remaining = zip(index.keys, counts).filter { $0.1 >= bar }.map(\.0)
        index.removeAll()
        for key in remaining.prefix(kept) { index.insert(key) }
    }
}

/// Keys of phrases: a hash of the words' singular forms, with the number of words in the lowest two bits (0 for four).
enum PhraseKey {
    static func of(_ a: UInt64) -> UInt64 { mix(a) & ~3 | 1 }
    static func of(_ a: UInt64, _ b: UInt64) -> UInt64 { mix(mix(a) &+ b) & ~3 | 2 }
    static func of(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 { mix(mix(mix(a) &+ b) &+ c) & ~3 | 3 }
    static func of(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 {
        mix(mix(mix(mix(a) &+ b) &+ c) &+ d) & ~3
    }

    /// `nil` for none and for more than four words.
    static func of(_ words: [UInt64]) -> UInt64? {
        switch words.count {
        case 1: of(words[0])
        case 2: of(words[0], words[1])
        case 3: of(words[0], words[1], words[2])
        case 4: of(words[0], words[1], words[2], words[3])
        default: nil
        }
    }

    /// 1…4
    static func length(of key: UInt64) -> Int { key & 3 == 0 ? 4 : Int(key & 3) }

    /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var x = value &+ 0x9E37_79B9_7F4A_7C15
        x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
        x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
        return x ^ (x >> 31)
    }
}
