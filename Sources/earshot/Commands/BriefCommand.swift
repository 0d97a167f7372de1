import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief", abstract: "From meeting folders to briefing packs: import, link, score, brief, export.")

    @Argument(help: "Meeting folders: each with agenda.*, threads/ and, where wanted, meeting.yaml.")
    var folders: [String]

    @Option(name: .long, help: "The folder that packs are written to, each in a folder of its own.")
    var out = "Exports"

    @Flag(name: .long, help: "Begin CSV files with a byte-order mark, for Excel.")
    var bom = false

    @OptionGroup var audience: AudienceOption
    @OptionGroup var words: UnredactedOption
    @OptionGroup var meaning: MeaningOption
    @OptionGroup var database: DatabaseOption
    @OptionGroup var quiet: QuietFlag

    func run() throws {
        let console = Console(isQuiet: quiet.quiet)
        var couldNot = false
        var hasLosses = false
        try Run.reporting(console) {
            let store = try database.open()
            var options = ExportOptions(byteOrderMark: bom)
            audience.apply(to: &options)
            options.unredacted = try words.note(for: audience.audience)
            try Run.withPipeline(store, console) { pipeline in
                for folder in folders {
                    do {
                        let outcome = try pipeline.brief(
                            URL(fileURLWithPath: folder), out: URL(fileURLWithPath: out), meaning: meaning.mode,
                            options: options)
                        PackReport(console: console).print(outcome, out: out, options)
                        hasLosses = hasLosses || outcome.imported.hasLosses
                    } catch let diagnostic as Diagnostic where folders.count > 1 && !pipeline.isStopped {
                        console.complain(diagnostic)
                        couldNot = true
                    }
                }
            }
            return hasLosses
        }
        if couldNot { throw ExitCode(2) }
    }
}

/// What `brief` and `import` print at their end.
struct PackReport {
    let console: Console

    func print(_ outcome: BriefOutcome, out: String, _ options: ExportOptions) {
        print(outcome.imported)
        let totals = outcome.brief.totals
        let pack = options.folder(of: outcome.imported.meeting)
        for file in outcome.files { console.say("  \(out)/\(pack)/\(file.name)  \(file.size) bytes") }
        console.say(
            "\(Console.count(totals.read, "comment")) read = \(totals.included) included + \(totals.excluded) excluded; "
                + "\(Console.count(totals.skipped, "record")) skipped, \(totals.passedOver) passed over")
        console.say(
            "\(totals.itemsTalkedAbout) of \(totals.linkable) items talked about; "
                + "\(Console.count(totals.offAgenda, "comment")) about nothing on this agenda")
    }

    func print(_ outcome: ImportOutcome) {
        console.complain(outcome.diagnostics)
        console.say("  \(outcome.agenda): \(outcome.items) items")
        for file in outcome.files {
            console.complain(file.diagnostics)
            for line in Self.lines(file) { console.say("  \(line)") }
        }
    }

    private static func lines(_ file: ImportOutcome.File) -> [String] {
        let counts = file.comments
        if file.isUnread {
            let stands =
                counts.total == 0 ? "" : "; the earlier save stands, with \(Console.count(counts.total, "comment"))"
            return ["\(file.path): not read\(stands)"]
        }
        let missing =
            switch file.missingReplies {
            case 0: ""
            case 1: "; 1 reply is not in this file"
            default: "; \(file.missingReplies) replies are not in this file"
            }
        return [
            "\(file.path): \(file.format), \(Console.count(file.threads.total, "thread")), "
                + "\(Console.count(counts.total, "comment")) (\(counts.inserted) new, \(counts.updated) updated, "
                + "\(counts.unchanged) unchanged, \(counts.withdrawn) withdrawn)",
            "  \(Console.count(file.read, "record")) read = \(counts.total) stored + \(file.skipped) skipped + "
                + "\(file.passedOver) passed over\(missing)",
        ]
    }
}
