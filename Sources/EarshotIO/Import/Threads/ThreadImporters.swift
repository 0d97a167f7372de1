import EarshotCore

/// Every format of threads that is read. A new importer is one file and one line here.
package enum ThreadImporters {
    /// Asked in this order.
    package static let all: [any ThreadImporter] = [
        RedditThread(),
        DiscourseTopic(),
        CommentsCSV(),
        TypedSheet(),
    ]

    /// The importer that knows the file by its beginning. Throws a `Diagnostic` that names the formats considered.
    /// - Parameter path: As messages show it.
    package static func importer(for head: FileHead, path: String) throws -> any ThreadImporter {
        guard head.bytes.contains(where: { $0 > 32 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
            throw Diagnostic(.error, "The file is empty", at: path, mend: "Save or download it again")
        }
        if let found = all.first(where: { $0.recognises(head) }) { return found }
        let titles = all.map(\.format.title).joined(separator: ", ")
        throw Diagnostic(
            .error, "The file is in none of the formats read here: \(titles)", at: path, mend: mend(for: head))
    }

    private static func mend(for head: FileHead) -> String {
        let template =
            "the CSV template: a header row thread_title, author, posted_at, text (only text is needed), "
            + "then a comment a row"
        if head.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return
                "This is an Excel, Word or zip file: open it and save it as CSV, or bring the comments into \(template)"
        }
        if head.bytes.starts(with: Array("%PDF".utf8)) {
            return "This is a PDF: ask for the data behind it, or bring the comments into \(template)"
        }
        if head.bytes.contains(0), TextEncoding.detect(head.bytes.span).encoding == .utf8 {
            return "This is no text file: save what it shows as text, or bring the comments into \(template)"
        }
        if head.text.hasPrefix("<") {
            return "This is a web page or XML: bring the comments into \(template)"
        }
        if head.text.hasPrefix("{") || head.text.hasPrefix("[") {
            return "This is JSON of another kind: save it from where it comes as CSV, or bring the comments into "
                + template
        }
        return "Bring the comments into \(template)"
    }
}
