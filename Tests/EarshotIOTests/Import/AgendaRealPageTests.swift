import EarshotCore
import EarshotIO
import Foundation
import Testing

/// Pages of a real council, read where they lie; they are no part of the project.
enum RealAgendas {
    static let folder: URL = {
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared/data")
        let root = ProcessInfo.processInfo.environment["EARSHOT_REAL_DATA"].map { URL(fileURLWithPath: $0) } ?? beside
        return root.appendingPathComponent("agendas/moderngov_html")
    }()
    static var areHere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

@Suite(
    "A real council's pages",
    .enabled(
        if: RealAgendas.areHere, "The real pages are not here; set EARSHOT_REAL_DATA to the folder that holds them"))
struct AgendaRealPageTests {
    @Test("the agenda page gives its twelve items, the body and the date")
    func agenda() throws {
        let file = try SourceFile(RealAgendas.folder.appendingPathComponent("Agenda_151.html"))
        let importer = try #require(AgendaImporters.importer(for: try file.head()))
        #expect(importer.format.name == "moderngov-page")
        let reading = try importer.read(file, context: ImportContext(path: "agenda.html"))
        let meeting = reading.agenda.meeting
        let items = reading.agenda.items
        #expect(reading.diagnostics.isEmpty)
        #expect(meeting.body == "Kingston and North Kingston Neighbourhood Committee")
        #expect(meeting.council == "Royal Borough of Kingston upon Thames Council")
        #expect(meeting.start?.iso == "2026-01-15T19:30:00")
        #expect(meeting.venue == "Guildhall, Kingston upon Thames")
        #expect(meeting.status == .scheduled)
        #expect(items.map(\.number) == (54...65).map(String.init))
        #expect(items.map(\.position) == Array(1...12))
        #expect(items.filter(\.isLinkable).map(\.number) == ["59", "60", "61", "62", "63", "64"])
        #expect(items.allSatisfy { $0.id.rawValue.hasPrefix("AI519") || $0.id.rawValue.hasPrefix("AI518") })
        #expect(items.allSatisfy { !$0.title.contains("PDF") && !$0.title.hasSuffix("KB") })
        #expect(items.allSatisfy { !$0.text.contains("RESOLVED") && !$0.text.contains("Voting") })
        let petition = try #require(items.first { $0.number == "59" })
        #expect(petition.id == AgendaItem.ID("AI51902"))
        #expect(petition.title.hasSuffix("On Manorgate Road"))
        #expect(petition.documents.count == 5)
        #expect(petition.text.hasPrefix("To address a petition") && !petition.text.contains("\n"))
        let works = try #require(items.first { $0.number == "62" })
        #expect(works.title.hasSuffix("2026/27"))
    }

    @Test(
        "a page that is no agenda is refused by a sentence that says what it is",
        arguments: [
            ("BrowseMeetings.html", "This is a list of meetings, not an agenda"),
            ("CommitteeDetails.html", "This is a page about a committee, not an agenda"),
        ])
    func refused(_ name: String, _ message: String) throws {
        let file = try SourceFile(RealAgendas.folder.appendingPathComponent(name))
        let importer = try #require(AgendaImporters.importer(for: try file.head()))
        let thrown = #expect(throws: Diagnostic.self) {
            try importer.read(file, context: ImportContext(path: "agenda.html"))
        }
        #expect(thrown?.message == message)
        #expect(thrown?.severity == .error)
        #expect(thrown?.place.hasPrefix("agenda.html:") == true)
        #expect(thrown?.mend.isEmpty == false)
    }
}
