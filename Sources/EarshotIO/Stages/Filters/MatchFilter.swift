package import EarshotCore
package import Foundation

/// `earshot match` as a filter: JSON lines of threads in, JSON lines of links out, one for one, in order.
///
/// Links lean on all threads (how rare a word is, what confident threads share), so the whole input is read before the
/// first line is written; of each thread only a small profile is kept.
package struct MatchFilter: Sendable {
    private let linker: Linker
    private let meaning: MeaningMode
    private let showsFit: Bool

    /// Reads the items: JSON lines of `{"item_id","title","description"?,"url"?,"number"?,"restricted"?}`.
    /// Throws a `Diagnostic` naming the line where one is no item. `showsFit` adds to each line how well the item that
    /// fits best by words and meaning does.
    package init(items file: FileHandle, meaning: MeaningMode = .auto, showsFit: Bool = false) throws {
        self.meaning = meaning
        self.showsFit = showsFit
        var items: [AgendaItem] = []
        try JSONLines.forEachBatch(file, batch: 1024) { lines in
            for line in lines { items.append(try Self.item(line, position: items.count + 1)) }
        }
        guard !items.isEmpty else {
            throw Diagnostic(.error, "The file of items is empty", mend: "Give one JSON object a line: item_id, title")
        }
        linker = Linker(meeting: Meeting(id: Meeting.ID("match")), items: items)
    }

    private static func item(_ line: JSONLines.Line, position: Int) throws -> AgendaItem {
        let value = try JSONLines.object(line)
        guard let id = value["item_id"]?.string, let title = value["title"]?.string else {
            throw Diagnostic(
                .error, "Line \(line.number) of the items has no \"item_id\" or no \"title\"",
                mend: "Give both, as strings")
        }
        return AgendaItem(
            id: AgendaItem.ID(id), position: position, number: value["number"]?.string ?? "", title: title,
            text: value["description"]?.string ?? "", url: value["url"]?.string,
            kind: ProceduralTitles.contain(title) ? .procedural : .business,
            restricted: value["restricted"] == .bool(true))
    }

    /// Reads `{"thread_id","title","comments":[{"text"}]}` lines and writes a line for each. Answers how many lines
    /// could not be read; each of those gives a line with `"error"`.
    package func run(from input: FileHandle, to output: FileHandle) throws -> Int {
        var answers: [Result<ThreadProfile, Diagnostic>] = []
        try JSONLines.forEachBatch(input, batch: 512) { lines in
            answers += Parallel.map(lines, size: 16) { $0.map(profile) }.flatMap { $0 }
        }
        let round = linker.round(for: answers.compactMap { try? $0.get() }, meaning: meaning)
        let links = round.links(MeaningReading.vectors(of: round.wanted) { _, _ in })
        var next = links.makeIterator()
        var json = JSONWriter()
        var failures = 0
        for answer in answers {
            switch answer {
            case .success:
                if let link = next.next() { write(link, into: &json) }
            case .failure(let diagnostic):
                failures += 1
                json.object { $0.field("error", diagnostic.line) }
            }
            json.endLine()
            if json.bytes.count > 1 << 20 { try output.write(contentsOf: json.take()) }
        }
        try output.write(contentsOf: json.take())
        return failures
    }

    private func profile(_ line: JSONLines.Line) -> Result<ThreadProfile, Diagnostic> {
        do {
            let value = try JSONLines.object(line)
            guard let id = value["thread_id"]?.string else {
                throw Diagnostic(
                    .error, "The line has no \"thread_id\"", at: "standard input:\(line.number)",
                    mend: "Give each thread an id")
            }
            let texts = value["comments"]?.array?.compactMap { $0["text"]?.string } ?? []
            let count = min(texts.count, Linker.commentLimit)
            return .success(
                linker.profile(
                    LinkThread(
                        id: DiscussionThread.ID(id), title: value["title"]?.string ?? "", url: value["url"]?.string,
                        linkedURL: value["linked_url"]?.string, declaredItem: value["item"]?.string,
                        texts: (0..<count).map { texts[$0 * texts.count / count] },
                        positions: (0..<count).map { $0 * texts.count / count }, length: texts.count)))
        } catch {
            return .failure(
                error as? Diagnostic ?? Diagnostic(.error, "\(error)", at: "standard input:\(line.number)"))
        }
    }

    private func write(_ link: ThreadLink, into json: inout JSONWriter) {
        json.object { json in
            json.field("thread_id", link.thread.rawValue)
            json.field("linked", link.linked?.rawValue)
            json.field("candidates", link.candidates) { json, candidate in
                json.object { json in
                    json.field("item_id", candidate.item.rawValue)
                    json.field("confidence", thousandths: candidate.confidence)
                    json.field("reasons", candidate.reasons) { json, reason in
                        json.object { json in
                            json.field("kind", reason.kind.rawValue)
                            json.field("text", reason.text)
                            json.field("weight", thousandths: reason.weight)
                            if let passage = reason.passage { json.field("passage", passage.text) }
                        }
                    }
                }
            }
            if !link.runs.isEmpty { json.field("runs", link.runs, Self.write) }
            if showsFit, let fit = link.fit { Self.write(fit, into: &json) }
        }
    }

    /// Positions count from 0.
    private static func write(_ json: inout JSONWriter, _ run: LinkRun) {
        json.object { json in
            json.field("first", run.first)
            json.field("last", run.last)
            json.field("item_id", run.candidate.item.rawValue)
            json.field("confidence", thousandths: run.candidate.confidence)
        }
    }

    private static func write(_ fit: LinkFit, into json: inout JSONWriter) {
        json.key("fit")
        json.object { json in
            json.field("item_id", fit.item.rawValue)
            json.field("value", fit.value)
            json.field("next", fit.next)
            json.field("words", fit.words)
            json.field("meaning", fit.meaning)
        }
    }
}
