import EarshotCore

/// Reads Mastodon's JSON: what `/api/v1/statuses/<id>/context` answers (`ancestors`, `descendants`), a status, a list of
/// statuses, or several of these together; also of Pleroma, GoToSocial and other servers with the same answers, and the
/// notes of Misskey.
///
/// A thread is what hangs together by replies; its id is that of the status that opened it, which a context file does
/// not hold unless asked further down. Statuses that are not public are passed over.
struct MastodonThread: ThreadImporter {
    var format: FileFormat { FileFormat(name: "mastodon-thread", title: "Mastodon thread (JSON)") }

    /// Names under which statuses stand in the answers and in files made of several.
    static let holders: Set<String> = [
        "ancestors", "descendants", "context", "status", "statuses", "root", "replies", "children", "thread", "data",
        "items", "notes", "posts",
    ]

    /// Lists that may be long.
    static let lists = [
        "[]", "ancestors[]", "descendants[]", "context.ancestors[]", "context.descendants[]", "statuses[]", "replies[]",
        "data[]", "items[]", "notes[]",
    ]

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        if !json.bases(having: ["ancestors", "descendants"]).isEmpty { return true }
        let marks = ["visibility", "in_reply_to_id", "spoiler_text", "favourites_count", "reblogs_count"]
        // A deleted status comes with its source instead of its HTML.
        for name in ["account.acct", "account.username"] {
            for words in ["content", "text"] where !json.bases(having: [name, words, "created_at"], any: marks).isEmpty
            {
                return true
            }
        }
        return !json.bases(
            having: ["user.username", "createdAt", "text", "visibility"], any: ["replyId", "renoteId", "cw"]
        ).isEmpty
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        var ledger = ThreadLedger(path: context.path)
        var index = StatusIndex()
        var unused = ThreadLedger(path: context.path)
        var isContext = false
        var isSearch = false
        // Which status answers which must be known before the first is handed over: the one that opened the thread may
        // stand last.
        try JSONThings.read(file, &unused, at: Self.lists, emit: { _ in }) { value, place, _, _ in
            isContext = isContext || value["ancestors"] != nil || value["descendants"] != nil
            if value.has("accounts", "statuses", "hashtags") { isSearch = true }
            Self.index(value, at: place, in: &index)
        }
        index.close()
        guard !isSearch else {
            throw Diagnostic(
                .error, "This is the result of a search, not a thread", at: context.path,
                mend: "Save the answer to /api/v1/statuses/<id>/context of each status that belongs to the meeting")
        }
        guard index.count > 0 else { throw refusal(isContext, context.path) }
        var bots = Tally()
        try JSONThings.read(file, &ledger, at: Self.lists, emit: emit) { value, _, line, ledger in
            try JSONThings.each(in: value, under: Self.holders, isThing: Status.isStatus) { value in
                ledger.found()
                let status = Status(value)
                if status.isBot { bots.add(line) }
                try take(status, index, line, context, &ledger, emit)
            }
        }
        for (thread, missing) in index.missing() { ledger.miss(missing, in: thread) }
        for note in closing(index, bots, context.path) { try emit(.note(note)) }
        try ledger.finish(emit: emit)
    }

    /// - Parameter place: The list that the value is an element of; empty for what stands around the lists.
    private static func index(_ value: JSONValue, at place: String, in index: inout StatusIndex) {
        let part = place.split(separator: ".").last
        if part == "ancestors[]" || part == "descendants[]" {
            // A file's only context; the elements of its lists come one by one.
            let isAncestor = part == "ancestors[]"
            JSONThings.each(in: value, under: holders, isThing: Status.isStatus) {
                index.add(Status($0), isAncestor: isAncestor)
            }
            return
        }
        if let values = value.array {
            for value in values { Self.index(value, at: place, in: &index) }
            return
        }
        let inner = value["context"] ?? value
        guard inner["ancestors"] != nil || inner["descendants"] != nil else {
            return JSONThings.each(in: value, under: holders, isThing: Status.isStatus) {
                index.add(Status($0), isAncestor: nil)
            }
        }
        // What stands around lists whose elements came one by one has them empty.
        let isFilled = ["ancestors", "descendants"].contains { !(inner[$0]?.array ?? []).isEmpty }
        if isFilled { index.beginContext() }
        for member in value.members ?? [] where holders.contains(member.key) && member.key != "context" {
            let isAncestor = member.key == "ancestors" ? true : member.key == "descendants" ? false : nil
            JSONThings.each(in: member.value, under: holders, isThing: Status.isStatus) {
                index.add(Status($0), isAncestor: isAncestor)
            }
        }
        guard let context = value["context"] else { return }
        for (name, isAncestor) in [("ancestors", true), ("descendants", false)] {
            JSONThings.each(in: context[name] ?? .null, under: holders, isThing: Status.isStatus) {
                index.add(Status($0), isAncestor: isAncestor)
            }
        }
    }

    private func take(
        _ status: Status, _ index: StatusIndex, _ line: Int, _ context: ImportContext, _ ledger: inout ThreadLedger,
        _ emit: (ImportedRecord) throws -> Void
    ) throws {
        guard let id = status.id else { return ledger.pass(.nameless, line: line) }
        guard status.isPublic else { return ledger.pass(Self.closed, line: line) }
        guard !status.isBoost else { return ledger.pass(Self.boost, line: line) }
        let root = index.root(of: id)
        let thread = index.thread(root, root == id ? status : nil)
        try ledger.open(thread, emit: emit)
        var comment = ThreadComment(id: .init(id), thread: thread.id, text: status.text(&ledger, line))
        comment.parent = status.parent.map { .init($0) }
        comment.author = status.author
        comment.posted = status.posted?.moment(zone: context.timeZone)
        comment.url = status.url
        comment.likes = status.likes
        comment.kind = root == id ? .opening : .reply
        try ledger.take(comment, line: line, emit: emit)
    }

    private static let closed = ThreadLedger.Reason(
        one: "1 status is not public (followers only or direct) and is not read",
        many: "# statuses are not public (followers only or direct) and are not read")
    private static let boost = ThreadLedger.Reason(
        one: "1 status only passes another on (a boost)", many: "# statuses only pass others on (boosts)")

    private func closing(_ index: StatusIndex, _ bots: Tally, _ path: String) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        if !index.rootsNotHeld.isEmpty {
            let count = index.rootsNotHeld.count
            notes.append(
                Diagnostic(
                    .note,
                    count == 1
                        ? "The status that opened the thread is not in the file"
                        : "The statuses that opened \(count) threads are not in the file",
                    at: path, mend: "To have it too, save /api/v1/statuses/<id> beside /api/v1/statuses/<id>/context"))
        }
        if index.gaps > 0 {
            let what =
                index.gaps == 1 ? "1 status that others answer is" : "\(index.gaps) statuses that others answer are"
            notes.append(
                Diagnostic(
                    .note, "\(what) not in the file", at: path,
                    mend: "To have it too, save /api/v1/statuses/<id> beside /api/v1/statuses/<id>/context"))
        }
        if bots.count > 0 {
            let what = bots.count == 1 ? "1 status was" : "\(bots.count) statuses were"
            notes.append(Diagnostic(.note, "\(what) posted by accounts that call themselves automated", at: path))
        }
        return notes
    }

    private func refusal(_ isContext: Bool, _ path: String) -> Diagnostic {
        Diagnostic(
            .error,
            isContext ? "The Mastodon thread holds no replies" : "The Mastodon file holds no statuses", at: path,
            mend: "Save the answer to /api/v1/statuses/<id>/context of a status that people answered")
    }
}
