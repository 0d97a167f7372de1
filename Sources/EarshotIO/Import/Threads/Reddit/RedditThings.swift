import EarshotCore

/// The posts and comments of a Reddit answer, in the order in which they stand.
struct RedditThings {
    private(set) var posts: [JSONValue] = []
    private(set) var comments: [JSONValue] = []
    /// Replies left out below a post ("t3_…"), or below "" where the node does not lead to one.
    private var left: Int = 0

    /// Takes a thing (`{"kind", "data"}`), a `morechildren` answer, or a list of them. A reply's replies are five JSON
    /// levels further down, so the parser's limit bounds the recursion.
    mutating func collect(_ value: JSONValue) {
        if let values = value.array {
            for value in values { collect(value) }
            return
        }
        if let answer = value["json"]?["data"]?["things"] { return collect(answer) }
        guard let data = value["data"] else { return }
        switch value["kind"]?.string?.lowercased() {
        case "listing": collect(data["children"] ?? .null)
        case "t3": posts.append(data)
        case "t1":
            comments.append(data)
            if let replies = data["replies"] { collect(replies) }
        case "more":
            // "continue this thread" has the id "_" and counts nothing, but there is a reply at least.
            left += max(data["count"]?.int ?? 0, data["children"]?.array?.count ?? 0, data["id"]?.string == "_" ? 1 : 0)
        default: break
        }
    }

    static func name(_ data: JSONValue, kind: String) -> String? {
        if let name = data["name"]?.string, name.hasPrefix(kind + "_") { return name }
        return data["id"]?.string.map { "\(kind)_\($0)" }
    }

    /// The full name of the post that a comment belongs to.
    func post(of comment: JSONValue) -> String {
        if let post = comment["link_id"]?.string, !post.isEmpty { return post }
        return posts.first.flatMap { Self.name($0, kind: "t3") } ?? "t3_unknown"
    }

    func thread(_ post: String, comments held: [JSONValue], isOnly: Bool) -> DiscussionThread {
        let data = posts.first { Self.name($0, kind: "t3") == post }
        let source = data ?? held.first ?? .null
        let counted = (data?["num_comments"]?.int ?? 0) - held.count
        return DiscussionThread(
            id: DiscussionThread.ID("reddit:\(post)"),
            title: RedditMarkdown.unescaped(data?["title"]?.string ?? source["link_title"]?.string ?? ""),
            url: Self.url(data?["permalink"]) ?? source["link_permalink"]?.string,
            place: source["subreddit"]?.string.map { "r/\($0)" } ?? "", network: "reddit",
            missingReplies: max(isOnly ? left : 0, counted, 0))
    }

    /// The post itself, with the address it links to below its words. A post without words is no comment, whatever it
    /// links to: its title is the thread's.
    func opening(_ post: String, in thread: DiscussionThread.ID) -> ThreadComment? {
        guard let data = posts.first(where: { Self.name($0, kind: "t3") == post }) else { return nil }
        var (text, state) = Self.text(data["selftext"]?.string ?? "")
        guard state != .empty else { return nil }
        if state == .visible, data["is_self"]?.bool == false, let link = data["url"]?.string, link.hasPrefix("http") {
            text += "\n\n\(link)"
        }
        var comment = ThreadComment(
            id: ThreadComment.ID(post), thread: thread, text: text, kind: .opening, state: state)
        fill(&comment, from: data)
        return comment
    }

    func comment(_ data: JSONValue, in thread: DiscussionThread.ID) -> ThreadComment? {
        guard let name = Self.name(data, kind: "t1") else { return nil }
        let (text, state) = Self.text(data["body"]?.string ?? "")
        var comment = ThreadComment(id: ThreadComment.ID(name), thread: thread, text: text, state: state)
        comment.parent = data["parent_id"]?.string.map { ThreadComment.ID($0) }
        fill(&comment, from: data)
        return comment
    }

    private func fill(_ comment: inout ThreadComment, from data: JSONValue) {
        if let author = data["author"]?.string, !["[deleted]", "[removed]", ""].contains(author) {
            comment.author = author
        }
        comment.posted = Self.moment(data["created_utc"])
        comment.likes = data["score_hidden"]?.bool == true ? nil : data["score"]?.int ?? data["ups"]?.int
        comment.url = Self.url(data["permalink"])
        switch data["distinguished"]?.string {
        case "moderator": comment.role = .moderator
        case "admin": comment.role = .staff
        default: break
        }
    }

    private static func text(_ markdown: String) -> (String, ThreadComment.SourceState) {
        switch markdown.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() {
        case "[deleted]", "[deleted by user]": return ("", .deleted)
        case "[removed]", "[ removed by reddit ]", "[removed by reddit]": return ("", .hidden)
        default: break
        }
        let text = RedditMarkdown.plain(markdown)
        return (text, text.isEmpty ? .empty : .visible)
    }

    private static func moment(_ value: JSONValue?) -> Timestamp? {
        switch value {
        case .int(let seconds): Timestamp(seconds: seconds, offset: 0)
        case .number(let seconds) where seconds.magnitude < 1e12: Timestamp(seconds: Int64(seconds), offset: 0)
        default: nil
        }
    }

    private static func url(_ permalink: JSONValue?) -> String? {
        guard let path = permalink?.string, !path.isEmpty else { return nil }
        return path.hasPrefix("/") ? "https://www.reddit.com\(path)" : path
    }
}
