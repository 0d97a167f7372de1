import EarshotCore
import EarshotEncoder
import Foundation

/// What the scorers see of texts, for the scripts that learn from it and measure it: never part of the product.
///
///     model-features tone      lines of text in, what the tone scorer reads of each out (ToneFeatures)
///     model-features scores    lines of text in, the tone of each in thousandths out; nothing where it is not scored
///     model-features vectors   lines of text in, the sentence encoder's components out
///     model-features untaught  lines of items in, an inferred position for each comment out (PositionLines)
///     model-features random40  the same taught with the first 40 labels, or any other number
///     model-features active40  the same taught with 40 that the queue chooses
func run(_ mode: String) throws {
    switch mode {
    case "tone":
        let features = ToneFeatures()
        while let line = readLine() { print(features.line(line)) }
    case "scores":
        let scorer = Scorer()
        while let line = readLine() { print(scorer.score(line).tone.map(String.init) ?? "") }
    case "vectors":
        let encoder = SentenceEncoder()
        var lines: [String] = []
        func write() {
            for vector in encoder.vectors(of: lines) {
                print(vector.components.map(String.init).joined(separator: " "))
            }
            lines.removeAll()
        }
        while let line = readLine() {
            lines.append(line)
            if lines.count == 64 { write() }
        }
        write()
    default:
        var items = PositionLines(mode: mode)
        while let line = readLine() { print(try items.answer(line), terminator: "") }
    }
}

try run(CommandLine.arguments.dropFirst().first ?? "tone")
