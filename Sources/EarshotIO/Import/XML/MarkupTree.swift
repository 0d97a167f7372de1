/// An HTML page or a small XML document as plain values, in document order.
///
/// The contents of `script` and `style`, comments and processing instructions are left out. Names of HTML elements and
/// attributes are lower case; those of XML are as `XMLNamespaces` has them ("dc:creator").
final class MarkupTree: Sendable {
    struct Attribute: Sendable {
        var name: String
        var value: String
    }

    struct Node: Sendable {
        /// Empty for a text node.
        var name: String
        /// A text node's text; empty for an element.
        var text: String
        var attributes: [Attribute]
        /// Counted from 1; 0 where unknown.
        var line: Int
        /// Index of the parent; −1 for the first node.
        var parent: Int
        /// Index after the last node inside this one.
        var end: Int
    }

    /// What a page says about itself for machines, in a `<script>` whose text is no part of the tree.
    struct LinkedData: Sendable {
        var text: String
        /// Counted from 1.
        var line: Int
    }

    let nodes: [Node]
    /// The line from which on nothing was read, where the parser gave up before the end of the document.
    let cutAtLine: Int?

    /// JSON-LD, in document order.
    let linkedData: [LinkedData]

    init(nodes: [Node], cutAtLine: Int? = nil, linkedData: [LinkedData] = []) {
        self.nodes = nodes
        self.cutAtLine = cutAtLine
        self.linkedData = linkedData
    }

    /// The outermost element; `nil` where there is none.
    var root: MarkupElement? {
        nodes.firstIndex { !$0.name.isEmpty }.map { MarkupElement(tree: self, index: $0) }
    }
}

/// One element of a `MarkupTree`.
struct MarkupElement: Sendable {
    let tree: MarkupTree
    let index: Int

    private var node: MarkupTree.Node { tree.nodes[index] }

    var name: String { node.name }
    var line: Int { node.line }
    var parent: MarkupElement? { node.parent < 0 ? nil : MarkupElement(tree: tree, index: node.parent) }

    /// Elements right inside this one, in order.
    var children: [MarkupElement] {
        var found: [MarkupElement] = []
        var i = index + 1
        while i < node.end {
            if !tree.nodes[i].name.isEmpty { found.append(MarkupElement(tree: tree, index: i)) }
            i = tree.nodes[i].end
        }
        return found
    }

    /// What `value` makes of the first element right inside with the name of which it makes anything.
    func first<Value>(ofChildren name: String, _ value: (MarkupElement) -> Value?) -> Value? {
        var i = index + 1
        while i < node.end {
            if tree.nodes[i].name == name, let found = value(MarkupElement(tree: tree, index: i)) { return found }
            i = tree.nodes[i].end
        }
        return nil
    }

    /// Every element inside this one, in document order.
    var descendants: some Sequence<MarkupElement> {
        (index + 1..<node.end).lazy.filter { !tree.nodes[$0].name.isEmpty }.map { MarkupElement(tree: tree, index: $0) }
    }

    /// All text inside, as it stands.
    var text: String {
        if node.end == index + 2 { return tree.nodes[index + 1].text }
        var text = ""
        for i in index + 1..<node.end { text += tree.nodes[i].text }
        return text
    }

    func attribute(_ name: String) -> String? { node.attributes.first { $0.name == name }?.value }

    var classes: [Substring] {
        attribute("class")?.split(whereSeparator: \.isWhitespace) ?? []
    }

    /// Whether the element is of the class, in whatever case.
    func hasClass(_ name: String) -> Bool {
        guard let all = attribute("class"), all.utf8.count >= name.utf8.count else { return false }
        let wanted = name.lowercased()
        return classes.contains { $0.lowercased() == wanted }
    }

    /// The first element inside this one with the name.
    func first(_ name: String) -> MarkupElement? { descendants.first { $0.name == name } }

    /// Every element inside this one with the name.
    func all(_ name: String) -> [MarkupElement] { descendants.filter { $0.name == name } }

    func first(ofClass name: String) -> MarkupElement? { descendants.first { $0.hasClass(name) } }
}
