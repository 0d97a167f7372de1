import EarshotCore

/// Keeps account of a file's records while they are handed over, so that what was not read is told in few words.
struct RecordCount {
    /// Records split from the file.
    private(set) var total = 0
    private var ids = CommentIDs()
    private var passed: [(why: Why, tally: Tally)] = []
    private var cut = Tally()
    private let path: String

    init(path: String) { self.path = path }

    mutating func next() { total += 1 }

    /// Ends the sentence "1 record …" ("is a pingback, not a comment") and "3 records …" ("are pingbacks, not comments").
    struct Why: Equatable {
        var one: String
        var many: String
    }

    /// A record that is no person's comment.
    mutating func passOver(_ why: Why, line: Int) {
        if let index = passed.firstIndex(where: { $0.why == why }) {
            passed[index].tally.add(line)
        } else {
            var tally = Tally()
            tally.add(line)
            passed.append((why, tally))
        }
    }

    /// Hands the comment over under an id that no other comment of the file has.
    mutating func hand(
        _ comment: ThreadComment, isCut: Bool = false, line: Int, to emit: (ImportedRecord) throws -> Void
    ) throws {
        let id = ids.id(
            given: comment.id.rawValue, thread: comment.thread, author: comment.author ?? "",
            posted: comment.posted?.iso ?? "", text: comment.text, line: line)
        guard let id else { return }
        if isCut { cut.add(line) }
        var comment = comment
        comment.id = id
        if comment.text.isEmpty, comment.state == .visible { comment.state = .empty }
        if comment.state == .deleted || comment.state == .empty { comment.text = "" }
        try emit(.comment(comment))
    }

    /// What was passed over, and the total; last of all.
    func finish(_ emit: (ImportedRecord) throws -> Void) throws {
        for (why, tally) in passed { try emit(.passedOver(told(tally, why), records: tally.count)) }
        if ids.repeats.count > 0 {
            try emit(.passedOver(told(ids.repeats, Self.twice), records: ids.repeats.count))
        }
        if ids.clashes.count > 0 {
            try emit(.note(told(ids.clashes, Self.clashing)))
        }
        if cut.count > 0 {
            var warning = told(cut, Self.deep)
            warning.severity = .warning
            warning.mend = "Add what is missing by hand, with the CSV template"
            try emit(.note(warning))
        }
        try emit(.total(total))
    }

    private func told(_ tally: Tally, _ why: Why) -> Diagnostic {
        let place = tally.firstLine > 0 ? "\(path):\(tally.firstLine)" : path
        let message = tally.count == 1 ? "1 record \(why.one)" : "\(tally.count) records \(why.many)"
        return Diagnostic(.note, message, at: place)
    }

    private static let twice = Why(one: "stands twice and counts once", many: "stand twice and count once")
    private static let clashing = Why(
        one: "has the id of another and is kept under an id made here",
        many: "have the ids of others and are kept under ids made here")
    private static let deep = Why(
        one: "has markup that is nested too deep; its end was not read",
        many: "have markup that is nested too deep; their ends were not read")
}
