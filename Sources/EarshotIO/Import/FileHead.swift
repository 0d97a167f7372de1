/// The beginning of a file, by which its format is told.
package struct FileHead: Sendable {
    /// Bytes looked at; of a web page `pageLimit`, of JSON `jsonLimit`, since what they hold may begin far down.
    package static let limit = 64 << 10
    package static let pageLimit = 8 << 20
    /// Of a JSON file: what comes before its comments may be long (a video's formats, a thread's first post).
    package static let jsonLimit = 1 << 20

    /// As they stand in the file.
    package let bytes: [UInt8]
    /// Whether `bytes` is the whole file.
    package let isWhole: Bool
    /// The bytes as text, in lower case, a byte-order mark and leading white space taken off; bytes that are not UTF-8
    /// become U+FFFD.
    package let text: String
    /// The keys of a JSON file; `nil` where the file does not begin like one.
    package let json: JSONOutline?
    /// The elements of a web page or XML file; `nil` where the file does not begin like one.
    package let markup: MarkupOutline?
    /// What an Office file or another zip archive holds; `nil` for every other file.
    package let office: OfficeOutline?
    /// A zip archive, as Office files are.
    package var isZip: Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// - Parameter office: What the file holds, where it was looked into; else its first bytes tell.
    package init(bytes: [UInt8], isWhole: Bool = true, office: OfficeOutline? = nil) {
        self.bytes = bytes
        self.isWhole = isWhole
        self.office = office ?? OfficeOutline(head: bytes)
        var text = String(decoding: bytes, as: UTF8.self).lowercased()
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        self.text = String(text.drop(while: \.isWhitespace))
        let decoded = TextEncoding.decode(bytes).text
        switch decoded.first(where: { $0 > 32 }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            json = JSONOutline(decoded)
            markup = nil
        case UInt8(ascii: "<"):
            json = nil
            markup = MarkupOutline(decoded)
        default:
            json = nil
            markup = nil
        }
    }

    /// Whether a file that begins so is JSON, of which more is looked at.
    static func isJSON(_ bytes: [UInt8]) -> Bool {
        let first = TextEncoding.decode(Array(bytes.prefix(4096))).text.first { $0 > 32 }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// Whether a file that begins so is a web page, of which more is looked at.
    static func isPage(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: TextEncoding.decode(Array(bytes.prefix(4096))).text, as: UTF8.self).lowercased()
        return start.contains("<!doctype html") || start.contains("<html")
    }
}
