import EarshotIO
import Testing

/// Hostile tables, written by a small writer of this test's own and read back.
@Suite("CSV tables written and read back")
struct CSVRoundTripTests {
    /// SplitMix64 (Steele, Lea, Flood 2014): the same tables in every run.
    struct Dice {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }

        mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

        mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
    }

    private static let pieces = [
        "a", "bc", " ", ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r", "é", "😀", "\u{301}", "\u{FEFF}", "'",
        "=",
        "5\" pipe", "longer text", "\u{2028}", "\u{7F}", "ﷺ",
    ]

    static func field(_ dice: inout Dice) -> String {
        (0..<dice.pick([0, 1, 1, 2, 3, 6])).map { _ in dice.pick(pieces) }.joined()
    }

    /// RFC 4180: quoted where it must be, or always.
    static func written(_ rows: [[String]], delimiter: String, lineEnd: String, always: Bool) -> [UInt8] {
        var text: [UInt8] = []
        for row in rows {
            for (index, field) in row.enumerated() {
                if index > 0 { text += Array(delimiter.utf8) }
                let bytes = Array(field.utf8)
                let special = Array(delimiter.utf8) + [34, 10, 13]
                if always || bytes.contains(where: { special.contains($0) }) {
                    text.append(34)
                    for byte in bytes { text += byte == 34 ? [34, 34] : [byte] }
                    text.append(34)
                } else {
                    text += bytes
                }
            }
            text += Array(lineEnd.utf8)
        }
        return text
    }

    @Test("every table comes back as it was, whole and in pieces", arguments: 0..<40)
    func tables(_ seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        for _ in 0..<25 {
            let columns = 2 + dice.below(4)
            let header = (0..<columns).map { "h\($0)" }
            let rows = (0..<dice.below(12)).map { _ in (0..<columns).map { _ in Self.field(&dice) } }
            let delimiter = dice.pick([",", ";", "\t", "|"])
            let bytes = Self.written(
                [header] + rows, delimiter: delimiter, lineEnd: dice.pick(["\n", "\r\n", "\r"]),
                always: dice.below(3) == 0)
            let whole = try CSVContent(reading: bytes)
            #expect(whole.header == header)
            #expect(whole.rows == rows, "seed \(seed)")
            #expect(whole.notes.isEmpty)
            #expect(try CSVContent(reading: bytes, piece: 1 + dice.below(9)) == whole)
        }
    }

    @Test("no bytes at all stop the reader, and pieces do not matter", arguments: 0..<40)
    func noise(_ seed: Int) throws {
        var dice = Dice(state: UInt64(1000 + seed))
        let likely: [UInt8] = [34, 34, 44, 44, 10, 13, 0, 59, 9, 65, 0xC3, 0xA9, 0xFF, 0x93]
        for _ in 0..<50 {
            let bytes = Array("a,b\n".utf8) + (0..<dice.below(80)).map { _ in dice.pick(likely) }
            let whole = try CSVContent(reading: bytes)
            #expect(whole.header.count >= 1)
            #expect(try CSVContent(reading: bytes, piece: 1 + dice.below(5)) == whole)
        }
    }
}
