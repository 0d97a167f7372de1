/// A piece of an XML document. Names are as written, with their prefix.
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
        try LibXML.xml(withoutControls(utf8), path: path) { event in
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

    /// XML allows no control characters; exports hold them all the same. They carry no words.
    private static func withoutControls(_ utf8: [UInt8]) -> [UInt8] {
        func isControl(_ byte: UInt8) -> Bool { byte < 32 && byte != 9 && byte != 10 && byte != 13 }
        return utf8.contains(where: isControl) ? utf8.map { isControl($0) ? 32 : $0 } : utf8
    }
}
