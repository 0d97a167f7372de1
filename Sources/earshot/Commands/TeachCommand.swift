import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct TeachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "teach", abstract: "Teach an item's positions by labelling some of its comments.",
        discussion: """
            Asks about the comments that would teach most, one at a time, and saves every answer at once. Positions that \
            no comment states and no source declares are then learnt from the answers, if that goes well enough. \
            "earshot score" and "earshot brief" use them from then on. Labels stay with the comments when files are \
            imported again.
            """)

    @Argument(help: "The meeting: its folder's name or path.") var meeting: String
    @Argument(help: "The item: its number or id.") var item: String
    @Option(name: .long, help: "How many comments to ask about.") var count = 20
    @Flag(name: .long, help: "List the labels of the item.") var list = false
    @Flag(name: .long, help: "Forget all labels of the item.") var forget = false
    @Option(
        name: .long,
        help: "Take labels from a file: a .csv table or JSON lines with position, and text or comment_id.")
    var labels: String?
    @OptionGroup var database: DatabaseOption

    func validate() throws {
        if [list, forget, labels != nil].count(where: { $0 }) > 1 {
            throw ValidationError("Give one of --list, --forget and --labels at a time.")
        }
        if count < 1 { throw ValidationError("--count must be 1 or more.") }
    }

    func run() throws {
        try Run.reporting {
            let store = try database.open()
            let id = MeetingName.id(of: meeting)
            let item = try ItemName.item(named: item, among: store.items(of: id))
            if list || forget { return try manage(item, of: id, in: store) }
            let console = Console(isQuiet: true)
            var hasLosses = false
            var teaching = try Run.withPipeline(store, console) { pipeline in
                // Comments must stand under their items and be scored; both stages do nothing where they are.
                let meaning = try store.meaning(of: id) ?? .auto
                try pipeline.link(id, meaning: meaning)
                try pipeline.score(id, meaning: meaning)
                if let labels { hasLosses = try take(labels, item, id, pipeline) }
                return try Teaching(item, of: id, with: pipeline)
            }
            Run.endAtInterrupt()
            if labels != nil {
                Console.print(teaching.standing.lines.joined(separator: "\n"))
            } else {
                try TeachPrompt(count: count).run(&teaching)
            }
            Console.print(try ending(id, store))
            return hasLosses
        }
    }

    private func manage(_ item: AgendaItem, of id: Meeting.ID, in store: Store) throws -> Bool {
        let labels = try ItemLabels(item, of: id, with: Pipeline(store: store))
        if forget {
            Console.print("\(Console.count(try labels.forget(), "label")) forgotten")
            return false
        }
        let shown = try labels.shown()
        Console.print("\(item.label): \(Console.count(shown.count, "label"))")
        for label in shown {
            let note = label.isCurrent ? "" : "  (the comment has changed since: the label does not count)"
            Console.print("  \(label.position.rawValue)  \(label.comment)  \(label.text)\(note)")
        }
        return false
    }

    private func take(_ path: String, _ item: AgendaItem, _ id: Meeting.ID, _ pipeline: Pipeline) throws -> Bool {
        let file = try SourceFile(URL(fileURLWithPath: path))
        let taken = try ItemLabels(item, of: id, with: pipeline).take(from: file, path: path)
        Console().complain(taken.diagnostics)
        Console.print("\(Console.count(taken.saved, "label")) taken from \(path)")
        return !taken.diagnostics.isEmpty
    }

    /// What becomes of the labels.
    private func ending(_ id: Meeting.ID, _ store: Store) throws -> String {
        try store.meaning(of: id) == .off
            ? "Saved. The last run used --meaning off; without it \u{201C}earshot score\u{201D} and \u{201C}earshot brief\u{201D} will use the labels."
            : "Saved. \u{201C}earshot score\u{201D} and \u{201C}earshot brief\u{201D} will use the labels."
    }
}

/// The questions on the terminal; answers come a line each, so that a pipe can give them too.
struct TeachPrompt {
    let count: Int
    private static let keys = "s support, o oppose, m mixed, u unclear; k skip, b back, q quit"
    private static let width = 78

    func run(_ teaching: inout Teaching) throws {
        Console.print(teaching.item.label)
        Console.print(
            "\(Console.count(teaching.count, "wording")) of comments to ask about, \(teaching.labelled) labelled so far."
        )
        Console.print(
            "What does the writer want done about what the item proposes? How they say it does not matter.\n\(Self.keys)"
        )
        var cards: [Teaching.Card] = []
        var place = 0
        var told = teaching.labelled
        while place < count {
            if place == cards.count {
                guard let card = try teaching.next() else {
                    Console.print("\nThere is nothing more to ask.")
                    break
                }
                cards.append(card)
            }
            guard let answer = ask(cards[place], place) else { break }
            switch answer {
            case .quit: return close(teaching)
            case .back: place = max(0, place - 1)
            case .skip: place += 1
            case .position(let position):
                try teaching.answer(cards[place], position)
                place += 1
                if teaching.labelled >= Teaching.labelsNeeded, teaching.labelled - told >= 5 {
                    told = teaching.labelled
                    Console.print("\n" + teaching.standing.sentence)
                }
            }
        }
        close(teaching)
    }

    private func close(_ teaching: Teaching) {
        Console.print("\n\(Console.count(teaching.labelled, "label")).")
        Console.print(teaching.standing.lines.joined(separator: "\n"))
    }

    private enum Answer {
        case position(Position)
        case skip, back, quit
    }

    /// `nil` where the input has ended.
    private func ask(_ card: Teaching.Card, _ place: Int) -> Answer? {
        let source = card.source.isEmpty ? "" : "   \(card.source)"
        Console.print("\n\(place + 1) of \(count)\(source)\n\(Self.wrapped(card.text))")
        while true {
            FileHandle.standardOutput.write(Data("> ".utf8))
            guard let line = readLine() else {
                Console.print("")
                return nil
            }
            let word = line.lowercased().trimmingCharacters(in: .whitespaces)
            switch word {
            case "k", "skip": return .skip
            case "b", "back": return .back
            case "q", "quit": return .quit
            default: break
            }
            if let position = PositionWord.position(word) { return .position(position) }
            Console.print(Self.keys)
        }
    }

    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = "  "
        for word in text.split(separator: " ") {
            if line.count + word.count + 1 > width, line.count > 2 {
                lines.append(line)
                line = "  "
            }
            line += (line.count > 2 ? " " : "") + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
