import EarshotCore

/// Reads threads that a person typed or pasted into a plain text file: the way in for closed groups, which have no
/// export.
///
/// ```
/// # Library closing on Mondays          a heading: "# …", "Thread: …", or a line underlined with === or ---
/// Place: Derwentvale Chat               optional, as are Network:, Address: and Item:
/// Network: facebook
///
/// Ann Lee, 9 November 2026 18:04: Save our library!
/// The children need it on Mondays too.
///     Bob P, 10/11/2026: I agree.       further in (spaces, "-" or ">"): an answer to the one above
///
/// Cyril, 11 Nov 2026: What does it cost?
/// ```
/// A comment runs to the next such line or heading. A date needs a year; the time may be left out. In a thread where no
/// comment has a date, `Name:` alone begins one after a blank line. What stands under a heading before the first name
/// is read as the post that opens the thread. Places and networks given before the first heading hold for all threads.
struct TypedSheet: ThreadImporter {
    var format: FileFormat { FileFormat(name: "typed-sheet", title: "Typed sheet (plain text)") }

    func recognises(_ head: FileHead) -> Bool {
        let (text, _) = TextEncoding.decode(head.bytes)
        guard let first = text.first(where: { $0 > 32 }), first != UInt8(ascii: "{"), first != UInt8(ascii: "["),
            first != UInt8(ascii: "<"), !text.contains(0)
        else { return false }
        let threads = SheetThread.all(in: String(decoding: text, as: UTF8.self), zone: "Europe/London")
        let dated = threads.reduce(0) { $0 + $1.entries.count { $0.byline?.posted != nil } }
        return dated >= 2 || threads.contains { $0.title != nil && $0.hasBylines }
    }

    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        let (text, encoding) = TextEncoding.decode(try file.wholeBytes(limit: 64 << 20))
        if encoding == .windows1252 {
            try emit(
                .note(
                    Diagnostic(.note, "The file is not all UTF-8; the rest was read as Windows-1252", at: context.path))
            )
        }
        var ids = CommentIDs()
        var common: [String: String] = [:]
        for sheet in SheetThread.all(in: String(decoding: text, as: UTF8.self), zone: context.timeZone) {
            if sheet.title == nil { common = sheet.fields }
            if sheet.isBare { continue }
            let thread = thread(sheet, common, context.path)
            try emit(.thread(thread))
            for note in notes(sheet, context.path) { try emit(.note(note)) }
            var given: [ThreadComment.ID?] = []
            for entry in sheet.entries {
                let id = ids.id(
                    given: "", thread: thread.id, author: entry.byline?.name ?? "", posted: entry.byline?.date ?? "",
                    text: entry.text, line: entry.line)
                given.append(id)
                guard let id else { continue }
                try emit(.comment(comment(entry, id, thread.id, parent: entry.parent.flatMap { given[$0] })))
            }
        }
    }

    private func thread(_ sheet: SheetThread, _ common: [String: String], _ path: String) -> DiscussionThread {
        func field(_ name: String) -> String { sheet.fields[name] ?? common[name] ?? "" }
        let url = sheet.fields["address"] ?? ""
        let item = field("item")
        let network = field("network").lowercased()
        let title = sheet.title ?? ""
        let key = url.isEmpty ? title : url
        return DiscussionThread(
            id: key.isEmpty ? .file(path) : .made(network: network, place: field("place"), key: key),
            title: title, url: url.isEmpty ? nil : url, place: field("place"), network: network,
            declaredItem: item.isEmpty ? nil : item)
    }

    private func comment(
        _ entry: SheetThread.Entry, _ id: ThreadComment.ID, _ thread: DiscussionThread.ID, parent: ThreadComment.ID?
    ) -> ThreadComment {
        ThreadComment(
            id: id, thread: thread, parent: parent, author: entry.byline?.name, posted: entry.byline?.posted,
            text: entry.text, kind: entry.byline == nil ? .opening : .reply,
            state: entry.text.isEmpty ? .empty : .visible)
    }

    private func notes(_ sheet: SheetThread, _ path: String) -> [Diagnostic] {
        let place = "\(path):\(sheet.line)"
        if sheet.entries.isEmpty {
            return [
                Diagnostic(
                    .warning, "No comments stand under the heading", at: place, mend: "Begin each with “Name, date:”")
            ]
        }
        if !sheet.hasBylines {
            let message = "No line begins a comment here; the text is read as one post without an author"
            return [Diagnostic(.warning, message, at: place, mend: "Begin each comment with “Name, date:”")]
        }
        if sheet.title == nil {
            let message = "The comments stand under no heading; they are read as one thread without a title"
            return [Diagnostic(.note, message, at: place, mend: "Put a line “# Title” above them")]
        }
        return []
    }
}
