/// What one comment adds to a batch.
extension BriefDigest {
    /// Which of the item's phrases the comment holds, a bit each; leaves all that it holds in `partial`.
    func readPhrases(
        of comment: BriefComment, _ scratch: PhraseReader.Scratch, _ spelled: inout HashIndex,
        into partial: inout Partial
    ) -> UInt64 {
        var bits: UInt64 = 0
        var redactions: [Redaction]?
        for found in scratch.found {
            guard let phrase = phrases.index.find(found.key) else { continue }
            // Half a name, a postcode's end or a house number with its street is no phrase, however often it stands.
            let hidden = redactions ?? redactor.redact(comment.text).redactions
            redactions = hidden
            if hidden.contains(where: { $0.start < Int(found.end) && $0.end > Int(found.start) }) { continue }
            if let place = places.place(of: phrase, in: comment.bucket) { bits |= 1 << UInt64(place) }
            let range = Int(found.start)..<Int(found.end)
            let (number, isNew) = spelled.insert(SpellingTally.hash(comment.text.utf8.span, range))
            if isNew { partial.spellings.append(Excerpt.line(Excerpt.slice(comment.text, range))) }
            partial.hits.append(
                Partial.Hit(phrase: Int32(phrase), spelling: Int32(number), opensSentence: found.opensSentence))
        }
        return bits
    }

    /// Leaves the comment's questions and suggestions in `partial`.
    func readQuestions(
        of comment: BriefComment, _ scratch: PhraseReader.Scratch, phrases: UInt64, into partial: inout Partial
    ) {
        let text = comment.text.utf8.span
        func asked(_ found: AskedQuestion) -> Partial.Asked {
            Partial.Asked(
                bucket: Int32(comment.bucket), key: found.key, row: comment.row, isCopy: comment.isCopy,
                phrases: bits(in: found.range, of: comment, scratch), comment: comment.text, range: found.range,
                isPlain: found.isPlain)
        }
        let all = AskedQuestion.all(in: text, words: scratch.words, reader: reader, suggestions: suggestionReader)
        partial.suggested += all.suggestions.map(asked)
        // "Could the council paint a crossing?" is shown once, as what it suggests.
        for question in all.questions where !all.suggestions.contains(where: { $0.key == question.key }) {
            partial.asked.append(asked(question))
        }
    }

    /// Which of the item's phrases stand in a part of the comment (each at its first place in the comment).
    private func bits(in range: Range<Int>, of comment: BriefComment, _ scratch: PhraseReader.Scratch) -> UInt64 {
        var bits: UInt64 = 0
        for found in scratch.found where range.contains(Int(found.start)) {
            if let phrase = phrases.index.find(found.key), let place = places.place(of: phrase, in: comment.bucket) {
                bits |= 1 << UInt64(place)
            }
        }
        return bits
    }
}
