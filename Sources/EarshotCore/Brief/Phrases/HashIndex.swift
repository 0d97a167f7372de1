/// Numbers 64-bit keys 0, 1, 2… in the order they first come in.
///
/// Open addressing over two flat arrays: unlike `Dictionary` it costs no seeded hashing per look-up, and its order is
/// the order of insertion on every machine.
struct HashIndex: Sendable {
    private(set) var keys: [UInt64] = []
    private var slots: [Int32]
    private var mask: Int

    init(capacity: Int = 8) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        mask = size - 1
    }

    var count: Int { keys.count }

    @inline(__always)
    func find(_ key: UInt64) -> Int? {
        let number = slots[slot(of: key)]
        return number < 0 ? nil : Int(number)
    }

    /// The key's number, and whether it is new.
    @discardableResult
    mutating func insert(_ key: UInt64) -> (number: Int, isNew: Bool) {
        let place = slot(of: key)
        if slots[place] >= 0 { return (Int(slots[place]), false) }
        slots[place] = Int32(keys.count)
        keys.append(key)
        if keys.count * 2 > slots.count { grow() }
        return (keys.count - 1, true)
    }

    mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        for i in slots.indices { slots[i] = -1 }
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[place] >= 0, keys[Int(slots[place])] != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(number) }
    }
}

/// The keys met in one comment; emptied by raising a stamp, so that a short comment costs nothing to forget.
struct SeenKeys: Sendable {
    private var keys = [UInt64](repeating: 0, count: 512)
    private var stamps = [UInt32](repeating: 0, count: 512)
    private var stamp: UInt32 = 0
    private var count = 0

    mutating func begin() {
        if stamp == .max {
            stamps = Array(repeating: 0, count: stamps.count)
            stamp = 0
        }
        stamp += 1
        count = 0
    }

    /// False where the key was met before.
    @inline(__always)
    mutating func insert(_ key: UInt64) -> Bool {
        if count * 2 >= keys.count { grow() }
        let place = place(of: key)
        if stamps[place] == stamp { return false }
        keys[place] = key
        stamps[place] = stamp
        count += 1
        return true
    }

    @inline(__always)
    private func place(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while stamps[place] == stamp, keys[place] != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let met = zip(keys, stamps).filter { $0.1 == stamp }.map(\.0)
        keys = Array(repeating: 0, count: keys.count * 2)
        stamps = Array(repeating: 0, count: keys.count)
        for key in met {
            let place = place(of: key)
            keys[place] = key
            stamps[place] = stamp
        }
    }
}
