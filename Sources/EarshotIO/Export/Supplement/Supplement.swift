package import EarshotCore

/// What is new and what changed since the pack sealed before: all that a supplement's page says, but for the comments.
package struct Supplement: Sendable {
    /// As things stand now; with the audience, the looks and the meeting.
    package var brief: Brief
    /// 1 for the first supplement to the edition.
    package var number: Int
    package var edition: Int
    package var sealed: LocalTime
    /// SHA-256 of what the database holds.
    package var snapshot: String
    package var base: Base
    /// Comments read and those counted of them, and people.
    package var read: CountChange
    package var included: CountChange
    package var people: CountChange
    /// Items on which something changed, in agenda order; what is about no item last.
    package var items: [ItemChange] = []
    /// Linkable items on which nothing did.
    package var unchangedItems = 0
    package var agenda: [AgendaChange] = []
    package var threads: [ThreadChange] = []
    package var files: [FileChange] = []
    package var exclusions: [ReasonChange] = []
    /// Comments by what became of them.
    package var changes: [CommentChange: Int] = [:]
    /// New comments that are counted, and comments that came after the deadline.
    package var newCounted = 0
    package var late = 0
    package var deadlineBefore: LocalTime?
    /// What else the database holds otherwise than before.
    package var settings: [Setting] = []

    /// The pack that this one supplements: the edition or the supplement before.
    package struct Base: Sendable {
        /// 0 for the edition itself.
        package var supplement: Int
        package var sealed: LocalTime
        package var sha256: String
        package init(supplement: Int, sealed: LocalTime, sha256: String) {
            self.supplement = supplement
            self.sealed = sealed
            self.sha256 = sha256
        }
    }

    package struct ItemChange: Sendable {
        /// `nil` for what is about no item.
        package var item: AgendaItem?
        package var comments: CountChange
        /// `nil` for what is about no item.
        package var people: CountChange?
        /// `nil` where the item was not on the agenda.
        package var positionsBefore: PositionCounts?
        package var positions: PositionCounts
        /// New comments that are counted.
        package var new = 0
        /// Comments that came after the deadline, which are not.
        package var late = 0
        /// New and changed comments that the page shows, as many as there are.
        package var shown = 0

        package init(
            item: AgendaItem?, comments: CountChange, people: CountChange?, positionsBefore: PositionCounts?,
            positions: PositionCounts
        ) {
            self.item = item
            self.comments = comments
            self.people = people
            self.positionsBefore = positionsBefore
            self.positions = positions
        }
    }

    package struct AgendaChange: Equatable, Sendable {
        package enum Kind: Sendable {
            case added, renamed, removed
            /// Nothing is linked to it any more, or again.
            case leftOut, takenIn
        }
        package var kind: Kind
        package var label: String
        /// Of a renamed item.
        package var labelBefore = ""
        package init(kind: Kind, label: String, labelBefore: String = "") {
            self.kind = kind
            self.label = label
            self.labelBefore = labelBefore
        }
    }

    package struct ThreadChange: Equatable, Sendable {
        /// Redacted.
        package var title: String
        package var place: String
        package var url: String?
        package var comments: Int
        package var isNew: Bool
        /// Labels of items; empty for none.
        package var itemBefore: String
        package var item: String
        package var statusBefore: String
        package var status: String
        package init(
            title: String, place: String, url: String?, comments: Int, isNew: Bool, itemBefore: String, item: String,
            statusBefore: String, status: String
        ) {
            self.title = title
            self.place = place
            self.url = url
            self.comments = comments
            self.isNew = isNew
            self.itemBefore = itemBefore
            self.item = item
            self.statusBefore = statusBefore
            self.status = status
        }
    }

    package struct FileChange: Equatable, Sendable {
        package enum Kind: Sendable { case new, changed, gone }
        package var kind: Kind
        package var path: String
        package var sha256: String
        package init(kind: Kind, path: String, sha256: String) {
            self.kind = kind
            self.path = path
            self.sha256 = sha256
        }
    }

    package struct ReasonChange: Equatable, Sendable {
        package var reason: String
        package var comments: CountChange
        package init(reason: String, comments: CountChange) {
            self.reason = reason
            self.comments = comments
        }
    }

    package enum Setting: Sendable, CaseIterable {
        /// The meeting's particulars, rules, names, redactions.
        case meeting
        /// The council's looks and the officers' notes.
        case presentation
        /// Words, addresses or documents of items.
        case agenda
        case places
        /// Why threads are linked as they are, or how surely.
        case reasons
        /// An officer's labels.
        case labels
    }

    package init(
        brief: Brief, number: Int, edition: Int, sealed: LocalTime, snapshot: String, base: Base, read: CountChange,
        included: CountChange, people: CountChange
    ) {
        self.brief = brief
        self.number = number
        self.edition = edition
        self.sealed = sealed
        self.snapshot = snapshot
        self.base = base
        self.read = read
        self.included = included
        self.people = people
    }
}
