import EarshotCore
import Foundation

/// The character sets in which mail is written.
enum MailCharset {
    /// The text, and whether the character set that the mail names is read here. Bytes that are UTF-8 beyond ASCII are
    /// taken as such whatever the mail says, since hardly any other text looks so; what is not known is read as UTF-8
    /// or Windows-1252.
    static func decode(_ bytes: [UInt8], _ name: String) -> (text: String, isKnown: Bool) {
        let name = name.lowercased()
        let isASCII = bytes.allSatisfy { $0 < 0x80 && $0 != 0x1B }
        // Of the sets that write other letters in seven bits: UTF-7 does so behind a plus sign, ISO 2022 behind an escape.
        let isPlain = isASCII && !(name == "utf-7" && bytes.contains(UInt8(ascii: "+")))
        if isPlain, !name.hasPrefix("utf-16") {
            return (String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self), true)
        }
        if name.hasPrefix("utf-16") {
            let marked = name == "utf-16be" ? [0xFE, 0xFF] + bytes : name == "utf-16le" ? [0xFF, 0xFE] + bytes : bytes
            return (String(decoding: TextEncoding.decode(marked).text, as: UTF8.self), true)
        }
        let isUTF8 = TextEncoding.isUTF8(bytes.span, 0..<bytes.count)
        if !isUTF8, let encoding = encodings[name], let text = String(data: Data(bytes), encoding: encoding) {
            return (text.replacing("\0", with: ""), true)
        }
        let isKnown = known.contains(name) || encodings[name] != nil
        return (
            String(decoding: TextEncoding.decode(bytes).text, as: UTF8.self),
            isKnown || (isUTF8 && !isASCII && !bytes.contains(0x1B))
        )
    }

    /// Read as UTF-8 where they are, else as Windows-1252, which holds all of Latin-1's printed characters.
    private static let known: Set<String> = [
        "", "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "latin1", "windows-1252", "cp1252",
        "unknown-8bit", "8bit", "x-unknown", "unknown", "default", "iso8859-1", "iso_8859-1",
    ]

    /// Foundation's numbers for character sets it has no name for are Core Foundation's with the highest bit set.
    private static let encodings: [String: String.Encoding] = {
        let numbers: [String: UInt] = [
            "iso-8859-2": 0x202, "iso-8859-3": 0x203, "iso-8859-4": 0x204, "iso-8859-5": 0x205, "iso-8859-6": 0x206,
            "iso-8859-7": 0x207, "iso-8859-8": 0x208, "iso-8859-9": 0x209, "iso-8859-10": 0x20A, "iso-8859-13": 0x20D,
            "iso-8859-14": 0x20E, "iso-8859-15": 0x20F, "iso-8859-16": 0x210, "windows-1250": 0x501,
            "windows-1251": 0x502, "windows-1253": 0x503, "windows-1254": 0x504, "windows-1255": 0x505,
            "windows-1256": 0x506, "windows-1257": 0x507, "windows-1258": 0x508, "koi8-r": 0xA02, "koi8-u": 0xA08,
            "macintosh": 0x0,
        ]
        var encodings = numbers.mapValues { String.Encoding(rawValue: 0x8000_0000 | $0) }
        for (name, encoding) in encodings {
            if name.hasPrefix("windows-") { encodings["cp" + name.dropFirst(8)] = encoding }
            if name.hasPrefix("iso-8859-") { encodings["iso8859-" + name.dropFirst(9)] = encoding }
        }
        encodings["latin-9"] = encodings["iso-8859-15"]
        return encodings
    }()
}
