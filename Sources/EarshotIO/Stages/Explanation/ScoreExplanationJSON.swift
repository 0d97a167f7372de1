import EarshotCore

extension ScoreExplanation {
    /// For programs: one JSON object and a line feed. Described in Docs/Commands.md.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("language", score.language)
            json.field("other_language", score.otherLanguage)
            json.key("language_lead")
            write(language, into: &json)
            json.field("tone", thousandths: score.tone)
            json.field("tone_label", score.toneLabel.rawValue)
            json.key("tone_sums")
            write(tone, into: &json)
            json.field("position", decided.name)
            json.field(
                "position_basis", decided.basis == "stated" ? "stated" : decided.confidence > 0 ? "inferred" : "none")
            json.field("position_confidence", thousandths: decided.confidence)
            json.field("position_phrases", score.terms.filter { $0.kind == .position }) { json, term in
                json.object { json in
                    json.field("text", term.text)
                    json.field("start", term.start)
                    json.field("end", term.end)
                    json.field("weight", thousandths: term.weight)
                }
            }
            json.key("evidence")
            write(item, into: &json)
            json.field("words", words)
            json.field("unweighed", unweighed) { $0.string($1) }
        }
        json.endLine()
        return json.take()
    }

    private func write(_ language: LanguageExplanation?, into json: inout JSONWriter) {
        guard let language else { return json.null() }
        json.object { json in
            json.field("ahead", language.ahead)
            json.field("second", language.second)
            json.field("lead", language.lead)
            json.field("words", language.parts) { json, part in
                json.object { json in
                    json.field("text", Self.slice(of: text, part.start..<part.end))
                    json.field("start", part.start)
                    json.field("end", part.end)
                    json.field("weight", part.weight)
                }
            }
        }
    }

    private func write(_ tone: ToneExplanation?, into json: inout JSONWriter) {
        guard let tone else { return json.null() }
        json.object { json in
            json.field("bias", thousandths: Scorer.toneBias)
            json.field("polarity", thousandths: tone.polarity)
            json.field("opinion", thousandths: tone.opinion)
            json.field("opinion_of_marks", thousandths: tone.marks)
            json.field("opinion_before", thousandths: tone.beginning)
            json.field("needed", thousandths: tone.needed)
            json.field("terms", tone.parts) { json, part in
                json.object { json in
                    json.field("text", Self.slice(of: text, part.start..<part.end))
                    json.field("start", part.start)
                    json.field("end", part.end)
                    json.field("weight", thousandths: part.share)
                    json.field("opinion", thousandths: part.opinion)
                }
            }
        }
    }

    private func write(_ item: Item?, into json: inout JSONWriter) {
        guard let item else { return json.null() }
        json.object { json in
            json.field("nearness", thousandths: item.inferred.evidence.nearness)
            json.field("approval", thousandths: item.inferred.evidence.approval)
            json.field("tone", thousandths: item.inferred.evidence.tone)
            json.field("zero", thousandths: item.inferred.zero)
            json.field("nearest", item.inferred.evidence.nearest)
            json.field("support", thousandths: item.inferred.support)
            json.field("blind", item.isBlind)
            json.field("contradicted", item.isContradicted)
        }
    }
}
