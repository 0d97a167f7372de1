import EarshotCore

/// A word or phrase that a scorer knows.
struct WordListRow: Sendable {
    /// Its place in its list, from 1.
    var place: Int
    var entry: WordLists.Entry

    static var all: [WordListRow] {
        var counts: [WordLists.List: Int] = [:]
        return WordLists.entries().map { entry in
            counts[entry.list, default: 0] += 1
            return WordListRow(place: counts[entry.list] ?? 0, entry: entry)
        }
    }
}

extension Table where Row == WordListRow {
    /// word-lists.csv
    static var wordLists: Table {
        Table(
            file: "word-lists.csv", title: "Word lists",
            meaning:
                "One row for each word or phrase by which comments are scored; the same in every pack of a version.",
            key: ["list", "place"],
            columns: [
                Column(
                    "list", .word(WordLists.List.allCases.map(\.rawValue)),
                    "Tone written by hand, tone learnt from rated texts, phrases that may state a position, or words that "
                        + "carry no topic.", required: true
                ) { .text($0.entry.list.rawValue) },
                Column("place", .count, "Its place in the list, from 1.", required: true) { .integer($0.place) },
                Column("phrase", .text, "The word or phrase, in small letters.", required: true) {
                    .text($0.entry.phrase)
                },
                Column(
                    "weight", .decimal(digits: 3, from: -40, to: 40),
                    "For tone: scale points, from -4 cold to 4 warm, added up in a comment; for positions: how sure the "
                        + "phrase is, 1 is certain; 0 for words that carry no topic.", required: true
                ) { .thousandths($0.entry.weight) },
                Column("effect", .text, "What it does beside its weight.") { .optional($0.entry.effect) },
            ])
    }
}
