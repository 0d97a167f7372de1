import EarshotCore

/// Reads a table with a comment a row: our CSV template, and the exports of survey, consultation and forum tools.
///
/// Only the text is required. Which header holds what is told by `meeting.yaml`, then by common names
/// (`CommentColumn`), and said in a note. Rows without a thread's id belong to the thread that their address or title
/// and item make, else to one thread a file; rows without an id get one from their content, so that importing the file
/// again changes nothing. Columns of e-mail addresses, IP addresses and phone numbers are never read.
struct CommentsCSV: ThreadImporter {
    var format: FileFormat { AnyComments().format }

    /// A known name for the text among the headers; or a table at all, which `read` then refuses by its headers unless
    /// `meeting.yaml` names the text.
    func recognises(_ head: FileHead) -> Bool {
        guard let table = TableHead(head) else { return false }
        let columns = table.keys.count
        if AnyComments().recognises(table), columns > 1 || !TypedSheet().recognises(head) { return true }
        // Tables may hold a stray zero byte; a file of no known kind that does is no text.
        let isText = !head.bytes.contains(0) || TextEncoding.detect(head.bytes.span).encoding != .utf8
        return isText && table.isRegular && !TypedSheet().recognises(head)
    }

    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        try Self.read(file, kind: nil, context: context, emit: emit)
    }

    static func read(
        _ file: SourceFile, kind: (any TableKind)?, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        let delimiter = TableDefaults(context.columns).delimiter
        let total = try TableThreads.read(context: context, kind: kind, emit: emit) { take in
            try CSVReader.read(file, path: context.path, tellsRaggedRows: false, delimiter: delimiter, emit: take)
        }
        try emit(.total(total))
    }
}
