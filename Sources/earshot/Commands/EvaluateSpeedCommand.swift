import ArgumentParser
import EarshotIO
import Foundation

struct EvaluateSpeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed", abstract: "Measure how many comments a second the scorers read on one core.",
        discussion: "Counts processor time, not the clock on the wall. Nothing is stored.")

    @Argument(help: "JSON lines of {\"text\"}.")
    var file: String
    @Option(name: .long, help: "How often each step is timed; the least time is told.")
    var rounds = 5

    func run() throws {
        try Run.reporting {
            let speed = try ScoreSpeed(file: URL(fileURLWithPath: file), rounds: rounds, clock: Self.processorTime)
            Console.print(speed.lines.joined(separator: "\n"))
            return false
        }
    }

    private static func processorTime() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
