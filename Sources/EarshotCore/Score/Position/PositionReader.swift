/// Finds what a comment states about the proposal in plain words. Everything else is left unread: questions,
/// conditions, what others are said to think.
struct PositionReader: Sendable {
    private let phrases: PhraseTable<PositionPhrase>
    private let grammar: Grammar

    init() {
        phrases = PositionPhrases.table()
        grammar = Grammar()
    }

    func hits(_ text: Span<UInt8>, _ words: [Word], _ proposal: Proposal) -> [PositionHit] {
        var hits: [PositionHit] = []
        var i = 0
        while i < words.count {
            guard let (phrase, count) = phrases.match(words, at: i) else {
                i += 1
                continue
            }
            let reading = PhraseInPlace(phrase: phrase, words: words, range: i..<(i + count), grammar: grammar)
            if let hit = reading.hit(text, proposal) {
                hits.append(hit)
                i += count
            } else {
                i += 1
            }
        }
        return hits
    }
}

/// A position phrase among the words around it.
private struct PhraseInPlace {
    let phrase: PositionPhrase
    let words: [Word]
    let range: Range<Int>
    let grammar: Grammar

    func hit(_ text: Span<UInt8>, _ proposal: Proposal) -> PositionHit? {
        let sentence = self.sentence
        guard !isQuestion(text, sentence), !isReported(sentence) else { return nil }
        let voice = grammar.voice(words, before: range.lowerBound, in: sentence)
        guard fits(voice, sentence, proposal) else { return nil }
        guard let object = aim(proposal) else { return nil }
        var side = phrase.side
        switch phrase.kind {
        case .spare, .stays, .end:
            guard proposal.direction != .unknown else { return nil }
            // "Close it" speaks for an item only if that is what the item does.
            guard phrase.kind != .end || proposal.ends else { return nil }
            let spares = (phrase.kind != .end) != voice.isTurned
            side = spares == (proposal.direction == .takesAway) ? -1 : 1
        case .own, .wish, .verdict, .request, .passive:
            if voice.isTurned { side = phrase.turned }
            switch subject(sentence, proposal) {
            case .proposal: break
            case .thing: side = -side
            case .either: return nil
            }
            if object.isEnding, proposal.direction == .keeps { side = -side }
        }
        guard side != 0 else { return nil }
        let start = voice.start ?? range.lowerBound
        return PositionHit(
            start: Int(words[start].start), end: Int(words[object.last].end), side: side,
            confidence: phrase.confidence)
    }

    private var sentence: Range<Int> {
        var start = range.lowerBound
        while start > 0, words[start].gap != .sentence { start -= 1 }
        var end = range.upperBound
        while end < words.count, words[end].gap != .sentence { end += 1 }
        return start..<end
    }

    private func isQuestion(_ text: Span<UInt8>, _ sentence: Range<Int>) -> Bool {
        var i = Int(words[sentence.upperBound - 1].end)
        let end = sentence.upperBound < words.count ? Int(words[sentence.upperBound].start) : text.count
        while i < end {
            if text[i] == UInt8(ascii: "?") { return true }
            i += 1
        }
        return false
    }

    /// "If you oppose…", "those who oppose…", "a good idea would be…", "a good idea in theory".
    private func isReported(_ sentence: Range<Int>) -> Bool {
        for i in sentence where grammar.supposes[words[i].hash] != nil && !range.contains(i) { return true }
        guard phrase.kind == .verdict else { return false }
        // "A good idea, but…": what comes after is what the writer wants.
        if phrase.side > 0, isConceded(sentence) { return true }
        for i in max(sentence.lowerBound, range.lowerBound - 4)..<range.lowerBound
        where grammar.imagines[words[i].hash] != nil { return true }
        let next = range.upperBound
        return next < sentence.upperBound && words[next].gap == .space && grammar.leadsOn[words[next].hash] != nil
    }

    private func isConceded(_ sentence: Range<Int>) -> Bool {
        var i = range.upperBound
        while i < sentence.upperBound {
            if grammar.concessions[words[i].hash] != nil { return true }
            i += 1
        }
        return i < words.count && grammar.concessions[words[i].hash] != nil
    }

    private enum Subject { case proposal, thing, either }

    /// What a verdict speaks of, where the item takes something away: "closing the library is a great idea" speaks of
    /// the proposal, "the library is a great idea" of the thing, and so against the proposal.
    private func subject(_ sentence: Range<Int>, _ proposal: Proposal) -> Subject {
        guard proposal.direction == .takesAway || proposal.forbids, phrase.kind == .verdict || phrase.kind == .passive
        else { return .proposal }
        var subject = Subject.proposal
        var i = range.lowerBound
        while i > sentence.lowerBound, isSameClause(i), range.lowerBound - i < 8 {
            i -= 1
            let word = words[i].hash
            if grammar.proposals[word] != nil || grammar.endings[word] != nil || proposal.acts(words[i])
                || grammar.curbs[word] != nil
            {
                return .proposal
            }
            if proposal.names(words[i]) { subject = .thing }
            if subject == .proposal, phrase.kind == .passive, grammar.it[word] != nil { subject = .either }
        }
        return subject
    }

