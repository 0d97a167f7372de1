import EarshotCore

/// Turns the rows of a comments table into records.
struct CommentsTable {
    /// Whether 09/11/2026 is in November.
    var dayFirst = true
    /// Records in the rows so far: one a row, or one for each question where a survey has several.
    private(set) var total = 0

    private let map: ColumnMap
    private let context: ImportContext
    private let shape: TableShape
    private var questions: TableQuestions
    private var threads: RowThreads
    private var ids = CommentIDs()
    private var parents = DepthParents()
    private var lastTime = (text: "", moment: Timestamp?.none)
    private var rows = 0
    private var notes = TableNotes()

    /// - Parameter sheet: The name of one sheet among several.
    init(map: ColumnMap, context: ImportContext, shape: TableShape = TableShape(), sheet: String = "") {
        self.map = map
        self.context = context
        self.shape = shape
        questions = TableQuestions(map: map, shape: shape, context: context, sheet: sheet)
        threads = RowThreads(map: map, shape: shape, context: context, sheet: sheet)
    }

    mutating func take(_ row: CSVRow, _ emit: (ImportedRecord) throws -> Void) throws {
        total += map.texts.count
        guard !(0..<max(map.count, row.count)).allSatisfy(row.isBlank) else {
            return notes.add(.blank, line: row.line)
        }
        rows += 1
        if let trial = shape.trial, trial.values.contains(row.trimmed(trial.column).lowercased()) {
            return notes.add(.trial, line: row.line)
        }
        if row.count < map.count {
            if let text = map.texts.first, row.count <= text {
                return try emit(.skipped(textless(row), records: map.texts.count))
            }
            notes.add(.short, line: row.line)
        }
        if map.texts.count > 1 || questions.isSurvey {
            try takeAnswers(row, emit)
        } else {
            try takeComment(row, emit)
        }
    }

    /// What the person should know once the whole table is read.
    mutating func finish(_ emit: (ImportedRecord) throws -> Void) throws {
        notes.set(.repeat, ids.repeats)
        notes.set(.clash, ids.clashes)
        for note in threads.summary() { try emit(.note(note)) }
        for (note, records) in notes.diagnostics(path: context.path, width: map.texts.count) {
            try emit(records > 0 ? .passedOver(note, records: records) : .note(note))
        }
        if rows == 0 {
            try emit(.note(Diagnostic(.warning, "The table has a header and no rows", at: context.path)))
        }
    }

    private mutating func takeComment(_ row: CSVRow, _ emit: (ImportedRecord) throws -> Void) throws {
        let thread = try threads.thread(of: row, emit)
        let text = self.text(row)
        let author = self.author(row)
        let written = time(row)
        let given = shape.opensThreads ? "opening" : field(.commentID, row)
        let id = ids.id(given: given, thread: thread, author: author, posted: written, text: text, line: row.line)
        guard let id else { return }
        var comment = ThreadComment(id: id, thread: thread, text: text)
        comment.kind = shape.opensThreads ? .opening : .reply
        comment.parent = parent(row, id, thread)
        fill(&comment, row, author: author, written: written)
        judge(&comment, row, position: map.positions.first ?? nil)
        try emit(.comment(comment))
    }

    /// One person's answers to the questions of a survey; those left blank are counted.
    private mutating func takeAnswers(_ row: CSVRow, _ emit: (ImportedRecord) throws -> Void) throws {
        let written = time(row)
        let given = field(.commentID, row)
        var author = self.author(row)
        if author.isEmpty { author = respondent(row, given) }
        for (number, column) in map.texts.enumerated() {
            var text = row.trimmed(column)
            if shape.hasMarkup { text = TableText.plain(text) }
            if text.isEmpty, map.texts.count > 1 {
                notes.add(.unanswered, line: row.line)
                continue
            }
            let thread = try questions.thread(number, emit)
            let id = ids.id(given: given, thread: thread, author: author, posted: written, text: text, line: row.line)
            guard let id else { continue }
            var comment = ThreadComment(id: id, thread: thread, text: text)
            fill(&comment, row, author: author, written: written)
            judge(&comment, row, position: map.positions[number])
            try emit(.comment(comment))
        }
    }

    private func textless(_ row: CSVRow) -> Diagnostic {
        let fields = row.count == 1 ? "1 field" : "\(row.count) fields"
        return Diagnostic(
            .warning, "The row has \(fields), the header \(map.count), and none of them is the text; it is skipped",
            at: "\(context.path):\(row.line)", mend: "Put text that holds line breaks in quotation marks")
    }

    // MARK: - Values

    private func field(_ column: CommentColumn, _ row: CSVRow) -> String {
        map[column].map { row.trimmed($0) } ?? ""
    }

