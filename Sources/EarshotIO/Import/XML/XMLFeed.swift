import EarshotCore

/// Hands an XML file to the parser piece by piece, mended where exports break XML's rules without losing words: control
/// characters become spaces, HTML's entities (`&nbsp;`) their characters, a lone `&` becomes `&amp;`.
final class XMLFeed {
    /// "UTF-8", or the label that the parser has to read by.
    let encoding: String
    /// Why the file could not be read on.
    private(set) var fault: Diagnostic?
    /// The next piece of the document; gone once there is none.
    private var next: (() throws -> [UInt8]?)?
    private var pending: [UInt8]
    private var position = 0
    /// Bytes kept back because a mark may go on in the next piece.
    private var held: [UInt8] = []
    private var inLiteral: Literal?

    /// Where nothing is mended: the marks that end it.
    private enum Literal {
        case characterData, comment, instruction
        var end: StaticString {
            switch self {
            case .characterData: "]]>"
            case .comment: "-->"
            case .instruction: "?>"
            }
        }
    }

    /// The longest mark looked for, an entity's name among them.
    private static let longestMark = 40

    /// A document in memory, as `MarkupEncoding.utf8` made it.
    init(_ utf8: [UInt8]) {
        encoding = "UTF-8"
        pending = []
        pending = mended(utf8, isLast: true)
    }

    /// A file of any length. Bytes that are UTF-8 count as UTF-8 whatever the file says of itself; a declared encoding
    /// that is none of UTF-8, UTF-16 and Windows-1252 is left to the parser.
    init(_ file: SourceFile) throws {
        let head = try file.head().bytes
        let label = MarkupEncoding.unreadableLabel(head)
        encoding = label ?? "UTF-8"
        var text = TextStream(file, isRaw: label != nil)
        next = { try text.next() }
        pending = []
    }

    /// A document of any length that comes from elsewhere, a part of an archive: pieces of UTF-8, `nil` at the end.
    init(pieces: @escaping () throws -> [UInt8]?) {
        encoding = "UTF-8"
        next = pieces
        pending = []
    }

    /// Fills `room` as far as there are bytes; 0 at the end, −1 where the file cannot be read on.
    func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        while position == pending.count {
            guard let next else { return 0 }
            do {
                let piece = try next()
                if piece == nil { self.next = nil }
                pending = encoding == "UTF-8" ? mended(piece ?? [], isLast: piece == nil) : piece ?? []
                position = 0
            } catch {
                fault = error as? Diagnostic
                return -1
            }
        }
        let count = min(room.count, pending.count - position)
        room.copyBytes(from: pending[position..<position + count])
        position += count
        return count
    }

    private func mended(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        let bytes = held.isEmpty ? piece : held + piece
        let span = bytes.span
        let end = isLast ? bytes.count : max(0, bytes.count - Self.longestMark)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 64)
        var i = 0
        while i < end {
            let start = i
            let stop = inLiteral?.end.utf8Start.pointee ?? UInt8(ascii: "<")
            while i < end, Self.isPlain(span[i], stop) { i += 1 }
            out += bytes[start..<i]
            guard i < end else { break }
            let byte = span[i]
            if let literal = inLiteral {
                if byte == stop, Self.starts(span, i, literal.end) { inLiteral = nil }
            } else if byte == UInt8(ascii: "<") {
                if Self.starts(span, i, "<![CDATA[") { inLiteral = .characterData }
                if Self.starts(span, i, "<!--") { inLiteral = .comment }
                if Self.starts(span, i, "<?") { inLiteral = .instruction }
            } else if byte == UInt8(ascii: "&") {
                i += mendEntity(span, i, &out)
                continue
            }
            out.append(Self.isControl(byte) ? 32 : byte)
            i += 1
        }
        held = Array(bytes[min(i, bytes.count)...])
        return out
    }

    /// Writes what the `&` at `i` stands for and answers how many bytes that took.
    private func mendEntity(_ bytes: Span<UInt8>, _ i: Int, _ out: inout [UInt8]) -> Int {
        var end = i + 1
        var name: [UInt8] = []
        while end < bytes.count, end - i < Self.longestMark - 1, Self.isEntityByte(bytes[end]) {
            name.append(bytes[end])
            end += 1
        }
        let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: ";") && !name.isEmpty
        if isClosed {
            let text = String(decoding: name, as: UTF8.self)
            if ["amp", "lt", "gt", "quot", "apos"].contains(text) || Self.isAllowed(number: text) {
                out.append(UInt8(ascii: "&"))
                out += name
                out.append(UInt8(ascii: ";"))
                return end + 1 - i
            }
            if text.hasPrefix("#") { return end + 1 - i }
            if let scalar = LibXML.entity(text), let utf8 = Unicode.UTF8.encode(scalar) {
                out += utf8
                return end + 1 - i
            }
        }
        out += Array("&amp;".utf8)
        return 1
    }

    /// A reference to a character that XML allows; others (`&#0;`) are left out.
    private static func isAllowed(number text: String) -> Bool {
        guard text.hasPrefix("#") else { return false }
        let digits = text.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        guard let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return false }
        if code == 9 || code == 10 || code == 13 { return true }
        return code >= 32 && code != 0xFFFE && code != 0xFFFF && Unicode.Scalar(code) != nil && digits.first != "X"
    }

    private static func isEntityByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
            true
        default: false
        }
    }

    /// Whether the byte is text; most are letters or spaces.
    private static func isPlain(_ byte: UInt8, _ stop: UInt8) -> Bool {
        if byte >= UInt8(ascii: "A") { return byte != stop }
        return byte == 32 || (byte != stop && byte != UInt8(ascii: "&") && !isControl(byte))
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 32 && byte != 9 && byte != 10 && byte != 13 }

    private static func starts(_ bytes: Span<UInt8>, _ i: Int, _ mark: StaticString) -> Bool {
        mark.withUTF8Buffer { mark in
            guard i + mark.count <= bytes.count else { return false }
            for offset in 0..<mark.count where bytes[i + offset] != mark[offset] { return false }
            return true
        }
    }
}
