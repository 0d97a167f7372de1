/// What an earlier meeting in the same database made of a thread.
package struct EarlierLink: Equatable, Sendable {
    /// The thread's id, title and address there.
    package var thread: DiscussionThread.ID
    package var title: String
    package var url: String?
    /// The item that it was linked to: its title and text there.
    package var item: String
    package var itemText: String
    /// When the earlier meeting began.
    package var start: LocalTime
    /// A person confirmed the link or made it.
    package var isDecided: Bool

    package init(
        thread: DiscussionThread.ID, title: String, url: String?, item: String, itemText: String = "",
        start: LocalTime, isDecided: Bool
    ) {
        self.thread = thread
        self.title = title
        self.url = url
        self.item = item
        self.itemText = itemText
        self.start = start
        self.isDecided = isDecided
    }
}
