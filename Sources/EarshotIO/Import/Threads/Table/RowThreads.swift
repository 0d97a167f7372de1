import EarshotCore

/// The threads of a comments table, found row by row.
///
/// Of every thread twelve bytes are remembered, and of the last 16,384 to 32,768 what their rows said of them: enough
/// for tables in which each row is a thread, and for threads whose rows are mixed with those of others.
struct RowThreads {
    /// Threads known in full (chosen, not derived).
    private static let recentLimit = 16_384

    private var seen = ThreadMarks()
    private var recent: [DiscussionThread.ID: DiscussionThread] = [:]
    private var earlier: [DiscussionThread.ID: DiscussionThread] = [:]
    private var otherItems = Tally()
    private var late = Tally()

    private let map: ColumnMap
    private let shape: TableShape
    private let path: String
    private let sheet: String
    private let defaults: TableDefaults
    /// Which of a thread's particulars the table has columns for.
    private let possible: UInt8

    init(map: ColumnMap, shape: TableShape, context: ImportContext, sheet: String) {
        self.map = map
        self.shape = shape
        self.sheet = sheet
        path = context.path
        defaults = TableDefaults(context.columns)
        var possible: UInt8 = 0
        for (bit, column) in Self.particulars.enumerated() where map[column] != nil { possible |= 1 << UInt8(bit) }
        self.possible = possible
    }

    private static let particulars: [CommentColumn] = [.threadTitle, .threadURL, .place, .network, .item, .linkedURL]

    /// The thread of the row, handed over before its first comment and again when a row says more about it.
    mutating func thread(of row: CSVRow, _ emit: (ImportedRecord) throws -> Void) throws -> DiscussionThread.ID {
        let given = field(.threadID, row)
        let item = field(.item, row)
        let id = id(given: given, item: item, row)
        let key = StableHash.of(id.rawValue).value
        let known = seen[key]
        if let known, !item.isEmpty, known.item != 0, known.item != ThreadMarks.mark(of: item) {
            otherItems.add(row.line)
        }
        if let known, known.filled & possible == possible { return id }
        let says = filled(row, item)
        guard let known else {
            let thread = completed(DiscussionThread(id: id), row, item)
            try keep(thread, key, says, emit)
            return id
        }
        guard says & ~known.filled != 0 else { return id }
        guard let before = recent[id] ?? earlier[id] else {
            late.add(row.line)
            return id
        }
        try keep(completed(before, row, item), key, says | known.filled, emit)
        return id
    }

    func summary() -> [Diagnostic] {
        var out: [Diagnostic] = []
        if otherItems.count > 0 {
            out.append(
                Diagnostic(
                    .warning,
                    "Rows of one thread name different agenda items (\(otherItems.count) of them not the thread's first)",
                    at: "\(path):\(otherItems.firstLine)", mend: "Give each item's comments a thread_id of their own"))
        }
        if late.count > 0 {
            let rows = late.count == 1 ? "1 row says" : "\(late.count) rows say"
            out.append(
                Diagnostic(
                    .warning, "\(rows) more about a thread whose first row stands many threads above; it is not taken",
                    at: "\(path):\(late.firstLine)", mend: "Sort the table by thread"))
        }
        return out
    }

    private mutating func keep(
        _ thread: DiscussionThread, _ key: UInt64, _ filled: UInt8, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        seen.set(key, filled: filled, item: thread.declaredItem.map(ThreadMarks.mark) ?? 0)
        if filled & possible != possible {
            if recent.count >= Self.recentLimit {
                earlier = recent
                recent = [:]
            }
            recent[thread.id] = thread
        }
        try emit(.thread(thread))
    }

    // MARK: - Values

    private func field(_ column: CommentColumn, _ row: CSVRow) -> String {
        map[column].map { row.trimmed($0) } ?? ""
    }

    private func title(_ row: CSVRow) -> String {
        let own = field(.threadTitle, row)
        let title = own.isEmpty ? shape.otherTitles.lazy.map { row.trimmed($0) }.first { !$0.isEmpty } ?? "" : own
        return shape.hasMarkup ? TableText.plain(title) : title
    }

