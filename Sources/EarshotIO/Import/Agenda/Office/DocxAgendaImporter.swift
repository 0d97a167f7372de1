import EarshotCore

/// Reads an agenda out of a Word file (.docx), with the numbers that Word counts itself.
struct DocxAgendaImporter: AgendaImporter {
    /// Bytes of the document's XML, unpacked (chosen, not derived).
    static let limit = 256 << 20
    /// Paragraphs and rows; an agenda has a few hundred (chosen, not derived).
    static let blockLimit = 200_000

    let format = FileFormat(name: "agenda-docx", title: "Agenda in a Word file (.docx)")

    /// Older files of Word are known too, so that it can be said how to save them.
    func recognises(_ head: FileHead) -> Bool {
        switch head.office?.kind {
        case .document, .oldDocument: true
        default: false
        }
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        guard try file.head().office?.kind != .oldDocument else {
            throw Diagnostic(
                .error, "This is a Word file of the old kind (.doc), which is not read", at: context.path,
                mend: "Open it in Word or LibreOffice and save it as .docx")
        }
        let package = try OfficePackage(file, path: context.path)
        guard let main = try package.mainPart() else {
            throw Diagnostic(
                .error, "The file holds no Word document", at: context.path,
                mend: "Open it in Word and save it as .docx")
        }
        let links = try package.relationships(of: main)
        func tree(_ type: String) throws -> MarkupTree? {
            try links.first { $0.type == type && !$0.isExternal }.flatMap { try package.tree(of: $0.target) }
        }
        let numbering = DocxNumbering(numbering: try tree("numbering"), styles: try tree("styles"))
        let addresses = links.filter { $0.type == "hyperlink" && $0.isExternal }.map { ($0.id, $0.target) }
        var text = DocxText(addresses: Dictionary(addresses) { first, _ in first })
        let isThere = try package.events(of: main, limit: Self.limit) { event in
            text.take(event)
            if text.blocks.count > Self.blockLimit { throw Self.tooLong(context.path) }
        }
        guard isThere else {
            throw Diagnostic(
                .error, "The file holds no Word document", at: context.path,
                mend: "Open it in Word and save it as .docx")
        }
        return try TextAgenda.reading(
            DocxLines(text.blocks, numbering: numbering).lines(), context: context, tellsLines: false,
            mend: "Number the items in Word, or give each a heading, and save the file again; "
                + "or fill in the CSV agenda template")
    }

    static func tooLong(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "The document has more than \(blockLimit) paragraphs, which is no agenda", at: path,
            mend: "Save the pages with the numbered items as a file of their own")
    }
}
