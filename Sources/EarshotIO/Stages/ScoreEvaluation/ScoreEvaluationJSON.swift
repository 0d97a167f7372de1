import EarshotCore

extension ScoreEvaluation {
    /// The report for programs: one JSON object and a line feed. Described in Docs/Commands.md.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("source", source)
            json.field("scorers", Scorer.methods) { json, method in
                json.object { json in
                    json.field("name", method.name)
                    json.field("version", method.version)
                }
            }
            json.field("draws", EvaluationRange.draws)
            json.field("seed", Int(EvaluationRange.seed))
            json.field("figures", parts.flatMap { part in part.rows.map { (part, $0) } }) { json, pair in
                Self.write(pair.1, of: pair.0, into: &json)
            }
        }
        json.endLine()
        return json.take()
    }

    private static func write(_ row: Row, of part: Part, into json: inout JSONWriter) {
        json.lineBreak()
        json.object { json in
            json.field("kind", part.kind.rawValue)
            json.field("set", part.name)
            json.field("method", row.method)
            json.field("slice", row.slice)
            json.field("texts", row.texts)
            if let unscored = row.unscored { json.field("not_scored", unscored) }
            for figure in row.figures {
                json.key(figure.name)
                write(figure.share, into: &json)
            }
            guard let tally = row.tally else { return }
            json.key("confusion")
            json.object { json in
                for (place, label) in labels.enumerated() {
                    json.key(label.rawValue)
                    json.object { json in
                        for (said, other) in labels.enumerated() {
                            json.field(other.rawValue, tally.counts[place][said])
                        }
                    }
                }
            }
        }
    }

    private static func write(_ share: EvaluationShare?, into json: inout JSONWriter) {
        guard let share else { return json.null() }
        json.object { json in
            json.field("value", thousandths: share.value)
            json.field("low", thousandths: share.low)
            json.field("high", thousandths: share.high)
            json.field("of", share.count)
        }
    }
}
