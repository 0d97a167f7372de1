import EarshotCore

/// Reads mail: an mbox file (the archive of a mailing list, a Google group, a mail program's folder) or one message.
///
/// The file is read twice: its headers for the threads, then its bodies in order. A message's id is a number made of its
/// Message-ID. Whoever shows a name is known by it, whoever does not by a number made of the address; addresses
/// and the computers that a message went through are read into nothing.
struct MailArchive: ThreadImporter {
    var format: FileFormat { FileFormat(name: "mail", title: "E-mails (mbox, eml)") }

    func recognises(_ head: FileHead) -> Bool {
        guard !head.isZip, head.json == nil, head.markup == nil else { return false }
        return MailHead.isMailbox(head) || MailHead.isMessage(head)
    }

    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        var index = MailIndex()
        var header = MailHeader()
        var isOpen = false
        _ = try MailSplitter.read(file, path: context.path) { event in
            switch event {
            case .start:
                if isOpen { index.add(header) }
                header = MailHeader()
                isOpen = true
            case .line(let line):
                // Once the header is over, the rest of the message is passed by.
                if !header.isClosed { header.isClosed = !MailReader.isHeader(line, &header) }
            }
        }
        if isOpen { index.add(header) }
        var reader = MailReader(index: index, context: context)
        let notes = try MailSplitter.read(file, path: context.path) { try reader.take($0, emit) }
        try reader.finish(emit)
        for note in notes { try emit(.note(note)) }
        try emit(.total(reader.count))
    }
}
