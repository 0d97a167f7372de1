import EarshotCore
import Foundation

/// Words in the header of a mail that stand for other characters: `=?utf-8?Q?caf=C3=A9?=` (RFC 2047).
enum MailWords {
    private struct Word {
        var charset: String
        var bytes: [UInt8]
    }

    /// The text with its encoded words decoded; spaces between two of them fall away.
    static func decoded(_ text: String) -> String {
        guard text.hasByte(UInt8(ascii: "=")), text.contains("=?") else { return text }
        var out = ""
        var open: Word?
        var rest = text[...]
        func close() {
            if let word = open { out += MailCharset.decode(word.bytes, word.charset).text }
            open = nil
        }
        while let start = rest.range(of: "=?") {
            let before = rest[..<start.lowerBound]
            guard let (word, end) = word(in: rest[start.upperBound...]) else {
                close()
                out += rest[..<start.upperBound]
                rest = rest[start.upperBound...]
                continue
            }
            if open == nil || !before.allSatisfy(\.isWhitespace) {
                close()
                out += before
            }
            // A character may be cut in two between words.
            if open?.charset == word.charset {
                open?.bytes += word.bytes
            } else {
                close()
                open = word
            }
            rest = rest[end...]
        }
        close()
        return MarkupText.collapsed(out + rest)
    }

    /// "utf-8?Q?caf=C3=A9?=" and where it ends.
    private static func word(in text: Substring) -> (Word, String.Index)? {
        // RFC 2047 allows 75 characters a word; some programs write longer ones.
        let near = text.prefix(2000)
        let parts = near.split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, !parts[0].contains(where: \.isWhitespace),
            let end = parts[2].range(of: "?=")
        else { return nil }
        let encoded = Array(parts[2][..<end.lowerBound].utf8)
        let charset = parts[0].prefix { $0 != "*" }.lowercased()
        switch parts[1].lowercased() {
        case "b": return (Word(charset: charset, bytes: MailTransfer.base64(encoded)), end.upperBound)
        case "q":
            let bytes = MailTransfer.quotedPrintable(encoded.map { $0 == UInt8(ascii: "_") ? 32 : $0 })
            return (Word(charset: charset, bytes: bytes), end.upperBound)
        default: return nil
        }
    }

    /// A parameter of RFC 2231: "utf-8'en'caf%C3%A9", or a later piece without the character set.
    static func percentDecoded(_ text: String) -> String {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        let charset = parts.count == 3 ? parts[0].lowercased() : "utf-8"
        let encoded = Array((parts.count == 3 ? parts[2] : text[...]).utf8)
        var bytes: [UInt8] = []
        var i = 0
        while i < encoded.count {
            if encoded[i] == UInt8(ascii: "%"), let byte = MailTransfer.hex(encoded, i + 1) {
                bytes.append(byte)
                i += 3
            } else {
                bytes.append(encoded[i])
                i += 1
            }
        }
        return MailCharset.decode(bytes, charset).text
    }
}

/// The two ways in which bytes are written in seven bits.
enum MailTransfer {
    /// RFC 2045, 6.7. What is no escape stays as it is.
    static func quotedPrintable(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var i = 0
        while i < text.count {
            guard text[i] == UInt8(ascii: "=") else {
                out.append(text[i])
                i += 1
                continue
            }
            if let byte = hex(text, i + 1) {
                out.append(byte)
                i += 3
                continue
            }
            // A soft line break, spaces before it allowed.
            var j = i + 1
            while j < text.count, text[j] == 32 || text[j] == 9 { j += 1 }
            if j >= text.count || text[j] == 10 {
                i = j + 1
            } else {
                out.append(text[i])
                i += 1
            }
        }
        return out
    }

    /// RFC 2045, 6.8; what is no letter of base64 is passed over, the end may be missing.
    static func base64(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in text {
            guard let value = sixBits(byte) else { continue }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return out
    }

    private static func sixBits(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    static func hex(_ text: [UInt8], _ at: Int) -> UInt8? {
        guard at + 1 < text.count, let high = digit(text[at]), let low = digit(text[at + 1]) else { return nil }
        return high << 4 | low
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
