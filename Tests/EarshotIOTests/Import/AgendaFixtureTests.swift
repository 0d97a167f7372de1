import EarshotCore
import EarshotIO
import Foundation
import Testing

/// A folder `Fixtures/<importer>/<case>` with `input.*` and `expected.json`.
struct AgendaFixture: CustomTestStringConvertible, Sendable {
    var importer: String
    var name: String
    var input: URL
    var expected: URL

    var testDescription: String { "\(importer)/\(name)" }

    static let all: [AgendaFixture] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
        return readable.flatMap { importer in
            names(in: root.appendingPathComponent(importer)).compactMap { name in
                let folder = root.appendingPathComponent(importer).appendingPathComponent(name)
                guard let input = names(in: folder).first(where: { $0.hasPrefix("input.") }) else { return nil }
                return AgendaFixture(
                    importer: importer, name: name, input: folder.appendingPathComponent(input),
                    expected: folder.appendingPathComponent("expected.json"))
            }
        }
    }()

    /// The formats that this computer can read; PDFs need a program that may be missing.
    static let readable = AgendaImporters.names.filter { $0 != "agenda-pdf" || PDFReading.isPossible }

    private static func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}

@Suite("Agenda importers")
struct AgendaFixtureTests {
    @Test("reads what the fixture says", arguments: AgendaFixture.all)
    func reads(_ fixture: AgendaFixture) throws {
        let found = try AgendaSnapshot(of: fixture.input)
        #expect(found.format == fixture.importer)
        #expect(try found == AgendaSnapshot(json: fixture.expected))
    }

    @Test("every importer has a fixture that is read and one that is refused")
    func everyImporterHasFixtures() throws {
        for name in AgendaFixture.readable {
            let own = try AgendaFixture.all.filter { $0.importer == name }.map { try AgendaSnapshot(of: $0.input) }
            #expect(own.contains { $0.items != nil }, "\(name) has no fixture with items")
            #expect(own.contains { $0.items == nil }, "\(name) has no fixture that is refused")
        }
    }

    @Test("an agenda cut off anywhere is read or refused with a sentence", arguments: AgendaFixture.all)
    func cutAnywhere(_ fixture: AgendaFixture) throws {
        let whole = try SourceFile(fixture.input).wholeBytes()
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("agenda")
        for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
            try Data(whole[..<length]).write(to: path)
            let found = try AgendaSnapshot(of: path)
            if found.format != "none", found.items == nil {
                #expect(found.diagnostics?.first?.hasPrefix("error: agenda") == true)
            }
        }
    }

    @Test("numbers and titles survive NUL bytes, and a page of NULs is refused")
    func zeroBytes() throws {
        let row = "<tr><td class=mgItemNumberCell>1.</td><td><p class=mgAiTitleTxt>Street trees</p></td></tr>"
        let folder = try ScratchFolder()
        let page = try folder.write("<html><table class=mgItemTable>\0\0\(row)\0</table></html>", as: "agenda.html")
        #expect(try AgendaSnapshot(of: page).items?.map(\.title) == ["Street trees"])
        let zeros = try folder.write(String(repeating: "\0", count: 5000), as: "zeros.html")
        #expect(try AgendaSnapshot(of: zeros).format == "none")
    }

    @Test("ten thousand rows with one id stay apart, and the notes stay few")
    func manyTwins() throws {
        let row =
            "<tr><td><p class=mgAiTitleTxt><a name=AI1></a>1.</p></td><td><p class=mgAiTitleTxt>Trees</p></td></tr>"
        let folder = try ScratchFolder()
        let page = "<html><table class=mgItemTable>\(String(repeating: row, count: 10_000))</table></html>"
        let found = try AgendaSnapshot(of: try folder.write(page, as: "agenda.html"))
        #expect(Set(found.items?.map(\.id) ?? []).count == 10_000)
        #expect((found.diagnostics?.count ?? 0) < 30)
    }

    @Test(
        "what is no agenda is refused by a sentence that says what it is",
        arguments: [
            ("", "The file is empty"),
            ("{\"kind\": \"Listing\"}", "The file is no agenda of a format that is read"),
            ("GIF89a\u{1}\0\u{1}\0\0\0\0;", "The file is no agenda of a format that is read"),
        ])
    func unknownFormats(_ start: String, _ message: String) {
        let head = FileHead(bytes: Array(start.utf8))
        #expect(AgendaImporters.importer(for: head) == nil)
        let thrown = #expect(throws: Diagnostic.self) { try AgendaImporters.importer(for: head, path: "agenda.x") }
        #expect(thrown?.message == message)
        for name in [
            "ModernGov agenda page (HTML)", "CSV agenda template (item_number,title,description,url,restricted)",
        ] {
            #expect(thrown?.mend.contains(name) == true)
        }
    }

    @Test(
        "a file that may be anything counts as an agenda only where it plainly is one",
        arguments: [
            ("Cabinet\n25 November 2026\n\n1. Minutes\n2. Parking\n", "agenda-text"),
            ("item_number,title\n1,Parking\n", "agenda-csv"),
            ("<html><h1 class=\"mgMainTitleTxt\">Browse meetings</h1></html>", "moderngov-page"),
            ("<html><table class='mgItemTable'></table></html>", "moderngov-page"),
            ("<html><h1>Bins</h1></html>", "none"), ("<html><ol><li>Bins<li>Boxes</ol></html>", "none"),
            ("<meetings><meeting><category/></meeting></meetings>", "boarddocs-xml"),
            ("<rss><channel><item><category/></item></channel></rss>", "none"),
            ("# Library\n\nAnn, 9 November 2026: 1. it is loved\n", "none"),
            ("My reasons:\n1. noise\n2. cost\n", "none"),
            ("id,title,body,author_name,url\n1,Bins,Too few,Ann,\n", "none"),
        ])
    func anything(_ text: String, _ format: String) {
        #expect(AgendaImporters.recognised(FileHead(bytes: Array(text.utf8)))?.format.name ?? "none" == format)
    }

    @Test("a table's columns are found by the headers that meeting.yaml names, and a wrong name is said")
    func namedColumns() throws {
        let folder = try ScratchFolder()
        let table = try SourceFile(try folder.write("title,What,Nr\nold,Street trees,7\n", as: "agenda.csv"))
        let importer = try #require(AgendaImporters.importer(for: try table.head()))
        let columns = ["title": "What", "item_number": "nr", "url": "Where"]
        let reading = try importer.read(table, context: ImportContext(path: "agenda.csv", columns: columns))
        #expect(reading.agenda.items.map(\.label) == ["7 Street trees"])
        #expect(
            reading.diagnostics.map(\.message) == [
                "The table has no column \"Where\", which meeting.yaml names for url"
            ])
    }
}

/// A folder that goes away with the test.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    @discardableResult
    func write(_ text: String, as path: String) throws -> URL {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }
}
