import EarshotCore
import EarshotIO
import Foundation
import Testing

/// Real agenda answers, read where they lie; they are no part of the project.
@Suite(
    "Real agenda answers in JSON",
    .enabled(
        if: FileManager.default.fileExists(atPath: RealThreads.folder.appendingPathComponent("agendas").path),
        "The real files are not here; set EARSHOT_REAL_DATA to the folder with them"))
struct AgendaJSONRealFileTests {
    /// Another parser's count of the items, nested ones as well.
    private static func count(_ value: Any?) -> Int {
        let items = value as? [[String: Any]] ?? []
        return items.reduce(items.count) { $0 + count($1["agenda_items"]) }
    }

    @Test("a Notubiz meeting gives as many items as another parser counts")
    func notubiz() throws {
        let url = RealThreads.folder.appendingPathComponent("agendas/notubiz_json/notubiz_meeting_amsterdam.json")
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
        let found = try AgendaSnapshot(of: url)
        #expect(found.format == "notubiz-meeting")
        #expect(found.items?.count == Self.count(json?["agenda_items"]))
        #expect(found.items?.count == 45)  // counted with Python
        #expect(found.start == "2018-02-08T13:30:00")
        #expect(found.items?.count { $0.kind == "heading" } == 13)
        let documents = found.items?.reduce(0) { $0 + ($1.documents?.count ?? 0) }
        #expect(documents == 49)
    }

    @Test(
        "what holds no agenda is refused by a sentence that says what it is",
        arguments: [
            ("legistar_scraped_json/chi_parks.json", "legistar-event", "This is a list of meetings, not an agenda"),
            ("legistar_scraped_json/cook_board.json", "legistar-event", "This is a list of meetings, not an agenda"),
            ("legistar_webapi_json/no_dupe_event.json", "legistar-event", "This is the history of a matter"),
            ("chicago_elms_json/chi_citycouncil.json", "chicago-elms-meeting", "This is a list of meetings"),
            ("minneapolis_lims_json/minn_city_calendar.json", "minneapolis-lims-meeting", "This is a list of meetings"),
            (
                "minneapolis_lims_json/minn_city_attachments.json", "minneapolis-lims-meeting",
                "This is a list of meetings"
            ),
        ])
    func refused(_ path: String, _ format: String, _ message: String) throws {
        let found = try AgendaSnapshot(of: RealThreads.folder.appendingPathComponent("agendas/\(path)"))
        #expect(found.format == format)
        #expect(found.items == nil)
        #expect(found.diagnostics?.first?.contains(": \(message)") == true)
    }
}

@Suite("Agenda answers in JSON")
struct AgendaJSONTests {
    private static let row = """
        {"EventItemId": 7, "EventItemEventId": 4, "EventItemAgendaSequence": 1, "EventItemAgendaNumber": "1.", \
        "EventItemTitle": "Street trees"}
        """
    private static let event = """
        {"EventId": 4, "EventBodyName": "Cabinet", "EventDate": "2026-11-25T00:00:00", "EventItems": [\(row)]}
        """

    private static func read(_ text: String) throws -> AgendaSnapshot {
        let folder = try ScratchFolder()
        return try AgendaSnapshot(of: try folder.write(text, as: "agenda.json"))
    }

    @Test(
        "a Legistar agenda is found whatever lies around it",
        arguments: [
            event, "[\(event)]", "{\"value\": [\(event)]}", "{\"d\": {\"results\": [\(event)]}}", "[\(row)]", row,
            "{\"odata.metadata\": \"x\", \"value\": [\(row)]}", "[[\(row)]]", "\u{FEFF}\(event)",
            "{\"event\": {\"EventId\": 4, \"EventBodyName\": \"Cabinet\"}, \"items\": [\(row)]}",
            event.replacing("\"Event", with: "\"event"), "{\"data\": {\"eventitems\": [\(row)]}}",
            "{\"EventItems\": [\(row)], \"EventId\": 4}",
            "{\"event\": \(event), \"items\": [\(row)]}",
        ])
    func surroundings(_ text: String) throws {
        let found = try Self.read(text)
        #expect(found.format == "legistar-event")
        #expect(found.items?.map(\.title) == ["Street trees"])
        #expect(found.items?.map(\.number) == ["1"])
    }

