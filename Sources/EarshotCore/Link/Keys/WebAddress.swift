/// Addresses of pages in a form in which two spellings of one address are equal.
enum WebAddress {
    /// Scheme, "www.", case of the host, a last slash, the order of the query and marks added by social networks are
    /// taken away; the fragment stays, as it may be all that tells two items of one page apart.
    ///
    /// `nil` for an address that leads to a whole site.
    static func normalised(_ address: some StringProtocol) -> String? {
        var rest = Substring(address)
        if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") {
            rest = rest[colon...].dropFirst(3)
        }
        let fragment = cut(&rest, at: "#")
        let query = cut(&rest, at: "?")
        let path = cut(&rest, at: "/")
        var host = rest.lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        let steps = path.split(separator: "/").joined(separator: "/")
        let fields = query.split(separator: "&")
            .map { $0.hasPrefix("amp;") ? $0.dropFirst(4) : $0 }  // "&" as HTML writes it
            .filter { !isTracking($0) }.sorted()
        guard host.contains("."), !steps.isEmpty || !fields.isEmpty else { return nil }
        var text = "\(host)/\(steps)"
        if !fields.isEmpty { text += "?" + fields.joined(separator: "&") }
        if !fragment.isEmpty { text += "#" + fragment }
        return text
    }

    /// A normalised address without its fragment.
    static func page(of normalised: String) -> String {
        String(normalised.prefix { $0 != "#" })
    }

    /// Cuts `text` short at `mark` and answers what stood behind it.
    private static func cut(_ text: inout Substring, at mark: Character) -> Substring {
        guard let index = text.firstIndex(of: mark) else { return "" }
        let tail = text[text.index(after: index)...]
        text = text[..<index]
        return tail
    }

    private static func isTracking(_ field: Substring) -> Bool {
        field.hasPrefix("utm_") || ["fbclid", "gclid", "mibextid"].contains { field.hasPrefix($0 + "=") }
    }
}
