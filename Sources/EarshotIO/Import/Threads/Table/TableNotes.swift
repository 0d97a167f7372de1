import EarshotCore

/// What is odd about rows of a comments table, and what was done with them.
enum TableOddity: Int, CaseIterable {
    case time, position, moderation, likes, address, deleted, joined, `repeat`, clash, blank, short, long, trial,
        unanswered

    /// Records passed over for each time it was met; `width`: the records that a row holds.
    fileprivate func passedOver(_ width: Int) -> Int {
        switch self {
        case .repeat, .unanswered: 1
        case .blank, .trial: width
        default: 0
        }
    }

    private var severity: Diagnostic.Severity {
        switch self {
        case .likes, .address, .deleted, .repeat, .blank, .short, .trial, .unanswered: .note
        case .time, .position, .moderation, .joined, .clash, .long: .warning
        }
    }

    /// What to say of one row, and of more.
    private var message: (one: String, many: String) {
        switch self {
        case .time:
            ("A time could not be read; the comment has none", "times could not be read; the comments have none")
        case .position:
            (
                "A position is none of support, oppose and mixed; it is left open",
                "positions are none of support, oppose and mixed; they are left open"
            )
        case .moderation:
            (
                "A moderation value is not known; the comment is read as visible",
                "moderation values are not known; the comments are read as visible"
            )
        case .likes: ("A number of likes could not be read", "numbers of likes could not be read")
        case .address:
            (
                "An author's name is an e-mail address; a made-up name is kept in its place",
                "authors' names are e-mail addresses; made-up names are kept in their place"
            )
        case .deleted:
            (
                "A comment is marked as deleted; its text is not kept",
                "comments are marked as deleted; their texts are not kept"
            )
        case .joined:
            (
                "The text runs over fields beyond the last column; they are joined to it",
                "texts run over fields beyond the last column; they are joined to them"
            )
        case .repeat:
            (
                "A row repeats a comment read before, with the same id and text; it counts once",
                "rows repeat a comment read before, with the same id and text; each counts once"
            )
        case .clash:
            (
                "A comment has the id of another one; it is kept under an id of its own",
                "comments have the id of another one; they are kept under ids of their own"
            )
        case .short:
            (
                "A row has fewer fields than the header; the missing ones are read as empty",
                "rows have fewer fields than the header; the missing ones are read as empty"
            )
        case .long:
            (
                "A row has more fields than the header; the others stand under no column and are not read",
                "rows have more fields than the header; the others stand under no column and are not read"
            )
        case .trial:
            (
                "A row is the survey maker's own trial, or spam; it is passed over",
                "rows are the survey maker's own trials, or spam; they are passed over"
            )
        case .unanswered:
            (
                "An answer is left blank; it is no comment",
                "answers are left blank; they are no comments"
            )
        case .blank:
            (
                "A row holds nothing but delimiters; it is passed over",
                "rows hold nothing but delimiters; they are passed over"
            )
        }
    }

    private var mend: String {
        switch self {
        case .time: "Write times as 2026-11-09 18:04, or say date_order in meeting.yaml (files)"
        case .position: "Use support, oppose or mixed"
        case .moderation: "Use accepted, rejected or deleted"
        case .likes: "Write whole numbers"
        case .joined, .long: "Put text that holds the delimiter in quotation marks"
        case .clash: "Check which column holds the comments' ids"
        case .short: "Check that no delimiter is missing"
        case .address, .deleted, .repeat, .blank, .trial, .unanswered: ""
        }
    }

    fileprivate func diagnostic(_ tally: Tally, path: String) -> Diagnostic {
        let text = tally.count == 1 ? message.one : "\(tally.count) \(message.many), the first of them here"
        return Diagnostic(severity, text, at: "\(path):\(tally.firstLine)", mend: mend)
    }
}

/// How often each oddity was met, told once the file is read.
struct TableNotes {
    private var tallies = [Tally](repeating: Tally(), count: TableOddity.allCases.count)

    mutating func add(_ oddity: TableOddity, line: Int) { tallies[oddity.rawValue].add(line) }

    mutating func set(_ oddity: TableOddity, _ tally: Tally) { tallies[oddity.rawValue] = tally }

    /// Each with the number of records passed over, 0 where nothing was.
    /// - Parameter width: Records that a row holds.
    func diagnostics(path: String, width: Int) -> [(Diagnostic, Int)] {
        TableOddity.allCases.compactMap { oddity in
            let tally = tallies[oddity.rawValue]
            guard tally.count > 0 else { return nil }
            return (oddity.diagnostic(tally, path: path), tally.count * oddity.passedOver(width))
        }
    }
}
