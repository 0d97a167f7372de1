import EarshotCore

/// Comments without a score → scores on all cores → saved, a batch a transaction.
struct ScoreStage {
    /// Comments in memory at a time; chosen, not derived: about 5 MB of text.
    private static let batch = 16_384

    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    func run(_ meeting: Meeting.ID, step: Int?) throws -> Int {
        let store = pipeline.store
        let methods = Scorer.methods + BriefMethods.notes.filter { $0.name == "Copies" }
        let version = methods.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
        let waiting = try store.prepareScoring(of: meeting, by: version)
        try pipeline.begin(step, "Score \(waiting) \(waiting == 1 ? "comment" : "comments")")
        let proposals = Dictionary(
            try store.items(of: meeting).map { ($0.id, Proposal(about: $0.title + "\n" + $0.text)) },
            uniquingKeysWith: { first, _ in first })
        let scorer = Scorer()
        var done = 0
        var last: Int64 = 0
        while let batch = try store.scoreBatch(
            of: meeting, after: last, limit: Self.batch,
            { comments in
                Parallel.map(comments, size: 512) { Self.score($0, proposals: proposals, with: scorer) }.flatMap { $0 }
            })
        {
            last = batch.last
            done += batch.count
            try pipeline.advance(done, of: waiting)
        }
        return done
    }

    /// Each text is cut into words once, for the scorers and the signature by which copies are found.
    private static func score(
        _ comments: ArraySlice<UnscoredComment>, proposals: [AgendaItem.ID: Proposal], with scorer: Scorer
    ) -> [KeptScore] {
        var words: [Word] = []
        var scratch = ScoreScratch()
        return comments.map { comment in
            let text = comment.text.utf8.span
            words.removeAll(keepingCapacity: true)
            Words.scan(text, into: &words)
            return KeptScore(
                row: comment.row,
                score: scorer.score(
                    text, words: words, proposal: comment.item.flatMap { proposals[$0] } ?? .none,
                    declared: comment.declared, withTerms: false, scratch: &scratch),
                signature: TextSignature.of(words: words))
        }
    }
}
