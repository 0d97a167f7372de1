import EarshotCore

/// Counts what an importer hands over, and checks the sum.
struct RecordTally {
    private(set) var comments = 0
    private(set) var skipped = 0
    private(set) var passedOver = 0
    private(set) var diagnostics = DiagnosticList()
    private var total: Int?

    mutating func take(_ record: ImportedRecord) throws {
        if total != nil { throw Self.fault("a record came after the last") }
        switch record {
        case .thread: break
        case .comment: comments += 1
        case .skipped(let diagnostic, let records):
            skipped += records
            diagnostics.add(diagnostic)
        case .passedOver(let diagnostic, let records):
            passedOver += records
            diagnostics.add(diagnostic)
        case .note(let diagnostic): diagnostics.add(diagnostic)
        case .total(let count): total = count
        }
    }

    /// Takes comments that stand in the file more than once off the comments: they are passed over.
    mutating func note(repeated: Int, otherwise: Int, at path: String) {
        guard repeated > 0 else { return }
        comments -= repeated
        passedOver += repeated
        let what =
            repeated == 1 ? "1 comment stands in the file twice" : "\(repeated) comments stand in the file again"
        guard otherwise > 0 else {
            diagnostics.add(Diagnostic(.note, "\(what); each is counted once", at: path))
            return
        }
        diagnostics.add(
            Diagnostic(
                .warning,
                "\(what), \(otherwise) of them with other particulars; each is counted once, as it stands first",
                at: path, mend: "Where they are different comments, give each an id of its own"))
    }

    mutating func note(_ diagnostic: Diagnostic) { diagnostics.add(diagnostic) }

    /// Throws a `Diagnostic` where records of the file were lost or counted twice on the way.
    func check() throws {
        guard let total else { throw Self.fault("the number of its records was not told") }
        guard total == comments + skipped + passedOver else {
            throw Self.fault(
                "it holds \(total) records, but \(comments) comments, \(skipped) skipped and \(passedOver) passed over "
                    + "were counted")
        }
    }

    static func fault(_ what: String) -> Diagnostic {
        Diagnostic(
            .error, "The file was not taken in, because the counts do not add up: \(what)",
            mend: "Tell us, with the file if you may: this is a fault in Earshot")
    }
}

/// The first diagnostics of a file; of the rest it is said how many there are.
struct DiagnosticList {
    /// Kept for each file. Chosen, not derived.
    private static let limit = 200

    private var kept: [Diagnostic] = []
    private var more = 0
    private var worst = Diagnostic.Severity.note

    mutating func add(_ diagnostic: Diagnostic) {
        guard kept.count == Self.limit else {
            kept.append(diagnostic)
            return
        }
        more += 1
        if diagnostic.severity != .note { worst = .warning }
    }

    func all(at path: String) -> [Diagnostic] {
        guard more > 0 else { return kept }
        return kept + [
            Diagnostic(
                worst, "And \(more) more messages like these, which are not shown; the counts are whole", at: path)
        ]
    }
}
