import EarshotCore

/// Reads Decidim's export of comments: old and new versions, `;` or `,`.
///
/// A reply's `commentable` is the comment that it answers. Where the export does not say what kind the commentable is,
/// `depth` tells the reply's place: it answers the last comment one level up.
struct DecidimComments: TableKind {
    var format: FileFormat { FileFormat(name: "decidim-comments", title: "Decidim comments (CSV)") }

    func recognises(_ head: TableHead) -> Bool {
        let hasBody = head.keys.contains { $0 == "body" || $0.hasPrefix("body_") }
        return hasBody && head.has("commentable_id") && (head.has("depth") || head.has("root_commentable_url"))
    }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var shape = TableShape()
        let bodies = DecidimProposals.columns(head, "body")
        shape.otherTexts = bodies
        let names: [(String, [String])] = [
            ("author", ["author_id", "author_name"]), ("thread_url", ["root_commentable_url"]),
            ("position", ["alignment"]), ("posted_at", ["created_at"]), ("comment_id", ["id"]), ("depth", ["depth"]),
        ]
        for (column, keys) in names {
            if let index = keys.lazy.compactMap(head.index).first { shape.columns[column] = head.header.names[index] }
        }
        if let first = bodies.first { shape.columns["text"] = head.header.names[first] }
        // The id of a comment's commentable is a comment's own where it is a reply, so it names no thread.
        if head.has("root_commentable_url") {
            shape.ignored = ["commentable_id", "commentable_type"]
        }
        shape.parents = head.index("commentable_id").flatMap { id in
            head.index("commentable_type").map { (id: id, kind: $0) }
        }
        shape.network = "decidim"
        shape.hasMarkup = true
        return shape
    }
}

/// Reads Decidim's export of proposals: each is the post that opens a thread.
struct DecidimProposals: TableKind {
    var format: FileFormat { FileFormat(name: "decidim-proposals", title: "Decidim proposals (CSV)") }

    func recognises(_ head: TableHead) -> Bool {
        guard !Self.columns(head, "title").isEmpty, !Self.columns(head, "body").isEmpty else { return false }
        let marks = [
            "participatory_space_id", "participatory_space_url", "component_id", "category_id", "scope_id",
            "participatory_process_id", "feature_id", "endorsements_total_count", "taxonomies_id",
        ]
        return marks.contains(where: head.keys.contains)
    }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var shape = TableShape()
        let titles = Self.columns(head, "title")
        let bodies = Self.columns(head, "body")
        shape.otherTitles = titles
        shape.otherTexts = bodies
        if let first = bodies.first { shape.columns["text"] = head.header.names[first] }
        if let first = titles.first { shape.columns["thread_title"] = head.header.names[first] }
        let names: [(String, [String])] = [
            ("thread_url", ["url"]), ("posted_at", ["published_at", "created_at"]), ("comment_id", ["id"]),
            ("likes", ["votes", "supports", "proposal_votes_count", "endorsements_total_count"]),
            ("author", ["author_id", "author_name_0", "author_name"]), ("moderation", ["withdrawn"]),
        ]
        for (column, keys) in names {
            if let index = keys.lazy.compactMap(head.index).first { shape.columns[column] = head.header.names[index] }
        }
        // "state" says what the council decided, not whether the proposal is shown.
        shape.ignored = ["state", "status", "component_id", "reference", "answer", "published_state"]
        shape.opensThreads = true
        shape.network = "decidim"
        shape.hasMarkup = true
        return shape
    }

    /// "body", "body/en", "body/cy": the language first written stands first; translations by machine are left out.
    static func columns(_ head: TableHead, _ stem: String) -> [Int] {
        head.keys.indices.filter { column in
            let key = head.keys[column]
            guard key != stem else { return true }
            guard key.hasPrefix(stem + "_") else { return false }
            let rest = key.dropFirst(stem.count + 1)
            return !rest.contains("machine") && rest.count <= 7 && head.header.names[column].contains("/")
        }
    }
}
