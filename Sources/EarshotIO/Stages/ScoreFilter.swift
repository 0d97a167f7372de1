import EarshotCore
package import Foundation

/// `earshot score` as a filter: JSON lines of comments in, JSON lines of scores out, one for one, in order.
package struct ScoreFilter: Sendable {
    private let scorer = Scorer()

    package init() {}

    /// Reads `{"id","text","about"?,"position"?}` lines and writes a line for each. Answers how many lines could not be
    /// read; each of those gives a line with `"error"`.
    package func run(from input: FileHandle, to output: FileHandle) throws -> Int {
        var failures = 0
        try JSONLines.forEachBatch(input, batch: 8192) { lines in
            for (bytes, failed) in Parallel.map(lines, size: 256, { slice in answer(slice) }) {
                try output.write(contentsOf: bytes)
                failures += failed
            }
        }
        return failures
    }

    private func answer(_ lines: ArraySlice<JSONLines.Line>) -> ([UInt8], Int) {
        var json = JSONWriter()
        var failures = 0
        var items = ItemsRead()
        for line in lines {
            do {
                try score(line, &items, into: &json)
            } catch {
                failures += 1
                Self.report(error, line, into: &json)
            }
            json.endLine()
        }
        return (json.take(), failures)
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

    private func score(_ line: JSONLines.Line, _ items: inout ItemsRead, into json: inout JSONWriter) throws {
        let value = try JSONLines.object(line)
        guard let text = value["text"]?.string else {
            throw Diagnostic(
                .error, "The line has no \"text\"", at: "standard input:\(line.number)",
                mend: "Give the comment's words as \"text\"")
        }
        let declared = value["position"]?.string.flatMap(Position.init(rawValue:)).flatMap { $0 == .unclear ? nil : $0 }
        let score = scorer.score(
            text, proposal: items.proposal(about: value["about"]?.string), declared: declared)
        json.object { json in
            Self.writeID(of: value, into: &json)
            ScoreJSON.write(score, into: &json)
        }
    }

    private static func report(_ error: any Error, _ line: JSONLines.Line, into json: inout JSONWriter) {
        json.object { json in
            if let value = try? JSONLines.object(line) {
                writeID(of: value, into: &json)
            } else {
                json.field("id", nil as String?)
            }
            json.field("error", (error as? Diagnostic)?.line ?? "\(error)")
        }
    }

    /// The id as it came, a string or a number.
    private static func writeID(of value: JSONValue, into json: inout JSONWriter) {
        switch value["id"] {
        case .string(let id): json.field("id", id)
        case .int(let id): json.field("id", Int(id))
        default: json.field("id", value["id"]?.string)
        }
    }
}

/// The JSON shape of a score, the same in the filter and wherever else scores are written.
enum ScoreJSON {
    static func write(_ score: CommentScore, into json: inout JSONWriter) {
        json.field("tone", thousandths: score.tone)
        json.field("tone_label", score.toneLabel.rawValue)
        json.field("tone_bias", thousandths: score.tone == nil ? nil : Scorer.toneBias)
        json.field("position", score.position.rawValue)
        json.field("position_basis", score.positionBasis.rawValue)
        json.field("position_confidence", thousandths: score.positionConfidence)
        json.field("language", score.language)
        json.field("terms", score.terms) { json, term in
            json.object { json in
                json.field("text", term.text)
                json.field("start", term.start)
                json.field("end", term.end)
                json.field("weight", thousandths: term.weight)
                json.field("kind", term.kind.rawValue)
            }
        }
    }
}
