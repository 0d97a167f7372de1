import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

extension LinksCommand {
    struct Why: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say why a thread is linked as it is, and what would have changed that.")
        @Argument(help: "A thread's id, or a part of its title that no other thread's title has.") var thread: String
        @OptionGroup var meeting: OneMeeting
        @OptionGroup var database: DatabaseOption

        func run() throws {
            try Run.reporting {
                let store = try database.open()
                let id = try meeting.id(in: store)
                let link = try ThreadName.find(thread, among: try store.links(of: id))
                let page = LinkPage(
                    link, items: try store.items(of: id), redactor: Redactor(names: try store.meeting(id).redact))
                Console.print(page.text)
                return false
            }
        }
    }
}

/// Finds the thread that a person names.
enum ThreadName {
    /// By its id, else by a part of its title, in any case. Throws a `Diagnostic` where there is none, or more than one.
    static func find(_ name: String, among links: [StoredLink]) throws -> StoredLink {
        if let link = links.first(where: { $0.thread.id.rawValue == name }) { return link }
        let part = name.lowercased()
        let found = part.isEmpty ? [] : links.filter { $0.thread.title.lowercased().contains(part) }
        if let only = found.first, found.count == 1 { return only }
        guard !found.isEmpty else {
            throw Diagnostic(
                .error, "This meeting has no thread \u{201C}\(name)\u{201D}",
                mend: "List the threads and their ids: earshot links list")
        }
        let ids = found.prefix(5).map(\.thread.id.rawValue).joined(separator: ", ")
        throw Diagnostic(
            .error, "\(found.count) threads have \u{201C}\(name)\u{201D} in their title",
            mend: "Name one by its id: \(ids)\(found.count > 5 ? "…" : "")")
    }
}

/// A page of plain text: how a thread is linked, and why.
struct LinkPage {
    private let link: StoredLink
    private let items: [AgendaItem.ID: AgendaItem]
    private let redactor: Redactor

    init(_ link: StoredLink, items: [AgendaItem], redactor: Redactor) {
        self.link = link
        self.items = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.redactor = redactor
    }

    var text: String {
        let sections = [head, reasons, runnersUp, tipping, stretches, rejected, mend]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    // MARK: - Sections

    private var head: [String] {
        let title = link.thread.title.isEmpty ? "Untitled thread" : "\u{201C}\(link.thread.title)\u{201D}"
        let count = "\(link.comments) \(link.comments == 1 ? "comment" : "comments")"
        let facts = [link.thread.id.rawValue, link.thread.place, count, link.thread.url ?? ""].filter { !$0.isEmpty }
        let target = link.item.map(label) ?? "no item"
        return [title, "  \(facts.joined(separator: " · "))", "", "Linked to: \(target)", "  \(LinkStanding.of(link))"]
    }

    /// The reasons for the item in force; where a person chose one that the program didn't think of, there are none.
    private var reasons: [String] {
        guard let item = link.item else { return [] }
        guard let candidate = link.link.candidates.first(where: { $0.item == item }) else {
            return ["Why", "  A person chose this item; the program found nothing that speaks for it."]
        }
        return ["Why (\(LinkStanding.percent(candidate.confidence)) sure)"] + lines(candidate.reasons)
    }

    private var runnersUp: [String] {
        let others = link.link.candidates.filter { $0.item != link.item }
        guard let first = others.first else { return [] }
        let heading = link.item == nil ? "Nearest" : "Runner-up"
        return ["\(heading): \(label(first.item)) (\(LinkStanding.percent(first.confidence)))"] + lines(first.reasons)
            + others.dropFirst().map { "Then: \(label($0.item)) (\(LinkStanding.percent($0.confidence)))" }
    }

    private var tipping: [String] {
        let explanation = LinkExplanation(link.link, declaredItem: link.thread.declaredItem, label: label)
        let suggestion = link.link.linked.map(label) ?? "no item"
        let isOverruled = link.item != link.link.linked
        let heading =
            isOverruled ? "What the program itself would have done: \(suggestion)" : "What would have tipped it"
        return [heading] + explanation.sentences.map { "  \($0)" }
    }

    private var stretches: [String] {
        let found = link.link.runs
        guard !found.isEmpty else { return [] }
        var lines = ["Comments that left for another item"]
        for run in found {
            let candidate = run.candidate
            let state = link.runs.contains(run) ? "" : "; without effect, because a person decided"
            lines.append(
                "  The \(run.last - run.first + 1) comments from \(run.first + 1) to \(run.last + 1): "
                    + "\(label(candidate.item)) (\(LinkStanding.percent(candidate.confidence))\(state))")
            lines += self.lines(candidate.reasons).map { "  \($0)" }
        }
        return lines
    }

    private var rejected: [String] {
        guard case .rejected(let ids) = link.verdict else { return [] }
        return ["Rejected by a person, and not suggested again"] + ids.map { "  \(label($0))" }
    }

    private var mend: [String] {
        let id = link.thread.id.rawValue
        var lines = ["To overrule it"]
        if link.item != nil {
            lines.append(
                "  earshot links confirm \(id)        it stands" + (link.runs.isEmpty ? "" : ", for all comments"))
            lines.append("  earshot links reject \(id)         it is about something else")
        }
        lines.append("  earshot links attach \(id) ITEM    it is about ITEM, a number or id")
        if link.item != nil { lines.append("  earshot links reject --none \(id)  it is about no item of this agenda") }
        return lines
    }

    // MARK: - Parts

    private func lines(_ reasons: [LinkReason]) -> [String] {
        reasons.flatMap { reason in
            let heading = reason.kind.heading
            let says = reason.text.lowercased().hasPrefix(heading.lowercased())
            let text = says ? heading + reason.text.dropFirst(heading.count) : "\(heading): \(reason.text)"
            var lines = ["  \(LinkStanding.percent(reason.weight))  \(text)"]
            if let passage = reason.passage {
                lines.append("        thread: \u{201C}\(redactor.redact(passage.text).text)\u{201D}")
            }
            return lines
        }
    }

    private func label(_ id: AgendaItem.ID) -> String { items[id]?.label ?? id.rawValue }
}
