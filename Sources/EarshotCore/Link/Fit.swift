/// How well a thread fits each item: by words alone or, where it was read for its meaning, by both.
struct Fit: Sendable {
    /// What a likeness of words adds to one of meaning, thousandths. Source: Models/link/REPORT.md.
    static let wordWeight = 600
    /// A likeness of meaning that texts about different things have too, millionths; it is nobody's reason.
    static let commonMeaning = 150_000

    /// By item, millionths: likeness of words; where meaning is known, half with and half without other threads' words.
    let words: [Int]
    let meaning: [Int]?
    /// By item: what the items are ranked by. Words alone: their likeness, millionths; else likeness of meaning + weighted words.
    let values: [Int]
    private let comments: Int

    init(words: [Int], ownWords: [Int], meaning: [Int]?, comments: Int) {
        let words = meaning == nil ? words : zip(words, ownWords).map { ($0 + $1) / 2 }
        self.words = words
        self.meaning = meaning
        self.comments = comments
        values = meaning.map { zip($0, words).map { $0 + $1 * Self.wordWeight / 1000 } } ?? words
    }

    /// Thousandths: how often a thread was about the item that fitted it so.
    func confidence(of item: Int, next: Int) -> Int {
        meaning == nil
            ? Calibration.ofWords(comments: comments).confidence(values[item], next: next, comments: comments)
            : Calibration.meaning.confidence(values[item], next: next, comments: comments)
    }

    /// How much of the confidence is due to meaning and how much to words; no unit, only the proportion means something.
    func shares(of item: Int) -> (words: Int, meaning: Int) {
        (max(words[item], 0) * Self.wordWeight / 1000, max((meaning?[item] ?? 0) - Self.commonMeaning, 0))
    }
}
