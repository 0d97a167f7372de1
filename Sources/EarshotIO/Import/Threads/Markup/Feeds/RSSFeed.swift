import EarshotCore

/// Reads RSS feeds (0.9 to 2.0, RSS 1.0 too) of comments, of a forum's posts or of a topic.
struct RSSFeed: ThreadImporter {
    var format: FileFormat { FileFormat(name: "rss-feed", title: "RSS feed") }

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup else { return false }
        switch markup.root.split(separator: ":").last {
        case "rss": return true
        case "rdf":
            return !markup.names.isDisjoint(with: ["channel", "item", "rss:channel", "rss:item"])
                || markup.text.contains("netscape.com/rdf/simple/0.9")
        case "channel": return markup.names.contains("item")
        default: return false
        }
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        try FeedReading(record: "item", context: context).read(file, emit: emit)
    }
}
