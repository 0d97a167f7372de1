import EarshotCore
import EarshotIO
import Foundation
import Testing

/// What reading a table brings; the sum of its records is checked.
struct TableOutcome {
    var format = ""
    var threads: [DiscussionThread] = []
    var comments: [ThreadComment] = []
    var skipped = 0
    var passedOver = 0
    var notes: [Diagnostic] = []
    var total: Int?
    var error: Diagnostic?

    init(_ text: String, path: String = "threads/in.csv", columns: [String: String] = [:]) throws {
        try self.init(Array(text.utf8), path: path, columns: columns)
    }

    init(_ bytes: [UInt8], path: String = "threads/in.csv", columns: [String: String] = [:]) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(bytes).write(to: url)
        try self.init(url, path: path, columns: columns)
    }

    init(_ url: URL, path: String = "threads/in.csv", columns: [String: String] = [:]) throws {
        var outcome = TableOutcome()
        var places: [DiscussionThread.ID: Int] = [:]
        do {
            let file = try SourceFile(url)
            let importer = try ThreadImporters.importer(for: try file.head(), path: path)
            outcome.format = importer.format.name
            try importer.read(file, context: ImportContext(path: path, columns: columns)) { record in
                switch record {
                case .thread(let thread):
                    if let known = places[thread.id] {
                        outcome.threads[known] = thread
                    } else {
                        places[thread.id] = outcome.threads.count
                        outcome.threads.append(thread)
                    }
                case .comment(let comment): outcome.comments.append(comment)
                case .skipped(_, let records): outcome.skipped += records
                case .passedOver(let told, let records):
                    outcome.passedOver += records
                    outcome.notes.append(told)
                case .note(let note): outcome.notes.append(note)
                case .total(let total):
                    #expect(outcome.total == nil)
                    outcome.total = total
                }
            }
            #expect(outcome.total == outcome.comments.count + outcome.skipped + outcome.passedOver)
        } catch let diagnostic as Diagnostic {
            outcome.error = diagnostic
        }
        self = outcome
    }

    private init() {}
}

@Suite("Tables of comments")
struct TableTests {
    @Test("every row is a comment, skipped or passed over, and the total says so")
    func sums() throws {
        let read = try TableOutcome("title,id,text\nT,1,one\nT,1,one\n,,\nT,2\nT,3,three\n")
        #expect(read.comments.map(\.text) == ["one", "three"])
        #expect(read.passedOver == 2)
        #expect(read.skipped == 1)
        #expect(read.total == 5)
    }

    @Test(
        "tables are known by their headers, whatever their order",
        arguments: [
            ("comment-body,moderated,disagrees,agrees,author-id,comment-id\na,1,2,3,4,5\n", "polis-comments"),
            ("vote,voter-id,comment-id\n1,2,3\n", "polis-figures"),
            ("depth;body;id;commentable_id\n0;words;1;2\n", "decidim-comments"),
            ("Comment,Position,Agenda Item\nwords,Support,5\n", "ecomment"),
            ("id,text\n1,words\n", "comments-csv"),
        ])
    func kinds(_ text: String, _ format: String) throws {
        #expect(try TableOutcome(text).format == format)
    }

    @Test(
        "day and month are told apart by the column's own dates",
        arguments: [
            (["09/11/2026", "10/11/2026"], "2026-11-09"), (["09/11/2026", "25/12/2026"], "2026-11-09"),
            (["11/09/2026", "12/25/2026"], "2026-11-09"), (["09/11/2026", "12/25/2026", "25/12/2026"], "2026-11-09"),
        ])
    func dateOrder(_ dates: [String], _ first: String) throws {
        let read = try TableOutcome("posted_at,text\n" + dates.map { "\($0),words\n" }.joined())
        #expect(read.comments.first?.posted?.iso.hasPrefix(first) == true)
        #expect(read.comments.count == dates.count)
    }

    @Test("a date far down in a long table proves the order too")
    func lateProof() throws {
        let rows = (1...3000).map { "05/11/2026,words \($0)\n" }.joined()
        let read = try TableOutcome("posted_at,text\n" + rows + "11/30/2026,last\n")
        #expect(Set(read.comments.dropLast().map { $0.posted?.iso }) == ["2026-05-10T23:00:00Z"])
        #expect(read.comments.last?.posted?.iso == "2026-11-30T00:00:00Z")
        #expect(read.notes.contains { $0.message.hasPrefix("Dates are read with the month first") })
    }

    @Test("meeting.yaml's order of day and month goes before the guess")
    func saidOrder() throws {
        let text = "posted_at,text\n05/11/2026,a\n"
        #expect(try TableOutcome(text).comments.first?.posted?.iso == "2026-11-05T00:00:00Z")
        let said = try TableOutcome(text, columns: ["date_order": "mdy"])
        #expect(said.comments.first?.posted?.iso == "2026-05-10T23:00:00Z")
    }

