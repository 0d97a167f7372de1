import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Score the comments of meetings, or JSON lines from standard input.",
        discussion: """
            With a meeting (or --database): scores what has no score yet. Without: a filter that reads lines of \
            {"id","text","about"?} and writes a line of scores for each; one that cannot be read gives "error". \
            Lines with the same "about" are one item: up to 4,000 of them among 16,000 lines are read together before \
            the first is answered. With --taught all lines are one item.
            """)

    @Argument(help: "Meetings; none makes this a filter.")
    var meetings: [String] = []
    @Option(
        name: .customLong("meaning"),
        help: "Read the positions that words leave open from meaning: off; auto, of at most 4,000 texts a meeting; all."
    )
    var meaning = MeaningMode.auto
    @Option(
        name: .long,
        help: "In the filter: learn positions from JSON lines of {\"text\",\"position\"}, all about one item.")
    var taught: String?
    @Option(name: .long, help: "The database file; without meetings: score all of its meetings.")
    var database: String?
    @OptionGroup var quiet: QuietFlag

    func run() throws {
        let console = Console(isQuiet: quiet.quiet)
        try Run.reporting(console) {
            guard database != nil || !meetings.isEmpty else { return try filter(console) }
            guard taught == nil else {
                throw Diagnostic(
                    .error, "--taught belongs to the filter, which takes no meeting and no database",
                    mend: "For a meeting's item: earshot teach MEETING ITEM --labels FILE")
            }
            let store = try Store(path: database ?? "earshot.sqlite")
            try Run.withPipeline(store, console) { pipeline in
                for meeting in try MeetingName.ids(of: meetings, in: store) {
                    let count = try pipeline.score(meeting, meaning: meaning)
                    console.say("  \(meeting.rawValue): \(count) scored")
                }
            }
            return false
        }
    }

    private func filter(_ console: Console) throws -> Bool {
        let filter = ScoreFilter(meaning: meaning)
        guard let taught else { return try filter.run(from: .standardInput, to: .standardOutput) > 0 }
        guard meaning != .off else {
            throw Diagnostic(
                .error, "Labels teach nothing where comments are not read for their meaning",
                mend: "Leave out --meaning off, or --taught")
        }
        let file = try SourceFile(URL(fileURLWithPath: taught))
        let labels = try TaughtLabels(from: FileHandle(forReadingFrom: file.url), path: taught)
        console.complain(labels.diagnostics)
        let outcome = try filter.run(from: .standardInput, to: .standardOutput, taughtBy: labels)
        for line in outcome.taught.lines { Console.complain(line) }
        return outcome.failures > 0 || !labels.diagnostics.isEmpty
    }
}

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Link threads given as JSON lines to items given as JSON lines.",
        discussion: """
            Reads {"thread_id","title","comments":[{"text"}]} lines from standard input and writes \
            {"thread_id","linked","candidates"} lines in the same order.
            """)

    @Option(name: .long, help: "JSON lines of items: {\"item_id\",\"title\",\"description\"?,\"url\"?,\"number\"?}.")
    var items: String
    @OptionGroup var meaning: MeaningOption
    @Flag(
        name: .long, help: "Add how well words and meaning of the best item fit, in millionths, for those who measure.")
    var fit = false

    func run() throws {
        try Run.reporting {
            let file = try SourceFile(URL(fileURLWithPath: items))
            return try MatchFilter(items: FileHandle(forReadingFrom: file.url), meaning: meaning.mode, showsFit: fit)
                .run(from: .standardInput, to: .standardOutput) > 0
        }
    }
}

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show what would be imported from files; nothing is stored.")

    @Argument(help: "Agenda or thread files.")
    var files: [String]
    @Flag(name: .long, help: "One JSON object a line for each file.")
    var json = false

    func run() throws {
        let console = Console()
        var unreadable = false
        var skipped = false
        for file in files {
            let found = Inspection(of: URL(fileURLWithPath: file))
            unreadable = unreadable || !found.isReadable
            skipped = skipped || found.skipped > 0
            if json {
                Console.print(found.json)
            } else {
                console.complain(found.diagnostics)
                for line in found.lines { console.say(line) }
            }
        }
        if unreadable { throw ExitCode(2) }
        if skipped { throw ExitCode(1) }
    }
}
