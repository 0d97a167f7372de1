package import EarshotCore

/// The first row of a table: what its columns are called.
package struct CSVHeader: Equatable, Sendable {
    /// One name a column, white space at the ends taken off, none empty ("column_3") and none twice ("date", "date_2").
    package var names: [String]
    /// The physical line on which the header stands, from 1.
    package var line: Int

    /// Takes the fields of a first row: white space off, none empty, none twice; tells of each that had to be renamed.
    package static func naming(_ fields: [String], line: Int, path: String) -> (CSVHeader, [Diagnostic]) {
        var names: [String] = []
        var notes: [Diagnostic] = []
        var taken: Set<String> = []
        var numbers: [String: Int] = [:]
        for (column, field) in fields.enumerated() {
            let text = String(field.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            let wanted = text.isEmpty ? "column_\(column + 1)" : text
            var name = wanted
            while taken.contains(name) {
                let number = numbers[wanted, default: 1] + 1
                numbers[wanted] = number
                name = "\(wanted)_\(number)"
            }
            if name != wanted {
                let message = "Two columns are called “\(wanted)”; column \(column + 1) is read as “\(name)”"
                notes.append(Diagnostic(.note, message, at: "\(path):\(line)"))
            }
            taken.insert(name)
            names.append(name)
        }
        return (CSVHeader(names: names, line: line), notes)
    }
}

/// One row of a table, its fields cut but not yet turned into text.
package struct CSVRow: Sendable {
    /// The physical line on which the row begins, from 1: a line break inside quotes counts.
    package let line: Int
    /// The columns that the header names; `self[i]` answers for each of them.
    package let columns: Int
    /// The fields that the row really has: fewer or more than `columns` in a ragged row.
    package var count: Int { fields.count }

    /// What parts the fields: a comma, semicolon, tab or `|`.
    package let delimiter: UInt8
    /// Whether a field holds a carriage return.
    let hasReturns: Bool
    let bytes: [UInt8]
    let copied: [UInt8]
    let fields: [CSVField]

    /// The text of a field, quotes taken off; empty where the row is too short.
    package subscript(column: Int) -> String {
        guard column < fields.count else { return "" }
        let field = fields[column]
        return String(decoding: (field.isCopied ? copied : bytes)[field.start..<field.end], as: UTF8.self)
    }

    /// Whether the field holds nothing but white space.
    package func isBlank(_ column: Int) -> Bool {
        guard column < fields.count else { return true }
        let field = fields[column]
        let text = (field.isCopied ? copied : bytes).span
        for i in field.start..<field.end where text[i] > 32 { return false }
        return true
    }

    /// All fields for which the header has no name.
    package var extra: [String] { columns < count ? (columns..<count).map { self[$0] } : [] }
}

extension CSVRow {
    /// A row that comes as texts, not as bytes of a file: a spreadsheet's.
    /// - Parameter columns: The columns that the header names.
    package init(line: Int, columns: Int, fields texts: [String]) {
        var bytes: [UInt8] = []
        var fields: [CSVField] = []
        bytes.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count })
        fields.reserveCapacity(texts.count)
        for text in texts {
            let start = bytes.count
            bytes += text.utf8
            fields.append(CSVField(start: start, end: bytes.count, isCopied: false))
        }
        self.init(
            line: line, columns: columns, delimiter: CSVDialect.delimiters[0],
            hasReturns: bytes.contains(.carriageReturn),
            bytes: bytes, copied: [], fields: fields)
    }
}

/// Where a field's text lies: in the bytes read, or, where these had to be changed, in a copy.
struct CSVField: Sendable {
    var start: Int
    var end: Int
    var isCopied: Bool
    var isEmpty: Bool { start == end }
}

/// What reading a table brings, in file order: the header once, then rows; notes in between.
package enum CSVEvent: Sendable {
    case header(CSVHeader)
    case row(CSVRow)
    case note(Diagnostic)
}
