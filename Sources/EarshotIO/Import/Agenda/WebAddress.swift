import Foundation

/// Addresses as agenda pages write them.
enum WebAddress {
    /// `href` made absolute where `base` is known, else as the page has it; `nil` for what leads nowhere on the web
    /// (`javascript:`, `mailto:`, `file:`, an empty one).
    static func resolved(_ href: String?, against base: String?) -> String? {
        let text = MarkupText.collapsed(href ?? "")
        guard !text.isEmpty else { return nil }
        if let scheme = scheme(of: text), scheme != "http", scheme != "https" { return nil }
        guard let base, let page = URL(string: base), let url = URL(string: encoded(text), relativeTo: page) else {
            return text
        }
        return url.absoluteString
    }

    /// An absolute address of a page, or `nil`.
    static func page(_ text: String?) -> String? {
        guard let text = text.map({ MarkupText.collapsed($0) }), let scheme = scheme(of: text),
            scheme == "http" || scheme == "https", URL(string: encoded(text))?.host != nil
        else { return nil }
        return encoded(text)
    }

    private static func scheme(of text: String) -> String? {
        let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        guard let first = name.first, first.isLetter, text.dropFirst(name.count).first == ":" else { return nil }
        return name.lowercased()
    }

    /// ModernGov writes spaces into addresses.
    private static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            if byte <= 32 || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte) {
                let digits = String(byte, radix: 16, uppercase: true)
                out += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            } else {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return out
    }
}
