package import EarshotCore

/// One element of an array in a JSON file, or one line of a file of JSON lines.
package enum JSONRecord: Sendable {
    /// - Parameters:
    ///   - at: Which of the wanted paths it stands at.
    ///   - line: The physical line on which it begins, from 1.
    case value(JSONValue, at: String, line: Int)
    /// It is not JSON; the others are read all the same.
    case broken(Diagnostic, at: String)
}

/// Reads JSON files of any length: the elements of named arrays one by one, and what stands around them at the end.
/// Memory is bounded by the longest element (64 MiB) and the surroundings (64 MiB).
package enum JSONRecords {
    /// Bytes of one element, and of all that stands around the elements (chosen, not derived).
    static let limit = 64 << 20

    /// Hands over the elements at `paths` in file order and answers the rest: the whole value with those arrays empty;
    /// `.null` where the file is JSON lines.
    ///
    /// A path is written as in `JSONOutline`: "[]" for the elements of a top-level array, "items[]", "[].items[]".
    /// "" stands for the top-level values themselves: of JSON lines every line, else the one value. Lines of a file of
    /// JSON lines are handed over at "" whatever `paths` says.
    ///
    /// Throws a `Diagnostic` with the line where the file is not JSON or breaks off, or whatever `emit` throws.
    /// - Parameter pieceSize: Bytes read at a time; changes nothing but the speed.
    @discardableResult
    package static func read(
        _ file: SourceFile, path: String, at paths: [String], pieceSize: Int = 1 << 20,
        note: (Diagnostic) throws -> Void = { _ in }, emit: (JSONRecord) throws -> Void
    ) throws -> JSONValue {
        var text = TextStream(file, pieceSize: pieceSize)
        var splitter = JSONSplitter(path: path, wanted: Set(paths))
        while let chunk = try text.next() { try splitter.push(chunk, emit) }
        let rest = try splitter.finish(emit)
        for diagnostic in text.notes(path: path) { try note(diagnostic) }
        return rest
    }

    /// What stands around the elements at `paths`, as `read` answers it, without looking at them: for formats whose
    /// particulars come after their comments.
    package static func surroundings(_ file: SourceFile, path: String, without paths: [String]) throws -> JSONValue {
        var text = TextStream(file)
        var splitter = JSONSplitter(path: path, wanted: Set(paths), passesOver: true)
        while let chunk = try text.next() { try splitter.push(chunk) { _ in } }
        return try splitter.finish { _ in }
    }
}
