import EarshotCore
import EarshotIO
import Foundation
import Testing

/// `Fixtures/<format>/<case>/input.*` beside `expected.json`: a folder dropped in is a test.
@Suite("Thread fixtures")
struct ThreadFixtureTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var format: String
        var folder: URL
        var input: URL
        var testDescription: String { "\(format)/\(folder.lastPathComponent)" }
    }

    static let cases: [Case] = ThreadImporters.all.map(\.format.name).flatMap { format in
        folders(in: fixtures.appending(path: format)).compactMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.first { $0.hasPrefix("input.") }.map {
                Case(format: format, folder: folder, input: folder.appending(path: $0))
            }
        }
    }

    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    private static func folders(in folder: URL) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }
    }

    @Test("every format has a fixture", arguments: ThreadImporters.all.map(\.format.name))
    func everyFormatHasAFixture(_ format: String) {
        #expect(Self.cases.contains { $0.format == format })
    }

    @Test("the format is told from the content", arguments: cases)
    func format(_ fixture: Case) throws {
        let head = try SourceFile(fixture.input).head()
        let importer = try ThreadImporters.importer(for: head, path: fixture.input.lastPathComponent)
        #expect(importer.format.name == fixture.format)
    }

    @Test("reading the input gives the expected records", arguments: cases)
    func records(_ fixture: Case) throws {
        let file = try SourceFile(fixture.input)
        let importer = try ThreadImporters.importer(for: try file.head(), path: fixture.input.lastPathComponent)
        let context = ImportContext(path: "threads/\(fixture.input.lastPathComponent)")
        let actual = try ThreadRecordText.of(importer, file, context: context)
        let expected = try String(contentsOf: fixture.folder.appending(path: "expected.json"), encoding: .utf8)
        #expect(actual == expected)
        #expect(try JSONParser.parse(Array(expected.utf8), path: "expected.json").array?.isEmpty == false)
    }

    @Test("every record of the file is told of: comments, skipped and passed over make the total", arguments: cases)
    func total(_ fixture: Case) throws {
        let file = try SourceFile(fixture.input)
        let importer = try ThreadImporters.importer(for: try file.head(), path: fixture.input.lastPathComponent)
        var told = 0
        var totals: [Int] = []
        var isAfterTotal = false
        do {
            try importer.read(file, context: ImportContext(path: "threads/in")) { record in
                #expect(!isAfterTotal, "the total comes last")
                switch record {
                case .comment: told += 1
                case .skipped(_, let records), .passedOver(_, let records): told += records
                case .total(let count):
                    totals.append(count)
                    isAfterTotal = true
                case .thread, .note: break
                }
            }
            #expect(totals == [told])
        } catch is Diagnostic {
            // A file that is refused; the expected records hold the error.
            #expect(totals.isEmpty)
        }
    }

    @Test("a thread comes before its first comment, and no comment has another's id", arguments: cases)
    func order(_ fixture: Case) throws {
        let file = try SourceFile(fixture.input)
        let importer = try ThreadImporters.importer(for: try file.head(), path: fixture.input.lastPathComponent)
        var threads = Set<DiscussionThread.ID>()
        var comments = Set<String>()
        func take(_ record: ImportedRecord) {
            switch record {
            case .thread(let thread): threads.insert(thread.id)
            case .comment(let comment):
                #expect(threads.contains(comment.thread))
                #expect(comments.insert("\(comment.thread.rawValue) \(comment.id.rawValue)").inserted)
                #expect((comment.state == .visible || comment.state == .hidden) || comment.text.isEmpty)
            case .skipped, .passedOver, .note, .total: break
            }
        }
        do {
            try importer.read(file, context: ImportContext(path: "threads/in"), emit: take)
            #expect(!threads.isEmpty)
        } catch is Diagnostic {
            // A file that is refused; the expected records hold the error.
            #expect(comments.isEmpty)
        }
    }
}
