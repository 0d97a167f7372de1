import EarshotCore

/// Reads what YouTube's Data API answers to `commentThreads` (comments with the first of their replies) and `comments`
/// (the replies to one), one page or several.
///
/// A video is a thread. Replies that a comment counts and the file does not hold are the thread's missing replies.
struct YouTubeComments: ThreadImporter {
    var format: FileFormat { FileFormat(name: "youtube-comments", title: "YouTube comments (Data API, JSON)") }

    private static let holders: Set<String> = ["items", "comments", "data", "pages", "response", "result", "threads"]
    private static let lists = ["[]", "items[]", "data[]", "comments[]"]

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        if !json.bases(having: ["snippet.topLevelComment"]).isEmpty { return true }
        let author = ["snippet.authorDisplayName", "snippet.authorChannelId", "snippet.authorChannelUrl"]
        if !json.bases(having: ["snippet.textDisplay"], any: author).isEmpty { return true }
        if !json.bases(having: ["snippet.textOriginal"], any: author).isEmpty { return true }
        return ["kind", "[].kind"].contains { json.value($0)?.hasPrefix("youtube#") == true }
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var ledger = ThreadLedger(path: context.path)
        var kind = ""
        var nextPage = false
        try JSONThings.read(file, &ledger, at: Self.lists, emit: emit) { value, _, line, ledger in
            if let found = value["kind"]?.string { kind = found }
            // Of several pages the last says whether there are more.
            if value["items"] != nil { nextPage = value["nextPageToken"]?.filled != nil }
            try JSONThings.each(in: value, under: Self.holders, isThing: Self.isThing) { thing in
                try take(thing, line, context, &ledger, emit)
            }
        }
        guard ledger.total > 0 else { throw refusal(kind, context.path) }
        if nextPage {
            try emit(
                .note(
                    Diagnostic(
                        .note, "YouTube has more comments than the file: it ends where a further page begins",
                        at: context.path, mend: "Save the pages that follow (pageToken) beside it")))
        }
        try ledger.finish(emit: emit)
    }

    private static func isThing(_ value: JSONValue) -> Bool {
        guard let snippet = value["snippet"] else { return false }
        return snippet["topLevelComment"] != nil || snippet["textDisplay"] != nil || snippet["textOriginal"] != nil
    }

    private func take(
        _ value: JSONValue, _ line: Int, _ context: ImportContext, _ ledger: inout ThreadLedger,
        _ emit: (ImportedRecord) throws -> Void
    ) throws {
        guard let top = value["snippet"]?["topLevelComment"] else {
            ledger.found()
            return try take(YouTubeComment(value), thread(of: value, nil, context), nil, line, context, &ledger, emit)
        }
        let replies = value["replies"]?["comments"]?.array ?? []
        ledger.found(1 + replies.count)
        let comment = YouTubeComment(top)
        let thread = thread(of: top, value["snippet"], context)
        try take(comment, thread, nil, line, context, &ledger, emit)
        for reply in replies {
            try take(YouTubeComment(reply), thread, comment.id, line, context, &ledger, emit)
        }
        let counted = value["snippet"]?["totalReplyCount"]?.int ?? 0
        ledger.miss(counted &- replies.count, in: thread.id)
    }

    private func take(
        _ source: YouTubeComment, _ thread: DiscussionThread, _ parent: String?, _ line: Int,
        _ context: ImportContext, _ ledger: inout ThreadLedger, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        try ledger.open(thread, emit: emit)
        var comment = ThreadComment(
            id: .init(source.id ?? ""), thread: thread.id, text: source.text(&ledger, line))
        comment.parent = (source.parent ?? parent).map { .init($0) }
        comment.author = source.author
        comment.posted = source.posted?.moment(zone: context.timeZone)
        comment.likes = source.likes
        if let page = thread.url, page.hasPrefix(YouTubeComment.videoPage), let id = source.id {
            comment.url = "\(page)&lc=\(id)"
        }
        if source.isHidden { comment.state = .hidden }
        try ledger.take(comment, line: line, emit: emit)
    }

    /// The video; else the channel whose page it is; else the comment that is answered.
    private func thread(of comment: JSONValue, _ around: JSONValue?, _ context: ImportContext) -> DiscussionThread {
        let snippet = comment["snippet"]
        if let video = (around?["videoId"] ?? snippet?["videoId"])?.filled {
            return YouTubeComment.thread(video: video)
        }
        if let channel = around?["channelId"]?.filled {
            return DiscussionThread(id: .init("youtube:channel/\(channel)"), network: "youtube")
        }
        let parent = snippet?["parentId"]?.filled
        return DiscussionThread(
            id: parent.map { .init("youtube:comment/\($0)") } ?? .file(context.path), network: "youtube")
    }

    private func refusal(_ kind: String, _ path: String) -> Diagnostic {
        if kind.hasPrefix("youtube#comment") {
            return Diagnostic(
                .error, "The answer from YouTube holds no comments", at: path,
                mend: "Ask for part=snippet,replies of a video whose comments are open")
        }
        return Diagnostic(
            .error, "The answer from YouTube is not one of comments", at: path,
            mend: "Save the answer to commentThreads (part=snippet,replies, videoId of the video)")
    }
}

/// One comment as YouTube's Data API has it.
struct YouTubeComment {
    private let value: JSONValue
    private var snippet: JSONValue? { value["snippet"] }

    init(_ value: JSONValue) { self.value = value }

    var id: String? { value["id"]?.filled }
    var parent: String? { snippet?["parentId"]?.filled }
    var posted: JSONValue? { snippet?["publishedAt"] ?? snippet?["updatedAt"] }
    var likes: Int? { snippet?["likeCount"]?.int }

    /// The channel's id stays when its name changes.
    var author: String? {
        snippet?["authorChannelId"]?["value"]?.filled ?? snippet?["authorChannelId"]?.filled
            ?? snippet?["authorDisplayName"]?.filled
    }

    var isHidden: Bool {
        guard let status = snippet?["moderationStatus"]?.string else { return false }
        return status != "published"
    }

    /// As it was written where the answer has it; else the words of the HTML shown.
    func text(_ ledger: inout ThreadLedger, _ line: Int) -> String {
        if let text = snippet?["textOriginal"]?.string { return ThreadLedger.trimmed(text) }
        return ledger.words(html: snippet?["textDisplay"]?.string ?? "", line: line)
    }

    static let videoPage = "https://www.youtube.com/watch?v="

    static func thread(video: String) -> DiscussionThread {
        DiscussionThread(
            id: DiscussionThread.ID("youtube:\(video)"), url: videoPage + video,
            network: "youtube")
    }
}
