/// A thread as a pack shows it under an item, or under none.
///
/// A thread that drifted is shown more than once: under its own item with the comments that stayed, and under another
/// item for each stretch that moved there. Every included comment is counted in exactly one of them.
package struct ThreadBrief: Equatable, Sendable {
    package var id: DiscussionThread.ID
    /// Redacted.
    package var title: String
    package var url: String?
    /// The page that the thread is about, where the source gives one.
    package var linkedURL: String?
    package var place: String
    /// Included comments that count here, and their distinct authors.
    package var comments: Int
    package var people: Int
    /// 0 where a stretch is shown: the source speaks of the whole thread.
    package var missingReplies: Int
    package var link: ThreadLink
    /// A person's verdict on the link, if there is one.
    package var verdict: LinkVerdict?
    /// Included comments of the whole thread.
    package var whole: Int
    /// What is shown here, where it is only a stretch of the thread, about another item than the thread's own.
    package var stretch: LinkRun?
    /// The stretches that moved on to other items; empty where `stretch` is set.
    package var departures: [Departure] = []

    package struct Departure: Equatable, Sendable {
        package var run: LinkRun
        /// Included comments of the stretch.
        package var comments: Int
        package init(run: LinkRun, comments: Int) {
            self.run = run
            self.comments = comments
        }
    }

    /// `whole` is `comments` where it is not given.
    package init(
        id: DiscussionThread.ID, title: String, url: String?, linkedURL: String? = nil, place: String, comments: Int,
        people: Int, missingReplies: Int, link: ThreadLink, verdict: LinkVerdict?, whole: Int? = nil
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
        self.whole = whole ?? comments
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
