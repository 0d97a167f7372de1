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
        var out = ""
        var gap = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value < 32 {
                gap = true
            } else if scalar.value == 0x200B || scalar.value == 0xFEFF || scalar.value == 0xAD {
                continue
            } else {
                if gap, !out.isEmpty { out.unicodeScalars.append(" ") }
                gap = false
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
