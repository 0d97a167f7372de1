import EarshotCore
import Foundation

/// Who wrote a message: the name shown, or where there is only an address a number made of it, so that two messages from
/// one address are one person and the address itself is kept nowhere.
enum MailAddress {
    /// - Parameter field: The `From` field as it stands.
    static func author(_ field: String) -> String? {
        var shown = ""
        var comment = ""
        var address = ""
        var depth = 0
        var isQuoted = false
        var isAddress = false
        var isEscaped = false
        scan: for character in field.unicodeScalars {
            switch character {
            case "\\" where isQuoted && !isEscaped:
                isEscaped = true
                continue scan
            case "\"" where !isEscaped && depth == 0: isQuoted.toggle()
            case "(" where !isQuoted && !isAddress:
                depth += 1
                if depth > 1 { comment.unicodeScalars.append(character) }
            case ")" where depth > 0:
                depth -= 1
                if depth > 0 { comment.unicodeScalars.append(character) }
            case "<" where !isQuoted && depth == 0: isAddress = true
            case ">" where isAddress: isAddress = false
            case ","
            where !isQuoted && depth == 0 && !isAddress && (shown.utf8.contains(UInt8(ascii: "@")) || !address.isEmpty):
                break scan
            default:
                if depth > 0 {
                    comment.unicodeScalars.append(character)
                } else if isAddress {
                    address.unicodeScalars.append(character)
                } else {
                    shown.unicodeScalars.append(character)
                }
            }
            isEscaped = false
        }
        for candidate in [shown, comment] {
            if let name = name(candidate) { return name }
        }
        let bare = normal(address.isEmpty ? shown : address)
        return bare.isEmpty ? nil : "mail:" + StableHash.of(bare).hex
    }

    /// A name without what lists add to it; `nil` where it is empty or an address itself.
    private static func name(_ text: String) -> String? {
        var name = MailWords.decoded(MarkupText.collapsed(text))
        if name.utf8.contains(UInt8(ascii: "v")), let via = name.range(of: " via ", options: .backwards) {
            name = String(name[..<via.lowerBound])
        }
        if !isPlain(name.utf8.first) || !isPlain(name.utf8.last) { name = name.trimmingCharacters(in: marks) }
        let isAddress = name.utf8.contains(UInt8(ascii: "@")) || isSpelledOut(name)
        return name.isEmpty || isAddress || name.allSatisfy { !$0.isLetter } ? nil : name
    }

    /// A letter or digit of ASCII.
    private static func isPlain(_ byte: UInt8?) -> Bool {
        byte.map { ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 } ?? false
    }

    /// "jo at example.org".
    private static func isSpelledOut(_ name: String) -> Bool {
        guard name.utf8.contains(UInt8(ascii: ".")) else { return false }
        let folded = name.lowercased()
        return folded.contains(" at ") && folded.split(separator: " at ").last?.contains(".") == true
    }

    /// "Jo at Example.org" and "jo@example.org" are the same.
    private static func normal(_ address: String) -> String {
        MarkupText.collapsed(address).lowercased().replacing(" at ", with: "@").filter {
            !$0.isWhitespace && $0 != "<" && $0 != ">"
        }
    }

    private static let marks = CharacterSet(charactersIn: " \t'\"‘’“”,")
}
