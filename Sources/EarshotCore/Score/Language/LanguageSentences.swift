/// How many sentences of a comment are in which language; those of unknown language are left out.
struct LanguageSentences {
    /// Few comments hold more than two languages, so a list is searched.
    private var tallies: [(code: String, sentences: Int)] = []
    private(set) var count = 0
    private var first = LanguageReader.unknown
    private var ofFirst = 0

    mutating func add(_ code: String) {
        count += 1
        guard code != LanguageReader.unknown else { return }
        if ofFirst == 0 { first = code }
        if code == first {
            ofFirst += 1
        } else if let index = tallies.firstIndex(where: { $0.code == code }) {
            tallies[index].sentences += 1
        } else {
            tallies.append((code, 1))
        }
    }

    /// The commonest other language, the first met of several, where a third of all sentences or more are in other
    /// languages than `code`.
    func other(than code: String) -> String? {
        guard code != LanguageReader.unknown, ofFirst > 0, !tallies.isEmpty || code != first else { return nil }
        let others = ([(code: first, sentences: ofFirst)] + tallies).filter { $0.code != code }
        guard others.reduce(0, { $0 + $1.sentences }) * 3 >= count else { return nil }
        return others.reduce(nil as (code: String, sentences: Int)?) { best, next in
            next.sentences > (best?.sentences ?? 0) ? next : best
        }?.code
    }
}

/// By how much a language has to lead the second, in half weights (48 make it e times as likely). Chosen on the
/// sentences kept back for that: Models/language/REPORT.md.
enum LanguageMargin {
    /// For a sentence to count in calling a comment mixed.
    static let sentence = 240

    /// What English is given before: most comments are, and one wrongly called foreign goes unscored.
    static let english = 72

    /// What it is given in a text of four telling words at most for each that the tone lexicon knows, up to three.
    static let feeling = 40

    /// A word or two may be a name. `telling` is how many words say something.
    static func needed(isEnglish: Bool, telling: Int) -> Int {
        if isEnglish { return 1 }
        return telling < 2 ? 150 : telling < 5 ? 90 : 30
    }
}
