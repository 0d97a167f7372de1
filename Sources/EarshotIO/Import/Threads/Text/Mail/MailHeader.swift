import EarshotCore

/// The header fields of a message or of one of its parts that are looked at; all others, and with them the addresses
/// and computers that a message went through, are dropped at the door.
struct MailHeader {
    /// A field that takes parameters: `text/plain; charset=utf-8`.
    struct Value {
        /// Lower case.
        var value = ""
        var parameters: [String: String] = [:]
    }

    /// Bytes of header kept for one message; a bound on memory, chosen.
    private static let limit = 256 << 10

    private static let wanted = [
        "from", "subject", "date", "message-id", "in-reply-to", "references", "list-id", "newsgroups", "content-type",
        "content-transfer-encoding", "content-disposition", "auto-submitted", "precedence", "x-autoreply",
        "x-autorespond", "x-spam-flag", "x-gmail-labels", "x-mozilla-status",
    ]
    private static let longestWanted = wanted.reduce(0) { max($0, $1.utf8.count) }
    private static let wantedByKey = Dictionary(wanted.map { (key(Array($0.utf8)[...]), $0) }) { first, _ in first }

    /// So few that looking through them is the quickest.
    private var fields: [(name: String, bytes: [UInt8])] = []
    /// The place in `fields` of the one whose lines are being taken.
    private var open: Int?
    private var size = 0
    /// Fields seen, wanted or not.
    private(set) var count = 0
    /// Whether the body has begun; kept for the header's reader.
    var isClosed = false

    /// Takes the next line. Answers false where the line is no part of a header: the header ends before it.
    mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
        if let first = line.first, first == 32 || first == 9 {
            guard count > 0 else { return true }
            append(line)
            return true
        }
        guard let colon = Self.colon(in: line) else { return count == 0 && !line.isEmpty }
        count += 1
        open = nil
        // The first of equal fields counts, as in the programs that show mail.
        if let name = Self.wantedName(line[..<colon]), !has(name) {
            if fields.isEmpty { fields.reserveCapacity(10) }
            open = fields.count
            fields.append((name, []))
            append(line[(colon + 1)...])
        }
        return true
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        guard let open, size + bytes.count <= Self.limit else { return }
        size += bytes.count
        // Long fields are folded between words, encoded words too.
        fields[open].bytes.append(contentsOf: bytes)
    }

    /// The name, lower case, of the field that the line begins.
    static func name(_ line: ArraySlice<UInt8>) -> String? {
        colon(in: line).map { String(decoding: line[..<$0], as: UTF8.self).lowercased() }
    }

    /// Where the name of the field ends that the line begins.
    private static func colon(in line: ArraySlice<UInt8>) -> Int? {
        for i in line.indices.prefix(80) {
            if line[i] == UInt8(ascii: ":") { return i > line.startIndex ? i : nil }
            guard (33...126).contains(line[i]) else { return nil }
        }
        return nil
    }

    /// The name of a field that is looked at, found without making a text of every other.
    private static func wantedName(_ bytes: ArraySlice<UInt8>) -> String? {
        bytes.count <= longestWanted ? wantedByKey[key(bytes)] : nil
    }

    /// FNV-1a of the letters in lower case.
    private static func key(_ name: ArraySlice<UInt8>) -> UInt64 {
        name.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
            (hash ^ UInt64(byte &- 65 < 26 ? byte | 32 : byte)) &* 0x100_0000_01b3
        }
    }

    /// The field as it stands, trimmed; "" where there is none.
    subscript(name: String) -> String {
        guard let bytes = fields.first(where: { $0.name == name })?.bytes else { return "" }
        return MarkupText.collapsed(String(decoding: TextEncoding.decode(bytes).text, as: UTF8.self))
    }

    func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    /// The field with its encoded words decoded.
    func words(_ name: String) -> String { MailWords.decoded(self[name]) }

    /// What stands between angle brackets in a field of message ids, in its order.
    func ids(_ name: String) -> [String] {
        let text = self[name]
        let (open, close) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
        let parts = text.utf8.split(separator: open).dropFirst(text.utf8.first == open ? 0 : 1)
        let ids = parts.compactMap { part in part.firstIndex(of: close).map { Substring(part[..<$0]) } }
        if !ids.isEmpty {
            return ids.map { $0.utf8.contains(32) ? $0.filter { $0 != " " } : String($0) }.filter { !$0.isEmpty }
        }
        // Without brackets, as some programs write it: one word with an @.
        return text.split(separator: " ").map(String.init).filter { $0.contains("@") && !text.contains(",") }
    }

    /// A field with parameters, those in pieces joined, those of RFC 2231 decoded.
    func value(_ name: String) -> Value {
        guard has(name) else { return Value() }
        var pieces = Self.pieces(self[name])[...]
        var value = Value(value: (pieces.popFirst() ?? "").lowercased())
        var continued: [String: [Int: String]] = [:]
        for piece in pieces {
            guard let equals = piece.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
            var key = MarkupText.collapsed(String(piece[..<equals])).lowercased()
            var text = Self.unquoted(MarkupText.collapsed(String(piece[piece.utf8.index(after: equals)...])))
            let isEncoded = key.hasSuffix("*")
            if isEncoded { key.removeLast() }
            if isEncoded { text = MailWords.percentDecoded(text) }
            let parts = key.split(separator: "*")
            guard let base = parts.first.map(String.init) else { continue }
            if parts.count == 2, let number = Int(parts[1]), number < 100 {
                continued[base, default: [:]][number] = text
            } else if value.parameters[base] == nil {
                value.parameters[base] = text
            }
        }
        for (base, texts) in continued where value.parameters[base] == nil {
            value.parameters[base] = (0..<texts.count).map { texts[$0] ?? "" }.joined()
        }
        return value
    }

    /// Parted by semicolons outside quotation marks.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var isQuoted = false
        var isEscaped = false
        var start = text.startIndex
        for i in text.utf8.indices {
            let byte = text.utf8[i]
            if byte == UInt8(ascii: ";"), !isQuoted {
                pieces.append(MarkupText.collapsed(text[start..<i]))
                start = text.utf8.index(after: i)
                continue
            }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return pieces + [MarkupText.collapsed(text[start...])]
    }

    static func unquoted(_ text: String) -> String {
        let mark = UInt8(ascii: "\"")
        guard text.utf8.count >= 2, text.utf8.first == mark, text.utf8.last == mark else { return text }
        var out = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            out.append(character)
            isEscaped = false
        }
        return out
    }
}
