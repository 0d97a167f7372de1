import EarshotCore

/// Reads a table piece by piece: pieces of any size in, header, rows and notes out. Memory stays bounded by the longest
/// row, which may have 16 MiB.
///
/// Read are: fields parted by comma, semicolon, tab or `|`; UTF-8, UTF-16 and Windows-1252; any line ends; Excel's
/// `sep=;` line; ragged rows; stray quotes. Blank lines are passed over. Whatever had to be guessed is noted.
package struct CSVReader {
    /// The longest row, in bytes, before something must be wrong (chosen, not derived).
    package static let rowLimit = 16 << 20

    let path: String
    private let limit: Int
    private var encoding: TextEncoding?
    private var transcoder: UTF16Transcoder?
    private var scanner: CSVScanner?
    private var buffer: [UInt8] = []
    private var position = 0
    private var line = 1
    private var columns = 0
    private var notes: CSVNotes
    private let delimiter: UInt8?

    /// - Parameters:
    ///   - path: As notes show it.
    ///   - rowLimit: The longest row, in bytes.
    ///   - tellsRaggedRows: Whether rows with fewer or more fields than the header are noted here; false where the rows'
    ///     reader does so, who knows which fields matter.
    ///   - delimiter: What parts the fields; `nil` to tell it from the file's beginning.
    package init(
        path: String, rowLimit: Int = CSVReader.rowLimit, tellsRaggedRows: Bool = true, delimiter: UInt8? = nil
    ) {
        self.path = path
        self.delimiter = delimiter
        limit = rowLimit
        notes = CSVNotes(path: path, tellsRaggedRows: tellsRaggedRows)
    }

    /// Reads a whole file. Throws a `Diagnostic` where it cannot be read on, or whatever `emit` throws.
    package static func read(
        _ file: SourceFile, path: String, tellsRaggedRows: Bool = true, delimiter: UInt8? = nil,
        emit: (CSVEvent) throws -> Void
    ) throws {
        var reader = CSVReader(path: path, tellsRaggedRows: tellsRaggedRows, delimiter: delimiter)
        try file.forEachChunk { try reader.push($0, emit: emit) }
        try reader.finish(emit: emit)
    }

    package mutating func push(_ chunk: [UInt8], emit: (CSVEvent) throws -> Void) throws {
        if encoding == nil {
            buffer += chunk
            guard buffer.count >= FileHead.limit else { return }
            start()
        } else if transcoder != nil {
            transcoder?.feed(chunk[...], into: &buffer)
        } else {
            buffer += chunk
        }
        try drain(isLast: false, emit: emit)
        let done = position
        buffer.removeSubrange(..<done)
        scanner?.moveBack(by: done)
        position = 0
    }

    package mutating func finish(emit: (CSVEvent) throws -> Void) throws {
        if encoding == nil { start() }
        transcoder?.finish(into: &buffer)
        try drain(isLast: true, emit: emit)
        for note in notes.summary() { try emit(.note(note)) }
    }

    /// Tells the encoding from the bytes kept so far.
    private mutating func start() {
        let (found, mark) = TextEncoding.detect(buffer.span)
        encoding = found
        guard found != .utf8 else { return buffer.removeSubrange(..<mark) }
        let bytes = buffer[mark...]
        buffer = []
        transcoder = UTF16Transcoder(bigEndian: found == .utf16BigEndian)
        transcoder?.feed(bytes, into: &buffer)
    }

    // MARK: - Rows

    private mutating func drain(isLast: Bool, emit: (CSVEvent) throws -> Void) throws {
        var scanner = self.scanner ?? begin(isLast: isLast)
        defer { self.scanner = scanner }
        while position < buffer.count {
            switch scanner.scan(buffer.span, from: position, isLast: isLast) {
            case .row(let next):
                try deliver(&scanner, to: next, emit)
                line += scanner.lineBreaks
                position = next
                scanner.forgetLiterals()
            case .stray(let quote):
                try notes.strayQuote(line: line(of: quote), emit)
                scanner.treatAsText(quote)
            case .unclosed(let quote) where isLast || buffer.count - position > limit:
                let rows = CSVScanner.looksLikeRows(
                    buffer.span, after: quote, to: buffer.count, delimiter: scanner.delimiter, columns: columns)
                try notes.unclosedQuote(line: line(of: quote), isRows: rows || !isLast, emit)
                if rows || !isLast {
                    scanner.treatAsText(quote)
                } else {
                    buffer.append(.quote)
                }
            case .unclosed, .incomplete:
                guard buffer.count - position <= limit else {
                    throw Diagnostic(
                        .error, "The row is longer than \(limit >> 20) MB", at: "\(path):\(line)",
                        mend: "Check that the file is a table with one comment a row")
                }
                return
            }
        }
    }

    private mutating func begin(isLast: Bool) -> CSVScanner {
        let dialect = CSVDialect.detect(buffer.span, isWhole: isLast)
        position = dialect.declaration
        if position > 0 { line += 1 }
        return CSVScanner(delimiter: delimiter ?? dialect.delimiter)
    }

    private mutating func deliver(
        _ scanner: inout CSVScanner, to next: Int, _ emit: (CSVEvent) throws -> Void
    ) throws {
        guard !scanner.isBlank else { return }
        let isUTF8 = TextEncoding.isUTF8(buffer.span, position..<next)
        if scanner.zeros > 0 || !isUTF8 {
            notes.zeros(scanner.zeros, line: line)
            if scanner.mendFields(buffer.span) { notes.mended(line: line) }
        }
        if scanner.hasJunk { try notes.junk(line: line, emit) }
        let row = CSVRow(
            line: line, columns: columns == 0 ? scanner.fields.count : columns, delimiter: scanner.delimiter,
            hasReturns: scanner.hasReturns, bytes: buffer, copied: scanner.copied, fields: scanner.fields)
        if columns == 0 {
            columns = row.count
            scanner.columns = columns
            try emit(.header(notes.header(of: row, emit)))
        } else {
            if row.count != columns { try notes.ragged(row, emit) }
            try emit(.row(row))
        }
    }

    /// The physical line of an offset in the row at hand.
    private func line(of offset: Int) -> Int {
        var count = line
        for i in position..<offset where buffer[i] == .lineFeed || buffer[i] == .carriageReturn {
            if buffer[i] == .lineFeed, i > position, buffer[i - 1] == .carriageReturn { continue }
            count += 1
        }
        return count
    }
}
