/// A phrase of one to three words that many comments of an item use and those of other items don't.
package struct Keyphrase: Equatable, Sendable {
    package var text: String
    package var comments: Int
    package var people: Int
    /// How much more often here than in the meeting's other comments, in tenths: 85 means 8.5 times.
    package var contrast: Int
    package init(text: String, comments: Int, people: Int, contrast: Int) {
        self.text = text
        self.comments = comments
        self.people = people
        self.contrast = contrast
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
    package init(
        text: String, position: Position, person: String, place: String, day: String, thread: DiscussionThread.ID,
        comment: ThreadComment.ID
    ) {
        self.text = text
        self.position = position
        self.person = person
        self.place = place
        self.day = day
        self.thread = thread
        self.comment = comment
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

package struct CopiedText: Equatable, Sendable {
    /// Redacted, shortened.
    package var text: String
    package var comments: Int
    package var people: Int
    package init(text: String, comments: Int, people: Int) {
        self.text = text
        self.comments = comments
        self.people = people
    }
}
