import EarshotCore

/// Scored comments of the store → counts, copies, keyphrases, quotes, questions → a `Brief`.
struct BriefStage {
    /// Comments in memory at a time, as in scoring.
    private static let batch = 16_384

    private let pipeline: Pipeline
    private var store: Store { pipeline.store }

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    func run(_ meeting: Meeting.ID, meaning: MeaningMode, step: Int?) throws -> Brief {
        let items = try store.items(of: meeting).count
        try pipeline.begin(step, "Brief on \(items) agenda \(items == 1 ? "item" : "items")")
        try groupCopies(of: meeting)
        try store.prepareBrief(of: meeting)
        let figures = try store.figures(of: meeting)
        let digest = try digest(meeting, meaning: meaning, included: figures.included)
        return try BriefAssembly(store: store, meeting: meeting, figures: figures, digest: digest).brief()
    }

    /// Exact copies are collapsed by their hash; of those left, texts that share a band are compared.
    ///
    /// Two filters tell in a first pass which hashes may stand twice, so that the second pass keeps only those: beside
    /// two bytes a hash (at most 128 MB), memory grows with the copies, not with the comments.
    private func groupCopies(of meeting: Meeting.ID) throws {
        let comments = try store.commentCount(of: meeting)
        var exactFilter = RepeatFilter(expecting: comments)
        var bandFilter = RepeatFilter(expecting: comments * 8)  // a signature has at most eight bands
        var repeated: Set<UInt64> = []
        var shared: Set<UInt64> = []
        try store.forEachSignature(of: meeting) { _, signature in
            guard signature.exact != 0 else { return }  // too short to be a copy
            if exactFilter.insert(signature.exact) { repeated.insert(signature.exact) }
            for band in signature.bands where bandFilter.insert(band) { shared.insert(band) }
        }
        var firsts: [UInt64: Int64] = [:]
        var exact: [(row: Int64, representative: Int64)] = []
        var buckets: [UInt64: [Int64]] = [:]
        try store.forEachSignature(of: meeting) { row, signature in
            guard signature.exact != 0 else { return }  // too short to be a copy
            if repeated.contains(signature.exact) {
                if let first = firsts[signature.exact] {
                    exact.append((row, first))
                    return
                }
                firsts[signature.exact] = row
            }
            for band in signature.bands where shared.contains(band) { buckets[band, default: []].append(row) }
        }
        let near = try join(buckets)
        let all =
            exact.map { copy in
                (row: copy.row, representative: near.representative(of: copy.representative) ?? copy.representative)
            } + near.groups
        try store.saveCopies(all.sorted { $0.row < $1.row }, of: meeting)
    }

    private func join(_ buckets: [UInt64: [Int64]]) throws -> CopyGroups {
        var groups = CopyGroups()
        let shared = buckets.values.filter { $0.count > 1 }
        for rows in shared.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let texts = try store.texts(of: rows)
            groups.join(bucket: Array(zip(rows, texts)).map { (row: $0.0, text: $0.1) })
        }
        return groups
    }

    /// Two passes over the included comments: which phrases could matter, then exact counts, quotes and questions.
    private func digest(_ meeting: Meeting.ID, meaning: MeaningMode, included: Int) throws -> MeetingDigest {
        let agenda = try store.items(of: meeting)
        let items = agenda.map(\.id)
        let authors = try store.authors(of: meeting)
        let dense = Dictionary(zip(authors.map(\.row), 0...), uniquingKeysWith: { first, _ in first })
        let reading = BriefReading(items: items, authors: dense)
        var survey = PhraseSurvey(buckets: items.count + 1)
        var done = 0
        try store.forEachIncluded(of: meeting, batch: Self.batch) { batch in
            let comments = reading.comments(batch)
            for partial in Parallel.map(comments, size: 1024, { [survey] in survey.read($0) }) { survey.merge(partial) }
            done += batch.count
            try pipeline.advance(done, of: included * 2)
        }
        var digest = BriefDigest(
            phrases: survey.candidates(), buckets: items.count + 1, authorCount: authors.count,
            titles: agenda.map(\.title), redactor: Redactor(names: try store.meeting(meeting).redact))
        var mentions = Mentions()
        try store.forEachIncluded(of: meeting, batch: Self.batch) { batch in
            let comments = reading.comments(batch)
            var sets: [UInt64] = []
            for partial in Parallel.map(comments, size: 1024, { [digest] in digest.read($0) }) {
                digest.merge(partial)
                sets += partial.sets
            }
            mentions.add(comments, sets)
            done += batch.count
            try pipeline.advance(done, of: included * 2)
        }
        // A few dozen short phrases an item: read in about a tenth of a second.
        let phrases = meaning == .off ? [] : Set((0...items.count).flatMap { digest.themePhrases(of: $0) })
        let vectors = MeaningReading.vectors(of: phrases.sorted()) { _, _ in }
        let digests = (0...items.count).map { digest.digest(of: $0, vectors: vectors) }
        try store.saveMentions(mentions.ranks(in: digests))
        return MeetingDigest(
            byItem: Dictionary(
                zip(items.map(Optional.some) + [nil], digests), uniquingKeysWith: { first, _ in first }),
            pseudonyms: Pseudonyms(pack: meeting.rawValue, authors: authors.map(\.key)), authorIndex: dense,
            themes: mentions.themes(of: digests))
    }
}

/// Comments of the store as the two passes read them.
private struct BriefReading {
    private let bucket: [AgendaItem.ID: Int]
    private let authors: [Int64: Int]

    init(items: [AgendaItem.ID], authors: [Int64: Int]) {
        bucket = Dictionary(zip(items, 0...), uniquingKeysWith: { first, _ in first })
        self.authors = authors
    }

    func comments(_ batch: [IncludedComment]) -> [BriefComment] {
        batch.map { comment in
            BriefComment(
                row: comment.row, bucket: comment.item.flatMap { bucket[$0] } ?? bucket.count,
                author: comment.author.flatMap { authors[$0] } ?? -1, text: comment.text, position: comment.position,
                tone: comment.tone, language: comment.language, likes: comment.likes, isCopy: comment.isCopy,
                hasCopies: comment.hasCopies, isResident: comment.isResident)
        }
    }
}

/// What the two passes found, and the pseudonyms of this pack.
struct MeetingDigest {
    /// By item; the key `nil` holds the comments about no item.
    var byItem: [AgendaItem.ID?: BucketDigest]
    var pseudonyms: Pseudonyms
    /// Dense index by database row of the author.
    var authorIndex: [Int64: Int]
    /// Of the comments that are quoted: the themes they are in, from 0, ascending; by database row.
    var themes: [Int64: [Int]]

    func person(_ author: Int64?) -> String {
        author.flatMap { authorIndex[$0] }.map { pseudonyms.name(of: $0) } ?? ""
    }
}
