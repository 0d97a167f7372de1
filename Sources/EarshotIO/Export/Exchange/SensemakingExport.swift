import EarshotCore
import Foundation

/// `sensemaking.csv`: a row for each included comment, as Jigsaw's sensemaking tools read it. They need the first two
/// columns, keep the others and add `topic`, `quote` and `opinion` of their own.
struct SensemakingExport {
    static let file = "sensemaking.csv"

    /// A comment and its number among the included ones, from 1.
    struct Row: Sendable {
        var number: Int
        var comment: CommentRow
    }

    private let sink: FileSink
    private var csv = CSVWriter()

    init(folder: URL) throws {
        sink = try FileSink(folder.appendingPathComponent(Self.file))
        // Never with a byte-order mark: the tools would read it as a part of the first column's name.
        Table<Row>.sensemaking.writeHeader(into: &csv)
    }

    mutating func write(_ comment: CommentRow, number: Int) throws {
        Table<Row>.sensemaking.write(Row(number: number, comment: comment), into: &csv)
        try sink.write(csv.take())
    }

    mutating func finish() throws -> WrittenFile {
        try sink.write(csv.take())
        return try sink.close()
    }
}

extension Table where Row == SensemakingExport.Row {
    /// sensemaking.csv
    static var sensemaking: Table {
        Table(
            file: SensemakingExport.file, title: "Comments for sensemaking",
            meaning: "One row for each included comment, in the order of comments.csv.", key: ["participant_id"],
            columns: [
                Column(
                    "participant_id", .count,
                    "The comment's number, from 1: the tools hold rows with the same participant to be one.",
                    required: true
                ) { .integer($0.number) },
                Column("survey_text", .text, "The comment's words, redacted.", required: true) {
                    .text($0.comment.text)
                },
                Column("thread_id", .text, "As in comments.csv.", required: true) {
                    .text($0.comment.thread.rawValue)
                },
                Column("comment_id", .text, "As in comments.csv.", required: true) {
                    .text($0.comment.comment.rawValue)
                },
                Column("agenda_item", .text, "Number and title of the item; empty where it fits none.") {
                    .optional($0.comment.publishedItem?.label)
                },
                Column("position", .word(Position.allCases.map(\.rawValue)), "As in comments.csv.") { row in
                    row.comment.publishedItem == nil ? .empty : .optional(row.comment.score?.position.rawValue)
                },
                Column("demo:person", .text, "The author's pseudonym; empty where unnamed.") {
                    .optional($0.comment.person)
                },
                Column("demo:place", .text, "Where the conversation happened.") { .optional($0.comment.place) },
                Column("demo:ward", .text, "The ward, where one is known.") { .optional($0.comment.ward) },
            ])
    }
}

extension PackTables {
    /// The columns of sensemaking.csv in Markdown, for the documentation.
    package static var sensemakingDocumentation: String {
        Table<SensemakingExport.Row>.sensemaking.columns.map { column in
            let need = column.note.isRequired ? " Always given." : ""
            return "| `\(column.note.name)` | \(column.note.meaning)\(need) | \(column.note.type.title) |"
        }.joined(separator: "\n")
    }
}
