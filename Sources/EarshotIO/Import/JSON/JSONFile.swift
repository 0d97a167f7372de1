import EarshotCore

/// A JSON file read whole.
enum JSONFile {
    /// The file's value, and what the person should know about its encoding. Throws a `Diagnostic` where it is not
    /// JSON.
    static func read(_ file: SourceFile, path: String) throws -> (value: JSONValue, notes: [Diagnostic]) {
        let (text, encoding) = TextEncoding.decode(try file.wholeBytes())
        let value = try JSONParser.parse(text, path: path)
        guard encoding == .windows1252 else { return (value, []) }
        let note = Diagnostic(.note, "The file is not all UTF-8; the rest was read as Windows-1252", at: path)
        return (value, [note])
    }
}
