import EarshotCore

/// The post that opens a Reddit thread, and how a comment's members are read.
struct RedditPost {
    private let data: JSONValue

    init(_ data: JSONValue) { self.data = data }

    static func name(_ data: JSONValue, kind: String) -> String? {
        if let name = data["name"]?.string, name.hasPrefix(kind + "_") { return name }
        return data["id"]?.filled.map { $0.hasPrefix(kind + "_") ? $0 : "\(kind)_\($0)" }
    }

    var thread: DiscussionThread {
        let name = Self.name(data, kind: "t3") ?? "t3_unknown"
        return DiscussionThread(
            id: DiscussionThread.ID("reddit:\(name)"), title: RedditMarkdown.unescaped(data["title"]?.string ?? ""),
            url: Self.url(data["permalink"]), place: Self.place(data), network: "reddit", linkedURL: link)
    }

    /// The thread of a comment, as far as the comment tells.
    static func thread(of data: JSONValue, _ current: DiscussionThread.ID?) -> DiscussionThread {
        var id = current ?? DiscussionThread.ID("reddit:t3_unknown")
        if let post = data["link_id"]?.filled {
            id = .init("reddit:" + (post.hasPrefix("t3_") ? post : "t3_\(post)"))
        } else if let parent = data["parent_id"]?.filled, parent.hasPrefix("t3_") {
            id = .init("reddit:\(parent)")
        }
        return DiscussionThread(
            id: id, title: RedditMarkdown.unescaped(data["link_title"]?.string ?? ""),
            url: data["link_permalink"]?.filled, place: place(data), network: "reddit")
    }

    private static func place(_ data: JSONValue) -> String {
        let name = data["subreddit"]?.filled ?? data["subreddit"]?["display_name"]?.filled
        return name.map { $0.hasPrefix("r/") ? $0 : "r/\($0)" } ?? ""
    }

    /// What the post links to, where it is no post of words.
    private var link: String? {
        guard let link = data["url"]?.string, link.hasPrefix("http") else { return nil }
        if data["is_self"]?.bool == true { return nil }
        if data["is_self"] == nil, let permalink = data["permalink"]?.filled, link.hasSuffix(permalink) { return nil }
        return RedditMarkdown.unescaped(link)
    }

    /// The post itself, with the address it links to below its words. A post without words is no comment, whatever it
    /// links to: its title is the thread's.
    func opening(in thread: DiscussionThread.ID) -> ThreadComment? {
        guard let name = Self.name(data, kind: "t3") else { return nil }
        var (text, state) = Self.text(data["selftext"]?.string ?? "")
        guard state != .empty else { return nil }
        if state == .visible, let link { text += "\n\n\(link)" }
        var comment = ThreadComment(
            id: ThreadComment.ID(name), thread: thread, text: text, kind: .opening, state: state)
        Self.fill(&comment, from: data)
        return comment
    }

    static func comment(_ data: JSONValue, _ name: String, in thread: DiscussionThread.ID) -> ThreadComment {
        let (text, state) = text(data["body"]?.string ?? "")
        var comment = ThreadComment(id: ThreadComment.ID(name), thread: thread, text: text, state: state)
        comment.parent = data["parent_id"]?.id.map { parent in
            // Archives of early years leave the kind off.
            ThreadComment.ID(parent.hasPrefix("t1_") || parent.hasPrefix("t3_") ? parent : "t1_\(parent)")
        }
        fill(&comment, from: data)
        return comment
    }

    private static func fill(_ comment: inout ThreadComment, from data: JSONValue) {
        let author = data["author"]?.string ?? data["author"]?["name"]?.string ?? ""
        if !["[deleted]", "[removed]", "None", ""].contains(author) { comment.author = author }
        comment.posted = data.first("created_utc", "created")?.moment(zone: "UTC")
        comment.likes = data["score_hidden"]?.bool == true ? nil : data["score"]?.int ?? data["ups"]?.int
        comment.url = url(data["permalink"])
        switch data["distinguished"]?.string {
        case "moderator": comment.role = .moderator
        case "admin": comment.role = .staff
        default: break
        }
    }

    private static func text(_ markdown: String) -> (String, ThreadComment.SourceState) {
        // Splitting takes long, and most texts begin otherwise.
        if markdown.utf8.first(where: { $0 > 32 && $0 < 0x80 }) == UInt8(ascii: "[") {
            switch markdown.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() {
            case "[deleted]", "[deleted by user]": return ("", .deleted)
            case "[removed]", "[ removed by reddit ]", "[removed by reddit]": return ("", .hidden)
            default: break
            }
        }
        let text = RedditMarkdown.plain(markdown)
        return (text, text.isEmpty ? .empty : .visible)
    }

    private static func url(_ permalink: JSONValue?) -> String? {
        guard let path = permalink?.string, !path.isEmpty else { return nil }
        return path.hasPrefix("/") ? "https://www.reddit.com\(path)" : path
    }
}
