import EarshotCore

/// Every agenda format that is read. To add one: a file beside this one, a line here, a folder of fixtures.
package enum AgendaImporters {
    /// In the order in which they are asked; a format whose marks are clearer stands before one that takes anything.
    package static let all: [any AgendaImporter] = [
        ModernGovServiceImporter(),
        ModernGovPageImporter(),
        TableAgendaImporter(),
        TextAgendaImporter(),
    ]

    /// The importer for an agenda file that begins so; `nil` where none knows it (a PDF, a picture, JSON). Any web page and
    /// any plain text has one, so that it can say what is missing.
    package static func importer(for head: FileHead) -> (any AgendaImporter)? {
        all.first { $0.recognises(head) }
    }

    /// The same, throwing a `Diagnostic` that says what to save instead where none knows the file.
    /// - Parameter path: As messages show the file: "agenda.pdf".
    package static func importer(for head: FileHead, path: String) throws -> any AgendaImporter {
        if let importer = importer(for: head) { return importer }
        let titles = all.map(\.format.title).joined(separator: "; ")
        if head.text.hasPrefix("%pdf") {
            throw Diagnostic(
                .error, "This is a PDF, and agendas are not read from PDF", at: path,
                mend: "Save the council's agenda page as HTML, or fill in the CSV agenda template")
        }
        throw Diagnostic(
            .error, head.bytes.isEmpty ? "The file is empty" : "The file is no agenda of a format that is read",
            at: path,
            mend: "Read are: \(titles)")
    }

    /// The importer for a file that may be anything, only where it is plainly an agenda: threads are typed into plain
    /// text as well.
    package static func recognised(_ head: FileHead) -> (any AgendaImporter)? {
        guard let importer = importer(for: head) else { return nil }
        if importer is ModernGovPageImporter { return AgendaHead(head).isModernGov ? importer : nil }
        if importer is TextAgendaImporter { return TextAgendaImporter.isPlainlyAgenda(head) ? importer : nil }
        return importer
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

    var isHTML: Bool {
        if start.hasPrefix("<?xml"), !text.contains("<html") { return false }
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return true }
        guard start.hasPrefix("<") else { return false }
        return text.contains("<html") || text.contains("<body") || text.contains("mgitemtable")
            || text.contains("mgaititletxt") || text.contains("<table") || text.contains("<div") || text.contains("<p")
    }

    /// The page carries the marks that every ModernGov page does.
    var isModernGov: Bool {
        ["mgmaintitletxt", "mgitemtable", "mgaititletxt", "mgsubtitletxt", "id=\"modgov\""].contains {
            text.contains($0)
        }
    }

    var isXML: Bool { start.hasPrefix("<") && !isHTML }

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
