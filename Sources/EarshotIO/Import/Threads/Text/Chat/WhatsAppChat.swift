import EarshotCore

/// Reads a chat that WhatsApp exported as text: one thread, of which each line that begins with date, time and name is a
/// comment that runs to the next such line.
///
/// The file is read twice: for the order of day and month and the group's name, then for the messages. What WhatsApp itself
/// says in the chat is passed over. Somebody who shows as a telephone number is kept under a number made of it.
struct WhatsAppChat: ThreadImporter {
    var format: FileFormat { FileFormat(name: "whatsapp-chat", title: "WhatsApp chat (exported text)") }

    /// Lines above the first message that may be something else, chosen.
    private static let preface = 3
    /// The longest message, in bytes: WhatsApp allows 65,536 characters.
    private static let limit = 1 << 20

    func recognises(_ head: FileHead) -> Bool {
        guard !head.isZip, head.markup == nil else { return false }
        let decoded = TextEncoding.decode(Array(head.bytes.prefix(32 << 10))).text
        var seen = 0
        for line in TextLines.all(in: String(decoding: decoded, as: UTF8.self)) where !line.isBlank {
            if let found = ChatLine(line.bytes) {
                if ChatMessage.name(in: found.rest) != nil || seen < Self.preface { return isChat(found, in: decoded) }
            }
            seen += 1
            guard seen <= Self.preface else { return false }
        }
        return false
    }

    /// At least one line has a name, and nothing in the first shows a table.
    private func isChat(_ first: ChatLine, in head: [UInt8]) -> Bool {
        var lines = 0
        for line in TextLines.all(in: String(decoding: head.prefix(8 << 10), as: UTF8.self)) {
            guard let found = ChatLine(line.bytes) else { continue }
            lines += 1
            if ChatMessage.name(in: found.rest) != nil { return true }
        }
        return lines >= 2
    }

    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        var survey = ChatSurvey(path: context.path)
        var lines = TextLines(file, path: context.path)
        while let line = try lines.next() { survey.add(line) }
        guard survey.count > 0 else {
            throw Diagnostic(.error, "The chat holds no messages", at: context.path, mend: "Export it again")
        }
        let said = TableDefaults(context.columns)
        var thread = survey.thread()
        if thread.title.isEmpty { thread.title = said.title }
        if thread.place.isEmpty { thread.place = said.place }
        try emit(.thread(thread))
        let (order, isGuess) = survey.order.order(dayFirst: said.dayFirst)
        for note in notes(survey, isGuess, context.path) { try emit(.note(note)) }
        var writer = Writer(thread: thread.id, order: order, context: context)
        var open: (message: ChatLine, more: [UInt8], line: Int)?
        lines = TextLines(file, path: context.path)
        while let line = try lines.next() {
            if let message = ChatLine(line.bytes) {
                if let open { try writer.write(open.message, open.more, open.line, emit) }
                open = (message, [], line.number)
            } else if (open?.more.count ?? 0) <= Self.limit {
                open?.more.append(10)
                open?.more.append(contentsOf: line.bytes)
            }
        }
        if let open { try writer.write(open.message, open.more, open.line, emit) }
        try writer.finish(emit)
        for note in lines.notes() { try emit(.note(note)) }
        try emit(.total(survey.count))
    }

    private func notes(_ survey: ChatSurvey, _ isGuess: Bool, _ path: String) -> [Diagnostic] {
        var notes = [
            Diagnostic(
                .note, "This is the chat of a closed group", at: path,
                mend: "Make sure that the group has agreed to its use")
        ]
        if isGuess {
            notes.append(
                Diagnostic(
                    .warning, "Whether day or month comes first cannot be told from the file; the day is read first",
                    at: "\(path):\(survey.firstLine)",
                    mend: "Where the month comes first, say so in meeting.yaml (files: date_order: month-first)"))
        }
        if survey.stray.count > 0 {
            let what = survey.stray.count == 1 ? "1 line stands" : "\(survey.stray.count) lines stand"
            notes.append(
                Diagnostic(
                    .note, "\(what) above the first message, not read", at: "\(path):\(survey.stray.firstLine)"))
        }
        return notes
    }

    /// Makes comments of messages.
    private struct Writer {
        let thread: DiscussionThread.ID
        let order: ChatDateOrder.Order
        let context: ImportContext
        private var ids = CommentIDs()
        private var system = Tally()
        private var undated = Tally()

        init(thread: DiscussionThread.ID, order: ChatDateOrder.Order, context: ImportContext) {
            self.thread = thread
            self.order = order
            self.context = context
        }

        mutating func write(
            _ line: ChatLine, _ more: [UInt8], _ number: Int, _ emit: (ImportedRecord) throws -> Void
        ) throws {
            let below = String(decoding: more, as: UTF8.self)
            guard let message = ChatMessage(line.rest, below), message.kind != .system else {
                return system.add(number)
            }
            guard more.count <= WhatsAppChat.limit else {
                let what = Diagnostic(
                    .warning, "The message is longer than any that WhatsApp allows; it is skipped",
                    at: "\(context.path):\(number)", mend: "Look whether another file was pasted below the chat")
                return try emit(.skipped(what))
            }
            let local = ChatDateOrder.local(line, order)
            if local == nil { undated.add(number) }
            let id = ids.id(
                given: "", thread: thread, author: message.author ?? "", posted: line.stamp, text: message.words,
                line: number)
            guard let id else { return }
            try emit(
                .comment(
                    ThreadComment(
                        id: id, thread: thread, author: message.author,
                        posted: local.map { Dates.moment(of: $0, zone: context.timeZone) }, text: message.words,
                        state: message.kind == .deleted ? .deleted : message.words.isEmpty ? .empty : .visible)))
        }

        func finish(_ emit: (ImportedRecord) throws -> Void) throws {
            if system.count > 0 {
                let lines = system.count == 1 ? "1 line" : "\(system.count) lines"
                let what = Diagnostic(
                    .note, "\(lines) of WhatsApp's own passed over: who joined or left, changes of the group",
                    at: "\(context.path):\(system.firstLine)")
                try emit(.passedOver(what, records: system.count))
            }
            if undated.count > 0 {
                let what = undated.count == 1 ? "1 message has" : "\(undated.count) messages have"
                try emit(
                    .note(
                        Diagnostic(
                            .warning, "\(what) a date that no calendar has", at: "\(context.path):\(undated.firstLine)",
                            mend: "Look whether its date_order in meeting.yaml is right")))
            }
        }
    }
}
