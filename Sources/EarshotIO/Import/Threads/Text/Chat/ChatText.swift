import EarshotCore
import Foundation

/// What a message of a chat says: a person's words, or one of the things that WhatsApp writes in their place.
enum ChatText {
    enum Kind: Equatable {
        case words
        /// A picture, a call or the like without words.
        case media
        case deleted
        /// The program speaks: somebody joined, left, changed the group's name.
        case system
    }

    /// Marks of writing direction and of nothing, which WhatsApp puts around dates, names and its own words.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    static func unmarked(_ text: some StringProtocol) -> String {
        // All marks begin with one of two bytes.
        guard text.hasByte(where: { $0 == 0xE2 || $0 == 0xEF }) else { return String(text) }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isMark(scalar) { out.append(scalar) }
        return String(out)
    }

    /// A number that stands in the place of a name, since the person is not among the phone's contacts.
    static func isNumber(_ name: String) -> Bool {
        var digits = 0
        for scalar in name.unicodeScalars {
            if scalar.properties.generalCategory == .decimalNumber {
                digits += 1
            } else if !scalar.properties.isWhitespace, !"+()-./‐‑–".unicodeScalars.contains(scalar) {
                return false
            }
        }
        return digits >= 5
    }

    /// The handle under which a person is kept: the name, or a number made of the telephone number, which itself is kept
    /// nowhere.
    static func author(_ name: String) -> String? {
        var name = SheetByline.trimmed(unmarked(name))
        if name.hasPrefix("~") { name = SheetByline.trimmed(name.dropFirst()) }
        guard !name.isEmpty else { return nil }
        guard isNumber(name) else { return name }
        return "phone:" + StableHash.of(name.filter(\.isNumber)).hex
    }

    /// The person's own words and what the message is.
    ///
    /// - Parameter text: As it stands, with its marks: WhatsApp sets one before its own words.
    static func read(_ text: String) -> (words: String, kind: Kind) {
        var words = SheetByline.trimmed(unmarked(withoutEdit(text)))
        if let own = ownKind(words, text) { return ("", own) }
        words = withoutMedia(words)
        return (words, words.isEmpty ? .media : .words)
    }

    /// Whether the program speaks; the same as `read` says.
    static func isSystem(_ text: String) -> Bool {
        ownKind(SheetByline.trimmed(unmarked(withoutEdit(text))), text) == .system
    }

    /// What of the program's own the words are; `nil` where a person speaks.
    private static func ownKind(_ words: String, _ text: String) -> Kind? {
        let isMarked = text.unicodeScalars.first.map { $0.value == 0x200E || $0.value == 0x200F } ?? false
        guard isMarked || ChatKeys.mayBeOwn(words) else { return nil }
        let folded = words.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: ". "))
        if ChatWords.deleted.contains(folded) { return .deleted }
        return isSystem(folded, isMarked: isMarked) ? .system : nil
    }

    /// - Parameter isMarked: The program marks its own words; without a mark only whole sentences of its own are known.
    static func isSystem(_ folded: String, isMarked: Bool) -> Bool {
        if ChatWords.notices.contains(where: { folded.hasPrefix($0) }) { return true }
        guard isMarked, folded.utf8.count < 300, !folded.contains("\n") else { return false }
        return ChatWords.events.contains { folded.contains($0) }
    }

    /// "<This message was edited>" at the end goes.
    private static func withoutEdit(_ text: String) -> String {
        guard text.hasByte(UInt8(ascii: ">")), let close = text.lastIndex(of: ">"),
            text[text.index(after: close)...].allSatisfy(\.isWhitespace),
            let open = text[..<close].lastIndex(of: "<")
        else { return text }
        let inside = text[open...].lowercased()
        guard inside.utf8.count < 80, ChatWords.edited.contains(where: { inside.contains($0) }) else { return text }
        return String(text[..<open])
    }

    /// Takes off what stands for a picture or file; a caption stays.
    private static func withoutMedia(_ text: String) -> String {
        guard ChatKeys.mayHoldMedia(text) else { return text }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for index in lines.indices { lines[index] = withoutMedia(line: lines[index]) }
        return SheetByline.trimmed(lines.joined(separator: "\n"))
    }

    private static func withoutMedia(line: String) -> String {
        let trimmed = SheetByline.trimmed(line)
        let folded = trimmed.lowercased()
        guard folded.utf8.count == trimmed.utf8.count else { return line }
        // "agenda.pdf • 12 pages document omitted", "IMG-20260312-WA0001.jpg (file attached)".
        if folded.hasSuffix(")"), let open = folded.lastIndex(of: "("),
            ChatWords.attached.contains(String(folded[folded.index(after: open)...].dropLast()))
        {
            return ""
        }
        if folded.hasSuffix(">"), let open = folded.lastIndex(of: "<") {
            let inside = folded[folded.index(after: open)...].dropLast()
            let isMedia =
                ChatWords.omitted.contains(String(inside)) || inside.hasSuffix(" omitted")
                || ChatWords.attachedStarts.contains { inside.hasPrefix($0) }
            if isMedia { return cut(trimmed, folded, open) }
        }
        for ending in ChatWords.omitted where folded.hasSuffix(ending) {
            guard let start = folded.index(folded.endIndex, offsetBy: -ending.count, limitedBy: folded.startIndex),
                start == folded.startIndex || folded[folded.index(before: start)].isWhitespace
            else { continue }
            let rest = cut(trimmed, folded, start)
            return rest.contains(" • ") ? "" : rest
        }
        return ChatWords.calls.contains(folded) || folded == "null" ? "" : line
    }

    /// What stands before `end` in the lower-case copy, which is as long as the text.
    private static func cut(_ text: String, _ folded: String, _ end: String.Index) -> String {
        let length = folded.utf8.distance(from: folded.startIndex, to: end)
        return SheetByline.trimmed(String(decoding: text.utf8.prefix(length), as: UTF8.self))
    }
}
