/// Tells which hashes may have come before, in fixed memory (8 MB): never misses a repeat, and takes a new hash for a
/// repeat once in sixteen after four million hashes.
package struct RepeatFilter: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1 << 20)

    package init() {}

    /// Whether the hash may have been inserted before.
    package mutating func insert(_ hash: UInt64) -> Bool {
        // The hashes are well mixed; a multiplication guards against those that are not.
        let mixed = hash &* 0x9E37_79B9_7F4A_7C15
        let index = Int(truncatingIfNeeded: mixed >> 44)
        let bit = UInt64(1) << (mixed >> 38 & 63)
        let wasSet = bits[index] & bit != 0
        bits[index] |= bit
        return wasSet
    }
}
