import EarshotCore

/// The second reading of a file of mail: messages become comments, in file order.
struct MailReader {
    /// Messages in the file.
    private(set) var count = 0

    private let index: MailIndex
    private let threads: MailThreads
    private let context: ImportContext
    private let tag: String
    private var header = MailHeader()
    private var isOpen = false
    private var body: MailBody?
    private var envelope: ArraySlice<UInt8> = []
    private var line = 0
    private var told: Set<Int> = []

    private var attachments = Tally()
    private var inner = Tally()
    private var cut = Tally()
    private var undated = Tally()
    private var passed: [MailIndex.Fate: Tally] = [:]
    private var charsets: [String: Int] = [:]

    init(index: MailIndex, context: ImportContext) {
        self.index = index
        self.context = context
        threads = MailThreads(index)
        tag = index.listTag
    }

    mutating func take(_ event: MailEvent, _ emit: (ImportedRecord) throws -> Void) throws {
        switch event {
        case .start(let envelope, let line):
            try close(emit)
            (self.envelope, self.line) = (envelope, line)
            header = MailHeader()
            isOpen = true
            body = nil
        case .line(let line):
            if body != nil {
                body?.push(line)
            } else if isOpen {
                guard !Self.isHeader(line, &header) else { return }
                body = MailBody(header)
                if !line.isEmpty { body?.push(line) }
            }
        }
    }

    /// Takes a line into the header; answers false where the header ends.
    static func isHeader(_ line: ArraySlice<UInt8>, _ header: inout MailHeader) -> Bool {
        if line.allSatisfy({ $0 <= 32 }) { return header.count == 0 && line.isEmpty }
        return header.take(line)
    }

    /// What is to be told of the whole file.
    mutating func finish(_ emit: (ImportedRecord) throws -> Void) throws {
        try close(emit)
        for fate in [MailIndex.Fate.again, .automatic, .removed] {
            guard let tally = passed[fate] else { continue }
            let what = Diagnostic(.note, Self.message(fate, tally.count), at: "\(context.path):\(tally.firstLine)")
            try emit(.passedOver(what, records: tally.count))
        }
        for note in notes() { try emit(.note(note)) }
    }

    private static func message(_ fate: MailIndex.Fate, _ count: Int) -> String {
        let messages = count == 1 ? "1 message" : "\(count) messages"
        return switch fate {
        case .again: "\(messages) with the id, date and subject of another, counted once"
        case .automatic: "\(messages) passed over: automatic replies or reports of the mail system"
        default: "\(messages) passed over: deleted in the mail program, or its own notes"
        }
    }

    private func notes() -> [Diagnostic] {
        func note(_ tally: Tally, _ one: String, _ many: String, mend: String = "") -> Diagnostic? {
            guard tally.count > 0 else { return nil }
            let text = tally.count == 1 ? "1 \(one)" : "\(tally.count) \(many)"
            return Diagnostic(.note, text, at: "\(context.path):\(tally.firstLine)", mend: mend)
        }
        var strays = Tally()
        if threads.strays > 0 { strays.add(1, threads.strays) }
        var notes = [
            note(attachments, "attached file is not read", "attached files are not read"),
            note(
                inner, "message inside another (a digest, a mail sent on) is not read",
                "messages inside others (digests, mail sent on) are not read",
                mend: "Ask for the list's archive, in which each message stands by itself"),
            note(
                cut, "message is longer than 4 MB; its end is not read",
                "messages are longer than 4 MB; their ends are not read"),
            note(undated, "message has no date that can be read", "messages have no date that can be read"),
            note(
                strays, "message answers one that is not in the file", "messages answer ones that are not in the file",
                mend: "Import the earlier months of the archive too"),
        ].compactMap { $0 }
        for (charset, count) in charsets.sorted(by: { $0.key < $1.key }) {
            let text = "\(count) \(count == 1 ? "message is" : "messages are") in a character set that is not read here"
            notes.append(
                Diagnostic(
                    .warning, "\(text) (\(charset)); some letters may be wrong", at: context.path,
                    mend: "Save them from the mail program as UTF-8"))
        }
        return notes
    }

    // MARK: - One message

    private mutating func close(_ emit: (ImportedRecord) throws -> Void) throws {
        guard isOpen else { return }
        let number = count
        count += 1
        guard number < index.messages.count else { return }
        let message = index.messages[number]
        guard message.fate == .comment else {
            if message.fate == .headless {
                let what = Diagnostic(
                    .warning, "The message has no header; it is skipped", at: "\(context.path):\(line)",
                    mend: "Export the archive again")
                try emit(.skipped(what))
            } else {
                passed[message.fate, default: Tally()].add(line)
            }
            return
        }
        let opener = threads.opener(of: number)
        let id = DiscussionThread.ID("mail:" + Self.hex(threads.origin(of: opener)))
        if told.insert(opener).inserted { try emit(.thread(thread(opener, id))) }
        try emit(.comment(comment(number, in: id)))
    }

    private func thread(_ opener: Int, _ id: DiscussionThread.ID) -> DiscussionThread {
        let message = index.messages[opener]
        let title = MailSubject.title(index.titles[Int(message.subject)], without: tag)
        let places = [index.places[Int(message.place)], tag, TableDefaults(context.columns).place]
        return DiscussionThread(id: id, title: title, place: places.first { !$0.isEmpty } ?? "", network: "email")
    }

    private mutating func comment(_ number: Int, in thread: DiscussionThread.ID) -> ThreadComment {
        var body = self.body ?? MailBody(header)
        let content = body.finish()
        if content.attachments > 0 { attachments.add(line, content.attachments) }
        if content.messages > 0 { inner.add(line, content.messages) }
        if content.isCut { cut.add(line) }
        if !content.strangeCharset.isEmpty { charsets[content.strangeCharset, default: 0] += 1 }
        let posted =
            MailDate.moment(header["date"], zone: context.timeZone) ?? MailDate.envelope(MailHead.text(envelope))
        if posted == nil { undated.add(line) }
        let text = OwnWords.of(content.text, isHTML: content.isHTML)
        let isSpam =
            header["x-spam-flag"].lowercased().hasPrefix("yes")
            || header.words("x-gmail-labels").lowercased().split(separator: ",").contains("spam")
        return ThreadComment(
            id: ThreadComment.ID(Self.hex(index.messages[number].key)), thread: thread,
            parent: threads.parent(of: number).map { ThreadComment.ID(Self.hex(index.messages[$0].key)) },
            author: MailAddress.author(header["from"]), posted: posted, text: text,
            kind: threads.isOpening(number) ? .opening : .reply,
            state: text.isEmpty ? .empty : isSpam ? .hidden : .visible)
    }

    private static func hex(_ key: UInt64) -> String {
        let digits = String(key, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
