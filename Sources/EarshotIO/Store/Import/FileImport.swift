package import EarshotCore
import GRDB

/// A file as the database remembers it.
package struct StoredFile: Equatable, Sendable {
    package enum Kind: String, Sendable { case agenda, threads }
    package var path: String
    package var kind: Kind
    package var format: String
    package var sha256: String
    /// What else the reading depended on.
    package var reading: String
    package var threads: Int
    package var comments: Int
    /// Records in the file = comments + skipped + passedOver.
    package var read: Int
    package var skipped: Int
    /// Records that are no person's comment, or that stand in the file twice.
    package var passedOver: Int
    /// Comments that this save changed, as against the save before.
    package var updated: Int
    /// Comments of earlier saves that no longer stand in the file.
    package var withdrawn: Int
    /// Replies that the file itself says it does not hold.
    package var missingReplies: Int
    /// The newest save could not be read: all but the diagnostics tells of the save before.
    package var isUnread: Bool
    package var diagnostics: [Diagnostic]

    package init(
        path: String, kind: Kind, format: String, sha256: String, reading: String, threads: Int = 0, comments: Int = 0,
        read: Int = 0, skipped: Int = 0, passedOver: Int = 0, updated: Int = 0, withdrawn: Int = 0,
        missingReplies: Int = 0, isUnread: Bool = false, diagnostics: [Diagnostic] = []
    ) {
        self.path = path
        self.kind = kind
        self.format = format
        self.sha256 = sha256
        self.reading = reading
        self.threads = threads
        self.comments = comments
        self.read = read
        self.skipped = skipped
        self.passedOver = passedOver
        self.updated = updated
        self.withdrawn = withdrawn
        self.missingReplies = missingReplies
        self.isUnread = isUnread
        self.diagnostics = diagnostics
    }
}

extension Store {
    /// The files of a meeting that are still in its folder, by path.
    package func files(of meeting: Meeting.ID) throws -> [StoredFile] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM file WHERE meeting = ? AND present = 1 ORDER BY kind, path",
                arguments: [Self.row(of: meeting, db)]
            ).map(Self.file)
        }
    }

    private static func file(_ row: Row) throws -> StoredFile {
        StoredFile(
            path: row["path"], kind: StoredFile.Kind(rawValue: row["kind"]) ?? .threads, format: row["format"],
            sha256: row["sha256"], reading: row["reading"], threads: row["threads"], comments: row["comments"],
            read: row["read"], skipped: row["skipped"], passedOver: row["passed_over"], updated: row["updated"],
            withdrawn: row["withdrawn"], missingReplies: row["missing_replies"], isUnread: row["unread"],
            diagnostics: try JSONColumn.value([StoredDiagnostic].self, from: row["diagnostics"]).map(\.diagnostic))
    }

    /// Notes which of the files remembered are no longer in the folder. Answers whether any has just gone: then what
    /// the others hold must be read again, because a comment may stand in two files.
    package func keepFiles(_ paths: [String], of meeting: Meeting.ID) throws -> Bool {
        try write { db in
            let row = try Self.row(of: meeting, db)
            let known = try String.fetchAll(
                db, sql: "SELECT path FROM file WHERE meeting = ? AND present = 1 AND kind = 'threads'",
                arguments: [row])
            let gone = known.filter { !paths.contains($0) }
            for path in gone {
                try db.execute(
                    sql: "UPDATE file SET present = 0 WHERE meeting = ? AND path = ?", arguments: [row, path])
            }
            if !gone.isEmpty { try Self.touch(row, db) }
            return !gone.isEmpty
        }
    }

    /// Remembers a file from which no comments come.
    package func save(_ file: StoredFile, of meeting: Meeting.ID) throws {
        try write { db in _ = try Self.save(file, of: Self.row(of: meeting, db), db) }
    }

    /// Remembers that a threads file could not be read. What an earlier save of it brought stays, with its counts, its
    /// format and its fingerprint; `diagnostics` is given how many comments that are. Answers the file as it now stands.
    package func saveUnread(
        _ path: String, of meeting: Meeting.ID, diagnostics: (Int) -> [Diagnostic]
    ) throws -> StoredFile {
        try write { db in
            let meetingRow = try Self.row(of: meeting, db)
            let known = try Row.fetchOne(
                db, sql: "SELECT * FROM file WHERE meeting = ? AND path = ? AND kind = 'threads'",
                arguments: [meetingRow, path])
            var file =
                try known.map(Self.file)
                ?? StoredFile(path: path, kind: .threads, format: "not read", sha256: "", reading: "")
            file.reading = "not read"
            file.isUnread = true
            file.diagnostics = diagnostics(file.comments)
            _ = try Self.save(file, of: meetingRow, db)
            if let known, known["present"] == 0 { try Self.touch(meetingRow, db) }
            return file
        }
    }

    /// Saves one threads file in one transaction: `body` hands over its records and
    /// answers the file with its final figures; when it throws, nothing is kept.
    package func importThreads(
        _ file: StoredFile, of meeting: Meeting.ID, body: (ThreadsImport) throws -> StoredFile
    ) throws -> (threads: ImportCount, comments: ImportCount) {
        try write { db in
            let meetingRow = try Self.row(of: meeting, db)
            let fileRow = try Self.save(file, of: meetingRow, db)
            let session = try ThreadsImport(db, meeting: meetingRow, file: fileRow)
            let final = try body(session)
            _ = try Self.save(final, of: meetingRow, db)
            if session.changedAnything { try Self.touch(meetingRow, db) }
            return (session.threads, session.comments)
        }
    }

    private static func save(_ file: StoredFile, of meeting: Int64, _ db: Database) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO file
                    (meeting, path, kind, format, sha256, reading, threads, comments, read, skipped, passed_over,
                        updated, withdrawn, missing_replies, unread, diagnostics, present)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT (meeting, path) DO UPDATE SET kind = excluded.kind, format = excluded.format,
                    sha256 = excluded.sha256, reading = excluded.reading, threads = excluded.threads,
                    comments = excluded.comments, read = excluded.read, skipped = excluded.skipped,
                    passed_over = excluded.passed_over, updated = excluded.updated, withdrawn = excluded.withdrawn,
                    missing_replies = excluded.missing_replies, unread = excluded.unread,
                    diagnostics = excluded.diagnostics, present = 1
                """,
            arguments: [
                meeting, file.path, file.kind.rawValue, file.format, file.sha256, file.reading, file.threads,
                file.comments, file.read, file.skipped, file.passedOver, file.updated, file.withdrawn,
                file.missingReplies, file.isUnread, try JSONColumn.text(file.diagnostics.map(StoredDiagnostic.init)),
            ])
        return try Int64.fetchOne(
            db, sql: "SELECT row FROM file WHERE meeting = ? AND path = ?", arguments: [meeting, file.path]) ?? 0
    }
}

/// A diagnostic in a text column.
private struct StoredDiagnostic: Codable {
    var severity: String
    var message: String
    var place: String
    var mend: String

    init(_ diagnostic: Diagnostic) {
        severity = diagnostic.severity.rawValue
        message = diagnostic.message
        place = diagnostic.place
        mend = diagnostic.mend
    }

    var diagnostic: Diagnostic {
        Diagnostic(Diagnostic.Severity(rawValue: severity) ?? .warning, message, at: place, mend: mend)
    }
}
