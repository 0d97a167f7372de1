import EarshotCore

/// Reads Hacker News: an item with its `children` (Algolia), and items of the Firebase answers, as a list or JSON lines.
struct HackerNewsThread: ThreadImporter {
    var format: FileFormat { FileFormat(name: "hacker-news", title: "Hacker News thread (JSON)") }

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        let bases = ["", "[]"]
        return bases.contains { base in
            let start = base.isEmpty ? "" : base + "."
            let isTree = json.has(all: start + "created_at_i", start + "children", start + "author")
            let isItem = json.has(all: start + "by", start + "id", start + "time", start + "type")
            return isTree || isItem
        }
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var ledger = ThreadLedger(path: context.path)
        var reading = Reading()
        try JSONThings.read(file, &ledger, at: ["[]"], emit: emit) { value, _, line, ledger in
            for value in value.array ?? [value] { try reading.take(value, nil, line, &ledger, emit) }
        }
        guard ledger.threadCount > 0 else {
            throw ledger.fault
                ?? Diagnostic(
                    .error, "The Hacker News file holds no story and no comments", at: context.path,
                    mend: "Save the answer to hn.algolia.com/api/v1/items/<id>")
        }
        try ledger.finish(emit: emit)
    }

    private struct Reading {
        /// Of flat items: which thread each belongs to.
        private var threads: [String: DiscussionThread.ID] = [:]

        mutating func take(
            _ item: JSONValue, _ around: DiscussionThread.ID?, _ line: Int, _ ledger: inout ThreadLedger,
            _ emit: (ImportedRecord) throws -> Void
        ) throws {
            guard let id = item["id"]?.id else {
                if item.members != nil {
                    ledger.found()
                    ledger.pass(.nameless, line: line)
                }
                return
            }
            let parent = item.first("parent_id", "parent")?.id
            let story = item["story_id"]?.id.map { DiscussionThread.ID("hackernews:\($0)") }
            let isStory = parent == nil
            let thread =
                around ?? story ?? parent.flatMap { threads[$0] } ?? .init("hackernews:\(parent ?? id)")
            threads[id] = thread
            try ledger.open(
                DiscussionThread(
                    id: thread, title: isStory ? item["title"]?.string ?? "" : "",
                    url: isStory ? "https://news.ycombinator.com/item?id=\(id)" : nil, place: "Hacker News",
                    network: "hackernews", linkedURL: isStory ? item["url"]?.filled : nil), emit: emit)
            if let count = item["descendants"]?.int { ledger.announce(count, in: thread) }
            let text = ledger.words(html: item["text"]?.string ?? "", line: line)
            // A story without words is only the thread's title.
            if !isStory || !text.isEmpty {
                ledger.found()
                var comment = ThreadComment(id: .init(id), thread: thread, text: text)
                comment.parent = parent.map { .init($0) }
                comment.author = item.first("author", "by")?.filled
                comment.posted = item.first("created_at_i", "time")?.moment(zone: "UTC")
                comment.url = "https://news.ycombinator.com/item?id=\(id)"
                comment.likes = item.first("points", "score")?.int
                comment.kind = isStory ? .opening : .reply
                // Algolia leaves author and words of a deleted comment empty.
                let isBlank = comment.author == nil && text.isEmpty
                if item["deleted"]?.bool == true || isBlank { comment.state = .deleted }
                if item["dead"]?.bool == true { comment.state = .hidden }
                try ledger.take(comment, line: line, emit: emit)
            }
            for child in item["children"]?.array ?? [] { try take(child, thread, line, &ledger, emit) }
        }
    }
}
