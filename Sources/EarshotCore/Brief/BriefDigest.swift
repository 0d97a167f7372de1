/// The second pass over a meeting's comments: exact counts of the phrases and questions that `PhraseSurvey` found, and
/// the comments to quote.
///
/// `read` is pure and called on all cores; `merge` is called by one caller in the order of the comments. The outcome
/// does not depend on how the comments are cut into batches.
///
/// Memory: per item at most 64 phrases with their people (8 bytes a person while they are few, one bit per author of
/// the meeting at the most), 256 comments that may be quoted, 64 + 32 questions.
package struct BriefDigest: Sendable {
    let phrases: PhraseList
    let redactor: Redactor
    let reader = PhraseReader()
    /// Languages whose comments are counted but not quoted.
    private let hiddenLanguages: [String]
    private(set) var items: [ItemTally]
    /// Comments that hold each phrase, all items together; by the phrase's number.
    private(set) var held: [Int]
    private(set) var spellings: [SpellingTally]
    private var places: PhrasePlaces

    /// `buckets`: agenda items + 1. `hiddenLanguages`: ISO 639-1 codes that are not quoted.
    package init(
        phrases: PhraseList, buckets: Int, authorCount: Int, redactor: Redactor = Redactor(),
        hiddenLanguages: [String] = []
    ) {
        self.phrases = phrases
        self.redactor = redactor
        self.hiddenLanguages = hiddenLanguages
        items = (0..<buckets).map { bucket in
            ItemTally(
                phrases: phrases.phrases.indices.contains(bucket) ? phrases.phrases[bucket].count : 0,
                questions: phrases.questions.indices.contains(bucket) ? phrases.questions[bucket] : [],
                authorCount: authorCount)
        }
        held = Array(repeating: 0, count: phrases.index.count)
        spellings = Array(repeating: SpellingTally(), count: phrases.index.count)
        places = PhrasePlaces(phrases)
    }

    package struct Partial: Sendable {
        struct Entry: Sendable {
            var bucket: Int32
            var author: Int32
            var side: Int8
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
        }
        var entries: [Entry] = []
        var hits: [Hit] = []
        var spellings: [String] = []
        var asked: [Asked] = []
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
                readQuestions(of: comment, scratch, phrases: phrases, into: &partial)
            }
            partial.entries.append(
                Partial.Entry(
                    bucket: Int32(comment.bucket), author: Int32(comment.author), side: Int8(side),
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
        // The order of a dictionary does not matter here: every bucket is on its own.
        for (bucket, shortlists) in partial.shortlists {
            for (side, shortlist) in shortlists.enumerated() {
                for candidate in shortlist.candidates { items[bucket].shortlists[side].add(candidate) }
            }
        }
    }

    /// What the comments of one item say. Call it when all comments have been merged.
    package func digest(of bucket: Int) -> BucketDigest {
        let item = items[bucket]
        let chosen = KeyphraseRule.choose(counted(bucket))
        let keyphrases = chosen.reduce(UInt64(0)) { $0 | 1 << UInt64($1.place) }
        return BucketDigest(
            keyphrases: chosen.map {
                Keyphrase(
                    text: $0.text, comments: $0.comments, people: $0.people, contrast: $0.contrast.tenths)
            },
            quotes: quotes(of: item, chosen: chosen, keyphrases: keyphrases),
            questions: item.questions.choose(keyphrases: keyphrases, redactor: redactor))
    }

    private func readPhrases(
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

    private func readQuestions(
        of comment: BriefComment, _ scratch: PhraseReader.Scratch, phrases: UInt64, into partial: inout Partial
    ) {
        for question in AskedQuestion.all(in: comment.text.utf8.span, words: scratch.words, reader: reader) {
            partial.asked.append(
                Partial.Asked(
                    bucket: Int32(comment.bucket), key: question.key, row: comment.row, isCopy: comment.isCopy,
                    phrases: bits(in: question.range, of: comment, scratch), comment: comment.text,
                    range: question.range))
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

    private func counted(_ bucket: Int) -> [KeyphraseRule.Counted] {
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
                        of: all - item.readable),
                    text: text, words: reader.keys(of: text)))
        }
        return counted
    }

    private func quotes(of item: ItemTally, chosen: [KeyphraseRule.Counted], keyphrases: UInt64) -> [QuoteSource] {
        let quoted = QuoteRule.choose(texts: item.textsBySide, shortlists: item.shortlists, keyphrases: keyphrases)
        return quoted.map { side, candidate in
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
                position: QuoteRule.sides[side])
        }
    }
}
