/// A piece of an XML document. Names are as `XMLNamespaces` has them.
enum XMLEvent: Sendable {
    case start(String, attributes: [MarkupTree.Attribute], line: Int)
    case text(String)
    case end
}

/// Reads XML documents of bounded size.
enum XMLEvents {
    /// A whole document as a tree; `utf8` comes from `MarkupEncoding`. Throws a `Diagnostic` where it is not well formed
    /// or declares entities.
    static func tree(_ utf8: [UInt8], path: String) throws -> MarkupTree {
        var nodes: [MarkupTree.Node] = []
        var open: [Int] = []
        try LibXML.xml(XMLFeed(utf8), path: path) { event in
            switch event {
            case .start(let name, let attributes, let line):
                nodes.append(
                    MarkupTree.Node(
                        name: name, text: "", attributes: attributes, line: line, parent: open.last ?? -1,
                        end: nodes.count + 1))
                open.append(nodes.count - 1)
            case .text(let text):
                nodes.append(
                    MarkupTree.Node(
                        name: "", text: text, attributes: [], line: 0, parent: open.last ?? -1, end: nodes.count + 1))
            case .end:
                if let last = open.popLast() { nodes[last].end = nodes.count }
            }
        }
        return MarkupTree(nodes: nodes)
    }
}
