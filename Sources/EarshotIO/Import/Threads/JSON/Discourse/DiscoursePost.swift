import EarshotCore

/// One post of a Discourse topic.
enum DiscoursePost {
    static func words(_ post: JSONValue, _ ledger: inout ThreadLedger, _ line: Int) -> String {
        if let html = post["cooked"]?.string { return ledger.words(html: html, line: line) }
        return RedditMarkdown.plain(withoutQuotes(post["raw"]?.string ?? ""))
    }

    static func comment(
        _ post: JSONValue, _ id: Int, _ thread: DiscussionThread.ID, _ words: String, zone: String
    ) -> ThreadComment {
        var comment = ThreadComment(id: ThreadComment.ID(String(id)), thread: thread, text: words)
        comment.author = post["username"]?.filled
        comment.posted = post["created_at"]?.string.flatMap { Dates.moment($0, zone: zone) }
        comment.kind = post["post_number"]?.int == 1 ? .opening : .reply
        comment.role = role(post)
        if let address = post["url"]?.filled, address.hasPrefix("http") { comment.url = address }
        if let actions = post["actions_summary"]?.array {
            // Action 2 is "like"; newer forums leave it out where nobody did.
            comment.likes = actions.first { $0["id"]?.int == 2 }?["count"]?.int ?? 0
        }
        let deletedAt = post["deleted_at"] ?? .null
        if !deletedAt.isNull || post["user_deleted"]?.bool == true {
            comment.state = .deleted
        } else if post["hidden"]?.bool == true {
            comment.state = .hidden
            // Whoever may not see the post is given the forum's notice in place of its words.
            if post["cooked_hidden"]?.bool == true || post["can_see_hidden_post"]?.bool == false { comment.text = "" }
        }
        return comment
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
