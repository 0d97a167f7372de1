/// By what two phrases are known as forms of the same words: "vaccine" and "vaccination", "home schooling" and "home
/// schools", "wait staff" and "waitstaff", "free tuition" and "tuition free".
struct PhraseFamily: Equatable, Sendable {
    /// The words' stems in order, run together.
    private var run = ""
    /// The same, sorted.
    private var sorted: [String] = []

    init() {}

    init(_ text: String) {
        let stems = Words.of(text).map { word in
            var letters = Array(Words.folded(Excerpt.slice(text, word.range)).utf8)
            if Self.kept.contains(word.hash) { return String(decoding: letters, as: UTF8.self) }
            SpellingVariants.english.fold(&letters, hash: word.hash)
            var stemmer = Stemmer()
            stemmer.stem(&letters)
            return String(decoding: letters, as: UTF8.self)
        }
        run = stems.joined()
        sorted = stems.sorted()
    }

    func isSame(as other: PhraseFamily) -> Bool { !run.isEmpty && (run == other.run || sorted == other.sorted) }

    /// Nouns in -ing that are something else than their verb or its noun: "parking" is no "park".
    private static let kept = Set(
        """
        parking housing building buildings meeting meetings crossing crossings planning training funding lighting heating
        setting opening waiting living hearing hearings booking bookings cleaning clearing
        """.split(whereSeparator: \.isWhitespace).map { Words.hash(String($0)) })
}
