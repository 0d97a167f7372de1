/// What went wrong, where, and how to mend it: the one error type of the program.
///
/// It is *thrown* when a stage cannot go on and *collected* when one record is skipped. It never holds a
/// comment's text or a person's name.
package struct Diagnostic: Error, Equatable, Hashable, Sendable {
    package enum Severity: String, Sendable, CaseIterable {
        /// Nothing was lost; the person should know.
        case note
        /// Something could not be read as it stands; a record was skipped or guessed at.
        case warning
        /// The file or stage could not go on.
        case error
    }

    package var severity: Severity
    /// A sentence part without a full stop: "No agenda items found".
    package var message: String
    /// The place: a path, with `:line` where known; empty where there is none.
    package var place: String
    /// What the person can do: "Save the page that lists the numbered items, then import it again".
    package var mend: String

    package init(_ severity: Severity, _ message: String, at place: String = "", mend: String = "") {
        self.severity = severity
        self.message = message
        self.place = place
        self.mend = mend
    }

    /// One line for a terminal or a log: `error: agenda.html:212: No agenda items found. Save the page…`
    package var line: String {
        var text = "\(severity.rawValue): "
        if !place.isEmpty { text += "\(place): " }
        text += message
        if !mend.isEmpty { text += ". \(mend)" }
        return text
    }
}
