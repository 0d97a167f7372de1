package import EarshotCore

/// What importing a folder did.
package struct ImportOutcome: Sendable {
    /// What importing one file did.
    package struct File: Sendable {
        package var path: String
        package var format: String
        package var threads: ImportCount
        package var comments: ImportCount
        /// Records that could not be read and are not stored.
        package var skipped: Int
        package var diagnostics: [Diagnostic]
        /// The file as a whole could not be read.
        package var isUnread: Bool
    }

    package var meeting: Meeting.ID
    package var agenda: String
    package var items: Int
    package var files: [File]
    /// About the folder, its settings and its agenda.
    package var diagnostics: [Diagnostic]

    package var comments: ImportCount {
        files.reduce(into: ImportCount()) { $0 += $1.comments }
    }
    /// Whether something could not be read: exit code 1.
    package var hasLosses: Bool { files.contains { $0.skipped > 0 || $0.isUnread } }
}

/// A meeting's folder → the database.
struct ImportStage {
    /// Diagnostics kept for each file; the count is always whole. Chosen, not derived.
    private static let diagnosticLimit = 200

    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    func run(_ folder: MeetingFolder, step: Int?) throws -> ImportOutcome {
        let files = folder.threads.count
        try pipeline.begin(step, "Import 1 agenda and \(files) \(files == 1 ? "file" : "files") of threads")
        var diagnostics = folder.diagnostics
        var settings = MeetingSettings()
        if let url = folder.settings {
            let (read, notes) = try MeetingSettings.read(SourceFile(url))
            settings = read
            diagnostics += notes
        }
        let agendaFile = try SourceFile(folder.agenda)
        let importer = try AgendaImporters.importer(for: agendaFile.head(), path: folder.path(of: folder.agenda))
        let reading = try importer.read(
            agendaFile,
            context: ImportContext(
                path: folder.path(of: folder.agenda), timeZone: settings.timeZone ?? "Europe/London"))
        var agenda = reading.agenda
        diagnostics += reading.diagnostics
        agenda.meeting.id = folder.meeting
        diagnostics += settings.apply(to: &agenda)
        try save(agenda, settings)
        try pipeline.store.save(
            StoredFile(
                path: folder.path(of: folder.agenda), kind: .agenda, format: importer.format.title,
                sha256: FileDigest.sha256(of: agendaFile), reading: importer.format.name,
                diagnostics: reading.diagnostics),
            of: folder.meeting)
        return ImportOutcome(
            meeting: folder.meeting, agenda: importer.format.title, items: agenda.items.count,
            files: try importThreads(folder, agenda.meeting, settings), diagnostics: diagnostics)
    }

    private func save(_ agenda: Agenda, _ settings: MeetingSettings) throws {
        let meeting = agenda.meeting
        _ = try pipeline.store.save(
            StoredMeeting(
                meeting: meeting,
                deadlineSeconds: meeting.deadline.map { deadline in
                    var end = deadline
                    if !end.hasTime { (end.hour, end.minute, end.second, end.hasTime) = (23, 59, 59, true) }
                    return Dates.moment(of: end, zone: meeting.timeZone).seconds
                },
                rules: settings.rules, names: settings.names, redact: settings.redact),
            items: agenda.items, places: settings.places)
    }

    private func importThreads(
        _ folder: MeetingFolder, _ meeting: Meeting, _ settings: MeetingSettings
    ) throws -> [ImportOutcome.File] {
        let paths = folder.threads.map(folder.path(of:))
        let someGone = try pipeline.store.keepFiles(paths, of: folder.meeting)
        let known = Dictionary(
            try pipeline.store.files(of: folder.meeting).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let register = PlaceRegister(settings.places)
        var files: [ImportOutcome.File] = []
        for (url, path) in zip(folder.threads, paths) {
            let context = ImportContext(path: path, timeZone: meeting.timeZone, columns: settings.columns(for: path))
            do {
                let file = try SourceFile(url)
                files.append(
                    try importFile(file, context, register, known: someGone ? nil : known[path], of: folder.meeting))
            } catch let diagnostic as Diagnostic {
                try pipeline.interruption.check()
                if pipeline.store.isOwn(diagnostic) { throw diagnostic }
                files.append(try unread(path, diagnostic, of: folder.meeting))
            }
            try pipeline.advance(files.count, of: paths.count)
        }
        return files
    }

    private func importFile(
        _ file: SourceFile, _ context: ImportContext, _ register: PlaceRegister, known: StoredFile?,
        of meeting: Meeting.ID
    ) throws -> ImportOutcome.File {
        let importer = try ThreadImporters.importer(for: file.head(), path: context.path)
        let start = StoredFile(
            path: context.path, kind: .threads, format: importer.format.title, sha256: try FileDigest.sha256(of: file),
            reading: Self.reading(importer.format, context, register))
        if let known, known.sha256 == start.sha256, known.reading == start.reading {
            return ImportOutcome.File(
                path: context.path, format: known.format, threads: ImportCount(unchanged: known.threads),
                comments: ImportCount(unchanged: known.comments), skipped: known.skipped,
                diagnostics: known.diagnostics, isUnread: false)
        }
        var final = start
        let counts = try pipeline.store.importThreads(start, of: meeting) { session in
            var records = 0
            try importer.read(file, context: context) { record in
                records += 1
                if records % 4096 == 0 { try pipeline.interruption.check() }
                switch record {
                case .thread(var thread):
                    if let place = register.place(of: thread) { thread.place = place.name }
                    try session.save(thread)
                case .comment(let comment): try session.save(comment)
                case .skipped(let diagnostic):
                    final.skipped += 1
                    if final.diagnostics.count < Self.diagnosticLimit { final.diagnostics.append(diagnostic) }
                case .note(let diagnostic):
                    if final.diagnostics.count < Self.diagnosticLimit { final.diagnostics.append(diagnostic) }
                }
            }
            final.threads = session.threads.total
            final.comments = session.comments.total
            return final
        }
        return ImportOutcome.File(
            path: context.path, format: final.format, threads: counts.threads, comments: counts.comments,
            skipped: final.skipped, diagnostics: final.diagnostics, isUnread: false)
    }

    /// A file that could not be read: what an earlier save of it brought stays, and the pack says what happened.
    private func unread(
        _ path: String, _ diagnostic: Diagnostic, of meeting: Meeting.ID
    ) throws -> ImportOutcome.File {
        var placed = diagnostic
        if placed.place.isEmpty || placed.place.hasPrefix("/") { placed.place = path }
        try pipeline.store.save(
            StoredFile(
                path: path, kind: .threads, format: "not read", sha256: "", reading: "not read", diagnostics: [placed]),
            of: meeting)
        return ImportOutcome.File(
            path: path, format: "not read", threads: ImportCount(), comments: ImportCount(), skipped: 0,
            diagnostics: [placed], isUnread: true)
    }

    /// What the result depends on beside the file's bytes. `readingVersion` is raised when an importer reads more than before.
    private static func reading(_ format: FileFormat, _ context: ImportContext, _ register: PlaceRegister) -> String {
        let columns = context.columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let places = register.places.map { "\($0.network)/\($0.name)/\($0.url ?? "")" }
        return ([format.name, readingVersion, context.timeZone] + columns + places).joined(separator: ";")
    }

    private static let readingVersion = "1"
}
