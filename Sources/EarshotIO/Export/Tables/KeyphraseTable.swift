import EarshotCore

/// A keyphrase of an item, or of the talk that fits no item.
struct KeyphraseRow: Sendable {
    /// `nil` for the talk that fits no item.
    var item: AgendaItem?
    var rank: Int
    var keyphrase: Keyphrase

    static func rows(of brief: Brief) -> [KeyphraseRow] {
        let parts = brief.items.filter(\.isPublished).map { (Optional($0.item), $0.keyphrases) }
        return (parts + [(nil, brief.offAgendaKeyphrases)]).flatMap { item, keyphrases in
            keyphrases.enumerated().map { KeyphraseRow(item: item, rank: $0 + 1, keyphrase: $1) }
        }
    }
}

extension Table where Row == KeyphraseRow {
    /// keyphrases.csv
    static var keyphrases: Table {
        Table(
            file: "keyphrases.csv", title: "Keyphrases",
            meaning: "One row for each phrase that many comments of an item use and those of other items don't.",
            key: ["part", "rank"],
            columns: [
                Column(
                    "part", .text,
                    "item- and the item's place on the agenda, or off-agenda for talk that fits no item.",
                    required: true
                ) { .text($0.item.map { "item-\($0.position)" } ?? "off-agenda") },
                Column("item_id", .text, "The item; empty for off-agenda talk.") { .optional($0.item?.id.rawValue) },
                Column("item_number", .text, "The item's number as printed.") { .optional($0.item?.number) },
                Column("rank", .count, "1 for the first.", required: true) { .integer($0.rank) },
                Column("keyphrase", .text, "One to four words.", required: true) { .text($0.keyphrase.text) },
                Column("comments", .count, "Comments that use it.", required: true) { .integer($0.keyphrase.comments) },
                Column("people", .count, "Distinct authors of those.", required: true) {
                    .integer($0.keyphrase.people)
                },
                Column(
                    "contrast", .decimal(digits: 1, from: 0, to: nil),
                    "How many times as often as in the meeting's other comments.", required: true
                ) { .tenths($0.keyphrase.contrast) },
            ] + MixColumns.columns(of: "comments that use it") { ($0.keyphrase.positions, $0.keyphrase.tones) })
    }
}
