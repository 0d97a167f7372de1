import EarshotCore

/// The threads of a comments table, found row by row.
struct RowThreads {
    private struct Known {
        var thread: DiscussionThread
        /// The thread lacks an address, place, network, title or item that a later row may give.
        var isOpen: Bool
    }

    /// By the thread_id that the rows give.
    private var named: [String: Known] = [:]
    /// By what else tells them apart.
    private var made: [String: Known] = [:]
    private var otherItems = Tally()

    /// The thread of the row, handed over before its first comment and again when a row says more about it.
    mutating func thread(
        of row: CSVRow, map: ColumnMap, path: String, _ emit: (ImportedRecord) throws -> Void
    ) throws -> DiscussionThread.ID {
        func field(_ column: CommentColumn) -> String { map[column].map { row.trimmed($0) } ?? "" }
        let given = field(.threadID)
        let item = field(.item)
        var key = given
        if given.isEmpty {
            let parts = [field(.network).lowercased(), field(.place), field(.threadURL), field(.threadTitle), item]
            key = parts.joined(separator: "\u{1F}")
        }
        if let found = given.isEmpty ? made[key] : named[key] {
            if let declared = found.thread.declaredItem, !item.isEmpty, declared != item { otherItems.add(row.line) }
            guard found.isOpen else { return found.thread.id }
            let filled = Self.filled(found.thread, item, map, field)
            guard filled.thread != found.thread else { return found.thread.id }
            return try keep(filled, key, isNamed: !given.isEmpty, emit)
        }
        let id = Self.id(given: given, item: item, path: path, field)
        return try keep(Self.filled(DiscussionThread(id: id), item, map, field), key, isNamed: !given.isEmpty, emit)
    }

    private mutating func keep(
        _ known: Known, _ key: String, isNamed: Bool, _ emit: (ImportedRecord) throws -> Void
    ) throws -> DiscussionThread.ID {
        if isNamed { named[key] = known } else { made[key] = known }
        try emit(.thread(known.thread))
        return known.thread.id
    }

    func summary(path: String) -> [Diagnostic] {
        guard otherItems.count > 0 else { return [] }
        return [
            Diagnostic(
                .warning,
                "Rows of one thread name different agenda items (\(otherItems.count) of them not the thread's first)",
                at: "\(path):\(otherItems.firstLine)", mend: "Give each item's comments a thread_id of their own")
        ]
    }

    private static func filled(
        _ before: DiscussionThread, _ item: String, _ map: ColumnMap, _ field: (CommentColumn) -> String
    ) -> Known {
        var thread = before
        if thread.title.isEmpty { thread.title = field(.threadTitle) }
        if thread.url == nil {
            let url = field(.threadURL)
            thread.url = url.isEmpty ? nil : url
        }
        if thread.place.isEmpty { thread.place = field(.place) }
        if thread.network.isEmpty { thread.network = field(.network).lowercased() }
        if thread.declaredItem == nil { thread.declaredItem = item.isEmpty ? nil : item }
        func lacks(_ column: CommentColumn, _ isEmpty: Bool) -> Bool { isEmpty && map[column] != nil }
        let isOpen =
            lacks(.threadTitle, thread.title.isEmpty) || lacks(.threadURL, thread.url == nil)
            || lacks(.place, thread.place.isEmpty) || lacks(.network, thread.network.isEmpty)
            || lacks(.item, thread.declaredItem == nil)
        return Known(thread: thread, isOpen: isOpen)
    }

    private static func id(
        given: String, item: String, path: String, _ field: (CommentColumn) -> String
    ) -> DiscussionThread.ID {
        guard given.isEmpty else { return DiscussionThread.ID(given) }
        let url = field(.threadURL)
        let key = url.isEmpty ? field(.threadTitle) : url
        let place = field(.place)
        guard key.isEmpty, item.isEmpty, place.isEmpty else {
            return .made(network: field(.network).lowercased(), place: place, key: key, item: item)
        }
        return .file(path)
    }
}
