/// The language of one comment.
package struct LanguageReading: Equatable, Sendable {
    /// ISO 639-1, or "und" where the text gives no ground.
    package var code: String
    /// Where a third of its sentences or more, or of its letters, are in another language: the commonest of those.
    package var other: String?
}

/// Tells the language of a comment by its script and, where languages share one, by learned weights of its words:
/// a common word has a row of weights of its own, any other word those of its runs of two to four letters.
struct LanguageReader: Sendable {
    /// No ground to say.
    static let unknown = "und"
    static let english = "en"

    let table: LanguageTable
    private let latin: LanguageTable.Group?
    private let groups: [LanguageTable.Group?]
    /// The rows of the table, then the sums of the runs of the known words.
    private var rows: [LanguageTable.Row]
    private var places: WordTable<Int32>

    /// - Parameter known: words in Latin letters that are met often: their runs are added up beforehand.
    init(known: [String] = []) {
        let table = LanguageTable(EmbeddedTable.language.bytes)
        let groups = Script.allCases.map { table.group(of: $0) }
        self.table = table
        self.groups = groups
        latin = table.group(of: .latin)
        rows = table.rows
        places = table.words
        guard let latin else { return }
        var entries: [(hash: UInt64, value: Int32)] = []
        for word in known {
            guard let read = Words.of(word).first, read.range.count == word.utf8.count else { continue }
            entries.append((read.hash, table.words[read.hash] ?? Int32(rows.count)))
            rows.append(runs(of: read, latin, in: word.utf8.span))
        }
        places = WordTable(hashed: table.entries + entries)
    }

    /// The row of a whole word by its `Words.hash`: −1 where it tells nothing, −2 where it has none of its own.
    @inline(__always)
    func row(ofWord hash: UInt64) -> Int32 { places[hash] ?? -2 }

    /// The languages of a comment. `feeling` is how many of its words the tone lexicon knows: those speak for English.
    /// `rows` holds `row(ofWord:)` for each word.
    func read(
        _ text: Span<UInt8>, _ words: [Word], rows: [Int32], feeling: Int, memo: inout LanguageMemo
    ) -> LanguageReading {
        var tally = LanguageTally()
        var sentences = LanguageSentences()
        for (index, word) in words.enumerated() where word.kind == .word || word.kind == .hashtag {
            if word.gap == .sentence, tally.sentence.words > 0 {
                sentences.add(judge(tally.close(), .sentence, given: 0))
            }
            read(word, row: rows[index], in: text, &tally.sentence, &memo)
        }
        let last = tally.close()
        let given = LanguageMargin.english + (tally.whole.telling < 5 ? LanguageMargin.feeling * min(feeling, 3) : 0)
        let code = judge(tally.whole, .comment, given: given)
        guard tally.whole.words > 0 else { return LanguageReading(code: Self.unknown) }
        if sentences.count > 0 { sentences.add(judge(last, .sentence, given: 0)) }
        return LanguageReading(code: code, other: sentences.other(than: code) ?? otherScript(than: code, tally.whole))
    }

    /// What is judged: a sentence of a longer comment has to be clear, as it only serves to call the comment mixed.
    private enum Judged { case comment, sentence }

    // MARK: - Reading words

    func read(
        _ word: Word, row index: Int32, in text: Span<UInt8>, _ part: inout LanguageTally.Part,
        _ memo: inout LanguageMemo
    ) {
        var group = latin
        // The first letters beyond Latin and its marks begin with this byte.
        if text[Int(word.start)] < 0xCD || word.kind == .hashtag {
            part.latin += word.range.count
        } else {
            let script = script(of: word.range, in: text)
            group = groups[script.rawValue]
            part.count(script, bytes: word.range.count)
        }
        guard word.kind == .word else { return }
        part.words += 1
        guard let group else { return }
        if index >= -1 {
            guard index >= 0 else { return }
            let most = index < table.rows.count ? 1 : 3 * word.range.count + 3
            part.sums.add(rows[Int(index)], rows: most, isHalf: Self.isName(word))
        } else {
            let row = memo.row(of: word.hash) { runs(of: word, group, in: text) }
            part.sums.add(row, rows: 3 * word.range.count + 3, isHalf: Self.isName(word))
        }
        part.telling += 1
    }

