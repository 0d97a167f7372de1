package import EarshotCore
import Foundation

/// An item's labels as a whole: listed, taken from a file, forgotten.
package struct ItemLabels {
    /// One label, to be shown.
    package struct Shown: Sendable {
        package var position: Position
        /// The comment's name, "thread/comment".
        package var comment: String
        /// The comment's words, redacted, as they are now.
        package var text: String
        /// Whether the comment still says what was judged.
        package var isCurrent: Bool
    }

    private let pipeline: Pipeline
    private let meeting: Meeting.ID
    private let row: Int64
    private var store: Store { pipeline.store }

    package init(_ item: AgendaItem, of meeting: Meeting.ID, with pipeline: Pipeline) throws {
        guard let row = try pipeline.store.itemsByRow(of: meeting).first(where: { $0.item.id == item.id })?.row else {
            throw Diagnostic(.error, "The agenda has no item \(item.id.rawValue)", mend: "Name a number or id of it")
        }
        self.pipeline = pipeline
        self.meeting = meeting
        self.row = row
    }

    package func shown() throws -> [Shown] {
        let redactor = Redactor(names: try store.meeting(meeting).redact)
        let labels = try (store.labels(of: meeting)[row] ?? []).sorted { $0.comment < $1.comment }
        let rows = labels.map(\.comment)
        let texts = try store.texts(of: rows)
        let details = try store.details(of: rows)
        return zip(labels, zip(texts, details)).map { label, found in
            let (text, detail) = found
            return Shown(
                position: label.position, comment: "\(detail.thread.rawValue)/\(detail.comment.rawValue)",
                text: TerminalText.plain(Excerpt(redactor.redact(text).text, limit: 100).text),
                isCurrent: TextDigest.of(text) == label.digest)
        }
    }

    /// Answers how many there were.
    package func forget() throws -> Int { try store.forgetLabels(item: row, of: meeting) }

    /// Saves the labels of a file: a CSV table or JSON lines with `position` and `text`, or `comment_id` (which may be
    /// `thread_id/comment_id`, or have `thread_id` beside it). Answers how many were saved, and what is wrong with the
    /// rest. Throws a `Diagnostic` where the file cannot be read at all.
    package func take(from file: SourceFile, path: String) throws -> (saved: Int, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let entries = try LabelFile.entries(of: file, path: path, &diagnostics)
        var byKey: [UInt64: Int64] = [:]
        var byRow: [Int64: Data] = [:]
        try PositionStage(pipeline).forEachReadable(of: meeting) { comment, key in
            guard comment.item == row else { return }
            if byKey[key] == nil { byKey[key] = comment.row }
            byRow[comment.row] = TextDigest.of(comment.text)
        }
        var labels: [StoredLabel] = []
        for entry in entries {
            do {
                let comment: Int64?
                if let name = entry.comment {
                    comment = try store.commentRows(named: [name], of: meeting).first
                } else {
                    comment = byKey[TextDigest.key(of: entry.text)]
                }
                guard let comment, let digest = byRow[comment] else {
                    throw Diagnostic(
                        .warning, "No comment of the item has these words or this id",
                        mend:
                            "Only included comments by residents, in English, can be labelled; take words as they stand"
                    )
                }
                labels.append(StoredLabel(comment: comment, digest: digest, position: entry.position))
            } catch let diagnostic as Diagnostic {
                diagnostics.append(
                    Diagnostic(.warning, diagnostic.message, at: "\(path):\(entry.line)", mend: diagnostic.mend))
            }
        }
        try store.save(labels, item: row, of: meeting)
        return (labels.count, diagnostics)
    }
}
