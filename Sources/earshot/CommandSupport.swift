import ArgumentParser
import Dispatch
import EarshotCore
import EarshotIO
import Foundation

enum Version {
    static let number = "0.1.0"
}

struct DatabaseOption: ParsableArguments {
    @Option(name: .long, help: "The database file.")
    var database = "earshot.sqlite"

    func open() throws -> Store { try Store(path: database) }
}

struct QuietFlag: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Print warnings and errors only.")
    var quiet = false
}

struct MeaningOption: ParsableArguments {
    @Option(
        name: .customLong("meaning"),
        help: """
            Read for meaning, to link threads and to find positions that words leave open: off; auto, what words leave \
            in doubt; all.
            """)
    var mode = MeaningMode.auto
}

extension MeaningMode: ExpressibleByArgument {}

struct OneMeeting: ParsableArguments {
    @Option(name: .long, help: "The meeting: its folder's name. May be left out where the database holds one only.")
    var meeting: String?

    func id(in store: Store) throws -> Meeting.ID {
        if let meeting { return MeetingName.id(of: meeting) }
        let known = try store.meetings()
        guard let only = known.first, known.count == 1 else {
            throw Diagnostic(
                .error, known.isEmpty ? "The database holds no meeting" : "The database holds several meetings",
                mend: known.isEmpty
                    ? "Import a folder first: earshot import Agendas/<meeting>"
                    : "Say which with --meeting: \(known.map(\.rawValue).joined(separator: ", "))")
        }
        return only
    }
}

enum MeetingName {
    /// A meeting's id from what the person typed: the id itself, or the path of its folder.
    static func id(of argument: String) -> Meeting.ID {
        Meeting.ID(URL(fileURLWithPath: argument).standardizedFileURL.lastPathComponent)
    }

    static func ids(of arguments: [String], in store: Store) throws -> [Meeting.ID] {
        arguments.isEmpty ? try store.meetings() : arguments.map(id)
    }
}

enum ItemName {
    /// The item that the person named by its number or id. Throws a `Diagnostic` where there is none, or comments cannot
    /// stand under it.
    static func item(named name: String, among items: [AgendaItem]) throws -> AgendaItem {
        guard let item = items.first(where: { $0.id.rawValue == name || $0.number == name }) else {
            let names = items.map { $0.number.isEmpty ? $0.id.rawValue : $0.number }
            throw Diagnostic(
                .error, "The agenda has no item \u{201C}\(name)\u{201D}",
                mend: "Name a number or id: \(names.joined(separator: ", "))")
        }
        guard item.isLinkable else {
            throw Diagnostic(
                .error, "Item \(name) is procedural, restricted or left out: nothing is linked to it",
                mend: "Name another item")
        }
        return item
    }
}

/// Runs a command's body; a `Diagnostic` becomes a sentence and exit code 2, losses become code 1.
enum Run {
    /// `body` answers whether records were skipped.
    static func reporting(_ console: Console = Console(), _ body: () throws -> Bool) throws {
        do {
            if try body() { throw ExitCode(1) }
        } catch let diagnostic as Diagnostic {
            console.complain(diagnostic)
            throw ExitCode(2)
        }
    }

    /// An interruption that Ctrl-C and SIGTERM set. A second signal ends the program at once: the database rolls back
    /// by itself, and what an export had begun is cleared at the next one.
    static func interruption() -> (Interruption, [any DispatchSourceSignal]) {
        let interruption = Interruption()
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                interruption.stop()
                signal(number, SIG_DFL)
            }
            source.resume()
            return source
        }
        return (interruption, sources)
    }

    /// Lets Ctrl-C and SIGTERM end the program at once again, for a prompt that saves every answer.
    static func endAtInterrupt() {
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }

    /// A pipeline on `store` whose steps are printed on `console` and that stops at Ctrl-C.
    static func withPipeline<T>(_ store: Store, _ console: Console, _ body: (Pipeline) throws -> T) throws -> T {
        let (interruption, sources) = interruption()
        defer { for source in sources { source.cancel() } }
        return try body(Pipeline(store: store, interruption: interruption, report: console.report))
    }
}
