import EarshotCore
import EarshotEncoder

/// Answers lines about one item together, with the encoder.
struct GroupAnswer {
    private let reader = EvidenceReader()

    /// The answers of all lines, end to end and in order; those about one item are read together.
    func bytes(of lines: [FilterLine]) -> [UInt8] {
        let groups = FilterGroups.groups(lines)
        let texts = Self.texts(groups.map(\.group), [])
        let vectors = MeaningReading.vectors(of: texts, limit: ItemPositions.tokenLimit) { _, _ in }
        let read = Parallel.map(groups.map(\.group), size: 1) { groups in
            groups.map { answers(of: $0, positions(of: $0, [], vectors), []) }
        }.flatMap { $0 }
        var all = lines.map(\.answer)
        for (group, read) in zip(groups, read) {
            for (place, answer) in zip(group.places, read) { all[place] = answer }
        }
        return Array(all.joined())
    }

    /// One group with its labels, and what came of those.
    func taught(_ group: LineGroup, labels: [PositionLabel]) -> (bytes: [UInt8], taught: PositionReading.Taught) {
        let vectors = MeaningReading.vectors(of: Self.texts([group], labels), limit: ItemPositions.tokenLimit) { _, _ in
        }
        let positions = positions(of: group, labels, vectors)
        let taught = PositionReading.Taught(
            positions.taught ?? .refused("There are no labels.", curve: []), labels: labels.map(\.position))
        return (Array(answers(of: group, positions, labels).joined()), taught)
    }

    private static func texts(_ groups: [LineGroup], _ labels: [PositionLabel]) -> [String] {
        let lines = groups.flatMap(\.readable).map(\.text)
        return (lines + labels.map(\.text.text)).distinct
    }

    private func positions(
        of group: LineGroup, _ labels: [PositionLabel], _ vectors: MeaningVectors
    ) -> ItemPositions {
        let about = group.about ?? ""
        let lines = group.wordings
        let known = Set(lines.map(\.text))
        return ItemPositions(
            about: about, proposal: Proposal(about: group.about),
            texts: lines + labels.map(\.text).filter { !known.contains($0.text) },
            labels: labels.map { ($0.text.text, $0.position) }, vectors: vectors, reader: reader)
    }

    /// One for each line of the group.
    private func answers(of group: LineGroup, _ positions: ItemPositions, _ labels: [PositionLabel]) -> [[UInt8]] {
        let said = Dictionary(labels.map { ($0.text.text, $0.position) }, uniquingKeysWith: { _, last in last })
        let wordings = group.wordings
        let readings = Dictionary(
            zip(wordings.map(\.text), positions.read(wordings)), uniquingKeysWith: { first, _ in first })
        var json = JSONWriter()
        return group.lines.map { answered in
            guard case .open(let line) = answered else { return answered.answer }
            let label = line.isReadable ? said[line.text] : nil
            var reading = label == nil && line.isReadable ? readings[line.text] : nil
            // Without an item nothing is known of which way the evidence points, but what labels taught.
            if group.about == nil {
                reading?.isContradicted = false
                if reading?.taught == nil { reading = nil }
            }
            line.write(ItemPositions.position(said: line.said, label: label, reading: reading), reading, into: &json)
            json.endLine()
            return json.take()
        }
    }
}

extension FilterLine {
    /// What a line that waits for nothing is answered; of others nothing.
    var answer: [UInt8] {
        switch self {
        case .answered(let bytes), .unreadable(let bytes): bytes
        case .open: []
        }
    }

    var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}

/// A wording with the position that an officer gave it.
struct PositionLabel: Sendable {
    var text: PositionText
    var position: Position
}

extension LineGroup {
    /// Those of its lines that are read for their meaning.
    var readable: [ScoredLine] {
        lines.compactMap { line in
            guard case .open(let line) = line, line.isReadable else { return nil }
            return line
        }
    }

    /// Their wordings, each once.
    var wordings: [PositionText] {
        var known: [String: KnownPosition] = [:]
        for line in readable {
            known[line.text, default: KnownPosition()].add(line.score.position, line.score.positionBasis)
        }
        var seen: Set<String> = []
        return readable.filter { seen.insert($0.text).inserted }.map { line in
            PositionText(
                text: line.text, tone: line.score.tone, known: known[line.text]?.position ?? .unclear)
        }
    }
}
