import EarshotCore
import Foundation
import Testing

/// Real threads, read in place: the folder named by EARSHOT_REAL_DATA, else ../shared/data beside the project.
private enum RealThreads {
    static let folder = URL(
        filePath: ProcessInfo.processInfo.environment["EARSHOT_REAL_DATA"]
            ?? URL(filePath: #filePath).appending(path: "../../../../../shared/data").standardized.path
    ).appending(path: "linking/linking_arc")

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "items.jsonl").path) }

    struct Item: Decodable {
        var item_id: String
        var title: String
        var description: String?
    }

    struct Conversation: Decodable {
        struct Comment: Decodable { var text: String }
        var thread_id: String
        var title: String
        var comments: [Comment]
        var true_item_id: String?
    }

    static func rows<Row: Decodable>(_ name: String) throws -> [Row] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    }
}

@Suite("Linking real threads")
struct LinkRealDataTests {
    @Test(
        "three in four threads have the right item first, and three links in four are right",
        .enabled(if: RealThreads.isThere, "set EARSHOT_REAL_DATA to the folder that holds linking/linking_arc"))
    func quality() throws {
        let rows: [RealThreads.Item] = try RealThreads.rows("items.jsonl")
        let conversations: [RealThreads.Conversation] = try RealThreads.rows("threads.jsonl")
        let items = rows.enumerated().map { index, row in
            AgendaItem(
                id: .init(row.item_id), position: index + 1, title: row.title, text: row.description ?? "")
        }
        let linker = Linker(meeting: Meeting(id: .init("real")), items: items)
        let links = linker.links(
            for: conversations.map {
                linker.profile(LinkThread(id: .init($0.thread_id), title: $0.title, texts: $0.comments.map(\.text)))
            })
        let pairs = zip(links, conversations).map { (link: $0, truth: $1.true_item_id) }
        let withItem = pairs.filter { $0.truth != nil }
        let first = withItem.count { $0.link.candidates.first?.item.rawValue == $0.truth }
        let made = pairs.filter { $0.link.linked != nil }
        let right = made.count { $0.link.linked?.rawValue == $0.truth }
        // Measured when this was written: 583 of 732 first; 503 of 610 links right.
        #expect(first * 100 >= withItem.count * 75)
        #expect(right * 100 >= made.count * 78 && right * 100 >= withItem.count * 65)
    }
}
