import EarshotCore
package import Foundation

/// How fast everything is that runs on every comment, on one core: words, tone, language, stated position, signature.
package struct ScoreSpeed: Sendable {
    /// One step's time over all texts.
    package struct Row: Sendable {
        package var name: String
        /// Nanoseconds for all texts, the least of the rounds.
        package var nanoseconds: Int
        /// Comments a second.
        package var rate: Int
    }

    package let comments: Int
    /// UTF-8 bytes a comment, the mean.
    package let meanBytes: Int
    package let rows: [Row]
    /// Made of every answer, so that nothing is left out by the optimiser; the same on every machine.
    package let checksum: UInt64

    private static let about = """
        Harrow Lane Library: new opening hours
        To recommend that the library be closed on Mondays from April.
        """

    /// Times each step over the texts of `file`, JSON lines with "text".
    ///
    /// - Parameters:
    ///   - rounds: each step is timed so often, and its least time told.
    ///   - clock: nanoseconds of processor time that this thread has used.
    /// Throws a `Diagnostic` where the file cannot be read.
    package init(file: URL, rounds: Int, clock: () -> Int) throws {
        let texts = try EvaluationLines(file).map { try $0.string("text") }
        let scorer = Scorer()
        let proposal = Proposal(about: Self.about)
        var checksum: UInt64 = 0
        var rows: [Row] = []
        func time(_ name: String, _ step: (Span<UInt8>, [Word]) -> UInt64) {
            var least = Int.max
            for _ in 0..<max(rounds, 1) {
                let start = clock()
                checksum = checksum &* 31 &+ Self.pass(over: texts, step)
                least = min(least, clock() - start)
            }
            rows.append(Row(name: name, nanoseconds: least, rate: texts.count * 1_000_000_000 / max(least, 1)))
        }
        time("words") { _, words in UInt64(words.count) }
        time("words, signature") { _, words in TextSignature.of(words: words).exact }
        for (name, withTerms) in [("words, scores", false), ("words, scores, shares of each word", true)] {
            var scratch = ScoreScratch()
            time(name) { text, words in
                Self.sum(
                    scorer.score(text, words: words, proposal: proposal, withTerms: withTerms, scratch: &scratch))
            }
        }
        var scratch = ScoreScratch()
        time("everything (words, scores, signature)") { text, words in
            Self.sum(scorer.score(text, words: words, proposal: proposal, withTerms: false, scratch: &scratch))
                &+ TextSignature.of(words: words).exact
        }
        comments = texts.count
        meanBytes = texts.reduce(0) { $0 + $1.utf8.count } / max(texts.count, 1)
        self.rows = rows
        self.checksum = checksum
    }

    private static func pass(over texts: [String], _ step: (Span<UInt8>, [Word]) -> UInt64) -> UInt64 {
        var words: [Word] = []
        var sum: UInt64 = 0
        for text in texts {
            let bytes = text.utf8.span
            words.removeAll(keepingCapacity: true)
            Words.scan(bytes, into: &words)
            sum = sum &* 31 &+ step(bytes, words)
        }
        return sum
    }

    private static func sum(_ score: CommentScore) -> UInt64 {
        UInt64(bitPattern: Int64((score.tone ?? 7) + score.positionConfidence + score.terms.count))
    }

    /// The table for people: lines without a line feed.
    package var lines: [String] {
        ["\(comments) comments of \(meanBytes) bytes on average; one core, the least time of each", ""]
            + [Self.row("", "comments a second", "µs a comment")]
            + rows.map { row in
                let tenths = row.nanoseconds / max(comments, 1) / 100
                return Self.row(row.name, "\(row.rate)", "\(tenths / 10).\(tenths % 10)")
            }
    }

    private static func row(_ name: String, _ rate: String, _ time: String) -> String {
        func right(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(1, width - text.count)) + text
        }
        return name + String(repeating: " ", count: max(1, 40 - name.count)) + right(rate, 18) + right(time, 14)
    }
}
