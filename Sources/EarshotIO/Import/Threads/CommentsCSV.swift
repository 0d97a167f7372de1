import EarshotCore

/// Reads a table with a comment a row: our CSV template, and the exports of survey, consultation and forum tools.
///
/// Only the text is required. Which header holds what is told by `meeting.yaml`, then by common names
/// (`CommentColumn`), and said in a note. Rows without a thread's id belong to the thread that their address or title
/// and item make, else to one thread a file; rows without an id get one from their content, so that importing the file
/// again changes nothing. Columns of e-mail addresses, IP addresses and phone numbers are never read.
struct CommentsCSV: ThreadImporter {
    var format: FileFormat { FileFormat(name: "comments-csv", title: "Table of comments (CSV)") }

    /// A known name for the text among the headers; or a table at all, which `read` then refuses by its headers unless
    /// `meeting.yaml` names the text.
    func recognises(_ head: FileHead) -> Bool {
        let bytes = TextEncoding.decode(head.bytes).text
        guard let first = bytes.first(where: { $0 > 32 }), ![.brace, .bracket, .angle].contains(first) else {
            return false
        }
        let dialect = CSVDialect.detect(bytes.span, isWhole: head.isWhole)
        let table = bytes[dialect.declaration...]
        let counts = CSVDialect.fieldCounts(Array(table).span, delimiter: dialect.delimiter, isWhole: head.isWhole)
        guard let columns = counts.first, let header = Self.header(bytes) else { return false }
        if ColumnMap.namesText(header), columns > 1 || !TypedSheet().recognises(head) { return true }
        // Tables may hold a stray zero byte; a file of no known kind that does is no text.
        guard !bytes.contains(0) else { return false }
        let rows = counts.count - 1
        let alike = counts.dropFirst().filter { $0 == columns }.count
        return columns > 1 && rows > 0 && alike * 10 >= rows * 8 && !TypedSheet().recognises(head)
    }

    private static func header(_ head: [UInt8]) -> [String]? {
        try? CSVTable.read(head, path: "").header.names
    }

    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        var table: CommentsTable?
        try CSVReader.read(file, path: context.path, tellsRaggedRows: false) { event in
            switch event {
            case .header(let header):
                let map = try ColumnMap(header: header, wanted: context.columns, path: context.path)
                for note in map.notes { try emit(.note(note)) }
                table = CommentsTable(map: map, context: context)
            case .row(let row): try table?.take(row, emit)
            case .note(let note): try emit(.note(note))
            }
        }
        guard let table else {
            throw Diagnostic(
                .error, "The table is empty", at: context.path,
                mend: "Save it with its header row and the comments below")
        }
        for note in table.summary() { try emit(.note(note)) }
    }
}

extension UInt8 {
    fileprivate static let brace = UInt8(ascii: "{")
    fileprivate static let bracket = UInt8(ascii: "[")
    fileprivate static let angle = UInt8(ascii: "<")
}
