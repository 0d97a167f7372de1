import EarshotCore

/// Which column of a file holds which of ours.
struct ColumnMap {
    private var columns = [Int?](repeating: nil, count: CommentColumn.allCases.count)
    /// A column "time" beside the column "date" that is read as the comment's time.
    private(set) var clock: Int?
    /// The normalised name of the moderation column, which says how its values are meant.
    private(set) var moderationName = ""
    /// What the person should know about the mapping.
    private(set) var notes: [Diagnostic] = []

    /// - Parameters:
    ///   - wanted: From `meeting.yaml`: our column name → the file's header.
    /// Throws a `Diagnostic` where no column holds the comments' text.
    init(header: CSVHeader, wanted: [String: String], path: String) throws {
        let place = "\(path):\(header.line)"
        let names = header.names.map(CommentColumn.normalised)
        let personal = names.map(CommentColumn.personal)
        try take(wanted, header, names, personal, place)
        for column in CommentColumn.allCases where self[column] == nil {
            let taken = used
            self[column] =
                column.synonyms.lazy.compactMap { synonym in
                    names.indices.first { names[$0] == synonym && personal[$0] == nil && !taken.contains($0) }
                }.first
        }
        guard self[.text] != nil else { throw Self.noText(header, place) }
        if let date = self[.postedAt], names[date] == "date" {
            let taken = used
            clock = names.firstIndex(of: "time").flatMap { taken.contains($0) ? nil : $0 }
        }
        moderationName = self[.moderation].map { names[$0] } ?? ""
        describe(header, personal, place)
    }

    /// The index of the file's column, from 0.
    subscript(column: CommentColumn) -> Int? {
        get { columns[column.rawValue] }
        set { columns[column.rawValue] = newValue }
    }

    private var used: Set<Int> { Set(columns.compactMap { $0 }) }

    /// Whether a header holds a name by which comments' text is known.
    static func namesText(_ header: [String]) -> Bool {
        let names = header.map(CommentColumn.normalised)
        return CommentColumn.text.synonyms.contains { names.contains($0) }
    }

    private mutating func take(
        _ wanted: [String: String], _ header: CSVHeader, _ names: [String], _ personal: [String?], _ place: String
    ) throws {
        for (name, title) in wanted.sorted(by: { $0.key < $1.key }) {
            guard let column = CommentColumn.allCases.first(where: { $0.name == name }) else {
                let known = CommentColumn.allCases.map(\.name).joined(separator: ", ")
                warn("meeting.yaml names a column “\(name)” that Earshot has not", place, "Use one of: \(known)")
                continue
            }
            let index = header.names.firstIndex(of: title) ?? names.firstIndex(of: CommentColumn.normalised(title))
            guard let index else {
                warn(
                    "meeting.yaml reads \(name) from “\(title)”, and the file has no such column", place,
                    Self.list(header))
                continue
            }
            if let kind = personal[index] {
                warn("“\(title)” holds \(kind), which are never stored; it is not read", place, "Choose another column")
            } else {
                self[column] = index
            }
        }
    }

    private mutating func warn(_ message: String, _ place: String, _ mend: String) {
        notes.append(Diagnostic(.warning, message, at: place, mend: mend))
    }

    private mutating func describe(_ header: CSVHeader, _ personal: [String?], _ place: String) {
        var read: [String] = []
        for column in CommentColumn.allCases {
            guard let index = self[column] else { continue }
            read.append("\(column.name) from “\(Self.shortened(header.names[index]))”")
        }
        if let clock { read.append("time of day from “\(Self.shortened(header.names[clock]))”") }
        let used = used.union(clock.map { [$0] } ?? [])
        let rest = header.names.indices.filter { !used.contains($0) && personal[$0] == nil }
        var message = "Read: " + read.joined(separator: ", ")
        if !rest.isEmpty {
            message += ". Not used: " + rest.map { "“\(Self.shortened(header.names[$0]))”" }.joined(separator: ", ")
        }
        // A table whose headers are the template's own needs no telling.
        let isTemplate = CommentColumn.allCases.allSatisfy { column in
            self[column].map { header.names[$0] == column.name } ?? true
        }
        if !isTemplate || clock != nil || !rest.isEmpty { notes.append(Diagnostic(.note, message, at: place)) }
        for (index, kind) in personal.enumerated() {
            guard let kind else { continue }
            let name = Self.shortened(header.names[index])
            notes.append(
                Diagnostic(.note, "“\(name)” holds \(kind), which are never stored; it is not read", at: place))
        }
    }

    private static func noText(_ header: CSVHeader, _ place: String) -> Diagnostic {
        // Nothing of such a row is shown: it may be a comment and its author's name.
        if header.names.contains(where: looksLikeData) {
            return Diagnostic(
                .error, "The first row holds values, not the names of the columns", at: place,
                mend: "Put a row with the columns' names above it, as in the CSV template: thread_title, author, "
                    + "posted_at, text")
        }
        return Diagnostic(
            .error, "No column holds the comments' text", at: place,
            mend: "\(list(header)). Call the one with the comments “text”, as in the CSV template, or name it in "
                + "meeting.yaml (columns: text: …)")
    }

    private static func list(_ header: CSVHeader) -> String {
        let shown = header.names.prefix(20).map { "“\(shortened($0))”" }.joined(separator: ", ")
        let more = header.names.count - 20
        return "Its columns are " + shown + (more > 0 ? " and \(more) more" : "")
    }

    /// A number, a date, an e-mail or web address, or a whole text: no column is called so.
    private static func looksLikeData(_ name: String) -> Bool {
        name.allSatisfy { $0.isNumber || ".,-+/: ".contains($0) } || name.contains("@") || name.contains("://")
            || (name.count > 60 && !name.hasSuffix("?"))
    }

    /// Surveys have whole questions as headers.
    private static func shortened(_ name: String) -> String {
        let line = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 40 ? line.prefix(39) + "…" : line
    }
}
