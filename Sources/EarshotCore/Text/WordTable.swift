/// A map from folded words to values, for look-ups by the hash that `Words.scan` leaves in each word.
package struct WordTable<Value: Sendable>: Sendable {
    private var keys: [UInt64] = []
    private var slots: [Int32] = []
    private var values: [Value] = []
    private var mask = 0

    /// Later entries win over earlier ones with the same folded spelling.
    package init(_ entries: [(word: String, value: Value)]) {
        self.init(hashed: entries.map { (Words.hash($0.word), $0.value) })
    }

    package init(hashed entries: [(hash: UInt64, value: Value)]) {
        var size = 16
        while size < entries.count * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        slots = Array(repeating: -1, count: size)
        mask = size - 1
        for entry in entries {
            let slot = self.slot(of: entry.hash)
            if slots[slot] >= 0 {
                values[Int(slots[slot])] = entry.value
            } else {
                keys[slot] = entry.hash
                slots[slot] = Int32(values.count)
                values.append(entry.value)
            }
        }
    }

    package var count: Int { values.count }

    @inline(__always)
    package subscript(hash: UInt64) -> Value? {
        let index = slots[slot(of: hash)]
        return index < 0 ? nil : values[Int(index)]
    }

    package subscript(word: String) -> Value? { self[Words.hash(word)] }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
        while slots[slot] >= 0, keys[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }
}
