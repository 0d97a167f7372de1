import EarshotCore
package import Foundation

/// Texts of which somebody has said how they read: what a scorer says is held against it.
package struct ScoreEvaluationSet: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case tone
        case position
        case language
    }

    struct Line: Sendable {
        var text: String
        /// The tone's label, or what people gave it on a scale of their own, in thousandths; one of the two.
        var label: ToneLabel?
        var rating: Int?
        /// Title, and after a line feed text, of the item.
        var about = ""
        var position = Position.unclear
        var language = ""
    }

    package let kind: Kind
    /// The file's name without what follows the last full stop.
    package let name: String
    let lines: [Line]

    /// Chosen, not derived: the sums of a correlation stay whole numbers that 64 bits hold.
    private static let limit = 500_000

    /// The sets of a folder: `tone….jsonl`, `position….jsonl`, `language….jsonl`, in the order of their names; or one
    /// such file.
    ///
    /// Throws a `Diagnostic` with file and line where there is none, or a line says something else.
    package static func sets(at url: URL, kinds: [Kind]) throws -> [ScoreEvaluationSet] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw Diagnostic(
                .error, "There is no such folder", at: url.path,
                mend: "Name a folder of labelled texts: Docs/Commands.md")
        }
        let names = isFolder.boolValue ? try FileManager.default.contentsOfDirectory(atPath: url.path) : []
        let files = (isFolder.boolValue ? names.map { url.appendingPathComponent($0) } : [url])
            .sorted { $0.deletingPathExtension().path < $1.deletingPathExtension().path }
        let sets = try kinds.flatMap { kind in
            try files.filter { $0.pathExtension == "jsonl" && $0.lastPathComponent.hasPrefix(kind.rawValue) }
                .map { try ScoreEvaluationSet(kind, $0) }
        }
        guard !sets.isEmpty else {
            let wanted = kinds.map { "\($0.rawValue)….jsonl" }.joined(separator: " or ")
            throw Diagnostic(
                .error, "There are no labelled texts", at: url.path, mend: "Put a file there that is called \(wanted)")
        }
        return sets
    }

    private init(_ kind: Kind, _ file: URL) throws {
        self.kind = kind
        name = file.deletingPathExtension().lastPathComponent
        lines = try EvaluationLines(file).map { try Self.line($0, kind) }
        guard lines.count <= Self.limit else {
            throw Diagnostic(
                .error, "The file has more than \(Self.limit) lines", at: file.path, mend: "Measure a part of them")
        }
        let labelled = lines.count { $0.label != nil }
        guard kind != .tone || labelled == 0 || labelled == lines.count else {
            throw Diagnostic(
                .error, "Some lines have a \"label\" and others a \"rating\"", at: file.path,
                mend: "Put them into two files")
        }
    }

    private static func line(_ line: EvaluationLines.Line, _ kind: Kind) throws -> Line {
        var read = Line(text: try line.string("text"))
        switch kind {
        case .tone:
            if let label = line.value["label"] {
                read.label = label.string.flatMap(ToneLabel.init(rawValue:)).flatMap { $0 == .notScored ? nil : $0 }
            } else if let rating = line.value["rating"]?.double, abs(rating) <= 1000 {
                read.rating = Int((rating * 1000).rounded())
            }
            guard read.label != nil || read.rating != nil else {
                throw line.fault(
                    "has no \"label\" and no \"rating\"",
                    mend: "Give negative, neutral or positive as \"label\", or a number as \"rating\"")
            }
        case .position:
            read.about = try line.string("about")
            guard let position = Position(rawValue: try line.string("position")), position != .mixed else {
                throw line.fault("has another \"position\"", mend: "Give support, oppose or unclear")
            }
            read.position = position
        case .language:
            read.language = try line.string("language")
        }
        return read
    }
}

extension JSONValue {
    /// A number of either kind.
    var double: Double? {
        switch self {
        case .int(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
