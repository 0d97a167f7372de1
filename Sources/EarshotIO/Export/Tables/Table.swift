/// What the cells of a column hold.
package enum ColumnType: Equatable, Sendable {
    case text
    /// A web address.
    case address
    /// "2026-11-09".
    case date
    /// "2026-11-09T18:04:00Z".
    case moment
    case boolean
    /// A count, 0 or more.
    case count
    /// Any whole number.
    case integer
    /// A decimal with exactly `digits` digits after the point, within the range.
    case decimal(digits: Int, from: Int, to: Int?)
    /// One of these words.
    case word([String])

    /// For people: "decimal, −1 to 1".
    package var title: String {
        switch self {
        case .text: "text"
        case .address: "address"
        case .date: "date, ISO 8601"
        case .moment: "moment, ISO 8601, UTC"
        case .boolean: "true or false"
        case .count: "whole number, 0 or more"
        case .integer: "whole number"
        case .decimal(_, let from, let to):
            "decimal, \(from < 0 ? "−\(-from)" : "\(from)") " + (to.map { "to \($0)" } ?? "or more")
        case .word(let words): words.joined(separator: ", ")
        }
    }
}

/// A column without its cells: what a reader of the table needs to know.
package struct ColumnNote: Equatable, Sendable {
    /// lower_snake_case.
    package var name: String
    /// A plain sentence, with the unit where there is one.
    package var meaning: String
    package var type: ColumnType
    /// Whether every row has a value.
    package var isRequired: Bool
}

/// A table without its rows: what the metadata and the documentation are made from.
package struct TableNote: Equatable, Sendable {
    /// The file's name: "comments.csv".
    package var file: String
    package var title: String
    /// What one row is.
    package var meaning: String
    package var columns: [ColumnNote]
    /// The columns that together name a row.
    package var key: [String]
    package var references: [Reference]

    /// A column whose values stand in a column of another table.
    package struct Reference: Equatable, Sendable {
        package var column: String
        package var table: String
        package var tableColumn: String
    }
}

/// A column of a table: told once, used for the header, the rows, the metadata and the documentation.
struct Column<Row>: Sendable {
    var note: ColumnNote
    var cell: @Sendable (Row) -> CSVCell

    init(
        _ name: String, _ type: ColumnType, _ meaning: String, required: Bool = false,
        cell: @escaping @Sendable (Row) -> CSVCell
    ) {
        note = ColumnNote(name: name, meaning: meaning, type: type, isRequired: required)
        self.cell = cell
    }
}

/// A table of a pack.
struct Table<Row>: Sendable {
    var file: String
    var title: String
    var meaning: String
    var key: [String]
    var references: [TableNote.Reference] = []
    var columns: [Column<Row>]

    var note: TableNote {
        TableNote(
            file: file, title: title, meaning: meaning, columns: columns.map(\.note), key: key, references: references)
    }

    func writeHeader(into csv: inout CSVWriter) { csv.row(columns.map { .text($0.note.name) }) }

    func write(_ row: Row, into csv: inout CSVWriter) { csv.row(columns.map { $0.cell(row) }) }

    /// The row as an object with the columns' names as keys; text as it is, without the mark against formulas.
    func write(_ row: Row, into json: inout JSONWriter) {
        json.object { json in
            for column in columns {
                json.key(column.note.name)
                switch column.cell(row) {
                case .empty: json.null()
                case .text(let text): json.string(text)
                case .integer(let number): json.integer(number)
                case .thousandths(let number): json.thousandths(number)
                case .tenths(let number): json.tenths(number)
                case .boolean(let value): json.boolean(value)
                }
            }
        }
    }
}
