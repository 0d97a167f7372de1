/// An address of a page in a form in which two spellings of one address are equal.
///
/// Scheme, "www.", port, case, a last slash, the order of the query and marks added by social networks and newsletters
/// are taken away, and a social network's own address around another is opened. Pages of the council's meeting system
/// (ModernGov) are told by what they show, as it has many addresses for one thing: an agenda item, an issue, a document,
/// a meeting.
struct WebAddress: Hashable, Sendable {
    /// What the address leads to: "democracy.example/#ai501", "democracy.example/documents/s55", "news.example/a/b?id=3".
    let identity: String
    /// The identity of the page that holds it, where the address names a place in a page.
    let page: String?

    /// `nil` for an address that leads to a whole site.
    init?(_ address: some StringProtocol) {
        var text = Substring(address)
        for _ in 0..<2 {
            guard let inner = Self.wrapped(text) else { break }
            text = Substring(inner)
        }
        let parts = AddressParts(text)
        guard parts.host.contains(".") else { return nil }
        if let item = parts.item {
            identity = "\(parts.host)/#ai\(item)"
            page = parts.fragment.isEmpty ? nil : parts.pageIdentity
        } else {
            guard let place = parts.pageIdentity else { return nil }
            identity = parts.fragment.isEmpty ? place : "\(place)#\(parts.fragment)"
            page = parts.fragment.isEmpty ? nil : place
        }
    }

    /// The identity that the meeting system gives to an item: "AI501" on this address's site.
    static func item(_ id: AgendaItem.ID, onSiteOf address: String) -> String? {
        let id = id.rawValue.lowercased()
        guard id.hasPrefix("ai"), id.count > 2, id.dropFirst(2).utf8.allSatisfy(Reference.isDigit) else { return nil }
        let host = AddressParts(Substring(address)).host
        return host.contains(".") ? "\(host)/#\(id)" : nil
    }

    /// The address inside a social network's or search engine's own.
    private static func wrapped(_ address: Substring) -> String? {
        guard address.contains("%") || address.contains("://") else { return nil }
        let parts = AddressParts(address)
        let path = parts.path
        let isWrapper =
            (parts.host.hasSuffix("facebook.com") && path == "l.php")
            || (parts.host.hasPrefix("google.") && path == "url")
            || parts.host == "out.reddit.com" || parts.host.hasSuffix("safelinks.protection.outlook.com")
            || (parts.host.hasSuffix("youtube.com") && path == "redirect")
        guard isWrapper else { return nil }
        // The inner address keeps its own case here; it is folded when it is read in turn.
        for field in parts.rawQuery.split(separator: "&") {
            for name in ["u=", "q=", "url="] where field.hasPrefix(name) && field.contains("http") {
                return Percent.decoded(field.dropFirst(name.utf8.count))
            }
        }
        return nil
    }
}

/// The parts of an address, folded.
private struct AddressParts {
    var host: String
    var path: String
    var rawQuery: Substring
    /// "name=value", sorted, without what marks only where a reader came from.
    var fields: [String]
    var fragment: String

    init(_ address: Substring) {
        var rest = address
        if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") { rest = rest[colon...].dropFirst(3) }
        let fragment = Self.cut(&rest, at: "#")
        rawQuery = Self.cut(&rest, at: "?")
        let path = Self.cut(&rest, at: "/")
        _ = Self.cut(&rest, at: ":")
        var host = rest.lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        self.host = host
        self.path = Percent.normal(path.split(separator: "/").joined(separator: "/"))
        // A browser's "go to these words" is no place in a page.
        self.fragment = fragment.hasPrefix(":~:") ? "" : Percent.normal(fragment.prefix { $0 != "%" })
        fields = rawQuery.split(separator: "&")
            .map { Percent.normal($0.hasPrefix("amp;") ? $0.dropFirst(4) : $0) }  // "&" as HTML writes it
            .filter { !Self.isTracking($0) }.sorted()
    }

    /// Cuts `text` short at `mark` and answers what stood behind it.
    private static func cut(_ text: inout Substring, at mark: Character) -> Substring {
        guard let index = text.firstIndex(of: mark) else { return "" }
        let tail = text[text.index(after: index)...]
        text = text[..<index]
        return tail
    }

    private static let tracking = [
        "fbclid", "gclid", "mibextid", "igsh", "igshid", "msclkid", "dclid", "twclid", "wbraid", "gbraid", "mc_cid",
        "mc_eid", "ref_src", "_ga", "_gl", "hss_channel", "__tn__", "si",
    ]

    private static func isTracking(_ field: String) -> Bool {
        field.hasPrefix("utm_") || tracking.contains { field.hasPrefix($0 + "=") }
    }

    // MARK: - The meeting system

    private func value(_ name: String) -> String? {
        let number = fields.first { $0.hasPrefix(name + "=") }?.dropFirst(name.utf8.count + 1)
        guard let number, !number.isEmpty, number.utf8.allSatisfy(Reference.isDigit) else { return nil }
        return String(number)
    }

    private var script: String? {
        guard let last = path.split(separator: "/").last, last.hasSuffix(".aspx") else { return nil }
        return String(last)
    }

    /// The number of the agenda item that the address names.
    var item: String? {
        guard let script else { return nil }
        if fragment.hasPrefix("ai"), fragment.count > 2, fragment.dropFirst(2).utf8.allSatisfy(Reference.isDigit) {
            return String(fragment.dropFirst(2))
        }
        return script == "mgai.aspx" ? value("id") : value("aiid")
    }

    /// The page without its fragment; `nil` for a whole site.
    var pageIdentity: String? {
        if let script {
            let isIssue = script == "ieissuedetails.aspx" || script.hasPrefix("mgissuehistory")
            if isIssue, let issue = value("iid") { return "\(host)/?iid=\(issue)" }
            if script == "ielistdocuments.aspx", let meeting = value("mid") { return "\(host)/?mid=\(meeting)" }
        }
        let steps = path.split(separator: "/")
        if steps.count >= 2, steps[0] == "documents", steps[1].hasPrefix("s"),
            steps[1].count > 1, steps[1].dropFirst().utf8.allSatisfy(Reference.isDigit)
        {
            return "\(host)/documents/\(steps[1])"
        }
        guard !path.isEmpty || !fields.isEmpty else { return nil }
        return fields.isEmpty ? "\(host)/\(path)" : "\(host)/\(path)?\(fields.joined(separator: "&"))"
    }
}

/// Characters written as "%20".
private enum Percent {
    /// Lower case; blanks as "%20".
    static func normal(_ text: some StringProtocol) -> String {
        decoded(text).lowercased().split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
    }

    static func decoded(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "%")) else { return String(text) }
        var out: [UInt8] = []
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count, let high = hex(bytes[i + 1]),
                let low = hex(bytes[i + 2])
            {
                out.append(high << 4 | low)
                i += 3
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        if Reference.isDigit(byte) { return byte - 48 }
        let letter = byte | 32
        return (97...102).contains(letter) ? letter - 87 : nil
    }
}
