/// An address that may stand in a page: http, https, mailto, or a file of the pack itself.
package struct SafeURL: Equatable, Sendable {
    /// The address with characters that no address may hold percent-encoded.
    package let text: String

    /// `nil` for every name that is not made of letters, digits, points, hyphens and underscores alone.
    package init?(packFile name: String) {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
        }
        guard isPlain, !name.isEmpty, !name.hasPrefix(".") else { return nil }
        text = name
    }

    /// `nil` for every other scheme, for addresses without one, which would lead to somewhere beside the page, and for
    /// text with control characters or direction overrides in it, which browsers would skip while reading the scheme.
    package init?(_ raw: String) {
        var scalars = Substring(raw).unicodeScalars
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        guard !scalars.isEmpty, scalars.allSatisfy({ HiddenScalar($0.value) == .none }) else { return nil }
        guard SafeURL.isAllowed(String(scalars)) else { return nil }
        text = SafeURL.encoded(String(scalars))
    }

    private static func isAllowed(_ url: String) -> Bool {
        // A character joined to the colon makes the two one `Character`, and the search finds none: refused as well.
        guard let end = url.firstIndex(where: { ":/?#\\".contains($0) }), url[end] == ":" else { return false }
        let rest = url[url.index(after: end)...]
        switch url[..<end].lowercased() {
        case "http", "https": return rest.hasPrefix("//") && rest.count > 2 && !rest.hasPrefix("///")
        case "mailto": return !rest.isEmpty
        default: return false
        }
    }

    /// RFC 3986, section 2: what is neither reserved nor unreserved must be percent-encoded. Letters beyond ASCII stay.
    private static func encoded(_ url: String) -> String {
        var text = ""
        for scalar in url.unicodeScalars {
            switch scalar {
            case " ", "\"", "<", ">", "\\", "^", "`", "{", "|", "}":
                text += "%" + String(scalar.value, radix: 16, uppercase: true)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
