import EarshotCore

/// Takes Reddit's things in the order in which they stand: posts, comments with their replies, and notes of what was
/// left out.
struct RedditThings {
    /// Posts of a listing that no comment has followed yet: one opens a thread, several are a list of posts.
    private(set) var waiting: [JSONValue] = []
    private var waitingLine = 1
    /// The post that came last: what was left out belongs to it.
    private var current: DiscussionThread.ID?
    /// Replies left out before any post or comment came.
    private var left = 0
    private var comments = 0

    /// Several posts and no comment at all.
    var isList: Bool { comments == 0 && waiting.count > 1 }

    /// Takes a thing (`{"kind", "data"}`), a flat post or comment, a `morechildren` answer, or a list of them. The
    /// parser bounds the recursion.
    mutating func walk(
        _ value: JSONValue, _ line: Int, _ ledger: inout ThreadLedger, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        if let values = value.array {
            for value in values { try walk(value, line, &ledger, emit) }
            return
        }
        guard value.members != nil else { return }
        if let things = value["json"]?["data"]?["things"] { return try walk(things, line, &ledger, emit) }
        if let kind = value["kind"]?.string?.lowercased(), let data = value["data"] {
            switch kind {
            case "listing": try walk(data["children"] ?? .null, line, &ledger, emit)
            case "t3": wait(data, line)
            case "t1": try take(comment: data, line, &ledger, emit)
            case "more": leave(data, &ledger)
            default: break
            }
            return
        }
        if value["body"] != nil, value["link_id"] != nil || value["parent_id"] != nil || value["subreddit"] != nil {
            return try take(comment: value, line, &ledger, emit)
        }
        if value["title"] != nil, value["subreddit"] != nil || value["selftext"] != nil || value["permalink"] != nil {
            try flush(&ledger, emit)
            try open(value, line, &ledger, emit)
        }
        for name in ["submission", "submissions", "post", "posts", "comments", "replies", "data", "children", "things"]
        {
            if let inner = value[name] { try walk(inner, line, &ledger, emit) }
        }
    }

    /// Hands over what still waits.
    mutating func finish(_ ledger: inout ThreadLedger, _ emit: (ImportedRecord) throws -> Void) throws {
        try flush(&ledger, emit)
        if let current { ledger.miss(left, in: current) }
    }

    private mutating func wait(_ data: JSONValue, _ line: Int) {
        if waiting.isEmpty { waitingLine = line }
        waiting.append(data)
    }

    private mutating func flush(_ ledger: inout ThreadLedger, _ emit: (ImportedRecord) throws -> Void) throws {
        for post in waiting { try open(post, waitingLine, &ledger, emit) }
        waiting = []
    }

    private mutating func leave(_ data: JSONValue, _ ledger: inout ThreadLedger) {
        // "continue this thread" has the id "_" and counts nothing, but there is a reply at least.
        let count = max(
            data["count"]?.int ?? 0, data["children"]?.array?.count ?? 0, data["id"]?.string == "_" ? 1 : 0)
        if waiting.isEmpty, let current {
            ledger.miss(count, in: current)
        } else {
            left += min(count, 1 << 40)
        }
    }

    private mutating func open(
        _ data: JSONValue, _ line: Int, _ ledger: inout ThreadLedger, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        let post = RedditPost(data)
        let thread = post.thread
        try ledger.open(thread, emit: emit)
        ledger.announce(data["num_comments"]?.int ?? 0, in: thread.id)
        current = thread.id
        ledger.miss(left, in: thread.id)
        left = 0
        guard let opening = post.opening(in: thread.id) else { return }
        ledger.found()
        try ledger.take(opening, line: line, emit: emit)
    }

    private mutating func take(
        comment data: JSONValue, _ line: Int, _ ledger: inout ThreadLedger, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        try flush(&ledger, emit)
        comments += 1
        ledger.found()
        let thread = RedditPost.thread(of: data, current)
        if let name = RedditPost.name(data, kind: "t1") {
            try ledger.open(thread, emit: emit)
            current = thread.id
            ledger.miss(left, in: thread.id)
            left = 0
            try ledger.take(RedditPost.comment(data, name, in: thread.id), line: line, emit: emit)
        } else {
            ledger.pass(.nameless, line: line)
        }
        // Reddit writes "" where there are none.
        for name in ["replies", "children"] {
            if let replies = data[name] { try walk(replies, line, &ledger, emit) }
        }
    }
}
