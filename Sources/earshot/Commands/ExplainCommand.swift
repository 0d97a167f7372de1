import ArgumentParser
import EarshotIO
import Foundation

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show how one comment is scored, word by word.",
        discussion: """
            Says how the language was told, what each word adds to the tone (the shares add up to the figure), why it is \
            called negative, neutral or positive, which position was found, and which words the tone does not know.
            """)

    @Argument(help: "The comment's words; - reads them from standard input.")
    var text: String
    @Option(name: .long, help: "The item's title (and, on the lines after it, its text), for the position.")
    var about: String?
    @Flag(name: .long, help: "One JSON object, for programs.")
    var json = false

    func run() throws {
        let words = text == "-" ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : text
        let explanation = ScoreExplanation(words, about: about)
        if json {
            FileHandle.standardOutput.write(Data(explanation.json))
        } else {
            Console.print(explanation.lines.joined(separator: "\n"))
        }
    }
}
