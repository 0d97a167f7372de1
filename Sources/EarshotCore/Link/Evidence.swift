/// One signal's word for one item.
struct Evidence: Equatable, Sendable {
    var kind: LinkReason.Kind
    /// Thousandths: how often a link would be right that had this signal alone.
    var strength: Int
    var text: String
    /// What of the thread says so, in its own words; see `LinkReason.passage`.
    var passage: LinkReason.Passage?

    /// The pieces with strengths by their shares, so that together they come to `confidence`, thousandths.
    static func dividing(_ confidence: Int, among parts: [(share: Int, evidence: Evidence)]) -> [Evidence] {
        let total = parts.reduce(0) { $0 + $1.share }
        guard total > 0 else { return [] }
        var given = 0
        var shares = 0
        return parts.sorted { $0.share > $1.share }.map { share, evidence in
            shares += share
            let weight = confidence * shares / total - given
            var evidence = evidence
            evidence.strength = given < 1000 ? (weight * 1000 + 999 - given) / (1000 - given) : 0
            given += weight
            return evidence
        }
    }
}

/// Brings the evidence for an item together in one confidence.
enum EvidenceSum {
    /// Each piece, strongest first, takes its share of the doubt that those before it left: 1 − (1 − a)(1 − b)…
    /// The reasons' weights add up to the confidence exactly. A reason without weight is left out.
    static func candidate(_ item: AgendaItem.ID, _ evidence: [Evidence]) -> LinkCandidate {
        let ordered = evidence.enumerated().sorted { a, b in
            a.element.strength == b.element.strength ? a.offset < b.offset : a.element.strength > b.element.strength
        }
        var confidence = 0
        var reasons: [LinkReason] = []
        for piece in ordered.map(\.element) {
            let weight = (1000 - confidence) * min(max(piece.strength, 0), 1000) / 1000
            guard weight > 0 else { continue }
            confidence += weight
            reasons.append(
                LinkReason(kind: piece.kind, text: piece.text, weight: weight, passage: piece.passage))
        }
        return LinkCandidate(item: item, confidence: confidence, reasons: reasons)
    }

    /// The candidate with its confidence brought down to `limit`, the reasons' weights in proportion.
    static func limited(_ candidate: LinkCandidate, to limit: Int) -> LinkCandidate {
        guard candidate.confidence > limit else { return candidate }
        var reasons = candidate.reasons
        for index in reasons.indices { reasons[index].weight = reasons[index].weight * limit / candidate.confidence }
        let rest = limit - reasons.reduce(0) { $0 + $1.weight }
        if !reasons.isEmpty { reasons[0].weight += rest }
        return LinkCandidate(
            item: candidate.item, confidence: reasons.isEmpty ? 0 : limit, reasons: reasons.filter { $0.weight > 0 })
    }
}

/// What the keys of the items say about one thread.
struct KeyEvidence: Sendable {
    /// By item and kind.
    private(set) var found: [Int: [Evidence]] = [:]

    private static let kinds: [LinkReason.Kind] = [.url, .reference, .number, .name, .words]

    init(_ profile: ThreadProfile, keys: [ItemKey], barred: Set<Int>) {
        for kind in Self.kinds {
            var doubt: [Int: Int] = [:]
            var labels: [Int: [(strength: Int, label: String)]] = [:]
            for mention in profile.mentions where keys[mention.key].kind == kind {
                var key = keys[mention.key]
                key.holders.removeAll { barred.contains($0.item) }
                for share in key.shares() {
                    let strength = share.strength * Self.coverage(mention, of: profile) / 1000
                    doubt[share.item] = (doubt[share.item] ?? 1000) * (1000 - strength) / 1000
                    labels[share.item, default: []].append((strength, key.label))
                }
            }
            let strengths = Self.divided(doubt.mapValues { 1000 - $0 })
            for (item, strength) in strengths {
                let best = (labels[item] ?? []).sorted { ($1.strength, $0.label) < ($0.strength, $1.label) }
                let text = Self.text(kind, best.prefix(3).map(\.label))
                found[item, default: []].append(Evidence(kind: kind, strength: strength, text: text))
            }
        }
    }

    /// Thousandths: a key in the title, the address or the opening comment counts in full; else the more the more
    /// comments hold it, in full from a quarter of them. What may be no name counts two fifths. Chosen, not derived.
    private static func coverage(_ mention: ThreadProfile.Mention, of profile: ThreadProfile) -> Int {
        let spread = mention.leads ? 1000 : min(1000, 300 + 2800 * mention.comments / max(profile.comments, 1))
        return mention.isSure ? spread : spread * 2 / 5
    }

    /// A thread that names two items' keys is about one of them: they share what the stronger has, by strength.
    private static func divided(_ strengths: [Int: Int]) -> [(item: Int, strength: Int)] {
        let total = strengths.values.reduce(0, +)
        guard let most = strengths.values.max(), total > 0 else { return [] }
        return strengths.sorted { $0.key < $1.key }.map { ($0.key, $0.value * most / total) }
    }

    private static func text(_ kind: LinkReason.Kind, _ labels: [String]) -> String {
        let list = Self.list(labels)
        return switch kind {
        case .url: "the thread links to this item's \(list)"
        case .reference: "both cite \(list)"
        case .number: "the thread speaks of agenda item \(list)"
        case .words: labels.joined(separator: "; ")
        default: "both name \(list)"
        }
    }

    /// "a, b and c".
    private static func list(_ labels: [String]) -> String {
        guard let last = labels.last, labels.count > 1 else { return labels.first ?? "" }
        return labels.dropLast().joined(separator: ", ") + " and " + last
    }
}
