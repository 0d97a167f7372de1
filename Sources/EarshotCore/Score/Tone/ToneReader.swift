/// How much the words around a word of feeling change its strength.
///
/// Shares are per cent of the strength. Set by measuring on labelled tweets: Models/tone/REPORT.md.
struct ToneRule: Sendable {
    /// A turned warm word: "not good".
    var turnedWarm = -70
    /// A turned cold word: "not terrible".
    var turnedCold = -45
    /// Words after a negator that it can turn, within its clause.
    var scope = 5
    /// Words before "but" in its sentence, and after it.
    var beforeContrast = 60
    var afterContrast = 130
    /// A word in capitals in a text that is not all capitals.
    var capitals = 125
    /// "sooo", "looove".
    var elongated = 125
    /// Added for each exclamation mark (three at most) that ends the sentence.
    var exclamation = 8
    /// A sentence that ends in a question mark.
    var question = 70
    /// The sum of strengths (thousandths of a scale point) at which the tone is 707.
    var half = 4000
    /// The label is positive from here and negative from minus here, in thousandths.
    var warm = 150
    var cold = -100

    static let standard = ToneRule()
}

/// One word, phrase, emoji or emoticon that carries tone.
struct ToneHit: Equatable, Sendable {
    /// UTF-8 byte offsets, end exclusive.
    var start: Int
    var end: Int
    /// Thousandths of a scale point, with all that modifies it.
    var strength: Int
    /// An emoji or emoticon: understood in every language.
    var isSign: Bool
    /// The number of words it is made of; 0 for emoticons.
    var words: Int
}

/// Finds the words of feeling and what modifies them: lexicon, negation, degree, contrast, emphasis, questions.
struct ToneReader: Sendable {
    let table: PhraseTable<ToneEntry>
    let rule: ToneRule

    init(rule: ToneRule = .standard) {
        table = ToneLexicon.table()
        self.rule = rule
    }

    /// The hits of one comment, in order.
    func hits(_ text: Span<UInt8>, _ words: [Word]) -> [ToneHit] {
        var walk = ToneWalk(rule: rule, words: words)
        var i = 0
        while i < words.count {
            i += walk.step(text, words, at: i, table)
        }
        walk.endGap(text, from: words.last.map { Int($0.end) } ?? 0, to: text.count)
        walk.endSentence()
        return walk.hits
    }
}

/// The walk over one comment's words.
private struct ToneWalk {
    let rule: ToneRule
    /// Some words are not in capitals, so that capitals are emphasis.
    let isMixedCase: Bool
    var hits: [ToneHit] = []

    private var sentenceStart = 0
    private var negatedUntil = -1
    private var boost = 0
    private var boostedUntil = -1
    private var share = 100
    private var exclamations = 0
    private var isQuestion = false
    /// Where the last emoticon ended: words inside it (":D") are no words.
    private var faceEnd = 0

    init(rule: ToneRule, words: [Word]) {
        self.rule = rule
        isMixedCase = words.contains { $0.kind == .word && !$0.isCapitals && $0.end - $0.start > 1 }
    }

    /// Reads what begins at word `i` and answers how many words it was.
    mutating func step(_ text: Span<UInt8>, _ words: [Word], at i: Int, _ table: PhraseTable<ToneEntry>) -> Int {
        let word = words[i]
        let start = Int(word.start)
        let before = i > 0 ? Int(words[i - 1].end) : 0
        if start - before > 1 || (i == 0 && start > 0) { endGap(text, from: before, to: start) }
        if word.gap == .sentence { endSentence() }
        if word.gap != .space && word.gap != .joined { endClause() }
        guard start >= faceEnd, word.kind != .link, word.kind != .handle else { return 1 }
        if let (entry, count) = table.match(words, at: i) {
            read(entry, words, from: i, count: count, emphasis: 100, table)
            return count
        }
        if word.kind == .word, let hash = Elongation.shortened(text, word.range, isKnown: { table.single($0) != nil }),
            let entry = table.single(hash)
        {
            read(entry, words, from: i, count: 1, emphasis: rule.elongated, table)
        }
        return 1
    }

    private mutating func read(
        _ entry: ToneEntry, _ words: [Word], from i: Int, count: Int, emphasis: Int, _ table: PhraseTable<ToneEntry>
    ) {
        if entry.contrasts { return contrast() }
        let next = i + count
        if entry.boost != 0, entry.weight == 0 || boostsNext(words, next, table) {
            boost += entry.boost * emphasis / 100
            boostedUntil = next + 2
            return
        }
        if entry.weight != 0 {
            let isSign = words[i].kind == .emoji
            hits.append(
                ToneHit(
                    start: Int(words[i].start), end: Int(words[next - 1].end),
                    strength: strength(of: entry, words, i..<next, emphasis), isSign: isSign, words: count))
            boost = 0
        }
        if entry.negates { negatedUntil = next + rule.scope }
    }

    /// Whether a word of feeling follows that this one ("terribly", "pretty") makes stronger.
    private func boostsNext(_ words: [Word], _ next: Int, _ table: PhraseTable<ToneEntry>) -> Bool {
        guard next < words.count, words[next].gap == .space, let (entry, _) = table.match(words, at: next) else {
            return false
        }
        return entry.weight != 0
    }

    private func strength(of entry: ToneEntry, _ words: [Word], _ range: Range<Int>, _ emphasis: Int) -> Int {
        var strength = entry.weight * 100
        if range.lowerBound < boostedUntil { strength = strength * max(20, 100 + min(boost, 100)) / 100 }
        if emphasis != 100 { strength = strength * emphasis / 100 }
        if isMixedCase, words[range.lowerBound].isCapitals { strength = strength * rule.capitals / 100 }
        if range.lowerBound < negatedUntil, !entry.negates {
            strength = strength * (entry.weight > 0 ? rule.turnedWarm : rule.turnedCold) / 100
        }
        return strength * share / 100
    }

    private mutating func contrast() {
        for index in sentenceStart..<hits.count {
            hits[index].strength = hits[index].strength * rule.beforeContrast / 100
        }
        share = rule.afterContrast
        negatedUntil = -1
        boost = 0
    }

    private mutating func endClause() {
        negatedUntil = -1
        boost = 0
    }

    /// Reads what stands between two words: emoticons, and the marks that end the sentence.
    mutating func endGap(_ text: Span<UInt8>, from start: Int, to end: Int) {
        var i = max(start, faceEnd)
        while i < end, let face = Emoticon.first(text, in: i..<end) {
            hits.append(
                ToneHit(
                    start: face.range.lowerBound, end: face.range.upperBound, strength: face.weight * 100,
                    isSign: true, words: 0))
            i = face.range.upperBound
            faceEnd = i
        }
        i = start
        while i < end {
            if text[i] == UInt8(ascii: "!") { exclamations += 1 }
            if text[i] == UInt8(ascii: "?") { isQuestion = true }
            i += 1
        }
    }

    /// Lets the marks at its end work on the hits of the sentence.
    mutating func endSentence() {
        if exclamations > 0 || isQuestion {
            for index in sentenceStart..<hits.count where !hits[index].isSign {
                var strength = hits[index].strength
                if exclamations > 0 { strength = strength * (100 + rule.exclamation * min(exclamations, 3)) / 100 }
                if isQuestion { strength = strength * rule.question / 100 }
                hits[index].strength = strength
            }
        }
        sentenceStart = hits.count
        share = 100
        exclamations = 0
        isQuestion = false
        endClause()
    }
}
