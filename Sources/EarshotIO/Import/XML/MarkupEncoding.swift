import EarshotCore

/// Brings an HTML or XML file to UTF-8 before it is parsed.
enum MarkupEncoding {
    /// Labels whose bytes `TextEncoding` reads: bytes that are not UTF-8 count as windows-1252, as the WHATWG Encoding
    /// Standard has it for the first three.
    private static let readable: Set<String> = [
        "iso-8859-1", "us-ascii", "ascii", "latin1", "iso8859-1", "windows-1252", "cp1252", "x-cp1252", "utf-8", "utf8",
        "utf-16", "utf-16le", "utf-16be", "unicode",
    ]

    /// The file's text as UTF-8, NUL read as a space.
    ///
    /// A byte-order mark decides; then bytes that are UTF-8 are UTF-8 whatever the file says of itself (a page saved
    /// again often keeps its old declaration). Throws a `Diagnostic` where the file declares an encoding that is not read.
    static func utf8(_ bytes: [UInt8], path: String) throws -> [UInt8] {
        let (text, encoding) = TextEncoding.decode(bytes)
        if encoding == .windows1252, let label = declared(bytes), !readable.contains(label) {
            throw Diagnostic(
                .error, "The file is written in the encoding \"\(label.prefix(40))\", which is not read", at: path,
                mend: "Open it in a browser or an editor and save it as UTF-8")
        }
        return text.contains(0) ? text.map { $0 == 0 ? 32 : $0 } : text
    }

    /// The encoding that a file declares which is none of those read here; `nil` where it declares none such, or where
    /// its beginning is UTF-8 all the same.
    static func unreadableLabel(_ head: [UInt8]) -> String? {
        guard TextEncoding.decode(Array(head.dropLast(3))).encoding == .windows1252 else { return nil }
        return declared(head).flatMap { readable.contains($0) ? nil : $0 }
    }

    /// The page with blanks in place of `<![if …]>` and `<![endif]>`, as Word and Outlook write them around the numbers
    /// of lists: libxml2 drops the words behind them.
    static func withoutConditions(_ html: [UInt8]) -> [UInt8] {
        let opening = Array("<![".utf8)
        var out: [UInt8]?
        var i = 0
        while let mark = html[i...].firstIndex(of: opening[0]) {
            i = mark + 1
            guard html[mark...].starts(with: opening) else { continue }
            let word = html[(mark + 3)...].prefix(5).map { $0 | 0x20 }
            guard word.starts(with: Array("if".utf8)) || word.starts(with: Array("endif".utf8)),
                let end = html[mark...].prefix(200).firstIndex(of: UInt8(ascii: ">")),
                // "<![endif]-->" ends a comment, and has to go on doing so.
                html[end - 1] == UInt8(ascii: "]")
            else { continue }
            var blanked = out ?? html
            out = nil
            for index in mark...end where blanked[index] != 10 { blanked[index] = 32 }
            out = blanked
        }
        return out ?? html
    }

    /// The name in `charset=…` or `encoding="…"` within the first 4 KiB, lower case.
    private static func declared(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
            .lowercased()
        for key in ["charset=", "encoding="] {
            guard let start = head.firstRange(of: key)?.upperBound else { continue }
            let rest = head[start...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            if !name.isEmpty { return String(name) }
        }
        return nil
    }
}
