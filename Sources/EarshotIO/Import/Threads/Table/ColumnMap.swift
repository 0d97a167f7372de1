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
    /// The columns with the comments' words: several where each question of a survey is a thread of its own.
    private(set) var texts: [Int] = []
    /// For each of `texts` the column with the person's position on it.
    private(set) var positions: [Int?] = []
    /// How many columns the header names.
    let count: Int
    let header: CSVHeader

    /// - Parameters:
    ///   - wanted: From `meeting.yaml`: our column name → the file's header.
    /// Throws a `Diagnostic` where no column holds the comments' text.
    ///   - shape: What is known of this kind of table.
    ///   - head: The first rows: a column of numbers is no text, one of e-mail addresses is not read.
    /// Throws a `Diagnostic` where no column holds the comments' text.
    init(
        header: CSVHeader, wanted: [String: String], path: String, shape: TableShape = TableShape(),
        head: TableHead? = nil
    ) throws {
        let place = "\(path):\(header.line)"
        count = header.names.count
        self.header = header
        let names = header.names.map(CommentColumn.normalised)
        var profiles: [ColumnProfile] = []
        if let head { profiles = ColumnGuess(head).profiles }
        let personal = names.indices.map { column in
            column < profiles.count ? profiles[column].personal : CommentColumn.personal(names[column])
        }
        try take(wanted, header, names, shape.labels, personal, place)
        let isSaid = self[.text] != nil
        for (name, title) in shape.columns {
            guard let column = CommentColumn.allCases.first(where: { $0.name == name }), self[column] == nil,
                let index = header.names.firstIndex(of: title), personal[index] == nil
            else { continue }
            self[column] = index
        }
        if !isSaid, !shape.texts.isEmpty {
            texts = shape.texts
            positions = shape.positions
            self[.text] = texts[0]
        }
        fill(names, personal, profiles, shape)
        guard let text = self[.text] else { throw Self.noText(header, place) }
        if texts.isEmpty { texts = [text] }
        if positions.count != texts.count { positions = texts.map { _ in nil } }
        if isSaid, self[.position] == nil, let head {
            positions = ColumnGuess(head, questions: shape.questions).positions(for: texts, ignoring: shape.ignored)
        }
        if texts.count == 1, let position = self[.position] ?? positions[0] { positions = [position] }
        if let date = self[.postedAt], names[date] == "date" {
            let taken = used
            clock = names.firstIndex(of: "time").flatMap { taken.contains($0) ? nil : $0 }
        }
        moderationName = self[.moderation].map { names[$0] } ?? ""
        describe(header, personal, place, shape)
    }

    /// Whether a column may hold ids: those of a file's only thread are nearly all different.
    private func isID(_ profile: ColumnProfile) -> Bool {
        let threads: [CommentColumn] = [.threadID, .threadTitle, .threadURL]
        return profile.filled < 5 || profile.distinct * 2 >= profile.filled || threads.contains { self[$0] != nil }
    }

    private mutating func fill(
        _ names: [String], _ personal: [String?], _ profiles: [ColumnProfile], _ shape: TableShape
    ) {
        for column in CommentColumn.allCases where self[column] == nil {
            let taken = used
            func fits(_ index: Int) -> Bool {
                guard personal[index] == nil, !taken.contains(index), !shape.ignored.contains(names[index]) else {
                    return false
                }
                guard index < profiles.count else { return true }
                // "comments" may be how many there are.
                if column == .text { return ![.number, .date].contains(profiles[index].look) }
                // A form's submission is one answer; a forum's has many comments.
                if column == .threadID, names[index] == "submission_id" {
                    return profiles[index].distinct < profiles[index].filled
                }
                return column != .commentID || isID(profiles[index])
            }
            for synonym in column.synonyms {
                guard let index = names.indices.first(where: { names[$0] == synonym && fits($0) }) else { continue }
                self[column] = index
                break
            }
        }
        if self[.postedAt] == nil { self[.postedAt] = time(profiles, shape) }
    }

    /// The first column of times whose header says that something was handed in then.
    private func time(_ profiles: [ColumnProfile], _ shape: TableShape) -> Int? {
        let taken = used
        let says: Set<Substring> = ["date", "time", "submitted", "completed", "received", "created", "posted", "sent"]
        let others: Set<Substring> = ["birth", "dob", "meeting", "start", "started", "from", "until", "due", "closing"]
        return profiles.indices.first { index in
            let words = profiles[index].key.split(separator: "_")
            return profiles[index].look == .date && !taken.contains(index)
                && !shape.ignored.contains(profiles[index].key)
                && words.contains { says.contains($0) } && !words.contains { others.contains($0) }
        }
    }

    /// The index of the file's column, from 0.
    subscript(column: CommentColumn) -> Int? {
        get { columns[column.rawValue] }
        set { columns[column.rawValue] = newValue }
    }

    private var used: Set<Int> { Set(columns.compactMap { $0 }).union(texts).union(positions.compactMap { $0 }) }

    /// Whether a header holds a name by which comments' text is known.
    static func namesText(_ header: [String]) -> Bool {
        let names = header.map(CommentColumn.normalised)
        return CommentColumn.text.synonyms.contains { names.contains($0) }
    }

    private mutating func take(
        _ wanted: [String: String], _ header: CSVHeader, _ names: [String], _ labels: [String],
        _ personal: [String?], _ place: String
    ) throws {
        for (name, titles) in wanted.sorted(by: { $0.key < $1.key }) where !TableDefaults.names.contains(name) {
            guard let column = CommentColumn.allCases.first(where: { $0.name == name }) else {
                let known = CommentColumn.allCases.map(\.name).joined(separator: ", ")
                warn("meeting.yaml names a column “\(name)” that Earshot has not", place, "Use one of: \(known)")
                continue
            }
            // A list of texts comes as lines.
            for title in titles.split(separator: "\n").map(String.init) {
                let index =
                    header.names.firstIndex(of: title) ?? labels.firstIndex(of: title)
                    ?? names.firstIndex(of: CommentColumn.normalised(title))
                    ?? header.names.firstIndex { MarkupText.collapsed($0) == title }
                guard let index else {
                    warn(
                        "meeting.yaml reads \(name) from “\(title)”, and the file has no such column", place,
                        Self.list(header))
                    continue
                }
                if let kind = personal[index] {
                    warn(
                        "“\(title)” holds \(kind), which are never stored; it is not read", place,
                        "Choose another column")
                    continue
                }
                if self[column] == nil { self[column] = index }
                if column == .text, !texts.contains(index) { texts.append(index) }
            }
        }
    }

    private mutating func warn(_ message: String, _ place: String, _ mend: String) {
        notes.append(Diagnostic(.warning, message, at: place, mend: mend))
    }

    private mutating func describe(
        _ header: CSVHeader, _ personal: [String?], _ place: String, _ shape: TableShape
    ) {
        let labels = shape.labels.count == header.names.count ? shape.labels : header.names
        func shown(_ index: Int) -> String {
            let isOwn = labels[index] == header.names[index] || !labels[index].hasPrefix("the ")
            return isOwn ? "“\(Self.shortened(labels[index]))”" : labels[index]
        }
        var read: [String] = []
        for column in CommentColumn.allCases {
            guard let index = self[column] else { continue }
            let more = column == .text ? Array(texts.dropFirst().prefix(20)) : []
            read.append("\(column.name) from " + ([index] + more).map(shown).joined(separator: ", "))
        }
        if self[.position] == nil {
            let asked = positions.compactMap { $0 }
            if !asked.isEmpty { read.append("position from " + asked.map(shown).joined(separator: ", ")) }
        }
        if let clock { read.append("time of day from \(shown(clock))") }
        let used = used.union(clock.map { [$0] } ?? []).union(shape.otherTexts).union(shape.otherTitles)
            .union(shape.otherLinks).union(shape.parents.map { [$0.id, $0.kind] } ?? [])
        let rest = header.names.indices.filter { !used.contains($0) && personal[$0] == nil }
        var message = "Read: " + read.joined(separator: ", ")
        if !rest.isEmpty {
            message += ". Not used: " + rest.prefix(20).map(shown).joined(separator: ", ")
            if rest.count > 20 { message += " and \(rest.count - 20) more" }
        }
        // A table whose headers are the template's own needs no telling.
        let isTemplate = CommentColumn.allCases.allSatisfy { column in
            self[column].map { labels[$0] == column.name } ?? true
        }
        if !isTemplate || clock != nil || !rest.isEmpty { notes.append(Diagnostic(.note, message, at: place)) }
        for kind in ["e-mail addresses", "IP addresses", "phone numbers"] {
            let columns = personal.indices.filter { personal[$0] == kind }
            guard let first = columns.first else { continue }
            let message =
                columns.count == 1
                ? "\(shown(first)) holds \(kind), which are never stored; it is not read"
                : columns.prefix(20).map(shown).joined(separator: ", ")
                    + " hold \(kind), which are never stored; they are not read"
            notes.append(Diagnostic(.note, message, at: place))
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
                + "meeting.yaml (columns: text: …); earshot map-columns shows what each column holds")
    }

    private static func list(_ header: CSVHeader) -> String {
        let shown = header.names.prefix(20).map { "“\(shortened($0))”" }.joined(separator: ", ")
        let more = header.names.count - 20
        return "Its columns are " + shown + (more > 0 ? " and \(more) more" : "")
    }

    /// A number, a date, an e-mail or web address, or a whole text: no column is called so.
    static func looksLikeData(_ name: String) -> Bool {
        name.allSatisfy { $0.isNumber || ".,-+/: ".contains($0) } || name.contains("@") || name.contains("://")
            || (name.count > 60 && !name.hasSuffix("?"))
    }

    /// Surveys have whole questions as headers.
    static func shortened(_ name: String) -> String {
        let line = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 40 ? line.prefix(39) + "…" : line
    }
}
