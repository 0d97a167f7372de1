import EarshotCore

/// A meeting's folder → the database.
struct ImportStage {
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
        if let url = folder.redactList {
            let list = try RedactList(SourceFile(url), path: folder.path(of: url))
            settings.redact += list.names
            diagnostics += list.diagnostics
        }
        let agendaFile = try SourceFile(folder.agenda)
        let (format, reading) = try FileKind.readAgenda(
            agendaFile,
            context: ImportContext(
                path: folder.path(of: folder.agenda), timeZone: settings.timeZone ?? "Europe/London"))
        var agenda = reading.agenda
        diagnostics += reading.diagnostics
        agenda.meeting.id = folder.meeting
        diagnostics += settings.apply(to: &agenda)
        // Before saving: the council's settings may name the council.
        let looks = try presentation(folder, settings, &agenda, &diagnostics)
        try save(agenda, settings, looks)
        try pipeline.store.save(
            StoredFile(
                path: folder.path(of: folder.agenda), kind: .agenda, format: format.title,
                sha256: FileDigest.sha256(of: agendaFile), reading: format.name,
                diagnostics: reading.diagnostics),
            of: folder.meeting)
        return ImportOutcome(
            meeting: folder.meeting, agenda: format.title, items: agenda.items.count,
            files: try importThreads(folder, agenda.meeting, settings), diagnostics: diagnostics)
    }

    /// The council's looks with what the officer adds for this meeting; a council's name that nobody else gives.
    private func presentation(
        _ folder: MeetingFolder, _ settings: MeetingSettings, _ agenda: inout Agenda, _ diagnostics: inout [Diagnostic]
    ) throws -> Presentation {
        var (presentation, notes) = settings.presentation(of: agenda.items)
        diagnostics += notes
        guard let (council, warnings) = try CouncilSettings.find(for: folder.url) else { return presentation }
        diagnostics += warnings
        if settings.council == nil, let name = council.name { agenda.meeting.council = name }
        presentation.colour = council.presentation.colour
        presentation.crest = council.presentation.crest
        presentation.contact = council.presentation.contact
        presentation.privacyURL = council.presentation.privacyURL
        presentation.quotes = presentation.quotes ?? council.presentation.quotes
        return presentation
    }

    private func save(_ agenda: Agenda, _ settings: MeetingSettings, _ presentation: Presentation) throws {
        let meeting = agenda.meeting
        var stored = StoredMeeting(
            meeting: meeting,
            deadlineSeconds: meeting.deadline.map { deadline in
                var end = deadline
                if !end.hasTime { (end.hour, end.minute, end.second, end.hasTime) = (23, 59, 59, true) }
                return Dates.moment(of: end, zone: meeting.timeZone).seconds
            },
            rules: settings.rules, names: settings.names, redact: settings.redact)
        stored.presentation = presentation
        _ = try pipeline.store.save(stored, items: agenda.items, places: settings.places)
    }

    // MARK: - Threads

    private func importThreads(
        _ folder: MeetingFolder, _ meeting: Meeting, _ settings: MeetingSettings
    ) throws -> [ImportOutcome.File] {
        let paths = folder.threads.map(folder.path(of:))
        let someGone = try pipeline.store.keepFiles(paths, of: folder.meeting)
        let known = Dictionary(
            try pipeline.store.files(of: folder.meeting).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let register = PlaceRegister(settings.places)
        var files: [ImportOutcome.File] = []
        var untouched: [Int] = []
        var shared: Set<String> = []
        func take(_ index: Int, again: Bool) throws -> ImportOutcome.File {
            let path = paths[index]
            let reading = FileReading(
                context: ImportContext(path: path, timeZone: meeting.timeZone, columns: settings.columns(for: path)),
                register: register, known: known[path], meeting: folder.meeting)
            do {
                let result = try importFile(SourceFile(folder.threads[index]), reading, again: again)
                shared.formUnion(result.shared)
                if result.isUntouched { untouched.append(index) }
                return result.outcome
            } catch let diagnostic as Diagnostic {
                try pipeline.interruption.check()
                if pipeline.store.isOwn(diagnostic) { throw diagnostic }
                return try unread(path, diagnostic, of: folder.meeting)
            }
        }
        for index in paths.indices {
            files.append(try take(index, again: someGone))
            try pipeline.advance(files.count, of: paths.count)
        }
        // A comment withdrawn from one file may stand in another that had not changed.
        for index in untouched where shared.contains(paths[index]) {
            files[index] = try take(index, again: true)
        }
        return files
    }

    private struct FileResult {
        var outcome: ImportOutcome.File
        /// The file is as it was, and was not read.
        var isUntouched = false
        /// Other files, in which comments withdrawn from this one may stand.
        var shared: Set<String> = []
    }

    /// - Parameter again: Read it even if it is as it was.
    private func importFile(_ file: SourceFile, _ reading: FileReading, again: Bool) throws -> FileResult {
        let path = reading.context.path
        let importer = try FileKind.threads(file.head(), path: path)
        var final = reading.start(importer.format, sha256: try FileDigest.sha256(of: file))
        if !again, let known = reading.unchanged(importer.format, sha256: final.sha256) {
            return FileResult(outcome: ImportOutcome.File(known), isUntouched: true)
        }
        var withdrawal = Withdrawal()
        let counts = try pipeline.store.importThreads(final, of: reading.meeting) { session in
            var tally = RecordTally()
            try read(file, with: importer, reading, &tally, into: session)
            withdrawal = try session.withdraw(isPartial: tally.skipped > 0)
            for note in Self.notes(on: withdrawal, at: path) { tally.note(note) }
            reading.fill(&final, with: tally, session, withdrawal)
            return final
        }
        return FileResult(
            outcome: ImportOutcome.File(final, threads: counts.threads, comments: counts.comments),
            shared: withdrawal.sharedFiles)
    }

    /// Hands all records of the file over to the store, and checks that none was lost or counted twice.
    private func read(
        _ file: SourceFile, with importer: any ThreadImporter, _ reading: FileReading, _ tally: inout RecordTally,
        into session: ThreadsImport
    ) throws {
        var records = 0
        try importer.read(file, context: reading.context) { record in
            records += 1
            if records % 4096 == 0 { try pipeline.interruption.check() }
            try tally.take(record)
            switch record {
            case .thread(var thread):
                if let place = reading.register.place(of: thread) { thread.place = place.name }
                try session.save(thread)
            case .comment(let comment): try session.save(comment)
            case .skipped, .passedOver, .note, .total: break
            }
        }
        try tally.check()
        tally.note(repeated: session.repeated, otherwise: session.repeatedOtherwise, at: reading.context.path)
        guard session.comments.total == tally.comments else {
            throw RecordTally.fault("\(tally.comments) comments were read and \(session.comments.total) stored")
        }
    }

    private static func notes(on withdrawal: Withdrawal, at path: String) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        let (standing, kept) = (withdrawal.standing, withdrawal.kept)
        if standing > 0 {
            notes.append(
                Diagnostic(
                    .note,
                    standing == 1
                        ? "1 comment of an earlier save no longer stands in the file: its row stays, excluded as "
                            + "\u{201C}\(ExclusionReason.withdrawn)\u{201D}"
                        : "\(standing) comments of earlier saves no longer stand in the file: their rows stay, excluded as "
                            + "\u{201C}\(ExclusionReason.withdrawn)\u{201D}", at: path))
        }
        if kept > 0 {
            notes.append(
                Diagnostic(
                    .note,
                    "\(kept) \(kept == 1 ? "comment" : "comments") of an earlier save \(kept == 1 ? "is" : "are") not in "
                        + "this one, which is partial: \(kept == 1 ? "it counts" : "they count") as before", at: path,
                    mend:
                        "Save the whole discussion, to see whether \(kept == 1 ? "it still stands" : "they still stand")"
                ))
        }
        return notes
    }

    /// A file that could not be read: what an earlier save of it brought stays, and the pack says what happened.
    private func unread(
        _ path: String, _ diagnostic: Diagnostic, of meeting: Meeting.ID
    ) throws -> ImportOutcome.File {
        var placed = diagnostic
        if placed.place.isEmpty || placed.place.hasPrefix("/") { placed.place = path }
        let file = try pipeline.store.saveUnread(path, of: meeting) { comments in
            guard comments > 0 else { return [placed] }
            return [
                placed,
                Diagnostic(
                    .note,
                    "The earlier save of this file stands, with its \(comments) \(comments == 1 ? "comment" : "comments")",
                    at: path),
            ]
        }
        return ImportOutcome.File(file)
    }
}
