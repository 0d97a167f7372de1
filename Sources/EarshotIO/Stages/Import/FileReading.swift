import EarshotCore

/// One threads file about to be imported, with all that its reading depends on.
struct FileReading {
    var context: ImportContext
    var register: PlaceRegister
    /// The file as an earlier run remembers it.
    var known: StoredFile?
    var meeting: Meeting.ID

    /// The file as it was imported before; `nil` where its bytes or anything else that its reading depends on have changed.
    func unchanged(_ format: FileFormat, sha256: String) -> StoredFile? {
        guard let known, !known.isUnread, known.kind == .threads, known.sha256 == sha256,
            known.reading == dependencies(format)
        else { return nil }
        return known
    }

    func start(_ format: FileFormat, sha256: String) -> StoredFile {
        StoredFile(
            path: context.path, kind: .threads, format: format.title, sha256: sha256, reading: dependencies(format))
    }

    func fill(
        _ file: inout StoredFile, with tally: RecordTally, _ session: ThreadsImport, _ withdrawal: Withdrawal
    ) {
        file.threads = session.threads.total
        file.comments = tally.comments
        file.skipped = tally.skipped
        file.passedOver = tally.passedOver
        file.read = tally.comments + tally.skipped + tally.passedOver
        // The same bytes read once more don't change what the save itself brought.
        file.updated = known.flatMap { $0.sha256 == file.sha256 ? $0.updated : nil } ?? session.comments.updated
        file.withdrawn = withdrawal.standing
        file.missingReplies = withdrawal.missingReplies
        file.diagnostics = tally.diagnostics.all(at: context.path)
    }

    /// What the result depends on beside the file's bytes.
    private func dependencies(_ format: FileFormat) -> String {
        let columns = context.columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let places = register.places.map { "\($0.network)/\($0.name)/\($0.url ?? "")" }
        return ([format.name, Self.version, context.timeZone] + columns + places).joined(separator: ";")
    }

    /// Raised when an importer reads more than before.
    private static let version = "2"
}
