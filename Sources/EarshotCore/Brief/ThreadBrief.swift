/// A thread as a pack shows it.
package struct ThreadBrief: Equatable, Sendable {
    package var id: DiscussionThread.ID
    /// Redacted.
    package var title: String
    package var url: String?
    /// The page that the thread is about, where the source gives one.
    package var linkedURL: String?
    package var place: String
    package var comments: Int
    package var people: Int
    package var missingReplies: Int
    package var link: ThreadLink
    /// A person's verdict on the link, if there is one.
    package var verdict: LinkVerdict?
    package init(
        id: DiscussionThread.ID, title: String, url: String?, linkedURL: String? = nil, place: String, comments: Int,
        people: Int, missingReplies: Int, link: ThreadLink, verdict: LinkVerdict?
    ) {
        self.id = id
        self.title = title
        self.url = url
        self.linkedURL = linkedURL
        self.place = place
        self.comments = comments
        self.people = people
        self.missingReplies = missingReplies
        self.link = link
        self.verdict = verdict
    }
}

package struct PlaceBrief: Equatable, Sendable {
    package var place: Place
    package var threads: Int
    package var comments: Int
    package init(place: Place, threads: Int, comments: Int) {
        self.place = place
        self.threads = threads
        self.comments = comments
    }
}
