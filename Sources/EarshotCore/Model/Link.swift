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
        /// Sentences that say like things, whatever the words.
        case meaning
        /// Where and when the thread stands: its place's ward or topic, its date, a thread that it answers.
        case context
        /// A person said so.
        case person
    }

    package var kind: Kind
    /// "both name Acacia Road Library".
    package var text: String
    /// Thousandths of the confidence score that this reason carries.
    package var weight: Int
    /// The thread's own words that the reason rests on, raw: not for a pack before they are redacted, and not where
    /// the comment is left out.
    package var passage: Passage?

    /// Words of a thread.
    package struct Passage: Equatable, Hashable, Sendable, Codable {
        /// The comment they stand in, as a position in the thread, counted from 0; `nil` for the title.
        package var comment: Int?
        package var text: String

        package init(comment: Int?, text: String) {
            self.comment = comment
            self.text = text
        }
    }

    package init(kind: Kind, text: String, weight: Int, passage: Passage? = nil) {
        self.kind = kind
        self.text = text
        self.weight = weight
        self.passage = passage
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

/// A stretch of a thread that plainly left for another item than the thread's own.
package struct LinkRun: Equatable, Sendable, Codable {
    /// The first and the last comment of the stretch, as positions in the thread, counted from 0 in the order of import.
    package var first: Int
    package var last: Int
    package var candidate: LinkCandidate

    package init(first: Int, last: Int, candidate: LinkCandidate) {
        self.first = first
        self.last = last
        self.candidate = candidate
    }
}

/// How well the item that fits best by words and meaning does; millionths.
package struct LinkFit: Equatable, Sendable {
    package var item: AgendaItem.ID
    /// What items are ranked by, and what the next best item has of it.
    package var value: Int
    package var next: Int
    package var words: Int
    /// `nil` where the thread was not compared by meaning.
    package var meaning: Int?
}

/// What the linker suggests for one thread.
package struct ThreadLink: Equatable, Sendable {
    package var thread: DiscussionThread.ID
    /// The item linked to, or `nil` for *no item*, which is an answer.
    package var linked: AgendaItem.ID?
    /// At most three, best first; the first is `linked` where that is not `nil`.
    package var candidates: [LinkCandidate]
    /// Stretches of a long thread that are about another item, in order, apart from one another; mostly none.
    package var runs: [LinkRun]
    /// How well words and meaning fit, for those who measure; not stored.
    package var fit: LinkFit?

    /// Thousandths: how sure it is that the thread is about no item of the agenda. What the candidates leave belongs to
    /// none mostly, in part to items that are not among them. Source: Models/link/REPORT.md.
    package var noItemConfidence: Int { max(0, 1000 - candidates.reduce(0) { $0 + $1.confidence }) * 850 / 1000 }

    package init(
        thread: DiscussionThread.ID, linked: AgendaItem.ID?, candidates: [LinkCandidate], runs: [LinkRun] = []
    ) {
        self.thread = thread
        self.linked = linked
        self.candidates = candidates
        self.runs = runs
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
