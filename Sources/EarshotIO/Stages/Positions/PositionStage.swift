import EarshotCore
import EarshotEncoder
import Foundation

/// Scored comments → wordings read for their meaning → positions inferred or taught → final positions, saved.
struct PositionStage {
    /// Distinct wordings read in a run; with the encoder some seconds. Chosen, not derived.
    static let budget = 4_000
    /// Comments in memory at a time, as in scoring.
    private static let batch = 16_384

    private let pipeline: Pipeline
    private var store: Store { pipeline.store }

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    func run(_ meeting: Meeting.ID, meaning: MeaningMode) throws {
        let method = "\(ItemPositions.version), \(ItemPositions.encoder), meaning \(meaning.rawValue)"
        guard try !store.hasPositions(meeting, by: method) else { return }
        let labels = try labels(of: meeting)
        let chosen = try choose(meeting, meaning, labels)
        let read = try meaning == .off ? [:] : readings(of: chosen, labels, meeting)
        try save(read, chosen, labels, meeting, method)
    }

    func labels(of meeting: Meeting.ID) throws -> Labels {
        try store.labels(of: meeting).mapValues { labels in
            Dictionary(labels.map { (TextDigest.key($0.digest), $0.position) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Which wordings are read.
    ///
    /// - Parameter taught: an item that is being taught, by its database row: of it, as of those that have labels,
    ///   discussions are read too.
    func choose(
        _ meeting: Meeting.ID, _ meaning: MeaningMode, _ labels: Labels, taught: Int64? = nil
    ) throws -> Chosen {
        let budget: Int? =
            switch meaning {
            case .off: 0
            case .auto: Self.budget
            case .all: nil
            }
        var choice = PositionChoice(budget: budget, labels: labels.mapValues { Set($0.keys) })
        try forEachReadable(of: meeting) { comment, key in
            if comment.isResponse || labels[comment.item] != nil || comment.item == taught {
                choice.add(comment, key: key)
            }
        }
        return choice.chosen()
    }

    /// Every readable comment with its wording's key.
    func forEachReadable(of meeting: Meeting.ID, _ body: (ReadableComment, UInt64) throws -> Void) throws {
        try store.forEachReadable(of: meeting, batch: Self.batch) { comments in
            for (comment, key) in zip(comments, Self.keys(of: comments)) { try body(comment, key) }
        }
    }

    private static func keys(of comments: [ReadableComment]) -> [UInt64] {
        Parallel.map(comments, size: 1024) { $0.map { TextDigest.key(of: $0.text) } }.flatMap { $0 }
    }

    typealias Chosen = [Int64: [(key: UInt64, text: PositionText)]]
    typealias Labels = [Int64: [UInt64: Position]]

    /// One item, read.
    struct ItemRead {
        var positions: ItemPositions
        /// By the wording's key.
        var answers: [UInt64: TextPosition]
    }

    private func readings(of chosen: Chosen, _ labels: Labels, _ meeting: Meeting.ID) throws -> [Int64: ItemRead] {
        let texts = chosen.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.text.text) }.distinct
        guard !texts.isEmpty else { return [:] }
        let vectors = try vectors(of: texts, meeting)
        let reader = EvidenceReader()
        var found: [Int64: ItemRead] = [:]
        for (row, item) in try store.itemsByRow(of: meeting) {
            guard let chosen = chosen[row] else { continue }
            try pipeline.check()
            let about = item.title + "\n" + item.text
            let positions = ItemPositions(
                about: about, proposal: Proposal(about: about), texts: chosen.map(\.text),
                labels: chosen.compactMap { entry in labels[row]?[entry.key].map { (entry.text.text, $0) } },
                vectors: vectors, reader: reader)
            let answers = zip(chosen.map(\.key), positions.read(chosen.map(\.text)))
            found[row] = ItemRead(
                positions: positions, answers: Dictionary(answers, uniquingKeysWith: { first, _ in first }))
        }
        return found
    }

    /// Those of an earlier run and, read now, the rest.
    func vectors(of texts: [String], _ meeting: Meeting.ID) throws -> MeaningVectors {
        let known = try store.vectors(of: texts, for: .position, meeting: meeting, encoder: ItemPositions.encoder)
        let new = texts.filter { known[$0] == nil }
        guard !new.isEmpty else { return known }
        let read = try MeaningReading.vectors(of: new, limit: ItemPositions.tokenLimit) {
            try pipeline.advance($0, of: $1)
        }
        let all = known.merging(read) { first, _ in first }
        try store.keep(all, for: .position, meeting: meeting, encoder: ItemPositions.encoder)
        return all
    }

    private func save(
        _ read: [Int64: ItemRead], _ chosen: Chosen, _ labels: Labels, _ meeting: Meeting.ID, _ method: String
    ) throws {
        var readings: [Int64: PositionReading] = [:]
        try store.savePositions(of: meeting, by: method, batch: Self.batch) { comments in
            try pipeline.check()
            return zip(comments, Self.keys(of: comments)).map { comment, key in
                let answer = read[comment.item]?.answers[key]
                if !comment.isResponse, answer?.taught == nil {
                    readings[comment.item, default: PositionReading()].discussed += 1
                } else if answer == nil {
                    readings[comment.item, default: PositionReading()].unread += 1
                } else {
                    readings[comment.item, default: PositionReading()].read += 1
                }
                return ItemPositions.position(
                    said: comment.said, label: labels[comment.item]?[key], reading: answer,
                    isResponse: comment.isResponse)
            }
        } readings: {
            for row in readings.keys {
                let inForce = chosen[row]?.compactMap { labels[row]?[$0.key] } ?? []
                readings[row]?.isBlind = read[row]?.positions.isBlind ?? false
                readings[row]?.zero = read[row]?.positions.zero ?? 0
                guard !inForce.isEmpty else { continue }
                let taught = read[row]?.positions.taught ?? .refused(Self.notRead, curve: [])
                readings[row]?.taught = PositionReading.Taught(taught, labels: inForce)
            }
            return readings
        }
    }

    private static let notRead =
        "Comments were not read for their meaning, so that nothing could be learnt from labels."
}
