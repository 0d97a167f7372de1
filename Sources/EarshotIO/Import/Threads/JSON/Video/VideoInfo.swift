import EarshotCore

/// Reads the `.info.json` that yt-dlp and youtube-dl write of a video with its comments: of YouTube, and of any other
/// site whose comments they fetch.
struct VideoInfo: ThreadImporter {
    var format: FileFormat { FileFormat(name: "video-info", title: "Video with comments (yt-dlp, JSON)") }

    private static let lists = ["comments[]", "[]"]

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        if !json.bases(having: ["id", "title"], any: ["extractor", "extractor_key", "formats[].format_id"]).isEmpty {
            return true
        }
        return !json.bases(having: ["id", "text", "parent"], any: ["author_is_uploader", "is_favorited"]).isEmpty
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var ledger = ThreadLedger(path: context.path)
        let around = try JSONRecords.surroundings(file, path: context.path, without: Self.lists)
        if !around.isNull, around["id"] != nil { try ledger.open(thread(around, context), emit: emit) }
        try JSONThings.read(file, &ledger, at: Self.lists, emit: emit) { value, place, line, ledger in
            // A line, or a list's element, may be a whole video or a comment.
            let isVideo = place != "comments[]" && (value.has("comments") || value.has("title"))
            let thread = thread(place == "comments[]" ? around : isVideo ? value : .null, context)
            try ledger.open(thread, emit: emit)
            let comments = place == "comments[]" ? [value] : value["comments"]?.array ?? value.array ?? []
            for comment in isVideo || !value.has("text") ? comments : [value] {
                ledger.found()
                try take(comment, thread.id, line, context, &ledger, emit)
            }
            if let count = value["comment_count"]?.int { ledger.announce(count, in: thread.id) }
        }
        guard ledger.total > 0 else {
            throw Diagnostic(
                .error, "The file describes a video and holds no comments", at: context.path,
                mend: "Let yt-dlp write them too: --write-info-json --write-comments")
        }
        try ledger.finish(emit: emit)
    }

    private func take(
        _ value: JSONValue, _ thread: DiscussionThread.ID, _ line: Int, _ context: ImportContext,
        _ ledger: inout ThreadLedger, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        var text = ThreadLedger.trimmed(value["text"]?.string ?? "")
        if value["text"] == nil, let html = value["html"]?.string { text = ledger.words(html: html, line: line) }
        var comment = ThreadComment(id: .init(value["id"]?.id ?? ""), thread: thread, text: text)
        if let parent = value["parent"]?.id, parent != "root" { comment.parent = .init(parent) }
        comment.author = value.first("author_id", "author")?.id
        comment.posted = value["timestamp"]?.moment(zone: context.timeZone)
        comment.likes = value["like_count"]?.int
        comment.dislikes = value["dislike_count"]?.int
        try ledger.take(comment, line: line, emit: emit)
    }

    private func thread(_ video: JSONValue, _ context: ImportContext) -> DiscussionThread {
        let site = video.first("extractor_key", "extractor", "ie_key")?.filled?.lowercased() ?? ""
        let network = site.hasPrefix("youtube") || site.isEmpty ? "youtube" : site
        guard let id = video["id"]?.id else { return DiscussionThread(id: .file(context.path), network: network) }
        return DiscussionThread(
            id: DiscussionThread.ID("\(network):\(id)"), title: video["title"]?.string ?? "",
            url: video.first("webpage_url", "original_url")?.filled,
            place: video.first("channel", "uploader")?.filled ?? "", network: network)
    }
}
