package import EarshotCore

/// What an evaluation of links found: figures row by row, and whether confidences are true.
package struct LinkEvaluationReport: Sendable {
    /// Which threads of a half a row is about.
    package enum Slice: String, Sendable, CaseIterable {
        case all
        case one = "1"
        case two = "2"
        case three = "3"
        case more = "4+"
        case titled
        case untitled

        func contains(_ truth: LinkTruth) -> Bool {
            switch self {
            case .all: true
            case .one: truth.comments <= 1
            case .two: truth.comments == 2
            case .three: truth.comments == 3
            case .more: truth.comments > 3
            case .titled: truth.hasTitle
            case .untitled: !truth.hasTitle
            }
        }
    }

    package struct Row: Sendable {
        package var method: String
        package var title: String
        package var half: EvaluationHalf
        package var slice: Slice
        /// The score from which on links are made, where it was chosen in hindsight, on the whole half.
        package var hindsightThreshold: Int?
        package var isHindsight: Bool
        package var figures: LinkFigures
    }

    /// Whether the linker's confidences are true.
    package struct Trust: Sendable {
        package var half: EvaluationHalf
        /// That the first candidate is the right item, over all threads with a candidate, linked or not.
        package var links: Reliability
        /// That the thread is about none of the items, over all threads.
        package var none: Reliability
    }

    package let set: String
    package let items: Int
    package let linkable: Int
    package let threads: Int
    /// Those whose item, or that they have none, is known.
    package let judged: Int
    /// Comments of the shortest and of the longest thread that is judged.
    package let comments: ClosedRange<Int>
    /// Name and version of the linker.
    package let linker: String
    /// Which threads it compared by meaning.
    package let meaning: MeaningMode
    package let rows: [Row]
    package let trust: [Trust]

    init(
        _ set: LinkEvaluationSet, meaning: MeaningMode, methods: [LinkEvaluation.Method],
        confidences: LinkEvaluation.Confidences
    ) {
        self.set = set.name
        items = set.items.count
        linkable = set.linkable.count
        threads = set.threads.count
        self.meaning = meaning
        linker = "\(Linker.method.name), \(Linker.method.version)"
        let judged = set.truths.enumerated().compactMap { index, truth in truth.map { (index: index, truth: $0) } }
        self.judged = judged.count
        let counts = judged.map(\.truth.comments)
        comments = (counts.min() ?? 0)...(counts.max() ?? 0)
        let halves = set.hasHalves ? EvaluationHalf.allCases : [.all]
        var jobs: [(half: EvaluationHalf, method: LinkEvaluation.Method)] = []
        for half in halves { for method in methods { jobs.append((half, method)) } }
        rows = Parallel.map(jobs, size: 1) { jobs in
            jobs.flatMap {
                Self.rows($0.method, $0.half, judged.filter { [half = $0.half] in half.contains($0.truth.group) })
            }
        }.flatMap { $0 }
        trust = halves.map { half in
            Self.trust(half, judged.filter { half.contains($0.truth.group) }, methods.first?.answers ?? [], confidences)
        }
    }

    private static func rows(
        _ method: LinkEvaluation.Method, _ half: EvaluationHalf, _ judged: [(index: Int, truth: LinkTruth)]
    ) -> [Row] {
        var answers = judged.map { method.answers[$0.index] }
        let truths = judged.map(\.truth)
        var threshold: Int?
        if method.isHindsight {
            let best = LinkAnswer.bestThreshold(answers, truths: truths)
            answers = LinkAnswer.linked(answers, from: best)
            threshold = best == .max ? nil : best
        }
        return Slice.allCases.compactMap { slice in
            let some = truths.indices.filter { slice.contains(truths[$0]) }
            // A slice that is empty or everything says nothing that the whole does not.
            guard slice == .all || (!some.isEmpty && some.count < truths.count) else { return nil }
            return Row(
                method: method.name, title: method.title, half: half, slice: slice, hindsightThreshold: threshold,
                isHindsight: method.isHindsight,
                figures: LinkFigures(some.map { answers[$0] }, truths: some.map { truths[$0] }))
        }
    }

    private static func trust(
        _ half: EvaluationHalf, _ judged: [(index: Int, truth: LinkTruth)], _ answers: [LinkAnswer],
        _ confidences: LinkEvaluation.Confidences
    ) -> Trust {
        Trust(
            half: half,
            links: Reliability(
                judged.compactMap { index, truth in
                    confidences.best[index].map {
                        ($0, truth.item != nil && answers[index].ranked.first == truth.item)
                    }
                }),
            none: Reliability(judged.map { (confidences.none[$0.index], $0.truth.item == nil) }))
    }
}
