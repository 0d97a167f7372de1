package import EarshotCore

/// `redact.txt`: names of private people, one a line, that must stand in no output.
package struct RedactList: Equatable, Sendable {
    /// In the file's order, without blanks round them.
    package private(set) var names: [String] = []
    /// Warnings on lines that name nobody, with their numbers from 1; never the line's words.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Reads the whole file, UTF-8, UTF-16 or Windows-1252. Blank lines and those that begin with "#" are passed over.
    ///
    /// - Parameter path: The file as messages show it.
    package init(_ file: SourceFile, path: String) throws {
        self.init(try file.wholeBytes(limit: 16 << 20), path: path)
    }

    package init(_ bytes: [UInt8], path: String) {
        let text = TextEncoding.decode(bytes).text
        let lines = text.split(omittingEmptySubsequences: false) { $0 == 0x0A }
        for (number, line) in lines.enumerated() {
            // A file of an old Mac has carriage returns only.
            for part in line.split(separator: 0x0D) {
                take(String(decoding: part, as: UTF8.self), number: number + 1, path: path)
            }
        }
    }

    private mutating func take(_ line: String, number: Int, path: String) {
        let name = Self.trimmed(line[...])
        guard !name.isEmpty, !name.hasPrefix("#") else { return }
        if name.unicodeScalars.count(where: { $0.properties.isAlphabetic }) < 2 {
            diagnostics.append(
                Diagnostic(
                    .warning, "A line with fewer than two letters is no name and takes nothing out",
                    at: "\(path):\(number)", mend: "Write the whole name, or begin the line with \"#\""))
        } else {
            names.append(String(name))
        }
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line.drop(while: \.isWhitespace)
        while line.last?.isWhitespace == true { line.removeLast() }
        return line
    }
}
