import EarshotCore

/// Reads Bluesky's threads: the answers to `app.bsky.feed.getPostThread` (posts in posts) and `getPostThreadV2` (a list
/// of posts), one or several, and lists of posts (`getPosts`), each of which stands in the thread it belongs to.
///
/// A thread's id is the address of the post that opened it, which every reply names. Authors are their DIDs, which stay
/// when a handle changes.
struct BlueskyThread: ThreadImporter {
    var format: FileFormat { FileFormat(name: "bluesky-thread", title: "Bluesky thread (JSON)") }

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        let post = ["uri", "cid", "author.did", "record"]
        if !json.bases(having: post).isEmpty { return true }
        return json.bases(having: ["$type"]).contains { base in
            let type = json.value(base.isEmpty ? "$type" : "\(base).$type") ?? ""
            return type.hasPrefix("app.bsky.feed.defs#") || type.hasPrefix("app.bsky.unspecced.defs#threadItem")
        }
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var ledger = ThreadLedger(path: context.path)
        var reading = BlueskyReading(context: context)
        if let json = try file.head().json {
            reading.isList = json.has("feed") || (json.has("posts") && json.has(any: "cursor", "hitsTotal"))
        }
        let lists = ["[]", "thread[]", "posts[]", "feed[]"]
        try JSONThings.read(file, &ledger, at: lists, emit: emit) { value, place, line, ledger in
            if place == "feed[]" || value["feed"] != nil || value["hitsTotal"] != nil { reading.isList = true }
            if reading.isList { return }
            try reading.walk(value, parent: nil, line: line, &ledger, emit)
        }
        guard !reading.isList else {
            throw Diagnostic(
                .error, "This is a list of Bluesky posts (a feed or the result of a search), not a thread",
                at: context.path, mend: "Save the answer to app.bsky.feed.getPostThread of each post")
        }
        guard reading.hasPosts else {
            throw Diagnostic(
                .error,
                ledger.total > 0
                    ? "The Bluesky post was deleted, or its author does not show it"
                    : "The Bluesky file holds no posts",
                at: context.path,
                mend: "Save the answer to app.bsky.feed.getPostThread of the post that opens the thread")
        }
        reading.close(&ledger)
        try ledger.finish(emit: emit)
    }
}

/// Goes through the posts of a Bluesky answer.
private struct BlueskyReading {
    let context: ImportContext
    /// The file is a feed or the result of a search.
    var isList = false
    /// The thread of the posts around, for places where a post is missing.
    private var current: DiscussionThread.ID?
    /// Posts that are not there, said before any thread was open.
    private var absent = 0
    /// Replies that a post counts, and of those the ones held: known only once the whole file is read.
    private var counted: [String: (thread: DiscussionThread.ID, replies: Int)] = [:]
    private var order: [String] = []
    private var held: [String: Int] = [:]

    init(context: ImportContext) { self.context = context }

    /// Whether the file holds anything beside names of posts that are not there.
    var hasPosts: Bool { current != nil || !order.isEmpty }

    /// The parser bounds the recursion.
    mutating func walk(
        _ value: JSONValue, parent: String?, line: Int, _ ledger: inout ThreadLedger,
        _ emit: (ImportedRecord) throws -> Void
    ) throws {
        if let values = value.array {
            for value in values { try walk(value, parent: parent, line: line, &ledger, emit) }
            return
        }
        if value.has("uri", "record") { return try take(value, parent, line, &ledger, emit) }
        let type = value["$type"]?.string ?? ""
        if value["notFound"] != nil || value["blocked"] != nil || type.hasSuffix("#notFoundPost")
            || type.hasSuffix("#blockedPost") || type.hasSuffix("#threadItemNotFound")
            || type.hasSuffix("#threadItemBlocked") || type.hasSuffix("#threadItemNoUnauthenticated")
        {
            return lack(line, &ledger)
        }
        // The chain upwards comes before the post, whatever the order in the file: it was written before.
        if let above = value["parent"] { try walk(above, parent: nil, line: line, &ledger, emit) }
        if let post = value["post"] { try walk(post, parent: parent, line: line, &ledger, emit) }
        let uri = value["post"]?["uri"]?.filled
        for name in ["thread", "value", "posts", "replies", "data"] {
            if let inner = value[name] { try walk(inner, parent: uri ?? parent, line: line, &ledger, emit) }
        }
    }

    private mutating func lack(_ line: Int, _ ledger: inout ThreadLedger) {
        ledger.found()
        ledger.pass(
            ThreadLedger.Reason(
                one: "1 post was deleted, or its author does not show it",
                many: "# posts were deleted, or their authors do not show them"), line: line)
        if let current { ledger.miss(1, in: current) } else { absent += 1 }
    }

    private mutating func take(
        _ value: JSONValue, _ parent: String?, _ line: Int, _ ledger: inout ThreadLedger,
        _ emit: (ImportedRecord) throws -> Void
    ) throws {
        ledger.found()
        let post = BlueskyPost(value)
        guard let uri = post.uri else { return ledger.pass(.nameless, line: line) }
        let answered = post.parent ?? parent
        let root = post.root ?? answered ?? uri
        let thread = DiscussionThread(
            id: DiscussionThread.ID("bluesky:\(root)"), url: BlueskyPost.address(of: root), place: "",
            network: "bluesky", linkedURL: root == uri ? post.linkedURL : nil)
        try ledger.open(thread, emit: emit)
        current = thread.id
        ledger.miss(absent, in: thread.id)
        absent = 0
        if counted[uri] == nil {
            counted[uri] = (thread.id, post.replies)
            order.append(uri)
            if let answered { held[answered, default: 0] += 1 }
        }
        var comment = ThreadComment(id: .init(uri), thread: thread.id, text: post.text)
        comment.parent = answered.map { .init($0) }
        comment.author = post.author
        comment.posted = post.posted?.moment(zone: context.timeZone)
        comment.url = BlueskyPost.address(of: uri)
        comment.likes = post.likes
        comment.kind = root == uri ? .opening : .reply
        if post.isHidden { comment.state = .hidden }
        try ledger.take(comment, line: line, emit: emit)
    }

    /// Posts that are named and not there are counted among the replies of the post they answer, or not at all: the
    /// larger number is taken.
    func close(_ ledger: inout ThreadLedger) {
        var sums: [DiscussionThread.ID: Int] = [:]
        var threads: [DiscussionThread.ID] = []
        for uri in order {
            guard let (thread, replies) = counted[uri], replies > held[uri, default: 0] else { continue }
            if sums[thread] == nil { threads.append(thread) }
            sums[thread, default: 0] += min(replies - held[uri, default: 0], 1 << 40)
        }
        for thread in threads { ledger.miss(atLeast: sums[thread] ?? 0, in: thread) }
    }
}
