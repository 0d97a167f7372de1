import EarshotCore

/// Tells agendas from threads, by content, so that a file in the wrong place is named as what it is.
enum FileKind {
    /// What a file may be that came without a place.
    enum Found {
        case agenda(any AgendaImporter)
        case threads(any ThreadImporter)
        /// Neither is plain: an agenda if it can be read as one, else what `Diagnostic` says.
        case unclear((any AgendaImporter)?, Diagnostic)
    }

    static func of(_ head: FileHead, path: String) -> Found {
        if let importer = AgendaImporters.recognised(head) { return .agenda(importer) }
        do {
            return .threads(try ThreadImporters.importer(for: head, path: path))
        } catch {
            let refusal = head.office.flatMap { OfficeRefusal.of($0.kind, path: path) }
            let diagnostic = refusal ?? error as? Diagnostic ?? Diagnostic(.error, "\(error)", at: path)
            return .unclear(AgendaImporters.importer(for: head), diagnostic)
        }
    }

    /// Reads a meeting's `agenda.*`. Throws a `Diagnostic` that says so where it plainly holds a discussion.
    static func readAgenda(_ file: SourceFile, context: ImportContext) throws -> (FileFormat, AgendaReading) {
        let head = try file.head()
        do {
            let importer = try AgendaImporters.importer(for: head, path: context.path)
            return (importer.format, try importer.read(file, context: context))
        } catch let diagnostic as Diagnostic {
            guard AgendaImporters.recognised(head) == nil,
                let threads = ThreadImporters.all.first(where: { $0.recognises(head) })
            else { throw diagnostic }
            throw Diagnostic(
                .error, "This is a saved discussion (\(threads.format.title)), not an agenda", at: context.path,
                mend: "Move it into the folder \"threads\", and save the agenda as agenda.html")
        }
    }

    /// The importer for a file of a meeting's folder "threads". Throws a `Diagnostic` that says so where it plainly is an
    /// agenda. A Word document or a PDF may hold anything: it is told how conversations can be brought in.
    static func threads(_ head: FileHead, path: String) throws -> any ThreadImporter {
        if head.office?.kind == .document || head.text.hasPrefix("%pdf") {
            return try ThreadImporters.importer(for: head, path: path)
        }
        switch of(head, path: path) {
        case .threads(let importer): return importer
        case .unclear(_, let diagnostic): throw diagnostic
        case .agenda(let agenda):
            throw Diagnostic(
                .error, "This is an agenda (\(agenda.format.title)), not a discussion", at: path,
                mend: "Save it beside the folder \"threads\" as \(agendaName(path))")
        }
    }

    /// Whether the title or the first heading of a page, or one of a text's first lines, says that it is an agenda.
    static func speaksOfAgenda(_ head: FileHead) -> Bool {
        let text = AgendaHead(head).text
        guard head.markup?.isPage == true else {
            return text.split(maxSplits: 30, whereSeparator: \.isNewline).prefix(30).contains {
                UncountedLines.saysAgenda(String($0))
            }
        }
        return [(opening: "<title", closing: "</title"), ("<h1", "</h1")].contains { mark in
            guard let start = text.firstRange(of: mark.opening)?.upperBound,
                let end = text[start...].firstRange(of: mark.closing)?.lowerBound
            else { return false }
            return ["agenda", "rhaglen"].contains { text[start..<end].contains($0) }
        }
    }

    /// "agenda.html" for "threads/cabinet.html".
    private static func agendaName(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last.map(String.init) ?? "" : ""
        return ending.isEmpty ? "agenda.html" : "agenda.\(ending)"
    }
}
