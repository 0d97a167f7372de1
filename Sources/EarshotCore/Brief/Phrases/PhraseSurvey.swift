/// The first pass over a meeting's comments: which phrases and questions of each item are worth counting exactly.
///
/// `read` is a pure function, called on all cores; `merge` is called by one caller in the order of the comments. The
/// outcome depends on the comments and their order, not on how they are cut into batches.
///
/// Memory: at most 64 MB for the phrase counts of all items together (512 KB an item up to 128 items, then less
/// each; 4 KB an item at the least), 16 KB an item for questions and as much for suggestions, and the keys kept: at most 4,096 + 256 an item,
/// 32 bytes each. Items without comments cost nothing.
package struct PhraseSurvey: Sendable {
    /// What one batch holds: the phrase keys of its readable comments.
    package struct Partial: Sendable {
        fileprivate struct Entry {
            var bucket: Int32
            var isCopy: Bool
            /// Ends of this comment's keys in `phrases` and `questions`.
            var phrases: Int32
            var questions: Int32
            var suggestions: Int32
        }
        fileprivate var entries: [Entry] = []
        fileprivate var phrases: [UInt64] = []
        fileprivate var questions: [UInt64] = []
        fileprivate var suggestions: [UInt64] = []
    }

    private struct Tally: Sendable {
        /// Readable comments that are no copies.
        var comments = 0
        var phrases: PhraseTally
        var questions: PhraseTally
        var suggestions: PhraseTally
    }

    private let reader = PhraseReader()
    private let suggestionReader = SuggestionReader()
    private let width: Int
    private var tallies: [Tally?]

    /// `buckets`: agenda items + 1 (off the agenda).
    package init(buckets: Int) {
        tallies = Array(repeating: nil, count: buckets)
        var width = 1 << 17
        while width > 1 << 10, buckets * width * 4 > 64 << 20 { width /= 2 }
        self.width = width
    }

    package func read(_ comments: ArraySlice<BriefComment>) -> Partial {
        var partial = Partial()
        var scratch = PhraseReader.Scratch()
        for comment in comments where comment.isReadable && tallies.indices.contains(comment.bucket) {
            let text = comment.text.utf8.span
            reader.read(text, into: &scratch)
            for found in scratch.found { partial.phrases.append(found.key) }
            let asked =
                comment.isResident
                ? AskedQuestion.all(in: text, words: scratch.words, reader: reader, suggestions: suggestionReader)
                : AskedQuestion.Both()
            for question in asked.questions { partial.questions.append(question.key) }
            for suggestion in asked.suggestions { partial.suggestions.append(suggestion.key) }
            partial.entries.append(
                Partial.Entry(
                    bucket: Int32(comment.bucket), isCopy: comment.isCopy, phrases: Int32(partial.phrases.count),
                    questions: Int32(partial.questions.count), suggestions: Int32(partial.suggestions.count)))
        }
        return partial
    }

    package mutating func merge(_ partial: Partial) {
        var phrase = 0
        var question = 0
        var suggestion = 0
        for entry in partial.entries {
            let bucket = Int(entry.bucket)
            // Taken out while it is changed, so that its arrays are not copied.
            var tally = tallies[bucket] ?? newTally()
            tallies[bucket] = nil
            if !entry.isCopy { tally.comments += 1 }
            while phrase < Int(entry.phrases) {
                if !entry.isCopy { tally.phrases.add(partial.phrases[phrase], isCopy: false) }
                phrase += 1
            }
            while question < Int(entry.questions) {
                tally.questions.add(partial.questions[question], isCopy: entry.isCopy)
                question += 1
            }
            while suggestion < Int(entry.suggestions) {
                tally.suggestions.add(partial.suggestions[suggestion], isCopy: entry.isCopy)
                suggestion += 1
            }
            tallies[bucket] = tally
        }
    }

    /// What the second pass counts.
    package func candidates() -> PhraseList {
        let all = tallies.reduce(0) { $0 + ($1?.comments ?? 0) }
        let sum = PhraseTally.Sum(of: tallies.compactMap { $0?.phrases }, width: width)
        var phrases: [[UInt64]] = []
        var questions: [[UInt64]] = []
        var suggestions: [[UInt64]] = []
        for tally in tallies {
            guard let tally else {
                phrases.append([])
                questions.append([])
                suggestions.append([])
                continue
            }
            phrases.append(leading(tally, sum: sum, all: all))
            questions.append(Self.mostFrequent(of: tally.questions))
            suggestions.append(Self.mostFrequent(of: tally.suggestions))
        }
        return PhraseList(phrases: phrases, questions: questions, suggestions: suggestions)
    }

    private static func mostFrequent(of tally: PhraseTally) -> [UInt64] {
        let counted = tally.keys.map { (key: $0, count: tally.estimate($0)) }
        return counted.sorted { ($1.count, $0.key) < ($0.count, $1.key) }.prefix(PhraseList.questionsKept).map(\.key)
    }

    private func newTally() -> Tally {
        Tally(
            phrases: PhraseTally(width: width, kept: 2048),
            questions: PhraseTally(width: 1 << 12, kept: 128),
            suggestions: PhraseTally(width: 1 << 12, kept: 128))
    }

    private func leading(_ tally: Tally, sum: PhraseTally.Sum, all: Int) -> [UInt64] {
        var ranked: [(key: UInt64, score: Int)] = []
        for key in tally.phrases.keys {
            let here = tally.phrases.estimate(key)
            let there = max(0, sum.estimate(key) - here)
            let contrast = Contrast(
                with: here, of: tally.comments, elsewhere: there, of: max(0, all - tally.comments),
                rarity: Background.english.rarity(of: key))
            ranked.append(
                (key, KeyphraseRule.score(weight: here, contrast: contrast, words: PhraseKey.length(of: key))))
        }
        ranked.sort { ($1.score, $0.key) < ($0.score, $1.key) }
        return ranked.prefix(PhraseList.phrasesKept).map(\.key)
    }
}

/// The phrases and questions that the first pass found worth counting, for each item the most telling first.
package struct PhraseList: Sendable {
    /// An item; a bit of a `UInt64` each in the second pass.
    static let phrasesKept = 64
    static let questionsKept = 64

    /// Keys by bucket.
    let phrases: [[UInt64]]
    let questions: [[UInt64]]
    let suggestions: [[UInt64]]

    /// Phrases of all items together, each once: what the second pass counts.
    package var count: Int { index.count }

    /// Numbers every phrase that any item has.
    let index: HashIndex

    init(phrases: [[UInt64]], questions: [[UInt64]], suggestions: [[UInt64]] = []) {
        self.phrases = phrases
        self.questions = questions
        self.suggestions = suggestions
        var index = HashIndex()
        for key in phrases.joined() { index.insert(key) }
        self.index = index
    }
}
