import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct AccessLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Show who erased comments or exported them unredacted, when and why.")

    @Option(name: .long, help: "One meeting: its folder's name; all of the database where none is named.")
    var meeting: String?
    @OptionGroup var database: DatabaseOption

    func run() throws {
        try Run.reporting {
            let id = meeting.map(MeetingName.id)
            let store = try database.open()
            if let id { _ = try store.meeting(id) }
            let log = try store.accessLog(of: id)
            if log.isEmpty { Console.print("Nothing was erased, and nothing exported unredacted.") }
            for entry in log { Console.print(Self.line(entry)) }
            return false
        }
    }

    /// "2026-11-23 10:00  m  erased 2 comments  by ann: asked by letter".
    private static func line(_ entry: AccessEntry) -> String {
        let comments = Console.count(entry.comments, "comment")
        let deed =
            switch entry.what {
            case .erased: "erased \(comments)"
            case .unredacted: "exported \(comments) unredacted"
            }
        let moment = entry.at.iso.replacingOccurrences(of: "T", with: " ").prefix(16)
        // A reason is the officer's own; a line break in it must not look like a line of the log.
        let reason = entry.reason.split(whereSeparator: \.isNewline).joined(separator: " ")
        var line = "\(moment)  \(entry.meeting.rawValue)  \(deed)  by \(entry.user)"
        if !reason.isEmpty { line += ": \(reason)" }
        if !entry.sha256.isEmpty { line += "\n  comments.csv \(entry.sha256)" }
        return line
    }
}

/// The words as they were written, and why somebody takes them.
struct UnredactedOption: ParsableArguments {
    @Flag(
        name: .long,
        help: """
            Write the comments' words as they are into comments.csv and pack.json, in a folder whose name ends in \
            -unredacted. Needs --reason, and is logged.
            """)
    var unredacted = false
    @Option(name: .long, help: "Why the unredacted words are taken; kept in the log.")
    var reason: String?
    @Option(name: .long, help: "When, for the log: \"2026-11-23 10:00\". The computer's clock where it is left out.")
    var at: String?

    func validate() throws {
        if unredacted, (reason ?? "").allSatisfy(\.isWhitespace) {
            throw ValidationError("--unredacted needs --reason: say why the words are taken; the log keeps it.")
        }
        if !unredacted, reason != nil || at != nil {
            throw ValidationError("--reason and --at go with --unredacted only.")
        }
        _ = try AccessTime.local(at)
    }

    /// `nil` where the export is redacted as always. Throws a `Diagnostic` where it is for everybody.
    func note(for audience: Audience) throws -> AccessNote? {
        guard unredacted else { return nil }
        guard audience != .public else {
            throw Diagnostic(
                .error, "A pack for the public holds no unredacted words",
                mend: "Leave out --unredacted or --for public")
        }
        return try AccessTime.note(reason: reason ?? "", at: at)
    }
}

/// The moment of a line in the log.
enum AccessTime {
    /// The clock's time that `--at` gives. Throws a `ValidationError` where it gives none.
    static func local(_ text: String?) throws -> LocalTime? {
        guard let text else { return nil }
        guard let time = Dates.local(text) else {
            throw ValidationError("--at must be a date and time such as \"2026-11-23 10:00\".")
        }
        return time
    }

    static func note(reason: String, at: String?) throws -> AccessNote {
        AccessNote(
            reason: reason.trimmingCharacters(in: .whitespacesAndNewlines), user: ProcessInfo.processInfo.userName,
            now: Int64(Date().timeIntervalSince1970), given: try local(at))
    }
}
