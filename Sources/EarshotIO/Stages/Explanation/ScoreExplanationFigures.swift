import EarshotCore

extension ScoreExplanation {
    // MARK: - Tone

    var toneLines: [String] {
        guard let tone else { return ["Tone: not scored"] + Self.wrapped(whyNotScored) }
        let parts = tone.parts.filter { $0.share != 0 }
            .sorted { abs($0.share) == abs($1.share) ? $0.start < $1.start : abs($0.share) > abs($1.share) }
        let large = parts.prefix { abs($0.share) >= Self.shownInList }
        let small = parts[large.endIndex...]
        var lines = ["Tone: \(Self.figure(tone.value)), \(tone.label.rawValue)"] + large.map(line)
        if !small.isEmpty {
            let count = small.count == 1 ? "1 more, under 0.010" : "\(small.count) more, each under 0.010"
            lines.append("  \(Self.aligned(small.reduce(0) { $0 + $1.share }))  \(count)")
        }
        lines.append("  \(Self.aligned(tone.value))  all together; a comment begins at \(Self.plain(Scorer.toneBias))")
        if large.contains(where: { $0.effects.contains { $0.isCounted } }) {
            lines += Self.wrapped(
                "Capitals, exclamation and question marks and \u{201C}but\u{201D} change how much a word counts.")
        }
        return lines + Self.wrapped(labelSentence(tone))
    }

    private var whyNotScored: String {
        if words == 0 { return "There is nothing to score." }
        let isUnknown = score.language == ScoreFigures.unknownLanguage
        return (isUnknown ? "Its language is not known, and only" : "Only")
            + " English is scored. It is counted as not scored, never as neutral."
    }

    private func line(_ part: ToneExplanation.Part) -> String {
        let words = Self.shown(Self.slice(of: text, part.start..<part.end))
        let effects = part.effects.map(\.name).joined(separator: ", ")
        let blank = String(repeating: " ", count: max(2, 24 - words.count))
        return "  \(Self.aligned(part.share))  \(words)" + (effects.isEmpty ? "" : blank + effects)
    }

    private func labelSentence(_ tone: ToneExplanation) -> String {
        let side = tone.polarity < 0 ? ("cold", "negative") : ("warm", "positive")
        let sum = abs(tone.polarity) + tone.opinion
        let opinion =
            "\(Self.points(tone.opinion)) opinionated (marks \(Self.points(tone.marks)), every text "
            + "\(Self.points(tone.beginning)), the rest its words)"
        let sums = "\(Self.points(abs(tone.polarity))) \(side.0) and \(opinion) make \(Self.points(sum))"
        let needs = "a comment of this length needs more than \(Self.points(tone.needed)) to be called \(side.1)"
        switch tone.label {
        case .neutral where tone.value == 0: return "Called neutral: nothing in it is warmer than it is cold."
        case .neutral: return "Called neutral all the same: \(sums), and \(needs)."
        default: return "Called \(side.1): \(sums), and \(needs)."
        }
    }

    /// Thousandths of a scale point as points: "2.31".
    private static func points(_ thousandths: Int) -> String {
        let hundredths = (abs(thousandths) + 5) / 10
        let digits = hundredths % 100
        return (thousandths < 0 && hundredths > 0 ? "\u{2212}" : "")
            + "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }

    /// As wide as a figure with a sign.
    private static func aligned(_ thousandths: Int) -> String { (thousandths == 0 ? " " : "") + figure(thousandths) }

    static func plain(_ thousandths: Int) -> String { thousandths == 0 ? "0" : figure(thousandths) }

    // MARK: - Position

    var positionLines: [String] {
        guard score.language == "en" else { return [] }
        var lines = ["Position: \(decided.name), \(decided.basis)"]
        for term in score.terms where term.kind == .position {
            lines += Self.wrapped(
                "\(Self.figure(term.weight)) \u{201C}\(Self.shown(term.text))\u{201D} states "
                    + (term.weight > 0 ? "support" : "opposition"))
        }
        guard let item else {
            if score.terms.allSatisfy({ $0.kind != .position }) { lines.append("  It states none in plain words.") }
            return lines
                + Self.wrapped("With --about and the item's title it says what the rest of the comment speaks for.")
        }
        for sentence in item.sentences { lines += Self.wrapped(sentence) }
        if item.isContradicted {
            lines += Self.wrapped("The rest of it speaks so clearly against what it states that it is left unclear.")
        }
        return lines + evidence(item)
    }

    /// What is decided of this comment alone.
    var decided: (name: String, basis: String, confidence: Int) {
        let isStated = score.positionBasis == .stated && !(item?.isContradicted ?? false)
        if isStated { return (score.position.rawValue, "stated", score.positionConfidence) }
        if let inferred = item?.inferred, score.positionBasis == .none, inferred.position != .unclear {
            return (inferred.position.rawValue, "inferred from this comment alone", inferred.confidence)
        }
        return (Position.unclear.rawValue, "nothing decides it", 0)
    }

    private func evidence(_ item: Item) -> [String] {
        let (found, zero) = (item.inferred.evidence, item.inferred.zero)
        var lines = [
            "  What speaks for (+) and against (\u{2212}); 1 is how far comments of one side scatter",
            "  \(Self.aligned(found.nearness))  nearness to plain sentences of support less those of opposition;",
            "          nearest: \u{201C}\(found.nearest)\u{201D}",
            "  \(Self.aligned(found.approval))  approval, as learnt from comments on other subjects",
            "  \(Self.aligned(found.tone))  its tone",
            "  \(Self.aligned(-zero))  the zero, taken off: what sentences that take no side show here",
            "  \(Self.aligned(found.sum - zero))  all together",
        ]
        let chance = (item.inferred.support + 5) / 10
        if item.isBlind {
            lines += Self.wrapped(
                "Nothing is inferred on this item: warm words may speak for the thing and so against the proposal, and too "
                    + "few comments state a position to tell.")
        } else {
            lines += Self.wrapped(
                "By itself, \(chance) in 100 that it is for the proposal; \(PositionInference.threshold / 10) are needed "
                    + "to decide. In a meeting the item's other comments move the zero, and so this chance.")
        }
        return lines
    }
}

extension ToneExplanation.Effect {
    fileprivate var name: String {
        switch self {
        case .turned: "behind a word such as \u{201C}not\u{201D}"
        case .drawnOut: "drawn out"
        case .counted(let share): "counts \(share) %"
        }
    }

    fileprivate var isCounted: Bool {
        if case .counted = self { true } else { false }
    }
}
