import EarshotCore
import EarshotIO
import Foundation
import Testing

/// Reads bytes as a file of threads; what comes out, and the error that ended it.
struct ThreadOutcome {
    var format = ""
    var threads: [DiscussionThread] = []
    var comments: [ThreadComment] = []
    var skipped: [Diagnostic] = []
    var skippedRecords = 0
    var passedOver: [Diagnostic] = []
    var passedOverRecords = 0
    var notes: [Diagnostic] = []
    /// What the importer says the file holds; each time it says so.
    var totals: [Int] = []
    var error: Diagnostic?

    init(_ bytes: [UInt8], name: String = "in.dat", columns: [String: String] = [:]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: name)
        try Data(bytes).write(to: url)
        try self.init(url, name: name, columns: columns)
    }

    /// Whether every record of the file is told of, once.
    var addsUp: Bool { totals == [comments.count + skippedRecords + passedOverRecords] }

    init(_ url: URL, name: String, columns: [String: String] = [:]) throws {
        do {
            let file = try SourceFile(url)
            let importer = try ThreadImporters.importer(for: try file.head(), path: name)
            format = importer.format.name
            var outcome = self
            defer { self = outcome }
            try importer.read(file, context: ImportContext(path: name, columns: columns)) { record in
                switch record {
                case .thread(let thread):
                    outcome.threads.removeAll { $0.id == thread.id }
                    outcome.threads.append(thread)
                case .comment(let comment): outcome.comments.append(comment)
                case .skipped(let diagnostic, let records):
                    outcome.skipped.append(diagnostic)
                    outcome.skippedRecords += records
                case .passedOver(let diagnostic, let records):
                    outcome.passedOver.append(diagnostic)
                    outcome.passedOverRecords += records
                case .note(let diagnostic): outcome.notes.append(diagnostic)
                case .total(let count): outcome.totals.append(count)
                }
            }
        } catch let diagnostic as Diagnostic {
            error = diagnostic
        }
    }
}

