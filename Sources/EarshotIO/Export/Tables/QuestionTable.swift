import EarshotCore

/// A question that residents ask, or a thing that they suggest.
struct QuestionRow: Sendable {
    enum Kind: String, Sendable, CaseIterable { case question, suggestion }

    var item: AgendaItem
    var kind: Kind
    var rank: Int
    var question: Question

    static func rows(of brief: Brief) -> [QuestionRow] {
        brief.items.filter(\.isPublished).flatMap { brief in
            [(Kind.question, brief.questions), (.suggestion, brief.suggestions)].flatMap { kind, questions in
                questions.enumerated().map {
                    QuestionRow(item: brief.item, kind: kind, rank: $0 + 1, question: $1)
                }
            }
        }
    }
}

extension Table where Row == QuestionRow {
    /// questions.csv
    static var questions: Table {
        Table(
            file: "questions.csv", title: "Questions and suggestions",
            meaning:
                "One row for each question that comments on an item ask, and for each thing that they ask to be done.",
            key: ["item_id", "kind", "rank"],
            references: [.init(column: "item_id", table: "items.csv", tableColumn: "item_id")],
            columns: [
                Column("item_id", .text, "The item.", required: true) { .text($0.item.id.rawValue) },
                Column("item_number", .text, "The item's number as printed.") { .optional($0.item.number) },
                Column(
                    "kind", .word(QuestionRow.Kind.allCases.map(\.rawValue)),
                    "Whether it asks for an answer or for a deed.", required: true
                ) { .text($0.kind.rawValue) },
                Column("rank", .count, "1 for what most comments say.", required: true) { .integer($0.rank) },
                Column("text", .text, "In the words of the first comment that says it, redacted.", required: true) {
                    .text($0.question.text)
                },
                Column("comments", .count, "Comments that say it in much the same words.", required: true) {
                    .integer($0.question.comments)
                },
            ])
    }
}
