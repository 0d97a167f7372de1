import EarshotCore

/// Reads saved pages of forums and comment sections by their layout, where they say nothing for machines.
struct ForumPage: ThreadImporter {
    var format: FileFormat { FileFormat(name: "forum-page", title: "Saved forum page") }

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup, markup.isPage else { return false }
        return ForumLayout.all.contains { layout in layout.marks.contains { head.text.contains($0) } }
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        let page = try SavedPage(file, path: context.path)
        guard let found = ForumThreads.best(page, text: try file.head().text) else {
            throw Diagnostic(
                .error, "No comments were found on the page", at: context.path,
                mend: "Scroll to the last comment so that all are loaded, then save the whole page as HTML")
        }
        let reading = PageReading(page: page.made(by: found.layout.network), context: context)
        try reading.hand([found.thread], Self.told(found.layout), emit: emit)
    }

    static func told(_ layout: ForumLayout) -> String {
        "Read from the page's layout (\(layout.name)): check that the number of comments is right"
    }
}
