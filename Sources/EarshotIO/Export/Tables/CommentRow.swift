package import EarshotCore

/// A comment as a pack hands it out: one for each comment read, the excluded ones too.
///
/// `text` and `threadTitle` come already redacted, `person` is a pseudonym.
package struct CommentRow: Sendable {
    /// How the comment's thread stands to `item`.
    package enum LinkStatus: String, Sendable, CaseIterable {
        /// A person agreed with the suggestion.
        case confirmed
        /// The linker's own, looked at by nobody yet.
        case suggested
        /// A person chose the item.
        case attached
        /// A person said that the suggested item is wrong, and there is no other.
        case rejected
        /// About no item.
        case none
    }

    package enum Status: String, Sendable, CaseIterable {
        case included
        case excluded
    }

    /// The comment of which this one is a copy.
    package struct Original: Sendable {
        package var thread: DiscussionThread.ID
        package var comment: ThreadComment.ID
        package init(thread: DiscussionThread.ID, comment: ThreadComment.ID) {
            self.thread = thread
            self.comment = comment
        }
    }

    package var thread: DiscussionThread.ID
    package var comment: ThreadComment.ID
    package var parent: ThreadComment.ID?
    package var item: AgendaItem?
    package var linkStatus: LinkStatus
    /// Thousandths, 0…1000; `nil` where there is no link.
    package var linkConfidence: Int?
    package var place = ""
    package var network = ""
    package var ward = ""
    package var threadTitle = ""
    /// "Resident 14"; empty where the file names no author.
    package var person = ""
    package var role: ThreadComment.Role?
    package var kind: ThreadComment.Kind
    package var posted: Timestamp?
    /// The same as the wall clock of the meeting's zone showed it, for pages; `nil` where nobody asked.
    package var local: LocalTime?
    package var text: String
    /// The words as they were written, for comments.csv and pack.json only, where that was asked for.
    package var unredacted: String?
    package var url: String?
    package var likes: Int?
    package var dislikes: Int?
    package var score: CommentScore?
    /// Ranks of the item's themes and keyphrases that the comment is in, from 1, ascending; see themes.csv, keyphrases.csv.
    package var themes: [Int] = []
    package var keyphrases: [Int] = []
    package var copyOf: Original?
    package var status: Status
    /// Empty for included comments.
    package var exclusionReason = ""
    /// The path inside the meeting's folder.
    package var sourceFile: String

    package init(
        thread: DiscussionThread.ID, comment: ThreadComment.ID, kind: ThreadComment.Kind, text: String,
        status: Status, linkStatus: LinkStatus, sourceFile: String
    ) {
        self.thread = thread
        self.comment = comment
        self.kind = kind
        self.text = text
        self.status = status
        self.linkStatus = linkStatus
        self.sourceFile = sourceFile
    }
}
