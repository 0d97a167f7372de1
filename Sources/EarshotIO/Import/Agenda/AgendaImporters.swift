import EarshotCore

/// Every agenda format that is read. To add one: a file beside this one, a line here, a folder of fixtures.
package enum AgendaImporters {
    /// Formats that are told by marks of their own, in the order in which they are asked: a file that one of them knows
    /// is an agenda, or a list of agendas, and nothing else.
    package static let marked: [any AgendaImporter] = [
        // JSON
        LegistarEvent(),
        OpenCivicEvent(),
        CivicClerkMeeting(),
        NotubizMeeting(),
        ChicagoElmsMeeting(),
        MinneapolisLimsMeeting(),
        PrimeGovMeeting(),
        PlainAgendaJSON(),
        // XML and pages
        ModernGovServiceImporter(),
        ModernGovPageImporter(),
        LegistarPageImporter(),
        EscribePageImporter(),
        BoardDocsXMLImporter(),
        BoardDocsPageImporter(),
        // Office files and calendars
        DocxAgendaImporter(),
        PDFAgendaImporter(),
        CalendarAgendaImporter(),
        WorkbookAgendaImporter(),
        // Tables and text
        TableAgendaImporter(),
    ]

    /// Formats that take whatever holds numbered items: the last resorts for a file that is given as an agenda.
    package static let lastResorts: [any AgendaImporter] = [AgendaPageImporter(), TextAgendaImporter()]

    package static var all: [any AgendaImporter] { marked + lastResorts }

    /// The importer for a file that is given as an agenda; `nil` where none knows it (a picture, a saved discussion).
    package static func importer(for head: FileHead) -> (any AgendaImporter)? {
        recognised(head) ?? lastResort(for: head)
    }

    /// The same, throwing a `Diagnostic` that says what is read and what to save instead where none knows the file.
    /// - Parameter path: As messages show the file: "agenda.pdf".
    package static func importer(for head: FileHead, path: String) throws -> any AgendaImporter {
        if let importer = importer(for: head) { return importer }
        if head.bytes.isEmpty { throw Diagnostic(.error, "The file is empty", at: path, mend: whatIsRead) }
        if let kind = head.office?.kind, let refusal = OfficeRefusal.of(kind, path: path) { throw refusal }
        if let kind = unread(head.bytes) {
            throw Diagnostic(
                .error, "This is \(kind), which is not read", at: path, mend: "Open it and save it as Word (.docx)")
        }
        if let markup = head.markup, markup.isPage, AgendaPageImporter.isDiscussion(markup) {
            throw Diagnostic(
                .error, "This is a saved discussion, not an agenda", at: path,
                mend: "Move it to the meeting's folder threads")
        }
        throw Diagnostic(.error, "The file is no agenda of a format that is read", at: path, mend: whatIsRead)
    }

    /// The importer for a file that may be anything, only where it is plainly an agenda: threads are typed into plain
    /// text as well, and saved as web pages.
    package static func recognised(_ head: FileHead) -> (any AgendaImporter)? {
        if let importer = marked.first(where: { $0.recognises(head) }) { return importer }
        let text = TextAgendaImporter()
        // A mail with a numbered list in it has a date and a subject above, as an agenda has.
        guard !MailArchive().recognises(head), !WhatsAppChat().recognises(head) else { return nil }
        return text.recognises(head) && TextAgendaImporter.isPlainlyAgenda(head) ? text : nil
    }

    /// The importer that may find items in a file of no known format, to be asked where nothing else knows the file.
    package static func lastResort(for head: FileHead) -> (any AgendaImporter)? {
        lastResorts.first { $0.recognises(head) }
    }

    /// Documents that could hold an agenda, by their first bytes.
    private static func unread(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: Array("{\\rtf".utf8)) { return "a rich-text document (RTF)" }
        // Source: [MS-CFB], header signature.
        let isOldOffice = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        return isOldOffice ? "an Office file of the old kind (.doc)" : nil
    }

    /// The formats considered, for a file that is none of them.
    static var whatIsRead: String {
        "Read are: \(all.map(\.format.title).joined(separator: "; ")). Whatever else the agenda is, type it into the "
            + "CSV agenda template (item_number,title,description,url,restricted)"
    }

    /// Names of the formats, in the order of `all`.
    package static var names: [String] { all.map(\.format.name) }
}

/// What the beginning of a file shows of its kind.
struct AgendaHead {
    let text: String
    private let bytes: [UInt8]

    init(_ head: FileHead) {
        let decoded = TextEncoding.decode(head.bytes)
        bytes = decoded.text
        text = String(decoding: decoded.text, as: UTF8.self).lowercased()
    }

    private var start: Substring { text.drop { $0.isWhitespace || $0 == "\u{FEFF}" } }

    /// Words, not a picture, an archive, a PDF or JSON.
    var isPlainText: Bool {
        if start.hasPrefix("<") || start.hasPrefix("{") || start.hasPrefix("%pdf") || start.hasPrefix("{\\rtf") {
            return false
        }
        if start.hasPrefix("pk\u{3}\u{4}") || start.hasPrefix("begin:vcalendar") || start.hasPrefix("[{") {
            return false
        }
        let controls = bytes.filter { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 && $0 != 12 }.count
        return !bytes.isEmpty && controls * 1000 <= bytes.count
    }
}
