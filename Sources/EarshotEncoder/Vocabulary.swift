internal import CEarshotEncoder

/// The encoder's 30,522 words and word pieces, and what becomes of each character before they are looked up.
struct Vocabulary: Sendable {
    /// What becomes of a character.
    enum Kind: UInt32 {
        /// Part of a word, as the target says.
        case plain
        /// Left out: control characters, marks on letters.
        case drop
        /// Ends a word.
        case space
        /// A word of its own: punctuation, Chinese characters.
        case alone
        /// Part of a word, as several characters.
        case several
    }

    static let unknown: UInt16 = 100
    static let start: UInt16 = 101
    static let end: UInt16 = 102

    /// The hash of no bytes, and of the two signs before a piece that goes on a word.
    static let emptyHash: UInt32 = 0x811C_9DC5
    static let pieceHash = hash(hash(emptyHash, UInt8(ascii: "#")), UInt8(ascii: "#"))

    /// The longest word's bytes (with its two signs, if any).
    let longest: Int

    private let starts = EncoderTable.part(EARSHOT_ENCODER_STARTS, of: UInt32.self)
    private let slots = EncoderTable.part(EARSHOT_ENCODER_SLOTS, of: UInt16.self)
    private let blocks = EncoderTable.part(EARSHOT_ENCODER_BLOCKS, of: UInt16.self)
    private let entries = EncoderTable.part(EARSHOT_ENCODER_ENTRIES, of: UInt32.self)
    private let targets = EncoderTable.part(EARSHOT_ENCODER_SEVERAL, of: UInt32.self)
    private let words = EncoderTable.part(EARSHOT_ENCODER_WORDS, of: UInt8.self)

    init() {
        var longest = 0
        for id in 1..<starts.count { longest = max(longest, Int(starts[id]) - Int(starts[id - 1])) }
        self.longest = longest
    }

    /// FNV-1a, a byte at a time.
    static func hash(_ state: UInt32, _ byte: UInt8) -> UInt32 { (state ^ UInt32(byte)) &* 0x0100_0193 }

    /// What becomes of a character: its kind, and its target (its own code point when the table says 0).
    func entry(of code: UInt32) -> (kind: Kind, target: UInt32) {
        let entry = entries[Int(blocks[Int(code >> 7)]) << 7 | Int(code & 127)]
        let target = entry & 0xFFF_FFFF
        return (Kind(rawValue: entry >> 28) ?? .drop, target == 0 ? code : target)
    }

    /// The characters that stand for one of kind `several`.
    func several(_ target: UInt32) -> ArraySlice<UInt32> {
        let first = Int(target >> 2)
        return targets[first..<first + Int(target & 3)]
    }

    /// The id of the word `bytes[range]`, with two signs before it when it goes on a word; `hash` is that of the whole.
    func id(of bytes: [UInt8], _ range: Range<Int>, goesOn: Bool, hash: UInt32) -> UInt16? {
        var slot = Int(hash & 0xFFFF)
        while slots[slot] != 0 {
            let id = Int(slots[slot]) - 1
            if matches(id, bytes, range, goesOn: goesOn) { return UInt16(id) }
            slot = (slot + 1) & 0xFFFF
        }
        return nil
    }

    private func matches(_ id: Int, _ bytes: [UInt8], _ range: Range<Int>, goesOn: Bool) -> Bool {
        var at = Int(starts[id])
        let end = Int(starts[id + 1])
        guard end - at == range.count + (goesOn ? 2 : 0) else { return false }
        if goesOn {
            guard words[at] == UInt8(ascii: "#"), words[at + 1] == UInt8(ascii: "#") else { return false }
            at += 2
        }
        for index in range {
            guard words[at] == bytes[index] else { return false }
            at += 1
        }
        return true
    }
}
