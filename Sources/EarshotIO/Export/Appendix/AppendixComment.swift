import EarshotCore

/// A comment as the appendix shows it: the part of a `CommentRow` that its page prints.
struct AppendixComment: Sendable {
    var thread: DiscussionThread.ID
    var comment: ThreadComment.ID
    var item: AgendaItem.ID?
    var threadTitle: String
    var place: String
    var person: String
    /// The wall clock of the meeting's zone.
    var posted: LocalTime?
    /// Redacted.
    var text: String
    var position: Position?
    var tone: ToneLabel?
    var language: String
    var isCopy: Bool
    /// `nil` where it is included.
    var exclusion: String?

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
struct AppendixCollector: Sendable {
    /// More comments than this stand in comments.csv alone: nobody reads them on a page, and memory must stay flat.
    static let most = 50_000

    private(set) var included: [AppendixComment] = []
    private(set) var excluded: [AppendixComment] = []
    /// There were more than `most`; nothing was kept.
    private(set) var isTooLong = false
    let audience: Audience

    init(audience: Audience) { self.audience = audience }

    mutating func add(_ row: CommentRow) {
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
