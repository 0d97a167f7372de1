import EarshotCore

/// A line of the scores' filter that was read: its words scored by themselves, its item's other lines still to come.
struct ScoredLine: Sendable {
    var number: Int
    var id: JSONValue?
    var text: String
    var about: String?
    var score: CommentScore

    /// Whether its position can be read from evidence.
    var isReadable: Bool { score.language == ItemPositions.language }

    var said: KeptPosition {
        KeptPosition(position: score.position, basis: score.positionBasis, confidence: score.positionConfidence)
    }

    /// Its answer, with its position as finally told and, where evidence decided or left it open, that.
    func write(_ position: KeptPosition, _ reading: TextPosition?, into json: inout JSONWriter) {
        var score = score
        score.position = position.position
        score.positionBasis = position.basis
        score.positionConfidence = position.confidence
        json.object { json in
            ScoreJSON.write(id: id, into: &json)
            ScoreJSON.write(score, into: &json)
            guard let reading else { return }
            switch position.basis {
            case .taught: reading.taught.map { ScoreJSON.write($0, text, into: &json) }
            case .inferred: ScoreJSON.write(reading.inferred, into: &json)
            case .none:
                if let taught = reading.taught, !reading.isContradicted {
                    ScoreJSON.write(taught, text, into: &json)
                } else {
                    ScoreJSON.write(reading.inferred, contradicts: reading.isContradicted, into: &json)
                }
            case .declared, .stated: break
            }
        }
    }
}

/// One line's place in the output: its answer, or what is known of it so far.
enum FilterLine: Sendable {
    /// Lines that wait for no others, answered; several, end to end.
    case answered([UInt8])
    /// A line that cannot be read, answered.
    case unreadable([UInt8])
    case open(ScoredLine)
}

/// Lines about one item.
struct LineGroup: Sendable {
    var about: String?
    var lines: [FilterLine]
}
