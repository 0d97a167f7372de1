import EarshotCore

/// Comments without a score → scores on all cores → saved, a batch a transaction.
struct ScoreStage {
    /// Comments in memory at a time; chosen, not derived: about 5 MB of text.
    private static let batch = 16_384

    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    func run(_ meeting: Meeting.ID, step: Int?) throws -> Int {
        let store = pipeline.store
        let version = Scorer.methods.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
        let waiting = try store.prepareScoring(of: meeting, by: version)
        try pipeline.begin(step, "Score \(waiting) \(waiting == 1 ? "comment" : "comments")")
        let about = Dictionary(
            try store.items(of: meeting).map { ($0.id, $0.title + "\n" + $0.text) },
            uniquingKeysWith: { first, _ in first })
        let scorer = Scorer()
        var done = 0
        var last: Int64 = 0
        while let batch = try store.scoreBatch(
            of: meeting, after: last, limit: Self.batch,
            { comments in
                Parallel.map(comments, size: 512) { slice in slice.map { Self.score($0, about: about, with: scorer) } }
                    .flatMap { $0 }
            })
        {
            last = batch.last
            done += batch.count
            try pipeline.advance(done, of: waiting)
        }
        return done
    }

    private static func score(
        _ comment: UnscoredComment, about: [AgendaItem.ID: String], with scorer: Scorer
    ) -> KeptScore {
        KeptScore(
            row: comment.row,
            score: scorer.score(
                comment.text, about: comment.item.flatMap { about[$0] }, declared: comment.declared),
            signature: TextSignature.of(comment.text))
    }
}
