/// Every word and phrase that the scorers know, for whoever wants to check them.
package enum WordLists {
    package struct Entry: Sendable {
        package var list: List
        package var phrase: String
        /// Thousandths: of a scale point for tone, of certainty for positions; 0 where the list has no weights.
        package var weight: Int
        /// The list's own word for what the entry does: "support", "negates"; empty where the weight says it.
        package var effect: String
    }

    package enum List: String, Sendable, CaseIterable {
        /// Written by hand: −4…4 scale points.
        case tone
        /// Learnt, added to those of `tone`; a pair of words counts where they stand side by side.
        case toneLearned = "tone_learned"
        /// Phrases that may state a position.
        case position
        /// Words that carry no topic.
        case stopWord = "stop_word"
    }

    /// In the order of the lists, and within each in the order of its table.
    package static func entries() -> [Entry] { tone() + learned() + positions() + stopWords() }

    private static func tone() -> [Entry] {
        let entries = ToneLexicon.entries()
        // Of entries of the same words the last one counts, as in `PhraseTable`.
        let last = Dictionary(entries.indices.map { (entries[$0].phrase, $0) }, uniquingKeysWith: { $1 })
        return entries.indices.filter { last[entries[$0].phrase] == $0 }.map { index in
            let (phrase, entry) = entries[index]
            let effect =
                entry.negates
                ? "turns what follows"
                : entry.contrasts
                    ? "what follows weighs more" : entry.boost == 0 ? "" : "next word \(entry.boost) per cent"
            return Entry(list: .tone, phrase: phrase, weight: entry.weight * 100, effect: effect)
        }
    }

    private static func learned() -> [Entry] {
        EmbeddedTable.toneWeights.lines.compactMap { line in
            let fields = EmbeddedTable.fields(line)
            guard fields.count >= 3, let weight = Int(fields[1]), !fields[0].hasPrefix("@") else { return nil }
            let turned = fields.count > 3 ? Int(fields[3]) ?? 0 : 0
            return Entry(
                list: .toneLearned, phrase: String(fields[0]), weight: weight * ToneWeights.unit,
                effect: turned == 0 ? "" : "turned: \(turned * ToneWeights.unit) more")
        }
    }

    private static func positions() -> [Entry] {
        PositionPhrases.entries().map { phrase, entry in
            let effect =
                switch entry.kind {
                case .spare: "asks to spare the thing"
                case .stays: "the thing should stay"
                case .end: "ends the thing"
                default: entry.side > 0 ? "support" : "oppose"
                }
            return Entry(list: .position, phrase: phrase, weight: entry.confidence, effect: effect)
        }
    }

    private static func stopWords() -> [Entry] {
        EmbeddedTable.stopWords.lines.map { Entry(list: .stopWord, phrase: String($0), weight: 0, effect: "") }
    }
}
