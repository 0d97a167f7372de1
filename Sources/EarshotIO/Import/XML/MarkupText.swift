/// Turns markup into plain text.
enum MarkupText {
    /// Elements that begin a new paragraph.
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]

    /// The paragraphs inside `element` with white space collapsed, without empty ones.
    /// - Parameter skip: Elements whose contents are left out.
    static func paragraphs(of element: MarkupElement, skip: (MarkupElement) -> Bool = { _ in false }) -> [String] {
        var paragraphs: [String] = []
        var open = ""
        func close() {
            let text = collapsed(open)
            if !text.isEmpty { paragraphs.append(text) }
            open = ""
        }
        let nodes = element.tree.nodes
        var i = element.index + 1
        // Ends of the block elements that are open: the depth is bounded by the parser.
        var ends: [Int] = []
        while i < nodes[element.index].end {
            while let end = ends.last, end <= i {
                close()
                ends.removeLast()
            }
            let node = nodes[i]
            if node.name.isEmpty {
                open += node.text
            } else if skip(MarkupElement(tree: element.tree, index: i)) {
                i = node.end
                continue
            } else if node.name == "br" {
                close()
            } else if blocks.contains(node.name) {
                close()
                ends.append(node.end)
            }
            i += 1
        }
        close()
        return paragraphs
    }

    /// The element's text on one line.
    static func line(of element: MarkupElement, skip: (MarkupElement) -> Bool = { _ in false }) -> String {
        paragraphs(of: element, skip: skip).joined(separator: " ")
    }

    /// White space of every kind becomes one space; none is left at the ends. Characters of no width fall away.
    static func collapsed(_ text: some StringProtocol) -> String {
        let text = String(text)
        let bytes = text.utf8.span
        if isCollapsed(bytes) { return text }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var gap = false
        var i = 0
        while i < bytes.count {
            let (scalar, length) = bytes.scalar(at: i)
            if scalar.value < 32 || bytes.spaceLength(at: i) > 0 {
                gap = true
            } else if scalar.value != 0x200B, scalar.value != 0xFEFF, scalar.value != 0xAD {
                if gap, !out.isEmpty { out.append(UInt8(ascii: " ")) }
                gap = false
                for next in i..<i + length { out.append(bytes[next]) }
            }
            i += length
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether a text is ASCII and needs no change.
    private static func isCollapsed(_ bytes: Span<UInt8>) -> Bool {
        var last: UInt8 = 32
        for i in bytes.indices {
            let byte = bytes[i]
            guard byte >= 32, byte < 0x80, byte != 32 || last != 32 else { return false }
            last = byte
        }
        return last != 32
    }
}
