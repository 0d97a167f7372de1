package import EarshotCore

/// What importing a folder did.
package struct ImportOutcome: Sendable {
    /// What importing one file did.
    package struct File: Sendable {
        package var path: String
        package var format: String
        package var threads: ImportCount
        package var comments: ImportCount
        /// Records in the file = comments + skipped + passedOver.
        package var read: Int
        /// Records that could not be read and are not stored.
        package var skipped: Int
        /// Records that are no person's comment, or that stand in the file twice.
        package var passedOver: Int
        /// Replies that the file itself says it does not hold.
        package var missingReplies: Int
        package var diagnostics: [Diagnostic]
        /// The file as a whole could not be read; the counts are those of an earlier save, where there was one.
        package var isUnread: Bool

        /// - Parameters:
        ///   - threads: What was done; all unchanged where it is left out.
        ///   - comments: The same.
        init(_ file: StoredFile, threads: ImportCount? = nil, comments: ImportCount? = nil) {
            path = file.path
            format = file.format
            self.threads = threads ?? ImportCount(unchanged: file.threads)
            self.comments = comments ?? ImportCount(unchanged: file.comments)
            read = file.read
            skipped = file.skipped
            passedOver = file.passedOver
            missingReplies = file.missingReplies
            diagnostics = file.diagnostics
            isUnread = file.isUnread
        }
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
