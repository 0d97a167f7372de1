/// A phrase of one to four words that many comments of an item use and those of other items don't.
package struct Keyphrase: Equatable, Sendable {
    /// How many comments of a phrase or theme `rows` names.
    package static let rowLimit = 20

    package var text: String
    package var comments: Int
    package var people: Int
    /// How much more often here than in the meeting's other comments, in tenths: 85 means 8.5 times.
    package var contrast: Int
    /// The positions of the comments that hold it.
    package var positions: PositionCounts
    /// The tones of the comments that hold it.
    package var tones: ToneMix
    /// The comments that hold it, by `BriefComment.row`: the first `rowLimit` in the order of the store.
    package var rows: [Int64]
    /// Its bit among the item's phrases; see `BriefDigest.Partial.sets`.
    package var set: UInt64
    package init(
        text: String, comments: Int, people: Int, contrast: Int, positions: PositionCounts = PositionCounts(),
        tones: ToneMix = ToneMix(), rows: [Int64] = [], set: UInt64 = 0
    ) {
        self.text = text
        self.comments = comments
        self.people = people
        self.contrast = contrast
        self.positions = positions
        self.tones = tones
        self.rows = rows
        self.set = set
    }
}

/// A comment shown in the pack, redacted and shortened at a sentence's end.
package struct Quote: Equatable, Sendable {
    package var text: String
    package var position: Position
    /// "Resident 14", valid in this pack only.
    package var person: String
    package var place: String
    /// ISO 8601 date in the meeting's zone; empty where unknown.
    package var day: String
    package var thread: DiscussionThread.ID
    package var comment: ThreadComment.ID
    /// Which of the item's themes the comment is in, from 0, ascending.
    package var themes: [Int]
    /// Whether a search for these words would lead straight to whoever wrote them: they stand where anybody can read
    /// them, in words of their own, and there are enough of them.
    package var isFindable: Bool
    /// It was said among members only, as the register of places has it.
    package var isClosed = false
    package init(
        text: String, position: Position, person: String, place: String, day: String, thread: DiscussionThread.ID,
        comment: ThreadComment.ID, themes: [Int] = [], isFindable: Bool = false
    ) {
        self.text = text
        self.position = position
        self.person = person
        self.place = place
        self.day = day
        self.thread = thread
        self.comment = comment
        self.themes = themes
        self.isFindable = isFindable
    }
}

/// A question that residents ask, redacted, with how many comments ask it in much the same words.
package struct Question: Equatable, Sendable {
    package var text: String
    package var comments: Int
    package init(text: String, comments: Int) {
        self.text = text
        self.comments = comments
    }
}

/// A campaign text: one that stands in three comments or more, in much the same words.
package struct CopiedText: Equatable, Sendable {
    /// Redacted, shortened.
    package var text: String
    package var comments: Int
    package var people: Int
    /// When it was first and last posted, as an ISO 8601 date in the meeting's zone; empty where no comment carries a time.
    package var first: String
    package var last: String
    /// The names of the places it stands in, the one with the most copies first; each once.
    package var places: [String]
    /// How many threads it stands in.
    package var threads: Int
    package init(
        text: String, comments: Int, people: Int, first: String = "", last: String = "", places: [String] = [],
        threads: Int = 0
    ) {
        self.text = text
        self.comments = comments
        self.people = people
        self.first = first
        self.last = last
        self.places = places
        self.threads = threads
    }
}

/// An included comment that no scorer could read, for a person to read.
package struct UnreadComment: Equatable, Sendable {
    /// `nil` where it is about no item.
    package var item: AgendaItem.ID?
    /// ISO 639-1, or "und".
    package var language: String
    /// Redacted, shortened.
    package var text: String
    package var person: String
    package var place: String
    /// ISO 8601 date in the meeting's zone; empty where unknown.
    package var day: String
    package var thread: DiscussionThread.ID
    package var comment: ThreadComment.ID
    package init(
        item: AgendaItem.ID?, language: String, text: String, person: String, place: String, day: String,
        thread: DiscussionThread.ID, comment: ThreadComment.ID
    ) {
        self.item = item
        self.language = language
        self.text = text
        self.person = person
        self.place = place
        self.day = day
        self.thread = thread
        self.comment = comment
    }
}
