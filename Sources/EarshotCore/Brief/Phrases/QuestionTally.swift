/// The questions of one item: those that the first pass saw more than once are counted exactly; of the others the
/// ones are kept that begin as questions and share the most of the item's leading phrases. Questions in nearly the same words ("Are deliveries
/// exempt?", "And deliveries, are they exempt or not?") are joined when all have been read.
struct QuestionTally: Sendable {
    static let limit = 6
    /// Questions that stand in one text and its copies only: one campaign must not fill the list. Chosen, not derived.
    static let limitOfOneText = 2
    /// Characters of a question.
    static let length = 160
    private static let singlesKept = 32

    private struct Asked: Sendable {
        var key: UInt64
        /// Of the earliest comment that asks it.
        var row: Int64
        var comment: String
        var range: Range<Int>
        var comments = 0
        /// Comments that are no copies.
        var texts = 0
        /// Which of the item's candidate phrases it holds, a bit each.
        var phrases: UInt64
        /// Begins as a question, and is shown whole.
        var isPlain: Bool

        init(_ asked: BriefDigest.Partial.Asked) {
            key = asked.key
            row = asked.row
            comment = asked.comment
            range = asked.range
            phrases = asked.phrases
            isPlain = asked.isPlain && asked.range.count <= QuestionTally.length
            count(asked)
        }

        mutating func count(_ asked: BriefDigest.Partial.Asked) {
            comments += 1
            if !asked.isCopy { texts += 1 }
        }
    }

    /// By the key's number in `index`; `nil` before it is met.
    private var repeated: [Asked?]
    private let index: HashIndex
    private var singles: [Asked] = []

    init(keys: [UInt64]) {
        var index = HashIndex(capacity: keys.count)
        for key in keys { index.insert(key) }
        self.index = index
        repeated = Array(repeating: nil, count: index.count)
    }

    mutating func add(_ asked: BriefDigest.Partial.Asked) {
        if let number = index.find(asked.key) {
            if repeated[number] == nil {
                repeated[number] = Asked(asked)
            } else {
                repeated[number]?.count(asked)
            }
        } else if let known = singles.firstIndex(where: { $0.key == asked.key }) {
            singles[known].count(asked)
        } else {
            let new = Asked(asked)
            let place = singles.firstIndex { Self.isBefore(new, $0, QuoteRule.leading) } ?? singles.count
            guard place < Self.singlesKept else { return }
            singles.insert(new, at: place)
            if singles.count > Self.singlesKept { singles.removeLast() }
        }
    }

    /// At most six: the most asked first, then those that begin as questions and are shown whole, then those that hold
    /// the most keyphrases, then the earliest.
    func choose(keyphrases: UInt64, redactor: Redactor, reader: PhraseReader) -> [Question] {
        let ranked = (repeated.compactMap { $0 } + singles).sorted {
            $0.comments != $1.comments ? $0.comments > $1.comments : Self.isBefore($0, $1, keyphrases)
        }
        var questions: [Question] = []
        var ofOneText = 0
        for asked in Self.joined(ranked, keyphrases, reader) where questions.count < Self.limit {
            // Without copies a question may well stand in one text; only copied ones are limited.
            if asked.comments > asked.texts, asked.texts <= 1 {
                if ofOneText == Self.limitOfOneText { continue }
                ofOneText += 1
            }
            questions.append(Question(text: text(of: asked, redactor), comments: asked.comments))
        }
        return questions
    }

    /// Each question takes in the later ones that ask much the same; then again the most asked first.
    private static func joined(_ ranked: [Asked], _ keyphrases: UInt64, _ reader: PhraseReader) -> [Asked] {
        var heads: [(asked: Asked, contents: Set<UInt64>, askings: Set<UInt64>, rows: [Int64])] = []
        for asked in ranked {
            let terms = reader.questionTerms(of: Excerpt.slice(asked.comment, asked.range))
            let head = heads.firstIndex {
                isAlike($0.contents, terms.contents)
                    && ($0.askings.isEmpty || terms.askings.isEmpty
                        || !$0.askings.isDisjoint(with: terms.askings))
            }
            guard let head else {
                heads.append((asked, terms.contents, terms.askings, [asked.row]))
                continue
            }
            // A comment that asks the same twice is one comment, as far as its first question is known.
            if heads[head].rows.contains(asked.row), asked.comments == 1 { continue }
            heads[head].asked.comments += asked.comments
            heads[head].asked.texts += asked.texts
            heads[head].rows.append(asked.row)
        }
        return heads.map(\.asked).sorted {
            $0.comments != $1.comments ? $0.comments > $1.comments : isBefore($0, $1, keyphrases)
        }
    }

    /// Two content words or more in common, and two thirds of all (Jaccard). Chosen, not derived.
    private static func isAlike(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Bool {
        let shared = a.intersection(b).count
        return shared >= 2 && shared * 3 >= a.union(b).count * 2
    }

    /// Redacted within its comment, where an address or a number may begin before the question.
    private func text(of asked: Asked, _ redactor: Redactor) -> String {
        let text = redactor.redact(asked.comment).text(of: asked.range)
        return Excerpt(text, limit: Self.length).text
    }

    private static func isBefore(_ a: Asked, _ b: Asked, _ phrases: UInt64) -> Bool {
        if a.isPlain != b.isPlain { return a.isPlain }
        let held = ((a.phrases & phrases).nonzeroBitCount, (b.phrases & phrases).nonzeroBitCount)
        return held.0 != held.1 ? held.0 > held.1 : (a.row, a.range.lowerBound) < (b.row, b.range.lowerBound)
    }
}
