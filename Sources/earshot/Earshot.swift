import ArgumentParser
import EarshotIO
import Foundation

/// The list of commands.
struct Earshot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "earshot",
        abstract: "Brings what residents say online within earshot of the council meeting that decides.",
        discussion: """
            Reads a meeting's agenda and saved discussion threads, links each thread to the item it is about, scores \
            and summarises the comments, and writes a briefing pack. Everything happens on this machine.

            Start with: earshot brief Agendas/<meeting>
            Exit codes: 0 done; 1 done, with records skipped; 2 could not.
            """,
        version: Version.number,
        subcommands: [
            BriefCommand.self, ImportCommand.self, LinkCommand.self, ScoreCommand.self, ExportCommand.self,
            InspectCommand.self, MapColumnsCommand.self, MatchCommand.self, LinksCommand.self, ExcludeCommand.self,
            IncludeCommand.self, TeachCommand.self, EvaluateCommand.self, ExplainCommand.self, RedactCommand.self,
            EraseCommand.self, AccessLogCommand.self, FreezeCommand.self, EditionsCommand.self,
        ])
}

@main
enum Program {
    static func main() {
        do {
            var command = try Earshot.parseAsRoot()
            try command.run()
        } catch {
            finish(error)
        }
    }

    /// Help and version go to standard output with code 0; everything else is "could not", unless a command said 1.
    private static func finish(_ error: any Error) {
        if let code = error as? ExitCode { exit(code.rawValue) }
        let text = Earshot.fullMessage(for: error)
        if Earshot.exitCode(for: error) == .success {
            Console.print(text)
            exit(0)
        }
        Console.complain(text)
        exit(2)
    }
}
