import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read meeting folders into the database.")

    @Argument(help: "Meeting folders.")
    var folders: [String]
    @OptionGroup var database: DatabaseOption
    @OptionGroup var quiet: QuietFlag

    func run() throws {
        let console = Console(isQuiet: quiet.quiet)
        try Run.reporting(console) {
            try Run.withPipeline(database.open(), console) { pipeline in
                var hasLosses = false
                for folder in folders {
                    let outcome = try pipeline.importFolder(URL(fileURLWithPath: folder))
                    PackReport(console: console).print(outcome)
                    hasLosses = hasLosses || outcome.hasLosses
                }
                return hasLosses
            }
        }
    }
}

struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Suggest for every thread the agenda item it is about, or none.")

    @Argument(help: "Meetings; all of the database where none is named.")
    var meetings: [String] = []
    @OptionGroup var meaning: MeaningOption
    @OptionGroup var database: DatabaseOption
    @OptionGroup var quiet: QuietFlag

    func run() throws {
        let console = Console(isQuiet: quiet.quiet)
        try Run.reporting(console) {
            let store = try database.open()
            try Run.withPipeline(store, console) { pipeline in
                for meeting in try MeetingName.ids(of: meetings, in: store) {
                    let count = try pipeline.link(meeting, meaning: meaning.mode)
                    console.say(
                        "  \(meeting.rawValue): \(count.inserted) new, \(count.updated) changed, "
                            + "\(count.unchanged) unchanged")
                }
            }
            return false
        }
    }
}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the briefing packs of meetings already imported, linked and scored.")

    @Argument(help: "Meetings; all of the database where none is named.")
    var meetings: [String] = []
    @Option(name: .long, help: "The folder that packs are written to.")
    var out = "Exports"
    @Flag(name: .long, help: "Begin CSV files with a byte-order mark, for Excel.")
    var bom = false
    @Option(
        name: .long,
        help: """
            Files for other programs beside the pack's own: opencivicdata, themefinder, sensemaking; parted by commas, \
            or the option repeated.
            """, transform: ExchangeFormat.list)
    var also: [[ExchangeFormat]] = []
    @Flag(name: .long, help: "Put each pack into one file as well, beside its folder.")
    var zip = false
    @OptionGroup var audience: AudienceOption
    @OptionGroup var words: UnredactedOption
    @OptionGroup var database: DatabaseOption
    @OptionGroup var quiet: QuietFlag

    func run() throws {
        let console = Console(isQuiet: quiet.quiet)
        try Run.reporting(console) {
            let store = try database.open()
            try Run.withPipeline(store, console) { pipeline in
                for meeting in try MeetingName.ids(of: meetings, in: store) {
                    // Verdicts and exclusions may have changed since: both stages do nothing where they did not.
                    let meaning = try store.meaning(of: meeting) ?? .auto
                    try pipeline.link(meeting, meaning: meaning)
                    try pipeline.score(meeting, meaning: meaning)
                    let brief = try pipeline.makeBrief(of: meeting)
                    var options = ExportOptions(byteOrderMark: bom)
                    audience.apply(to: &options)
                    options.also = also.flatMap { $0 }
                    options.unredacted = try words.note(for: audience.audience)
                    let folder = URL(fileURLWithPath: out)
                    let files = try pipeline.export(brief, of: meeting, to: folder, options: options)
                    let name = options.folder(of: meeting)
                    for file in files { console.say("  \(out)/\(name)/\(file.name)  \(file.size) bytes") }
                    if zip {
                        let pack = folder.appendingPathComponent(name)
                        let file = try PackZip(pack: pack, date: brief.meeting.start).write()
                        console.say("  \(out)/\(file.name)  \(file.size) bytes")
                    }
                }
            }
            return false
        }
    }
}

extension ExchangeFormat {
    /// "opencivicdata,sensemaking".
    fileprivate static func list(_ text: String) throws -> [ExchangeFormat] {
        try text.split(separator: ",").map { word in
            guard let format = ExchangeFormat(rawValue: String(word)) else {
                let known = allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("There is no form \u{201C}\(word)\u{201D}. Name one of \(known)")
            }
            return format
        }
    }
}
