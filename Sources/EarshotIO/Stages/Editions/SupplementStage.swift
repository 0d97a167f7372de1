import EarshotCore
import Foundation

/// A brief and the comments of the store, held against the pack sealed before → a supplement's files.
struct SupplementStage {
    /// Comments in memory at a time, as in an export.
    private static let batch = 16_384

    let pipeline: Pipeline
    let edition: SealedEdition
    /// The edition or supplement sealed before.
    let last: SealedEdition
    private var isPublic: Bool { edition.audience == .public }

    /// All that the page says, but for the comments; `brief` as its readers see it. Call `prepareSealing` before.
    func supplement(_ brief: Brief) throws -> Supplement {
        let changes = try pipeline.store.changeCounts()
        var supplement = Supplement(
            brief: brief, number: edition.supplement, edition: edition.number, sealed: edition.sealed,
            snapshot: edition.snapshot,
            base: .init(supplement: last.supplement, sealed: last.sealed, sha256: last.sha256),
            read: change(rounded(last.read), brief.totals.read),
            included: change(rounded(last.included), brief.totals.included),
            people: change(last.summary.people, brief.totals.people))
        let differences = SealedDifferences(before: last.summary, now: edition.summary, isPublic: isPublic)
        supplement.items = differences.items(brief, changes)
        supplement.unchangedItems = brief.items.count { item in
            item.item.isLinkable && !supplement.items.contains { $0.item?.id == item.item.id }
        }
        supplement.agenda = differences.agenda()
        supplement.threads = isPublic ? [] : try threads(brief)
        supplement.files = differences.files()
        supplement.exclusions = differences.exclusions()
        for change in changes { supplement.changes[change.change, default: 0] += change.comments }
        supplement.newCounted = changes.filter { $0.change == .new && $0.isCounted }.reduce(0) { $0 + $1.comments }
        supplement.late = changes.filter(\.isLate).reduce(0) { $0 + $1.comments }
        supplement.deadlineBefore = LocalTime(iso: last.summary.deadline)
        supplement.settings = differences.settings(hasThreads: !supplement.threads.isEmpty)
        return supplement
    }

    private func change(_ before: Int, _ now: Int) -> CountChange {
        CountChange(before: before, now: now, isRounded: isPublic)
    }

    private func rounded(_ count: Int) -> Int { isPublic ? PublicFigures.rounded(count) : count }

    /// Writes the files into `folder`, which is made.
    func write(_ supplement: Supplement, to folder: URL, bom: Bool) throws -> [WrittenFile] {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw DiskRefusal.diagnostic(0, at: folder.path)
        }
        var export = try SupplementExport(folder: folder, audience: edition.audience, bom: bom)
        if !isPublic {
            let rows = try CommentRows(
                store: pipeline.store, meeting: edition.meeting, isOnPages: true, isUnredacted: false)
            try pipeline.store.forEachChanged(batch: Self.batch) { comments in
                try pipeline.check()
                for part in Parallel.map(comments, size: 512, { $0.map { Self.row($0, rows) } }) {
                    for row in part { try export.write(row) }
                }
            }
        }
        return try export.finish(supplement)
    }

    private static func row(_ comment: ChangedComment, _ rows: CommentRows) -> SupplementRow {
        var row = SupplementRow(
            comment: rows.row(comment.placed), change: comment.change,
            isLate: comment.placed.reason == ExclusionReason.late)
        row.itemBefore = comment.before?.item
        row.positionBefore = comment.before?.position
        row.reasonBefore = comment.before?.reason
        return row
    }

    /// Threads that were not there, or that stand under another item or by another's word than before.
    private func threads(_ brief: Brief) throws -> [Supplement.ThreadChange] {
        let before = Dictionary(
            last.summary.threads.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let labelsBefore = Dictionary(
            last.summary.items.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        let labels = Dictionary(
            brief.items.map { ($0.item.id.rawValue, $0.item.label) }, uniquingKeysWith: { first, _ in first })
        let redactor = Redactor(names: try pipeline.store.meeting(edition.meeting).redact)
        return try pipeline.store.links(of: edition.meeting).compactMap { link in
            let id = link.thread.id.rawValue
            let earlier = before[id]
            let status = CommentRows.status(link).rawValue
            guard earlier == nil || earlier?.item != link.item?.rawValue || earlier?.status != status else {
                return nil
            }
            return Supplement.ThreadChange(
                title: redactor.redact(link.thread.title).text, place: link.thread.place, url: link.thread.url,
                comments: link.comments, isNew: earlier == nil,
                itemBefore: earlier?.item.map { labelsBefore[$0] ?? $0 } ?? "",
                item: link.item.map { labels[$0.rawValue] ?? $0.rawValue } ?? "",
                statusBefore: earlier?.status ?? "", status: status)
        }
    }
}
