import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure how often the program is right, on texts whose answers are known.",
        subcommands: [
            EvaluateLinkCommand.self, EvaluateToneCommand.self, EvaluatePositionCommand.self,
            EvaluateLanguageCommand.self, EvaluateAllCommand.self, EvaluateSpeedCommand.self,
        ])
}

struct EvaluateLinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Measure how often links are right, beside plain methods.",
        discussion: """
            Reads a folder with items.jsonl and threads.jsonl, or a meeting's folder (--meeting) and a table of right \
            answers (--answers). Links the threads as the program does, then compares. Nothing is stored.
            """)

    @Argument(help: "A folder with items.jsonl and threads.jsonl.")
    var folder: String?
    @Option(name: .long, help: "A meeting's folder, in place of labelled data; with --answers.")
    var meeting: String?
    @Option(name: .long, help: "CSV table of right answers: thread_id or thread_title, item_id (empty for none).")
    var answers: String?
    @Option(name: .long, help: "JSON lines of another method's scores, to stand on the same table. May be repeated.")
    var beside: [String] = []
    @OptionGroup var meaning: MeaningOption
    @Flag(name: .long, help: "Leave out the sentence encoder alone, which takes most of the time.")
    var quick = false
    @Flag(name: .long, help: "One JSON object, for programs.")
    var json = false

    func run() throws {
        try Run.reporting {
            let report = try LinkEvaluation(try labelled(), meaning: meaning.mode)
                .report(isQuick: quick, beside: beside.map { URL(fileURLWithPath: $0) })
            if json {
                FileHandle.standardOutput.write(Data(report.json))
            } else {
                Console.print(report.lines.joined(separator: "\n"))
            }
            return false
        }
    }

    private func labelled() throws -> LinkEvaluationSet {
        switch (folder, meeting, answers) {
        case (let folder?, nil, nil): return try LinkEvaluationSet(folder: URL(fileURLWithPath: folder))
        case (nil, let meeting?, let answers?):
            return try LinkEvaluationSet(
                meeting: URL(fileURLWithPath: meeting), answers: URL(fileURLWithPath: answers))
        default:
            throw Diagnostic(
                .error, "Either labelled data or a meeting with its right answers is needed",
                mend: "Name a folder with items.jsonl and threads.jsonl, or give both --meeting and --answers")
        }
    }
}
