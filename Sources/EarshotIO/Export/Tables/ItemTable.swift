import EarshotCore

extension Table where Row == ItemBrief {
    /// items.csv
    static var items: Table {
        Table(
            file: "items.csv", title: "Agenda items",
            meaning:
                "One row for each agenda item, in agenda order. Counts are empty for items that nothing is linked to: "
                + "headings, procedural, restricted and left-out ones.",
            key: ["item_id"], columns: identity + counts + positions + rest)
    }

    private static var identity: [Column<ItemBrief>] {
        [
            Column("item_id", .text, "The item's id, the source's own where it has one.", required: true) {
                .text($0.item.id.rawValue)
            },
            Column("agenda_order", .count, "1 for the first item.", required: true) { .integer($0.item.position) },
            Column("item_number", .text, "The number as printed on the agenda.") { .optional($0.item.number) },
            Column("item_title", .text, "The title as printed on the agenda.") { .optional($0.item.title) },
            Column(
                "kind", .word(["business", "procedural", "heading"]), "Only business has threads linked to it.",
                required: true
            ) { .text($0.item.kind.rawValue) },
            Column("restricted", .boolean, "Exempt or confidential: only number and title are given.", required: true) {
                .boolean($0.item.restricted)
            },
            Column("left_out", .boolean, "The officer asked for nothing to be linked to it.", required: true) {
                .boolean($0.item.leftOut)
            },
            Column("url", .address, "The item's own page.") { .optional($0.item.restricted ? nil : $0.item.url) },
        ]
    }

    private static var counts: [Column<ItemBrief>] {
        [
            count("comments", "Included comments linked to the item.") { $0.counts.comments },
            count("texts", "Different texts: copies count once.") { $0.counts.texts },
            count("copies", "Comments that copy another one: comments less texts.") { $0.counts.copies },
            count("people", "Distinct authors.") { $0.counts.people },
            count("unnamed", "Comments whose file names no author.") { $0.counts.unnamed },
            count("busiest_five", "Comments by the five busiest authors.") { $0.counts.busiestFive },
            count("threads", "Threads linked to the item, as a whole or with a stretch of comments.") {
                Set($0.threads.map(\.id)).count
            },
            count("places", "Places with comments on the item.") { $0.places.count },
        ]
    }

    private static var positions: [Column<ItemBrief>] {
        let names: [(Position, String)] = [
            (.support, "for what the item proposes"), (.mixed, "for and against at once"),
            (.unclear, "without a position that could be told"), (.oppose, "against what the item proposes"),
        ]
        return names.map { position, words in
            count(position.rawValue, "Comments \(words).") { $0.positions[position] }
        }
            + names.map { position, words in
                count("\(position.rawValue)_texts", "Different texts \(words).") { $0.positionsByText[position] }
            }
            + PositionBasis.allCases.map { basis in
                count("basis_\(basis.rawValue)", "Comments whose position_basis is \(basis.rawValue).") {
                    $0.bases[basis, default: 0]
                }
            }
    }

    private static var rest: [Column<ItemBrief>] {
        [
            count("tone_negative", "Comments with a negative tone.") { $0.tones.negative },
            count("tone_neutral", "Comments with a neutral tone.") { $0.tones.neutral },
            count("tone_positive", "Comments with a positive tone.") { $0.tones.positive },
            count("tone_not_scored", "Comments whose tone was not scored.") {
                $0.tones.notScored.reduce(0) { $0 + $1.comments }
            },
            count("mixed_language", "Comments that are partly in another language.") {
                $0.mixedLanguages.reduce(0) { $0 + $1.comments }
            },
            count("read_for_meaning", "Comments that were read for their meaning, to infer a position.") {
                $0.evidence.read
            },
            count("not_read_for_meaning", "Comments that could have been read for their meaning and were not.") {
                $0.evidence.unread
            },
            Column(
                "inference_blind", .boolean,
                "Whether nothing was inferred because the item takes a thing away and too few comments say outright what "
                    + "they want."
            ) { $0.isPublished ? .boolean($0.evidence.isBlind) : .empty },
            Column("first_day", .date, "The day of the first comment that carries a time, in the meeting's zone.") {
                $0.isPublished ? .optional($0.days.first?.day) : .empty
            },
            Column("last_day", .date, "The day of the last one.") {
                $0.isPublished ? .optional($0.days.last?.day) : .empty
            },
        ]
    }

    private static func count(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (ItemBrief) -> Int
    ) -> Column<ItemBrief> {
        Column(name, .count, meaning) { $0.isPublished ? .integer(value($0)) : .empty }
    }
}

extension ItemBrief {
    /// Whether a pack says anything about the item beside its place on the agenda. A restricted or left-out item never
    /// gets there, whatever has been linked to it; a procedural one does where a person attached a thread to it.
    var isPublished: Bool {
        guard !item.restricted, !item.leftOut else { return false }
        return item.isLinkable || counts.comments > 0
    }
}
