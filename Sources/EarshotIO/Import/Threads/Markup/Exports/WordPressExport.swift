import EarshotCore

/// Reads the XML that WordPress exports (WXR, every version since 1.0; other blogs and Disqus's import form write it too).
///
/// Every post or page with comments is a thread. Its own words are the site owner's article and no comment. Where bbPress
/// keeps a forum in WordPress, its topics are threads and their words and the replies comments. Pingbacks and trackbacks
/// are passed over. E-mail and IP addresses are never read.
struct WordPressExport: ThreadImporter {
    var format: FileFormat { FileFormat(name: "wordpress-export", title: "WordPress export (WXR)") }

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup, markup.root.split(separator: ":").last == "rss" else { return false }
        return markup.text.contains("wordpress.org/export/")
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var reading = WordPressReading(context: context)
        try XMLRecords.read(file, path: context.path, records: ["item", "wp:comment", "wp:author"]) { record in
            switch record.element.name {
            case "wp:author": reading.learn(record.element)
            case "wp:comment": try reading.take(record, emit)
            default: try reading.close(record, emit)
            }
        }
        try reading.finish(emit)
    }
}

/// What is known while a WordPress export is read.
private struct WordPressReading {
    private struct Site {
        var name: String
        var host: String
    }

    private var site: Site?
    /// Ids of the accounts that write the site's articles.
    private var authors: Set<String> = []
    /// The item whose comments are being read.
    private var item = 0
    private var thread: DiscussionThread?
    private var topics: Set<String> = []
    private var items = 0
    private var silent = 0
    private var count: RecordCount
    private let context: ImportContext

    init(context: ImportContext) {
        self.context = context
        count = RecordCount(path: context.path)
    }

    mutating func learn(_ author: MarkupElement) {
        if let id = author.line("wp:author_id"), id != "0" { authors.insert(id) }
    }

    mutating func take(_ record: XMLRecord, _ emit: (ImportedRecord) throws -> Void) throws {
        count.next()
        if item != record.holderNumber || thread == nil {
            item = record.holderNumber
            let begun = thread(of: record.holder, top: record.top)
            thread = begun
            try emit(.thread(begun))
        }
        guard let thread else { return }
        let element = record.element
        let kind = element.line("wp:comment_type")?.lowercased() ?? ""
        if let why = Self.noComments[kind] { return count.passOver(why, line: element.line) }
        let words = HTMLText(loose: element.child("wp:comment_content")?.text ?? "")
        let id = element.line("wp:comment_id") ?? ""
        var comment = ThreadComment(id: ThreadComment.ID(id), thread: thread.id, text: words.text)
        comment.parent = Self.parent(element.line("wp:comment_parent"))
        comment.author = PersonName.cleaned(element.line("wp:comment_author"))
        if let user = element.line("wp:comment_user_id"), authors.contains(user) { comment.role = .staff }
        comment.posted = posted(element.line("wp:comment_date_gmt"), element.line("wp:comment_date"))
        if !id.isEmpty, let url = thread.url { comment.url = "\(url)#comment-\(id)" }
        comment.state = Self.state(element.line("wp:comment_approved"))
        try count.hand(comment, isCut: words.isCut, line: element.line, to: emit)
    }

    /// An item has ended: its comments, if it has any, have been read.
    mutating func close(_ record: XMLRecord, _ emit: (ImportedRecord) throws -> Void) throws {
        items += 1
        let element = record.element
        switch element.line("wp:post_type")?.lowercased() {
        case "topic": try takeForumPost(record, topic: element.line("wp:post_id") ?? "", emit)
        case "reply": try takeForumPost(record, topic: element.line("wp:post_parent") ?? "", emit)
        default: if item == 0 || thread == nil { silent += 1 }
        }
        item = 0
        thread = nil
    }

    func finish(_ emit: (ImportedRecord) throws -> Void) throws {
        guard count.total > 0 else {
            throw Diagnostic(
                .error,
                items == 0
                    ? "The WordPress export holds no posts"
                    : "None of the export's \(items) posts and pages has comments",
                at: context.path, mend: "Choose “All content” in Tools > Export, then import that file")
        }
        if silent > 0 {
            let what = silent == 1 ? "1 post, page or file of the site has" : "\(silent) posts, pages and files have"
            try emit(.note(Diagnostic(.note, "\(what) no comments: no thread is made of them", at: context.path)))
        }
        try count.finish(emit)
    }

    // MARK: - Parts

