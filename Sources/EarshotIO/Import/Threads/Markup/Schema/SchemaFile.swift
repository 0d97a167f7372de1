import EarshotCore

/// Reads schema.org's description of a conversation where it is a file by itself (JSON-LD), not part of a page.
struct SchemaFile: ThreadImporter {
    var format: FileFormat { FileFormat(name: "schema-json", title: "schema.org comments (JSON-LD)") }

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json, json.has(any: "@type", "@graph[].@type", "[].@type") else { return false }
        return SchemaPage.speaksOfComments(head.text)
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        let (value, notes) = try JSONFile.read(file, path: context.path)
        for note in notes { try emit(.note(note)) }
        let threads = SchemaThreads(SchemaJSON([(value, line: 1)]).things)
        guard threads.count > 0 else { throw SchemaPage.nothing(context.path) }
        try PageReading(page: SavedPage(), context: context)
            .hand(threads.threads, "Read from a schema.org description (JSON-LD)", emit: emit)
    }
}
