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

    @OptionGroup var database: DatabaseOption
    @OptionGroup var quiet: QuietFlag

    func run() throws {
        let console = Console(isQuiet: quiet.quiet)
        var couldNot = false
        var hasLosses = false
        try Run.reporting(console) {
            let store = try database.open()
            try Run.withPipeline(store, console) { pipeline in
                for folder in folders {
                    do {
                        let outcome = try pipeline.brief(
                            URL(fileURLWithPath: folder), out: URL(fileURLWithPath: out),
                            options: ExportOptions(byteOrderMark: bom))
                        PackReport(console: console).print(outcome, out: out)
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

    func print(_ outcome: BriefOutcome, out: String) {
        print(outcome.imported)
        let totals = outcome.brief.totals
        let meeting = outcome.imported.meeting.rawValue
        for file in outcome.files { console.say("  \(out)/\(meeting)/\(file.name)  \(file.size) bytes") }
        console.say(
            "\(Console.count(totals.read, "comment")) read = \(totals.included) included + \(totals.excluded) excluded; "
                + "\(Console.count(totals.skipped, "record")) skipped")
        console.say(
            "\(totals.itemsTalkedAbout) of \(totals.linkable) items talked about; "
                + "\(Console.count(totals.offAgenda, "comment")) about nothing on this agenda")
    }

    func print(_ outcome: ImportOutcome) {
        console.complain(outcome.diagnostics)
        console.say("  \(outcome.agenda): \(outcome.items) items")
        for file in outcome.files {
            console.complain(file.diagnostics)
            let counts = file.comments
            console.say(
                "  \(file.path): \(file.format), \(Console.count(file.threads.total, "thread")), "
                    + "\(Console.count(counts.total, "comment")) "
                    + "(\(counts.inserted) new, \(counts.updated) updated, \(counts.unchanged) unchanged), "
                    + "\(file.skipped) skipped")
        }
    }
}
