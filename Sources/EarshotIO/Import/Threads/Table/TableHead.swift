import EarshotCore

/// The beginning of a table, by which its kind is told and its columns are understood.
struct TableHead {
    /// Rows looked at (chosen, not derived).
    static let sample = 400

    /// As the file writes them, none empty and none twice.
    var header: CSVHeader
    /// The names, normalised: "Comment-Body " is "comment_body".
    var keys: [String]
    /// The first rows below the header.
    var rows: [[String]]
    /// Rows above the header: a report's title, the day of the export.
    var preamble: Int
    /// Whether `rows` are all the rows that the table has.
    var isWhole = true

    init(header first: CSVHeader, rows below: [[String]]) {
        let found = Self.headerRow(first.names, below)
        preamble = found ?? 0
        if let found {
            header = CSVHeader.naming(below[found - 1], line: first.line + found, path: "").0
            rows = Array(below[found...])
        } else {
            header = first
            rows = below
        }
        keys = header.names.map(CommentColumn.normalised)
    }

    /// The beginning of a file of rows; `nil` for what is plainly another kind of file.
    init?(_ head: FileHead) {
        guard !head.isZip, head.json == nil, head.markup == nil else { return nil }
        let bytes = TextEncoding.decode(head.bytes).text
        // A file of no known kind that holds zero bytes is no text; single ones are stray.
        guard let first = bytes.first(where: { $0 > 32 }), !"{[<".utf8.contains(first),
            bytes.prefix(4096).count(where: { $0 == 0 }) <= 4
        else { return nil }
        var reader = CSVReader(path: "", tellsRaggedRows: false)
        var found = TableBeginning(limit: 40)
        do {
            try reader.push(bytes) { try found.take($0) }
            if head.isWhole { try reader.finish { try found.take($0) } }
        } catch {
            // Enough rows, or a beginning that cannot be read on: what came is looked at.
        }
        guard let header = found.header else { return nil }
        self.init(header: header, rows: found.rows)
    }

    /// Whether the rows are as wide as the header, as those of a table are and lines of prose are not.
    var isRegular: Bool {
        let alike = rows.count { $0.count == keys.count }
        return keys.count > 1 && !rows.isEmpty && alike * 10 >= rows.count * 8
    }

    func has(_ names: String...) -> Bool { names.allSatisfy(keys.contains) }

    func index(_ key: String) -> Int? { keys.firstIndex(of: key) }

    /// The values of a column in the first rows, blank ones left out.
    func values(_ column: Int) -> [String] {
        rows.compactMap { row in
            guard column < row.count, row[column].contains(where: { !$0.isWhitespace }) else { return nil }
            return row[column]
        }
    }

    /// Reports put their title and date above the header. The header is then the first of the next rows that names the
    /// text and is wider than everything above it.
    private static func headerRow(_ names: [String], _ rows: [[String]]) -> Int? {
        func width(_ row: [String]) -> Int { row.count { $0.contains { !$0.isWhitespace } } }
        let first = names.count { !$0.hasPrefix("column_") }
        guard first <= 2, !ColumnMap.namesText(names) || names.count == 1 else { return nil }
        var widest = first
        for (offset, row) in rows.prefix(12).enumerated() {
            let filled = width(row)
            if filled > max(widest, 2), ColumnMap.namesText(row), !row.contains(where: { $0.count > 300 }) {
                return offset + 1
            }
            widest = max(widest, filled)
        }
        return nil
    }
}

/// Takes a table's first rows and then breaks the reading off.
struct TableBeginning {
    struct Enough: Error {}

    let limit: Int
    private(set) var header: CSVHeader?
    private(set) var rows: [[String]] = []
    private var bytes = 0

    init(limit: Int = TableHead.sample) { self.limit = limit }

    mutating func take(_ event: CSVEvent) throws {
        switch event {
        case .header(let found): header = found
        case .row(let row):
            let fields = (0..<row.count).map { row.trimmed($0) }
            bytes += fields.reduce(0) { $0 + $1.utf8.count }
            rows.append(fields)
            // Four MiB at most are held (chosen, not derived).
            if rows.count >= limit || bytes > 4 << 20 { throw Enough() }
        case .note: break
        }
    }
}
