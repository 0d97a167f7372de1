package import EarshotCore

/// A comment as the appendix shows it: the part of a `CommentRow` that its page prints.
package struct AppendixComment: Sendable {
    package var thread: DiscussionThread.ID
    package var comment: ThreadComment.ID
    package var item: AgendaItem.ID?
    package var threadTitle: String
    package var place: String
    package var person: String
    /// The wall clock of the meeting's zone.
    package var posted: LocalTime?
    /// Redacted.
    package var text: String
    package var position: Position?
    package var tone: ToneLabel?
    package var language: String
    package var isCopy: Bool
    /// `nil` where it is included.
    package var exclusion: String?

    init(_ row: CommentRow) {
        thread = row.thread
        comment = row.comment
        item = row.item?.id
        threadTitle = row.threadTitle
        place = row.place
        person = row.person
        posted = row.local
        text = row.text
        position = row.item == nil ? nil : row.score?.position
        tone = row.score?.toneLabel
        language = row.score?.language ?? "und"
        isCopy = row.copyOf != nil
        exclusion = row.status == .excluded ? row.exclusionReason : nil
    }
}

/// Collects the comments of an export for the appendix, as long as they are few enough to be read on pages.
package struct AppendixCollector: Sendable {
    /// More comments than this stand in comments.csv alone: nobody reads them on a page, and memory must stay flat.
    package static let most = 50_000

    package private(set) var included: [AppendixComment] = []
    package private(set) var excluded: [AppendixComment] = []
    /// There were more than `most`; nothing was kept.
    package private(set) var isTooLong = false
    package let audience: Audience

    package init(audience: Audience) { self.audience = audience }

    package mutating func add(_ row: CommentRow) {
        guard audience != .public, !isTooLong else { return }
        guard included.count + excluded.count < Self.most else {
            isTooLong = true
            included = []
            excluded = []
            return
        }
        switch row.status {
        case .included: included.append(AppendixComment(row))
        // Who left out what is the officers' business.
        case .excluded: if audience == .officers { excluded.append(AppendixComment(row)) }
        }
    }
}
