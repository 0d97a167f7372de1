import EarshotCore

/// The objects of a JSON file as rows of a table: which columns there are, and what stands in them.
struct CommentObjects {
    private(set) var header = CSVHeader(names: [], line: 1)
    private var names: [String] = []
    /// As the file writes the columns' names, for people.
    private(set) var labels: [String] = []
    private var places: [String: Int] = [:]
    /// The page or thread that the whole file is about.
    private let around: Holder

    /// The column with what a comment answers, and which of its holders' particulars comments need columns for.
    private var parentColumn = "parent_id"
    private var wanted: Set<String> = []

    /// What a list's holder says of all that is in it.
    struct Holder {
        var id = ""
        var title = ""
        var url = ""
        var parent = ""
    }

    /// Columns beyond which no more are taken (chosen; a comment has a dozen).
    private static let limit = 400

    init(around: JSONValue) { self.around = Self.holder(around, Holder()) }

    // MARK: - Names

    /// Names that only JSON has, for our columns; after those that tables know.
    private static let own: [(column: String, names: [String])] = [
        ("text", CommentNames.texts), ("comment_id", ["comment_hex", "cid", "_id", "guid", "key", "pk"]),
        ("parent_id", ["parent_hex", "in_reply_to_status_id", "reply_to_comment_id", "parent_cid", "reply_parent"]),
        ("author", ["commenter_hex", "author_username", "user_username", "by", "nickname", "author_display_name"]),
        ("posted_at", ["creation_date", "time_parsed", "date_gmt", "created_on", "posted_on", "unix_time"]),
        ("likes", ["votes", "vote_count", "likes_total", "positive_votes"]),
    ]

    // MARK: - First reading: which columns there are

    mutating func learn(_ value: JSONValue, _ known: inout CommentNames) {
        _ = try? Self.visit(value, around, &known) { members, holder in
            if !holder.id.isEmpty { wanted.insert("thread_id") }
            if !holder.title.isEmpty { wanted.insert("thread_title") }
            if !holder.url.isEmpty { wanted.insert("thread_url") }
            if !holder.parent.isEmpty { wanted.insert("parent_id") }
            for (name, _) in members where places[name.column] == nil && names.count < Self.limit {
                places[name.column] = names.count
                names.append(name.column)
                labels.append(name.label)
            }
        }
    }

    /// With the columns that the comments' holders fill.
    func closed() -> CommentObjects {
        var closed = self
        let parents = CommentColumn.parentID.synonyms + ["parent_hex", "in_reply_to_status_id", "reply_to_comment_id"]
        closed.parentColumn = parents.first { places[$0] != nil } ?? "parent_id"
        let around = ["the thread's id", "the thread's title", "the thread's address", "the comment around it"]
        let filled = ["thread_id", "thread_title", "thread_url", closed.parentColumn]
        for (name, label) in zip(filled, around) where closed.places[name] == nil && wanted.contains(name) {
            closed.places[name] = closed.names.count
            closed.names.append(name)
            closed.labels.append(label)
        }
        closed.header = CSVHeader(names: closed.names, line: 1)
        return closed
    }

    /// Our column → the file's, where tables have no name for it.
    var columns: [String: String] {
        var found: [String: String] = [:]
        for (column, candidates) in Self.own {
            let known = CommentColumn.allCases.first { $0.name == column }?.synonyms ?? []
            guard column == "text" || !known.contains(where: { places[$0] != nil }) else { continue }
            if let name = candidates.first(where: { places[$0] != nil }) { found[column] = name }
        }
        // WordPress's interface: who has no account there is author 0.
        if places["content_rendered"] != nil, places["post"] != nil {
            found["thread_id"] = "post"
            found["author"] = "author_name"
        }
        return found
    }

    // MARK: - Second reading: the rows

