/// Database rows met so far: one bit a row id.
struct RowSet {
    private var words: [UInt64] = []

    /// False where the row was met before.
    mutating func insert(_ row: Int64) -> Bool {
        let (word, bit) = Self.place(of: row)
        if word >= words.count {
            words.append(contentsOf: repeatElement(0, count: max(word + 1, words.count * 2) - words.count))
        }
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        return true
    }

    func contains(_ row: Int64) -> Bool {
        let (word, bit) = Self.place(of: row)
        return word < words.count && words[word] & bit != 0
    }

    private static func place(of row: Int64) -> (word: Int, bit: UInt64) {
        (Int(row >> 6), 1 << UInt64(row & 63))
    }
}
