import EarshotCore

extension SealedSummary {
    /// What is kept of a pack's figures for the next supplement. `brief`: as its readers see it.
    init(of brief: Brief, snapshot: Snapshot, in store: Store) throws {
        self.init()
        people = brief.totals.people
        items = brief.items.map(Item.init)
        offAgenda = brief.totals.offAgenda
        threads = try store.links(of: brief.meeting.id).map { link in
            Thread(id: link.thread.id.rawValue, item: link.item?.rawValue, status: CommentRows.status(link).rawValue)
        }
        files = brief.sources.map { File(path: $0.path, sha256: $0.sha256) }
        exclusions = brief.exclusions.map { Exclusion(reason: $0.reason, comments: $0.count) }
        deadline = brief.meeting.deadline?.iso ?? ""
        parts = Dictionary(
            snapshot.parts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

extension SealedSummary.Item {
    init(_ brief: ItemBrief) {
        self.init(
            id: brief.item.id.rawValue, label: brief.item.label, isLinkable: brief.item.isLinkable,
            comments: brief.counts.comments, people: brief.counts.people, support: brief.positions.support,
            mixed: brief.positions.mixed, unclear: brief.positions.unclear, oppose: brief.positions.oppose)
    }

    var positions: PositionCounts {
        var counts = PositionCounts()
        counts.support = support
        counts.mixed = mixed
        counts.unclear = unclear
        counts.oppose = oppose
        return counts
    }
}
