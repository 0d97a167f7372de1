/// A text as the word baselines read it: its words and its stems, counted.
package struct BaselineText: Equatable, Sendable {
    struct Term: Equatable, Sendable {
        var hash: UInt64
        var count: Int
    }

    /// Words and numbers as written but for case, without stop words; ascending by hash.
    let words: [Term]
    /// The stems of those of two letters or more; ascending by hash.
    let stems: [Term]
    /// How many words there are, without stop words.
    let length: Int

    package init(_ texts: [String]) {
        var words: [UInt64: Int] = [:]
        var stems: [UInt64: Int] = [:]
        var length = 0
        var stemmer = Stemmer()
        for text in texts {
            let bytes = text.utf8.span
            for word in Words.of(text) where word.kind == .word || word.kind == .number || word.kind == .hashtag {
                guard !StopWords.english.contains(word.hash) else { continue }
                words[word.hash, default: 0] += 1
                length += 1
                guard word.range.count > 1 else { continue }
                var letters = Array(Words.folded(String(copying: bytes, word.range)).utf8)
                if word.kind == .word { stemmer.stem(&letters) }
                stems[Words.hash(String(decoding: letters, as: UTF8.self)), default: 0] += 1
            }
        }
        self.words = Self.sorted(words)
        self.stems = Self.sorted(stems)
        self.length = length
    }

    private static func sorted(_ counts: [UInt64: Int]) -> [Term] {
        counts.map { Term(hash: $0.key, count: $0.value) }.sorted { $0.hash < $1.hash }
    }

    /// In how many of `texts` each term stands.
    static func spread(of terms: [[Term]]) -> [UInt64: Int] {
        var spread: [UInt64: Int] = [:]
        for text in terms { for term in text { spread[term.hash, default: 0] += 1 } }
        return spread
    }
}
