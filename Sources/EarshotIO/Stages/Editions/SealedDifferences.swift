import EarshotCore

/// The figures of two sealed packs, one held against the other.
struct SealedDifferences {
    let before: SealedSummary
    let now: SealedSummary
    let isPublic: Bool

    /// Items on which something changed, in agenda order; those no longer on the agenda and what is about none last.
    func items(_ brief: Brief, _ changes: [ChangeCount]) -> [Supplement.ItemChange] {
        let earlier = Dictionary(before.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let byItem = Dictionary(grouping: changes, by: \.item)
        var all = brief.items.filter { !$0.item.restricted && !$0.item.leftOut }.map { item in
            var change = self.change(item.item, now: SealedSummary.Item(item), earlier[item.item.id.rawValue])
            count(byItem[item.item.id] ?? [], into: &change)
            return change
        }
        let present = Set(brief.items.map(\.item.id.rawValue))
        for item in before.items where !present.contains(item.id) && item.comments > 0 {
            var empty = item
            (empty.comments, empty.people) = (0, 0)
            (empty.support, empty.mixed, empty.unclear, empty.oppose) = (0, 0, 0, 0)
            all.append(change(AgendaItem(id: .init(item.id), position: 0, title: item.label), now: empty, item))
        }
        var off = Supplement.ItemChange(
            item: nil, comments: counts(before.offAgenda, now.offAgenda), people: nil, positionsBefore: nil,
            positions: PositionCounts())
        count(byItem[nil as AgendaItem.ID?] ?? [], into: &off)
        return (all + [off]).filter { change in
            if isPublic { return change.comments.isChange }
            return change.comments.isChange || change.people?.isChange == true || change.shown > 0 || change.late > 0
                || (change.item != nil && change.positionsBefore != change.positions && change.comments.now > 0)
        }
    }

    private func change(
        _ item: AgendaItem, now: SealedSummary.Item, _ earlier: SealedSummary.Item?
    ) -> Supplement.ItemChange {
        Supplement.ItemChange(
            item: item, comments: counts(earlier?.comments ?? 0, now.comments),
            people: counts(earlier?.people ?? 0, now.people), positionsBefore: earlier?.positions,
            positions: now.positions)
    }

    private func count(_ changes: [ChangeCount], into item: inout Supplement.ItemChange) {
        for change in changes {
            if change.change == .new, change.isCounted { item.new += change.comments }
            if change.isLate { item.late += change.comments }
            if change.change.isShown { item.shown += change.comments }
        }
    }

    private func counts(_ before: Int?, _ now: Int) -> CountChange {
        CountChange(before: before, now: now, isRounded: isPublic)
    }

    func agenda() -> [Supplement.AgendaChange] {
        var changes: [Supplement.AgendaChange] = []
        for item in now.items {
            guard let earlier = before.items.first(where: { $0.id == item.id }) else {
                changes.append(.init(kind: .added, label: item.label))
                continue
            }
            if earlier.label != item.label {
                changes.append(.init(kind: .renamed, label: item.label, labelBefore: earlier.label))
            }
            if earlier.isLinkable != item.isLinkable {
                changes.append(.init(kind: item.isLinkable ? .takenIn : .leftOut, label: item.label))
            }
        }
        let present = Set(now.items.map(\.id))
        return changes
            + before.items.filter { !present.contains($0.id) }.map { .init(kind: .removed, label: $0.label) }
    }

    func files() -> [Supplement.FileChange] {
        let earlier = Dictionary(before.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let present = Set(now.files.map(\.path))
        return now.files.compactMap { file in
            guard earlier[file.path] != file.sha256 else { return nil }
            return .init(kind: earlier[file.path] == nil ? .new : .changed, path: file.path, sha256: file.sha256)
        }
            + before.files.filter { !present.contains($0.path) }.map {
                .init(kind: .gone, path: $0.path, sha256: $0.sha256)
            }
    }

    /// Reasons whose counts changed, the most frequent now first.
    func exclusions() -> [Supplement.ReasonChange] {
        let earlier = Dictionary(
            before.exclusions.map { ($0.reason, $0.comments) }, uniquingKeysWith: { first, _ in first })
        let present = Set(now.exclusions.map(\.reason))
        let all =
            now.exclusions
            + before.exclusions.filter { !present.contains($0.reason) }.map {
                .init(reason: $0.reason, comments: 0)
            }
        return all.map { .init(reason: $0.reason, comments: counts(earlier[$0.reason] ?? 0, $0.comments)) }
            .filter(\.comments.isChange)
    }

    func settings(hasThreads: Bool) -> [Supplement.Setting] {
        func differs(_ part: SnapshotPart) -> Bool { before.parts[part.rawValue] != now.parts[part.rawValue] }
        return Supplement.Setting.allCases.filter { setting in
            switch setting {
            case .meeting: differs(.meeting)
            case .presentation: differs(.presentation)
            case .agenda: differs(.item)
            case .places: differs(.place)
            // New threads are evidence for the others: it is only worth a word where there are none.
            case .reasons: differs(.link) && !hasThreads && !isPublic
            case .labels: differs(.label)
            }
        }
    }
}
