import EarshotCore
import EarshotEncoder
import Foundation

/// What one method says of the lines of a set, line by line; `nil` where it says nothing of that kind.
struct ScoreAnswers: Sendable {
    struct Answer: Sendable {
        var tone: Int?
        var label: ToneLabel?
        var language: String?
        var position: Position?
        var basis = PositionBasis.none
        /// The likelier side, and thousandths that it is right.
        var side: Position?
        var confidence = 0
    }

    /// As the table names it.
    var method: String
    var answers: [Answer]
}

/// The product's answers: what `earshot score` says of the same lines.
struct ProductAnswers: Sendable {
    private let scorer = Scorer()

    func answers(_ sets: [ScoreEvaluationSet]) -> [ScoreAnswers] {
        // A text that several sets hold is encoded once.
        let texts = Set(sets.filter { $0.kind == .position }.flatMap { $0.lines.map(\.text) })
        let vectors =
            texts.isEmpty
            ? [:]
            : MeaningReading.vectors(of: texts.sorted(), limit: ItemPositions.tokenLimit) { _, _ in
            }
        return sets.map { set in
            let answers = set.kind == .position ? positions(set, vectors) : scores(set)
            return ScoreAnswers(method: "earshot", answers: answers)
        }
    }

    private func scores(_ set: ScoreEvaluationSet) -> [ScoreAnswers.Answer] {
        Parallel.map(set.lines, size: 256) { lines in
            lines.map { line in
                let score = scorer.score(line.text)
                return ScoreAnswers.Answer(tone: score.tone, label: score.toneLabel, language: score.language)
            }
        }.flatMap { $0 }
    }

    /// Lines with the same `about` are one item.
    private func positions(_ set: ScoreEvaluationSet, _ vectors: MeaningVectors) -> [ScoreAnswers.Answer] {
        var items: [String: [Int]] = [:]
        for (index, line) in set.lines.enumerated() { items[line.about, default: []].append(index) }
        let reader = EvidenceReader()
        var answers = [ScoreAnswers.Answer](repeating: ScoreAnswers.Answer(), count: set.lines.count)
        let groups = items.sorted { $0.key < $1.key }
        let found = Parallel.map(groups, size: 1) { groups in
            groups.flatMap { about, lines in
                zip(lines, item(about, lines.map { set.lines[$0].text }, vectors, reader))
            }
        }
        for (index, answer) in found.joined() { answers[index] = answer }
        return answers
    }

    private func item(
        _ about: String, _ texts: [String], _ vectors: MeaningVectors, _ reader: EvidenceReader
    ) -> [ScoreAnswers.Answer] {
        let proposal = Proposal(about: about)
        let scores = texts.map { scorer.score($0, proposal: proposal) }
        let read = zip(texts, scores).map { PositionText(text: $0, tone: $1.tone, known: $1.position) }
        var seen: Set<String> = []
        let positions = ItemPositions(
            about: about, proposal: proposal, texts: read.filter { seen.insert($0.text).inserted }, labels: [],
            vectors: vectors, reader: reader)
        return zip(scores, read).map { score, text in
            let reading = positions.read(text)
            let said = KeptPosition(
                position: score.position, basis: score.positionBasis, confidence: score.positionConfidence)
            let kept = ItemPositions.position(said: said, label: nil, reading: reading)
            let leansFor = reading.inferred.support == reading.inferred.confidence
            return ScoreAnswers.Answer(
                position: kept.position, basis: kept.basis,
                side: kept.position == .unclear ? leansFor ? .support : .oppose : kept.position,
                confidence: kept.position == .unclear ? reading.inferred.confidence : kept.confidence)
        }
    }
}

/// Another method's answers: JSON lines of `{"text","about"?,"tone"?,"tone_label"?,"position"?,"position_confidence"?,
/// "language"?}`, found by their text (and `about`); texts that are missing are not scored.
struct OtherAnswers: Sendable {
    let method: String
    private let found: [String: ScoreAnswers.Answer]

    /// - Parameter argument: `name=file`, or a file that it is named after.
    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        let url = URL(fileURLWithPath: parts.last ?? "")
        method = parts.count == 2 ? parts[0] : url.deletingPathExtension().lastPathComponent
        var found: [String: ScoreAnswers.Answer] = [:]
        for line in try EvaluationLines(url) {
            let tone = line.value["tone"]?.double.flatMap { abs($0) <= 1000 ? Int(($0 * 1000).rounded()) : nil }
            let position = line.value["position"]?.string.flatMap(Position.init(rawValue:))
            let confidence = line.value["position_confidence"]?.double ?? 0
            found[Self.key(try line.string("text"), line.value["about"]?.string)] = ScoreAnswers.Answer(
                tone: tone, label: line.value["tone_label"]?.string.flatMap(ToneLabel.init(rawValue:)),
                language: line.value["language"]?.string, position: position, basis: .stated, side: position,
                confidence: Int((max(0, min(confidence, 1)) * 1000).rounded()))
        }
        self.found = found
    }

    /// `nil` where it has nothing to say of this kind of set.
    func answers(_ set: ScoreEvaluationSet) -> ScoreAnswers? {
        let answers = set.lines.map { line in
            found[Self.key(line.text, line.about)] ?? found[Self.key(line.text, nil)] ?? ScoreAnswers.Answer()
        }
        let speaks = answers.contains { answer in
            switch set.kind {
            case .tone: answer.tone != nil || answer.label != nil
            case .position: answer.position != nil
            case .language: answer.language != nil
            }
        }
        return speaks ? ScoreAnswers(method: method, answers: answers) : nil
    }

    private static func key(_ text: String, _ about: String?) -> String { "\(about ?? "")\u{0}\(text)" }
}
