import EarshotCore

/// Reads what Reddit answers to `/comments/<id>.json`: two listings, the post and its comments. Also a listing of
/// comments alone and the answer to `morechildren`.
///
/// Ids are Reddit's full names ("t3_…", "t1_…"). Replies that Reddit left out (`more`) or that the post counts and the
/// file does not hold are the thread's missing replies.
struct RedditThread: ThreadImporter {
    var format: FileFormat { FileFormat(name: "reddit-thread", title: "Reddit thread (JSON)") }

    func recognises(_ head: FileHead) -> Bool {
        let text = head.compact
        guard text.hasPrefix("[") || text.hasPrefix("{") else { return false }
        return text.contains("\"kind\":\"listing\"")
            || (text.contains("\"things\":[") && text.contains("\"kind\":\"t1\""))
    }

    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        let (value, notes) = try JSONFile.read(file, path: context.path)
        for note in notes { try emit(.note(note)) }
        var things = RedditThings()
        for listing in value.array ?? [value] { things.collect(listing) }
        guard !things.comments.isEmpty || things.posts.count == 1 else { throw refusal(things, context.path) }
        try emitAll(things, context.path, emit)
    }

    private func refusal(_ things: RedditThings, _ path: String) -> Diagnostic {
        if things.posts.count > 1 {
            return Diagnostic(
                .error, "This is a list of \(things.posts.count) Reddit posts, not a thread", at: path,
                mend: "Open each post in a browser, put .json behind its address and save that page")
        }
        return Diagnostic(
            .error, "The Reddit file holds no post and no comments", at: path,
            mend: "Open the post in a browser, put .json behind its address and save that page")
    }

    private func emitAll(_ things: RedditThings, _ path: String, _ emit: (ImportedRecord) throws -> Void) throws {
        var byPost: [String: [Int]] = [:]
        var order = things.posts.compactMap { RedditThings.name($0, kind: "t3") }
        for (index, comment) in things.comments.enumerated() {
            let post = things.post(of: comment)
            if byPost[post] == nil, !order.contains(post) { order.append(post) }
            byPost[post, default: []].append(index)
        }
        for post in order {
            let comments = (byPost[post] ?? []).map { things.comments[$0] }
            let thread = things.thread(post, comments: comments, isOnly: order.count == 1)
            try emit(.thread(thread))
            if let opening = things.opening(post, in: thread.id) { try emit(.comment(opening)) }
            var nameless = 0
            for data in comments {
                guard let comment = things.comment(data, in: thread.id) else {
                    nameless += 1
                    continue
                }
                try emit(.comment(comment))
            }
            if nameless > 0 {
                let message = "\(nameless) comments have no id and cannot be told apart"
                try emit(.skipped(Diagnostic(.warning, message, at: path, mend: "Save the thread again")))
            }
        }
    }
}
