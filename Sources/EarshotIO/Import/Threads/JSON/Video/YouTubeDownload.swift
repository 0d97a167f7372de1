import EarshotCore

/// Reads the comments that youtube-comment-downloader saves: JSON lines or a list of `cid`, `text`, `time`, `author`,
/// `channel`, `votes`, `replies`, `reply`. The file does not say which video they are under: its name is the thread.
struct YouTubeDownload: ThreadImporter {
    var format: FileFormat {
        FileFormat(name: "youtube-download", title: "YouTube comments (youtube-comment-downloader, JSON)")
    }

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        return !json.bases(having: ["cid", "text", "author"], any: ["votes", "time", "channel", "heart"]).isEmpty
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var ledger = ThreadLedger(path: context.path)
        let thread = DiscussionThread(id: .file(context.path), network: "youtube")
        try ledger.open(thread, emit: emit)
        var announced = 0
        var replies = 0
        var guessed = Tally()
        var timeless = Tally()
        try JSONThings.read(file, &ledger, at: ["[]", "comments[]"], emit: emit) { value, _, line, ledger in
            let isThing: (JSONValue) -> Bool = { $0["cid"] != nil }
            try JSONThings.each(in: value, under: ["comments", "data", "items"], isThing: isThing) { value in
                ledger.found()
                let comment = comment(value, in: thread.id)
                if comment.parent == nil { announced &+= max(0, value["replies"]?.count ?? 0) } else { replies += 1 }
                if comment.posted == nil { timeless.add(line) } else { guessed.add(line) }
                try ledger.take(comment, line: line, emit: emit)
            }
        }
        ledger.miss(announced &- replies, in: thread.id)
        if guessed.count > 0 {
            let message = "The times are reckoned from words like “2 days ago” by the program that saved the file"
            try emit(.note(Diagnostic(.note, message, at: context.path)))
        }
        if timeless.count > 0 {
            let message = "\(timeless.count == 1 ? "1 comment gives" : "\(timeless.count) comments give") no date"
            try emit(.note(Diagnostic(.note, message, at: "\(context.path):\(timeless.firstLine)")))
        }
        try ledger.finish(emit: emit)
    }

    /// A reply's id is that of the comment it answers, a full stop, and its own.
    private func comment(_ value: JSONValue, in thread: DiscussionThread.ID) -> ThreadComment {
        let id = value["cid"]?.filled ?? ""
        var comment = ThreadComment(
            id: .init(id), thread: thread, text: ThreadLedger.trimmed(value["text"]?.string ?? ""))
        if let dot = id.firstIndex(of: "."), dot != id.startIndex { comment.parent = .init(String(id[..<dot])) }
        comment.author = value.first("channel", "author")?.filled ?? value["author"]?.filled
        comment.posted = value["time_parsed"]?.moment(zone: "UTC")
        comment.likes = value["votes"]?.count
        return comment
    }
}
