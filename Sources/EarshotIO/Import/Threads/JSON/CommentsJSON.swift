import EarshotCore

/// Reads JSON of no known origin whose objects bear common names: a list of comments, JSON lines, a list under
/// `comments`, `items`, `data` and the like, pages or posts that hold such lists, and replies within comments.
///
/// The objects become the rows of a table, their members its columns, so that names mean here what they mean in a CSV
/// file, `meeting.yaml` included.
struct CommentsJSON: ThreadImporter {
    var format: FileFormat { FileFormat(name: "comments-json", title: "Comments (JSON)") }

    func recognises(_ head: FileHead) -> Bool { head.json.map { Self.list(in: $0) != nil } ?? false }

    func read(_ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void) throws {
        let list = try file.head().json.flatMap(Self.list) ?? "[]"
        // Nothing stands around lines and the elements of a list.
        let isBare = list.isEmpty || list == "[]"
        let around = isBare ? .null : try JSONRecords.surroundings(file, path: context.path, without: [list])
        var keys = CommentObjects(around: around)
        var known = CommentNames()
        var broken = 0
        var notes: [Diagnostic] = []
        try Self.objects(file, context.path, list, { notes.append($0) }) { value, line in
            guard let value else {
                broken += 1
                return
            }
            keys.learn(value, &known)
        }
        let objects = keys.closed()
        for note in notes {
            try emit(note.severity == .note ? .note(note) : .skipped(note))
        }
        let kind = CommentObjectsKind(format: format, objects: objects)
        let total = try TableThreads.read(context: context, kind: kind, emit: emit) { take in
            try take(.header(objects.header))
            try Self.objects(file, context.path, list, { _ in }) { value, line in
                guard let value else { return }
                try objects.rows(of: value, line, &known) { try take(.row($0)) }
            }
        }
        try emit(.total(total + broken))
    }

    /// The outermost list that holds comments: "comments[]", "[]" where comments stand in pages of a list.
    private static func list(in json: JSONOutline) -> String? {
        // WordPress's interface: its posts have the words in the same place, and nobody's name.
        for base in json.bases(having: ["content.rendered", "post", "author_name"]) where base.hasSuffix("[]") {
            return base.firstRange(of: "[]").map { String(base[..<$0.upperBound]) }
        }
        for key in CommentNames.texts {
            let names = CommentNames.spellings(key)
            for name in names {
                for base in json.bases(having: [name]) where base.hasSuffix("[]") || (base.isEmpty && json.isLines) {
                    let path = base.isEmpty ? name : "\(base).\(name)"
                    guard json.keys(in: path).isEmpty, json.keys(in: "\(path)[]").isEmpty else { continue }
                    let members = Set(json.keys(in: base).map(CommentNames.column))
                    let inner = json.keys(in: base).flatMap { key in
                        json.keys(in: base.isEmpty ? key : "\(base).\(key)").map {
                            CommentNames.column("\(key)_\($0)")
                        }
                    }
                    guard CommentNames.areComment(members.union(inner)) else { continue }
                    guard let end = base.firstRange(of: "[]") else { return "" }
                    return String(base[..<end.upperBound])
                }
            }
        }
        return nil
    }

    /// Every element of the list, or every line, and what stands around; `nil` for one that is not JSON.
    private static func objects(
        _ file: SourceFile, _ path: String, _ list: String, _ tell: (Diagnostic) -> Void,
        _ body: (JSONValue?, Int) throws -> Void
    ) throws {
        let rest = try JSONRecords.read(file, path: path, at: [list], note: tell) { record in
            switch record {
            case .value(let value, _, let line): try body(.array([value]), line)
            case .broken(let fault, _):
                var told = fault
                told.severity = .warning
                tell(told)
                try body(nil, 0)
            }
        }
        if list != "[]", !rest.isNull { try body(rest, 1) }
    }
}

/// How the objects of a file become rows.
private struct CommentObjectsKind: TableKind {
    let format: FileFormat
    let objects: CommentObjects

    func recognises(_ head: TableHead) -> Bool { true }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var shape = TableShape()
        shape.columns = objects.columns
        shape.labels = objects.labels
        shape.hasMarkup = true
        return shape
    }
}
