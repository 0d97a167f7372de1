import EarshotCore

/// Reads JSON (RFC 8259) and says on which line it breaks off. A lone surrogate, which forums do write, becomes U+FFFD
/// and so does a byte that is not UTF-8.
package enum JSONParser {
    /// Deepest nesting of arrays and objects (chosen; a Reddit reply takes five levels).
    package static let depthLimit = 256

    /// The value that `bytes`, UTF-8 with or without a byte-order mark, hold. Throws a `Diagnostic` with line and
    /// column.
    /// - Parameters:
    ///   - path: As messages show it.
    ///   - line: The number of the first line: for JSON lines, the line at hand.
    package static func parse(_ bytes: [UInt8], path: String, line: Int = 1) throws -> JSONValue {
        let span = bytes.span
        var scanner = JSONScanner()
        do {
            return try scanner.document(span)
        } catch let fault as JSONScanner.Fault {
            throw fault.diagnostic(span, at: scanner.position, path: path, firstLine: line)
        }
    }

    /// The value of bytes that were picked out of a longer text: `lines` says which line of that text begins after each
    /// line feed among them. Faults are told without a column.
    static func parse(_ bytes: [UInt8], path: String, lines: [Int]) throws -> JSONValue {
        let span = bytes.span
        var scanner = JSONScanner()
        do {
            return try scanner.document(span)
        } catch let fault as JSONScanner.Fault {
            var feeds = 0
            for i in 0..<min(scanner.position, span.count) where span[i] == .lineFeed { feeds += 1 }
            let line = feeds == 0 ? 1 : lines[min(feeds, lines.count) - 1]
            throw fault.diagnostic(at: "\(path):\(line)")
        }
    }
}

extension JSONScanner.Fault {
    fileprivate func diagnostic(_ bytes: Span<UInt8>, at position: Int, path: String, firstLine: Int) -> Diagnostic {
        var line = firstLine
        var column = 1
        for i in 0..<min(position, bytes.count) {
            if bytes[i] == .lineFeed {
                line += 1
                column = 1
            } else if bytes[i] & 0xC0 != 0x80 {
                column += 1
            }
        }
        return diagnostic(at: "\(path):\(line):\(column)")
    }

    fileprivate func diagnostic(at place: String) -> Diagnostic {
        let (message, mend) =
            switch self {
            case .end: ("The file ends in the middle of a JSON value", "Save or download it again in full")
            case .nothing: ("There is no JSON value", "Save or download the file again")
            case .deep:
                ("JSON values are nested more than \(JSONParser.depthLimit) deep", "Check where the file comes from")
            case .more: ("Something stands after the end of the JSON value", "Keep one JSON value in a file")
            case .expected(let what):
                ("\(what) should stand here for this to be JSON", "Save or download the file again")
            }
        return Diagnostic(.error, message, at: place, mend: mend)
    }
}
