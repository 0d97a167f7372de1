import ArgumentParser
import EarshotCore
import EarshotIO

@main
struct Earshot: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "earshot", version: "0.1.0")
}
