/// The learned numbers that are no word's: how much the prior lexicon counts, and where the labels begin.
///
/// Source: the lines of `tone-weights.tsv` that begin with "@", made by Models/tone/train.py.
struct ToneModel: Equatable, Sendable {
    /// Per cent of a prior strength that goes into the polarity and into the opinion.
    struct Factor: Equatable, Sendable {
        var polarity = 100
        var opinion = 100
    }

    /// For warm words, cold words, warm signs, cold signs.
    var warm = Factor()
    var cold = Factor()
    var warmSign = Factor()
    var coldSign = Factor()
    /// Opinion (thousandths) of an exclaiming sentence, an asking sentence, a word in capitals, a drawn-out word; three of
    /// each count at most.
    var exclaimed = 0
    var asked = 0
    var capitals = 0
    var drawnOut = 0
    /// The opinion of a text before it is read, in thousandths.
    var opinion = 0
    /// Added to the count of words under the root, so that short texts are not overrated.
    var length = 12
    /// The polarity per root of length (thousandths) at which the tone is 707.
    var half = 3000
    /// Added per root of length (thousandths) where a label is chosen: positive, negative.
    var positive = 0
    var negative = 0
    /// What training measured on texts it had left out, in thousandths: macro-recall on TweetEval's validation tweets,
    /// correlation with people's ratings of tweets and of sentences from film reviews.
    var validation = 0
    var tweets = 0
    var films = 0

    /// Unknown names are left aside; missing ones keep their defaults.
    init(_ lines: [Substring]) {
        for line in lines where line.utf8.first == UInt8(ascii: "@") {
            let fields = EmbeddedTable.fields(line.dropFirst())
            guard fields.count == 2, let path = Self.paths[String(fields[0])], let value = Int(fields[1]) else {
                continue
            }
            self[keyPath: path] = value
        }
    }

    private static var paths: [String: WritableKeyPath<ToneModel, Int>] {
        [
            "warm": \.warm.polarity, "cold": \.cold.polarity, "warm sign": \.warmSign.polarity,
            "cold sign": \.coldSign.polarity, "warm opinion": \.warm.opinion, "cold opinion": \.cold.opinion,
            "warm sign opinion": \.warmSign.opinion, "cold sign opinion": \.coldSign.opinion,
            "exclaimed": \.exclaimed, "asked": \.asked, "capitals": \.capitals, "drawn out": \.drawnOut,
            "opinion": \.opinion, "length": \.length, "half": \.half, "positive": \.positive, "negative": \.negative,
            "measured validation": \.validation, "measured tweets": \.tweets, "measured films": \.films,
        ]
    }
}
