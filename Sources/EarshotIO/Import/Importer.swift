package import EarshotCore

/// A file format that Earshot reads: told by content, never by the file's name.
package struct FileFormat: Hashable, Sendable {
    /// Stable, kebab-case, shown by `inspect --json`: "reddit-thread".
    package var name: String
    /// For people: "Reddit thread (JSON)".
    package var title: String
    package init(name: String, title: String) {
        self.name = name
        self.title = title
    }
}

/// What an importer needs to know beside the file's bytes.
package struct ImportContext: Sendable {
    /// The file's path as messages and the pack show it: "threads/reddit.json".
    package var path: String
    /// The zone in which times without one are read. IANA name.
    package var timeZone: String
    /// From `meeting.yaml`: which header holds which of our columns, for files whose path matches; canonical
    /// column name → header as written in the file. Empty where the officer gave none.
    package var columns: [String: String]

    package init(path: String, timeZone: String = "Europe/London", columns: [String: String] = [:]) {
        self.path = path
        self.timeZone = timeZone
        self.columns = columns
    }
}

/// One thing found in a threads file, in file order. A thread always comes before its first comment;
/// the same thread may come again (a CSV whose threads are interleaved).
///
/// The sum is checked: records the file holds = comments + skipped + passed over.
package enum ImportedRecord: Sendable {
    case thread(DiscussionThread)
    case comment(ThreadComment)
    /// Records that hold something which could not be read: counted, shown, not stored; the run ends with exit code 1.
    case skipped(Diagnostic, records: Int = 1)
    /// Records that are no person's comment (a forum's notice, a pingback, a row that stands twice): counted and shown;
    /// nothing is lost.
    case passedOver(Diagnostic, records: Int = 1)
    /// Something the person should know; nothing was lost.
    case note(Diagnostic)
    /// How many records the file holds, counted where they are split from one another and not where they are handed
    /// over. Comes once, last.
    case total(Int)
}

/// Reads one format of agenda: bytes in, values and diagnostics out; it never fetches or saves.
package protocol AgendaImporter: Sendable {
    var format: FileFormat { get }
    /// Whether the file looks like this format. `head` is at most the first 64 KiB.
    func recognises(_ head: FileHead) -> Bool
    /// Throws a `Diagnostic` where the file as a whole cannot be used (no items, a list of meetings…).
    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading
}

package struct AgendaReading: Sendable {
    package var agenda: Agenda
    package var diagnostics: [Diagnostic]
    package init(agenda: Agenda, diagnostics: [Diagnostic] = []) {
        self.agenda = agenda
        self.diagnostics = diagnostics
    }
}

/// Reads one format of discussion threads, record by record, so that memory stays flat however long the file is.
package protocol ThreadImporter: Sendable {
    var format: FileFormat { get }
    func recognises(_ head: FileHead) -> Bool
    /// Hands every record to `emit` in file order. Throws a `Diagnostic` where the file cannot be read on (what was
    /// handed over before is then discarded by the caller), or whatever `emit` throws.
    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws
}
