import EarshotCore
package import Foundation

extension LinkEvaluationSet {
    /// A meeting's folder, read as `earshot brief` reads it, and a CSV table of right answers with the columns `item_id` (empty
    /// for none) and `thread_id`, or `thread_title` where the source gives threads no id of their own.
    ///
    /// Threads that the table does not name are linked with the others and not judged. Throws a `Diagnostic` where the meeting
    /// cannot be read or the table names what is not there.
    package init(meeting folder: URL, answers: URL) throws {
        let store = try Store(path: ":memory:")
        let meeting = try Pipeline(store: store).importFolder(folder).meeting
        let stored = try store.meeting(meeting)
        name = meeting.rawValue
        self.meeting = stored.meeting
        items = try store.items(of: meeting)
        names = stored.names + stored.meeting.wards
        hasHalves = false
        var threads: [LinkThread] = []
        try store.forEachThread(of: meeting, batch: 128, commentLimit: Linker.commentLimit) { threads += $0 }
        self.threads = threads
        truths = Array(repeating: nil, count: threads.count)
        let table = try CSVTable.read(SourceFile(answers), path: answers.path)
        let columns = try AnswerColumns(table.header, path: answers.path)
        for row in table.rows {
            let place = "\(answers.path):\(row.line)"
            let index = try columns.thread(of: row, among: threads, at: place)
            let item = try columns.item(of: row, among: linkable, at: place)
            let thread = threads[index]
            truths[index] = LinkTruth(
                item: item, group: item.map { linkable[$0].id.rawValue } ?? thread.id.rawValue,
                comments: thread.texts.count, hasTitle: !thread.title.isEmpty)
        }
    }
}

/// Where the right answers stand in their table.
private struct AnswerColumns {
    private let item: Int
    private let id: Int?
    private let title: Int?

    init(_ header: CSVHeader, path: String) throws {
        id = header.names.firstIndex(of: "thread_id")
        title = header.names.firstIndex(of: "thread_title")
        guard let item = header.names.firstIndex(of: "item_id"), id != nil || title != nil else {
            throw Diagnostic(
                .error, "The table of right answers has other columns", at: path,
                mend: "Name them thread_id (or thread_title) and item_id")
        }
        self.item = item
    }

    /// The position of the row's thread: by its id, else by its title, which only one thread may have.
    func thread(of row: CSVTable.Row, among threads: [LinkThread], at place: String) throws -> Int {
        let named = id.map { row.fields[$0] } ?? ""
        let titled = title.map { row.fields[$0] } ?? ""
        let found = threads.indices.filter { index in
            named.isEmpty
                ? !titled.isEmpty && threads[index].title == titled : threads[index].id.rawValue == named
        }
        guard let index = found.first, found.count == 1 else {
            throw Diagnostic(
                .error,
                found.isEmpty ? "The row names no thread of the meeting" : "Several threads have the row's title",
                at: place, mend: "Write the thread's id as links.csv has it")
        }
        return index
    }

    /// The position of the row's item among those that threads may be linked to; `nil` for none.
    func item(of row: CSVTable.Row, among items: [AgendaItem], at place: String) throws -> Int? {
        let named = row.fields[item]
        guard !named.isEmpty else { return nil }
        guard let index = items.firstIndex(where: { $0.id.rawValue == named }) else {
            throw Diagnostic(
                .error, "The row names no item that threads can be linked to", at: place,
                mend: "Write the item's id as items.csv has it, or leave it empty for none")
        }
        return index
    }
}
