import EarshotCore

/// Conversations out of schema.org things.
struct SchemaThreads {
    private(set) var threads: [PageThread] = []
    /// Comments that no thing on the page holds.
    private var loose: [SchemaThing] = []
    /// What such comments are about: the page's article.
    private var article: PageThread?

    init(_ things: [SchemaThing]) {
        for thing in things { visit(thing, depth: 0) }
        join()
    }

    var count: Int { threads.reduce(0) { $0 + $1.posts.count } }

    /// The parsers bound the depth to 256.
    private mutating func visit(_ thing: SchemaThing, depth: Int) {
        if thing.isA(SchemaThing.comments) {
            if Self.saysSomething(thing) {
                loose.append(thing)
            } else {
                visitInner(thing, depth)
            }
            return
        }
        // Frequently asked questions are the site's own, and so are their answers.
        if thing.isA(["FAQPage"]) { return }
        let replies = Self.replies(of: thing)
        if thing.isA(SchemaThing.postings) || !replies.isEmpty { return add(thing, replies) }
        if article == nil, thing.types.contains(where: { $0.hasSuffix("Article") || $0 == "BlogPosting" }) {
            article = Self.heading(thing)
        }
        guard depth < 256 else { return }
        visitInner(thing, depth)
    }

    private mutating func visitInner(_ thing: SchemaThing, _ depth: Int) {
        for property in thing.properties {
            if case .thing(let inner) = property.value { visit(inner, depth: depth + 1) }
        }
    }

    private static func replies(of thing: SchemaThing) -> [SchemaThing] {
        let names = [
            "comment", "comments", "acceptedAnswer", "suggestedAnswer", "answer", "hasPart", "reply", "replies",
        ]
        return thing.things(names).filter { reply in
            reply.isA(SchemaThing.comments) || (reply.types.isEmpty && saysSomething(reply))
        }
    }

    /// A container that is marked as a comment (themes do that) has no words, author or date of its own.
    private static func saysSomething(_ thing: SchemaThing) -> Bool {
        thing.text("text", "articleBody", "commentText", "description") != nil
            || thing.text("author", "creator", "datePublished", "dateCreated") != nil
    }

    private mutating func add(_ thing: SchemaThing, _ replies: [SchemaThing]) {
        var thread = Self.heading(thing)
        thread.linkedURL = nil
        if thing.isA(SchemaThing.postings) {
            var opening = Self.post(thing)
            opening.kind = .opening
            // NodeBB writes the title in the text's place, and the first post's words among the comments.
            if !opening.text.isEmpty, opening.text != thread.title { thread.posts.append(opening) }
        } else {
            thread.linkedURL = thread.url
        }
        for reply in replies { append(reply, to: &thread, under: nil) }
        threads.append(thread)
    }

    private static func heading(_ thing: SchemaThing) -> PageThread {
        var thread = PageThread()
        let title = thing.text("headline", "name", "alternativeHeadline") ?? ""
        // Some pages escape what stands in their JSON as if it were HTML.
        thread.title = MarkupText.collapsed(title.contains("&") ? HTMLText(loose: title).text : title)
        thread.url = WebAddress.page(thing.text("url", "mainEntityOfPage", "discussionUrl") ?? thing.id)
        thread.linkedURL = thread.url
        thread.declared = declared(thing)
        return thread
    }

    private func append(_ thing: SchemaThing, to thread: inout PageThread, under parent: Int?) {
        var post = Self.post(thing)
        post.parent = parent
        thread.posts.append(post)
        let index = thread.posts.count - 1
        for reply in Self.replies(of: thing) { append(reply, to: &thread, under: index) }
    }

