package import EarshotCore
package import Foundation

/// What would be imported from one file; nothing is stored.
package struct Inspection: Sendable {
    package enum Kind: String, Sendable { case agenda, threads, unknown }

    package var file: String
    package var kind: Kind
    /// Stable name of the format; empty where none fits.
    package var format: String
    package var formatTitle: String
    /// Agenda items, or threads.
    package var parts: Int
    package var comments: Int
    package var skipped: Int
    package var diagnostics: [Diagnostic]

    /// Whether the file as a whole can be used.
    package var isReadable: Bool { !diagnostics.contains { $0.severity == .error } }

    /// Reads the file as it would be imported: where it lies in a meeting's folder, with that meeting's settings.
    package init(of url: URL) {
        file = url.relativePath
        kind = .unknown
        format = ""
        formatTitle = ""
        parts = 0
        comments = 0
        skipped = 0
        diagnostics = []
        do {
            let source = try SourceFile(url)
            let head = try source.head()
            let settings = try Self.settings(beside: url)
            let context = ImportContext(
                path: file, timeZone: settings?.timeZone ?? "Europe/London",
                columns: settings?.columns(for: "threads/" + url.lastPathComponent) ?? [:])
            if let importer = AgendaImporters.recognised(head) {
                try inspect(importer, source, context)
            } else {
                try inspect(try ThreadImporters.importer(for: head, path: file), source, context)
            }
        } catch {
            diagnostics.append(error as? Diagnostic ?? Diagnostic(.error, "\(error)", at: file))
        }
    }

    private static func settings(beside url: URL) throws -> MeetingSettings? {
        let folder = url.deletingLastPathComponent()
        let meeting = folder.lastPathComponent == "threads" ? folder.deletingLastPathComponent() : folder
        let file = meeting.appendingPathComponent("meeting.yaml")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try MeetingSettings.read(SourceFile(file)).0
    }

    private mutating func inspect(
        _ importer: any AgendaImporter, _ source: SourceFile, _ context: ImportContext
    ) throws {
        kind = .agenda
        format = importer.format.name
        formatTitle = importer.format.title
        let reading = try importer.read(source, context: context)
        parts = reading.agenda.items.count
        diagnostics += reading.diagnostics
    }

    private mutating func inspect(
        _ importer: any ThreadImporter, _ source: SourceFile, _ context: ImportContext
    ) throws {
        kind = .threads
        format = importer.format.name
        formatTitle = importer.format.title
        var threads: Set<DiscussionThread.ID> = []
        try importer.read(source, context: context) { record in
            switch record {
            case .thread(let thread): threads.insert(thread.id)
            case .comment: comments += 1
            case .skipped(let diagnostic):
                skipped += 1
                if diagnostics.count < 200 { diagnostics.append(diagnostic) }
            case .note(let diagnostic): if diagnostics.count < 200 { diagnostics.append(diagnostic) }
            }
        }
        parts = threads.count
    }

    /// `{"file","kind","format","items"|"threads","comments","skipped","diagnostics":[…]}` on one line.
    package var json: String {
        var json = JSONWriter()
        json.object { json in
            json.field("file", file)
            json.field("kind", kind.rawValue)
            json.field("format", format.isEmpty ? nil : format)
            json.field(kind == .agenda ? "items" : "threads", parts)
            json.field("comments", comments)
            json.field("skipped", skipped)
            json.field("diagnostics", diagnostics) { json, diagnostic in
                json.object { json in
                    json.field("severity", diagnostic.severity.rawValue)
                    json.field("message", diagnostic.message)
                    json.field("at", diagnostic.place)
                    json.field("mend", diagnostic.mend)
                }
            }
        }
        return String(decoding: json.take(), as: UTF8.self)
    }
}
