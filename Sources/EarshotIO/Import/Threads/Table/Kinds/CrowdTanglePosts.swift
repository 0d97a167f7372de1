import EarshotCore

/// Reads CrowdTangle's export of the posts of pages and groups, which ended in August 2024. It holds posts and no
/// comments: each post opens a thread of its own.
struct CrowdTanglePosts: TableKind {
    var format: FileFormat { FileFormat(name: "crowdtangle-posts", title: "CrowdTangle posts (CSV)") }

    func recognises(_ head: TableHead) -> Bool {
        let marks = [
            "page_name", "group_name", "facebook_id", "likes_at_posting", "followers_at_posting", "members_at_posting",
            "post_created", "total_interactions", "final_link", "overperforming_score", "page_category",
        ]
        let found = marks.count { mark in head.keys.contains { $0 == mark || $0.hasPrefix(mark + "_weighted") } }
        return found >= 4 && head.keys.contains { $0 == "message" || $0 == "description" }
    }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var shape = TableShape()
        let names: [(String, [String])] = [
            ("text", ["message", "description"]), ("thread_url", ["url", "post_url"]),
            ("thread_title", ["link_text", "title"]),
            ("place", ["page_name", "group_name", "account"]), ("author", ["facebook_id", "user_name"]),
            ("posted_at", ["post_created"]), ("likes", ["likes"]), ("linked_url", ["final_link", "link"]),
        ]
        for (column, keys) in names {
            if let index = keys.lazy.compactMap(head.index).first { shape.columns[column] = head.header.names[index] }
        }
        if let link = head.index("link"), shape.columns["linked_url"] != nil { shape.otherLinks = [link] }
        shape.ignored = [
            "comments", "link", "type", "description", "shares", "image_text", "sponsor_id", "sponsor_name",
        ]
        shape.opensThreads = true
        shape.network = head.keys.contains("facebook_id") || head.keys.contains("page_name") ? "facebook" : ""
        shape.notes = [
            Diagnostic(
                .note, "CrowdTangle gives posts without their comments: each post is read as the opening of its thread",
                at: path)
        ]
        return shape
    }
}
