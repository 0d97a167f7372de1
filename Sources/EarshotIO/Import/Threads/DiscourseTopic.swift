import EarshotCore

/// Reads what a Discourse forum answers to `/t/<id>.json` (posts with `cooked` HTML or `raw` Markdown), and the answer
/// to `/t/<id>/posts.json`, which lacks the topic's title.
///
/// Posts that the topic lists and the file does not hold are its missing replies. The forum's own notices (post types
/// other than 1) are comments of a moderator where they have words ("closed, since …"), else none.
struct DiscourseTopic: ThreadImporter {
    var format: FileFormat { FileFormat(name: "discourse-topic", title: "Discourse topic (JSON)") }

    func recognises(_ head: FileHead) -> Bool {
        let text = head.compact
        return text.hasPrefix("{") && (text.contains("\"post_stream\":{") || text.contains("\"topic_list\":{"))
    }

    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        let (topic, notes) = try JSONFile.read(file, path: context.path)
        for note in notes { try emit(.note(note)) }
        guard let posts = topic["post_stream"]?["posts"]?.array, !posts.isEmpty,
            let id = topic["id"]?.int ?? posts.first?["topic_id"]?.int
        else { throw refusal(topic, context.path) }
        let thread = thread(topic, posts, id)
        try emit(.thread(thread))
        var numbers: [Int: ThreadComment.ID] = [:]
        for post in posts {
            if let number = post["post_number"]?.int, let id = post["id"]?.int { numbers[number] = .init(String(id)) }
        }
        var notices = 0
        var cut = 0
        for (index, post) in posts.enumerated() {
            // 1 is a person's post; the others are the forum's own, which count where somebody wrote words for them.
            let type = post["post_type"]?.int ?? 1
            guard type == 1 || post["cooked"]?.string?.isEmpty == false else {
                notices += 1
                continue
            }
            guard let id = post["id"]?.int else {
                let message = "Post \(index + 1) has no id"
                try emit(.skipped(Diagnostic(.warning, message, at: context.path, mend: "Save the topic again")))
                continue
            }
            let (read, isCut) = comment(post, id, thread.id, numbers, zone: context.timeZone)
            if isCut { cut += 1 }
            var comment = read
            if type != 1, comment.role == nil { comment.role = .moderator }
            // 4 is a whisper among the forum's staff.
            if type == 4, comment.state == .visible { comment.state = .hidden }
            try emit(.comment(comment))
        }
        for note in closing(notices: notices, cut: cut, context.path) { try emit(.note(note)) }
    }

    private func refusal(_ topic: JSONValue, _ path: String) -> Diagnostic {
        if topic["topic_list"] != nil {
            return Diagnostic(
                .error, "This is a list of Discourse topics, not a topic", at: path,
                mend: "Open each topic in a browser, put .json behind its address and save that page")
        }
        return Diagnostic(
            .error, "The Discourse topic has no posts or no id", at: path,
            mend: "Open the topic in a browser, put .json behind its address and save that page")
    }

    private func closing(notices: Int, cut: Int, _ path: String) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        if notices == 1 {
            notes.append(Diagnostic(.note, "1 post is a notice of the forum itself, not a comment", at: path))
        } else if notices > 1 {
            notes.append(Diagnostic(.note, "\(notices) posts are notices of the forum itself, not comments", at: path))
        }
        if cut > 0 {
            let message =
                "The markup of \(cut == 1 ? "a post" : "\(cut) posts") is nested too deep; the end was not read"
            notes.append(
                Diagnostic(.warning, message, at: path, mend: "Add what is missing by hand, with the CSV template"))
        }
        return notes
    }

    private func thread(_ topic: JSONValue, _ posts: [JSONValue], _ id: Int) -> DiscussionThread {
        let slug = topic["slug"]?.string ?? posts.first?["topic_slug"]?.string ?? ""
        let held = Set(posts.compactMap { $0["id"]?.int })
        let missing: Int
        if let stream = topic["post_stream"]?["stream"]?.array {
            missing = stream.filter { $0.int.map { !held.contains($0) } ?? false }.count
        } else {
            missing = max(0, (topic["posts_count"]?.int ?? 0) - posts.count)
        }
        return DiscussionThread(
            id: DiscussionThread.ID("discourse:\(id)"),
            title: topic["title"]?.string ?? slug.replacing("-", with: " "), url: nil, place: "", network: "discourse",
            missingReplies: missing)
    }

    private func comment(
        _ post: JSONValue, _ id: Int, _ thread: DiscussionThread.ID, _ numbers: [Int: ThreadComment.ID], zone: String
    ) -> (ThreadComment, isCut: Bool) {
        var words = HTMLText(html: "")
        if let html = post["cooked"]?.string {
            words = HTMLText(html: html)
        } else if let raw = post["raw"]?.string {
            words.text = RedditMarkdown.plain(Self.withoutQuotes(raw))
        }
        var comment = ThreadComment(id: ThreadComment.ID(String(id)), thread: thread, text: words.text)
        comment.parent = post["reply_to_post_number"]?.int.flatMap { numbers[$0] }
        comment.author = post["username"]?.string
        comment.posted = post["created_at"]?.string.flatMap { Dates.moment($0, zone: zone) }
        comment.kind = post["post_number"]?.int == 1 ? .opening : .reply
        comment.role = Self.role(post)
        if let actions = post["actions_summary"]?.array {
            // Action 2 is "like"; newer forums leave it out where nobody did.
            comment.likes = actions.first { $0["id"]?.int == 2 }?["count"]?.int ?? 0
        }
        let deletedAt = post["deleted_at"] ?? .null
        if !deletedAt.isNull || post["user_deleted"]?.bool == true {
            comment.state = .deleted
            comment.text = ""
        } else if post["hidden"]?.bool == true {
            comment.state = .hidden
            // Whoever may not see the post is given the forum's notice in place of its words.
            if post["cooked_hidden"]?.bool == true || post["can_see_hidden_post"]?.bool == false { comment.text = "" }
        } else if comment.text.isEmpty {
            comment.state = .empty
        }
        return (comment, words.isCut)
    }

    /// A title ("Ward councillor") is given by the forum's staff, a name is not: only the title makes a councillor.
    private static func role(_ post: JSONValue) -> ThreadComment.Role? {
        let title = (post["user_title"]?.string ?? "").lowercased().split { !$0.isLetter }
        if title.contains(where: { ["councillor", "cllr", "cynghorydd"].contains($0) }),
            !title.contains(where: { ["former", "ex", "not", "cyn"].contains($0) })
        {
            return .councillor
        }
        if post["moderator"]?.bool == true { return .moderator }
        return post["admin"]?.bool == true || post["staff"]?.bool == true ? .staff : nil
    }

    /// Takes `[quote="…"]…[/quote]` out of raw Markdown.
    private static func withoutQuotes(_ raw: String) -> String {
        var out = ""
        var rest = Substring(raw)
        while let open = rest.firstRange(of: "[quote"), let close = rest[open.upperBound...].firstRange(of: "[/quote]")
        {
            out += rest[..<open.lowerBound]
            rest = rest[close.upperBound...]
        }
        return out + rest
    }
}
