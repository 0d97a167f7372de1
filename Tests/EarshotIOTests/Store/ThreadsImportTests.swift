import EarshotCore
import EarshotIO
import Foundation
import Testing

/// A database in a folder of its own, with one meeting.
private final class TestStore {
    let store: Store
    let meeting = Meeting.ID("m")
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "earshot-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store(path: folder.appending(path: "db.sqlite").path)
        try save([])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func save(_ items: [AgendaItem]) throws {
        _ = try store.save(
            StoredMeeting(meeting: Meeting(id: meeting), deadlineSeconds: nil, rules: [], names: [], redact: []),
            items: items, places: [])
    }

    struct Result {
        var threads = ImportCount()
        var comments = ImportCount()
        var repeated = 0
        var repeatedOtherwise = 0
        var withdrawal = Withdrawal()
    }

    /// Saves a file of these threads and comments.
    func save(
        _ threads: [DiscussionThread], _ comments: [ThreadComment], as path: String = "threads/a.csv",
        isPartial: Bool = false
    ) throws -> Result {
        var result = Result()
        let file = StoredFile(path: path, kind: .threads, format: "Test", sha256: "", reading: "")
        let counts = try store.importThreads(file, of: meeting) { session in
            for thread in threads { try session.save(thread) }
            for comment in comments { try session.save(comment) }
            result.withdrawal = try session.withdraw(isPartial: isPartial)
            (result.repeated, result.repeatedOtherwise) = (session.repeated, session.repeatedOtherwise)
            return file
        }
        (result.threads, result.comments) = counts
        return result
    }
}

private func thread(_ id: String = "t", missing: Int = 0) -> DiscussionThread {
    DiscussionThread(id: .init(id), title: "Library", missingReplies: missing)
}

private func comments(_ ids: String..., in thread: String = "t") -> [ThreadComment] {
    ids.map { ThreadComment(id: .init($0), thread: .init(thread), author: "ann", text: "Words of \($0)") }
}

@Suite("The store takes a file in")
struct ThreadsImportTests {
    @Test("a newer save without a comment withdraws it; one that holds it again makes it visible")
    func withdrawnAndBack() throws {
        let db = try TestStore()
        _ = try db.save([thread()], comments("1", "2", "3"))
        let newer = try db.save([thread()], comments("1", "3", "4"))
        #expect(newer.comments == ImportCount(inserted: 1, unchanged: 2, withdrawn: 1))
        #expect(newer.withdrawal.standing == 1 && newer.withdrawal.kept == 0)
        let again = try db.save([thread()], comments("1", "3", "4"))
        #expect(again.comments == ImportCount(unchanged: 3))
        #expect(again.withdrawal.standing == 1, "what was withdrawn before is not counted as new")
        let back = try db.save([thread()], comments("1", "2", "3", "4"))
        #expect(back.comments == ImportCount(updated: 1, unchanged: 3))
        #expect(back.withdrawal.standing == 0)
    }

    @Test("a thread that has vanished from its file counts too, and no other file's thread does")
    func vanishedThread() throws {
        let db = try TestStore()
        _ = try db.save([thread(), thread("u")], comments("1") + comments("1", "2", in: "u"))
        _ = try db.save([thread("v")], comments("1", in: "v"), as: "threads/b.csv")
        let newer = try db.save([thread()], comments("1"))
        #expect(newer.comments == ImportCount(unchanged: 1, withdrawn: 2))
        #expect(newer.withdrawal.sharedFiles.isEmpty)
    }

    @Test("where the save itself is partial, nothing is taken to be withdrawn", arguments: [(3, false), (0, true)])
    func partial(_ missing: Int, _ isPartial: Bool) throws {
        let db = try TestStore()
        _ = try db.save([thread()], comments("1", "2", "3"))
        let newer = try db.save([thread(missing: missing)], comments("3"), isPartial: isPartial)
        #expect(newer.comments == ImportCount(unchanged: 1))
        #expect(newer.withdrawal.kept == 2 && newer.withdrawal.standing == 0)
        #expect(newer.withdrawal.missingReplies == missing)
    }

