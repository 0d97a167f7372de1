package import EarshotCore
package import Foundation

/// `earshot score` as a filter: JSON lines of comments in, JSON lines of scores out, one for one, in order.
///
/// Lines without `about` are answered as they come. Lines with the same `about` are one item: they are collected and
/// their positions read together. With labels the whole input is one item.
package struct ScoreFilter: Sendable {
    /// So many lines about one item are read together; with the next a new group begins. Chosen, not derived.
    package static let groupLimit = 4_000
    /// So many lines wait before the first of them is answered. Chosen, not derived: some megabytes.
    package static let windowLimit = 16_000

    private let scorer = Scorer()
    private let meaning: MeaningMode

    /// - Parameter meaning: `off` leaves positions at what is declared or stated; `auto` and `all` are the same here.
    package init(meaning: MeaningMode = .auto) { self.meaning = meaning }

    /// Reads `{"id","text","about"?,"position"?}` lines and writes a line for each. Answers how many lines could not be
    /// read; each of those gives a line with `"error"`.
    package func run(from input: FileHandle, to output: FileHandle) throws -> Int {
        var failures = 0
        var groups = FilterGroups()
        var answers: GroupAnswer?
        func flush(_ ready: [FilterLine]) throws {
            guard !ready.isEmpty else { return }
            // The encoder is made when the first line needs it.
            if answers == nil, ready.contains(where: \.isOpen) { answers = GroupAnswer() }
            try output.write(contentsOf: answers?.bytes(of: ready) ?? Array(ready.map(\.answer).joined()))
        }
        try JSONLines.forEachBatch(input, batch: 8192) { lines in
            for (answered, failed) in Parallel.map(lines, size: 256, { slice in answer(slice, waits: false) }) {
                failures += failed
                for line in answered { groups.add(line) }
            }
            try flush(groups.takeFinished())
        }
        try flush(groups.takeAll())
        return failures
    }

    /// The same, where an officer labelled some comments of the item: all lines are read before the first is answered.
    /// Answers also what came of the labels. Throws a `Diagnostic` where the lines are about several items.
    package func run(
        from input: FileHandle, to output: FileHandle, taughtBy labels: TaughtLabels
    ) throws -> (failures: Int, taught: PositionReading.Taught) {
        var failures = 0
        var group = LineGroup(about: labels.about, lines: [])
        try JSONLines.forEachBatch(input, batch: 8192) { lines in
            for (answered, failed) in Parallel.map(lines, size: 256, { slice in answer(slice, waits: true) }) {
                failures += failed
                for line in answered { try Self.add(line, to: &group) }
            }
        }
        let proposal = Proposal(about: group.about)
        let known = labels.labels.map { label in
            let score = scorer.score(label.text, proposal: proposal)
            return PositionLabel(
                text: PositionText(text: label.text, tone: score.tone, known: score.position), position: label.position)
        }
        let outcome = GroupAnswer().taught(group, labels: known)
        try output.write(contentsOf: outcome.bytes)
        return (failures, outcome.taught)
    }

    private static func add(_ line: FilterLine, to group: inout LineGroup) throws {
        if case .open(let line) = line, let about = line.about {
            guard group.about ?? about == about else {
                throw Diagnostic(
                    .error, "The lines are about more than one item", at: "standard input:\(line.number)",
                    mend: "Labels teach one item: run the filter once for each")
            }
            group.about = about
        }
        group.lines.append(line)
    }

    /// `waits`: lines without `about` are left open too.
    private func answer(_ lines: ArraySlice<JSONLines.Line>, waits: Bool) -> ([FilterLine], Int) {
        var json = JSONWriter()
        var answers: [FilterLine] = []
        var failures = 0
        var items = ItemsRead()
        func endAnswered() {
            let bytes = json.take()
            if !bytes.isEmpty { answers.append(.answered(bytes)) }
        }
        for line in lines {
            do {
                let scored = try score(line, &items)
                if waits || (scored.about != nil && meaning != .off) {
                    endAnswered()
                    answers.append(.open(scored))
                } else {
                    scored.write(scored.said, nil, into: &json)
                    json.endLine()
                }
            } catch {
                endAnswered()
                failures += 1
                Self.report(error, line, into: &json)
                json.endLine()
                answers.append(.unreadable(json.take()))
            }
        }
        endAnswered()
        return (answers, failures)
    }

    /// The item last read: lines about one item usually follow one another, and reading an item costs more than a comment.
    private struct ItemsRead {
        private var last: (about: String, proposal: Proposal)?

        mutating func proposal(about: String?) -> Proposal {
            guard let about else { return .none }
            if let last, last.about == about { return last.proposal }
            let proposal = Proposal(about: about)
            last = (about, proposal)
            return proposal
        }
    }

    private func score(_ line: JSONLines.Line, _ items: inout ItemsRead) throws -> ScoredLine {
        let value = try JSONLines.object(line)
        guard let text = value["text"]?.string else {
            throw Diagnostic(
                .error, "The line has no \"text\"", at: "standard input:\(line.number)",
                mend: "Give the comment's words as \"text\"")
        }
        let about = value["about"]?.string
        let declared = value["position"]?.string.flatMap(Position.init(rawValue:)).flatMap { $0 == .unclear ? nil : $0 }
        return ScoredLine(
            number: line.number, id: value["id"], text: text, about: about,
            score: scorer.score(text, proposal: items.proposal(about: about), declared: declared))
    }

    private static func report(_ error: any Error, _ line: JSONLines.Line, into json: inout JSONWriter) {
        json.object { json in
            if let value = try? JSONLines.object(line) {
                ScoreJSON.write(id: value["id"], into: &json)
            } else {
                json.field("id", nil as String?)
            }
            json.field("error", (error as? Diagnostic)?.line ?? "\(error)")
        }
    }
}
