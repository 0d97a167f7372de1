import EarshotCore
import Foundation

/// A file of labels for one item, as CSV or JSON lines.
enum LabelFile {
    struct Entry {
        var line: Int
        /// As in `exclude`; `nil` where only words are given.
        var comment: String?
        var text: String
        var position: Position
    }

    static func entries(of file: SourceFile, path: String, _ diagnostics: inout [Diagnostic]) throws -> [Entry] {
        let isTable = ["csv", "tsv", "txt"].contains(file.url.pathExtension.lowercased())
        let entries = try isTable ? table(file, path, &diagnostics) : lines(file, path, &diagnostics)
        guard !entries.isEmpty else {
            throw Diagnostic(
                .error, "No label can be read", at: path,
                mend: "Give \"position\" and \"text\" or \"comment_id\", as columns of a .csv file or in JSON lines")
        }
        return entries
    }

    private static func table(
        _ file: SourceFile, _ path: String, _ diagnostics: inout [Diagnostic]
    ) throws -> [Entry] {
        let table = try CSVTable.read(file, path: path)
        let names = table.header.names.map { $0.lowercased() }
        return table.rows.compactMap { row in
            func field(_ name: String) -> String? {
                names.firstIndex(of: name).map { row.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
            }
            return entry(field, line: row.line, path, &diagnostics)
        }
    }

    private static func lines(
        _ file: SourceFile, _ path: String, _ diagnostics: inout [Diagnostic]
    ) throws -> [Entry] {
        var entries: [Entry] = []
        try JSONLines.forEachBatch(FileHandle(forReadingFrom: file.url), batch: 1024) { lines in
            for line in lines {
                do {
                    let value = try JSONLines.object(line, path: path)
                    func field(_ name: String) -> String? {
                        value[name].flatMap { $0.string ?? $0.int.map(String.init) }
                    }
                    if let entry = entry(field, line: line.number, path, &diagnostics) { entries.append(entry) }
                } catch let diagnostic as Diagnostic {
                    diagnostics.append(
                        Diagnostic(.warning, diagnostic.message, at: "\(path):\(line.number)", mend: diagnostic.mend))
                }
            }
        }
        return entries
    }

    private static func entry(
        _ field: (String) -> String?, line: Int, _ path: String, _ diagnostics: inout [Diagnostic]
    ) -> Entry? {
        let place = "\(path):\(line)"
        guard let position = PositionWord.position(field("position") ?? "") else {
            diagnostics.append(
                Diagnostic(
                    .warning, "The label has no \"position\" that is known", at: place, mend: PositionWord.mend))
            return nil
        }
        let text = field("text")
        let id = field("comment_id")
        guard text != nil || id != nil else {
            diagnostics.append(
                Diagnostic(
                    .warning, "The label has neither \"text\" nor \"comment_id\"", at: place,
                    mend: "Give the comment's words, or its comment_id from comments.csv"))
            return nil
        }
        let comment = id.map { id in field("thread_id").map { "\($0)/\(id)" } ?? id }
        return Entry(line: line, comment: comment, text: text ?? "", position: position)
    }
}
