package import EarshotEncoder

/// The second pass over a meeting's comments: exact counts of the phrases and questions that `PhraseSurvey` found, and
/// the comments to quote.
///
/// `read` is pure and called on all cores; `merge` is called by one caller in the order of the comments. The outcome
/// does not depend on how the comments are cut into batches.
///
/// Memory: per item at most 64 phrases with their people (8 bytes a person while they are few, one bit per author of
/// the meeting at the most), 256 comments that may be quoted, 64 + 32 questions and as many suggestions, and the sets
/// of phrases that stand together (`PhraseSets`).
package struct BriefDigest: Sendable {
    let phrases: PhraseList
    let redactor: Redactor
    let reader = PhraseReader()
    let suggestionReader = SuggestionReader()
    /// Languages whose comments are counted but not quoted.
    private let hiddenLanguages: [String]
    /// The words of the items' titles.
    let subjects: [Set<UInt64>]
    private(set) var items: [ItemTally]
    /// Comments that hold each phrase, all items together; by the phrase's number.
    private(set) var held: [Int]
    private(set) var spellings: [SpellingTally]
    private(set) var places: PhrasePlaces

    /// - Parameters:
    ///   - buckets: agenda items + 1.
    ///   - titles: the items' titles, in the buckets' order; what only repeats its title is no theme.
    ///   - hiddenLanguages: ISO 639-1 codes that are not quoted.
    package init(
        phrases: PhraseList, buckets: Int, authorCount: Int, titles: [String] = [], redactor: Redactor = Redactor(),
        hiddenLanguages: [String] = []
    ) {
        let reader = self.reader
        subjects = (0..<buckets).map { titles.indices.contains($0) ? Set(reader.keys(of: titles[$0])) : [] }
        self.phrases = phrases
        self.redactor = redactor
        self.hiddenLanguages = hiddenLanguages
        items = (0..<buckets).map { bucket in
            ItemTally(
                phrases: phrases.phrases.indices.contains(bucket) ? phrases.phrases[bucket].count : 0,
                questions: phrases.questions.indices.contains(bucket) ? phrases.questions[bucket] : [],
                suggestions: phrases.suggestions.indices.contains(bucket) ? phrases.suggestions[bucket] : [],
                authorCount: authorCount)
        }
        held = Array(repeating: 0, count: phrases.index.count)
        spellings = Array(repeating: SpellingTally(), count: phrases.index.count)
        places = PhrasePlaces(phrases)
    }

    package struct Partial: Sendable {
        struct Entry: Sendable {
            var row: Int64
            var bucket: Int32
            var author: Int32
            var side: Int8
            var tone: ToneLabel
            /// Which of the item's candidate phrases it holds, a bit each.
            var phrases: UInt64
            var isCopy: Bool
            var isReadable: Bool
            /// End of this comment's phrases in `hits`.
            var hits: Int32
        }
        struct Hit: Sendable {
            /// The phrase's number in the list.
            var phrase: Int32
            /// The spelling's number in `spellings`.
            var spelling: Int32
            var opensSentence: Bool
        }
        struct Asked: Sendable {
            var bucket: Int32
            var key: UInt64
            var row: Int64
            var isCopy: Bool
            var phrases: UInt64
            var comment: String
            var range: Range<Int>
            var isPlain: Bool
        }
        var entries: [Entry] = []
        var hits: [Hit] = []
        var spellings: [String] = []
        var asked: [Asked] = []
        var suggested: [Asked] = []
        /// Four sides a bucket; buckets without comments have none.
        var shortlists: [Int: [QuoteRule.Shortlist]] = [:]
    }

    package func read(_ comments: ArraySlice<BriefComment>) -> Partial {
        var partial = Partial()
        var scratch = PhraseReader.Scratch()
        var spelled = HashIndex()
        for comment in comments where items.indices.contains(comment.bucket) {
            let side = QuoteRule.sides.firstIndex(of: comment.position) ?? 0
            let isQuotable = !comment.isCopy && comment.isResident && !hiddenLanguages.contains(comment.language)
            var phrases: UInt64 = 0
            if comment.isReadable || isQuotable { reader.read(comment.text.utf8.span, into: &scratch) }
            if comment.isReadable {
                phrases = readPhrases(of: comment, scratch, &spelled, into: &partial)
                if comment.isResident { readQuestions(of: comment, scratch, phrases: phrases, into: &partial) }
            }
            partial.entries.append(
                Partial.Entry(
                    row: comment.row, bucket: Int32(comment.bucket), author: Int32(comment.author), side: Int8(side),
                    tone: comment.tone, phrases: phrases,
                    isCopy: comment.isCopy, isReadable: comment.isReadable, hits: Int32(partial.hits.count)))
            if isQuotable, !scratch.words.isEmpty {
                let candidate = QuoteRule.Candidate(comment, words: scratch.words, phrases: phrases)
                partial.shortlists[comment.bucket, default: ItemTally.noShortlists][side].add(candidate)
            }
        }
        return partial
    }

    package mutating func merge(_ partial: Partial) {
        var next = 0
        for entry in partial.entries {
            let bucket = Int(entry.bucket)
            items[bucket].count(entry)
            while next < Int(entry.hits) {
                let hit = partial.hits[next]
                let phrase = Int(hit.phrase)
                held[phrase] += 1
                spellings[phrase].add(partial.spellings[Int(hit.spelling)], opensSentence: hit.opensSentence)
                if let place = places.place(of: phrase, in: bucket) { items[bucket].add(entry, place: place) }
                next += 1
            }
        }
        for asked in partial.asked { items[Int(asked.bucket)].questions.add(asked) }
        for asked in partial.suggested { items[Int(asked.bucket)].suggestions.add(asked) }
        // The order of a dictionary does not matter here: every bucket is on its own.
        for (bucket, shortlists) in partial.shortlists {
            for (side, shortlist) in shortlists.enumerated() {
                for candidate in shortlist.candidates { items[bucket].shortlists[side].add(candidate) }
            }
        }
    }

    /// What the comments of one item say. Call it when all comments have been merged.
    ///
    /// - Parameter vectors: those of `themePhrases(of:)` by their texts, so that phrases that mean the same are one theme;
    ///   none where meaning is not read.
    package func digest(of bucket: Int, vectors: [String: SentenceVector] = [:]) -> BucketDigest {
        let item = items[bucket]
        let counted = counted(bucket)
        let chosen = KeyphraseRule.choose(counted)
        let keyphrases = chosen.reduce(UInt64(0)) { $0 | 1 << UInt64($1.place) }
        return BucketDigest(
            keyphrases: chosen.map { phrase in
                let count = item.phrases[phrase.place]
                return Keyphrase(
                    text: phrase.text, comments: phrase.comments, people: phrase.people,
                    contrast: phrase.contrast.tenths, positions: count.positions, tones: count.tones, rows: count.rows,
                    set: 1 << UInt64(phrase.place))
            },
            quotes: quotes(of: item, chosen: chosen, keyphrases: keyphrases),
            questions: item.questions.choose(keyphrases: keyphrases, redactor: redactor, reader: reader),
            suggestions: item.suggestions.choose(keyphrases: keyphrases, redactor: redactor, reader: reader),
            themes: themes(of: bucket, among: counted, vectors: vectors))
    }

    func counted(_ bucket: Int) -> [KeyphraseRule.Counted] {
        let item = items[bucket]
        let all = items.reduce(0) { $0 + $1.readable }
        var counted: [KeyphraseRule.Counted] = []
        for (place, phrase) in item.phrases.enumerated() where phrase.comments > 0 {
            let key = phrases.phrases[bucket][place]
            guard let number = phrases.index.find(key) else { continue }
            let text = spellings[number].mostFrequent
            guard redactor.redact(text).redactions.isEmpty else { continue }
            counted.append(
                KeyphraseRule.Counted(
                    place: place, key: key, comments: phrase.comments, texts: phrase.texts,
                    people: phrase.people.count, unnamed: phrase.unnamed,
                    contrast: Contrast(
                        with: phrase.comments, of: item.readable, elsewhere: held[number] - phrase.comments,
                        of: all - item.readable, rarity: Background.english.rarity(of: key)),
                    text: text, words: reader.keys(of: text), family: PhraseFamily(text)))
        }
        return counted
    }

    private func quotes(of item: ItemTally, chosen: [KeyphraseRule.Counted], keyphrases: UInt64) -> [QuoteSource] {
        let quoted = QuoteRule.choose(texts: item.textsBySide, shortlists: item.shortlists, keyphrases: keyphrases)
        return sources(of: quoted, chosen: chosen)
    }

    /// The quotes as shown: redacted, and cut to the sentences that hold the most of `chosen`.
    func sources(
        of quoted: [(side: Int, QuoteRule.Candidate)], chosen: [KeyphraseRule.Counted]
    ) -> [QuoteSource] {
        quoted.map { side, candidate in
            let text = redactor.redact(candidate.text).text
            var scratch = PhraseReader.Scratch()
            reader.read(text.utf8.span, into: &scratch)
            var marks: [Excerpt.Mark] = []
            for found in scratch.found {
                guard let thing = chosen.firstIndex(where: { $0.key == found.key }) else { continue }
                marks.append(Excerpt.Mark(offset: Int(found.start), thing: thing))
            }
            return QuoteSource(
                row: candidate.row, text: Excerpt(text, limit: QuoteRule.length, marks: marks).text,
                position: QuoteRule.sides[side], hasCopies: candidate.tier == QuoteRule.copiedTier)
        }
    }
}
