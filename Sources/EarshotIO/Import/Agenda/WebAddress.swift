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
            scheme == "http" || scheme == "https"
        else { return nil }
        let address = encoded(text)
        return isPlain(address) || URL(string: address)?.host != nil ? address : nil
    }

    /// Whether this is an address of the common kind, of which nobody need ask whether it has a host. Others may be
    /// addresses too.
    private static func isPlain(_ address: String) -> Bool {
        let bytes = address.utf8.span
        var i = address.hasPrefix("https://") ? 8 : 7
        guard i == 8 || address.hasPrefix("http://"), i < bytes.count, isAlphanumeric(bytes[i]) else { return false }
        while i < bytes.count, isAlphanumeric(bytes[i]) || bytes[i] == UInt8(ascii: ".") { i += 1 }
        guard i < bytes.count else { return true }
        guard bytes[i] == UInt8(ascii: "/") else { return false }
        var marks = 0
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "#"): marks += 1
            case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "?"),
                UInt8(ascii: "="), UInt8(ascii: "&"):
                break
            default: guard isAlphanumeric(bytes[i]) else { return false }
            }
            i += 1
        }
        return marks < 2
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || (byte | 32) &- UInt8(ascii: "a") < 26
    }

    private static func scheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first,
            (first | 32) &- UInt8(ascii: "a") < 26,
            text.utf8[..<colon].allSatisfy({ isAlphanumeric($0) || "+-.".utf8.contains($0) })
        else { return nil }
        return text[..<colon].lowercased()
    }

    /// ModernGov writes spaces into addresses.
    private static func encoded(_ text: String) -> String {
        guard text.utf8.contains(where: isUnfit) else { return text }
        var out = ""
        for byte in text.utf8 {
            if isUnfit(byte) {
                let digits = String(byte, radix: 16, uppercase: true)
                out += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            } else {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return out
    }

    private static func isUnfit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...32, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            true
        default: false
        }
    }
}
