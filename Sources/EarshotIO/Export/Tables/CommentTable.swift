import EarshotCore

extension Table where Row == CommentRow {
    /// comments.csv, and the comments of pack.json.
    static var comments: Table {
        Table(
            file: "comments.csv", title: "Comments",
            meaning: "One row for each comment read, the excluded ones too, in the order of thread and time.",
            key: ["thread_id", "comment_id"],
            references: [.init(column: "item_id", table: "items.csv", tableColumn: "item_id")],
            columns: identity + conversation + writing + scores + fate)
    }

    private static var identity: [Column<CommentRow>] {
        [
            Column("thread_id", .text, "The thread's id, made from the source's own.", required: true) {
                .text($0.thread.rawValue)
            },
            Column("comment_id", .text, "The comment's id, unique in its thread.", required: true) {
                .text($0.comment.rawValue)
            },
            Column("parent_id", .text, "The comment of the same thread that this one answers.") {
                .optional($0.parent?.rawValue)
            },
            Column(
                "item_id", .text,
                "The agenda item that the comment counts for: its thread's, or that of the stretch of comments with which it "
                    + "left for another; empty where it fits none."
            ) {
                .optional($0.item?.id.rawValue)
            },
            Column("item_number", .text, "The item's number as printed on the agenda.") { .optional($0.item?.number) },
            Column("item_title", .text, "The item's title.") { .optional($0.item?.title) },
            Column(
                "link_status", .word(CommentRow.LinkStatus.allCases.map(\.rawValue)),
                "Who linked the thread: a person confirmed the suggestion, nobody has looked at it yet, a person chose the "
                    + "item, a person rejected it, or it is about no item.", required: true
            ) { .text($0.linkStatus.rawValue) },
            Column(
                "link_confidence", .decimal(digits: 3, from: 0, to: 1), "How often such a link is right; 1 is always."
            ) { $0.linkConfidence.map(CSVCell.thousandths) ?? .empty },
        ]
    }

    private static var conversation: [Column<CommentRow>] {
        [
            Column("place", .text, "Where the conversation happened, as the source names it.") { .optional($0.place) },
            Column("network", .text, "The network of the place: reddit, facebook, discourse….") {
                .optional($0.network)
            },
            Column("ward", .text, "The ward of the comment where the file gives one, else that of the place.") {
                .optional($0.ward)
            },
            Column("thread_title", .text, "The thread's title, redacted.") { .optional($0.threadTitle) },
        ]
    }

    private static var writing: [Column<CommentRow>] {
        [
            Column("person", .text, "The author's pseudonym, which holds for this pack only; empty where unnamed.") {
                .optional($0.person)
            },
            Column(
                "role", .word(["staff", "moderator", "councillor"]), "The author's role, where the source shows one."
            ) { .optional($0.role?.rawValue) },
            Column("kind", .word(["opening", "reply"]), "Whether the comment opens its thread.", required: true) {
                .text($0.kind.rawValue)
            },
            Column("posted_at", .moment, "When it was posted; empty where the source does not say.") {
                .optional($0.posted?.iso)
            },
            Column(
                "posted_offset", .integer,
                "Minutes east of UTC in which the source wrote the time; empty where it named no zone and the meeting's was "
                    + "used."
            ) { .optional($0.posted?.offset) },
            Column(
                "text", .text,
                "The comment's words, redacted; e-mail addresses, phone numbers and the like taken out, but not in a folder "
                    + "whose name ends in -unredacted. Empty where the source no longer shows them (deleted, hidden or "
                    + "withdrawn comments), and where the writer had them erased."
            ) { .optional($0.unredacted ?? $0.text) },
            Column("url", .address, "The comment's own address.") { .optional($0.url) },
            Column("likes", .integer, "Likes, or upvotes less downvotes, when the source was saved.") {
                .optional($0.likes)
            },
            Column("dislikes", .integer, "Dislikes or downvotes, where the source counts them apart.") {
                .optional($0.dislikes)
            },
        ]
    }

    private static var scores: [Column<CommentRow>] {
        [
            Column("language", .text, "The language of the text, ISO 639-1; und where it gives no ground.") {
                .optional($0.score?.language)
            },
            Column(
                "other_language", .text,
                "Where a third or more of the text is in another language, that language; its part is not scored."
            ) { .optional($0.score?.otherLanguage) },
            Column(
                "needs_reader", .boolean,
                "Whether a person should read it, because its language or a part of it is not scored; empty for excluded "
                    + "comments."
            ) { row in row.status == .included ? .boolean(row.needsReader) : .empty },
            Column(
                "tone", .decimal(digits: 3, from: -1, to: 1),
                "How warm the words are: -1 cold, 1 warm; empty where not scored."
            ) { $0.score?.tone.map(CSVCell.thousandths) ?? .empty },
            Column(
                "tone_label", .word(ToneLabel.allCases.map(\.rawValue)),
                "The tone in a word; not_scored is never neutral; empty for excluded comments."
            ) { .optional($0.score?.toneLabel.rawValue) },
            Column(
                "position", .word(Position.allCases.map(\.rawValue)),
                "What the writer wants done about what the item proposes; empty where the thread is linked to no item."
            ) { row in row.item == nil ? .empty : .optional(row.score?.position.rawValue) },
            Column(
                "position_basis", .word(PositionBasis.allCases.map(\.rawValue)),
                "Where the position comes from: declared in the file, stated outright, inferred from other wording, taught by "
                    + "comments that an officer labelled, or none."
            ) { row in row.item == nil ? .empty : .optional(row.score?.positionBasis.rawValue) },
            Column(
                "position_confidence", .decimal(digits: 3, from: 0, to: 1),
                "How sure the position is: 1 where declared or labelled by an officer, else how often such are right, as far "
                    + "as that was measured; 0 where there is none."
            ) { row in row.item == nil ? .empty : row.score.map { .thousandths($0.positionConfidence) } ?? .empty },
        ]
    }

    private static var fate: [Column<CommentRow>] {
        [
            Column(
                "themes", .text,
                "Ranks of the themes of its item (or of the off-agenda talk) that it is in, as in themes.csv, parted by "
                    + "semicolons; empty where it is in none of them."
            ) { .optional(ranks($0.themes)) },
            Column(
                "keyphrases", .text,
                "Ranks of the keyphrases that it holds, as in keyphrases.csv, parted by semicolons."
            ) { .optional(ranks($0.keyphrases)) },
            Column("copy_of_thread", .text, "The thread of the comment of which this is a copy.") {
                .optional($0.copyOf?.thread.rawValue)
            },
            Column("copy_of_comment", .text, "The comment of which this is a copy, exact or near.") {
                .optional($0.copyOf?.comment.rawValue)
            },
            Column(
                "status", .word(CommentRow.Status.allCases.map(\.rawValue)), "Whether the pack's figures count it.",
                required: true
            ) { .text($0.status.rawValue) },
            Column("exclusion_reason", .text, "Why it is excluded; empty for included comments.") {
                .optional($0.exclusionReason)
            },
            Column("source_file", .text, "The file that it was read from, inside the meeting's folder.", required: true)
            { .text($0.sourceFile) },
        ]
    }

    private static func ranks(_ ranks: [Int]) -> String { ranks.map(String.init).joined(separator: ";") }
}

extension CommentRow {
    /// Whether no scorer could read the comment, or a part of it.
    var needsReader: Bool { score.map { $0.toneLabel == .notScored || $0.otherLanguage != nil } ?? false }
}
