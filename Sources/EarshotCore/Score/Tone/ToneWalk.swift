/// The walk over one comment's words.
struct ToneWalk: Sendable {
    private(set) var reading = ToneReading()

    private var rule = ToneRule.standard
    /// Some words are not in capitals, so that capitals are emphasis.
    private var isMixedCase = false

    private var sentenceHits = 0
    private var sentenceUnits = 0
    private var negatedUntil = -1
    private var boost = 0
    private var boostedUntil = -1
    private var share = 100
    private var exclamations = 0
    private var isQuestion = false
    /// Where the last emoticon ended: words inside it (":D") are no words.
    private var faceEnd = 0
    /// The word before is a unit: the next may make a pair with it.
    private var follows = false

    /// Makes ready for the next comment.
    mutating func begin(_ words: [Word], _ rule: ToneRule) {
        self.rule = rule
        reading.hits.removeAll(keepingCapacity: true)
        reading.units.removeAll(keepingCapacity: true)
        reading.marks = ToneMarks()
        (sentenceHits, sentenceUnits, negatedUntil, boost, boostedUntil) = (0, 0, -1, 0, -1)
        (share, exclamations, isQuestion, faceEnd, follows) = (100, 0, false, 0, false)
        isMixedCase = words.contains { $0.kind == .word && !$0.isCapitals && $0.end - $0.start > 1 }
    }

    /// Reads what begins at word `i` and answers how many words it was.
    mutating func step(
        _ text: Span<UInt8>, _ words: [Word], _ slots: [Int32], at i: Int, _ reader: ToneReader
    ) -> Int {
        let word = words[i]
        let start = Int(word.start)
        let before = i > 0 ? Int(words[i - 1].end) : 0
        if start - before > 1 || (i == 0 && start > 0) { endGap(text, from: before, to: start) }
        if word.gap == .sentence { endSentence() }
        if word.gap != .space && word.gap != .joined { endClause() }
        guard start >= faceEnd, word.kind != .link, word.kind != .handle else {
            follows = false
            return 1
        }
        if word.kind == .hashtag {
            readTag(text, word, reader)
            return 1
        }
        let slot = slots[i]
        if slot >= 0, reader.weights.entries[Int(slot)].beginsPhrase,
            let (entry, count) = reader.table.match(words, at: i)
        {
            let isTurned = i < negatedUntil && !entry.negates
            let first = reading.units.count
            var next = i
            while next < i + count {
                append(words[next], slots[next], isTurned)
                next += 1
            }
            read(entry, words, from: i, count: count, emphasis: 100, reader.table)
            if entry.contrasts { for unit in first..<reading.units.count { reading.units[unit].share = 100 } }
            if count > 1, entry.weight != 0, reader.table.single(word.hash)?.negates == true {
                for unit in first..<reading.units.count { reading.units[unit].isInPhrase = true }
            }
            return count
        }
        if slot < 0, word.kind == .word, let hash = Elongation.cut(text, word.range, { reader.table.single($0) != nil })
        {
            append(word, reader.weights.slot(hash), i < negatedUntil, cut: hash)
            if let entry = reader.table.single(hash) {
                read(entry, words, from: i, count: 1, emphasis: rule.elongated, reader.table)
            }
            return 1
        }
        append(word, slot, i < negatedUntil)
        return 1
    }

    /// Adds a word for the learned weights; numbers are none, and part the words around them.
    @inline(__always)
    private mutating func append(_ word: Word, _ slot: Int32, _ isTurned: Bool, cut: UInt64? = nil) {
        guard word.kind != .number else {
            follows = false
            return
        }
        var unit = ToneUnit(
            hash: cut ?? word.hash, start: word.start, end: word.end, slot: slot, isTurned: isTurned,
            joins: follows && (word.gap == .space || word.gap == .joined))
        unit.share = Int32(truncatingIfNeeded: share)
        if cut != nil {
            unit.isDrawnOut = true
            reading.marks.drawnOut += 1
        }
        if word.isCapitals, isMixedCase {
            unit.share = unit.share * Int32(truncatingIfNeeded: rule.capitals) / 100
            reading.marks.capitals += 1
        }
        reading.units.append(unit)
        follows = true
    }

    /// Reads the words of a hashtag, each by itself.
    private mutating func readTag(_ text: Span<UInt8>, _ tag: Word, _ reader: ToneReader) {
        var hashes: [UInt64] = []
        HashtagParts.each(text, tag.range, isKnown: { reader.table.single($0) != nil }) { hashes.append($1) }
        follows = false
        var strength = 0
        for hash in hashes {
            var unit = ToneUnit(
                hash: hash, start: tag.start, end: tag.end, slot: reader.weights.slot(hash), isTurned: false,
                joins: follows)
            unit.share = Int32(truncatingIfNeeded: share)
            reading.units.append(unit)
            follows = true
            strength += (reader.table.single(hash)?.weight ?? 0) * share
        }
        follows = false
        guard strength != 0 else { return }
        reading.hits.append(
            ToneHit(start: Int(tag.start), end: Int(tag.end), strength: strength, isSign: false, words: 1))
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
            reading.hits.append(
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
        for index in sentenceHits..<reading.hits.count {
            reading.hits[index].strength = reading.hits[index].strength * rule.beforeContrast / 100
        }
        for index in sentenceUnits..<reading.units.count {
            reading.units[index].share = reading.units[index].share * Int32(rule.beforeContrast) / 100
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
            reading.hits.append(
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
            var share = exclamations > 0 ? 100 + rule.exclamation * min(exclamations, 3) : 100
            if isQuestion { share = share * rule.question / 100 }
            for index in sentenceHits..<reading.hits.count where !reading.hits[index].isSign {
                reading.hits[index].strength = reading.hits[index].strength * share / 100
            }
            for index in sentenceUnits..<reading.units.count {
                reading.units[index].share = reading.units[index].share * Int32(share) / 100
            }
            reading.marks.exclaimed += exclamations > 0 ? 1 : 0
            reading.marks.asked += isQuestion ? 1 : 0
        }
        sentenceHits = reading.hits.count
        sentenceUnits = reading.units.count
        share = 100
        exclamations = 0
        isQuestion = false
        endClause()
    }
}
