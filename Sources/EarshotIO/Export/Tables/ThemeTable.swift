import EarshotCore

/// A theme of an item or of the talk that fits no item; or what is in none of its themes.
struct ThemeRow: Sendable {
    /// `nil` for the talk that fits no item.
    var item: AgendaItem?
    /// From 1; 0 for what is in no theme.
    var rank: Int
    var name: String
    var phrases: [String]
    var count: ThemeCount

    static func rows(of brief: Brief) -> [ThemeRow] {
        let parts = brief.items.filter(\.isPublished).map { (Optional($0.item), $0.themes, $0.otherThemes) }
        return (parts + [(nil, brief.offAgendaThemes, brief.offAgendaOther)]).flatMap { item, themes, other in
            themes.enumerated().map {
                ThemeRow(item: item, rank: $0 + 1, name: $1.name, phrases: $1.phrases, count: $1.count)
            } + (other.comments > 0 ? [ThemeRow(item: item, rank: 0, name: "", phrases: [], count: other)] : [])
        }
    }
}

extension Table where Row == ThemeRow {
    /// themes.csv
    static var themes: Table {
        Table(
            file: "themes.csv", title: "Themes",
            meaning:
                "One row for each theme: phrases of an item's comments that occur together or mean the same. A comment counts "
                + "in every theme that it has a phrase of, so that the rows of an item add up to more than its comments.",
            key: ["part", "rank"],
            references: [.init(column: "item_id", table: "items.csv", tableColumn: "item_id")],
            columns: [
                Column(
                    "part", .text,
                    "item- and the item's place on the agenda, or off-agenda for talk that fits no item.",
                    required: true
                ) { .text($0.item.map { "item-\($0.position)" } ?? "off-agenda") },
                Column("item_id", .text, "The item; empty for off-agenda talk.") { .optional($0.item?.id.rawValue) },
                Column("item_number", .text, "The item's number as printed.") { .optional($0.item?.number) },
                Column(
                    "rank", .count, "1 for the theme with the most texts; 0 for the comments that are in no theme.",
                    required: true
                ) { .integer($0.rank) },
                Column("theme", .text, "Its best phrase; empty for rank 0.") { .optional($0.name) },
                Column("phrases", .text, "All its phrases, the best first, parted by semicolons.") {
                    .optional($0.phrases.joined(separator: "; "))
                },
                Column("comments", .count, "Comments with one of its phrases.", required: true) {
                    .integer($0.count.comments)
                },
                Column("texts", .count, "Of those, comments that copy no other.", required: true) {
                    .integer($0.count.texts)
                },
                Column(
                    "people", .count, "Distinct authors of those comments; of rank 0 those who are in no theme.",
                    required: true
                ) { .integer($0.count.people) },
                Column("unnamed", .count, "Comments whose file names no author.", required: true) {
                    .integer($0.count.unnamed)
                },
            ] + MixColumns.columns(of: "comments in it") { ($0.count.positions, $0.count.tones) })
    }
}

/// Eight counts that themes and keyphrases have in common: comments by position and by tone.
enum MixColumns {
    static func columns<Row>(
        of whose: String, _ mix: @escaping @Sendable (Row) -> (positions: PositionCounts, tones: ToneMix)
    ) -> [Column<Row>] {
        let positions = Position.allCases.map { position in
            Column<Row>(
                position.rawValue, .count, "Of the \(whose), those whose position is \(position.rawValue).",
                required: true
            ) { .integer(mix($0).positions[position]) }
        }
        let tones = ToneLabel.allCases.map { label in
            Column<Row>(
                "tone_\(label.rawValue)", .count,
                label == .notScored
                    ? "Those whose tone was not scored." : "Those whose tone is \(label.rawValue).", required: true
            ) { .integer(mix($0).tones[label]) }
        }
        return positions + tones
    }
}
