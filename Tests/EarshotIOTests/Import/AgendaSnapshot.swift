import EarshotCore
import EarshotIO
import Foundation

/// What reading an agenda gave, as `expected.json` beside the fixture's input has it. Empty values are left out there.
struct AgendaSnapshot: Codable, Equatable {
    struct Item: Codable, Equatable {
        var id: String
        var number: String?
        var title: String
        var text: String?
        var decision: String?
        var minutes: String?
        var url: String?
        var kind: String
        var restricted: Bool?
        var documents: [Document]?
    }

    struct Document: Codable, Equatable {
        var title: String
        var url: String?
        var restricted: Bool?
    }

    var format: String
    var council: String?
    var body: String?
    var start: String?
    var venue: String?
    var url: String?
    var cancelled: Bool?
    var items: [Item]?
    /// `Diagnostic.line`, in order; of a file that is refused the one that was thrown.
    var diagnostics: [String]?

    /// Reads the file by the importer that recognises it.
    init(of url: URL) throws {
        let file = try SourceFile(url)
        guard let importer = AgendaImporters.importer(for: try file.head()) else {
            format = "none"
            return
        }
        format = importer.format.name
        do {
            let reading = try importer.read(file, context: ImportContext(path: url.lastPathComponent))
            take(reading.agenda.meeting)
            items = reading.agenda.items.map { Self.item($0) }
            diagnostics = Self.filled(reading.diagnostics.map(\.line))
        } catch let diagnostic as Diagnostic {
            diagnostics = [diagnostic.line]
        }
    }

    init(json url: URL) throws {
        self = try JSONDecoder().decode(AgendaSnapshot.self, from: try Data(contentsOf: url))
    }

    private mutating func take(_ meeting: Meeting) {
        council = Self.filled(meeting.council)
        body = Self.filled(meeting.body)
        start = meeting.start?.iso
        venue = Self.filled(meeting.venue)
        url = meeting.url
        cancelled = meeting.status == .cancelled ? true : nil
    }

    private static func item(_ item: AgendaItem) -> Item {
        Item(
            id: item.id.rawValue, number: filled(item.number), title: item.title, text: filled(item.text),
            decision: filled(item.decision), minutes: filled(item.minutes), url: item.url,
            kind: item.kind.rawValue, restricted: item.restricted ? true : nil,
            documents: filled(
                item.documents.map {
                    Document(title: $0.title, url: $0.url, restricted: $0.restricted ? true : nil)
                }))
    }

    private static func filled<C: Collection>(_ value: C) -> C? { value.isEmpty ? nil : value }
}
