import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct RedactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact", abstract: "Take people's particulars out of texts given as JSON lines.",
        discussion: """
            A filter: reads lines of {"id","text"} from standard input and writes lines of \
            {"id","text","redactions":[{"kind","start","end"}]} in the same order. start and end are UTF-8 byte \
            offsets into the text that was read. One that cannot be read gives "error".
            """)

    @Option(name: .long, help: "A file of names to take out too, one a line, as redact.txt in a meeting's folder.")
    var names: String?
    @Flag(
        name: .long,
        help: "As for the public: also \"Mrs Jones\", names behind \"my neighbour\" or \"ask … at\", and every link.")
    var strict = false

    func run() throws {
        let console = Console()
        try Run.reporting(console) {
            let list = try names.map { try RedactList(SourceFile(URL(fileURLWithPath: $0)), path: $0) }
            console.complain(list?.diagnostics ?? [])
            let redactor = Redactor(names: list?.names ?? [], isStrict: strict)
            let failures = try RedactFilter(redactor).run(from: .standardInput, to: .standardOutput)
            return failures > 0 || list?.diagnostics.isEmpty == false
        }
    }
}
