import ArgumentParser
import EarshotCore
import EarshotIO

struct ExcludeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exclude", abstract: "Leave comments out of the pack, for a reason from the participation rules.",
        discussion: "The comments stay in comments.csv, marked as excluded, and the pack counts them by reason.")

    @Argument(help: "Comment ids, or thread_id/comment_id.")
    var comments: [String]
    @Option(name: .long, help: "A reason from the rules of meeting.yaml, or of the default list.")
    var reason: String
    @OptionGroup var meeting: OneMeeting
    @OptionGroup var database: DatabaseOption

    func run() throws {
        try Run.reporting {
            let store = try database.open()
            let id = try meeting.id(in: store)
            let reasons = try store.meeting(id).rules.map(\.reason)
            guard reasons.contains(reason) else {
                throw Diagnostic(
                    .error, "\u{201C}\(reason)\u{201D} is no reason of this meeting's participation rules",
                    mend: "The rules know: \(reasons.joined(separator: ", "))")
            }
            try store.exclude(comments, of: id, reason: reason)
            Console.print("\(comments.count) \(comments.count == 1 ? "comment" : "comments") excluded: \(reason)")
            return false
        }
    }
}

struct IncludeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "include", abstract: "Take comments that a person excluded into the pack again.")

    @Argument(help: "Comment ids, or thread_id/comment_id.")
    var comments: [String]
    @OptionGroup var meeting: OneMeeting
    @OptionGroup var database: DatabaseOption

    func run() throws {
        try Run.reporting {
            let store = try database.open()
            try store.exclude(comments, of: meeting.id(in: store), reason: nil)
            Console.print("\(comments.count) \(comments.count == 1 ? "comment" : "comments") included")
            return false
        }
    }
}
