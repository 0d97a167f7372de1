package import EarshotCore

/// What Earshot would read each column of a table as, and why: for a person to check and to keep in `meeting.yaml`.
package struct ColumnProposal: Sendable {
    package struct Column: Sendable {
        package var header: String
        /// Up to three different values, shortened; empty where they are personal data or names.
        package var samples: [String]
        /// Our column's name; empty where the column is not read.
        package var reading: String
        package var why: String
    }

    package var format: FileFormat
    /// Rows that were looked at.
    package var rows: Int
    package var columns: [Column]
    /// Our column → headers; several for the questions of a survey.
    package var mapping: [String: String]
    /// Why the table cannot be read yet; `nil` where it can.
    package var obstacle: Diagnostic?

    /// - Parameter columns: What `meeting.yaml` says of the file already.
    package init(of file: SourceFile, path: String, columns said: [String: String] = [:]) throws {
        if try file.head().isZip {
            let workbook = try Workbook(OfficePackage(file, path: path))
            let sheets = try SheetTable.all(in: workbook, context: ImportContext(path: path, columns: said))
                .filter { !$0.isEmpty && !$0.sheet.isHidden }
            guard let sheet = sheets.first(where: \.holdsComments) ?? sheets.first else {
                throw Diagnostic(
                    .error, "No sheet of the workbook holds anything", at: path,
                    mend: "Save it with its header row and the comments below")
            }
            try self.init(path: path, columns: said, kind: sheet.kind) { take in
                try WorkbookTable.read(sheet.sheet, of: workbook, path: path, emit: take)
            }
            return
        }
        let delimiter = TableDefaults(said).delimiter
        try self.init(path: path, columns: said) { take in
            try CSVReader.read(file, path: path, tellsRaggedRows: false, delimiter: delimiter, emit: take)
        }
    }

    init(
        path: String, columns said: [String: String], kind known: (any TableKind)? = nil,
        events: ((CSVEvent) throws -> Void) throws -> Void
    ) throws {
        var beginning = TableBeginning()
        do {
            try events { try beginning.take($0) }
        } catch is TableBeginning.Enough {
            // More rows than are looked at.
        }
        guard let first = beginning.header else {
            throw Diagnostic(
                .error, "The table is empty", at: path, mend: "Save it with its header row and the comments below")
        }
        var head = TableHead(header: first, rows: beginning.rows)
        let kind = known ?? TableKinds.kind(of: head)
        format = kind.format
        let shape = try kind.shape(head, path: path)
        head.rows.removeFirst(min(shape.headings, head.rows.count))
        rows = head.rows.count
        var map: ColumnMap?
        do {
            map = try ColumnMap(header: head.header, wanted: said, path: path, shape: shape, head: head)
        } catch let diagnostic as Diagnostic {
            obstacle = diagnostic
        }
        columns = []
        mapping = [:]
        for profile in ColumnGuess(head).profiles {
            let index = columns.count
            let reading = map.flatMap { Self.reading(index, $0) } ?? ""
            columns.append(Self.column(profile, reading: reading, said: said, shape: shape))
            // Each question's own position follows from its place in the table.
            let isOwn = reading == "position" && (map?.texts.count ?? 0) > 1
            guard !reading.isEmpty, reading != "time of day", !isOwn else { continue }
            let header = MarkupText.collapsed(profile.name)
            mapping[reading] = mapping[reading].map { reading == "text" ? "\($0)\n\(header)" : $0 } ?? header
        }
    }

    private static func reading(_ index: Int, _ map: ColumnMap) -> String? {
        if map.texts.contains(index) { return CommentColumn.text.name }
        if let column = CommentColumn.allCases.first(where: { map[$0] == index }) { return column.name }
        if map.clock == index { return "time of day" }
        if map.positions.contains(index) { return CommentColumn.position.name }
        return nil
    }

    private static func column(
        _ profile: ColumnProfile, reading: String, said: [String: String], shape: TableShape
    ) -> Column {
        if let kind = CommentColumn.personal(profile.key) ?? profile.personal {
            return Column(header: profile.name, samples: [], reading: "", why: "personal data (\(kind)), not read")
        }
        let isCode = profile.look == .number || profile.look == .code
        let isName =
            reading == CommentColumn.author.name
            ? !isCode : profile.look == .name && profile.key.hasSuffix("name") && reading.isEmpty
        let samples = isName ? [] : profile.samples.map(shortened)
        return Column(
            header: profile.name, samples: samples, reading: reading,
            why: why(profile, reading, said, shape) + (isName ? "; names are not shown" : ""))
    }

    private static func why(
        _ profile: ColumnProfile, _ reading: String, _ said: [String: String], _ shape: TableShape
    ) -> String {
        let looks = look(profile)
        guard !reading.isEmpty else { return looks }
        if said[reading]?.split(separator: "\n").contains(where: {
            $0 == profile.name || CommentColumn.normalised(String($0)) == profile.key
        }) == true {
            return "meeting.yaml says so; \(looks)"
        }
        let isNamed = CommentColumn.allCases.first { $0.name == reading }?.synonyms.contains(profile.key) == true
        if isNamed { return "the header is a usual name for it; \(looks)" }
        if shape.columns.values.contains(profile.name) { return "so it is in tables of this kind; \(looks)" }
        return looks
    }

    /// What the values look like, in words.
    private static func look(_ profile: ColumnProfile) -> String {
        let different = profile.distinct == profile.filled ? "all different" : "\(profile.distinct) different"
        let words = Int(profile.words.rounded())
        return switch profile.look {
        case .empty: "empty"
        case .number: "numbers"
        case .date: "dates or times"
        case .address: "web addresses"
        case .mail: "e-mail addresses"
        case .internet: "IP addresses"
        case .phone: "telephone numbers"
        case .position: "answers for and against"
        case .choice: "a choice: \(different) of \(profile.filled) values"
        case .words: "free text: \(words) words on average, \(different)"
        case .name: "short texts, \(different)"
        case .code: profile.distinct == profile.filled ? "ids: all different" : "codes, \(different)"
        }
    }

    /// One line of at most forty characters, without e-mail addresses and long numbers.
    private static func shortened(_ value: String) -> String {
        let words = value.split(whereSeparator: \.isWhitespace).prefix(20).map { word in
            word.contains("@")
                || word.count(where: \.isNumber) >= 10 && !word.contains(":") && !word.contains("-")
                    && word.count != 13 && word.count != 10
                ? "[…]" : String(word)
        }
        let line = words.joined(separator: " ")
        return line.count > 40 ? line.prefix(39) + "…" : line
    }
}
