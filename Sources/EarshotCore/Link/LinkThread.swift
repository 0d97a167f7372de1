/// A thread as the linker reads it.
package struct LinkThread: Sendable {
    package var id: DiscussionThread.ID
    package var title: String
    package var url: String?
    /// The page that the thread is about: what a post links to, the article under which people comment.
    package var linkedURL: String?
    /// The item that the file itself names: its id, number or title.
    package var declaredItem: String?
    /// The texts of the comments, in order, the opening post first where there is one.
    package var texts: [String]

    package init(
        id: DiscussionThread.ID, title: String = "", url: String? = nil, linkedURL: String? = nil,
        declaredItem: String? = nil, texts: [String] = []
    ) {
        self.id = id
        self.title = title
        self.url = url
        self.linkedURL = linkedURL
        self.declaredItem = declaredItem
        self.texts = texts
    }
}

/// What the linker keeps of a thread once it has read it: a few kilobytes, however long the thread is.
///
/// Valid only for the `Linker` that made it.
package struct ThreadProfile: Sendable {
    package let thread: DiscussionThread.ID

    var declared: Declared
    /// How many comments were read.
    var comments: Int
    /// Which keys of the items stand in the thread, by key.
    var mentions: [Mention]
    /// Ascending by hash; at most `ThreadReader.termLimit` and `ThreadReader.pairLimit`.
    var terms: [Term]
    /// The words of `terms` as the thread writes them, end to end, UTF-8.
    var spellings: [UInt8]

    enum Declared: Equatable, Sendable {
        case nothing
        /// Position in the linker's items.
        case item(Int)
        /// The file names an item that nothing may be linked to.
        case unlinkable
    }

    struct Mention: Equatable, Sendable {
        /// Position in the linker's keys.
        var key: Int
        /// In the title, the thread's own address, the address it is about or the first comment.
        var leads: Bool
        /// False for a name that the thread writes only without capitals and that may be common words: "law school".
        var isSure: Bool
        /// How many of the comments read hold it.
        var comments: Int
    }

    /// A stem, or a pair of neighbouring stems, and how often it occurs.
    struct Term: Equatable, Sendable {
        var hash: UInt64
        /// Occurrences; those in the title count double. At most 65,535.
        var count: UInt16
        /// Offset and length in `spellings`; length 0 for pairs and for words that may be a person's name.
        var spellingStart: UInt16
        var spellingLength: UInt8
        var isPair: Bool
    }

    func spelling(_ term: Term) -> String {
        let start = Int(term.spellingStart)
        return String(decoding: spellings[start..<start + Int(term.spellingLength)], as: UTF8.self)
    }
}