    /// A word that is capitalised in mid-sentence may be a name, which tells less of the language of its text.
    static func isName(_ word: Word) -> Bool {
        word.isCapitalised && !word.isCapitals && word.gap != .sentence && word.range.count > 1
    }

    /// The sum of the rows of a word's runs of letters.
    private func runs(of word: Word, _ group: LanguageTable.Group, in text: Span<UInt8>) -> LanguageTable.Row {
        // A word of up to 30 letters with a blank at either end, which tells the ending "-ion" from "ion" within.
        var letters = InlineArray<34, UInt32>(repeating: 0x20)
        var count = 1
        var i = Int(word.start)
        while i < Int(word.end), count <= 30 {
            let (scalar, length) = Scalars.decode(text, at: i)
            i += length
            if Fold.isIgnored(scalar) { continue }
            letters[count] = Fold.fold(scalar)
            count += 1
        }
        count += 1
        var sum = LanguageTable.Row.zero
        for start in 0..<(count - 1) {
            var hash = LanguageTable.grow(LanguageTable.grow(LanguageTable.seed, letters[start]), letters[start + 1])
            sum &+= table.rows[group.row(of: hash)]
            guard start + 2 < count else { break }
            hash = LanguageTable.grow(hash, letters[start + 2])
            sum &+= table.rows[group.row(of: hash)]
            guard start + 3 < count else { continue }
            hash = LanguageTable.grow(hash, letters[start + 3])
            sum &+= table.rows[group.row(of: hash)]
        }
        return sum
    }

    /// The script of a word's first letter; of Han letters followed by Japanese ones (no spaces part them) the latter.
    private func script(of word: Range<Int>, in text: Span<UInt8>) -> Script {
        var i = word.lowerBound
        let script = Script.of(Scalars.decode(text, at: i).scalar)
        guard script == .han else { return script }
        while i < word.upperBound {
            let (scalar, length) = Scalars.decode(text, at: i)
            if Script.of(scalar) == .kana { return .kana }
            i += length
        }
        return script
    }

    // MARK: - Judging

    private func judge(_ part: LanguageTally.Part, _ judged: Judged, given: Int) -> String {
        guard part.words > 0 else { return Self.unknown }
        let script = part.mainScript
        if let alone = script.onlyLanguage { return alone }
        guard part.telling > 0, let group = groups[script.rawValue] else { return Self.unknown }
        let (best, lead) = Self.lead(of: part.sums, in: group.lanes, firstIsGiven: script == .latin ? given : 0)
        let code = table.codes[best]
        switch judged {
        case .comment:
            let needed = LanguageMargin.needed(isEnglish: code == Self.english, telling: part.telling)
            return lead >= needed ? code : Self.unknown
        case .sentence: return part.telling >= 3 && lead >= LanguageMargin.sentence ? code : Self.unknown
        }
    }

    /// The lane with the highest sum, and by how much it leads the second; `given` is added to the first lane (English).
    static func lead(
        of sums: LanguageSums, in lanes: Range<Int>, firstIsGiven given: Int = 0
    ) -> (best: Int, lead: Int) {
        var best = lanes.lowerBound
        var first = sums[best] + given
        var second = Int.min / 2
        for lane in lanes.dropFirst() {
            let sum = sums[lane]
            if sum > first {
                (best, first, second) = (lane, sum, first)
            } else if sum > second {
                second = sum
            }
        }
        return (best, first - second)
    }

    /// The language of a third of the letters or more that are not in the script of `code`, where one language alone
    /// writes them.
    private func otherScript(than code: String, _ whole: LanguageTally.Part) -> String? {
        guard whole.hasOthers else { return nil }
        let total = Script.allCases.reduce(0) { $0 + whole.letters(of: $1) }
        for script in Script.allCases where script != whole.mainScript && whole.letters(of: script) * 3 >= total {
            if script == .han && code == "ja" { continue }
            if let alone = script.onlyLanguage { return alone }
            guard let group = groups[script.rawValue] else { continue }
            let (best, lead) = Self.lead(of: whole.sums, in: group.lanes)
            if lead >= LanguageMargin.sentence { return table.codes[best] }
        }
        return nil
    }
}
