import EarshotCore

/// Turns the rows of a comments table into records.
struct CommentsTable {
    private let map: ColumnMap
    private let context: ImportContext
    private var threads = RowThreads()
    private var ids = CommentIDs()
    private var lastTime = (text: "", moment: Timestamp?.none)

    private var rows = 0
    private var notes = TableNotes()

    init(map: ColumnMap, context: ImportContext) {
        self.map = map
        self.context = context
    }

    mutating func take(_ row: CSVRow, _ emit: (ImportedRecord) throws -> Void) throws {
        guard !(0..<max(row.columns, row.count)).allSatisfy(row.isBlank) else {
            return notes.add(.blank, line: row.line)
        }
        rows += 1
        if row.count < row.columns {
            if let text = map[.text], row.count <= text { return try emit(.skipped(textless(row))) }
            notes.add(.short, line: row.line)
        }
        let thread = try threads.thread(of: row, map: map, path: context.path, emit)
        let text = self.text(row)
        let author = self.author(row)
        let written = time(row)
        let id = ids.id(
            given: field(.commentID, row), thread: thread, author: author, posted: written, text: text, line: row.line)
        guard let id else { return }
        var comment = ThreadComment(id: id, thread: thread, text: text)
        let parent = field(.parentID, row)
        comment.parent = parent.isEmpty || parent == thread.rawValue ? nil : ThreadComment.ID(parent)
        comment.author = author.isEmpty ? nil : author
        comment.posted = moment(written, row.line)
        let url = field(.url, row)
        comment.url = url.isEmpty ? nil : url
        comment.ward = field(.ward, row)
        judge(&comment, row)
        try emit(.comment(comment))
    }

    /// What the person should know once the whole file is read.
    func summary() -> [Diagnostic] {
        var notes = notes
        notes.set(.repeat, ids.repeats)
        notes.set(.clash, ids.clashes)
        let empty = Diagnostic(.warning, "The table has a header and no rows", at: context.path)
        return threads.summary(path: context.path) + notes.diagnostics(path: context.path) + (rows == 0 ? [empty] : [])
    }

    private func textless(_ row: CSVRow) -> Diagnostic {
        let fields = row.count == 1 ? "1 field" : "\(row.count) fields"
        return Diagnostic(
            .warning, "The row has \(fields), the header \(row.columns), and none of them is the text; it is skipped",
            at: "\(context.path):\(row.line)", mend: "Put text that holds line breaks in quotation marks")
    }

    // MARK: - Values

    private func field(_ column: CommentColumn, _ row: CSVRow) -> String {
        map[column].map { row.trimmed($0) } ?? ""
    }

    /// Where the text is the last column, fields beyond it are most likely text with a delimiter that nobody quoted.
    private mutating func text(_ row: CSVRow) -> String {
        let text = field(.text, row)
        guard row.count > row.columns else { return text }
        let surplus = row.extra.reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed()
        guard !surplus.isEmpty else { return text }
        guard map[.text] == row.columns - 1 else {
            notes.add(.long, line: row.line)
            return text
        }
        notes.add(.joined, line: row.line)
        let delimiter = String(UnicodeScalar(row.delimiter))
        return SheetByline.trimmed(([row[row.columns - 1]] + surplus).joined(separator: delimiter))
    }

    private mutating func author(_ row: CSVRow) -> String {
        let name = field(.author, row)
        guard name.utf8.contains(UInt8(ascii: "@")) else { return name }
        guard let at = name.firstIndex(of: "@"), at != name.startIndex, name[at...].contains(".") else { return name }
        notes.add(.address, line: row.line)
        return "account-" + StableHash.of(name.lowercased()).hex
    }

    private func time(_ row: CSVRow) -> String {
        let text = field(.postedAt, row)
        guard let clock = map.clock, !row.isBlank(clock), !text.isEmpty else { return text }
        return "\(text) \(row.trimmed(clock))"
    }

    private mutating func moment(_ text: String, _ line: Int) -> Timestamp? {
        guard !text.isEmpty else { return nil }
        if text != lastTime.text { lastTime = (text, Dates.moment(text, zone: context.timeZone)) }
        if lastTime.moment == nil { notes.add(.time, line: line) }
        return lastTime.moment
    }

    private mutating func judge(_ comment: inout ThreadComment, _ row: CSVRow) {
        let likes = field(.likes, row)
        if !likes.isEmpty {
            comment.likes = CommentValues.likes(likes)
            if comment.likes == nil { notes.add(.likes, line: row.line) }
        }
        let position = field(.position, row)
        if !position.isEmpty {
            let known = CommentValues.position(position)
            comment.declaredPosition = known ?? nil
            if known == nil { notes.add(.position, line: row.line) }
        }
        if map[.moderation] != nil {
            let state = CommentValues.state(field(.moderation, row), column: map.moderationName)
            comment.state = state ?? .visible
            if state == nil { notes.add(.moderation, line: row.line) }
        }
        if comment.state == .deleted, !comment.text.isEmpty {
            notes.add(.deleted, line: row.line)
            comment.text = ""
        } else if comment.state == .visible, comment.text.isEmpty {
            comment.state = .empty
        }
    }
}

extension CSVRow {
    /// The field without white space at its ends, every line end in it one line feed.
    func trimmed(_ column: Int) -> String {
        let text = self[column]
        let bytes = text.utf8.span
        guard bytes.count > 0 else { return text }
        let first = bytes[0]
        let last = bytes[bytes.count - 1]
        guard first <= 32 || last <= 32 || first >= 0xC2 || last >= 0x80 || hasReturns else { return text }
        var out = String(text.drop(while: \.isWhitespace))
        while out.last?.isWhitespace == true { out.removeLast() }
        return hasReturns ? out.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : out
    }
}
