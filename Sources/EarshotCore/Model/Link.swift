/// One reason for a link, in words an officer can read.
package struct LinkReason: Equatable, Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable {
        /// The file itself names the item.
        case declared
        /// The thread holds the address of the item or of one of its documents.
        case url
        /// A planning, report or bill reference.
        case reference
        /// "agenda item 7" in a thread that names the meeting.
        case number
        /// A street, park, school, estate or scheme named by both.
        case name
        /// Words that both use and others don't.
        case words
        /// Words shared with other threads already linked to the item with confidence.
        case feedback
        /// A person said so.
        case person
    }

    package var kind: Kind
    /// "both name Acacia Road Library".
    package var text: String
    /// Thousandths of the confidence score that this reason carries.
    package var weight: Int

    package init(kind: Kind, text: String, weight: Int) {
        self.kind = kind
        self.text = text
        self.weight = weight
    }
}

/// An item that a thread may be about.
package struct LinkCandidate: Equatable, Sendable, Codable {
    package var item: AgendaItem.ID
    /// Thousandths, 0…1000: how often such a link is right.
    package var confidence: Int
    package var reasons: [LinkReason]

    package init(item: AgendaItem.ID, confidence: Int, reasons: [LinkReason]) {
        self.item = item
        self.confidence = confidence
        self.reasons = reasons
    }
}

/// What the linker suggests for one thread.
package struct ThreadLink: Equatable, Sendable {
    package var thread: DiscussionThread.ID
    /// The item linked to, or `nil` for *no item*, which is an answer.
    package var linked: AgendaItem.ID?
    /// At most three, best first; the first is `linked` where that is not `nil`.
    package var candidates: [LinkCandidate]

    package init(thread: DiscussionThread.ID, linked: AgendaItem.ID?, candidates: [LinkCandidate]) {
        self.thread = thread
        self.linked = linked
        self.candidates = candidates
    }
}

/// What a person decided about a link; no later run changes it.
package enum LinkVerdict: Equatable, Sendable {
    /// The suggested link stands.
    case confirmed(AgendaItem.ID)
    /// Not this item; the linker may suggest another.
    case rejected([AgendaItem.ID])
    /// This item, whatever the linker says.
    case attached(AgendaItem.ID)
    /// About no item of this agenda.
    case none
}
