import EarshotCore

extension LinkEvaluationReport {
    /// The report for programs: one JSON object and a line feed. Described in Docs/Commands.md.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("set", set)
            json.field("linker", linker)
            json.field("meaning", meaning.rawValue)
            json.field("items", items)
            json.field("linkable", linkable)
            json.field("threads", threads)
            json.field("judged", judged)
            json.field("draws", LinkFigures.draws)
            json.field("seed", Int(LinkFigures.seed))
            json.field("figures", rows) { Self.write($1, into: &$0) }
            json.field("reliability", trust) { json, trust in
                for (of, reliability) in [("link", trust.links), ("no_item", trust.none)] {
                    Self.write(trust.half, of, reliability, into: &json)
                }
            }
        }
        json.endLine()
        return json.take()
    }

    private static func write(_ row: Row, into json: inout JSONWriter) {
        json.lineBreak()
        json.object { json in
            json.field("method", row.method)
            json.field("half", row.half.rawValue)
            json.field("slice", row.slice.rawValue)
            json.field("hindsight", row.isHindsight)
            json.field("threshold", row.hindsightThreshold)
            json.field("threads", row.figures.tally.threads)
            json.field("with_item", row.figures.tally.withItem)
            json.field("links", row.figures.tally.made)
            json.field("right", row.figures.tally.right)
            for measure in LinkMeasure.allCases {
                json.key(measure.rawValue)
                write(row.figures[measure], into: &json)
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

    private static func write(
        _ half: EvaluationHalf, _ of: String, _ reliability: Reliability, into json: inout JSONWriter
    ) {
        json.lineBreak()
        json.object { json in
            json.field("of", of)
            json.field("half", half.rawValue)
            json.field("count", reliability.count)
            json.field("calibration_error", thousandths: reliability.error)
            json.field("bins", reliability.bins) { json, bin in
                json.object { json in
                    json.field("from", thousandths: bin.from)
                    json.field("promised", thousandths: bin.promised)
                    json.key("right")
                    write(bin.right, into: &json)
                }
            }
        }
    }
}
