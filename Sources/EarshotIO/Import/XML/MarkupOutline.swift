/// What the beginning of a web page or XML file shows: told by its tags without parsing it, so that a file cut off in the
/// middle has an outline too.
package struct MarkupOutline: Sendable {
    /// The name of the first element, lower case, with its prefix: "html", "rss", "feed", "rdf:rdf".
    package let root: String
    /// Every element's name so far, lower case, with its prefix.
    package let names: Set<String>
    /// Whether this is a web page rather than XML of another kind.
    package let isPage: Bool
    /// The text of the head in lower case, for marks that are no element: "https://schema.org", "class=\"mgitemtable".
    package let text: String

    /// - Parameter utf8: The head's bytes, decoded.
    init(_ utf8: [UInt8]) {
        var names: Set<String> = []
        var root = ""
        var i = 0
        let bytes = utf8.span
        while i < bytes.count {
            guard bytes[i] == UInt8(ascii: "<") else {
                i += 1
                continue
            }
            i += 1
            if let end = Self.end(ofLiteral: bytes, i) {
                i = end
                continue
            }
            let start = i
            while i < bytes.count, Self.isName(bytes[i]) { i += 1 }
            guard i > start, bytes[start] | 0x20 >= UInt8(ascii: "a"), names.count < 2000 else { continue }
            let name = String(decoding: utf8[start..<i], as: UTF8.self).lowercased()
            if root.isEmpty { root = name }
            names.insert(name)
        }
        self.root = root
        self.names = names
        text = String(decoding: utf8, as: UTF8.self).lowercased()
        let isXML = text.drop { $0.isWhitespace }.hasPrefix("<?xml")
        isPage =
            names.contains("html") || text.contains("<!doctype html")
            || (!isXML && !names.isDisjoint(with: ["body", "table", "div", "p"]))
    }

    /// Where a comment, CDATA section or instruction that begins after the `<` before `i` ends; `nil` where none does.
    private static func end(ofLiteral bytes: Span<UInt8>, _ i: Int) -> Int? {
        let close: StaticString
        if starts(bytes, i, "!--") {
            close = "-->"
        } else if starts(bytes, i, "![CDATA[") {
            close = "]]>"
        } else if starts(bytes, i, "?") {
            close = "?>"
        } else {
            return nil
        }
        var end = i
        while end < bytes.count, !starts(bytes, end, close) { end += 1 }
        return end
    }

    private static func starts(_ bytes: Span<UInt8>, _ i: Int, _ mark: StaticString) -> Bool {
        mark.withUTF8Buffer { mark in
            guard i + mark.count <= bytes.count else { return false }
            for offset in 0..<mark.count where bytes[i + offset] != mark[offset] { return false }
            return true
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
