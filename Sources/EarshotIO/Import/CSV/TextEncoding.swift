/// How the bytes of a text file stand for characters, told from the bytes themselves.
package enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16 (little-endian)"
    case utf16BigEndian = "UTF-16 (big-endian)"
    case windows1252 = "Windows-1252"

    /// The text of a whole file, whatever its encoding, as valid UTF-8 without a byte-order mark. `windows1252` says
    /// that some of it, or all, was not UTF-8 and had to be mended as `appendMended` says.
    package static func decode(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding) {
        let (encoding, mark) = detect(bytes.span)
        var text: [UInt8] = []
        if encoding != .utf8 {
            var transcoder = UTF16Transcoder(bigEndian: encoding == .utf16BigEndian)
            transcoder.feed(bytes[mark...], into: &text)
            transcoder.finish(into: &text)
            return (text, encoding)
        }
        if isUTF8(bytes.span, 0..<bytes.count) { return (mark == 0 ? bytes : Array(bytes[mark...]), .utf8) }
        appendMended(bytes.span, mark..<bytes.count, to: &text)
        return (text, .windows1252)
    }

    /// UTF-8 or UTF-16, and the length of the byte-order mark. UTF-16 without a mark is told by its zero bytes: a
    /// quarter of all bytes or more, and four in five on the same side of each pair (chosen, not derived).
    static func detect(_ head: Span<UInt8>) -> (encoding: TextEncoding, mark: Int) {
        if head.count >= 3, head[0] == 0xEF, head[1] == 0xBB, head[2] == 0xBF { return (.utf8, 3) }
        if head.count >= 2, head[0] == 0xFF, head[1] == 0xFE { return (.utf16LittleEndian, 2) }
        if head.count >= 2, head[0] == 0xFE, head[1] == 0xFF { return (.utf16BigEndian, 2) }
        let looked = min(head.count, 4096)
        var even = 0
        var odd = 0
        for i in 0..<looked where head[i] == 0 {
            if i % 2 == 0 { even += 1 } else { odd += 1 }
        }
        guard looked >= 4, (even + odd) * 4 >= looked else { return (.utf8, 0) }
        if even * 4 <= odd { return (.utf16LittleEndian, 0) }
        if odd * 4 <= even { return (.utf16BigEndian, 0) }
        return (.utf8, 0)
    }

    static func isUTF8(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        (try? UTF8Span(validating: bytes.extracting(range))) != nil
    }

    /// Appends text as valid UTF-8: what is UTF-8 stays, every other byte is read as Windows-1252. Zero bytes go.
    static func appendMended(_ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
        var i = range.lowerBound
        while i < range.upperBound {
            let length = sequenceLength(bytes, i, range.upperBound)
            if length == 0 {
                text += Unicode.UTF8.encode(windows1252(bytes[i])) ?? Unicode.UTF8.encodedReplacementCharacter
            } else if bytes[i] != 0 {
                for offset in 0..<length { text.append(bytes[i + offset]) }
            }
            i += max(1, length)
        }
    }

    /// The length of the valid UTF-8 sequence at `i`; 0 where there is none.
    private static func sequenceLength(_ bytes: Span<UInt8>, _ i: Int, _ end: Int) -> Int {
        let first = bytes[i]
        if first < 0x80 { return 1 }
        let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, i + length <= end else { return 0 }
        return isUTF8(bytes, i..<i + length) ? length : 0
    }

    /// The five bytes that Windows-1252 leaves open become U+FFFD. Source: WHATWG Encoding, index windows-1252.
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return high[Int(byte - 0x80)]
    }

    private static let high: [Unicode.Scalar] = [
        "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
        "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
    ]
}

/// Turns UTF-16 into UTF-8 piece by piece; a surrogate without its partner becomes U+FFFD.
struct UTF16Transcoder: Sendable {
    let bigEndian: Bool
    private var oddByte: UInt8?
    private var leading: UInt16?

    init(bigEndian: Bool) { self.bigEndian = bigEndian }

    mutating func feed(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
        for byte in bytes {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            take(bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first), &text)
        }
    }

    /// Half a character at the end of the file becomes U+FFFD.
    mutating func finish(into text: inout [UInt8]) {
        if leading != nil || oddByte != nil { text += Unicode.UTF8.encodedReplacementCharacter }
        leading = nil
        oddByte = nil
    }

    private mutating func take(_ unit: UInt16, _ text: inout [UInt8]) {
        if let high = leading {
            leading = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
                text += Unicode.Scalar(value).flatMap(Unicode.UTF8.encode) ?? Unicode.UTF8.encodedReplacementCharacter
                return
            }
            text += Unicode.UTF8.encodedReplacementCharacter
        }
        if UTF16.isLeadSurrogate(unit) {
            leading = unit
        } else {
            text += Unicode.Scalar(unit).flatMap(Unicode.UTF8.encode) ?? Unicode.UTF8.encodedReplacementCharacter
        }
    }
}
