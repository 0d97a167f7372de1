/// The words that a person wrote, out of the HTML that a forum made of them.
///
/// What they quote is left out (`blockquote`, Discourse's `aside.quote`, other forums' boxes), and so are previews of linked pages
/// (`aside.onebox`), of which the address stays. The address of a link stays in brackets behind its words, since an
/// agenda item is often linked rather than named. Pictures hold no words; emoji pictures their name.
struct HTMLText {
    var text: String
    /// The markup was nested so deeply, or was so long, that the parser gave up before its end.
    var isCut: Bool

    init(html: String) {
        let tree = HTMLFragment.tree(html) ?? LibXML.html(Array(html.utf8))
        var writer = Writer()
        if let root = tree.root { writer.write(root) }
        text = writer.finish()
        isCut = tree.cutAtLine != nil
    }

    /// Text that may be HTML or not, as feeds and blogs have it: where it has no paragraphs of its own, line breaks count.
    init(loose text: String) {
        guard Self.has(text, UInt8(ascii: "<")) else {
            self.init(html: Self.withBreaks(text))
            return
        }
        let tags = Self.tags(in: text)
        var html = tags.isEmpty ? text.replacing("<", with: "&lt;") : text
        if tags.isDisjoint(with: Self.blocks) { html = Self.withBreaks(html) }
        self.init(html: html)
    }

    private static let blocks: Set<String> = [
        "p", "br", "div", "li", "ul", "ol", "table", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
    ]

    /// Names of the tags in a text, lower case.
    private static func tags(in text: String) -> Set<String> {
        var found: Set<String> = []
        var name: [UInt8]?
        for byte in text.utf8 {
            if byte == UInt8(ascii: "<") {
                name = []
            } else if var open = name {
                if open.isEmpty, byte == UInt8(ascii: "/") { continue }
                let lower = byte | 32
                let isLetter = lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
                if isLetter || (!open.isEmpty && byte &- 48 < 10) {
                    open.append(isLetter ? lower : byte)
                    name = open.count > 20 ? nil : open
                } else {
                    if !open.isEmpty { found.insert(String(decoding: open, as: UTF8.self)) }
                    name = nil
                }
            }
        }
        return found
    }

    /// A line's end is a line's end, an empty line a new paragraph.
    private static func withBreaks(_ text: String) -> String {
        guard has(text, 10) || has(text, 13) else { return text }
        var out = ""
        var isEmpty = true
        let lines = has(text, 13) ? text.replacing("\r\n", with: "\n") : text
        for line in lines.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd) {
            let isBlank = line.allSatisfy(\.properties.isWhitespace)
            if !out.isEmpty { out += isBlank ? "<p></p>" : isEmpty ? "" : "<br>" }
            if !isBlank { out += Substring(line) }
            isEmpty = isBlank
        }
        return out
    }

    private static func has(_ text: String, _ byte: UInt8) -> Bool {
        let bytes = text.utf8.span
        for i in bytes.indices where bytes[i] == byte { return true }
        return false
    }

    /// Source: Unicode 16, UAX #14, classes BK, CR, LF and NL.
    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        (10...13).contains(scalar.value) || scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// The words inside an element of a page.
    /// - Parameter skip: Elements inside it that are left out.
    init(of element: MarkupElement, skip: @escaping (MarkupElement) -> Bool = { _ in false }) {
        var writer = Writer(skip: skip)
        writer.write(element)
        text = writer.finish()
        isCut = false
    }

    private struct Writer {
        private let skip: (MarkupElement) -> Bool
        private var paragraphs: [String] = []
        private var lines: [String] = []
        private var line = ""

        init(skip: @escaping (MarkupElement) -> Bool = { _ in false }) { self.skip = skip }

        /// The parser bounds the depth to 256 elements.
        mutating func write(_ element: MarkupElement) {
            let nodes = element.tree.nodes
            var i = element.index + 1
            while i < nodes[element.index].end {
                if nodes[i].name.isEmpty {
                    line += nodes[i].text
                } else {
                    writeElement(MarkupElement(tree: element.tree, index: i))
                }
                i = nodes[i].end
            }
        }

        mutating func finish() -> String {
            closeParagraph()
            return paragraphs.joined(separator: "\n\n")
        }

        private mutating func writeElement(_ element: MarkupElement) {
            if skip(element) || Self.isQuote(element) { return closeParagraph() }
            switch element.name {
            case "script", "style", "svg", "head", "blockquote", "noscript", "template", "button", "select":
                closeParagraph()
            case "aside" where element.hasClass("quote"): closeParagraph()
            case "aside" where element.hasClass("onebox"):
                closeParagraph()
                line += address(element.attribute("data-onebox-src")) ?? address(element.first("a")) ?? ""
                closeParagraph()
            case "div" where element.hasClass("meta"): break
            case "br": closeLine()
            case "img":
                if ["emoji", "wp-smiley", "smilie"].contains(where: element.hasClass) {
                    line += element.attribute("alt") ?? ""
                }
            case "a":
                let before = line
                write(element)
                if let address = address(element), !line.dropFirst(before.count).contains(address) {
                    line += " (\(address))"
                }
            case "li", "tr":
                closeLine()
                write(element)
                closeLine()
            case "p", "div", "ul", "ol", "pre", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section", "details",
                "summary", "aside", "figure", "dl", "dt", "dd", "article", "main", "header", "footer", "address",
                "center":
                closeParagraph()
                write(element)
                closeParagraph()
            case "td", "th":
                write(element)
                line += " "
            default: write(element)
            }
        }

        /// What a person quotes of another: vBulletin's, SMF's, phpBB 2's and MyBB's boxes beside `blockquote`.
        private static func isQuote(_ element: MarkupElement) -> Bool {
            guard element.attribute("class") != nil else { return false }
            return ["bbcode_quote", "quoteheader", "quotefooter", "quotetitle", "quotecontent", "quote"]
                .contains { element.hasClass($0) } && ["div", "td", "span", "cite"].contains(element.name)
        }

        private func address(_ link: MarkupElement?) -> String? {
            guard let link, !link.hasClass("mention"), !link.hasClass("lightbox") else { return nil }
            return address(link.attribute("href"))
        }

        private func address(_ text: String?) -> String? {
            guard let text, text.hasPrefix("http://") || text.hasPrefix("https://") else { return nil }
            return text
        }

        private mutating func closeLine() {
            let text = MarkupText.collapsed(line)
            if !text.isEmpty { lines.append(text) }
            line = ""
        }

        private mutating func closeParagraph() {
            closeLine()
            if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
            lines = []
        }
    }
}
