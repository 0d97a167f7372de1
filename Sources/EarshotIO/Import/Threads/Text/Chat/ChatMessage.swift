import EarshotCore

/// One message of a chat: who wrote it and what.
struct ChatMessage {
    var author: String?
    var words: String
    var kind: ChatText.Kind

    /// - Parameters:
    ///   - rest: What stands behind date and time on the first line.
    ///   - more: The lines below, each with a line feed before it.
    ///
    /// Answers `nil` where no name stands before the text: the program speaks.
    init?(_ rest: Substring, _ more: String) {
        guard let name = Self.name(in: rest) else { return nil }
        let text = rest[rest.index(after: name.endIndex)...]
        author = ChatText.author(String(name))
        let isSpaced = text.first == " " || text.first == "\u{A0}"
        (words, kind) = ChatText.read(String(isSpaced ? text.dropFirst() : text) + more)
    }

    /// The name before the first colon; `nil` where there is none, or where it is a sentence of the program's.
    static func name(in rest: Substring) -> Substring? {
        var from = rest.startIndex
        while let colon = rest.utf8[from...].firstIndex(of: UInt8(ascii: ":")) {
            let after = rest.utf8.index(after: colon)
            // "12:30" and addresses have a colon too.
            guard after == rest.endIndex || isGap(rest.unicodeScalars[after]) else {
                from = after
                continue
            }
            let name = rest[..<colon]
            guard name.utf8.count <= 400, name.contains(where: { !$0.isWhitespace }) else { return nil }
            return isSentence(name) ? nil : name
        }
        return nil
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar.properties.isWhitespace || ChatText.isMark(scalar)
    }

    /// `Jo changed the subject from "Rec: new fence` is no name.
    private static func isSentence(_ name: Substring) -> Bool {
        let mayBeQuoting = name.hasByte { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 >= 0x80 }
        let isLong = name.utf8.count > 60
        guard mayBeQuoting || isLong || ChatKeys.mayBeOwn(name) else { return false }
        let isMarked = isLong || name.contains { "\"“«„'‘".contains($0) }
        return ChatText.isSystem(ChatText.unmarked(name).lowercased(), isMarked: isMarked)
    }
}
