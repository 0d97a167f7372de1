package import EarshotCore
package import Foundation

/// What would be imported from one file; nothing is stored. It holds no comment's words and no author.
package struct Inspection: Sendable {
    package enum Kind: String, Sendable { case agenda, threads, unknown }

    package var file: String
    package var kind = Kind.unknown
    /// Stable name of the format; empty where none fits.
    package var format = ""
    package var formatTitle = ""
    /// Agenda items, or threads.
    package var parts = 0
    package var comments = 0
    /// Records in the file = comments + skipped + passedOver; of an agenda its items.
    package var read = 0
    package var skipped = 0
    /// Records that are no person's comment, or that stand in the file twice.
    package var passedOver = 0
    package var diagnostics: [Diagnostic] = []
    /// What was found in an agenda.
    package var agenda: AgendaOutline?
    /// What was found in threads.
    package var threads: ThreadsOutline?

    /// Whether the file as a whole can be used.
    package var isReadable: Bool { !diagnostics.contains { $0.severity == .error } }

    /// Reads the file as it would be imported: where it lies in a meeting's folder, with that meeting's settings.
    package init(of url: URL) {
        file = url.relativePath
        do {
            let source = try SourceFile(url)
            let head = try source.head()
            let (settings, path) = try Self.settings(above: url)
            let context = ImportContext(
                path: file, timeZone: settings?.timeZone ?? "Europe/London",
                columns: settings?.columns(for: path) ?? [:])
            switch FileKind.of(head, path: file) {
            case .agenda(let importer): try inspect(importer, source, context, settings)
            case .threads(let importer): try inspect(importer, source, context, settings)
            case .unclear(let importer?, let diagnostic):
                try inspect(importer, source, context, settings, otherwise: diagnostic)
            case .unclear(nil, let diagnostic):
                guard Self.isNamedAgenda(url) else {
                    if source.size > 0 { diagnostics.append(Self.agendaFormats(file)) }
                    throw diagnostic
                }
                _ = try AgendaImporters.importer(for: head, path: file)
            }
        } catch {
            diagnostics.append(error as? Diagnostic ?? Diagnostic(.error, "\(error)", at: file))
        }
    }

    /// The settings of the meeting in whose folder, or in whose folder "threads" at any depth, the file lies, and the
    /// file's path in it as the settings name it.
    private static func settings(above url: URL) throws -> (MeetingSettings?, path: String) {
        let folders = url.standardizedFileURL.deletingLastPathComponent().pathComponents
        let inside = folders.lastIndex(of: "threads").map { Array(folders[$0...]) } ?? ["threads"]
        let above = folders.contains("threads") ? inside.count : 0
        let path = (inside + [url.lastPathComponent]).joined(separator: "/")
        var meeting = url.standardizedFileURL.deletingLastPathComponent()
        for _ in 0..<above { meeting.deleteLastPathComponent() }
        let file = meeting.appendingPathComponent("meeting.yaml")
        var settings: MeetingSettings?
        if FileManager.default.fileExists(atPath: file.path) { settings = try MeetingSettings.read(SourceFile(file)).0 }
        let list = meeting.appendingPathComponent("redact.txt")
        if FileManager.default.fileExists(atPath: list.path) {
            let names = try RedactList(SourceFile(list), path: "redact.txt").names
            settings = settings ?? MeetingSettings()
            settings?.redact += names
        }
        return (settings, path)
    }

    /// What a file that nothing reads was held against besides the formats of threads.
    private static func agendaFormats(_ file: String) -> Diagnostic {
        let titles = AgendaImporters.all.map(\.format.title).joined(separator: "; ")
        return Diagnostic(
            .note, "It is no agenda of a known format either: \(titles)", at: file,
            mend:
                "For any other agenda, fill in the CSV agenda template: item_number, title, description, url, restricted"
        )
    }

    /// Asks an importer that takes whatever holds numbered items. Where neither the file's name nor its heading speaks of
    /// an agenda, what it says counts only of a file that plainly holds one: any text may have numbers before its lines.
    /// Three items are chosen, not derived.
    private mutating func inspect(
        _ importer: any AgendaImporter, _ source: SourceFile, _ context: ImportContext, _ settings: MeetingSettings?,
        otherwise unknown: Diagnostic
    ) throws {
        let before = self
        let isMeant = try Self.isNamedAgenda(source.url) || FileKind.speaksOfAgenda(source.head())
        do {
            try inspect(importer, source, context, settings)
            if isMeant || parts >= 3 || agenda?.meeting.start != nil { return }
        } catch {
            if isMeant { throw error }
        }
        self = before
        diagnostics.append(Self.agendaFormats(file))
        throw unknown
    }

    private static func isNamedAgenda(_ url: URL) -> Bool {
        url.lastPathComponent.lowercased().hasPrefix("agenda.")
    }

    private mutating func inspect(
        _ importer: any AgendaImporter, _ source: SourceFile, _ context: ImportContext, _ settings: MeetingSettings?
    ) throws {
        kind = .agenda
        format = importer.format.name
        formatTitle = importer.format.title
        let reading = try importer.read(source, context: context)
        parts = reading.agenda.items.count
        read = parts
        agenda = AgendaOutline(of: reading.agenda)
        diagnostics += reading.diagnostics
    }

    private mutating func inspect(
        _ importer: any ThreadImporter, _ source: SourceFile, _ context: ImportContext, _ settings: MeetingSettings?
    ) throws {
        kind = .threads
        format = importer.format.name
        formatTitle = importer.format.title
        var tally = RecordTally()
        var outline = ThreadsOutline(
            redactor: Redactor(names: settings?.redact ?? []), register: PlaceRegister(settings?.places ?? []))
        try importer.read(source, context: context) { record in
            try tally.take(record)
            switch record {
            case .thread(let thread): outline.take(thread)
            case .comment(let comment): outline.take(comment)
            case .skipped, .passedOver, .note, .total: break
            }
        }
        try tally.check()
        tally.note(repeated: outline.repeated, otherwise: 0, at: file)
        parts = outline.threadCount
        comments = tally.comments
        skipped = tally.skipped
        passedOver = tally.passedOver
        read = comments + skipped + passedOver
        diagnostics += tally.diagnostics.all(at: file)
        outline.finish(zone: context.timeZone)
        threads = outline
    }
}
