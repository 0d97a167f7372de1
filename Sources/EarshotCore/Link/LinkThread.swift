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
    /// Where each of `texts` stands in the thread, counted from 0 in the order of import; ascending.
    package var positions: [Int]
    /// Position of the comment that each of `texts` answers; `nil` where it answers none, or that is not known.
    package var answers: [Int?]
    /// How many comments the thread has, those not among `texts` too.
    package var length: Int
    /// Where and when the thread stands, beside its words.
    package var context: ThreadContext

    /// Without `positions`, or where there are not as many as texts, the texts are taken to be the whole thread.
    package init(
        id: DiscussionThread.ID, title: String = "", url: String? = nil, linkedURL: String? = nil,
        declaredItem: String? = nil, texts: [String] = [], positions: [Int]? = nil, answers: [Int?]? = nil,
        length: Int? = nil, context: ThreadContext = ThreadContext()
    ) {
        self.id = id
        self.title = title
        self.url = url
        self.linkedURL = linkedURL
        self.declaredItem = declaredItem
        self.texts = texts
        self.positions = positions.flatMap { $0.count == texts.count ? $0 : nil } ?? Array(texts.indices)
        self.answers =
            answers.flatMap { $0.count == texts.count ? $0 : nil }
            ?? Array(repeating: nil, count: texts.count)
        self.length = length ?? texts.count
        self.context = context
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
    /// By what other threads and earlier meetings know the thread.
    var origin = ThreadOrigin()
    /// What of the thread is read for its meaning, if it comes to that.
    var telling: [TellingText] = []
    /// What of a long thread is kept by comment, to see where it left for another item.
    var drift = DriftNotes()
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
