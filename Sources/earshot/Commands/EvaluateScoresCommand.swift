import ArgumentParser
import EarshotIO
import Foundation

/// What `earshot evaluate tone`, `position`, `language` and `all` have in common.
struct ScoreEvaluationOptions: ParsableArguments {
    @Argument(help: "A folder of labelled texts (tone….jsonl, position….jsonl, language….jsonl), or one such file.")
    var folder: String
    @Option(
        name: .long,
        help:
            "Another method's answers to the same texts, NAME=FILE.jsonl, to stand on the same table. May be repeated.")
    var beside: [String] = []
    @Flag(name: .long, help: "One JSON object, for programs.")
    var json = false

    func run(_ kinds: [ScoreEvaluationSet.Kind]) throws {
        try Run.reporting {
            let report = try ScoreEvaluation(URL(fileURLWithPath: folder), kinds: kinds, beside: beside)
            if json {
                FileHandle.standardOutput.write(Data(report.json))
            } else {
                Console.print(report.lines.joined(separator: "\n"))
            }
            return false
        }
    }
}

struct EvaluateToneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tone", abstract: "Measure how right the tone is.",
        discussion: "Reads lines of {\"text\",\"label\"} or {\"text\",\"rating\"}. Nothing is stored.")
    @OptionGroup var options: ScoreEvaluationOptions

    func run() throws { try options.run([.tone]) }
}

struct EvaluatePositionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "position", abstract: "Measure how right positions are, and how many comments are given one.",
        discussion: """
            Reads lines of {"text","about","position"}; lines with the same "about" are one item. Nothing is stored.
            """)
    @OptionGroup var options: ScoreEvaluationOptions

    func run() throws { try options.run([.position]) }
}

struct EvaluateLanguageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language", abstract: "Measure how right languages are.",
        discussion: "Reads lines of {\"text\",\"language\"}. Nothing is stored.")
    @OptionGroup var options: ScoreEvaluationOptions

    func run() throws { try options.run([.language]) }
}

struct EvaluateAllCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all", abstract: "Measure tone, positions and languages of one folder.")
    @OptionGroup var options: ScoreEvaluationOptions

    func run() throws { try options.run(ScoreEvaluationSet.Kind.allCases) }
}
