/// Reads the HTML that most comments are made of, text, paragraphs, line breaks, links and emphasis, in a fraction of
/// the time that the parser takes.
///
/// The tree holds the words and elements that the parser's would. Whatever the parser would have to mend, or
/// whatever is not listed here, is left to it.
struct HTMLFragment {
    private let bytes: [UInt8]
    private var i = 0
    private var nodes = [Self.node("body", parent: -1, at: 0)]
    /// Elements that are open, the body first.
    private var open = [0]

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Longer texts are left to the parser, which bounds them (chosen, not derived).
    private static let limit = 1 << 20
    /// Elements inside one another (chosen, not derived).
    private static let depth = 16

    /// `nil` where the parser has to read it.
    static func tree(_ html: String) -> MarkupTree? {
        guard html.utf8.count < limit else { return nil }
        var fragment = HTMLFragment(Array(html.utf8))
        while fragment.i < fragment.bytes.count {
            guard fragment.readText(), fragment.readTag() else { return nil }
        }
        guard fragment.open.count == 1 else { return nil }
        fragment.nodes[0].end = fragment.nodes.count
        return MarkupTree(nodes: fragment.nodes)
    }

    private mutating func readText() -> Bool {
        guard let text = text(upTo: UInt8(ascii: "<")) else { return false }
        if !text.isEmpty { nodes.append(Self.node("", text: text, parent: open.last ?? 0, at: nodes.count)) }
        return true
    }

    private mutating func readTag() -> Bool {
        guard i < bytes.count else { return true }
        i += 1
        let isEnd = take(UInt8(ascii: "/"))
        let name = word()
        if isEnd {
            guard take(UInt8(ascii: ">")), open.count > 1, let last = open.popLast(), nodes[last].name == name else {
                return false
            }
            nodes[last].end = nodes.count
            return true
        }
        guard isReadable(name), let attributes = attributes() else { return false }
        if name == "br" { _ = take(UInt8(ascii: "/")) }
        guard take(UInt8(ascii: ">")) else { return false }
        nodes.append(Self.node(name, attributes: attributes, parent: open.last ?? 0, at: nodes.count))
        if name != "br" { open.append(nodes.count - 1) }
        return true
    }

    /// Whether an element may stand here without the parser's closing another before it.
    private func isReadable(_ name: String) -> Bool {
        switch name {
        case "p": open.count == 1
        case "a": open.count < Self.depth && !open.contains { nodes[$0].name == "a" }
        case "br", "span", "em", "strong", "b", "i": open.count < Self.depth
        default: false
        }
    }

    private mutating func attributes() -> [MarkupTree.Attribute]? {
        var found: [MarkupTree.Attribute] = []
        while take(32) {
            let name = word()
            if name.isEmpty { continue }
            guard take(UInt8(ascii: "=")), take(UInt8(ascii: "\"")), let value = text(upTo: UInt8(ascii: "\"")),
                take(UInt8(ascii: "\""))
            else { return nil }
            found.append(MarkupTree.Attribute(name: name, value: value))
        }
        return found
    }

    /// Text with its entities read; `nil` where the parser leaves anything of it out: control characters, U+FFFE (the
    /// bytes from 0xEF on hold it).
    private mutating func text(upTo mark: UInt8) -> String? {
        var read: [UInt8] = []
        var start = i
        while i < bytes.count, bytes[i] != mark {
            switch bytes[i] {
            case UInt8(ascii: "&"):
                read += bytes[start..<i]
                guard let scalar = entity(), let utf8 = Unicode.UTF8.encode(scalar) else { return nil }
                read += utf8
                start = i
            case UInt8(ascii: "<"), 0..<9, 11, 12, 14..<32, 0xEF...: return nil
            default: i += 1
            }
        }
        guard !read.isEmpty else { return String(decoding: bytes[start..<i], as: UTF8.self) }
        read += bytes[start..<i]
        return String(decoding: read, as: UTF8.self)
    }

    /// The character that "&amp;", "&#39;" or "&#x27;" stands for.
    private mutating func entity() -> Unicode.Scalar? {
        i += 1
        let start = i
        while i < bytes.count, i - start < 10, bytes[i] != UInt8(ascii: ";") { i += 1 }
        let name = String(decoding: bytes[start..<i], as: UTF8.self)
        guard take(UInt8(ascii: ";")) else { return nil }
        guard name.hasPrefix("#") else { return LibXML.entity(name) }
        guard !name.contains("+") else { return nil }
        let digits = name.dropFirst()
        guard let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else {
            return nil
        }
        return (32..<127).contains(code) || (160..<0xFFFE).contains(code) ? Unicode.Scalar(code) : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard i < bytes.count, bytes[i] == byte else { return false }
        i += 1
        return true
    }

    /// Small letters.
    private mutating func word() -> String {
        let start = i
        while i < bytes.count, bytes[i] &- UInt8(ascii: "a") < 26 { i += 1 }
        return String(decoding: bytes[start..<i], as: UTF8.self)
    }

    private static func node(
        _ name: String, text: String = "", attributes: [MarkupTree.Attribute] = [], parent: Int, at index: Int
    ) -> MarkupTree.Node {
        MarkupTree.Node(name: name, text: text, attributes: attributes, line: 0, parent: parent, end: index + 1)
    }
}
