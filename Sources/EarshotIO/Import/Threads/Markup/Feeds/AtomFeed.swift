import EarshotCore

/// Reads Atom feeds (0.3 and 1.0) of comments, of a forum's posts or of a topic, with RFC 4685's replies.
struct AtomFeed: ThreadImporter {
    var format: FileFormat { FileFormat(name: "atom-feed", title: "Atom feed") }

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup else { return false }
        let root = markup.root.split(separator: ":").last
        return root == "feed" || (root == "entry" && markup.text.contains("w3.org/2005/atom"))
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        try FeedReading(record: "entry", context: context).read(file, emit: emit)
    }
}
