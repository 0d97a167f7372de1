import EarshotCore

/// The conversation that a page's layout shows.
struct ForumThreads {
    let layout: ForumLayout
    private(set) var thread = PageThread()

    /// The layout that shows the most posts on the page; `nil` where none shows any.
    /// - Parameter text: The page's text in lower case.
    static func best(_ page: SavedPage, text: String) -> ForumThreads? {
        guard let root = page.tree.root else { return nil }
        var best: ForumThreads?
        for layout in ForumLayout.all where layout.marks.contains(where: { text.contains($0) }) {
            let found = ForumThreads(layout, root, page)
            if !found.thread.posts.contains(where: { !$0.text.isEmpty }) { continue }
            if found.thread.posts.count > best?.thread.posts.count ?? 0 { best = found }
        }
        return best
    }

    private init(_ layout: ForumLayout, _ root: MarkupElement, _ page: SavedPage) {
        self.layout = layout
        if let opening = root.descendants.first(where: { element in layout.opening.contains { $0.matches(element) } }) {
            var post = post(opening, within: [])
            post.kind = .opening
            let title = opening.attribute("post-title") ?? opening.first(ofClass: "title")?.first("a")?.text
            if let title { thread.title = MarkupText.collapsed(title) }
            let count = opening.attribute("comment-count") ?? opening.attribute("data-comments-count")
            thread.declared = max(0, count.flatMap(Int.init) ?? 0)
            if !post.text.isEmpty { thread.posts.append(post) }
        }
        // Open posts: their index and where they end.
        var open: [(index: Int, end: Int)] = []
        var ids: [String: Int] = [:]
        for element in root.descendants where layout.posts.contains(where: { $0.matches(element) }) {
            while let last = open.last, last.end <= element.index { open.removeLast() }
            var found = post(element, within: layout.posts)
            found.parent = open.last?.index
            for name in layout.parentAttributes where found.parent == nil {
                found.parent = element.attribute(name).flatMap { ids[$0] }
            }
            if layout.opens, thread.posts.isEmpty { found.kind = .opening }
            if !found.id.isEmpty { ids[found.id] = thread.posts.count }
            open.append((thread.posts.count, element.tree.nodes[element.index].end))
            thread.posts.append(found)
        }
        if thread.title.isEmpty { thread.title = Self.title(root, page) }
        if !layout.opens, thread.posts.first?.kind != .opening { thread.linkedURL = page.url }
    }

    private static func title(_ root: MarkupElement, _ page: SavedPage) -> String {
        let topics = root.descendants.filter { $0.hasClass("topic-title") || $0.hasClass("p-title-value") }
        let headings = (topics + root.all("h1")).map { MarkupText.line(of: $0) }
            .filter { !$0.isEmpty && $0 != page.place }
        // The site's own name is often the first heading; a page's title begins with the topic's.
        // phpBB 3.0: "Harwick • View topic - Buses".
        if let mark = page.title.firstRange(of: " • View topic - ") { return String(page.title[mark.upperBound...]) }
        return headings.first { page.title.hasPrefix($0) } ?? headings.first { page.title.contains($0) } ?? page.title
    }

    private func post(_ element: MarkupElement, within posts: [PageSelector]) -> PagePost {
        var post = PagePost()
        post.line = element.line
        let parts = Self.parts(of: element, without: posts)
        post.id = value(layout.idAttributes, element) ?? Self.anchor(parts)
        post.author = PersonName.cleaned(
            value(layout.authorAttributes, element) ?? Self.first(layout.author, parts).map { MarkupText.line(of: $0) })
        post.posted = value(layout.dateAttributes, element) ?? Self.date(layout.date, parts)
        post.likes = value(layout.scoreAttributes, element).flatMap(Int.init)
        if let body = Self.first(layout.body, parts) {
            let skipped = layout.skipped + posts
            post.text = HTMLText(of: body) { inner in skipped.contains { $0.matches(inner) } }.text
        }
        let isGone = ["[deleted]", "[removed]"].contains(post.text) || element.hasClass("deleted")
        if isGone { (post.text, post.state) = ("", .deleted) }
        return post
    }

    /// The first of the attributes that holds anything.
    private func value(_ names: [String], _ element: MarkupElement) -> String? {
        for name in names {
            if let value = element.attribute(name), !value.isEmpty { return value }
        }
        return nil
    }

    /// The elements inside a post that belong to no post inside it.
    private static func parts(of element: MarkupElement, without posts: [PageSelector]) -> [MarkupElement] {
        var parts: [MarkupElement] = []
        let nodes = element.tree.nodes
        var i = element.index + 1
        while i < nodes[element.index].end {
            guard !nodes[i].name.isEmpty else {
                i += 1
                continue
            }
            let part = MarkupElement(tree: element.tree, index: i)
            if posts.contains(where: { $0.matches(part) }) {
                i = nodes[i].end
            } else {
                parts.append(part)
                i += 1
            }
        }
        return parts
    }

    private static func first(_ selectors: [PageSelector], _ parts: [MarkupElement]) -> MarkupElement? {
        for selector in selectors {
            if let found = parts.first(where: { selector.matches($0) && !$0.text.allSatisfy(\.isWhitespace) }) {
                return found
            }
        }
        return nil
    }

    /// The id that stands in the post rather than on it: `id="msg_12"`, `id="comment-12"`.
    private static func anchor(_ parts: [MarkupElement]) -> String {
        for part in parts {
            let id = part.attribute("id") ?? ""
            let digits = id.reversed().prefix { $0.isNumber }
            if !digits.isEmpty, digits.count < id.count { return id }
        }
        return ""
    }

    private static func date(_ selectors: [PageSelector], _ parts: [MarkupElement]) -> String? {
        for selector in selectors {
            for part in parts where selector.matches(part) {
                for name in ["datetime", "data-time", "data-comment-timestamp", "title"] {
                    if let value = part.attribute(name), Dates.moment(value, zone: "UTC") != nil { return value }
                }
                // "by Jo » Mon Nov 09, 2026 6:04 pm": what comes after the last mark.
                let line = MarkupText.line(of: part)
                if let found = Dates.firstLocal(in: line) { return found.time.iso }
            }
        }
        return nil
    }
}
