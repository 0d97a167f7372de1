import EarshotCore

/// Hands the conversations of a saved page over.
struct PageReading {
    let page: SavedPage
    let context: ImportContext

    func hand(_ threads: [PageThread], _ note: String, emit: (ImportedRecord) throws -> Void) throws {
        var count = RecordCount(path: context.path)
        for thread in threads.map(Self.named) where !thread.posts.isEmpty {
            let id = id(of: thread)
            let hasOpening = thread.posts.contains { $0.kind == .opening }
            let held = thread.posts.count - (hasOpening ? 1 : 0)
            try emit(
                .thread(
                    DiscussionThread(
                        id: id, title: thread.title.isEmpty ? page.title : thread.title, url: thread.url ?? page.url,
                        place: page.place, network: page.network, linkedURL: thread.linkedURL,
                        missingReplies: max(0, thread.declared - held))))
            for post in thread.posts {
                count.next()
                try count.hand(comment(post, in: thread, id), line: post.line, to: emit)
            }
        }
        try emit(.note(Diagnostic(.note, note, at: context.path)))
        if let line = page.tree.cutAtLine {
            try emit(
                .note(
                    Diagnostic(
                        .warning, "The page is nested too deep or has too long a text; nothing was read from here on",
                        at: "\(context.path):\(line)", mend: "Check the last comment")))
        }
        try count.finish(emit)
    }

    private func comment(_ post: PagePost, in thread: PageThread, _ id: DiscussionThread.ID) -> ThreadComment {
        var comment = ThreadComment(id: ThreadComment.ID(post.id), thread: id, text: post.text)
        comment.parent = post.parent.flatMap { parent in
            let given = thread.posts[parent].id
            return given.isEmpty ? nil : ThreadComment.ID(given)
        }
        comment.author = post.author
        comment.role = post.role
        comment.posted = post.posted.flatMap { Dates.moment($0, zone: context.timeZone) }
        comment.url = post.url
        comment.likes = post.likes
        comment.dislikes = post.dislikes
        comment.kind = post.kind
        comment.state = post.state
        return comment
    }

    /// Posts without an id of the page's own get one made of their content, so that replies can name them.
    private static func named(_ thread: PageThread) -> PageThread {
        var thread = thread
        var seen: [String: Int] = [:]
        for (index, post) in thread.posts.enumerated() where post.id.isEmpty {
            let id = StableHash.of(post.author ?? "", post.posted ?? "", post.text).hex
            let number = seen[id, default: 0] + 1
            seen[id] = number
            thread.posts[index].id = number == 1 ? id : "\(id)-\(number)"
        }
        return thread
    }

    /// The same for each saved page of one topic.
    private func id(of thread: PageThread) -> DiscussionThread.ID {
        guard let url = thread.url ?? page.url else { return .file(context.path) }
        if let topic = FeedSubject.redditTopic(url) { return DiscussionThread.ID("reddit:\(topic)") }
        return .made(network: page.network, place: "", key: Self.withoutPageNumber(url))
    }

    /// An address without what says which page of a topic it is: "/page-2", "?page=2", "&start=20".
    static func withoutPageNumber(_ url: String) -> String {
        var parts = url.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
        guard let first = parts.first else { return url }
        var path = first.split(separator: "/", omittingEmptySubsequences: false)
        while path.last == "" { path.removeLast() }
        if let last = path.last, last.hasPrefix("page"), last.dropFirst(4).allSatisfy({ $0.isNumber || $0 == "-" }) {
            path.removeLast()
        }
        parts[0] = Substring(path.joined(separator: "/"))
        guard parts.count == 2 else { return String(parts[0]) }
        let kept = parts[1].split(separator: "&").filter { part in
            !["page=", "start=", "st=", "sid=", "s=", "pid="].contains { part.hasPrefix($0) }
        }
        return kept.isEmpty ? String(parts[0]) : "\(parts[0])?\(kept.joined(separator: "&"))"
    }
}
