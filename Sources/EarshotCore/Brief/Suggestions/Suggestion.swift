/// Finds what a comment suggests or asks for: "Why not open on Sundays", "Could the council paint the crossing",
/// "Please keep the toilets", "They should ban lorries".
///
/// The patterns were mended on real comments; how often they are right is in Models/phrases/REPORT.md.
struct SuggestionReader: Sendable {
    private let table = SuggestionRole.table

    /// What each word of a comment may be; `nil` where none may suggest anything.
    func roles(of words: [Word], in text: Span<UInt8>) -> [SuggestionRole]? {
        guard words.contains(where: { table[$0.hash].map { !$0.isDisjoint(with: .openers) } ?? false }) else {
            return nil
        }
        var roles: [SuggestionRole] = []
        roles.reserveCapacity(words.count)
        for word in words {
            let end = Int(word.end)
            let isParticiple =
                word.range.count >= 4 && text[end - 1] | 32 == UInt8(ascii: "d")
                && text[end - 2] | 32 == UInt8(ascii: "e")
            var role = word.kind == .word ? table[word.hash] ?? [] : []
            if isParticiple { role.insert(.participle) }
            if isQuoted(text, Int(word.start)) { role.insert(.quoted) }
            roles.append(role)
        }
        return roles
    }

    private func isQuoted(_ text: Span<UInt8>, _ start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = text[start - 1]
        if before == UInt8(ascii: "\"") || before == UInt8(ascii: "'") { return true }
        return start >= 3 && (before == 0x9C || before == 0x98) && text[start - 2] == 0x80 && text[start - 3] == 0xE2
    }

    /// Whether a sentence of four words or more holds one of the patterns; `roles` are those of the comment's words.
    func suggests(_ words: ArraySlice<Word>, _ roles: [SuggestionRole]) -> Bool {
        guard words.count >= 4 else { return false }
        let sentence = roles[words.indices]
        guard sentence.contains(where: { !$0.isDisjoint(with: .openers) }),
            !sentence.contains(where: { $0.contains(.harm) })
        else { return false }
        return Spoken(words: words, roles: Array(sentence)).suggests
    }

    /// Patterns that begin later are not shown where a sentence is shortened, and often mean something else.
    private static let wordsRead = 20

    /// A sentence with what its words may be.
    private struct Spoken {
        let words: ArraySlice<Word>
        let roles: [SuggestionRole]

        /// Whether the sentence holds one of the patterns.
        var suggests: Bool {
            for i in roles.indices.prefix(SuggestionReader.wordsRead) {
                if mayBegin(i), opens(i) || wants(i) { return true }
                if roles[i].contains(.duty), isDuty(i) { return true }
                if roles[i].contains(.suggest),
                    has(i - 1, .speaker) || (i > 1 && has(i - 2, .speaker) && hasMood(i - 1))
                {
                    return true
                }
            }
            return false
        }

        private func has(_ i: Int, _ role: SuggestionRole) -> Bool {
            roles.indices.contains(i) && roles[i].contains(role)
        }

        private func hasMood(_ i: Int) -> Bool { has(i, .would) || has(i, .can) }

        private func isAfterBreak(_ i: Int) -> Bool {
            guard i > 0 else { return true }
            let gap = words[words.startIndex + i].gap
            return gap == .clause || gap == .sentence
        }

        /// Begins the sentence or a clause, or follows "and", "so" and the like.
        private func mayBegin(_ i: Int) -> Bool { (isAfterBreak(i) || has(i - 1, .link)) && !has(i, .quoted) }

        /// The next place that is neither filler nor "please".
        private func skip(_ i: Int) -> Int {
            var i = i
            while has(i, .filler) || has(i, .please) { i += 1 }
            return i
        }

        /// "Please …", "let's …", "why not …", "why don't they …", "how about …", "could the council …".
        private func opens(_ i: Int) -> Bool {
            if has(i, .please) || has(i, .lets) { return roles.count - i >= 3 && isDeed(i + 1) }
            if has(i, .how) { return has(i + 1, .about) && isNoName(i + 2) }
            if has(i, .why) {
                return has(i + 1, .not)
                    ? isDeed(i + 2) && !has(i + 2, .pointing)
                    : has(i + 1, .doNot) && isAsked(skip(i + 2), orThing: true)
            }
            if has(i, .can) { return isAsked(skip(i + 1), orThing: has(i, .could)) }
            guard has(i, .would), has(skip(i + 1), .doer) else { return false }
            return (i + 2..<i + 6).contains { has($0, .please) }
        }

        /// "How about closing it", not "how about the parents", "how about parents who".
        private func isNoName(_ i: Int) -> Bool {
            !has(i, .pointing) && !(i + 1..<i + 4).contains { has($0, .who) }
        }

        private func isAsked(_ i: Int, orThing: Bool) -> Bool {
            (has(i, .doer) && !has(i, .thing) || orThing && has(i, .thing)) && isDeed(i + 1)
        }

        /// "It would be better to …", "I'd like to see …".
        private func wants(_ i: Int) -> Bool {
            if has(i, .thing), has(i + 1, .would), has(i + 2, .be) {
                let adjective = skip(i + 3)
                return has(adjective, .better) && has(adjective + 1, .ifTo) && !has(adjective + 2, .noDeed)
            }
            guard has(i, .speaker) else { return false }
            let like = has(i + 1, .would) ? i + 2 : i + 1
            return has(like, .like) && has(like + 1, .ifTo) && has(like + 2, .see)
        }

        /// "They should ban lorries", "the council really must act", "I think we need a crossing", "what we need is …".
        private func isDuty(_ i: Int) -> Bool {
            var subject = i - 1
            while subject >= 0, has(subject, .filler) { subject -= 1 }
            guard has(subject, .doer) || has(subject, .thing), !isAfterBreak(i), isDeed(i + 1, isDue: true) else {
                return false
            }
            if has(i, .must), has(subject, .you) || has(subject, .quoted) { return false }
            if has(i, .must), has(i + 1, .be), !has(i + 2, .participle) { return false }
            var before = subject - 1
            while before >= 0, has(before, .filler), !has(before, .link), !isAfterBreak(before + 1) { before -= 1 }
            if before < 0 || isAfterBreak(before + 1) || has(before, .link) { return true }
            if has(before, .what), before == 0, has(i, .need) { return has(i + 1, .isAre) }
            if has(before, .that) { before -= 1 }
            guard has(before, .think) else { return false }
            return [before - 1, before - 2].contains { has($0, .speaker) }
        }

        /// Whether a deed follows, in the same clause: not "should have", "please note", "could you let us know".
        private func isDeed(_ i: Int, isDue: Bool = false) -> Bool {
            var deed = skip(i)
            guard deed < roles.count, !isAfterBreak(i), !(isDue && has(deed, .late)) else { return false }
            while has(deed, .light) || has(deed, .filler) || (has(deed, .doing) && has(deed + 1, .not)) { deed += 1 }
            guard deed < roles.count, !has(deed, .noDeed) else { return false }
            return !(has(deed, .letting) && has(deed + 1, .us))
        }
    }
}
