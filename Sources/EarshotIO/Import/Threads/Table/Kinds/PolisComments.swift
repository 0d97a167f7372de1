import EarshotCore

/// Reads the statements of a Polis conversation: `comments.csv` of old and new exports, and `comment-groups.csv`.
struct PolisComments: TableKind {
    var format: FileFormat { FileFormat(name: "polis-comments", title: "Polis statements (CSV)") }

    func recognises(_ head: TableHead) -> Bool {
        guard head.has("comment_id"), Self.texts.contains(where: head.keys.contains) else { return false }
        return head.has("agrees", "disagrees") && (head.has("author_id") || head.has("moderated"))
            || head.has("total_agrees", "total_disagrees")
    }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var shape = TableShape()
        // Of the two times `timestamp` is exact: milliseconds in old exports, seconds in new ones.
        let names: [(String, [String])] = [
            ("text", Self.texts), ("posted_at", ["timestamp", "created", "datetime"]),
            ("likes", ["agrees", "total_agrees"]), ("dislikes", ["disagrees", "total_disagrees"]),
            ("moderation", ["moderated", "mod"]), ("author", ["author_id"]), ("comment_id", ["comment_id"]),
        ]
        for (column, keys) in names {
            if let index = keys.lazy.compactMap(head.index).first { shape.columns[column] = head.header.names[index] }
        }
        shape.network = "polis"
        shape.notes = [
            Diagnostic(
                .note, "Polis keeps the conversation's topic in summary.csv, not here", at: path,
                mend: "Write it into meeting.yaml (files: thread_title: …) so that the thread can be linked by it")
        ]
        return shape
    }

    private static let texts = ["comment_body", "comment", "comment_text", "txt"]
}

/// Knows the other files of a Polis export, which hold numbers and no comments.
struct PolisFigures: TableKind {
    var format: FileFormat { FileFormat(name: "polis-figures", title: "Polis votes and summaries (CSV)") }

    func recognises(_ head: TableHead) -> Bool { Self.what(head) != nil }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        let what = Self.what(head) ?? "numbers"
        throw Diagnostic(
            .error, "This Polis file holds \(what), and no comments", at: path,
            mend: what.hasPrefix("the summary")
                ? "Import comments.csv of the same export, and write the topic into meeting.yaml (files: thread_title: …)"
                : "Import comments.csv of the same export")
    }

    private static func what(_ head: TableHead) -> String? {
        if head.has("voter_id", "vote") { return "single votes" }
        if head.has("participant", "n_votes") { return "a row of votes for each participant" }
        let history = ["n_votes", "n_comments", "n_visitors", "n_voters", "n_commenters"]
        if history.count(where: head.keys.contains) >= 3 { return "the numbers of votes and comments over time" }
        let first = [head.keys.first ?? ""] + head.rows.prefix(12).map { CommentColumn.normalised($0.first ?? "") }
        let marks = ["topic", "url", "views", "voters", "voters_in_conv", "commenters", "comments", "groups"]
        if head.keys.count == 2, marks.count(where: first.contains) >= 5 { return "the summary of a conversation" }
        return nil
    }
}
