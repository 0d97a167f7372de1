import EarshotCore

/// One record of a long XML file: an `<item>`, a `<post>`.
struct XMLRecord {
    let element: MarkupElement
    /// The same for records of one holder (comments of one `<item>`), another for each other holder; 0 at the top.
    let holderNumber: Int
    fileprivate let around: [XMLRecords.Draft]

    /// The record around this one, as far as it has been read: a `<wp:comment>`'s `<item>`. `nil` at the top. Made anew
    /// each time it is asked for.
    var holder: MarkupElement? { around.count > 1 ? around.last?.soFar.root : nil }
    /// What stands outside all records, as far as it has been read: the `<rss>` with its `<channel>`'s particulars. Made
    /// anew each time it is asked for.
    var top: MarkupElement? { around.first?.soFar.root }
}

/// Reads XML files of any length record by record. Memory is bounded by the longest record and by what stands outside
/// them (64 MiB).
enum XMLRecords {
    /// Bytes of one record, and of what stands outside records (chosen, not derived).
    static let limit = 64 << 20

    /// Hands over every element whose name is in `records`, when it ends, and answers the rest of the document: the tree
    /// without them. Records inside a record come before it and are no part of it, unless `nested` is false: then they
    /// are parts of it like any other. Records named in `bare` come without what is inside them.
    ///
    /// Names are as `XMLNamespaces` has them. Throws a `Diagnostic` where the file is not well formed or declares
    /// entities of its own, or whatever `emit` throws.
    @discardableResult
    static func read(
        _ file: SourceFile, path: String, records: Set<String>, nested: Bool = true,
        bare: Set<String> = [], emit: (XMLRecord) throws -> Void
    ) throws -> MarkupTree {
        // Few: going through them takes less time than hashing every element's name.
        let records = Array(records)
        var stack = [Draft(number: 0)]
        var begun = 0
        try LibXML.xml(try XMLFeed(file), path: path) { event in
            switch event {
            case .start(let name, let attributes, let line):
                if records.contains(name), nested || stack.count == 1 {
                    begun += 1
                    stack.append(Draft(number: begun, isBare: bare.contains(name)))
                }
                try stack[stack.count - 1].begin(name, attributes, line, path)
            case .text(let text): try stack[stack.count - 1].add(text, path)
            case .end:
                guard stack[stack.count - 1].end(), stack.count > 1 else { return }
                guard let element = stack.removeLast().tree.root else { return }
                stack[stack.count - 1].isAfterRecord = true
                try emit(
                    XMLRecord(
                        element: element, holderNumber: stack.count > 1 ? stack[stack.count - 1].number : 0,
                        around: stack))
            }
        }
        return stack[0].tree
    }

    /// A tree that is being built.
    fileprivate struct Draft {
        /// Tells the records of a file apart, in the order in which they begin.
        let number: Int
        /// Whether only the outermost element is kept.
        private let isBare: Bool
        /// Whether nothing but blanks came since a record inside ended: a line break each for a million records.
        var isAfterRecord = false
        private var nodes: [MarkupTree.Node] = []
        private var open: [Int] = []
        private var size = 0

        init(number: Int, isBare: Bool = false) {
            self.number = number
            self.isBare = isBare
            // A record has some twenty elements and texts.
            nodes.reserveCapacity(isBare ? 1 : 32)
        }

        mutating func begin(
            _ name: String, _ attributes: [MarkupTree.Attribute], _ line: Int, _ path: String
        ) throws {
            isAfterRecord = false
            if isBare, !open.isEmpty { return open.append(0) }
            nodes.append(
                MarkupTree.Node(
                    name: name, text: "", attributes: attributes, line: line, parent: open.last ?? -1,
                    end: nodes.count + 1))
            open.append(nodes.count - 1)
            try grow(by: 64 + attributes.reduce(0) { $0 + $1.value.utf8.count }, line, path)
        }

        mutating func add(_ text: String, _ path: String) throws {
            if isBare { return }
            if isAfterRecord, text.utf8.allSatisfy({ $0 <= 32 }) { return }
            nodes.append(
                MarkupTree.Node(
                    name: "", text: text, attributes: [], line: 0, parent: open.last ?? -1, end: nodes.count + 1))
            try grow(by: 64 + text.utf8.count, nodes.first?.line ?? 0, path)
        }

        /// Whether the outermost element has ended.
        mutating func end() -> Bool {
            if let last = open.popLast() { nodes[last].end = nodes.count }
            return open.isEmpty
        }

        var tree: MarkupTree { MarkupTree(nodes: nodes) }

        /// The tree with the open elements ended here.
        var soFar: MarkupTree {
            var nodes = nodes
            for index in open { nodes[index].end = nodes.count }
            return MarkupTree(nodes: nodes)
        }

        private mutating func grow(by bytes: Int, _ line: Int, _ path: String) throws {
            size += bytes
            guard size <= XMLRecords.limit else {
                throw Diagnostic(
                    .error, "One record is longer than \(XMLRecords.limit >> 20) MB", at: "\(path):\(line)",
                    mend: "Check where the file comes from, or export it in parts")
            }
        }
    }
}
