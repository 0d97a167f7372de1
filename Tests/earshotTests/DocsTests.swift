import Foundation
import Testing

@Suite("The documents")
struct DocsTests {
    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: projectRoot.appendingPathComponent(path)), as: UTF8.self)
    }

    /// The lines of the README's `sh` blocks.
    private static func commands() throws -> [String] {
        var commands: [String] = []
        var inside = false
        for line in try text("README.md").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                inside = line == "```sh"
            } else if inside, !line.isEmpty {
                commands.append(String(line))
            }
        }
        return commands
    }

    @Test("the README's commands work, one after another, as they stand")
    func readme() throws {
        let work = try Workspace()
        try FileManager.default.copyItem(at: projectRoot.appendingPathComponent("Agendas"), to: work.path("Agendas"))
        let commands = try Self.commands()
        // Scripts/demo is run by Scripts/test, which is run by whoever runs this.
        #expect(Array(commands.prefix(2)) == ["Scripts/demo", "Scripts/test"])
        #expect(commands.count > 10)
        let path = program.deletingLastPathComponent().path + ":/usr/bin:/bin"
        for command in commands.dropFirst(2) {
            let outcome = try run(
                URL(fileURLWithPath: "/bin/bash"), ["-c", command], in: work.url, environment: ["PATH": path])
            #expect(outcome.code == 0, "\(command)\n\(outcome.out)\n\(outcome.err)")
        }
    }

    @Test("the README's screen is what the program prints")
    func screen() throws {
        let work = try Workspace()
        try FileManager.default.copyItem(at: projectRoot.appendingPathComponent("Agendas"), to: work.path("Agendas"))
        let outcome = try earshot(["brief", "Agendas/\(sampleMeeting)"], in: work.url)
        #expect(try Self.text("README.md").contains(outcome.out), "\(outcome.out)")
    }

    @Test("every command and option stands in the README or in Docs")
    func commandsAreDocumented() throws {
        let documents = try Self.text("README.md") + Self.text("Docs/Formats.md") + Self.text("Docs/Commands.md")
        let work = try Workspace()
        var queue = [[String]]()
        queue.append([])
        var seen = 0
        while let command = queue.popLast() {
            let help = try earshot(command + ["--help"], in: work.url).out
            seen += 1
            var inSubcommands = false
            for line in help.split(separator: "\n") {
                if line.hasPrefix("SUBCOMMANDS") {
                    inSubcommands = true
                } else if !line.hasPrefix(" ") {
                    inSubcommands = false
                }
                let words = line.split(separator: " ")
                guard line.hasPrefix("  "), !line.hasPrefix("   "), let first = words.first else { continue }
                if inSubcommands, first.first?.isLetter == true, first != "See" {
                    queue.append(command + [String(first)])
                }
                for word in words where word.hasPrefix("--") {
                    let option = word.prefix { $0.isLetter || $0 == "-" }
                    guard option != "--help", option != "--version" else { continue }
                    #expect(documents.contains(String(option)), "\(command) \(option) is described nowhere")
                }
            }
            let name = (["earshot"] + command).joined(separator: " ")
            #expect(documents.contains(name), "\(name) is described nowhere")
        }
        #expect(seen >= 14)
    }

    @Test("every CSV column and every format stands in Docs/Formats.md")
    func formatsAreDocumented() throws {
        let document = try Self.text("Docs/Formats.md")
        let pack = projectRoot.appendingPathComponent("Exports/\(sampleMeeting)")
        for file in [
            "comments.csv", "items.csv", "links.csv", "keyphrases.csv", "themes.csv", "questions.csv",
        ] {
            let header = String(decoding: try Data(contentsOf: pack.appendingPathComponent(file)), as: UTF8.self)
                .split(separator: "\r\n", maxSplits: 1)[0]
            for column in header.split(separator: ",") {
                #expect(document.contains("| `\(column)` |"), "\(file): \(column)")
            }
        }
    }
}
