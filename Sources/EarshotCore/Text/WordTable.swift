/// A map from folded words to values, for look-ups by the hash that `Words.scan` leaves in each word.
package struct WordTable<Value: Sendable>: Sendable {
    /// A key beside the place of its value: a look-up reads one line of the cache.
    private struct Slot: Sendable {
        var key: UInt64 = 0
        /// −1 where the slot is empty.
        var place: Int32 = -1
    }

    private var slots: [Slot] = []
    private var values: [Value] = []
    private var mask = 0

    /// Later entries win over earlier ones with the same folded spelling.
    package init(_ entries: [(word: String, value: Value)]) {
        self.init(hashed: entries.map { (Words.hash($0.word), $0.value) })
    }

    /// The same over hashes. Lookups of an empty table answer `nil`.
    package init(hashed entries: [(hash: UInt64, value: Value)]) {
        var size = 16
        while size < entries.count * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
        for entry in entries {
            let slot = self.slot(of: entry.hash)
            if slots[slot].place >= 0 {
                values[Int(slots[slot].place)] = entry.value
            } else {
                slots[slot] = Slot(key: entry.hash, place: Int32(values.count))
                values.append(entry.value)
            }
        }
    }

    /// How many different words the table holds.
    package var count: Int { values.count }

    /// The value of the word with this `Words.hash`, or `nil`.
    @inline(__always)
    package subscript(hash: UInt64) -> Value? {
        let place = place(of: hash)
        return place < 0 ? nil : values[place]
    }

    /// The place of the word's value in the order of first entries, or −1.
    @inline(__always)
    func place(of hash: UInt64) -> Int { Int(slots[slot(of: hash)].place) }

    /// The value of a word in any case; in a loop use the hash.
    package subscript(word: String) -> Value? { self[Words.hash(word)] }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int {
        // Fibonacci hashing: the middle bits of the product depend on all bits of the hash. The brackets matter, as
        // Swift's >> binds tighter than &*.
        var slot = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while slots[slot].place >= 0, slots[slot].key != hash { slot = (slot + 1) & mask }
        return slot
    }
}
