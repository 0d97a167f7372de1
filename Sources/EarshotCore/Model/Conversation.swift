/// Where a conversation happens: a Facebook group, a subreddit, a forum, a survey.
package struct Place: Equatable, Sendable {
    /// The network and the place's own name, as one string: "reddit/derwentvale". Unique within a meeting.
    package struct ID: RawRepresentable, Hashable, Sendable, Codable {
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package init(_ rawValue: String) { self.rawValue = rawValue }
    }

    package enum Access: String, Sendable, Codable {
        case open
        case closed
    }

    package var id: ID
    package var name: String
    /// "facebook", "reddit", "discourse", "survey", …; lower case; empty where unknown.
    package var network: String
    package var url: String?
    /// "group", "page", "forum", "survey", …
    package var kind: String
    package var members: Int?
    package var ward: String
    package var topic: String
    /// The day on which somebody last looked at the place, ISO 8601.
    package var checked: String
    package var access: Access?

    package init(
        id: ID, name: String, network: String = "", url: String? = nil, kind: String = "", members: Int? = nil,
        ward: String = "", topic: String = "", checked: String = "", access: Access? = nil
    ) {
        self.id = id
        self.name = name
        self.network = network
        self.url = url
        self.kind = kind
        self.members = members
        self.ward = ward
        self.topic = topic
        self.checked = checked
        self.access = access
    }
}

/// One conversation: a title and the comments under it.
package struct DiscussionThread: Equatable, Sendable {
    /// Made from the source's own id ("reddit:t3_1abc2d", "discourse:812", a CSV's `thread_id`), so that the same
    /// thread saved twice is the same thread. Unique within a meeting.
    package struct ID: RawRepresentable, Hashable, Sendable, Codable {
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package init(_ rawValue: String) { self.rawValue = rawValue }
    }

    package var id: ID
    package var title: String
    package var url: String?
    /// The place's name as the file gives it ("r/derwentvale"); empty where it gives none.
    package var place: String
    /// Lower case: "reddit", "discourse", "facebook", …; empty where unknown.
    package var network: String
    /// The page that the thread is about, where the source gives one: what a post links to, the article under which
    /// people comment. Evidence for the linker; not the thread's own address.
    package var linkedURL: String?
    /// The agenda item that the file itself names (number, id or title), where it does.
    package var declaredItem: String?
    /// Replies that the source says exist and the file does not hold.
    package var missingReplies: Int

    package init(
        id: ID, title: String = "", url: String? = nil, place: String = "", network: String = "",
        linkedURL: String? = nil, declaredItem: String? = nil, missingReplies: Int = 0
    ) {
        self.id = id
        self.title = title
        self.url = url
        self.place = place
        self.network = network
        self.linkedURL = linkedURL
        self.declaredItem = declaredItem
        self.missingReplies = missingReplies
    }
}

/// One thing that one person wrote, as the source has it.
package struct ThreadComment: Equatable, Sendable {
    /// The source's own id where it has one, else made from the content. Unique within its thread.
    package struct ID: RawRepresentable, Hashable, Sendable, Codable {
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package init(_ rawValue: String) { self.rawValue = rawValue }
    }

    package enum Kind: String, Sendable, Codable {
        /// The post that opens the thread.
        case opening
        case reply
    }

    /// What the source says has become of the comment. Everything but `visible` is kept as an excluded row.
    package enum SourceState: String, Sendable, Codable {
        case visible
        /// Taken away by its author or the platform; the text is gone.
        case deleted
        /// Held back by a moderator of the place.
        case hidden
        /// The record holds no words.
        case empty
        /// An earlier save held the comment, and the newest save of the thread does not. Never set by an importer.
        case withdrawn
        /// Erased at the writer's request: a tombstone without words or author. Never set by an importer.
        case erased
    }

    package enum Role: String, Sendable, Codable {
        case staff
        case moderator
        case councillor
    }

    package var id: ID
    package var thread: DiscussionThread.ID
    package var parent: ID?
    /// The handle as the source has it; the store keeps it apart from the comment and no output shows it.
    package var author: String?
    package var role: Role?
    package var posted: Timestamp?
    /// The author's own words, plain text (HTML and Markdown quoting of the parent taken off).
    package var text: String
    package var url: String?
    /// Likes, agrees, or upvotes less downvotes where the source gives only the sum.
    package var likes: Int?
    /// Dislikes, disagrees or downvotes, where the source counts them apart.
    package var dislikes: Int?
    /// A position that the import states for the comment, never one that was read out of its words.
    package var declaredPosition: Position?
    package var ward: String
    package var kind: Kind
    package var state: SourceState

    package init(
        id: ID, thread: DiscussionThread.ID, parent: ID? = nil, author: String? = nil, role: Role? = nil,
        posted: Timestamp? = nil, text: String, url: String? = nil, likes: Int? = nil, dislikes: Int? = nil,
        declaredPosition: Position? = nil, ward: String = "", kind: Kind = .reply, state: SourceState = .visible
    ) {
        self.id = id
        self.thread = thread
        self.parent = parent
        self.author = author
        self.role = role
        self.posted = posted
        self.text = text
        self.url = url
        self.likes = likes
        self.dislikes = dislikes
        self.declaredPosition = declaredPosition
        self.ward = ward
        self.kind = kind
        self.state = state
    }
}