    private func filled(_ row: CSVRow, _ item: String) -> UInt8 {
        var bits: UInt8 = 0
        for (bit, column) in Self.particulars.enumerated() {
            if let index = map[column], !row.isBlank(index) { bits |= 1 << UInt8(bit) }
        }
        return bits
    }

    private func completed(_ before: DiscussionThread, _ row: CSVRow, _ item: String) -> DiscussionThread {
        var thread = before
        if thread.title.isEmpty || thread.title == defaults.title || thread.title == sheet { thread.title = title(row) }
        if thread.title.isEmpty { thread.title = defaults.title.isEmpty ? sheet : defaults.title }
        if thread.url == nil { thread.url = nonEmpty(field(.threadURL, row)) }
        if thread.place.isEmpty || thread.place == defaults.place {
            thread.place = nonEmpty(field(.place, row)) ?? (shape.place.isEmpty ? defaults.place : shape.place)
        }
        let network = field(.network, row).lowercased()
        if !network.isEmpty {
            if thread.network.isEmpty || map[.network] != nil { thread.network = network }
        } else if thread.network.isEmpty {
            thread.network = defaults.network.isEmpty ? shape.network : defaults.network
        }
        if thread.declaredItem == nil { thread.declaredItem = nonEmpty(item) }
        if thread.linkedURL == nil {
            thread.linkedURL =
                nonEmpty(field(.linkedURL, row))
                ?? shape.otherLinks.lazy.map { row.trimmed($0) }.first { !$0.isEmpty }
        }
        return thread
    }

    private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

    private func id(given: String, item: String, _ row: CSVRow) -> DiscussionThread.ID {
        guard given.isEmpty else { return DiscussionThread.ID(given) }
        let url = field(.threadURL, row)
        let key = url.isEmpty ? field(.threadTitle, row) : url
        let place = shape.opensThreads && !key.isEmpty ? "" : field(.place, row)
        guard key.isEmpty, item.isEmpty, place.isEmpty || shape.opensThreads else {
            let network = field(.network, row).lowercased()
            return .made(network: network.isEmpty ? shape.network : network, place: place, key: key, item: item)
        }
        if shape.opensThreads {
            let id = field(.commentID, row)
            let key = id.isEmpty ? (0..<row.count).map { row[$0] }.joined(separator: "\u{1F}") : id
            return .made(network: shape.network, place: path, key: key)
        }
        return .file(path, part: sheet)
    }
}

/// What is remembered of every thread: which of its particulars are known, and 32 bits of its item's hash.
///
/// Two threads are mistaken for one another with a chance of one in four hundred thousand where there are ten million.
struct ThreadMarks {
    struct Mark {
        var filled: UInt8
        var item: UInt32
    }

    private var keys = [UInt64](repeating: 0, count: 1 << 8)
    private var marks = [UInt32](repeating: 0, count: 1 << 8)
    private var count = 0

    /// 24 bits, never 0.
    static func mark(of item: String) -> UInt32 { UInt32(truncatingIfNeeded: StableHash.of(item).value >> 40) | 1 }

    subscript(key: UInt64) -> Mark? {
        let slot = slot(of: key)
        guard keys[slot] != 0 else { return nil }
        return Mark(filled: UInt8(truncatingIfNeeded: marks[slot]), item: marks[slot] >> 8)
    }

    mutating func set(_ key: UInt64, filled: UInt8, item: UInt32) {
        if count * 4 >= keys.count * 3 { grow() }
        let slot = slot(of: key)
        if keys[slot] == 0 { count += 1 }
        keys[slot] = max(key, 1)
        marks[slot] = UInt32(filled) | item << 8
    }

    private func slot(of key: UInt64) -> Int {
        let wanted = max(key, 1)
        var slot = Int(truncatingIfNeeded: (wanted &* 0x9E37_79B9_7F4A_7C15) >> 20) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != wanted { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldMarks) = (keys, marks)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        marks = [UInt32](repeating: 0, count: oldKeys.count * 2)
        for index in oldKeys.indices where oldKeys[index] != 0 {
            let slot = slot(of: oldKeys[index])
            keys[slot] = oldKeys[index]
            marks[slot] = oldMarks[index]
        }
    }
}
