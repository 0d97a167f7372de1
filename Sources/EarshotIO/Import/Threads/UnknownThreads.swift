import EarshotCore

/// What is said of a file of threads that no importer knows: what kind of file it is, which formats of that kind are
/// read, and what to do instead.
enum UnknownThreads {
    /// A kind of file that is told from its first bytes.
    private enum Kind {
        case json, markup, savedPage, richText, zip, oldOffice, pdf, picture, compressed, mailStore, binary, text
    }

    private static let template =
        "the CSV template: a header row thread_title, author, posted_at, text (only text is needed), then a comment a row"

    static func diagnostic(for head: FileHead, path: String) -> Diagnostic {
        let kind = kind(of: head)
        return Diagnostic(.error, message(kind), at: path, mend: mend(kind))
    }

    private static func kind(of head: FileHead) -> Kind {
        func begins(_ bytes: UInt8...) -> Bool { head.bytes.starts(with: bytes) }
        if head.isZip || begins(0x50, 0x4B, 0x05, 0x06) { return .zip }
        if begins(0xD0, 0xCF, 0x11, 0xE0) { return .oldOffice }
        if begins(0x21, 0x42, 0x44, 0x4E) { return .mailStore }
        if begins(0x1F, 0x8B) || begins(0x42, 0x5A, 0x68) || begins(0x37, 0x7A, 0xBC, 0xAF) || begins(0x52, 0x61, 0x72)
            || begins(0xFD, 0x37, 0x7A, 0x58) || begins(0x28, 0xB5, 0x2F, 0xFD)
        {
            return .compressed
        }
        if isPicture(head.bytes) { return .picture }
        if head.text.hasPrefix("%pdf") { return .pdf }
        if head.text.hasPrefix("{\\rtf") { return .richText }
        if head.bytes.contains(0), TextEncoding.detect(head.bytes.span).encoding == .utf8 { return .binary }
        if MailHead.isSavedPage(head) { return .savedPage }
        if head.markup != nil { return .markup }
        if head.json != nil { return .json }
        return .text
    }

    /// PNG, JPEG, GIF, TIFF, BMP, WebP; HEIC, AVIF and video by the box that they begin with.
    private static func isPicture(_ bytes: [UInt8]) -> Bool {
        let starts: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0],
            [0x4D, 0x4D, 0, 0x2A],
        ]
        if starts.contains(where: { bytes.starts(with: $0) }) { return true }
        guard bytes.count >= 12 else { return false }
        let box = Array(bytes[4..<8])
        return box == Array("ftyp".utf8)
            || (bytes.starts(with: Array("RIFF".utf8)) && Array(bytes[8..<12]) == Array("WEBP".utf8))
    }

    private static func message(_ kind: Kind) -> String {
        let none = "The file is in none of the formats read here"
        return switch kind {
        case .json: none + listed("JSON", ThreadImporters.json)
        case .markup: none + listed("web pages and XML", ThreadImporters.markup)
        case .zip: none + listed("Office files and zip archives", ThreadImporters.office)
        case .text: none + listed("text", ThreadImporters.text)
        case .savedPage: "\(none): it is a web page saved as one file (MHTML)"
        case .richText: "\(none): it is a rich-text document (RTF)"
        case .oldOffice: "\(none): it is an Office or Outlook file of the old kind (.doc, .xls, .msg)"
        case .pdf: "\(none): it is a PDF"
        case .picture: "\(none): it is a picture or a video"
        case .compressed: "\(none): it is compressed"
        case .mailStore: "\(none): it is an Outlook mail store (.pst)"
        case .binary: "\(none): it is no text file"
        }
    }

    /// "; from JSON they are: Reddit thread (JSON); Discourse topic (JSON)".
    private static func listed(_ kind: String, _ importers: [any ThreadImporter]) -> String {
        guard !importers.isEmpty else { return "" }
        return "; from \(kind) they are: \(importers.map(\.format.title).joined(separator: "; "))"
    }

    private static func mend(_ kind: Kind) -> String {
        switch kind {
        case .json:
            "Save it from where it comes in one of these, or as CSV; or bring the comments into \(template)"
        case .markup:
            "Look whether the site offers one of these, or CSV; or bring the comments into \(template)"
        case .savedPage: "Save the page again as \"Webpage, HTML only\", or bring the comments into \(template)"
        case .richText:
            "Open it and save it as plain text, typed as \"Name, date: words\", or bring the comments into \(template)"
        case .zip:
            "Save a Word document as plain text, typed as \"Name, date: words\"; unpack a zip file and import what is in "
                + "it; or bring the comments into \(template)"
        case .oldOffice:
            "Open it and save it as plain text, .xlsx or CSV, a mail as .eml; or bring the comments into \(template)"
        case .pdf: "Ask for the data behind it, or bring the comments into \(template)"
        case .picture: "Ask for the words as a file, or type them as a sheet: \"Name, date: text\"; or use \(template)"
        case .compressed: "Unpack it, and import the file that comes out"
        case .mailStore: "Export the folder from Outlook as .mbox or its mails as .eml, or use \(template)"
        case .binary: "Save what it shows as text or CSV, or bring the comments into \(template)"
        case .text: "Bring the comments into \(template)"
        }
    }
}
