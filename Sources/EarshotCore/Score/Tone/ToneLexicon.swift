/// What a word or phrase does to the tone.
struct ToneEntry: Sendable {
    /// Tenths on a −4…+4 scale; 0 takes the words of a phrase out of the count.
    var weight = 0
    /// Per cent added to the next word of feeling: 30 for "very", −40 for "slightly"; 0 for other words.
    var boost = 0
    /// Turns the words of feeling that follow in its clause.
    var negates = false
    /// "but": what follows weighs more than what came before.
    var contrasts = false
}

/// The tone table (`tone.tsv`) joined with the words that modify others.
///
/// Source of the weights: written by hand for council talk, Models/tone/REPORT.md. The figures for modifiers are
/// chosen, not derived, but for those named in the report.
enum ToneLexicon {
    static func entries() -> [(phrase: String, value: ToneEntry)] {
        var entries: [(phrase: String, value: ToneEntry)] = []
        for line in EmbeddedTable.tone.lines {
            let fields = EmbeddedTable.fields(line)
            guard fields.count == 2, let weight = Int(fields[1]) else { continue }
            entries.append((String(fields[0]), ToneEntry(weight: weight)))
        }
        let weights = Dictionary(entries.map { ($0.phrase, $0.value.weight) }, uniquingKeysWith: { _, last in last })
        for (boost, words) in boosts {
            for word in words.split(separator: ",") {
                let word = String(word.drop { $0 == " " })
                entries.append((word, ToneEntry(weight: weights[word] ?? 0, boost: boost)))
            }
        }
        for word in negators { entries.append((word, ToneEntry(weight: weightsOfNegators[word] ?? 0, negates: true))) }
        for word in notNegating { entries.append((word, ToneEntry())) }
        for word in contrasts { entries.append((word, ToneEntry(contrasts: true))) }
        return entries
    }

    private static let boosts: [(Int, String)] = [
        (45, "extremely, incredibly, insanely, outrageously, ridiculously, exceptionally, unbelievably, phenomenally"),
        (40, "absolutely, completely, totally, utterly, entirely, thoroughly, bloody, fucking, fucken, freaking"),
        (30, "very, really, so, such a, truly, highly, deeply, hugely, massively, immensely, enormously, seriously"),
        (30, "terribly, awfully, dreadfully, horribly, amazingly, wonderfully, super, uber, dead, well and truly"),
        (25, "particularly, especially, remarkably, genuinely, greatly, vastly, wholly, fully, strongly, positively"),
        (
            20,
            "more, most, much, far too, way too, too, even, such, what a, total, complete, utter, absolute, real, pure"
        ),
        (15, "pretty, damn, damned, definitely, certainly, obviously, clearly, always, ever so, constantly, big, huge"),
        (-10, "quite, fairly, rather, reasonably, relatively, mostly, mainly, generally, usually"),
        (-25, "sort of, kinda, sorta, kind of, somewhat, partly, partially, sometimes, occasionally, maybe, perhaps"),
        (
            -30,
            "a bit, a little, bit, a tad, tad, slightly, mildly, marginally, a touch, vaguely, possibly, almost, less"
        ),
    ]

    private static let negators = [
        "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "hardly", "barely",
        "scarcely", "cannot", "can't", "cant", "won't", "wont", "don't", "dont", "doesn't", "doesnt", "didn't", "didnt",
        "isn't", "isnt", "aren't", "arent", "wasn't", "wasnt", "weren't", "werent", "wouldn't", "wouldnt", "shouldn't",
        "shouldnt", "couldn't", "couldnt", "hasn't", "hasnt", "haven't", "havent", "hadn't", "hadnt", "ain't", "aint",
        "mustn't", "needn't", "shan't", "no one", "no longer", "not very", "not so", "not that", "not at all",
        "rarely", "seldom", "lack of", "lacks", "lacking", "fail to", "fails to", "failed to", "failing to", "far from",
        "anything but", "instead of", "rather than", "no more", "not a", "stop",
    ]

    /// Negators that are a reproach of their own.
    private static let weightsOfNegators = [
        "lack of": -10, "lacks": -10, "lacking": -10, "fail to": -14, "fails to": -14, "failed to": -14,
        "failing to": -14,
    ]

    /// Phrases with a negator in them that turn nothing.
    private static let notNegating = [
        "not only", "not just", "not merely", "not to mention", "no matter", "no sooner", "nothing but", "nothing more",
        "why not", "why don't", "why dont", "no less", "not least", "if not", "or not", "whether or not", "no fewer",
        "don't forget", "no longer than", "can't help but", "cannot help but", "nothing less", "not until",
        "no one else",
        "nothing wrong with", "not long",
    ]

    private static let contrasts = ["but", "however", "although", "though", "yet", "nevertheless", "nonetheless"]
}
