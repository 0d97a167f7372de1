import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("What the store tells the linker of a thread's context")
struct EarlierLinksTests {
    private static let item = AgendaItem(id: .init("AI1"), position: 1, number: "1", title: "Library hours")

    private func withStore(_ body: (Store) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-context-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(try Store(path: folder.appending(path: "db.sqlite").path))
    }

    /// A meeting in that month with one item and these threads, each of two comments an hour apart.
    private func save(_ id: String, month: Int, _ threads: [DiscussionThread], in store: Store) throws {
        let meeting = Meeting(id: .init(id), start: LocalTime(year: 2026, month: month, day: 12))
        let place = Place(id: .init("p"), name: "Fell End Chat", network: "facebook", ward: "Fell End", topic: "Roads")
        _ = try store.save(
            StoredMeeting(meeting: meeting, deadlineSeconds: nil, rules: [], names: [], redact: []),
            items: [Self.item], places: [place])
        let file = StoredFile(path: "threads/a.csv", kind: .threads, format: "Test", sha256: "", reading: "")
        _ = try store.importThreads(file, of: meeting.id) { session in
            for thread in threads { try session.save(thread) }
            for (thread, number) in threads.flatMap({ [($0, 1), ($0, 2)] }) {
                try session.save(
                    ThreadComment(
                        id: .init("\(number)"), thread: thread.id, author: "ann",
                        posted: Timestamp(seconds: Int64(number) * 3600), text: "Words"))
            }
            return file
        }
    }

    private func link(_ thread: String, _ confidence: Int) -> ThreadLink {
        let candidate = LinkCandidate(item: Self.item.id, confidence: confidence, reasons: [])
        return ThreadLink(thread: .init(thread), linked: Self.item.id, candidates: [candidate])
    }

    @Test("links of earlier meetings are told for the same threads, if a person made them or the linker was sure")
    func earlier() throws {
        try withStore { store in
            let threads = ["sure", "unsure", "decided", "gone"].map {
                DiscussionThread(id: .init($0), title: "About \($0)")
            }
            try save("october", month: 10, threads, in: store)
            _ = try store.save(
                [link("sure", 900), link("unsure", 500), link("decided", 500), link("gone", 900)], of: .init("october"),
                by: "test")
            try store.record(.confirmed(Self.item.id), on: .init("decided"), of: .init("october"))
            let again = DiscussionThread(id: .init("other id"), title: "About sure")
            try save("november", month: 11, Array(threads.prefix(3)) + [again], in: store)
            let links = try store.earlierLinks(before: .init("november"))
            #expect(links.map(\.thread.rawValue) == ["sure", "decided"])
            #expect(links.map(\.isDecided) == [false, true])
            #expect(links.allSatisfy { $0.item == "Library hours" && $0.start.month == 10 })
            #expect(try store.earlierLinks(before: .init("october")).isEmpty)
        }
    }

    @Test("a thread comes with its place's ward and topic and the days of its comments")
    func context() throws {
        try withStore { store in
            let known = DiscussionThread(id: .init("a"), place: "fell end chat")
            let unknown = DiscussionThread(id: .init("b"), place: "Elsewhere")
            try save("m", month: 11, [known, unknown], in: store)
            var contexts: [ThreadContext] = []
            try store.forEachThread(of: .init("m"), batch: 1, commentLimit: 10) { contexts += $0.map(\.context) }
            #expect(
                contexts == [
                    ThreadContext(ward: "Fell End", topic: "Roads", firstPosted: 3600, lastPosted: 7200),
                    ThreadContext(firstPosted: 3600, lastPosted: 7200),
                ])
        }
    }
}
