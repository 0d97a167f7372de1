import EarshotCore

/// A thread and one item that it may be about, or that a person chose for it.
struct LinkRow: Sendable {
    var thread: ThreadBrief
    /// 1 for the linker's first choice; 0 where the item is a person's choice that the linker did not propose, or where
    /// there is no item at all. Stretches that left for another item are numbered on after the last choice.
    var rank: Int
    var item: AgendaItem?
    var candidate: LinkCandidate?
    var status: CommentRow.LinkStatus

    /// The comments that the row is about, where it is only a stretch of the thread: positions from 1.
    var stretch: ClosedRange<Int>? { thread.stretch.map { $0.first + 1...$0.last + 1 } }

    /// Every thread of the brief with its candidates; a thread without any has one row, so that none is missing.
    static func rows(of brief: Brief) -> [LinkRow] {
        let items = Dictionary(brief.items.map { ($0.item.id, $0.item) }, uniquingKeysWith: { first, _ in first })
        let threads = brief.items.filter(\.isPublished).flatMap(\.threads) + brief.offAgenda
        let stretches = Self.stretches(of: threads)
        return threads.flatMap { thread -> [LinkRow] in
            if let stretch = thread.stretch {
                let place = stretches[thread.id, default: []].firstIndex(of: stretch.first) ?? 0
                return [
                    LinkRow(
                        thread: thread, rank: thread.link.candidates.count + 1 + place,
                        item: items[stretch.candidate.item],
                        candidate: stretch.candidate, status: .suggested)
                ]
            }
            var rows = thread.link.candidates.enumerated().map { i, candidate in
                LinkRow(
                    thread: thread, rank: i + 1, item: items[candidate.item], candidate: candidate,
                    status: thread.status(of: candidate.item))
            }
            if let chosen = thread.item, !thread.link.candidates.contains(where: { $0.item == chosen }) {
                rows.insert(
                    LinkRow(thread: thread, rank: 0, item: items[chosen], status: thread.status(of: chosen)), at: 0)
            }
            return rows.isEmpty ? [LinkRow(thread: thread, rank: 0, status: .none)] : rows
        }
    }

    /// By thread: the first positions of its stretches, ascending.
    private static func stretches(of threads: [ThreadBrief]) -> [DiscussionThread.ID: [Int]] {
        var stretches: [DiscussionThread.ID: [Int]] = [:]
        for thread in threads {
            if let stretch = thread.stretch { stretches[thread.id, default: []].append(stretch.first) }
        }
        return stretches.mapValues { $0.sorted() }
    }
}

extension ThreadBrief {
    /// The item that the thread, or the stretch of it, stands under: a person's choice, else the linker's.
    var item: AgendaItem.ID? { stretch?.candidate.item ?? threadItem }

    /// The item that the thread as a whole stands under.
    var threadItem: AgendaItem.ID? {
        switch verdict {
        case .confirmed(let item), .attached(let item): item
        case .some(.none): nil
        case .rejected(let items): link.linked.flatMap { items.contains($0) ? nil : $0 }
        case nil: link.linked
        }
    }

    /// How the thread stands to `item`, or to the agenda as a whole where it stands under no item.
    var status: CommentRow.LinkStatus {
        if let item { return status(of: item) }
        if case .rejected = verdict { return .rejected }
        return .none
    }

    func status(of item: AgendaItem.ID) -> CommentRow.LinkStatus {
        switch verdict {
        case .confirmed(item): .confirmed
        case .attached(item): .attached
        case .rejected(let items) where items.contains(item): .rejected
        default: self.item == item ? .suggested : .none
        }
    }
}

extension Table where Row == LinkRow {
    /// links.csv
    static var links: Table {
        Table(
            file: "links.csv", title: "Links",
            meaning: "One row for each thread and agenda item that it may be about, with the reasons.",
            key: ["thread_id", "rank"],
            references: [.init(column: "item_id", table: "items.csv", tableColumn: "item_id")],
            columns: thread + link)
    }

    private static var thread: [Column<LinkRow>] {
        [
            Column("thread_id", .text, "The thread's id.", required: true) { .text($0.thread.id.rawValue) },
            Column("thread_title", .text, "The thread's title, redacted.") { .optional($0.thread.title) },
            Column("url", .address, "The thread's own address.") { .optional($0.thread.url) },
            Column("linked_url", .address, "The page that the thread is about, where the source gives one.") {
                .optional($0.thread.linkedURL)
            },
            Column("place", .text, "Where it happened.") { .optional($0.thread.place) },
            Column(
                "first_comment", .count,
                "Of a stretch of comments that left for another item, the position of its first comment in the thread, in the "
                    + "order of import, from 1; empty where the row is about the thread as a whole."
            ) { $0.stretch.map { .integer($0.lowerBound) } ?? .empty },
            Column("last_comment", .count, "The position of the stretch's last comment.") {
                $0.stretch.map { .integer($0.upperBound) } ?? .empty
            },
            Column(
                "comments", .count,
                "Included comments of the stretch; of the thread as a whole, without the stretches that left it.",
                required: true
            ) { .integer($0.thread.comments) },
            Column("people", .count, "Distinct authors of those.", required: true) { .integer($0.thread.people) },
            Column("missing_replies", .count, "Replies that the source says exist and the file does not hold.") {
                .integer($0.thread.missingReplies)
            },
        ]
    }

    private static var link: [Column<LinkRow>] {
        [
            Column(
                "rank", .count,
                "1 for the linker's first choice; 0 for a person's choice that the linker did not propose, and for a thread "
                    + "that nothing was proposed for. Stretches are numbered on after the thread's last choice.",
                required: true
            ) { .integer($0.rank) },
            Column("item_id", .text, "The item; empty where nothing was proposed.") { .optional($0.item?.id.rawValue) },
            Column("item_number", .text, "The item's number as printed.") { .optional($0.item?.number) },
            Column(
                "link_status", .word(CommentRow.LinkStatus.allCases.map(\.rawValue)),
                "What became of it: linked by a person or by suggestion, rejected by a person, or none: considered and not "
                    + "linked.", required: true
            ) { .text($0.status.rawValue) },
            Column(
                "confidence", .decimal(digits: 3, from: 0, to: 1),
                "How often such a link is right; empty for a person's own choice."
            ) { $0.candidate.map { .thousandths($0.confidence) } ?? .empty },
            Column("reasons", .text, "What speaks for it, with the weight of each reason, parted by semicolons.") {
                row in
                .optional(
                    row.candidate?.reasons.map { "\($0.text) (\(Decimals.thousandths($0.weight)))" }
                        .joined(separator: "; "))
            },
        ]
    }
}