    func rows(
        of value: JSONValue, _ line: Int, _ known: inout CommentNames, emit: (CSVRow) throws -> Void
    ) throws {
        try Self.visit(value, around, &known) { members, holder in
            var fields = [String](repeating: "", count: names.count)
            func fill(_ name: String, _ text: String) {
                if let place = places[name], fields[place].isEmpty { fields[place] = text }
            }
            for (name, text) in members { fill(name.column, text) }
            fill("thread_id", holder.id)
            fill("thread_title", holder.title)
            fill("thread_url", holder.url)
            fill(parentColumn, holder.parent)
            // Commento and others write so what answers no comment.
            if let place = places[parentColumn], fields[place] == "root" { fields[place] = "" }
            try emit(CSVRow(line: line, columns: names.count, fields: fields))
        }
    }

    /// Every comment in `value`, each before the replies in it. The parser bounds the recursion.
    private static func visit(
        _ value: JSONValue, _ holder: Holder, inList: Bool = false, _ known: inout CommentNames,
        _ body: ([(name: CommentName, text: String)], Holder) throws -> Void
    ) throws {
        switch value {
        case .array(let values):
            for value in values { try visit(value, holder, inList: true, &known, body) }
        case .object(let members):
            let flat = Flat(members, &known)
            // One without words among the others: deleted, or only a picture.
            let isBlank = inList && flat.marks.contains(.person) && !members.contains { $0.value.array != nil }
            let isComment = flat.marks.isComment || isBlank
            if isComment { try body(flat.texts, holder) }
            guard !flat.lists.isEmpty else { return }
            var inner = isComment ? holder : Self.holder(value, holder)
            if isComment { inner.parent = flat.id ?? holder.parent }
            for member in flat.lists {
                // Comments of a post are one thread, whatever lists it stands in.
                if isComment, holder.parent.isEmpty, member.key == "comments" {
                    let own = Self.holder(value, Holder())
                    inner.id = own.id
                    inner.title = own.title
                    inner.url = own.url
                }
                try visit(member.value, inner, &known, body)
            }
        default: break
        }
    }

    /// An object's members as columns; of objects in them the members, named "author_name".
    private struct Flat {
        private(set) var texts: [(name: CommentName, text: String)] = []
        private(set) var marks: CommentName.Marks = []
        /// The members that may hold further comments.
        private(set) var lists: [JSONValue.Member] = []

        init(_ members: [JSONValue.Member], _ known: inout CommentNames) {
            texts.reserveCapacity(members.count)
            for (number, member) in members.enumerated() {
                let name = known.name(member.key)
                if name.marks.contains(.list) { lists.append(member) }
                guard number < limit else { continue }
                if case .object(let inner) = member.value {
                    for part in inner.prefix(limit) {
                        if let text = scalar(part.value) { add(known.name(part.key, in: member.key), text) }
                    }
                } else if let text = scalar(member.value) {
                    add(name, text)
                }
            }
        }

        private mutating func add(_ name: CommentName, _ text: String) {
            marks.formUnion(name.marks)
            texts.append((name, text))
        }

        var id: String? {
            for name in CommentNames.ids {
                if let found = texts.first(where: { $0.name.column == name && !$0.text.isEmpty }) {
                    return found.text
                }
            }
            return nil
        }
    }

    private static func holder(_ value: JSONValue, _ outer: Holder) -> Holder {
        guard value.members != nil else { return outer }
        var holder = outer
        if let id = value.first("id", "thread_id", "threadId", "topic_id", "post_id", "slug")?.id { holder.id = id }
        if let title = value.first("title", "thread_title", "subject", "headline", "topic", "question")?.filled {
            holder.title = title
        }
        if let url = value.first("url", "link", "permalink", "page_url")?.filled { holder.url = url }
        return holder
    }

    private static func scalar(_ value: JSONValue) -> String? {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        case .number(let number):
            number.magnitude < 1e15 && number == number.rounded() ? String(Int64(number)) : "\(number)"
        case .string(let text): text
        case .array, .object: nil
        }
    }
}
