import EarshotCore

/// Reads comments out of a table's rows, wherever the rows come from: a CSV file, or a sheet of a spreadsheet.
///
/// The rows are asked for twice: once for the beginning, by which the table's kind, columns and order of day and month
/// are told, and once to be read. Neither holds more than a few rows.
enum TableThreads {
    /// Hands over the records, all but the total, and answers how many records the rows hold.
    /// - Parameters:
    ///   - kind: `nil` to tell it from the header.
    ///   - sheet: The name of one sheet among several; its rows without a thread of their own make a thread so called.
    ///   - events: Hands over the header and the rows from the first one on, every time it is called; must let through
    ///     what its argument throws. Of the notes only those of the last reading are handed on.
    static func read(
        context: ImportContext, kind: (any TableKind)? = nil, sheet: String = "",
        emit: (ImportedRecord) throws -> Void,
        events: ((CSVEvent) throws -> Void) throws -> Void
    ) throws -> Int {
        var beginning = TableBeginning()
        var isWhole = true
        do {
            try events { try beginning.take($0) }
        } catch is TableBeginning.Enough {
            isWhole = false
        }
        guard let first = beginning.header else {
            throw Diagnostic(
                .error, "The table is empty", at: context.path,
                mend: "Save it with its header row and the comments below")
        }
        var head = TableHead(header: first, rows: beginning.rows)
        head.isWhole = isWhole
        let kind = kind ?? TableKinds.kind(of: head)
        let shape = try kind.shape(head, path: context.path)
        let map = try ColumnMap(
            header: head.header, wanted: context.columns, path: context.path, shape: shape, head: head)
        var order = DateOrder(map: map, said: TableDefaults(context.columns).dayFirst, usual: shape.dayFirst)
        try order.look(head: head, events: events)
        // What an officer chose was not told by what the columns hold.
        let told = kind is SurveyAnswers && context.columns[CommentColumn.text.name] != nil ? [] : shape.notes
        for note in told + map.notes + order.notes(context.path) { try emit(.note(note)) }
        var table = CommentsTable(map: map, context: context, shape: shape, sheet: sheet)
        table.dayFirst = order.dayFirst
        var passed = head.preamble + shape.headings
        // `events` and `emit` come from outside and may not be given to one another as they are.
        try withoutActuallyEscaping(emit) { emit in
            try events { event in
                switch event {
                case .header: break
                case .row(let row):
                    guard passed == 0 else {
                        passed -= 1
                        return
                    }
                    try table.take(row, emit)
                case .note(let note): try emit(.note(note))
                }
            }
        }
        try table.finish(emit)
        return table.total
    }
}
