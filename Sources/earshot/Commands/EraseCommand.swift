import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase what a person wrote, at that person's request.",
        discussion: """
            Takes the words out of the database, with everything worked out from them and the writer's name, and says \
            where else they stand. The comments stay as counted rows without words. There is no way back: make sure who \
            asks before you run it. What was erased is never printed.
            """)

    @Option(name: .long, parsing: .upToNextOption, help: "Comment ids, or thread_id/comment_id.")
    var comment: [String] = []
    @Option(name: .long, help: "All comments of the writer whom the saved files call so.")
    var author: String?
    @Option(
        name: .long,
        help: "The network that the writer is on (reddit, facebook…), where the same name stands on several.")
    var network: String?
    @Option(name: .long, help: "One meeting: its folder's name; all of the database where none is named.")
    var meeting: String?
    @Option(name: .long, help: "The request, for the log; without the person's name.")
    var reason: String?
    @Option(name: .long, help: "When, for the log: \"2026-11-23 10:00\". The computer's clock where it is left out.")
    var at: String?
    @Option(name: .long, help: "The folder of packs, to look for those that still hold the words.")
    var out = "Exports"
    @OptionGroup var database: DatabaseOption

    func validate() throws {
        if comment.isEmpty == (author == nil) {
            throw ValidationError("Say what to erase: --comment with ids, or --author with a name.")
        }
        if let author, author.allSatisfy(\.isWhitespace) { throw ValidationError("--author must not be empty.") }
        if network != nil, author == nil { throw ValidationError("--network goes with --author only.") }
        _ = try AccessTime.local(at)
    }

    func run() throws {
        try Run.reporting {
            let store = try database.open()
            let meetings = try meeting.map { [MeetingName.id(of: $0)] } ?? store.meetings()
            let wish = author.map { ErasureWish.author(handle: $0, network: network) } ?? .comments(comment)
            let outcomes = try ErasureStage(store: store, out: URL(fileURLWithPath: out)).run(
                wish, in: meetings, note: AccessTime.note(reason: reason ?? "", at: at))
            for outcome in outcomes {
                Console.print(ErasureReport(outcome: outcome, out: out).lines.joined(separator: "\n"))
            }
            return false
        }
    }
}

/// What `erase` prints of a meeting: counts and places, never words or names.
private struct ErasureReport {
    let outcome: ErasureStage.Outcome
    let out: String

    /// At most so many comments of others are named. Chosen.
    private static let named = 10

    var lines: [String] {
        let erasure = outcome.erasure
        let meeting = erasure.meeting.rawValue
        var head = "\(meeting): \(Console.count(erasure.erased, "comment")) erased"
        if erasure.titles > 0 { head += ", with \(Console.count(erasure.titles, "thread title"))" }
        if erasure.before > 0 { head += "; \(erasure.before) erased before" }
        var lines = [head]
        if erasure.isBarred { lines.append("  What this writer is saved with later is erased as it is imported.") }
        if !erasure.files.isEmpty {
            lines.append(
                "  The saved files still hold the words: edit or delete \(erasure.files.joined(separator: ", "))")
        }
        if !outcome.packs.isEmpty {
            let packs = outcome.packs.map { "\(out)/\($0)" }.joined(separator: ", ")
            lines.append("  Packs hold the words until they are made anew or deleted: \(packs)")
            lines.append("  Make them anew: earshot brief with the meeting's folder, or earshot export \(meeting)")
        }
        for edition in outcome.sealed {
            let day = edition.sealed.iso.prefix(10)
            lines.append(
                "  Sealed, and not changed: \(out)/\(edition.folder) (\(edition.name), for \(edition.audience.rawValue), "
                    + "\(day)) holds the words")
        }
        if !erasure.quoting.isEmpty {
            let more = erasure.quoting.count - Self.named
            let names =
                erasure.quoting.prefix(Self.named).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
            lines.append(
                "  Others' comments hold the same words, copied or quoted; erase those too if they should go: \(names)")
        }
        return lines
    }
}
