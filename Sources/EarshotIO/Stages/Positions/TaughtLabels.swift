package import EarshotCore
package import Foundation

/// Comments of one item that an officer labelled, from a file: what the scores' filter learns from.
package struct TaughtLabels: Sendable {
    /// Each wording once, in the order of the file.
    private(set) var labels: [(text: String, position: Position)] = []
    private(set) var about: String?
    /// Lines that could not be used, each with what is wrong.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Reads `{"id"?,"text","position","about"?}` lines. Throws a `Diagnostic` where none can be used, or where they are
    /// about several items.
    package init(from input: FileHandle, path: String) throws {
        var places: [String: Int] = [:]
        try JSONLines.forEachBatch(input, batch: 1024) { lines in
            for line in lines {
                do {
                    try add(line, path, &places)
                } catch let diagnostic as Diagnostic where diagnostic.severity == .warning {
                    diagnostics.append(diagnostic)
                }
            }
        }
        guard !labels.isEmpty else {
            throw Diagnostic(
                .error, "No label can be read", at: path,
                mend: "Give one JSON object a line, with \"text\" and \"position\": support, oppose, mixed or unclear")
        }
    }

    private mutating func add(_ line: JSONLines.Line, _ path: String, _ places: inout [String: Int]) throws {
        let place = "\(path):\(line.number)"
        let value: JSONValue
        do {
            value = try JSONLines.object(line, path: path)
        } catch let diagnostic as Diagnostic {
            throw Diagnostic(.warning, diagnostic.message, at: place, mend: diagnostic.mend)
        }
        guard let text = value["text"]?.string, !text.isEmpty else {
            throw Diagnostic(
                .warning, "The label has no \"text\"", at: place, mend: "Give the comment's words as \"text\"")
        }
        guard let position = PositionWord.position(value["position"]?.string ?? "") else {
            throw Diagnostic(
                .warning, "The label has no \"position\" that is known", at: place, mend: PositionWord.mend)
        }
        if let about = value["about"]?.string {
            guard self.about ?? about == about else {
                throw Diagnostic(
                    .error, "The labels are about more than one item", at: place,
                    mend: "Labels teach one item: put those of each item in a file of its own")
            }
            self.about = about
        }
        if let earlier = places[text] {
            if labels[earlier].position != position {
                diagnostics.append(
                    Diagnostic(
                        .warning, "The same words are labelled differently further up", at: place,
                        mend: "The later label counts; take one of them out"))
            }
            labels[earlier].position = position
        } else {
            places[text] = labels.count
            labels.append((text, position))
        }
    }
}

/// How persons and files write a position.
package enum PositionWord {
    package static let mend = "Write support, oppose, mixed or unclear"

    /// The word or its first letter, in capitals or not; `nil` for anything else.
    package static func position(_ word: String) -> Position? {
        let word = word.lowercased().trimmingCharacters(in: .whitespacesAndNewlines)
        return Position.allCases.first { $0.rawValue == word || String($0.rawValue.prefix(1)) == word }
    }
}
