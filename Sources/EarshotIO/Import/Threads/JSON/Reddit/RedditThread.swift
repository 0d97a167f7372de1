import EarshotCore

/// Reads what Reddit answers to `/comments/<id>.json`: two listings, the post and its comments; several of them in a
/// list; a listing of comments alone; the answer to `morechildren`; and the flat posts and comments of archives
/// (Pushshift, Arctic Shift, scripts that save with PRAW), as JSON lines or a list.
///
/// Ids are Reddit's full names ("t3_…", "t1_…"). Replies that Reddit left out (`more`) or that the post counts and the
/// file does not hold are the thread's missing replies.
struct RedditThread: ThreadImporter {
    var format: FileFormat { FileFormat(name: "reddit-thread", title: "Reddit thread (JSON)") }

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        let kinds = json.bases(having: ["kind", "data"]).compactMap { json.value($0.isEmpty ? "kind" : "\($0).kind") }
        if kinds.contains(where: { ["listing", "t1", "t3"].contains($0.lowercased()) }) { return true }
        let places = ["link_id", "subreddit", "subreddit_id"]
        if !json.bases(having: ["body", "parent_id", "author"], any: places).isEmpty { return true }
        return !json.bases(having: ["title", "subreddit"], any: ["selftext", "num_comments", "permalink"]).isEmpty
    }

    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        let isNested = try file.head().json?.has("[].data.children") == true
        let lists =
            [isNested ? "[].data.children[]" : "[]"] + [
                "data.children[]", "json.data.things[]", "things[]", "data[]", "comments[]",
            ]
        var ledger = ThreadLedger(path: context.path)
        var things = RedditThings()
        try JSONThings.read(file, &ledger, at: lists, emit: emit) { value, _, line, ledger in
            try things.walk(value, line, &ledger, emit)
        }
        guard !things.isList else {
            throw Diagnostic(
                .error, "This is a list of \(things.waiting.count) Reddit posts, not a thread", at: context.path,
                mend: "Open each post in a browser, put .json behind its address and save that page")
        }
        try things.finish(&ledger, emit)
        guard ledger.threadCount > 0 else {
            throw ledger.fault
                ?? Diagnostic(
                    .error, "The Reddit file holds no post and no comments", at: context.path,
                    mend: "Open the post in a browser, put .json behind its address and save that page")
        }
        try ledger.finish(emit: emit)
    }
}
