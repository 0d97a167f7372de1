import EarshotCore

/// Reads Lemmy's answers: `/api/v3/comment/list` (comments with their post), `/api/v3/post` (the post), one or several.
struct LemmyThread: ThreadImporter {
    var format: FileFormat { FileFormat(name: "lemmy-thread", title: "Lemmy thread (JSON)") }

    private static let holders: Set<String> = ["comments", "post_view", "comment_view", "items", "data", "replies"]

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        return !json.bases(having: ["comment.content", "comment.path"]).isEmpty
            || !json.bases(having: ["post.name", "post.ap_id", "community"]).isEmpty
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var ledger = ThreadLedger(path: context.path)
        var posts = 0
        var comments = 0
        try JSONThings.read(file, &ledger, at: ["comments[]", "[]"], emit: emit) { value, _, line, ledger in
            if value["posts"] != nil { posts += 2 }
            let isThing: (JSONValue) -> Bool = { $0["comment"]?["content"] != nil || $0["post"]?["name"] != nil }
            try JSONThings.each(in: value, under: Self.holders, isThing: isThing) { view in
                let thread = thread(view, context)
                try ledger.open(thread, emit: emit)
                if view["comment"] == nil { posts += 1 } else { comments += 1 }
                guard let comment = comment(view, thread.id, zone: context.timeZone) else {
                    ledger.announce(view["counts"]?["comments"]?.int ?? 0, in: thread.id)
                    return
                }
                ledger.found()
                try ledger.take(comment, line: line, emit: emit)
            }
        }
        guard comments > 0 || posts == 1 else {
            throw Diagnostic(
                .error, posts > 1 ? "This is a list of Lemmy posts, not a thread" : "The Lemmy file holds no comments",
                at: context.path, mend: "Save the answer to /api/v3/comment/list?post_id=<id> of each post")
        }
        try ledger.finish(emit: emit)
    }

    private func thread(_ view: JSONValue, _ context: ImportContext) -> DiscussionThread {
        let post = view["post"]
        guard let id = (post?["id"] ?? view["comment"]?["post_id"])?.id else {
            return DiscussionThread(id: .file(context.path), network: "lemmy")
        }
        return DiscussionThread(
            id: DiscussionThread.ID("lemmy:\(id)"), title: post?["name"]?.string ?? "", url: post?["ap_id"]?.filled,
            place: view["community"]?.first("title", "name")?.filled ?? "", network: "lemmy",
            linkedURL: post?["url"]?.filled)
    }

    /// `nil` for a post without words of its own: its title is the thread's.
    private func comment(_ view: JSONValue, _ thread: DiscussionThread.ID, zone: String) -> ThreadComment? {
        let isPost = view["comment"] == nil
        guard let source = view["comment"] ?? view["post"], let id = source["id"]?.id else { return nil }
        let text = RedditMarkdown.plain(source[isPost ? "body" : "content"]?.string ?? "")
        if isPost, text.isEmpty { return nil }
        var comment = ThreadComment(id: .init(isPost ? "post-\(id)" : id), thread: thread, text: text)
        // "0.12.34": the comment 34 answers 12.
        let steps = source["path"]?.string?.split(separator: ".") ?? []
        if steps.count > 2 { comment.parent = .init(String(steps[steps.count - 2])) }
        comment.author = view["creator"]?.first("actor_id", "name")?.filled
        comment.posted = source["published"]?.string.flatMap { Dates.moment($0, zone: "UTC") }
        comment.url = source["ap_id"]?.filled
        comment.likes = view["counts"]?["upvotes"]?.int ?? view["counts"]?["score"]?.int
        comment.dislikes = view["counts"]?["downvotes"]?.int
        comment.kind = isPost ? .opening : .reply
        if source["deleted"]?.bool == true {
            comment.state = .deleted
        } else if source["removed"]?.bool == true {
            comment.state = .hidden
        }
        return comment
    }
}
