package import EarshotCore

/// A comment that is new or changed, as a supplement hands it out.
package struct SupplementRow: Sendable {
    package var comment: CommentRow
    package var change: CommentChange
    package var isLate: Bool
    /// How it stood before; all empty where new.
    package var itemBefore: AgendaItem.ID?
    package var positionBefore: Position?
    package var reasonBefore: String?

    package init(comment: CommentRow, change: CommentChange, isLate: Bool) {
        self.comment = comment
        self.change = change
        self.isLate = isLate
    }
}

extension Table where Row == SupplementRow {
    /// The comments.csv of a supplement.
    static var changes: Table {
        let own = Table<CommentRow>.comments.columns.filter { !packOnly.contains($0.note.name) }.map { column in
            Column<SupplementRow>(
                column.note.name, column.note.type, column.note.meaning, required: column.note.isRequired
            ) { column.cell($0.comment) }
        }
        return Table(
            file: "comments.csv", title: "Comments new or changed",
            meaning:
                "One row for each comment that is new or changed since the pack sealed before, the excluded ones too.",
            key: ["thread_id", "comment_id"], columns: [change] + own + before)
    }

    /// Columns that point into tables which a supplement does not have.
    private static var packOnly: Set<String> { ["themes", "keyphrases"] }

    private static var change: Column<SupplementRow> {
        Column(
            "change", .word(CommentChange.allCases.map(\.rawValue)),
            "What became of the comment since the pack sealed before: it is new, its words were edited, it was excluded "
                + "or included again, it was withdrawn at the source, erased at its author's wish, moved to another item, or "
                + "another position was read from it.", required: true
        ) { .text($0.change.rawValue) }
    }

    private static var before: [Column<SupplementRow>] {
        [
            Column("item_id_before", .text, "The item that it counted for before; empty where new or about none.") {
                .optional($0.itemBefore?.rawValue)
            },
            Column(
                "position_before", .word(Position.allCases.map(\.rawValue)),
                "The position read from it before; empty where new or linked to no item."
            ) { row in row.itemBefore == nil ? .empty : .optional(row.positionBefore?.rawValue) },
            Column(
                "exclusion_reason_before", .text,
                "Why it was excluded before; empty where new, or where it was included."
            ) { .optional($0.reasonBefore) },
        ]
    }
}

/// The tables of every supplement but those for the public.
package enum SupplementTables {
    package static var all: [TableNote] { [Table<SupplementRow>.changes.note] }
}
