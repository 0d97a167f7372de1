package import EarshotCore

/// Writes HTML as bytes. Data can only become escaped text or an escaped attribute value: tag and attribute names,
/// style sheets and class names are fixed when the program is compiled, and addresses pass through `SafeURL`.
package struct HTMLWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// The five characters with a meaning in HTML become references, control characters U+FFFD, and characters that
    /// turn the direction of writing round for whatever follows are left out.
    package mutating func text(_ text: String) {
        let span = text.utf8.span
        var i = 0
        while i < span.count {
            let byte = span[i]
            if byte < 0x80 {
                ascii(byte)
                i += 1
                continue
            }
            let (scalar, length) = Scalars.decode(span, at: i)
            switch HiddenScalar(scalar) {
            case .none: for k in i..<i + length { bytes.append(span[k]) }
            case .control: fixed("\u{FFFD}")
            case .direction: break
            }
            i += length
        }
    }

    /// A whole element; `body` writes what stands in it.
    package mutating func element(
        _ tag: HTMLTag, _ attributes: HTMLAttribute..., body: (inout HTMLWriter) -> Void
    ) {
        open(tag, attributes)
        body(&self)
        fixed("</")
        fixed(tag.name)
        fixed(tag.isBlock ? ">\n" : ">")
    }

    /// The same with a list of attributes.
    package mutating func element(
        _ tag: HTMLTag, _ attributes: [HTMLAttribute], body: (inout HTMLWriter) -> Void
    ) {
        open(tag, attributes)
        body(&self)
        fixed("</")
        fixed(tag.name)
        fixed(tag.isBlock ? ">\n" : ">")
    }

    /// An element that holds `content` as text.
    package mutating func element(_ tag: HTMLTag, _ attributes: HTMLAttribute..., text content: String) {
        open(tag, attributes)
        text(content)
        fixed("</")
        fixed(tag.name)
        fixed(tag.isBlock ? ">\n" : ">")
    }

    /// An element that can hold nothing.
    package mutating func void(_ tag: HTMLVoidTag, _ attributes: HTMLAttribute...) {
        fixed("<")
        fixed(tag.name)
        write(attributes)
        fixed(">\n")
    }

    /// `content` as a link where the address may stand in a page, else as plain text.
    package mutating func link(to url: String?, _ attributes: HTMLAttribute..., text content: String) {
        guard let url, let safe = SafeURL(url) else { return text(content) }
        open(.a, [.href(safe)] + attributes)
        text(content)
        fixed("</a>")
    }

    /// A file of the pack as a link, by its name.
    package mutating func link(toPackFile name: String, text label: String? = nil) {
        guard let safe = SafeURL(packFile: name) else { return text(label ?? name) }
        element(.a, .href(safe), text: label ?? name)
    }

    /// A picture that says nothing the words beside it don't: `data` is a data URI made by the program.
    package mutating func decoration(_ data: String) {
        void(.img, .class("crest"), .fixed("alt", ""), .source(data))
    }

    /// A style sheet of the program's own.
    package mutating func style(_ sheet: StaticString) {
        fixed("<style>")
        fixed(sheet)
        fixed("</style>\n")
    }

    /// A style sheet that sets the council's colour. `tint` is what stands on it.
    package mutating func style(colour: BrandColour) {
        fixed("<style>")
        for byte in HTMLWriter.sheet(colour: colour).utf8 { bytes.append(byte) }
        fixed("</style>\n")
    }

    /// Six digits checked by `BrandColour` are all that varies.
    static func sheet(colour: BrandColour) -> String { ":root{--brand:\(colour.text);--tint:#fff}" }

    /// The document type, once, first.
    package mutating func doctype() { fixed("<!DOCTYPE html>\n") }

    private mutating func open(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) {
        fixed("<")
        fixed(tag.name)
        write(attributes)
        fixed(">")
    }

    private mutating func write(_ attributes: [HTMLAttribute]) {
        for attribute in attributes {
            fixed(" ")
            fixed(attribute.name)
            switch attribute.value {
            case .none: break
            case .fixed(let value):
                fixed("=\"")
                fixed(value)
                fixed("\"")
            case .data(let value):
                fixed("=\"")
                text(value)
                fixed("\"")
            }
        }
    }

    private mutating func fixed(_ string: StaticString) {
        string.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func ascii(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): fixed("&amp;")
        case UInt8(ascii: "<"): fixed("&lt;")
        case UInt8(ascii: ">"): fixed("&gt;")
        case UInt8(ascii: "\""): fixed("&quot;")
        case UInt8(ascii: "'"): fixed("&#39;")
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(byte)
        case 0..<0x20, 0x7F: fixed("\u{FFFD}")
        default: bytes.append(byte)
        }
    }
}

/// Characters that show nothing and change how the text around them is read.
enum HiddenScalar: Equatable {
    case none
    /// C0 and C1 controls and code points that are no characters.
    case control
    /// Embeddings, overrides and isolates of the writing direction (Unicode Standard Annex 9, sections 2.1 to 2.5). The
    /// single marks (U+200E, U+200F, U+061C) stay: they change only their own place and honest texts use them.
    case direction

    init(_ scalar: UInt32) {
        switch scalar {
        case 0x00..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: self = .control
        case 0x202A...0x202E, 0x2066...0x2069: self = .direction
        default: self = scalar & 0xFFFE == 0xFFFE ? .control : .none
        }
    }
}
