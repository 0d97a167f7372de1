import EarshotCore

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

    /// The id as it came, a string or a number.
    static func write(id: JSONValue?, into json: inout JSONWriter) {
        switch id {
        case .string(let id): json.field("id", id)
        case .int(let id): json.field("id", Int(id))
        default: json.field("id", id?.string)
        }
    }

    /// nearness + approval + tone − zero = sum.
    static func write(_ reading: InferredPosition, contradicts: Bool = false, into json: inout JSONWriter) {
        json.key("evidence")
        json.object { json in
            json.field("nearness", thousandths: reading.evidence.nearness)
            json.field("approval", thousandths: reading.evidence.approval)
            json.field("tone", thousandths: reading.evidence.tone)
            json.field("zero", thousandths: reading.zero)
            json.field("sum", thousandths: reading.evidence.sum - reading.zero)
            json.field("nearest", reading.evidence.nearest)
            json.field("leans", reading.support == reading.confidence ? "support" : "oppose")
            json.field("chance", thousandths: reading.confidence)
            if contradicts { json.field("contradicts_statement", true) }
        }
    }

    /// start + meaning + untaught + the words' weights = sum.
    static func write(_ reading: TaughtReading, _ text: String, into json: inout JSONWriter) {
        json.key("evidence")
        json.object { json in
            json.field("start", thousandths: reading.start)
            json.field("meaning", thousandths: reading.meaning)
            json.field("untaught", thousandths: reading.evidence)
            json.field("words", reading.terms) { json, term in
                json.object { json in
                    json.field("text", String(decoding: Array(text.utf8)[term.start..<term.end], as: UTF8.self))
                    json.field("start", term.start)
                    json.field("end", term.end)
                    json.field("weight", thousandths: term.weight)
                }
            }
            json.field("sum", thousandths: reading.sum)
            json.field("leans", reading.support == reading.confidence ? "support" : "oppose")
            json.field("chance", thousandths: reading.confidence)
        }
    }
}
