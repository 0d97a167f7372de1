/// Writes zip archives byte by byte, the broken ones too. Parts are stored, or deflated as one run of a single byte.
struct ZipWriter {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    /// Set to make archives that lie.
    var spoilsChecksums = false
    var isEncrypted = false

    mutating func store(_ name: String, _ content: [UInt8]) {
        add(name, packed: content, method: 0, size: content.count, checksum: Self.checksum(content))
    }

    mutating func store(_ name: String, _ text: String) { store(name, Array(text.utf8)) }

    /// A part of `size` spaces, packed as tightly as deflate can: a little over a thousand to one.
    mutating func bomb(_ name: String, size: Int) {
        add(name, packed: Self.deflatedSpaces(size), method: 8, size: size, checksum: 0)
    }

    private mutating func add(_ name: String, packed: [UInt8], method: UInt16, size: Int, checksum: UInt32) {
        let start = body.count
        let flags: UInt16 = isEncrypted ? 1 : 0
        let sum = spoilsChecksums ? ~checksum : checksum
        let common =
            Self.two(20) + Self.two(flags) + Self.two(method) + Self.four(0x5C21_0000) + Self.four(sum)
            + Self.four(UInt32(packed.count)) + Self.four(UInt32(size)) + Self.two(UInt16(name.utf8.count))
            + Self.two(0)
        body += Self.four(0x0403_4B50) + common + Array(name.utf8) + packed
        directory += Self.four(0x0201_4B50) + Self.two(20) + common + [UInt8](repeating: 0, count: 10)
        directory += Self.four(UInt32(start)) + Array(name.utf8)
        count += 1
    }

    var bytes: [UInt8] {
        body + directory + Self.four(0x0605_4B50) + Self.two(0) + Self.two(0) + Self.two(UInt16(count))
            + Self.two(UInt16(count)) + Self.four(UInt32(directory.count)) + Self.four(UInt32(body.count)) + Self.two(0)
    }

    private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    private static func four(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) }
    }

    /// CRC-32, as zip has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    /// One deflate block whose own code has one bit for "258 bytes more" and one for "from one byte back".
    private static func deflatedSpaces(_ size: Int) -> [UInt8] {
        var bits: [UInt8] = []
        func number(_ value: Int, _ count: Int) { for bit in 0..<count { bits.append(UInt8(value >> bit & 1)) } }
        func zeros(_ count: Int) {
            bits.append(0)
            number(count - 11, 7)
        }
        number(1, 1)  // the last block
        number(2, 2)  // with a code of its own
        number(29, 5)
        number(0, 5)
        number(14, 4)
        // How the code's lengths are coded: 18 (a run of zeros) by "0", 1 by "10", 2 by "11".
        for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] { number(length, 3) }
        zeros(32)
        bits += [1, 1]  // the space: two bits, "10"
        zeros(138)
        zeros(85)
        bits += [1, 1]  // the end: two bits, "11"
        zeros(28)
        bits += [1, 0]  // length 258: one bit, "0"
        bits += [1, 0]  // distance 1: one bit, "0"
        bits += [1, 0]
        bits += [UInt8](repeating: 0, count: (size - 1) / 258 * 2)
        for _ in 0..<(size - 1) % 258 { bits += [1, 0] }
        bits += [1, 1]
        return stride(from: 0, to: bits.count, by: 8).map { start in
            (start..<min(start + 8, bits.count)).reduce(0) { $0 | bits[$1] << UInt8($1 - start) }
        }
    }
}
