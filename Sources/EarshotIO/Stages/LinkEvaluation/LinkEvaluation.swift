package import EarshotCore
package import Foundation

/// How often links are right on a labelled set: the product's linker as it stands, beside what anybody would try first.
///
/// The same set gives the same report on every machine.
package struct LinkEvaluation: Sendable {
    /// One method's answers, thread by thread.
    struct Method: Sendable {
        var name: String
        /// As a table shows it.
        var title: String
        var answers: [LinkAnswer]
        /// Links are made from a threshold that only hindsight knows: the answers hold none.
        var isHindsight = true
    }

    /// What the linker says how sure it is, thread by thread, thousandths.
    struct Confidences: Sendable {
        /// That the first candidate is right; `nil` where there is none.
        var best: [Int?]
        /// That the thread is about none of the items.
        var none: [Int]
    }

    let set: LinkEvaluationSet
    private let meaning: MeaningMode
    private let linkable: [AgendaItem]

    /// `meaning` is the linker's, as in `earshot link`.
    package init(_ set: LinkEvaluationSet, meaning: MeaningMode = .auto) {
        self.set = set
        self.meaning = meaning
        linkable = set.linkable
    }

    /// - Parameters:
    ///   - isQuick: Leave out the sentence encoder alone, which takes most of the time.
    ///   - others: Files of other methods' scores (`OtherScores`), to stand on the same table.
    package func report(isQuick: Bool = false, beside others: [URL] = []) throws -> LinkEvaluationReport {
        let scores = try others.map { try otherScores($0) }
        let (product, confidences) = linkerAnswers()
        let methods = [product] + wordAnswers() + (isQuick ? [] : [meaningAnswers()]) + scores
        return LinkEvaluationReport(set, meaning: meaning, methods: methods, confidences: confidences)
    }

    // MARK: - The product

    /// The one place that calls the linker, with threads and items alone.
    private func linkerAnswers() -> (Method, Confidences) {
        let linker = Linker(meeting: set.meeting, items: set.items, names: set.names)
        let profiles = Parallel.map(set.threads, size: 8) { $0.map(linker.profile) }.flatMap { $0 }
        let round = linker.round(for: profiles, meaning: meaning)
        let links = round.links(MeaningReading.vectors(of: round.wanted) { _, _ in })
        let positions = Dictionary(linkable.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let answers = links.map { link in
            LinkAnswer(
                ranked: link.candidates.compactMap { positions[$0.item] },
                score: link.candidates.first?.confidence ?? 0,
                isLinked: link.linked != nil)
        }
        // What the candidates leave is what the linker gives to "about none of these".
        let confidences = Confidences(
            best: links.map { $0.candidates.first?.confidence },
            none: links.map(\.noItemConfidence))
        return (Method(name: "earshot", title: "Earshot", answers: answers, isHindsight: false), confidences)
    }

    // MARK: - Baselines

    private func wordAnswers() -> [Method] {
        let items = linkable.map { BaselineText([$0.title, $0.text]) }
        let threads = Parallel.map(set.threads, size: 16) { $0.map { BaselineText([$0.title] + $0.texts) } }
            .flatMap { $0 }
        let bm25 = BM25Baseline(items: items)
        let cosine = CosineBaseline(items: items, threads: threads)
        return [
            Method(
                name: "bm25", title: "BM25",
                answers: Parallel.map(threads, size: 16) { $0.map(bm25.answer) }.flatMap { $0 }),
            Method(
                name: "tf_idf", title: "TF-IDF, stemmed",
                answers: Parallel.map(threads, size: 16) { $0.map(cosine.answer) }.flatMap { $0 }),
        ]
    }

    private func meaningAnswers() -> Method {
        let texts = Set(
            (linkable.map(MeaningBaseline.texts(of:)) + set.threads.map(MeaningBaseline.texts(of:))).joined())
        let vectors = MeaningReading.vectors(of: Array(texts)) { _, _ in }
        let baseline = MeaningBaseline(items: linkable, vectors: vectors)
        let answers = Parallel.map(set.threads, size: 16) { $0.map { baseline.answer($0, vectors: vectors) } }
        return Method(name: "encoder", title: "Sentence encoder alone", answers: answers.flatMap { $0 })
    }

    // MARK: - Others

    /// Another method's scores: JSON lines `{"thread_id","scores":[{"item_id","score"}]}`, any number, the more the better;
    /// threads that are missing have no candidates. Named after the file.
    private func otherScores(_ url: URL) throws -> Method {
        let positions = Dictionary(linkable.enumerated().map { ($1.id.rawValue, $0) }, uniquingKeysWith: { a, _ in a })
        var found: [String: LinkAnswer] = [:]
        for line in try EvaluationLines(url) {
            var scores = Array(repeating: 0, count: linkable.count)
            for entry in line.value["scores"]?.array ?? [] {
                guard let id = entry["item_id"]?.string, let score = entry["score"]?.double, abs(score) < 1e9 else {
                    throw line.fault("has a score without \"item_id\" or \"score\"", mend: "Give both")
                }
                if let item = positions[id] { scores[item] = Int((score * 1_000_000).rounded()) }
            }
            found[try line.string("thread_id")] = LinkAnswer(scores: scores)
        }
        let name = url.deletingPathExtension().lastPathComponent
        let missing = LinkAnswer(ranked: [], score: 0)
        return Method(name: name, title: name, answers: set.threads.map { found[$0.id.rawValue] ?? missing })
    }
}
