/// Where and when a thread stands: what is known of it beside its words.
package struct ThreadContext: Equatable, Sendable {
    /// The ward that the thread's place is about, as the places register names it; empty where it is about none.
    package var ward: String
    /// What the thread's place is about, in the register's words: "Roads, planning, the neighbourhood".
    package var topic: String
    /// When the earliest and the latest of the comments read were posted, seconds since 1970, UTC; `nil` where no
    /// comment has a date.
    package var firstPosted: Int64?
    package var lastPosted: Int64?

    package init(ward: String = "", topic: String = "", firstPosted: Int64? = nil, lastPosted: Int64? = nil) {
        self.ward = ward
        self.topic = topic
        self.firstPosted = firstPosted
        self.lastPosted = lastPosted
    }
}

/// By what other threads, and other meetings' links, know a thread.
struct ThreadOrigin: Equatable, Sendable {
    /// Folded, without "Re:" and the like; empty where it is too short to tell a thread by.
    var title = ""
    /// See `WebAddress.identity`.
    var address: String?
    /// The page that the thread links to.
    var linkedAddress: String?
    var context = ThreadContext()

    init() {}

    init(title: String, url: String?, linkedURL: String?, context: ThreadContext = ThreadContext()) {
        self.title = Self.bare(title)
        address = url.flatMap { WebAddress($0)?.identity }
        linkedAddress = linkedURL.flatMap { WebAddress($0)?.identity }
        self.context = context
    }

    init(_ thread: LinkThread) {
        self.init(title: thread.title, url: thread.url, linkedURL: thread.linkedURL, context: thread.context)
    }

    /// Words; "Parking again" stands above many threads. Chosen.
    private static let shortestTitle = 3
    private static let marks: Set<String> = ["re", "fw", "fwd", "aw", "update", "crosspost", "xpost"]

    private static func bare(_ title: String) -> String {
        let words = CouncilShortForms.words(title).drop { marks.contains($0) }
        return words.count >= shortestTitle ? words.joined(separator: " ") : ""
    }
}
