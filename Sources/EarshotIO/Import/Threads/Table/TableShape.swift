import EarshotCore

/// What is known of a kind of table beside its columns' names.
struct TableShape: Sendable {
    /// Our column's name → the file's header; goes before the names that are commonly used, after `meeting.yaml`.
    var columns: [String: String] = [:]
    /// The columns' names as messages show them, where they are not the headers.
    var labels: [String] = []
    /// Columns that hold no value of ours, whatever they are called; normalised.
    var ignored: Set<String> = []
    /// The columns with free text: each is a thread of its own where there are several. Empty: the one that is named so.
    var texts: [Int] = []
    /// For each of `texts` the column in which the same person says yes or no.
    var positions: [Int?] = []
    /// What people read above the columns, where it is not the header: a question.
    var questions: [String] = []
    /// What tells a question from another, so that it stays the same thread: the header, unless there is a better code.
    var codes: [String] = []
    /// Columns of a text in other languages: the first that is filled is read.
    var otherTexts: [Int] = []
    var otherTitles: [Int] = []
    var otherLinks: [Int] = []
    /// The column with the id of what a row answers, and the column that says whether that is a comment.
    var parents: (id: Int, kind: Int)?
    /// Rows below the header that describe the columns and are no records.
    var headings = 0
    /// Whether every row is the post that opens a thread.
    var opensThreads = false
    /// Whether texts may be HTML, or JSON of a text in several languages.
    var hasMarkup = false
    /// Where a time's order of day and month proves nothing.
    var dayFirst = true
    /// A row that nobody answered: the column and its values, in lower case.
    var trial: (column: Int, values: Set<String>)?
    var network = ""
    var place = ""
    var notes: [Diagnostic] = []
}

/// A known kind of table: how it is told and how it is read.
protocol TableKind: Sendable {
    var format: FileFormat { get }
    func recognises(_ head: TableHead) -> Bool
    /// Throws a `Diagnostic` for a table that holds no comments.
    func shape(_ head: TableHead, path: String) throws -> TableShape
}

/// Every kind of table that is told from others, best marks first; a new one is one file and one line here.
enum TableKinds {
    static let all: [any TableKind] = [
        PolisComments(), PolisFigures(), DecidimComments(), DecidimProposals(), CrowdTanglePosts(), QualtricsAnswers(),
        SurveyMonkeyAnswers(), MeetingComments(),
    ]

    /// The kind of a table, wherever its rows come from.
    static func kind(of head: TableHead) -> any TableKind {
        all.first { $0.recognises(head) }
            ?? (SurveyAnswers().recognises(head) ? SurveyAnswers() : AnyComments())
    }
}

/// A table with a comment a row whose columns bear names that are commonly used.
struct AnyComments: TableKind {
    var format: FileFormat { FileFormat(name: "comments-csv", title: "Table of comments (CSV)") }

    func recognises(_ head: TableHead) -> Bool { ColumnMap.namesText(head.header.names) }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var shape = ColumnGuess(head).shape()
        // Tables taken out of a website's database hold paragraphs as the page has them.
        shape.hasMarkup = head.rows.contains { $0.contains { $0.contains("</p>") || $0.contains("<br") } }
        return shape
    }
}

/// Reads one kind of table from a file of rows.
struct TableImporter: ThreadImporter {
    let kind: any TableKind
    var format: FileFormat { kind.format }

    init(_ kind: any TableKind) { self.kind = kind }

    func recognises(_ head: FileHead) -> Bool {
        guard let table = TableHead(head) else { return false }
        // Only a survey's headers are free words, which a sheet typed by hand may look like.
        return kind.recognises(table) && !(kind is SurveyAnswers && TypedSheet().recognises(head))
    }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        try CommentsCSV.read(file, kind: kind, context: context, emit: emit)
    }
}
