import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct LinksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "See the links between threads and items, and overrule them.",
        subcommands: [List.self, Why.self, Confirm.self, Reject.self, Attach.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every thread with its link and the reasons.")
        @OptionGroup var meeting: OneMeeting
        @OptionGroup var database: DatabaseOption

        func run() throws {
            try Run.reporting {
                let store = try database.open()
                let id = try meeting.id(in: store)
                let items = Dictionary(
                    try store.items(of: id).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                for link in try store.links(of: id) { Console.print(Self.text(link, items)) }
                return false
            }
        }

        private static func text(_ link: StoredLink, _ items: [AgendaItem.ID: AgendaItem]) -> String {
            let target = link.item.map { items[$0]?.label ?? $0.rawValue } ?? "no item"
            var text = "\(link.thread.id.rawValue)  \u{201C}\(link.thread.title)\u{201D}, \(link.comments) comments\n"
            text += "  → \(target)  (\(LinkStanding.of(link)))"
            for candidate in link.link.candidates {
                let label = items[candidate.item]?.label ?? candidate.item.rawValue
                text += "\n    \(LinkStanding.percent(candidate.confidence))  \(label): "
                text += candidate.reasons.map(\.text).joined(separator: "; ")
            }
            for run in link.runs {
                let label = items[run.candidate.item]?.label ?? run.candidate.item.rawValue
                text += "\n  comments \(run.first + 1) to \(run.last + 1) → \(label)  "
                text += "(\(LinkStanding.percent(run.candidate.confidence)))"
            }
            return text
        }

    }

    struct Confirm: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Confirm the links of threads as they stand.")
        @Argument(help: "Thread ids.") var threads: [String]
        @OptionGroup var meeting: OneMeeting
        @OptionGroup var database: DatabaseOption

        func run() throws {
            try Verdicts(meeting: meeting, database: database).record(on: threads) { link in
                guard let item = link.item else {
                    throw Diagnostic(
                        .error, "The thread \u{201C}\(link.thread.id.rawValue)\u{201D} is linked to no item",
                        mend: "Attach it: earshot links attach \(link.thread.id.rawValue) ITEM")
                }
                return .confirmed(item)
            }
        }
    }

    struct Reject: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that threads are not about the item they are linked to.",
            discussion: "The next run may suggest another item; with --none it may not.")
        @Argument(help: "Thread ids.") var threads: [String]
        @Flag(name: .long, help: "They are about no item of this agenda.") var none = false
        @OptionGroup var meeting: OneMeeting
        @OptionGroup var database: DatabaseOption

        func run() throws {
            try Verdicts(meeting: meeting, database: database).record(on: threads) { link in
                if none { return LinkVerdict.none }
                guard let item = link.item else {
                    throw Diagnostic(
                        .error, "The thread \u{201C}\(link.thread.id.rawValue)\u{201D} is linked to no item",
                        mend: "There is nothing to reject; --none makes it stay so")
                }
                return .rejected([item])
            }
        }
    }

    struct Attach: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Link a thread to an item, whatever the linker says.")
        @Argument(help: "A thread id.") var thread: String
        @Argument(help: "The item: its number or id.") var item: String
        @OptionGroup var meeting: OneMeeting
        @OptionGroup var database: DatabaseOption

        func run() throws {
            let verdicts = Verdicts(meeting: meeting, database: database)
            try verdicts.record(on: [thread]) { _ in .attached(try verdicts.item(named: item)) }
        }
    }
}

/// Who says how a thread is linked, and how sure that is.
enum LinkStanding {
    static func of(_ link: StoredLink) -> String {
        switch link.verdict {
        case .confirmed: "confirmed by a person"
        case .attached: "attached by a person"
        case .none?: "a person said: about no item"
        case .rejected: link.item == nil ? "a person rejected it; nothing else fits" : "suggested after a rejection"
        case nil:
            link.item == nil
                ? "nothing fits well enough; about no item: \(Self.percent(link.link.noItemConfidence))"
                : "suggested, not yet checked by a person"
        }
    }

    static func percent(_ thousandths: Int) -> String {
        (1..<5).contains(thousandths) ? "under 1 %" : "\((thousandths + 5) / 10) %"
    }
}

/// Records what a person says of links; all of the threads named, or none.
struct Verdicts {
    let meeting: OneMeeting
    let database: DatabaseOption

    func record(on threads: [String], _ verdict: (StoredLink) throws -> LinkVerdict) throws {
        try Run.reporting {
            let store = try database.open()
            let id = try meeting.id(in: store)
            let known = Dictionary(
                try store.links(of: id).map { ($0.thread.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
            let decided = try threads.map { thread in
                guard let link = known[thread] else {
                    throw Diagnostic(
                        .error, "This meeting has no thread \u{201C}\(thread)\u{201D}",
                        mend: "List the threads and their ids: earshot links list")
                }
                return (link.thread.id, try verdict(link))
            }
            for (thread, verdict) in decided { try store.record(verdict, on: thread, of: id) }
            Console.print("\(decided.count) \(decided.count == 1 ? "verdict" : "verdicts") recorded")
            return false
        }
    }

    func item(named name: String) throws -> AgendaItem.ID {
        let store = try database.open()
        return try ItemName.item(named: name, among: store.items(of: meeting.id(in: store))).id
    }
}
