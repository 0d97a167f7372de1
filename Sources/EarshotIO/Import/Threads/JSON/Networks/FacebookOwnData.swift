import EarshotCore

/// Reads the comments and posts in the copy of their own data that people get from Facebook ("Download your
/// information", JSON): `comments_v2`, `group_comments_v2`, `group_posts_v2`, the list of own posts, and the newer
/// entries with `label_values`.
///
/// Such a file holds what one person wrote and nothing of what others did: it is no group's thread. Entries' titles name
/// other people and are not read. Facebook writes UTF-8 bytes as if they were characters; that is undone.
struct FacebookOwnData: ThreadImporter {
    var format: FileFormat { FileFormat(name: "facebook-own-data", title: "Facebook, own data (JSON)") }

    private static let keys = [
        "comments_v2", "group_comments_v2", "group_posts_v2", "your_posts", "posts_v2", "status_updates",
        "wall_posts_sent_to_you", "comments", "group_comments", "group_posts", "posts", "activity_log_data",
    ]
    private static let lists = ["[]"] + keys.map { "\($0)[]" } + ["group_posts.activity_log_data[]"]

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        if json.has(any: "comments_v2", "group_comments_v2", "group_posts_v2") { return true }
        let contents = ["data[].comment.comment", "data[].comment.timestamp", "data[].post", "data[].update_timestamp"]
        if !json.bases(having: ["timestamp"], any: contents).isEmpty { return true }
        if json.has(all: "participants", "messages[].sender_name") { return true }
        return !json.bases(having: ["timestamp", "label_values[].label"]).isEmpty
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var ledger = ThreadLedger(path: context.path)
        var isPrivate = false
        try JSONThings.read(file, &ledger, at: Self.lists, emit: emit) { value, _, line, ledger in
            if value.has("participants", "messages") { isPrivate = true }
            try JSONThings.each(in: value, under: Set(Self.keys), isThing: FacebookEntry.isEntry) { value in
                ledger.found()
                try take(FacebookEntry(value), line, context, &ledger, emit)
            }
        }
        guard !isPrivate else {
            throw Diagnostic(
                .error, "These are private messages, which are not read", at: context.path,
                mend: "Take what people wrote where everyone may read it")
        }
        guard ledger.total > 0 else {
            throw Diagnostic(
                .error, "The file from Facebook holds no comments and no posts", at: context.path,
                mend: "Take comments.json, group_comments.json or your_posts.json out of the downloaded folder")
        }
        let message = "The file holds one person's own comments and posts, not what others answered: no group's thread"
        try emit(
            .note(
                Diagnostic(
                    .note, message, at: context.path,
                    mend: "To bring in a group's conversation, type or paste it as a sheet: \"Name, date: text\"")))
        try ledger.finish(emit: emit)
    }

    private func take(
        _ entry: FacebookEntry, _ line: Int, _ context: ImportContext, _ ledger: inout ThreadLedger,
        _ emit: (ImportedRecord) throws -> Void
    ) throws {
        let author = entry.author
        let group = entry.group ?? ""
        let thread = DiscussionThread(
            id: .made(network: "facebook", place: group, key: "own:\(author ?? "")"),
            title: group.isEmpty ? "One person's own comments and posts" : "One person's own words in \(group)",
            place: group, network: "facebook")
        try ledger.open(thread, emit: emit)
        var comment = ThreadComment(id: .init(entry.id ?? ""), thread: thread.id, text: entry.text)
        comment.author = author
        comment.posted = entry.posted?.moment(zone: context.timeZone)
        comment.url = entry.url
        try ledger.take(comment, line: line, emit: emit)
    }
}

/// One comment or post of the person whose data it is.
struct FacebookEntry {
    private let value: JSONValue
    /// In old entries: the comment, or the object with the post.
    private let comment: JSONValue?
    private let post: String?

    init(_ value: JSONValue) {
        self.value = value
        let data = value["data"]?.array ?? []
        comment = data.lazy.compactMap { $0["comment"] }.first
        post = data.lazy.compactMap { $0["post"]?.filled }.first
    }

    static func isEntry(_ value: JSONValue) -> Bool {
        value["timestamp"] != nil
            && (value["data"] != nil || value["title"] != nil || value["label_values"] != nil
                || value["attachments"] != nil)
    }

    var id: String? { value["fbid"]?.id }
    var posted: JSONValue? { comment?["timestamp"] ?? value["timestamp"] }
    var author: String? { (comment?["author"]?.filled ?? labelled("author", "name")).map(Self.mended) }
    var url: String? { labelled("url", "link").flatMap { $0.hasPrefix("http") ? $0 : nil } }

    var text: String {
        let own = comment?["comment"]?.string ?? post ?? labelled("comment", "text", "post", "message", "content") ?? ""
        let text = ThreadLedger.trimmed(Self.mended(own))
        guard let link, !text.isEmpty, !text.contains(link) else { return text }
        return "\(text)\n\n\(link)"
    }

    /// Named in a comment; of a post only in a title: "… posted in Priory Neighbours."
    var group: String? {
        if let group = comment?["group"]?.filled ?? labelled("group name", "group") {
            return ThreadLedger.trimmed(Self.mended(group))
        }
        guard comment == nil, let title = value["title"]?.filled.map(Self.mended) else { return nil }
        for words in [" posted in ", " shared a link to the group: ", " shared a post to the group: "] {
            guard let range = title.firstRange(of: words) else { continue }
            let name = ThreadLedger.trimmed(String(title[range.upperBound...]))
            return name.hasSuffix(".") ? String(name.dropLast()) : name
        }
        return nil
    }

    /// The page that the words are about.
    private var link: String? {
        for attachment in value["attachments"]?.array ?? [] {
            for part in attachment["data"]?.array ?? [] {
                if let address = part["external_context"]?["url"]?.filled, address.hasPrefix("http") { return address }
            }
        }
        return nil
    }

    private func labelled(_ names: String...) -> String? {
        guard let labels = value["label_values"]?.array else { return nil }
        for name in names {
            for label in labels where label["label"]?.string?.lowercased() == name {
                if let text = label.first("value", "href")?.filled { return text }
            }
        }
        return nil
    }

    /// Facebook writes every byte of UTF-8 as a character of its own.
    static func mended(_ text: String) -> String {
        var bytes: [UInt8] = []
        var isPlain = true
        for scalar in text.unicodeScalars {
            guard scalar.value <= 0xFF else { return text }
            if scalar.value >= 0x80 { isPlain = false }
            bytes.append(UInt8(scalar.value))
        }
        guard !isPlain, let mended = String(validating: bytes, as: UTF8.self) else { return text }
        return mended
    }
}