@Suite("Thread files that cannot be read as they stand")
struct ThreadBadFileTests {
    struct Refusal: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var message: String
        var place: String
        /// Words of the mend.
        var mend: String
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8], _ message: String, at place: String = "in.dat", mend: String) {
            self.name = name
            self.bytes = bytes
            self.message = message
            self.place = place
            self.mend = mend
        }

        init(_ name: String, _ text: String, _ message: String, at place: String = "in.dat", mend: String) {
            self.init(name, Array(text.utf8), message, at: place, mend: mend)
        }
    }

    private static let unknown = "The file is in none of the formats read here"

    private static func listed(_ kind: String, _ importers: [any ThreadImporter]) -> String {
        importers.isEmpty
            ? "" : "; from \(kind) they are: \(importers.map(\.format.title).joined(separator: "; "))"
    }

    static let refusals: [Refusal] = [
        Refusal("empty", "", "The file is empty", mend: "Save or download it again"),
        Refusal("white space", " \n\t\r\n", "The file is empty", mend: "Save or download it again"),
        Refusal("a byte-order mark alone", [0xEF, 0xBB, 0xBF], "The file is empty", mend: "Save or download it again"),
        Refusal(
            "a letter", "Dear all,\nthis is a letter.\n", unknown + listed("text", ThreadImporters.text),
            mend: "CSV template: a header row thread_title"),
        Refusal(
            "another zip archive", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 99),
            unknown + listed("Office files and zip archives", ThreadImporters.office), mend: "unpack a zip file"),
        Refusal(
            "web page", "<html><body>Sign in</body></html>",
            unknown + listed("web pages and XML", ThreadImporters.markup), mend: "CSV template"),
        Refusal(
            "other JSON", #"{"weather":[{"degrees":12}]}"#, unknown + listed("JSON", ThreadImporters.json),
            mend: "CSV template"),
        Refusal("PDF", "%PDF-1.7\n1 0 obj", "\(unknown): it is a PDF", mend: "Ask for the data behind it"),
        Refusal(
            "picture", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13],
            "\(unknown): it is a picture or a video", mend: "type them as a sheet"),
        Refusal(
            "picture of a telephone", [0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0],
            "\(unknown): it is a picture or a video", mend: "type them as a sheet"),
        Refusal(
            "old Word", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "\(unknown): it is an Office or Outlook file of the old kind (.doc, .xls, .msg)",
            mend: "save it as plain text, .xlsx"),
        Refusal(
            "rich text", "{\\rtf1\\ansi Hello}", "\(unknown): it is a rich-text document (RTF)",
            mend: "save it as plain text"),
        Refusal("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], "\(unknown): it is compressed", mend: "Unpack it"),
        Refusal(
            "Outlook store", Array("!BDN".utf8) + [1, 2, 3, 0, 9], "\(unknown): it is an Outlook mail store (.pst)",
            mend: ".mbox"),
        Refusal(
            "page saved as one file",
            "From: <Saved by Blink>\r\nSubject: Library\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
                + "\ttype=\"text/html\";\r\n\tboundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<html></html>\r\n--x--",
            "\(unknown): it is a web page saved as one file (MHTML)", mend: "Webpage, HTML only"),
        Refusal(
            "every byte", (0..<5120).map { UInt8(truncatingIfNeeded: $0) }, "\(unknown): it is no text file",
            mend: "CSV"),
        Refusal(
            "Reddit, cut off", "[{\"kind\":\"Listing\",\"data\":{\"children\":[\n{\"kind\":\"t3\",\"da",
            "The file ends in the middle of a JSON value", at: "in.dat:2", mend: "download it again in full"),
        Refusal(
            "Reddit without a comma", #"{"kind":"Listing","data":{"children":[] "after":null}}"#,
            "A comma or } should stand here for this to be JSON", at: "in.dat:1", mend: "download the file again"),
        Refusal(
            "Reddit without anything", #"[{"kind":"Listing","data":{"children":[]}}]"#,
            "The Reddit file holds no post and no comments", mend: "put .json behind its address"),
        Refusal(
            "Discourse without posts", #"{"id":1,"post_stream":{"posts":[]}}"#,
            "The Discourse topic has no posts or no id", mend: "put .json behind its address"),
        Refusal(
            "a table without a text column", "key,val\nk,v\n", "No column holds the comments' text", at: "in.dat:1",
            mend: "Its columns are “key”, “val”. Call the one with the comments “text”"),
        Refusal(
            "a table without a header", "12,ann lee,I hate it\n13,bob,So do I\n",
            "The first row holds values, not the names of the columns", at: "in.dat:1", mend: "thread_title, author"),
    ]

    @Test("a file that cannot be used is refused in one sentence: what, where, how to mend", arguments: refusals)
    func refused(_ refusal: Refusal) throws {
        let error = try #require(try ThreadOutcome(refusal.bytes).error)
        #expect(error.severity == .error)
        #expect(error.message == refusal.message)
        #expect(error.place == refusal.place)
        #expect(error.mend.contains(refusal.mend), "\(error.mend)")
    }

    @Test(
        "no value of a table's first row is shown where it may be a comment",
        arguments: [
            "1,secret name,secret words\n2,b,c\n", "a@secret.example,secret,words\nb,c,d\n",
            "2026-11-09,secret,words\n2026-11-10,b,c\n",
            "secret,\(String(repeating: "secret words ", count: 6))\nb,c\n", "https://x.example,secret\nb,c\n",
        ])
    func headerless(_ text: String) throws {
        let error = try #require(try ThreadOutcome(Array(text.utf8)).error)
        #expect(!error.line.contains("secret"))
        #expect(error.place == "in.dat:1")
    }

    @Test(
        "every format of the file's kind is named, and the CSV template",
        arguments: [
            ("nothing known", ThreadImporters.text.map(\.format.title)),
            ("{\"a\":1}", ThreadImporters.json.map(\.format.title)),
            ("<a/>", ThreadImporters.markup.map(\.format.title)),
        ])
    func unknownFormat(_ text: String, _ titles: [String]) throws {
        let error = try #require(try ThreadOutcome(Array(text.utf8)).error)
        for title in titles { #expect(error.message.contains(title)) }
        #expect(error.mend.contains("CSV template"))
    }

    @Test("a short row is read where it has text, else skipped with its line")
    func shortRows() throws {
        let text = "thread_id,title,id,author,date,text,ward\nT1,x\nT1,x,c2,ann,,hello\nT1\nT1,x,c4,bob,,there,Mill\n"
        let outcome = try ThreadOutcome(Array(text.utf8))
        #expect(outcome.comments.map(\.text) == ["hello", "there"])
        #expect(
            outcome.skipped.map(\.line) == [
                "warning: in.dat:2: The row has 2 fields, the header 7, and none of them is the text; it is skipped. "
                    + "Put text that holds line breaks in quotation marks",
                "warning: in.dat:4: The row has 1 field, the header 7, and none of them is the text; it is skipped. "
                    + "Put text that holds line breaks in quotation marks",
            ])
        #expect(outcome.notes.map(\.place) == ["in.dat:1", "in.dat:3"])
    }

    @Test(
        "a file of UTF-16 is known whatever it holds",
        arguments: [
            (
                "[{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":{\"id\":\"a\",\"body\":\"é\"}}]}}]",
                "reddit-thread"
            ),
            ("{\"id\":1,\"post_stream\":{\"posts\":[{\"id\":2,\"cooked\":\"<p>é</p>\"}]}}", "discourse-topic"),
            ("id;text\n1;é\n", "comments-csv"), ("# Buses\nAnn, 9 November 2026: é\n", "typed-sheet"),
        ])
    func utf16(_ text: String, _ format: String) throws {
        for (mark, big) in [([0xFF, 0xFE] as [UInt8], false), ([0xFE, 0xFF], true)] {
            let outcome = try ThreadOutcome(mark + CSVReaderTests.utf16(text, big: big))
            #expect(outcome.error == nil)
            #expect(outcome.format == format)
            #expect(outcome.comments.map(\.text) == ["é"])
        }
    }

    @Test("columns that meeting.yaml names are read, and those it misnames are told")
    func mapping() throws {
        let text = "Conv,Email,Words,Sent,Nr\n7,a@b.example,Yes to it,17/11/2026 15:41,m1\n"
        let columns = [
            "thread_id": "conv", "text": "Words", "posted_at": "Sent", "comment_id": "Nr", "author": "Email",
            "ward": "Wd", "mood": "x",
        ]
        let outcome = try ThreadOutcome(Array(text.utf8), columns: columns)
        let comment = try #require(outcome.comments.first)
        #expect(comment.id == ThreadComment.ID("m1"))
        #expect(comment.thread == DiscussionThread.ID("7"))
        #expect(comment.text == "Yes to it")
        #expect(comment.posted?.iso == "2026-11-17T15:41:00Z")
        #expect(comment.author == nil)
        let warnings = outcome.notes.filter { $0.severity == .warning }.map(\.message)
        #expect(
            warnings == [
                "“Email” holds e-mail addresses, which are never stored; it is not read",
                "meeting.yaml names a column “mood” that Earshot has not",
                "meeting.yaml reads ward from “Wd”, and the file has no such column",
            ])
    }
}
