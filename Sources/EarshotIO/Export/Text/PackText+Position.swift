import EarshotCore

/// The words about what people want, and how that was found.
extension PackText {
    var positionHeading: String { "Position toward what the item proposes" }

    /// "How positions were found: 12 declared in the file, 31 said outright; 24 comments give none.".
    func bases(_ bases: [PositionBasis: Int]) -> String {
        let found = PositionBasis.allCases.compactMap { basis -> String? in
            guard basis != .none, let count = bases[basis], count > 0 else { return nil }
            return "\(figure(count)) \(words(for: basis))"
        }
        let none = bases[PositionBasis.none, default: 0]
        guard !found.isEmpty else { return none == 0 ? "" : "No comment gives a position." }
        let rest = none == 0 ? "" : "; \(comments(none)) \(none == 1 ? "gives" : "give") none"
        return "How positions were found: \(found.joined(separator: ", "))\(rest)."
    }

    private func words(for basis: PositionBasis) -> String {
        switch basis {
        case .declared: "declared in the file"
        case .stated: "said outright"
        case .inferred: "read from other wording"
        case .taught: "learnt from comments that an officer labelled"
        case .none: "without one"
        }
    }

    var withoutCopies: String { "Without copies:" }
    func byText(_ counts: PositionCounts) -> String {
        let parts = Position.allCases.map { "\(figure(counts[$0])) \(position($0))" }
        return "\(parts.joined(separator: ", ")), counting each copied text once."
    }

    /// What a position read from wording is, and what it is worth; the link to the method follows.
    func inferred(_ evidence: EvidenceBrief) -> String {
        guard let confidence = evidence.inferredConfidence else { return "" }
        return
            "Read from other wording: nearer to one side in meaning and warmth. Of these \(inHundred(confidence)) should be "
            + "right"
    }
    var inferredLink: String { "how measured" }

    /// What else a reader must know of how the positions were found.
    func readings(_ evidence: EvidenceBrief, _ counts: PositionCounts) -> [String] {
        var sentences: [String] = []
        switch evidence.teaching {
        case .learnt(let support, let oppose, let balanced, _):
            sentences.append(
                "An officer labelled \(number(support)) comments in support and \(number(oppose)) opposed. Tried on labels "
                    + "that it had not been given, the program was right for \(inHundred(balanced)).")
        case .refused(let reason):
            sentences.append("An officer labelled some comments, but nothing was learnt from them. \(reason)")
        case nil: break
        }
        if evidence.isBlind {
            sentences.append(
                "The item takes something away, and too few comments say outright what they want to show whether warm words "
                    + "are for the thing or for the proposal: nothing was read from other wording.")
        }
        if evidence.discussed > 0 {
            sentences.append(
                "\(comments(evidence.discussed)) \(evidence.discussed == 1 ? "stands" : "stand") in discussions, where most "
                    + "take no side: there only what is said outright counts.")
        }
        if evidence.unread > 0 {
            let verb = evidence.unread == 1 ? "was" : "were"
            sentences.append(
                "\(comments(evidence.unread)) \(verb) not read for other wording: a run reads only so many, or was told not "
                    + "to.")
        }
        return sentences
    }

    /// What must be said before anything else of a bar that is mostly hatched; empty where it is not.
    func mostlyUnclear(_ counts: PositionCounts) -> String {
        guard counts.unclear * 2 > counts.total else { return "" }
        return counts.unclear == counts.total
            ? "No comment says what it wants done." : "More than half are unclear; the others do not speak for them."
    }

    /// "about 84 in 100".
    private func inHundred(_ thousandths: Int) -> String { "about \(number((thousandths + 5) / 10)) in 100" }
}
