import EarshotCore
import Foundation

/// Reads a feed twice: once for which entries belong together, once for what they say.
struct FeedReading {
    /// "item" in RSS, "entry" in Atom.
    let record: String
    let context: ImportContext

    func read(_ file: SourceFile, emit: (ImportedRecord) throws -> Void) throws {
        var marks: [FeedPlan.Mark] = []
        let rest = try XMLRecords.read(file, path: context.path, records: [record], nested: false) { found in
            marks.append(FeedPlan.Mark(FeedEntry(found.element, zone: context.timeZone)))
        }
        guard !marks.isEmpty else {
            throw Diagnostic(
                .error, "The feed holds no entries", at: context.path,
                mend: "Save the feed again while it shows comments or posts")
        }
        let heading = FeedHeading(rest.root)
        let plan = FeedPlan(marks, heading: heading)
        var count = RecordCount(path: context.path)
        var begun = [Bool](repeating: false, count: plan.threads.count)
        try XMLRecords.read(file, path: context.path, records: [record], nested: false) { found in
            guard count.total < plan.slots.count else { return }
            let slot = plan.slots[count.total]
            count.next()
            if !begun[slot.thread] {
                begun[slot.thread] = true
                try emit(.thread(plan.threads[slot.thread]))
            }
            let entry = FeedEntry(found.element, zone: context.timeZone)
            let (comment, isCut) = comment(entry, slot, plan)
            try count.hand(comment, isCut: isCut, line: found.element.line, to: emit)
        }
        try emit(.note(Diagnostic(.note, told(plan), at: context.path)))
        try count.finish(emit)
    }

    private func comment(_ entry: FeedEntry, _ slot: FeedPlan.Slot, _ plan: FeedPlan) -> (ThreadComment, Bool) {
        let thread = plan.threads[slot.thread]
        let words = entry.words
        var comment = ThreadComment(
            id: ThreadComment.ID(entry.id), thread: thread.id, parent: slot.parent.map { ThreadComment.ID($0) },
            text: words.text)
        comment.author = entry.author ?? FeedSubject.author(entry.title)
        comment.posted = entry.posted
        comment.url = entry.link
        comment.kind = slot.kind
        if plan.way == .answers, slot.kind == .reply { comment.text = withTitle(entry, thread, comment.text) }
        if thread.network == "reddit" {
            comment.text = withoutByline(comment.text)
            if let author = comment.author, author.hasPrefix("/u/") { comment.author = String(author.dropFirst(3)) }
        }
        if plan.way == .comments { answer(&comment) }
        return (comment, words.isCut)
    }

    /// A reply's own title belongs to its words, unless it repeats its thread's or the words themselves.
    private func withTitle(_ entry: FeedEntry, _ thread: DiscussionThread, _ text: String) -> String {
        let title = FeedSubject.display(entry.title)
        var start = title[...]
        for mark in ["...", "…"] where start.hasSuffix(mark) { start = start.dropLast(mark.count) }
        guard !title.isEmpty, !FeedSubject.isReply(entry.title),
            FeedSubject.key(title) != FeedSubject.key(thread.title),
            !MarkupText.collapsed(text).hasPrefix(MarkupText.collapsed(start)), FeedSubject.author(title) == nil,
            FeedSubject.commented(title, author: entry.author) == nil
        else { return text }
        return text.isEmpty ? title : "\(title)\n\n\(text)"
    }

    /// WordPress begins a reply with "In reply to Jo (https://…#comment-12). ".
    private func answer(_ comment: inout ThreadComment) {
        guard comment.text.hasPrefix("In reply to "), let link = comment.text.firstRange(of: " (http"),
            let end = comment.text[link.upperBound...].firstRange(of: ").")
        else { return }
        let address = comment.text[link.upperBound..<end.lowerBound]
        guard let mark = address.lastIndex(of: "#"), address[mark...].hasPrefix("#comment-") else { return }
        let id = comment.id.rawValue.prefix { $0 != "#" }
        if comment.parent == nil, id != comment.id.rawValue {
            comment.parent = ThreadComment.ID(String(id) + String(address[mark...]))
        }
        comment.text = String(comment.text[end.upperBound...].drop(while: \.isWhitespace))
    }

    /// What Reddit's feeds put below every post: "submitted by /u/jo [link] [comments]".
    private func withoutByline(_ text: String) -> String {
        guard let mark = text.range(of: "submitted by", options: .backwards),
            text[mark.lowerBound...].contains("[comments]")
        else { return text }
        return String(text[..<mark.lowerBound]).split(separator: "\n", omittingEmptySubsequences: false)
            .reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed().joined(separator: "\n")
    }

    private func told(_ plan: FeedPlan) -> String {
        let threads = plan.threads.count == 1 ? "1 thread" : "\(plan.threads.count) threads"
        switch plan.way {
        case .comments: return "Read as comments: those on the same page are a thread (\(threads))"
        case .answers: return "Read as a conversation: entries that answer one another are a thread (\(threads))"
        case .subjects:
            return "Read as posts: entries with the same subject are a thread (\(threads)), each entry is a comment"
        }
    }
}
