import EarshotCore

/// Turns the rows of Go Vocal's sheets into threads and comments.
struct GoVocalThreads {
    private let context: ImportContext
    private var sheet = GoVocalSheet([], .inputs)
    private var sheetName = ""
    private var records = 0
    private var ids = CommentIDs()
    private var known: Set<DiscussionThread.ID> = []
    /// Inputs by project and title, for comments that name no id; the first of those with one title.
    private var titles: [String: DiscussionThread.ID] = [:]
    private var alike: Set<String> = []
    private var unsure = Tally()
    private var undated = Tally()

    init(context: ImportContext) { self.context = context }

    mutating func begin(_ header: CSVHeader, _ kind: GoVocalSheet.Kind, sheet name: String) {
        sheet = GoVocalSheet(header.names, kind)
        sheetName = name
    }

    mutating func take(_ row: CSVRow, _ emit: (ImportedRecord) throws -> Void) throws {
        switch sheet.kind {
        case .inputs: try takeInput(row, emit)
        case .comments: try takeComment(row, emit)
        }
    }

    mutating func finish(_ emit: (ImportedRecord) throws -> Void) throws {
        func tell(_ tally: Tally, _ severity: Diagnostic.Severity, _ message: String, _ mend: String = "") throws {
            guard tally.count > 0 else { return }
            try emit(.note(Diagnostic(severity, message, at: "\(context.path):\(tally.firstLine)", mend: mend)))
        }
        if ids.repeats.count > 0 {
            let rows = ids.repeats.count == 1 ? "A row repeats" : "\(ids.repeats.count) rows repeat"
            try emit(
                .passedOver(
                    Diagnostic(
                        .note, "\(rows) what was read before, with the same id and text",
                        at: "\(context.path):\(ids.repeats.firstLine)"), records: ids.repeats.count))
        }
        try tell(
            ids.clashes, .warning,
            "\(ids.clashes.count) rows have the id of another one; they are kept under ids of their own")
        try tell(
            unsure, .warning,
            "Several inputs have one title, and \(unsure.count) comments name only that; they stand under the first",
            "Export the comments from a newer version, which gives the inputs' ids")
        try tell(undated, .warning, "\(undated.count) times could not be read; the comments have none")
        try emit(.total(records))
    }

    // MARK: - Rows

    private mutating func takeInput(_ row: CSVRow, _ emit: (ImportedRecord) throws -> Void) throws {
        let title = sheet.title(row)
        let project = project(row)
        let id = threadID(sheet.id(row), title, project)
        let url = sheet.url(row)
        try emit(
            .thread(
                DiscussionThread(
                    id: id, title: title, url: url.isEmpty ? nil : url, place: project, network: "go vocal")))
        let isNew = known.insert(id).inserted
        let key = Self.key(project, title)
        if titles[key] == nil { titles[key] = id } else if isNew { alike.insert(key) }
        let text = sheet.text(row)
        // Without words of its own an input is only its thread's title.
        guard !text.isEmpty else { return }
        records += 1
        try emitComment(row, "input", id, text, .opening, nil, emit)
    }

    private mutating func takeComment(_ row: CSVRow, _ emit: (ImportedRecord) throws -> Void) throws {
        records += 1
        let input = sheet.input(row)
        let project = project(row)
        let key = Self.key(project, input.title)
        var thread = threadID(input.id, input.title, project)
        if input.id.isEmpty, let found = titles[key] ?? titles[Self.key("", input.title)] {
            thread = found
            if alike.contains(key) { unsure.add(row.line) }
        }
        if known.insert(thread).inserted {
            try emit(
                .thread(DiscussionThread(id: thread, title: input.title, place: project, network: "go vocal")))
        }
        let parent = sheet.parent(row)
        try emitComment(
            row, sheet.id(row), thread, sheet.text(row), .reply, parent.isEmpty ? nil : ThreadComment.ID(parent), emit)
    }

    private mutating func emitComment(
        _ row: CSVRow, _ given: String, _ thread: DiscussionThread.ID, _ text: String, _ kind: ThreadComment.Kind,
        _ parent: ThreadComment.ID?, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        let author = sheet.author(row)
        let written = sheet.posted(row)
        let id = ids.id(
            given: given, thread: thread, author: author ?? "", posted: written, text: text, line: row.line)
        guard let id else { return }
        let posted = moment(written)
        if posted == nil, !written.isEmpty { undated.add(row.line) }
        try emit(
            .comment(
                ThreadComment(
                    id: id, thread: thread, parent: parent, author: author, posted: posted, text: text,
                    url: nil, likes: sheet.likes(row), dislikes: sheet.dislikes(row), kind: kind,
                    state: text.isEmpty ? .empty : .visible)))
    }

    // MARK: - Values

    /// Newer exports have a sheet for each phase and name the project in a column all the same.
    private func project(_ row: CSVRow) -> String {
        let project = sheet.project(row)
        let usual = ["Ideas", "Comments", "Initiatives", "Inputs"]
        return project.isEmpty && !usual.contains(sheetName) ? sheetName : project
    }

    private func threadID(_ id: String, _ title: String, _ project: String) -> DiscussionThread.ID {
        if !id.isEmpty { return DiscussionThread.ID("go-vocal:\(id)") }
        return .made(network: "go vocal", place: project, key: title)
    }

    private static func key(_ project: String, _ title: String) -> String { "\(project)\u{1F}\(title)" }

    /// Dates in words are American ones: "04/23/2026 18:05:00".
    private func moment(_ text: String) -> Timestamp? {
        guard !text.isEmpty else { return nil }
        return Dates.moment(text, zone: context.timeZone, dayFirst: false)
    }
}