    private mutating func thread(of item: MarkupElement?, top: MarkupElement?) -> DiscussionThread {
        let site = self.site ?? Self.site(top?.child("channel"))
        self.site = site
        let url = WebAddress.page(item?.line("link"))
        let key = item?.line("wp:post_id") ?? url ?? item?.line("title") ?? "\(item?.line ?? 0)"
        return DiscussionThread(
            id: DiscussionThread.ID("wordpress:\(Self.host(url) ?? site.host)/\(key)"),
            title: item?.line("title") ?? "",
            url: url, place: site.name, network: "wordpress", linkedURL: url)
    }

    private static func site(_ channel: MarkupElement?) -> Site {
        let url = channel?.line("wp:base_blog_url", "wp:base_site_url", "link")
        return Site(name: channel?.line("title") ?? "", host: host(url) ?? "")
    }

    private static func host(_ url: String?) -> String? {
        url?.firstMatch(of: /^https?:\/\/([^\/?#:]+)/).map { String($0.1).lowercased() }
    }

    private mutating func takeForumPost(
        _ record: XMLRecord, topic: String, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        let element = record.element
        count.next()
        let isTopic = element.line("wp:post_type")?.lowercased() == "topic"
        var thread = thread(of: element, top: record.top)
        if !isTopic { thread = DiscussionThread(id: DiscussionThread.ID("wordpress:\(site?.host ?? "")/\(topic)")) }
        if isTopic { thread.id = DiscussionThread.ID("wordpress:\(site?.host ?? "")/\(topic)") }
        if topics.insert(topic).inserted {
            if !isTopic {
                thread.title = Self.withoutReplyTo(element.line("title") ?? "")
                (thread.place, thread.network) = (site?.name ?? "", "wordpress")
            }
            thread.linkedURL = nil
            try emit(.thread(thread))
        }
        let words = HTMLText(loose: element.child("content:encoded")?.text ?? "")
        var comment = ThreadComment(
            id: ThreadComment.ID(element.line("wp:post_id") ?? ""), thread: thread.id, text: words.text)
        comment.author = PersonName.cleaned(element.line("dc:creator"))
        comment.posted = posted(element.line("wp:post_date_gmt"), element.line("wp:post_date"))
        comment.url = WebAddress.page(element.line("link"))
        comment.kind = isTopic ? .opening : .reply
        switch element.line("wp:status")?.lowercased() {
        case "trash": comment.state = .deleted
        case "spam", "pending", "draft", "private", "hidden": comment.state = .hidden
        default: break
        }
        try count.hand(comment, isCut: words.isCut, line: element.line, to: emit)
    }

    private static func withoutReplyTo(_ title: String) -> String {
        title.hasPrefix("Reply To: ") ? String(title.dropFirst("Reply To: ".count)) : title
    }

    private static func parent(_ text: String?) -> ThreadComment.ID? {
        guard let text, text != "0" else { return nil }
        return ThreadComment.ID(text)
    }

    private static func state(_ approved: String?) -> ThreadComment.SourceState {
        switch approved?.lowercased() {
        case "0", "hold", "pending", "spam", "unapproved": .hidden
        case "trash", "post-trashed", "deleted": .deleted
        default: .visible
        }
    }

    /// UTC where the file gives it, with the offset that the site's own time then shows; "0000-00-00 00:00:00" is none.
    private func posted(_ utc: String?, _ local: String?) -> Timestamp? {
        let own = local.flatMap { $0.hasPrefix("0000") ? nil : $0 }
        guard let utc, !utc.hasPrefix("0000"), let moment = Dates.moment(utc, zone: "UTC") else {
            return own.flatMap { Dates.moment($0, zone: context.timeZone) }
        }
        guard let shown = own.flatMap({ Dates.moment($0, zone: "UTC") }) else { return moment }
        let minutes = (shown.seconds - moment.seconds) / 60
        return abs(minutes) <= 14 * 60 ? Timestamp(seconds: moment.seconds, offset: Int(minutes)) : moment
    }

    /// Kinds of record that WordPress keeps among the comments and nobody wrote as one.
    private static let noComments: [String: RecordCount.Why] = [
        "pingback": .init(one: "is a pingback, not a comment", many: "are pingbacks, not comments"),
        "trackback": .init(one: "is a trackback, not a comment", many: "are trackbacks, not comments"),
        "order_note": .init(one: "is a note of the site's shop", many: "are notes of the site's shop"),
        "note": .init(one: "is an editor's note on the article", many: "are editors' notes on articles"),
        "action_log": .init(one: "is a log entry of the site", many: "are log entries of the site"),
    ]
}