    @Test("JSON lines of items are one agenda, and a broken line is named")
    func lines() throws {
        let text = "\(Self.row)\n{broken\n\(Self.row.replacing("\"EventItemId\": 7", with: "\"EventItemId\": 8"))\n"
        let found = try Self.read(text)
        #expect(found.items?.map(\.id) == ["EI7", "EI8"])
        #expect(found.diagnostics?.contains { $0.contains(":2") } == true)
    }

    @Test(
        "the day and the time that stand apart become one moment",
        arguments: [
            ("6:30 PM", "2026-11-25T18:30:00"), ("6:30 P.M.", "2026-11-25T18:30:00"), ("18:30", "2026-11-25T18:30:00"),
            ("10:00AM", "2026-11-25T10:00:00"), ("9:00 AM or later", "2026-11-25T09:00:00"),
            ("12:00 PM", "2026-11-25T12:00:00"), ("12:00 Noon", "2026-11-25T12:00:00"), ("Noon", "2026-11-25T12:00:00"),
            ("12:30 AM", "2026-11-25T00:30:00"), ("To be announced", "2026-11-25"), ("", "2026-11-25"),
        ])
    func times(_ time: String, _ start: String) throws {
        let text = Self.event.replacing("\"EventItems\"", with: "\"EventTime\": \"\(time)\", \"EventItems\"")
        #expect(try Self.read(text).start == start)
    }

    @Test(
        "a cancelled meeting is told by its status, its remark or its name",
        arguments: [
            ("\"EventAgendaStatusName\": \"Cancelled\"", true), ("\"EventAgendaStatusName\": \"Final\"", false),
            ("\"EventComment\": \"MEETING CANCELED\"", true), ("\"EventComment\": \"Cancellation policy\"", false),
            ("\"EventLocation\": \"POSTPONED to 2 December\"", true),
        ])
    func cancelled(_ member: String, _ isCancelled: Bool) throws {
        let text = Self.event.replacing("\"EventItems\"", with: "\(member), \"EventItems\"")
        let found = try Self.read(text)
        #expect((found.cancelled ?? false) == isCancelled)
    }

    @Test(
        "items by which councils abroad run their meetings are procedural, and business is not",
        arguments: [
            ("Call to Order and Roll Call", "procedural"), ("Pledge of Allegiance", "procedural"),
            ("Approval of the Minutes of the November 4 Meeting", "procedural"), ("Public Comment", "procedural"),
            ("Adoption of the Agenda", "procedural"), ("Public comment on items not on the agenda", "procedural"),
            ("Adjournment", "procedural"),
            ("Vaststellen agenda (4)", "procedural"), ("Rondvraag en sluiting", "procedural"),
            ("Opening", "procedural"), ("Mededelingen", "procedural"), ("Ingekomen stukken", "procedural"),
            ("Public Comment on the Harbour Plan", "business"), ("Opening of the new library", "business"),
            ("Approval of the lease at 4 Quay Street", "business"), ("Sluiting van het zwembad", "business"),
            ("Vaststelling bestemmingsplan Zuidkade", "business"), ("Recess Creek bridge", "business"),
        ])
    func foreignTitles(_ title: String, _ kind: String) throws {
        let text = Self.event.replacing("Street trees", with: title)
        #expect(try Self.read(text).items?.map(\.kind) == [kind])
    }

    @Test("texts in HTML, with entities or plain become plain paragraphs")
    func texts() throws {
        let notes = [
            "<p>One &amp; two</p><p>three</p>", "One &amp; two\\r\\nthree", "One & two\\n\\n three ",
            "<div>One &amp;<br>two</div>",
        ]
        let found = try notes.map { note in
            let text = Self.event.replacing(
                "\"EventItemTitle\"", with: "\"EventItemAgendaNote\": \"\(note)\", \"EventItemTitle\"")
            return try Self.read(text).items?.first?.text
        }
        #expect(found == ["One & two\nthree", "One & two\nthree", "One & two\nthree", "One &\ntwo"])
        let sum = Self.event.replacing("Street trees", with: "Grants < £500 & > £50")
        let title = try Self.read(sum).items?.first?.title
        #expect(title == "Grants < £500 & > £50")
    }

    @Test("rows without any words are left out and counted")
    func blankRows() throws {
        let blank = "{\"EventItemId\": 9, \"EventItemTitle\": \" \", \"EventItemAgendaSequence\": 2}"
        let found = try Self.read("[\(Self.row), \(blank), \(blank)]")
        #expect(found.items?.count == 1)
        #expect(found.diagnostics?.contains { $0.hasSuffix("hold no words were left out: 2") } == true)
    }

    @Test("no file of threads is taken for an agenda", arguments: ThreadFile.all)
    func threads(_ file: ThreadFile) throws {
        let importer = AgendaImporters.recognised(try SourceFile(file.url).head())
        #expect(importer == nil, "\(importer?.format.name ?? "")")
    }

    @Test("an answer nested deeply is refused and does not end the program")
    func deep() throws {
        let deep = String(repeating: "{\"EventItems\":[", count: 2000)
        #expect(try Self.read(deep).items == nil)
        let inner = "{\"agendaObjectItemName\":\"A\",\"childItems\":["
        let items = String(repeating: inner, count: 100) + String(repeating: "]}", count: 100)
        #expect(try Self.read("{\"items\":[\(items)]}").items?.count == 100)
    }

    @Test(
        "a byte changed anywhere does not end the program",
        arguments: AgendaFixture.all.filter { $0.input.pathExtension == "json" })
    func mutated(_ fixture: AgendaFixture) throws {
        let bytes = try SourceFile(fixture.input).wholeBytes()
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("agenda.json")
        let marks = Array("{}[]\",:0n<&\\".utf8)
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                changed[Int(state >> 33) % bytes.count] = marks[Int(state >> 20) % marks.count]
            }
            try Data(changed).write(to: path)
            let found = try AgendaSnapshot(of: path)
            if found.format != "none", found.items == nil {
                #expect(found.diagnostics?.first?.hasPrefix("error: agenda.json") == true)
            }
        }
    }
}

/// An input of a thread importer's fixture that is JSON.
struct ThreadFile: CustomTestStringConvertible, Sendable {
    var url: URL
    var testDescription: String { url.pathComponents.suffix(3).joined(separator: "/") }

    static let all: [ThreadFile] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        let formats = Set(ThreadImporters.all.map(\.format.name))
        return names.sorted().filter { name in
            let parts = name.split(separator: "/")
            return parts.count == 3 && formats.contains(String(parts[0])) && parts[2].hasPrefix("input.json")
        }.map { ThreadFile(url: root.appendingPathComponent($0)) }
    }()
}
