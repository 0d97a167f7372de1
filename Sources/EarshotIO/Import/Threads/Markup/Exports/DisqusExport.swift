import EarshotCore

/// Reads the XML that Disqus exports: threads (the pages people comment under), then posts that name their thread.
///
/// A post that its author or a moderator deleted is deleted; spam, posts not approved and posts of a page's deleted
/// thread are hidden. Posts whose thread the file does not describe are kept all the same, each thread under its id.
/// E-mail and IP addresses are never read.
struct DisqusExport: ThreadImporter {
    var format: FileFormat { FileFormat(name: "disqus-export", title: "Disqus export (XML)") }

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup else { return false }
        return markup.root.split(separator: ":").last == "disqus"
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var reading = DisqusReading(context: context)
        // Threads come first in every export seen, but nothing says that they must.
        try XMLRecords.read(
            file, path: context.path, records: ["thread", "post"], nested: false, bare: ["post"]
        ) { record in
            reading.learn(record.element)
        }
        guard reading.posts > 0 else {
            throw Diagnostic(
                .error, "The Disqus export holds no comments", at: context.path,
                mend: "Export again, for the site under whose pages people commented")
        }
        try XMLRecords.read(file, path: context.path, records: ["thread", "post"], nested: false) { record in
            if record.element.name == "post" { try reading.take(record.element, emit) }
        }
        try reading.finish(emit)
    }
}

/// What is known while a Disqus export is read.
private struct DisqusReading {
    private struct Page {
        var title: String
        var url: String?
        var forum: String
        var isDeleted: Bool
        var hasBegun = false
    }

    private(set) var posts = 0
    private var pages: [String: Page] = [:]
    private var orphans = 0
    private var begun = 0
    private var count: RecordCount
    private let context: ImportContext

    init(context: ImportContext) {
        self.context = context
        count = RecordCount(path: context.path)
    }

    mutating func learn(_ element: MarkupElement) {
        guard element.name == "thread" else {
            posts += 1
            return
        }
        guard let id = Self.id(element) else { return }
        pages[id] = Page(
            title: element.line("title") ?? "", url: WebAddress.page(element.line("link")),
            forum: element.line("forum") ?? "", isDeleted: Self.isTrue(element, "isDeleted"))
    }

    mutating func take(_ post: MarkupElement, _ emit: (ImportedRecord) throws -> Void) throws {
        count.next()
        let key = post.child("thread").flatMap(Self.id) ?? ""
        let thread = DiscussionThread.ID("disqus:\(key)")
        if pages[key] == nil {
            orphans += 1
            pages[key] = Page(title: "", url: nil, forum: post.line("forum") ?? "", isDeleted: false)
        }
        guard let page = pages[key] else { return }
        if !page.hasBegun {
            pages[key]?.hasBegun = true
            begun += 1
            try emit(
                .thread(
                    DiscussionThread(
                        id: thread, title: page.title, url: page.url, place: page.forum, network: "disqus",
                        linkedURL: page.url)))
        }
        let words = HTMLText(loose: post.child("message")?.text ?? "")
        let id = Self.id(post) ?? ""
        var comment = ThreadComment(id: ThreadComment.ID(id), thread: thread, text: words.text)
        comment.parent = post.child("parent").flatMap(Self.id).map { ThreadComment.ID($0) }
        comment.author = post.child("author").flatMap { author in
            PersonName.cleaned(author.line("username")) ?? PersonName.cleaned(author.line("name"))
        }
        comment.posted = post.line("createdAt").flatMap { Dates.moment($0, zone: "UTC") }
        if !id.isEmpty, let url = page.url { comment.url = "\(url)#comment-\(id)" }
        if Self.isTrue(post, "isDeleted") {
            comment.state = .deleted
        } else if Self.isTrue(post, "isSpam") || page.isDeleted || post.line("isApproved")?.lowercased() == "false" {
            comment.state = .hidden
        }
        try count.hand(comment, isCut: words.isCut, line: post.line, to: emit)
    }

    func finish(_ emit: (ImportedRecord) throws -> Void) throws {
        let silent = pages.count - begun
        if silent > 0 {
            let what = silent == 1 ? "1 page has no comments and is" : "\(silent) pages have no comments and are"
            try emit(.note(Diagnostic(.note, "\(what) left out", at: context.path)))
        }
        if orphans > 0 {
            let what = orphans == 1 ? "1 thread is" : "\(orphans) threads are"
            try emit(
                .note(
                    Diagnostic(
                        .note, "\(what) not described in the file; the comments are kept without its title",
                        at: context.path)))
        }
        try count.finish(emit)
    }

    private static func id(_ element: MarkupElement) -> String? {
        let id = element.attribute("dsq:id") ?? element.attribute("id")
        return id.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func isTrue(_ element: MarkupElement, _ name: String) -> Bool {
        ["true", "1"].contains(element.line(name)?.lowercased())
    }
}