    @Test("meeting.yaml's place, network, title and delimiter hold where the file says nothing")
    func defaults() throws {
        let columns = [
            "default_place": "Car park survey", "default_network": "survey", "default_thread_title": "Mill Lane",
            "delimiter": ";", "text": "text, or none",
        ]
        // Told by itself, a comma would part these.
        let read = try TableOutcome("id;text, or none;place, if any\n1;one, two;a, b\n", columns: columns)
        let thread = try #require(read.threads.first)
        #expect(thread.title == "Mill Lane")
        #expect(thread.place == "Car park survey")
        #expect(thread.network == "survey")
        #expect(read.comments.map(\.text) == ["one, two"])
        #expect(read.comments.map(\.id.rawValue) == ["1"])
    }

    @Test("several text columns are threads of their own, and a row is one person")
    func questions() throws {
        let text = "no,Q one,Q two,Q three\n1,yes,because,\n2,no,,why\n"
        let read = try TableOutcome(text, columns: ["text": "Q two\nQ three", "comment_id": "no"])
        #expect(read.threads.map(\.title) == ["Q two", "Q three"])
        #expect(read.comments.map(\.text) == ["because", "why"])
        #expect(read.passedOver == 2)
        #expect(read.total == 4)
        #expect(read.comments.allSatisfy { $0.author?.hasPrefix("respondent-") == true })
    }

    @Test("a form's submission id is the answer's, and a column that says when is the time")
    func submissions() throws {
        let read = try TableOutcome(
            "Date of contribution,Date of birth,Submission ID,Comments\n9 Nov 2026 18:04,1 May 1980,s1,one\n"
                + "10 Nov 2026 09:00,2 May 1981,s2,two\n")
        #expect(read.threads.map(\.id.rawValue) == ["file:in.csv"])
        #expect(read.comments.map(\.id.rawValue) == ["s1", "s2"])
        #expect(read.comments.first?.posted?.iso == "2026-11-09T18:04:00Z")
    }

    @Test("files of one name in different folders are different threads")
    func folders() throws {
        let ids = try ["threads/north/in.csv", "threads/south/in.csv", "threads/in.csv"].map {
            try TableOutcome("id,text\n1,words\n", path: $0).threads.map(\.id.rawValue)
        }
        #expect(ids == [["file:north/in.csv"], ["file:south/in.csv"], ["file:in.csv"]])
    }

    @Test("a table with a thread a row keeps every thread, also one that comes back much later")
    func manyThreads() throws {
        let count = 40_000
        let rows = (1...count).map { "t\($0),Title \($0),,words\n" }.joined()
        let read = try TableOutcome("thread_id,thread_title,place,text\n" + rows + "t1,,Harwick,again\n")
        #expect(read.total == count + 1)
        #expect(read.threads.count == count)
        #expect(read.threads.first?.title == "Title 1")
        #expect(read.comments.last?.thread.rawValue == "t1")
        #expect(read.notes.contains { $0.message.contains("more about a thread whose first row stands many") })
    }

    @Test(
        "personal data is never read, whatever the column is called",
        arguments: [
            "Contact", "Your e-mail", "Please give us an e-mail address if you would like to hear how it went", "Name",
        ])
    func personal(_ header: String) throws {
        let read = try TableOutcome("\(header),text\nann@example.org,words\nbob@example.org,more words\n")
        #expect(read.comments.count == 2)
        #expect(read.comments.allSatisfy { $0.author == nil })
        #expect(read.notes.contains { $0.message.contains("e-mail addresses, which are never stored") })
    }

    @Test("a question about mobile phones is no column of telephone numbers")
    func mobiles() throws {
        let read = try TableOutcome(
            "id,What do you think of the mobile phone mast?\n1,It spoils the whole view from the common\n"
                + "2,I should be glad of a signal at last\n")
        #expect(read.comments.count == 2)
        #expect(read.threads.map(\.title) == ["What do you think of the mobile phone mast?"])
    }

    @Test("a row that comes as texts is the same as one out of a file")
    func textRows() {
        let row = CSVRow(line: 7, columns: 2, fields: ["a", "", "c"])
        #expect(row[0] == "a")
        #expect(row.isBlank(1))
        #expect(row.extra == ["c"])
        #expect(row.line == 7)
    }

    @Test(
        "a table cut off or changed anywhere is read or refused, and its sum holds",
        arguments: [
            "polis-comments/new-export", "decidim-comments/semicolons", "decidim-proposals/languages",
            "qualtrics-answers/three-headers", "surveymonkey-answers/two-headers", "crowdtangle-posts/pages",
            "ecomment/granicus", "survey-answers/microsoft-forms", "comments-csv/template",
        ])
    func broken(_ fixture: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/\(fixture)/input.csv")
        let whole = [UInt8](try Data(contentsOf: folder))
        for end in stride(from: 1, to: whole.count, by: max(1, whole.count / 40)) {
            _ = try TableOutcome(Array(whole[..<end]))
        }
        for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
            var changed = whole
            changed[place] = [0, 0x22, 0x2C, 0xFF, 0x0A][place % 5]
            _ = try TableOutcome(changed)
        }
    }
}
