import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct FreezeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Seal a pack: a numbered edition, later supplements with what is new and changed.")

    @Argument(help: "The meeting.")
    var meeting: String
    @Option(
        name: .long,
        help: """
            When it is sealed, by the clock where the meeting is: \"2026-11-20 17:12\". Left out: now. Given, the same \
            input makes the same pack, byte for byte.
            """)
    var at: String?
    @Flag(name: .long, help: "A whole new edition, where a supplement would do.")
    var edition = false
    @Option(name: .long, help: "The folder that packs are written to.")
    var out = "Exports"
    @Flag(name: .long, help: "Begin CSV files with a byte-order mark, for Excel.")
    var bom = false
    @OptionGroup var audience: AudienceOption
    @OptionGroup var database: DatabaseOption
    @OptionGroup var quiet: QuietFlag

    func run() throws {
        let console = Console(isQuiet: quiet.quiet)
        try Run.reporting(console) {
            let time = try time()
            var export = ExportOptions(byteOrderMark: bom)
            audience.apply(to: &export)
            let store = try database.open()
            let outcome = try Run.withPipeline(store, console) { pipeline in
                try pipeline.freeze(
                    MeetingName.id(of: meeting), to: URL(fileURLWithPath: out),
                    options: FreezeOptions(
                        export: export, at: time,
                        now: Int64(Date().timeIntervalSince1970), forcesEdition: edition))
            }
            report(outcome, console)
            return false
        }
    }

    /// As the clock shows it where the meeting is; `nil` for now.
    private func time() throws -> LocalTime? {
        guard let at else { return nil }
        guard let time = Dates.local(at), time.hasTime else {
            throw Diagnostic(
                .error, "\u{201C}\(at)\u{201D} is no date and time", at: "--at",
                mend: "Write year, month, day, hour and minute: --at \"2026-11-20 17:12\"")
        }
        return time
    }

    private func report(_ outcome: FreezeOutcome, _ console: Console) {
        switch outcome {
        case .unchanged(let last):
            console.say(
                "  Nothing changed since \(last.name) for \(last.audience.rawValue) was sealed: nothing was written. "
                    + "\(out)/\(last.folder)")
        case .sealed(let sealed, let files, let wasThere):
            let counts = "\(Console.count(sealed.read, "comment")) read, \(sealed.included) counted"
            console.say("  Sealed \(sealed.name) for \(sealed.audience.rawValue): \(counts)")
            if wasThere {
                console.say("  It was already in its place: an earlier run had stopped before recording it.")
            }
            for file in files { console.say("  \(out)/\(sealed.folder)/\(file.name)  \(file.size) bytes") }
            console.say("  SHA-256 of its SHA256SUMS: \(sealed.sha256)")
            console.say("  SHA-256 of what the database holds: \(sealed.snapshot)")
        }
    }
}

extension Audience: ExpressibleByArgument {}
