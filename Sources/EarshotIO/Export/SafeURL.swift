/// An address that may stand in a page: http, https, mailto, or relative to the page itself.
package struct SafeURL: Equatable, Sendable {
    /// The address with characters that no address may hold percent-encoded.
    package let text: String

    /// `nil` for every other scheme, for addresses of another host without a scheme (`//host`), and for text with
    /// control characters or direction overrides in it, which browsers would skip while reading the scheme.
    package init?(_ raw: String) {
        var scalars = Substring(raw).unicodeScalars
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        guard !scalars.isEmpty, scalars.allSatisfy({ HiddenScalar($0.value) == .none }) else { return nil }
        guard SafeURL.isAllowed(String(scalars)) else { return nil }
        text = SafeURL.encoded(String(scalars))
    }

    private static func isAllowed(_ url: String) -> Bool {
        guard !url.hasPrefix("//"), !url.hasPrefix("\\"), !url.hasPrefix("/\\") else { return false }
        guard let end = url.firstIndex(where: { ":/?#\\".contains($0) }), url[end] == ":" else {
            // Without a colon before the first slash there is no scheme. A character joined to the colon hides it from
            // the search above, so that a colon anywhere in the first segment, as a scalar, counts too.
            return !url.unicodeScalars.prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" }).contains(":")
        }
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