    /// Where the text is the last column, fields beyond it are most likely text with a delimiter that nobody quoted.
    private mutating func text(_ row: CSVRow) -> String {
        var text = field(.text, row)
        if text.isEmpty { text = shape.otherTexts.lazy.map { row.trimmed($0) }.first { !$0.isEmpty } ?? "" }
        if shape.hasMarkup { text = TableText.plain(text) }
        guard row.count > map.count else { return text }
        let surplus = (map.count..<row.count).map { row[$0] }.reversed().drop { $0.allSatisfy(\.isWhitespace) }
            .reversed()
        guard !surplus.isEmpty else { return text }
        guard map[.text] == map.count - 1 else {
            notes.add(.long, line: row.line)
            return text
        }
        notes.add(.joined, line: row.line)
        let delimiter = String(UnicodeScalar(row.delimiter))
        return SheetByline.trimmed(([row[map.count - 1]] + surplus).joined(separator: delimiter))
    }

    private mutating func author(_ row: CSVRow) -> String {
        let name = field(.author, row)
        guard name.utf8.contains(UInt8(ascii: "@")) else { return name }
        guard let at = name.firstIndex(of: "@"), at != name.startIndex, name[at...].contains(".") else { return name }
        notes.add(.address, line: row.line)
        return "account-" + StableHash.of(name.lowercased()).hex
    }

    /// A row is a person, also where nobody is named: the answers to several questions are one person's.
    private func respondent(_ row: CSVRow, _ given: String) -> String {
        let all = given.isEmpty ? (0..<row.count).map { row[$0] }.joined(separator: "\u{1F}") : given
        return "respondent-" + StableHash.of(context.path, all).hex
    }

    private func time(_ row: CSVRow) -> String {
        let text = field(.postedAt, row)
        guard let clock = map.clock, !row.isBlank(clock), !text.isEmpty else { return text }
        return "\(text) \(row.trimmed(clock))"
    }

    private mutating func moment(_ text: String, _ line: Int) -> Timestamp? {
        guard !text.isEmpty else { return nil }
        if text != lastTime.text {
            let found =
                Dates.moment(text, zone: context.timeZone, dayFirst: dayFirst)
                ?? Dates.spreadsheetMoment(text, zone: context.timeZone)
            lastTime = (text, found)
        }
        if lastTime.moment == nil { notes.add(.time, line: line) }
        return lastTime.moment
    }

    private mutating func parent(
        _ row: CSVRow, _ id: ThreadComment.ID, _ thread: DiscussionThread.ID
    ) -> ThreadComment.ID? {
        if let parents = shape.parents {
            guard row.trimmed(parents.kind).lowercased().hasSuffix("comment") else { return nil }
            let answered = row.trimmed(parents.id)
            return answered.isEmpty ? nil : ThreadComment.ID(answered)
        }
        let given = field(.parentID, row)
        if !given.isEmpty, given != thread.rawValue, given != "0" || map[.commentID] == nil {
            return given == id.rawValue ? nil : ThreadComment.ID(given)
        }
        guard given.isEmpty, map[.depth] != nil, let depth = Int(field(.depth, row)) else { return nil }
        return parents.parent(of: id, depth: depth, in: thread)
    }

    private mutating func fill(_ comment: inout ThreadComment, _ row: CSVRow, author: String, written: String) {
        comment.author = author.isEmpty ? nil : author
        comment.posted = moment(written, row.line)
        let url = field(.url, row)
        comment.url = url.isEmpty ? nil : url
        comment.ward = field(.ward, row)
        if map[.role] != nil { comment.role = CommentValues.role(field(.role, row)) }
        for (column, path) in [(CommentColumn.likes, \ThreadComment.likes), (.dislikes, \.dislikes)] {
            let number = field(column, row)
            guard !number.isEmpty else { continue }
            comment[keyPath: path] = CommentValues.likes(number)
            if comment[keyPath: path] == nil { notes.add(.likes, line: row.line) }
        }
    }

    private mutating func judge(_ comment: inout ThreadComment, _ row: CSVRow, position column: Int?) {
        let position = column.map { row.trimmed($0) } ?? ""
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

/// Which comment a reply answers, where a table only says how deep it stands: the last one a level up in its thread.
struct DepthParents {
    /// Threads whose last comments are known (chosen, not derived).
    private static let limit = 4096
    private static let deepest = 64

    private var last: [DiscussionThread.ID: [ThreadComment.ID]] = [:]

    mutating func parent(
        of id: ThreadComment.ID, depth: Int, in thread: DiscussionThread.ID
    ) -> ThreadComment.ID? {
        guard (0..<Self.deepest).contains(depth) else { return nil }
        if last.count >= Self.limit, last[thread] == nil { last.removeAll(keepingCapacity: true) }
        let above = last[thread, default: []].prefix(depth)
        let parent = above.count == depth ? above.last : nil
        last[thread] = above + [id]
        return parent
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
