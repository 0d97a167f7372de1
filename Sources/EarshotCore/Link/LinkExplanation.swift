/// What decided a thread's link, and what would have decided it otherwise: sentences for the officer who checks it.
///
/// Computed from the link's candidates alone. A reason's strength is worked back from its weight, and the confidence
/// without it as if it had never been found, so that the percentages are exact for the first candidate; what the other
/// candidates would have gained is not known and not claimed.
package struct LinkExplanation: Equatable, Sendable {
    /// What decided: each a whole sentence, in order; never empty.
    package let sentences: [String]

    private static let threshold = Linker.threshold

    /// `declaredItem` is what the thread's file names as its item; `label` gives an item's name as it is to be printed.
    package init(_ link: ThreadLink, declaredItem: String? = nil, label: (AgendaItem.ID) -> String) {
        if let best = link.candidates.first {
            sentences =
                link.linked == best.item
                ? Self.linked(best, next: link.candidates.dropFirst().first, label)
                : Self.unlinked(best, label)
        } else if let declaredItem {
            sentences = [
                "The file says that it is about \u{201C}\(declaredItem)\u{201D}, which is no item that threads are linked to."
            ]
        } else {
            sentences = [
                "Nothing of any item was found in it: no address, reference, item number or name, and no telling words."
            ]
        }
    }

    // MARK: - Linked

    private static func linked(
        _ best: LinkCandidate, next: LinkCandidate?, _ label: (AgendaItem.ID) -> String
    ) -> [String] {
        var sentences = ["It is \(percent(best.confidence)); a link needs \(percent(threshold))."]
        let reasons = best.reasons.filter { $0.kind != .declared && $0.kind != .person }
        guard !reasons.isEmpty else {
            return sentences + ["The file itself names the item; nothing in the thread outweighs that."]
        }
        let without = reasons.map { (reason: $0, confidence: confidence(of: best, without: $0)) }
        let carrying = without.filter { $0.confidence < max(threshold, next?.confidence ?? 0) }
        for (reason, rest) in carrying { sentences.append(fall(reason, to: rest, next: next, label)) }
        if carrying.isEmpty, let weakest = without.min(by: { $0.confidence < $1.confidence }) {
            sentences.append(
                "No single reason carries the link: even without the strongest (\(weakest.reason.text)) it would be "
                    + "\(percent(weakest.confidence)).")
        }
        if let next {
            sentences.append(
                "For \(label(next.item)) to be linked instead, it would need more than \(percent(best.confidence)); it has "
                    + "\(percent(next.confidence)).")
        }
        return sentences
    }

    private static func fall(
        _ reason: LinkReason, to rest: Int, next: LinkCandidate?, _ label: (AgendaItem.ID) -> String
    ) -> String {
        let without = "Without this reason (\(reason.text)) it would be \(percent(rest))"
        if let next, next.confidence >= threshold, next.confidence > rest {
            return "\(without), and be linked to \(label(next.item)), which has \(percent(next.confidence))."
        }
        return "\(without), below the \(percent(threshold)) needed, and be linked to none."
    }

    /// What the candidate's confidence would be, thousandths, had `reason` not been found.
    private static func confidence(of candidate: LinkCandidate, without reason: LinkReason) -> Int {
        var before = 0
        var doubt = 1000
        for each in candidate.reasons {
            let left = max(1000 - before, 1)
            before += each.weight
            if each != reason { doubt = doubt * (left - min(each.weight, left)) / left }
        }
        return 1000 - doubt
    }

    // MARK: - Linked to none

    private static func unlinked(_ best: LinkCandidate, _ label: (AgendaItem.ID) -> String) -> [String] {
        let missing = threshold - best.confidence
        let first =
            missing > 0
            ? "The best, \(label(best.item)), is \(percent(best.confidence)): \(points(missing)) short of the "
                + "\(percent(threshold)) that a link needs."
            : "The best, \(label(best.item)), is \(percent(best.confidence)), enough for a link by itself."
        let kinds = Set(best.reasons.map(\.kind))
        let lacking = Self.signs.filter { kinds.isDisjoint(with: $0.kinds) }.map(\.name)
        guard missing > 0, let last = lacking.last else { return [first] }
        let list = lacking.count == 1 ? last : lacking.dropLast().joined(separator: ", ") + " and " + last
        return [first, "What it lacks: \(list)."] + tip(best, kinds: kinds)
    }

    /// What a thread and an item can share, as an officer names it.
    private static let signs: [(kinds: Set<LinkReason.Kind>, name: String)] = [
        ([.url], "the item's address"), ([.reference], "a reference"), ([.number], "the item's number"),
        ([.name], "a name of its places or schemes"), ([.words, .feedback], "words in common"),
    ]

    /// Whether a name in the title would have been enough.
    private static func tip(_ best: LinkCandidate, kinds: Set<LinkReason.Kind>) -> [String] {
        guard !kinds.contains(.name) else { return [] }
        let named = 1000 - (1000 - best.confidence) * (1000 - ItemKey.Strength.nameInTitle) / 1000
        guard named >= threshold else { return [] }
        return [
            "A name from the item's title in the thread's title or opening comment would have brought it to "
                + "\(percent(named))."
        ]
    }

    private static func percent(_ thousandths: Int) -> String { "\((thousandths + 5) / 10) %" }

    private static func points(_ thousandths: Int) -> String {
        let points = max(1, (thousandths + 5) / 10)
        return "\(points) \(points == 1 ? "point" : "points")"
    }
}

extension LinkReason.Kind {
    /// What a reason of this kind is called above its text.
    package var heading: String {
        switch self {
        case .declared: "Named by the file"
        case .url: "Address"
        case .reference: "Reference"
        case .number: "Item number"
        case .name: "Name"
        case .words: "Words in common"
        case .feedback: "Words shared with other threads linked here"
        case .meaning: "Like in meaning"
        case .context: "Where and when"
        case .person: "A person"
        }
    }
}