    private func fits(_ voice: Grammar.Voice, _ sentence: Range<Int>, _ proposal: Proposal) -> Bool {
        switch phrase.kind {
        case .own: voice.who == .writer || (voice.who == .nobody && isBare)
        case .wish: voice.who != .others
        case .verdict:
            // "Nationalism is a bad idea" says nothing of the cycle lane; with no item known any subject counts.
            voice.who != .others || (!voice.speaks && (!proposal.isNamed || hasSubject(sentence, proposal)))
        case .passive:
            range.lowerBound == sentence.lowerBound
                || (hasSubject(sentence, proposal) && !isSaidByOthers(sentence))
        case .stays: hasSubject(sentence, proposal) && !isSaidByOthers(sentence)
        case .request, .spare, .end: voice.isRequest && !isWritersOwn
        }
    }

    /// Whether one of the eight words before the phrase in its clause points at the proposal.
    private func hasSubject(_ sentence: Range<Int>, _ proposal: Proposal) -> Bool {
        var i = range.lowerBound
        while i > sentence.lowerBound, isSameClause(i), range.lowerBound - i < 8 {
            i -= 1
            let word = words[i].hash
            if grammar.subjects[word] != nil || grammar.proposals[word] != nil || grammar.endings[word] != nil {
                return true
            }
            if proposal.names(words[i]) { return true }
        }
        return false
    }

    /// "They think it should be refused", but not "I think it should".
    private func isSaidByOthers(_ sentence: Range<Int>) -> Bool {
        for i in sentence.lowerBound..<range.lowerBound where grammar.says[words[i].hash] != nil {
            if i > sentence.lowerBound, grammar.others[words[i - 1].hash] != nil { return true }
        }
        return false
    }

    /// "I reject this notion", "we don't approve": an own verb, not a request.
    private var isWritersOwn: Bool {
        let before = range.lowerBound - 1
        return before >= 0 && isSameClause(range.lowerBound) && grammar.writers[words[before].hash] != nil
    }

    /// A clause may leave "I" out before "support" and "strongly object", not before "behind" or "back".
    private var isBare: Bool { grammar.bare[words[range.lowerBound].hash] != nil }

    /// What a phrase is aimed at: the last word of it.
    private struct Aimed {
        var last: Int
        /// "The closure".
        var isEnding = false
        /// "This", "it".
        var isPointer = false
    }

    /// `nil` where the phrase needs an aim and has none.
    private func aim(_ proposal: Proposal) -> Aimed? {
        let here = Aimed(last: range.upperBound - 1)
        switch phrase.aim {
        case .none: return here
        case .proposal: return aimAtProposal(proposal)
        case .named: return lookAhead(4) { grammar.pronouns[$0.hash] != nil || proposal.names($0) }
        case .noun: return aimAtProposal(proposal).flatMap { $0.isPointer || $0.last < range.upperBound ? nil : $0 }
        case .whole: return sentence == range ? here : nil
        case .ending:
            let next = range.upperBound
            let stops = next >= words.count || !isSameClause(next) || grammar.follows[words[next].hash] != nil
            return stops || grammar.leadsOn[words[next].hash] != nil || grammar.here[words[next].hash] != nil
                ? here : nil
        case .open:
            guard let named = lookAhead(3, { grammar.pronouns[$0.hash] != nil || proposal.names($0) }) else {
                return nil
            }
            if let open = lookAhead(6, { grammar.open[$0.hash] != nil }) { return open }
            // "Keep children from it", "keep them safe".
            if lookAhead(6, { grammar.away[$0.hash] != nil }) != nil { return nil }
            // "Keep the library", but not "leave the library".
            return grammar.keeps[words[range.lowerBound].hash] == nil ? nil : named
        }
    }

    private func aimAtProposal(_ proposal: Proposal) -> Aimed? {
        var i = range.upperBound
        while i < words.count, isSameClause(i), grammar.fillers[words[i].hash] != nil { i += 1 }
        guard i < words.count, isSameClause(i) else {
            return Aimed(last: range.upperBound - 1)
        }
        let points = grammar.pointers[words[i].hash] != nil
        for j in i..<min(i + 6, words.count) where j == i || isSameClause(j) {
            if j > i, !isSameClause(j - 1), j - 1 > i { break }
            if grammar.endings[words[j].hash] != nil { return Aimed(last: j, isEnding: true) }
            if grammar.proposals[words[j].hash] != nil { return Aimed(last: j) }
        }
        guard points else { return nil }
        // "I support this." but not "I support this lady".
        let next = i + 1
        let stops = next >= words.count || !isSameClause(next) || grammar.follows[words[next].hash] != nil
        return stops || phrase.side < 0 ? Aimed(last: i, isPointer: true) : nil
    }

    private func lookAhead(_ reach: Int, _ isSought: (Word) -> Bool) -> Aimed? {
        var i = range.upperBound
        while i < words.count, i < range.upperBound + reach, isSameClause(i) {
            if isSought(words[i]) { return Aimed(last: i) }
            i += 1
        }
        return nil
    }

    private func isSameClause(_ i: Int) -> Bool { words[i].gap == .space || words[i].gap == .joined }
}
