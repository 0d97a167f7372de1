import EarshotCore

/// Hands over what an importer of JSON finds, and keeps the count: every record of the file is a comment, skipped or
/// passed over, each comment has an id of its own, and a thread says at the end how many replies the file lacks.
struct ThreadLedger {
    /// Why records are no comments, for one of them and for several ("#" stands for the number).
    struct Reason: Equatable {
        var one: String
        var many: String
        /// Empty where nothing is lost; else the records count as skipped.
        var mend = ""

        static let again = Reason(
            one: "1 record stands in the file twice and is read once",
            many: "# records stand in the file twice and are read once")
        static let nameless = Reason(
            one: "1 record has no id and cannot be told from others",
            many: "# records have no id and cannot be told from others", mend: "Save the thread again")
    }

    private struct Known {
        var thread: DiscussionThread
        /// Replies that the source counts in the whole thread; that it counts apart as not there; that are held.
        var announced = 0
        var absent = 0
        var held = 0

        var missing: Int { max(announced - held, absent, 0) }
    }

    let path: String
    /// The first record that is not JSON: what is wrong with a file of which nothing could be read.
    private(set) var fault: Diagnostic?
    /// Records split from one another so far.
    private(set) var total = 0
    private var threads: [DiscussionThread.ID: Known] = [:]
    private var order: [DiscussionThread.ID] = []
    private var ids = CommentIDs()
    private var groups: [(reason: Reason, tally: Tally)] = []
    private var cut = Tally()

    init(path: String) { self.path = path }

    var threadCount: Int { order.count }
    func holds(_ id: DiscussionThread.ID) -> Bool { threads[id] != nil }

    /// Counts records where they are split, before anything is read out of them.
    mutating func found(_ records: Int = 1) { total += records }

    /// Counts and tells of a record that is not JSON.
    mutating func skip(_ broken: Diagnostic, emit: (ImportedRecord) throws -> Void) throws {
        total += 1
        if fault == nil { fault = broken }
        var told = broken
        told.severity = .warning
        try emit(.skipped(told))
    }

    /// Hands a thread over, again where more is known of it than before.
    mutating func open(_ thread: DiscussionThread, emit: (ImportedRecord) throws -> Void) throws {
        guard var known = threads[thread.id] else {
            threads[thread.id] = Known(thread: thread)
            order.append(thread.id)
            return try emit(.thread(thread))
        }
        let before = known.thread
        if known.thread.title.isEmpty { known.thread.title = thread.title }
        if known.thread.place.isEmpty { known.thread.place = thread.place }
        known.thread.url = known.thread.url ?? thread.url
        known.thread.linkedURL = known.thread.linkedURL ?? thread.linkedURL
        guard known.thread != before else { return }
        threads[thread.id] = known
        try emit(.thread(known.thread))
    }

    /// What the source says of the thread's replies, opening post not among them.
    mutating func announce(_ replies: Int, in thread: DiscussionThread.ID) {
        // A file that says more than this of a thread says nothing.
        let replies = min(max(replies, 0), 1 << 40)
        let before = threads[thread]?.announced ?? 0
        threads[thread]?.announced = max(before, replies)
    }

    mutating func miss(_ replies: Int, in thread: DiscussionThread.ID) {
        threads[thread]?.absent += min(max(replies, 0), 1 << 40)
    }

    /// The same where the number holds what `miss` counted, too.
    mutating func miss(atLeast replies: Int, in thread: DiscussionThread.ID) {
        let before = threads[thread]?.absent ?? 0
        threads[thread]?.absent = max(before, min(max(replies, 0), 1 << 40))
    }

    /// Hands a comment over under its own id, or one made from its content where `comment.id` is empty.
    mutating func take(_ comment: ThreadComment, line: Int, emit: (ImportedRecord) throws -> Void) throws {
        var comment = comment
        let own = comment.id.rawValue
        let given = ids.id(
            given: own, thread: comment.thread, author: comment.author ?? "",
            posted: own.isEmpty ? comment.posted?.iso ?? "" : "", text: comment.text, line: line)
        guard let given else { return pass(.again, line: line) }
        comment.id = given
        if comment.state == .deleted { comment.text = "" }
        if comment.state == .visible, comment.text.isEmpty { comment.state = .empty }
        if comment.kind == .reply { threads[comment.thread]?.held += 1 }
        try emit(.comment(comment))
    }

    /// Counts records that are no comments.
    mutating func pass(_ reason: Reason, _ records: Int = 1, line: Int) {
        if let index = groups.firstIndex(where: { $0.reason == reason }) {
            groups[index].tally.add(line, records)
        } else {
            var tally = Tally()
            tally.add(line, records)
            groups.append((reason, tally))
        }
    }

    /// The words of a record; counts markup whose end could not be read.
    mutating func words(html: String, line: Int) -> String {
        guard html.hasByte(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return Self.trimmed(html)
        }
        let text = HTMLText(html: html)
        if text.isCut { cut.add(line) }
        return text.text
    }

    /// Plain text without white space at its ends, every line end one line feed.
    static func trimmed(_ text: String) -> String {
        var out = text.drop(while: \.isWhitespace)
        while out.last?.isWhitespace == true { out.removeLast() }
        guard out.utf8.contains(13) else { return String(out) }
        return String(out).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// Says what remains to be said, and last of all how many records the file holds.
    mutating func finish(emit: (ImportedRecord) throws -> Void) throws {
        for id in order {
            guard var known = threads[id], known.missing != known.thread.missingReplies else { continue }
            known.thread.missingReplies = known.missing
            threads[id] = known
            try emit(.thread(known.thread))
        }
        for (reason, tally) in groups {
            let message = tally.count == 1 ? reason.one : reason.many.replacing("#", with: String(tally.count))
            let place = tally.firstLine > 0 ? "\(path):\(tally.firstLine)" : path
            if reason.mend.isEmpty {
                try emit(.passedOver(Diagnostic(.note, message, at: place), records: tally.count))
            } else {
                let told = Diagnostic(.warning, message, at: place, mend: reason.mend)
                try emit(.skipped(told, records: tally.count))
            }
        }
        if cut.count > 0 {
            let what = cut.count == 1 ? "a comment" : "\(cut.count) comments"
            try emit(
                .note(
                    Diagnostic(
                        .warning, "The markup of \(what) is nested too deep; the end was not read",
                        at: "\(path):\(cut.firstLine)", mend: "Add what is missing by hand, with the CSV template")))
        }
        try emit(.total(total))
    }
}
