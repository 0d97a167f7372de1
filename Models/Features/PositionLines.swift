import EarshotCore
import EarshotEncoder
import Foundation

/// Positions of one item's comments a line, untaught or taught: what Models/position/measure.py compares with labels.
struct PositionLines {
    /// An item: its title, its title and text, its comments, what each really says (1 for, −1 against, 0 neither), and
    /// what each is taken to state (the same, 9 for: as its words say), where it is given.
    private struct Item: Decodable {
        var title: String
        var about: String
        var texts: [String]
        var labels: [Int]
        var known: [Int]?
    }

    private let mode: String
    private let encoder: SentenceEncoder
    private let reader: EvidenceReader
    private let scorer = Scorer()
    /// Draws share texts.
    private var kept: [String: SentenceVector] = [:]
    private var number = 0

    init(mode: String) {
        self.mode = mode
        encoder = SentenceEncoder()
        reader = EvidenceReader(encoder: encoder)
    }

    /// For each comment a line: item, label, position, confidence and more, parted by tabs.
    mutating func answer(_ line: String) throws -> String {
        let item = try JSONDecoder().decode(Item.self, from: Data(line.utf8))
        defer { number += 1 }
        let lines = mode == "untaught" ? untaught(item) : taught(item)
        return lines.map { $0 + "\n" }.joined()
    }

    private mutating func vectors(_ texts: [String]) -> [SentenceVector] {
        let missing = texts.filter { kept[$0] == nil }
        for (text, vector) in zip(missing, encoder.vectors(of: missing)) { kept[text] = vector }
        return texts.map { kept[$0] ?? .zero }
    }

    private mutating func untaught(_ item: Item) -> [String] {
        let proposal = Proposal(about: item.about)
        let vectors = vectors(item.texts)
        let sources = item.texts.indices.map { i in
            let score = scorer.score(item.texts[i], proposal: proposal)
            let known = item.known?[i] ?? 9
            return PositionSource(
                vector: vectors[i], tone: score.tone, known: known == 9 ? score.position : Self.position(known))
        }
        let inference = PositionInference(title: item.title, proposal: proposal, comments: sources, reader: reader)
        return zip(item.labels, sources).map { label, source in
            let found = inference.position(of: source)
            return [
                "\(number)", "\(label)", found.position.rawValue, "\(found.confidence)", source.known.rawValue,
                "\(found.evidence.sum)", "\(found.zero)", "\(inference.isBlind)", "\(found.support)",
            ].joined(separator: "\t")
        }
    }

    private mutating func taught(_ item: Item) -> [String] {
        let vectors = vectors(item.texts)
        let proposal = Proposal(about: item.about)
        let sums = item.texts.indices.map {
            reader.evidence(vectors[$0], tone: scorer.score(item.texts[$0], proposal: proposal).tone).sum
        }
        let words = item.texts.map { Words.of($0) }
        let ground = TaughtGround(vectors: vectors, evidence: sums, words: words)
        let texts = item.texts.indices.map {
            ground.text(vector: vectors[$0], evidence: sums[$0], words: words[$0])
        }
        let chosen = chosen(texts, item.labels)
        switch TaughtPosition.learn(from: Self.labelled(chosen, texts, item.labels)) {
        case .refused(let why, _): return ["# \(number)\trefused\t\(why)"]
        case .learnt(let model, let curve):
            return ["# \(number)\tlearnt\t\(curve)"]
                + texts.indices.filter { !chosen.contains($0) }.map { i in
                    let reading = model.reading(of: texts[i])
                    return [
                        "\(number)", "\(item.labels[i])", reading.position.rawValue, "\(reading.confidence)",
                        "\(reading.sum)",
                    ].joined(separator: "\t")
                }
        }
    }

    /// Which comments are labelled: the first (the script shuffles them), or those that the queue asks for.
    private func chosen(_ texts: [TaughtText], _ labels: [Int]) -> [Int] {
        let wanted = min(Int(mode.drop { !$0.isNumber }) ?? 40, texts.count)
        guard mode.hasPrefix("active") else { return Array(0..<wanted) }
        let queue = TeachQueue(texts)
        var chosen: [Int] = []
        while chosen.count < wanted {
            var model: TaughtModel?
            if chosen.count >= TeachQueue.opening,
                case .learnt(let learnt, _) = TaughtPosition.learn(from: Self.labelled(chosen, texts, labels))
            {
                model = learnt
            }
            let count = chosen.isEmpty ? min(wanted, TeachQueue.opening) : min(5, wanted - chosen.count)
            let more = queue.next(count, labelled: chosen, model: model)
            if more.isEmpty { break }
            chosen += more
        }
        return chosen
    }

    private static func labelled(_ chosen: [Int], _ texts: [TaughtText], _ labels: [Int]) -> [LabelledText] {
        chosen.map { LabelledText(text: texts[$0], position: position(labels[$0])) }
    }

    private static func position(_ label: Int) -> Position {
        label > 0 ? .support : label < 0 ? .oppose : .unclear
    }
}