    /// Old Discourse and other forums mark each post of one topic as a posting of its own; loose comments belong to the
    /// page's one conversation.
    private mutating func join() {
        let postings = threads.filter { $0.linkedURL == nil }
        if threads.count > 1, postings.count == threads.count, threads.allSatisfy({ $0.posts.count <= 1 }) {
            let titles = Set(threads.map(\.title)).subtracting([""])
            if titles.count <= 1 {
                var whole = threads.first { !$0.title.isEmpty } ?? threads[0]
                whole.posts = threads.flatMap(\.posts)
                for index in whole.posts.indices where index > 0 { whole.posts[index].kind = .reply }
                threads = [whole]
            }
        }
        guard !loose.isEmpty else { return }
        if threads.count != 1 {
            let isNew = threads.allSatisfy { $0.posts.isEmpty } || threads.isEmpty
            if isNew { threads = [] }
            threads.append(article ?? PageThread())
        }
        let parents = Dictionary(
            loose.map { ($0.id, $0) }.filter { !$0.0.isEmpty }, uniquingKeysWith: { first, _ in first })
        var placed: [String: Int] = [:]
        for thing in loose {
            let answered = thing.things(["parentItem"]).first?.id ?? thing.text("parentItem") ?? ""
            let parent = parents[answered] == nil ? nil : placed[answered]
            let index = threads[threads.count - 1].posts.count
            if !thing.id.isEmpty { placed[thing.id] = index }
            append(thing, to: &threads[threads.count - 1], under: parent)
        }
        loose = []
    }

    // MARK: - Values

    private static func post(_ thing: SchemaThing) -> PagePost {
        var post = PagePost()
        post.id = thing.id.isEmpty ? thing.text("identifier", "commentId") ?? "" : thing.id
        post.author = PersonName.cleaned(thing.text("author", "creator"))
        post.posted = thing.text(
            "datePublished", "dateCreated", "commentTime", "uploadDate", "startTime", "dateModified")
        post.url = WebAddress.page(thing.text("url", "replyToUrl") ?? thing.id)
        post.likes = count(thing.text("upvoteCount")) ?? interaction(thing, ["likeaction", "userlikes", "agreeaction"])
        post.dislikes = count(thing.text("downvoteCount")) ?? interaction(thing, ["dislikeaction", "disagreeaction"])
        post.line = thing.line
        post.text = words(thing)
        if case "deleted"? = thing.text("creativeWorkStatus")?.lowercased() { post.state = .deleted }
        return post
    }

    private static func words(_ thing: SchemaThing) -> String {
        for name in ["text", "articleBody", "commentText", "description"] {
            for (property, value) in thing.properties where property == name {
                let text =
                    switch value {
                    case .words(let words): words
                    case .text(let text): HTMLText(loose: text).text
                    case .thing(let inner): HTMLText(loose: inner.text("@value") ?? "").text
                    }
                if !text.isEmpty { return text }
            }
        }
        return ""
    }

    /// Replies that the posting counts.
    private static func declared(_ thing: SchemaThing) -> Int {
        let told = [thing.text("commentCount"), thing.text("answerCount")].compactMap(count).reduce(0, +)
        return max(told, interaction(thing, ["commentaction", "replyaction", "usercomments"]) ?? 0)
    }

    /// "12" of `{"interactionType": "https://schema.org/LikeAction", "userInteractionCount": 12}` and of "UserLikes:12".
    private static func interaction(_ thing: SchemaThing, _ kinds: Set<String>) -> Int? {
        for counter in thing.things(["interactionStatistic", "interactionCount"]) {
            let types = counter.things(["interactionType"]).flatMap(\.types) + [counter.text("interactionType") ?? ""]
            if types.contains(where: { kinds.contains(SchemaThing.type($0).lowercased()) }) {
                return count(counter.text("userInteractionCount", "interactionCount"))
            }
        }
        for case ("interactionCount", .text(let text)) in thing.properties {
            let parts = text.split(separator: ":")
            if let kind = parts.first, kinds.contains(kind.lowercased()) { return count(parts.last.map(String.init)) }
        }
        return nil
    }

    private static func count(_ text: String?) -> Int? {
        guard let text else { return nil }
        let digits = text.filter { $0 != "," && $0 != " " }
        return Int(digits).flatMap { (-1_000_000_000...1_000_000_000).contains($0) ? $0 : nil }
    }
}
