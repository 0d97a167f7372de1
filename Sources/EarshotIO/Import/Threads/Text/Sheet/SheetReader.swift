import EarshotCore

/// The second reading of a typed sheet: sections become threads and their lines comments, in file order.
struct SheetReader {
    /// The longest comment, in bytes (chosen, not derived).
    private static let limit = 4 << 20

    private struct Entry {
        var byline: SheetByline?
        var line: Int
        var text = ""
    }

    private let sections: [SheetSurvey.Section]
    private let context: ImportContext
    private var lines: SheetLines
    private var number = 0
    private var fields: [String: String] = [:]
    private var common: [String: String] = [:]
    private var isInFields = true
    private var afterBlank = true
    private var thread: DiscussionThread.ID?
    private var entry: Entry?
    private var ids = CommentIDs()
    /// The comments that one further in may answer, each further in than the one before.
    private var above: [(indent: Int, id: ThreadComment.ID)] = []

    init(_ survey: SheetSurvey, context: ImportContext) {
        sections = survey.sections
        self.context = context
        lines = SheetLines(zone: context.timeZone)
    }

    mutating func take(_ line: TextLines.Line, _ emit: (ImportedRecord) throws -> Void) throws {
        if let event = lines.push(line) { try take(event, emit) }
    }

    mutating func finish(_ emit: (ImportedRecord) throws -> Void) throws {
        if let event = lines.finish() { try take(event, emit) }
        try closeSection(emit)
    }

    private var section: SheetSurvey.Section { sections[min(number, sections.count - 1)] }

    private mutating func take(_ event: SheetLines.Event, _ emit: (ImportedRecord) throws -> Void) throws {
        switch event {
        case .heading:
            try closeSection(emit)
            number += 1
        case .line(let text, let line, let isBlank):
            if isInFields {
                if isBlank { return }
                if let field = SheetFields.field(text) {
                    fields[field.name] = field.value
                    return
                }
                isInFields = false
                try openThread(emit)
            }
            try take(text, line, isBlank, emit)
        }
    }

    private mutating func take(
        _ text: String, _ line: Int, _ isBlank: Bool, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        let takesName = section.takesNames && afterBlank && !isBlank
        if let byline = SheetByline.dated(text, zone: context.timeZone)
            ?? (takesName ? SheetByline.undated(text) : nil)
        {
            try closeEntry(emit)
            entry = Entry(byline: byline, line: line, text: byline.text)
        } else if !isBlank || entry != nil {
            if entry == nil { entry = Entry(byline: nil, line: line) }
            add(text)
        }
        afterBlank = isBlank
    }

    private mutating func add(_ line: String) {
        guard var entry, entry.text.utf8.count <= Self.limit else { return }
        self.entry = nil
        let isReply = (entry.byline?.indent ?? 0) > 0
        let trimmed = SheetByline.trimmed(isReply ? String(SheetByline.marksOff(line).rest) : line)
        // One blank line between paragraphs, however many the sheet has.
        if !trimmed.isEmpty || !(entry.text.utf8.suffix(2).elementsEqual([10, 10]) || entry.text.isEmpty) {
            entry.text += entry.text.isEmpty ? trimmed : "\n" + trimmed
        }
        self.entry = entry
    }

    // MARK: - Handing over

    private mutating func closeSection(_ emit: (ImportedRecord) throws -> Void) throws {
        if isInFields { try openThread(emit) }
        try closeEntry(emit)
        if section.title == nil { common = fields }
        (fields, above, thread) = ([:], [], nil)
        (isInFields, afterBlank) = (true, true)
    }

    private mutating func openThread(_ emit: (ImportedRecord) throws -> Void) throws {
        let section = section
        guard !section.isBare else { return }
        let found = made(section)
        thread = found.id
        try emit(.thread(found))
        for note in notes(section) { try emit(.note(note)) }
    }

    private mutating func closeEntry(_ emit: (ImportedRecord) throws -> Void) throws {
        guard let entry, let thread else { return }
        self.entry = nil
        guard entry.text.utf8.count <= Self.limit else {
            let what = Diagnostic(
                .warning, "The comment is longer than \(Self.limit >> 20) MB; it is skipped",
                at: "\(context.path):\(entry.line)", mend: "Begin each comment with “Name, date:”")
            return try emit(.skipped(what))
        }
        let text = SheetByline.trimmed(entry.text)
        let id = ids.id(
            given: "", thread: thread, author: entry.byline?.name ?? "", posted: entry.byline?.date ?? "", text: text,
            line: entry.line)
        guard let id else { return }
        var parent: ThreadComment.ID?
        if let indent = entry.byline?.indent {
            while let last = above.last, last.indent >= indent { above.removeLast() }
            parent = above.last?.id
            above.append((indent, id))
        }
        try emit(
            .comment(
                ThreadComment(
                    id: id, thread: thread, parent: parent, author: entry.byline?.name, posted: entry.byline?.posted,
                    text: text, kind: entry.byline == nil ? .opening : .reply,
                    state: text.isEmpty ? .empty : .visible)))
    }

    private func made(_ section: SheetSurvey.Section) -> DiscussionThread {
        func field(_ name: String) -> String { fields[name] ?? common[name] ?? "" }
        let url = fields["address"] ?? ""
        let item = field("item")
        let network = field("network").lowercased()
        let title = section.title ?? ""
        let key = url.isEmpty ? title : url
        return DiscussionThread(
            id: key.isEmpty ? .file(context.path) : .made(network: network, place: field("place"), key: key),
            title: title, url: url.isEmpty ? nil : url, place: field("place"), network: network,
            declaredItem: item.isEmpty ? nil : item)
    }

    private func notes(_ section: SheetSurvey.Section) -> [Diagnostic] {
        let place = "\(context.path):\(section.line)"
        if section.entries == 0 {
            return [
                Diagnostic(
                    .warning, "No comments stand under the heading", at: place, mend: "Begin each with “Name, date:”")
            ]
        }
        if section.bylines == 0 {
            let message = "No line begins a comment here; the text is read as one post without an author"
            return [Diagnostic(.warning, message, at: place, mend: "Begin each comment with “Name, date:”")]
        }
        if section.title == nil {
            let message = "The comments stand under no heading; they are read as one thread without a title"
            return [Diagnostic(.note, message, at: place, mend: "Put a line “# Title” above them")]
        }
        return []
    }
}
