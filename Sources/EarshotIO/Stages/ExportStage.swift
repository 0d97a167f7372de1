import EarshotCore
import Foundation

/// A brief and all comments of the store → the pack's files, moved into place whole.
struct ExportStage {
    /// Comments in memory at a time, as in scoring.
    private static let batch = 16_384

    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    /// `brief` must be fresh: it says where every comment stands.
    func run(
        _ brief: Brief, of meeting: Meeting.ID, to out: URL, options: ExportOptions, step: Int?
    ) throws -> [WrittenFile] {
        try pipeline.begin(step, "Export \(brief.totals.read) \(brief.totals.read == 1 ? "comment" : "comments")")
        let rows = try CommentRows(
            store: pipeline.store, meeting: meeting, isOnPages: brief.totals.read <= AppendixCollector.most,
            isUnredacted: options.isUnredacted)
        let brief = Self.dressed(brief, options)
        var done = 0
        let place = try PackFolder(parent: out, name: options.folder(of: meeting))
        let files = try place.replace { folder in
            var export = try PackExport(
                folder: folder, bom: options.byteOrderMark, audience: options.audience, also: options.also)
            try pipeline.store.forEachPlaced(of: meeting, batch: Self.batch) { comments in
                for part in Parallel.map(comments, size: 512, { $0.map(rows.row) }) {
                    for row in part { try export.write(comment: row) }
                }
                done += comments.count
                try pipeline.advance(done, of: brief.totals.read)
            }
            let files = try export.finish(brief: brief)
            try log(files, brief, options)
            return files
        }
        try PackZip(pack: place.url, date: brief.meeting.start).removeEarlier()
        return files
    }

    /// Notes unredacted words before they stand where anybody finds them.
    private func log(_ files: [WrittenFile], _ brief: Brief, _ options: ExportOptions) throws {
        guard var entry = options.unredacted?.entry(.unredacted, of: brief.meeting) else { return }
        entry.comments = brief.totals.read
        entry.sha256 = files.first { $0.name == "comments.csv" }?.sha256 ?? ""
        try pipeline.store.log(entry)
    }

    /// The brief for whom and as what it is exported.
    static func dressed(_ brief: Brief, _ options: ExportOptions) -> Brief {
        var brief = brief
        brief.audience = options.audience
        brief.seal = options.seal
        let usual: QuotePolicy = options.audience == .public ? .short : .verbatim
        brief.quotePolicy = options.quotes ?? brief.presentation.quotes ?? usual
        // What is safe for officers is not always safe for anybody.
        if options.audience == .public, brief.quotePolicy == .verbatim { brief.quotePolicy = .short }
        return brief
    }
}

/// Makes rows of evidence: redacted, with pseudonyms and links.
struct CommentRows: Sendable {
    private let items: [AgendaItem.ID: AgendaItem]
    private let links: [DiscussionThread.ID: StoredLink]
    private let titles: [DiscussionThread.ID: String]
    private let redactor: Redactor
    private let pseudonyms: Pseudonyms
    private let authorIndex: [Int64: Int]
    /// The meeting's zone where pages show single comments; `nil` where there are too many for that.
    private let zone: String?
    private let isUnredacted: Bool

    init(store: Store, meeting: Meeting.ID, isOnPages: Bool, isUnredacted: Bool) throws {
        self.isUnredacted = isUnredacted
        items = Dictionary(
            try store.items(of: meeting).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        links = Dictionary(
            try store.links(of: meeting).map { ($0.thread.id, $0) }, uniquingKeysWith: { first, _ in first })
        let stored = try store.meeting(meeting)
        zone = isOnPages ? stored.meeting.timeZone : nil
        let redactor = Redactor(names: stored.redact)
        titles = links.mapValues { redactor.redact($0.thread.title).text }
        self.redactor = redactor
        let authors = try store.authors(of: meeting)
        pseudonyms = Pseudonyms(pack: meeting.rawValue, authors: authors.map(\.key))
        authorIndex = Dictionary(zip(authors.map(\.row), 0...), uniquingKeysWith: { first, _ in first })
    }

    func row(_ placed: PlacedComment) -> CommentRow {
        let comment = placed.comment
        let link = links[comment.thread]
        var row = CommentRow(
            thread: comment.thread, comment: comment.id, kind: comment.kind,
            text: Self.isPublic(comment.state) ? redactor.redact(comment.text).text : "",
            status: placed.reason == nil ? .included : .excluded, linkStatus: Self.status(link), sourceFile: placed.file
        )
        if isUnredacted, Self.isPublic(comment.state) { row.unredacted = comment.text }
        row.parent = comment.parent
        row.item = placed.item.flatMap { items[$0] }
        row.linkConfidence = placed.item.flatMap { item in
            link?.link.candidates.first { $0.item == item }?.confidence
        }
        if let run = link?.runs.first(where: { $0.first == placed.stretch }) {
            row.linkStatus = .suggested
            row.linkConfidence = run.candidate.confidence
        }
        row.place = link?.thread.place ?? ""
        row.network = link?.thread.network ?? ""
        row.ward = comment.ward
        row.threadTitle = titles[comment.thread] ?? ""
        row.person = placed.author.flatMap { authorIndex[$0] }.map { pseudonyms.name(of: $0, role: comment.role) } ?? ""
        row.role = comment.role
        row.posted = comment.posted
        row.local = zone.flatMap { zone in comment.posted.map { Dates.local(of: $0, zone: zone) } }
        row.url = comment.url
        row.likes = comment.likes
        row.dislikes = comment.dislikes
        row.score = CommentScore(
            tone: placed.tone, toneLabel: placed.toneLabel, position: placed.position, positionBasis: placed.basis,
            positionConfidence: placed.confidence, language: placed.language, otherLanguage: placed.otherLanguage,
            terms: [])
        row.themes = Self.ranks(placed.themes)
        row.keyphrases = Self.ranks(placed.keyphrases)
        row.copyOf = placed.copyOf.map { CommentRow.Original(thread: $0.thread, comment: $0.comment) }
        row.exclusionReason = placed.reason ?? ""
        return row
    }

    /// What its author or its place has taken from the public, a pack does not publish either: the row says that it was
    /// there, and why it is left out.
    private static func isPublic(_ state: ThreadComment.SourceState) -> Bool {
        switch state {
        case .visible, .empty: true
        case .deleted, .hidden, .withdrawn, .erased: false
        }
    }

    /// The ranks, from 1, whose bits are set.
    private static func ranks(_ bits: Int64) -> [Int] {
        bits == 0 ? [] : (0..<63).filter { bits & (1 << Int64($0)) != 0 }.map { $0 + 1 }
    }

    static func status(_ link: StoredLink?) -> CommentRow.LinkStatus {
        switch link?.verdict {
        case .confirmed: .confirmed
        case .attached: .attached
        case .none?: .none
        case .rejected: link?.item == nil ? .rejected : .suggested
        case nil: link?.item == nil ? .none : .suggested
        }
    }
}
