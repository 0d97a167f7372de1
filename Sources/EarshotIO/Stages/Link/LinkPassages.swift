import EarshotCore

/// Puts the passages that a link's reasons rest on into their words, as far as a pack may show them.
enum LinkPassages {
    /// At most so many letters of a passage are shown. Chosen.
    private static let limit = 160
    /// Nobody is quoted for a candidate with less confidence, thousandths. Chosen.
    private static let worthQuoting = 100

    /// The link with the passages of its reasons redacted, shortened and quoted in the reasons' texts. `shown`: the
    /// positions of the comments that are included; what others say is left out.
    static func spelledOut(_ link: StoredLink, _ shown: Set<Int>, _ redactor: Redactor) -> StoredLink {
        var link = link
        link.link.candidates = link.link.candidates.map { spelledOut($0, shown, redactor) }
        for index in link.link.runs.indices {
            link.link.runs[index].candidate = spelledOut(link.link.runs[index].candidate, shown, redactor)
        }
        return link
    }

    private static func spelledOut(
        _ candidate: LinkCandidate, _ shown: Set<Int>, _ redactor: Redactor
    ) -> LinkCandidate {
        var candidate = candidate
        for index in candidate.reasons.indices {
            guard let passage = candidate.reasons[index].passage else { continue }
            candidate.reasons[index].passage = nil
            guard candidate.confidence >= worthQuoting else { continue }
            if let comment = passage.comment, !shown.contains(comment) { continue }
            let text = Excerpt(redactor.redact(passage.text).text, limit: limit).text
            candidate.reasons[index].text += ": \u{201C}\(text)\u{201D}"
        }
        return candidate
    }
}
