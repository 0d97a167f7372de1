import Foundation

/// What the titles and addresses of feed entries say.
enum FeedSubject {
    private static let replyMarks: Set<String> = [
        "re", "aw", "sv", "vs", "antw", "odp", "fw", "fwd", "wg", "tr", "ynt", "ateb", "rép",
    ]

    /// The title without "Re:", "RE[2]:", "Fwd:" and the name of the forum that phpBB puts before it ("Town • Re: Buses").
    static func display(_ title: String) -> String {
        var rest = Substring(title)
        if let end = forumEnd(title) { rest = rest[end...] }
        // Reddit: "/u/jo on Which buses?"
        if rest.hasPrefix("/u/"), let mark = rest.firstRange(of: " on ") { rest = rest[mark.upperBound...] }
        while let end = replyMark(rest) { rest = rest[end...].drop(while: \.isWhitespace) }
        return String(rest)
    }

    static func isReply(_ title: String) -> Bool {
        var rest = Substring(title)
        if let end = forumEnd(title) { rest = rest[end...] }
        return replyMark(rest) != nil
    }

    /// Where the name of the forum ends that phpBB puts before a title. Bullets are rare, and 0xE2 begins one.
    private static func forumEnd(_ title: String) -> String.Index? {
        guard title.utf8.contains(0xE2) else { return nil }
        return title.range(of: " • ", options: .backwards)?.upperBound
    }

    /// Titles with the same key are one subject.
    static func key(_ title: String) -> String { MarkupText.collapsed(display(title)).lowercased() }

    /// Where the mark at the beginning ends.
    private static func replyMark(_ text: Substring) -> Substring.Index? {
        let word = text.prefix { $0.isLetter }
        guard replyMarks.contains(word.lowercased()) else { return nil }
        var rest = text[word.endIndex...]
        if rest.first == "[" || rest.first == "(" {
            rest = rest.dropFirst().drop { $0.isNumber }.dropFirst()
        }
        rest = rest.drop(while: \.isWhitespace)
        guard let colon = rest.first, colon == ":" || colon == "：" else { return nil }
        return rest.index(after: rest.startIndex)
    }

    /// The page's title in the title of a feed of comments; empty where the feed is about a whole site, `nil` where the
    /// title does not say that the feed is one of comments.
    static func commentsTitle(_ title: String) -> String? {
        let lower = title.lowercased()
        for start in pageStarts where lower.hasPrefix(start) {
            return String(title.dropFirst(start.count)).trimmingBlanks
        }
        return siteStarts.contains { lower.hasPrefix($0) } ? "" : nil
    }

    /// WordPress in the languages of its commonest translations; Blogger.
    private static let pageStarts = [
        "comments on:", "comments on ", "sylwadau ar:", "sylwadau ar ", "kommentare zu:", "commentaires sur :",
        "commentaires sur", "comentarios en:", "commenti su:", "commenti a:", "reacties op:", "komentarze do:",
        "replies to:", "comments to:",
    ]
    private static let siteStarts = [
        "comments for ", "comments from ", "kommentare für ", "commentaires pour ", "comentarios para ",
        "recent comments", "all comments", "latest comments",
    ]

    /// The site in the title of its feed of comments.
    static func siteName(_ title: String) -> String {
        let lower = title.lowercased()
        for start in siteStarts where start.hasSuffix(" ") && lower.hasPrefix(start) {
            return String(title.dropFirst(start.count)).trimmingBlanks
        }
        return title
    }

    /// Whether the address points at a comment within its page.
    static func isUnderPage(_ link: String) -> Bool { link.holds("#") && link.lowercased().holds("#comment") }

    /// "t3_1abc" in the address of a post on Reddit or a comment below it.
    static func redditTopic(_ link: String) -> String? {
        guard link.holds("reddit.com/"), let start = link.firstRange(of: "/comments/")?.upperBound else { return nil }
        let id = link[start...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return id.isEmpty ? nil : "t3_\(id)"
    }

    /// The page's title in "Comment on Buses in Mill Lane by Jo"; `nil` for titles of another kind ("By: Jo").
    static func commented(_ title: String, author: String?) -> String? {
        let lower = title.lowercased()
        guard let start = ["comment on ", "re: comment on ", "reply to "].first(where: { lower.hasPrefix($0) }) else {
            return nil
        }
        var rest = Substring(title).dropFirst(start.count)
        if let author, rest.hasSuffix(" by \(author)") {
            rest = rest.dropLast(author.count + 4)
        } else if let mark = rest.range(of: " by ", options: .backwards) {
            rest = rest[..<mark.lowerBound]
        }
        return String(rest).trimmingBlanks
    }

    /// The author in "By: Jo", where WordPress gives no other.
    static func author(_ title: String) -> String? {
        for start in ["By: ", "Gan: ", "Von: ", "Par : ", "Por: ", "Di: ", "Door: "] where title.hasPrefix(start) {
            return PersonName.cleaned(String(title.dropFirst(start.count)))
        }
        return nil
    }

    /// An address without what points into the page: "#comment-3", Blogger's "?showComment=1794304800".
    static func page(_ link: String) -> String {
        let page = link.utf8.firstIndex(of: UInt8(ascii: "#")).map { link[..<$0] } ?? link[...]
        guard link.holds("showComment="), let mark = page.firstRange(of: "showComment="),
            let before = page[..<mark.lowerBound].last,
            before == "?" || before == "&"
        else { return String(page) }
        let rest = page[mark.upperBound...].drop { $0 != "&" }.dropFirst()
        let start = page[..<mark.lowerBound]
        return String(rest.isEmpty ? start.dropLast() : start + rest)
    }
}

extension String {
    fileprivate var trimmingBlanks: String { MarkupText.collapsed(self) }

    /// Whether the words stand in the text, byte for byte. Every entry's address is asked this, and a search by
    /// characters takes longer than the rest of the entry.
    fileprivate func holds(_ words: String) -> Bool {
        let text = utf8.span
        let words = words.utf8.span
        guard text.count >= words.count else { return false }
        for start in 0...text.count - words.count {
            var length = 0
            while length < words.count, text[start + length] == words[length] { length += 1 }
            if length == words.count { return true }
        }
        return false
    }
}
