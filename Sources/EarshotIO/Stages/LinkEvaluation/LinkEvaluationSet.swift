package import EarshotCore
package import Foundation

/// Threads whose items are known, to see how often links are right.
///
/// What the linker is given (`meeting`, `items`, `names`, `threads`) and what is known (`truths`) lie apart: no label is ever
/// part of a thread or an item.
package struct LinkEvaluationSet: Sendable {
    /// The folder's name.
    package var name: String
    package var meeting: Meeting
    /// The whole agenda; answers and truths count positions in `linkable`.
    package var items: [AgendaItem]
    /// Names of places beside the agenda's own.
    package var names: [String]
    package var threads: [LinkThread]
    /// Of each thread; `nil` where nobody said, so that it is linked with the others and not judged.
    package var truths: [LinkTruth?]
    /// Whether the set is large enough to be told in two halves: a folder of labelled threads, not one meeting.
    package var hasHalves: Bool

    package var linkable: [AgendaItem] { items.filter(\.isLinkable) }

    /// Reads a folder with `items.jsonl` (`{"item_id","title","description"?,"url"?,"number"?}`) and `threads.jsonl`
    /// (`{"thread_id","title"?,"comments":[{"text"}],"true_item_id":id|null,"group"?}`).
    ///
    /// Throws a `Diagnostic` with file and line where one of them is missing or says something else.
    package init(folder: URL) throws {
        name = folder.standardizedFileURL.lastPathComponent
        meeting = Meeting(id: Meeting.ID("evaluation"))
        names = []
        hasHalves = true
        items = []
        threads = []
        truths = []
        for line in try EvaluationLines(folder.appendingPathComponent("items.jsonl")) {
            items.append(try Self.item(line, position: items.count + 1))
        }
        let positions = Dictionary(
            linkable.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for line in try EvaluationLines(folder.appendingPathComponent("threads.jsonl")) {
            let thread = LinkThread(
                id: DiscussionThread.ID(try line.string("thread_id")), title: line.value["title"]?.string ?? "",
                texts: (line.value["comments"]?.array ?? []).compactMap { $0["text"]?.string })
            truths.append(try Self.truth(line, of: thread, positions: positions))
            threads.append(thread)
        }
    }

    private static func item(_ line: EvaluationLines.Line, position: Int) throws -> AgendaItem {
        let title = try line.string("title")
        return AgendaItem(
            id: AgendaItem.ID(try line.string("item_id")), position: position,
            number: line.value["number"]?.string ?? "", title: title,
            text: line.value["description"]?.string ?? "", url: line.value["url"]?.string,
            kind: ProceduralTitles.contain(title) ? .procedural : .business)
    }

    private static func truth(
        _ line: EvaluationLines.Line, of thread: LinkThread, positions: [AgendaItem.ID: Int]
    ) throws -> LinkTruth {
        guard let told = line.value["true_item_id"] else {
            throw line.fault("has no \"true_item_id\"", mend: "Give the id of its item, or null for none")
        }
        let id = told.string
        let item = id.flatMap { positions[AgendaItem.ID($0)] }
        guard item != nil || told.isNull else {
            throw line.fault(
                "names an item that threads cannot be linked to", mend: "Name an id of items.jsonl, or null")
        }
        return LinkTruth(
            item: item, group: line.value["group"]?.string ?? id ?? thread.id.rawValue, comments: thread.texts.count,
            hasTitle: !thread.title.isEmpty)
    }
}

/// The lines of a JSON lines file, read whole; faults name the file.
struct EvaluationLines: Sequence {
    struct Line {
        var value: JSONValue
        var place: String

        func string(_ key: String) throws -> String {
            guard let text = value[key]?.string else {
                throw fault("has no \"\(key)\"", mend: "Give it as a string")
            }
            return text
        }

        func fault(_ what: String, mend: String) -> Diagnostic {
            Diagnostic(.error, "The line \(what)", at: place, mend: mend)
        }
    }

    private let lines: [Line]

    /// Throws a `Diagnostic` where there is no such file, or a line of it is no JSON object, or there is none.
    init(_ url: URL) throws {
        let bytes = try SourceFile(url).wholeBytes()
        lines = try bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap {
            index, line in
            guard line.contains(where: { $0 > 0x20 }) else { return nil }
            let value = try JSONParser.parse(Array(line), path: url.path, line: index + 1)
            let read = Line(value: value, place: "\(url.path):\(index + 1)")
            guard value.members != nil else { throw read.fault("is no JSON object", mend: "Give one object a line") }
            return read
        }
        guard !lines.isEmpty else {
            throw Diagnostic(.error, "The file is empty", at: url.path, mend: "Give one JSON object a line")
        }
    }

    func makeIterator() -> IndexingIterator<[Line]> { lines.makeIterator() }
}
