/// Tells which hashes may have come before, in memory known beforehand: never misses a repeat, and takes a new hash
/// for a repeat once in sixteen at most when as many hashes have come as were expected.
package struct RepeatFilter: Sendable {
    private var bits: [UInt64]
    /// Of 64, the upper bits of a hash that are not used.
    private let shift: UInt64

    /// `expecting`: hashes; 2 bytes each, 16 KB at the least, 128 MB at the most. The default takes 8 MB.
    package init(expecting hashes: Int = 1 << 22) {
        var words = 1 << 11
        while words < 1 << 24, words * 4 < hashes { words *= 2 }
        bits = Array(repeating: 0, count: words)
        shift = UInt64(64 - words.trailingZeroBitCount)
    }

    /// Whether the hash may have been inserted before.
    package mutating func insert(_ hash: UInt64) -> Bool {
        // The hashes are well mixed; a multiplication guards against those that are not.
        let mixed = hash &* 0x9E37_79B9_7F4A_7C15
        let index = Int(truncatingIfNeeded: mixed >> shift)
        let bit = UInt64(1) << (mixed >> (shift - 6) & 63)
        let wasSet = bits[index] & bit != 0
        bits[index] |= bit
        return wasSet
    }
}
