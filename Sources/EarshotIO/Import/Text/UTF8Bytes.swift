/// Characters in valid UTF-8, for readers that go through long texts byte by byte.
extension Span where Element == UInt8 {
    /// The scalar that begins at `i`, and its length in bytes.
    func scalar(at i: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = self[i]
        guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, i + length <= count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for next in i + 1..<i + length { value = value << 6 | UInt32(self[next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// Whether what stands at `i` belongs to the character before it: an accent, the frame of a keycap emoji.
    func extends(at i: Int) -> Bool {
        i < count && self[i] >= 0x80 && scalar(at: i).scalar.properties.isGraphemeExtend
    }

    /// The length of the white space of any kind that begins at `i`: 0 where something else does.
    func spaceLength(at i: Int) -> Int {
        let first = self[i]
        if first < 0x80 { return first == 32 || first &- 9 < 5 ? 1 : 0 }
        // Lead bytes of which some character is white space; asking Unicode takes long.
        guard first == 0xC2 || first == 0xE1 || first == 0xE2 || first == 0xE3 else { return 0 }
        let (scalar, length) = scalar(at: i)
        return scalar.properties.isWhitespace ? length : 0
    }
}
