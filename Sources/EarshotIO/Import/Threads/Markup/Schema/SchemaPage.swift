import EarshotCore

/// Reads pages whose conversations are described in schema.org's words, as JSON-LD or microdata, which most forums and
/// many news sites write for search engines.
///
/// Where a page says the same twice, the fuller description is read; where the page's own layout shows more comments than
/// its descriptions hold, the layout is.
struct SchemaPage: ThreadImporter {
    var format: FileFormat { FileFormat(name: "schema-page", title: "Page with schema.org comments") }

    func recognises(_ head: FileHead) -> Bool {
        head.markup?.isPage == true && Self.speaksOfComments(head.text)
    }

    /// Whether a text, in lower case, describes comments or postings in schema.org's words.
    static func speaksOfComments(_ text: String) -> Bool {
        guard text.contains("schema.org") else { return false }
        let names = SchemaThing.comments.union(SchemaThing.postings).map { $0.lowercased() }
        return names.contains { text.contains("schema.org/\($0)") || isType($0, in: text) }
    }

    /// Whether `"@type": "Comment"` stands in the text, with any blanks; in a list of types too.
    private static func isType(_ name: String, in text: String) -> Bool {
        var rest = Substring(text)
        while let found = rest.firstRange(of: "\"\(name)\"") {
            let before = rest[..<found.lowerBound].suffix(60)
            if before.contains("@type") { return true }
            rest = rest[found.upperBound...]
        }
        return false
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        let page = try SavedPage(file, path: context.path)
        guard let root = page.tree.root else { throw Self.nothing(context.path) }
        var broken = Tally()
        let described = SchemaThreads(SchemaJSON(Self.values(page, &broken)).things).threads
        let marked = SchemaThreads(SchemaMicrodata(root).things).threads
        let text = try file.head().text
        let shown = ForumThreads.best(page, text: text)
        var ways = [(described, Self.linked), (marked, "Read from the page's schema.org marks (microdata)")]
        if let shown { ways.append(([shown.thread], ForumPage.told(shown.layout))) }
        guard let best = ways.max(by: { Self.weight($0.0) < Self.weight($1.0) }), Self.weight(best.0).posts > 0 else {
            throw Self.nothing(context.path)
        }
        let whole = Self.withOpening(best.0, from: ways.map(\.0))
        if broken.count > 0 {
            let message = "A part of the page that is for machines is not JSON and is left out"
            try emit(.note(Diagnostic(.note, message, at: "\(context.path):\(broken.firstLine)")))
        }
        try PageReading(page: page, context: context).hand(whole, best.1, emit: emit)
    }

    static let linked = "Read from the page's schema.org description (JSON-LD)"

    static func nothing(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "The file speaks schema.org's words but holds no comments", at: path,
            mend: "Scroll to the last comment so that all are loaded, then save the whole page as HTML")
    }

    /// More posts, then more words. Of equals the later way is taken by `max`, so that microdata goes before JSON-LD.
    private static func weight(_ threads: [PageThread]) -> Weight {
        Weight(
            posts: threads.reduce(0) { $0 + $1.posts.count },
            words: threads.reduce(0) { $0 + $1.posts.reduce(0) { $0 + $1.text.utf8.count } })
    }

    private struct Weight: Comparable {
        var posts: Int
        var words: Int
        static func < (a: Weight, b: Weight) -> Bool { (a.posts, a.words) < (b.posts, b.words) }
    }

    /// A forum may describe the first post in JSON-LD and the others in microdata: nothing is lost, nothing doubled.
    private static func withOpening(_ threads: [PageThread], from ways: [[PageThread]]) -> [PageThread] {
        guard threads.count == 1, var thread = threads.first else { return threads }
        for other in ways.flatMap({ $0 }) {
            if thread.title.isEmpty { thread.title = other.title }
            thread.url = thread.url ?? other.url
            thread.declared = max(thread.declared, other.declared)
            guard let opening = other.posts.first, opening.kind == .opening,
                !thread.posts.contains(where: { $0.kind == .opening })
            else { continue }
            if let index = thread.posts.firstIndex(where: { start($0) == start(opening) }) {
                thread.posts[index].kind = .opening
            } else {
                for index in thread.posts.indices {
                    if let parent = thread.posts[index].parent { thread.posts[index].parent = parent + 1 }
                }
                thread.posts.insert(opening, at: 0)
            }
            thread.linkedURL = nil
        }
        return [thread]
    }

    /// The first letters, by which a text and its shortened copy are the same.
    private static func start(_ post: PagePost) -> String {
        String(post.text.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(40))
    }

    private static func values(_ page: SavedPage, _ broken: inout Tally) -> [(JSONValue, line: Int)] {
        var values: [(JSONValue, line: Int)] = []
        for data in page.tree.linkedData {
            var text = Substring(data.text)
            // Old pages hide a script's text from browsers older still.
            for mark in ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["] {
                let trimmed = text.drop(while: \.isWhitespace)
                if trimmed.hasPrefix(mark) { text = trimmed.dropFirst(mark.count) }
            }
            for mark in ["-->", "//]]>", "/*]]>*/", "]]>"] {
                while text.last?.isWhitespace == true { text = text.dropLast() }
                if text.hasSuffix(mark) { text = text.dropLast(mark.count) }
            }
            while text.last?.isWhitespace == true || text.last == ";" { text = text.dropLast() }
            // Line breaks within strings are no JSON, yet many pages have them.
            let bytes = text.utf8.map { $0 < 32 ? UInt8(32) : $0 }
            if let value = try? JSONParser.parse(bytes, path: "", line: data.line) {
                values.append((value, line: data.line))
            } else if !bytes.allSatisfy({ $0 <= 32 }) {
                broken.add(data.line)
            }
        }
        return values
    }
}
