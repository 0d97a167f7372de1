import EarshotCore

/// A conversation as a saved page shows it.
struct PageThread: Sendable {
    var title = ""
    var url: String?
    /// The page that people comment under, where the conversation is not a posting of its own.
    var linkedURL: String?
    /// Replies that the page says there are; 0 where it does not say.
    var declared = 0
    var posts: [PagePost] = []
}

/// One post or comment on a saved page.
struct PagePost: Sendable {
    /// The page's own id for it; empty where it has none.
    var id = ""
    /// Index of the post it answers, within its thread.
    var parent: Int?
    var author: String?
    var role: ThreadComment.Role?
    var posted: String?
    var text = ""
    var url: String?
    var likes: Int?
    var dislikes: Int?
    var kind = ThreadComment.Kind.reply
    var state = ThreadComment.SourceState.visible
    var line = 0
}
