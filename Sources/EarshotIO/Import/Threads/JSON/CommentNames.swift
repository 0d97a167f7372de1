/// What a member of a JSON object is called as a column, and what its name tells of the object.
struct CommentName {
    /// What names tell of the object that bears them.
    struct Marks: OptionSet {
        var rawValue: UInt8

        static let text = Marks(rawValue: 1)
        static let clearText = Marks(rawValue: 2)
        static let person = Marks(rawValue: 4)
        static let other = Marks(rawValue: 8)
        static let meeting = Marks(rawValue: 16)
        static let list = Marks(rawValue: 32)

        /// Whether an object whose names have these marks is a comment.
        var isComment: Bool {
            guard contains(.text) else { return false }
            if contains(.person) { return true }
            // A list of meetings may have a note called "comment".
            return !contains(.meeting) && isSuperset(of: [.clearText, .other])
        }
    }

    var column: String
    /// As the file writes it: "createdAt", "author.name".
    var label: String
    var marks: Marks

    init(column: String, label: String = "") {
        self.column = column
        self.label = label
        marks = []
        if CommentNames.texts.contains(column) { marks.insert(.text) }
        if CommentNames.clearTexts.contains(column) { marks.insert(.clearText) }
        if CommentNames.people.contains(column) { marks.insert(.person) }
        if CommentNames.others.contains(column) { marks.insert(.other) }
        if ["agenda", "agenda_items", "meeting_id"].contains(column) { marks.insert(.meeting) }
        if CommentNames.lists.contains(column) { marks.insert(.list) }
    }
}

/// The names in a JSON file, each understood once: a file has a dozen, borne by every one of its objects.
struct CommentNames {
    /// Names kept in mind (chosen, not derived): a hostile file may have any number.
    private static let limit = 4000

    private var names: [String: CommentName] = [:]
    /// Names within the object that a member holds, by the member's.
    private var inner: [String: [String: CommentName]] = [:]
    private var count = 0

    mutating func name(_ key: String) -> CommentName {
        if let known = names[key] { return known }
        let name = CommentName(column: Self.column(key), label: key)
        if count < Self.limit {
            names[key] = name
            count += 1
        }
        return name
    }

    /// The name of a member of the object that the member `outer` holds: "author_name".
    mutating func name(_ key: String, in outer: String) -> CommentName {
        if let known = inner[outer]?[key] { return known }
        let start = Self.inlined.contains(outer) ? "" : Self.column(outer) + "_"
        let name = CommentName(column: start + Self.column(key), label: "\(outer).\(key)")
        if count < Self.limit {
            inner[outer, default: [:]][key] = name
            count += 1
        }
        return name
    }

    /// Whether an object with these columns is a comment.
    static func areComment(_ columns: Set<String>) -> Bool {
        columns.reduce(into: CommentName.Marks()) { $0.formUnion(CommentName(column: $1).marks) }.isComment
    }

    // MARK: - Spellings

    /// "createdAt" and "Created At" are "created_at".
    static func column(_ key: String) -> String {
        var spaced = ""
        var wasLower = false
        for character in key {
            if character.isUppercase, wasLower { spaced.append("_") }
            wasLower = character.isLowercase || character.isNumber
            spaced.append(character)
        }
        return CommentColumn.normalised(spaced)
    }

    /// How JSON may write a name: "comment_text", "commentText", "CommentText", "comment".
    static func spellings(_ name: String) -> [String] {
        let words = name.split(separator: "_").map(String.init)
        let capitals = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let camel = (words.first ?? "") + capitals.dropFirst().joined()
        var all = [name]
        for spelling in [camel, capitals.joined(), capitals.joined(separator: " ")] where !all.contains(spelling) {
            all.append(spelling)
        }
        return all
    }

    // MARK: - Names that are known

    /// Names that hardly anything but a comment's words bears, best first.
    static let clearTexts = [
        "text", "comment_text", "comment_body", "comment", "message", "comment_content", "response_text", "reply_text",
        "text_original", "text_display", "full_text", "text_content",
    ]
    /// Names of a comment's words, best first; the later ones are borne by articles and agendas, too.
    static let texts =
        clearTexts + [
            "body", "content", "markdown", "content_html", "body_html", "html", "raw", "response", "answer", "feedback",
            "statement", "description", "content_rendered",
        ]
    /// Names that tell of somebody who wrote, answered or was answered, or of votes.
    static let people: Set<String> = [
        "author", "author_id", "author_name", "author_username", "username", "user_name", "user", "user_id",
        "user_username", "commenter", "commenter_hex", "commenter_name", "posted_by", "parent_id", "parent_hex",
        "parent_comment_id", "in_reply_to", "in_reply_to_id", "reply_to", "likes", "like_count", "likes_count",
        "upvotes", "votes", "comment_id", "comment_hex", "replies", "by", "nickname", "screen_name", "handle",
        "respondent_id", "participant_id", "author_display_name",
    ]
    /// Names of which one stands beside words that are clearly a comment's.
    static let others: Set<String> = [
        "created_at", "created_utc", "posted_at", "published_at", "creation_date", "timestamp", "created", "date",
        "time", "datetime", "date_created", "date_posted", "published", "name", "score", "parent", "id", "_id",
        "response_id", "themefinder_id",
    ]

    /// Names of lists of comments within comments or pages.
    static let lists: Set<String> = [
        "comments", "replies", "children", "answers", "responses", "items", "data", "results", "posts", "threads",
        "messages", "entries", "rows", "records", "features", "pages", "conversations", "discussions", "submissions",
        "reply", "comment_list", "nodes", "edges", "node",
    ]
    /// Objects whose members count as the comment's own.
    private static let inlined: Set<String> = ["properties", "attributes", "fields", "_source"]
    /// Names of a comment's id, best first.
    static let ids = CommentColumn.commentID.synonyms + ["comment_hex", "cid", "_id", "guid", "key", "pk"]
}