    @Test("a thread may say at the end how many replies it lacks")
    func saidLate() throws {
        let db = try TestStore()
        _ = try db.save([thread()], comments("1", "2"))
        let newer = try db.save([thread(), thread(missing: 5)], comments("1"))
        #expect(newer.withdrawal.kept == 1 && newer.withdrawal.missingReplies == 5)
        #expect(try db.store.links(of: db.meeting).map(\.thread.missingReplies) == [5])
    }

    @Test("a comment that another file holds is withdrawn only until that file is read again")
    func twoFiles() throws {
        let db = try TestStore()
        _ = try db.save([thread()], comments("1", "2"), as: "threads/a.csv")
        _ = try db.save([thread()], comments("1", "2"), as: "threads/b.csv")
        let newer = try db.save([thread()], comments("1"), as: "threads/b.csv")
        #expect(newer.comments.withdrawn == 1)
        #expect(newer.withdrawal.sharedFiles == ["threads/a.csv"])
        #expect(try db.save([thread()], comments("1", "2"), as: "threads/a.csv").comments.updated == 1)
    }

    @Test("a comment that stands twice in a file is stored once, and counted apart")
    func twice() throws {
        let db = try TestStore()
        var other = comments("2")
        other[0].likes = 4
        let first = try db.save([thread()], comments("1", "2", "1") + other)
        #expect(first.comments == ImportCount(inserted: 2))
        #expect(first.repeated == 2 && first.repeatedOtherwise == 1)
        let again = try db.save([thread()], comments("1", "2", "1") + other)
        #expect(again.comments == ImportCount(unchanged: 2), "the first of the two stays")
        #expect(again.repeated == 2 && again.repeatedOtherwise == 1)
    }

    @Test("dislikes and the page that a thread is about are kept, and a change of either is seen")
    func newFields() throws {
        let db = try TestStore()
        var one = comments("1")
        var about = thread()
        about.linkedURL = "https://council.example/library"
        one[0].dislikes = 3
        _ = try db.save([about], one)
        #expect(try db.save([about], one).comments == ImportCount(unchanged: 1))
        one[0].dislikes = 4
        #expect(try db.save([about], one).comments == ImportCount(updated: 1))
        about.linkedURL = nil
        #expect(try db.save([about], one).threads == ImportCount(updated: 1))
    }

    @Test("an item's decision and minutes are kept and read back")
    func decisions() throws {
        let db = try TestStore()
        let item = AgendaItem(
            id: .init("i"), position: 1, number: "5", title: "Library", decision: "Agreed.", minutes: "Cllrs spoke.")
        try db.save([item])
        #expect(try db.store.items(of: db.meeting) == [item])
    }

    @Test("a save that cannot be read leaves the counts of the save before")
    func unread() throws {
        let db = try TestStore()
        let file = StoredFile(
            path: "threads/a.csv", kind: .threads, format: "Test", sha256: "abc", reading: "r", threads: 1, comments: 2,
            read: 3, passedOver: 1)
        try db.store.save(file, of: db.meeting)
        let diagnostic = Diagnostic(.error, "The file is empty")
        let unread = try db.store.saveUnread("threads/a.csv", of: db.meeting) { comments in
            #expect(comments == 2)
            return [diagnostic]
        }
        #expect(unread.comments == 2 && unread.read == 3 && unread.sha256 == "abc" && unread.isUnread)
        #expect(try db.store.files(of: db.meeting) == [unread])
        let never = try db.store.saveUnread("threads/b.csv", of: db.meeting) { comments in
            #expect(comments == 0)
            return [diagnostic]
        }
        #expect(never.format == "not read" && never.comments == 0)
    }
}
