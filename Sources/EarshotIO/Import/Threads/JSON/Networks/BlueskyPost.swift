import EarshotCore

/// One post as Bluesky's servers show it.
struct BlueskyPost {
    private let value: JSONValue
    private var record: JSONValue? { value["record"] ?? value["value"] }

    init(_ value: JSONValue) { self.value = value }

    var uri: String? { value["uri"]?.filled }
    var parent: String? { record?["reply"]?["parent"]?["uri"]?.filled }
    var root: String? { record?["reply"]?["root"]?["uri"]?.filled }
    var posted: JSONValue? { record?["createdAt"] ?? value["indexedAt"] }
    var likes: Int? { value["likeCount"]?.int }
    var replies: Int { max(0, value["replyCount"]?.int ?? 0) }

    /// The DID stays when a handle changes.
    var author: String? { value["author"]?.first("did", "handle")?.filled }

    /// What moderators took away. A warning label ("graphic-media", "!warn") hides nothing.
    var isHidden: Bool {
        let labels = value["labels"]?.array ?? []
        return labels.contains { ["!hide", "!takedown", "!suspend"].contains($0["val"]?.string ?? "") }
    }

    /// The page that the post shows below its words.
    var linkedURL: String? {
        for embed in [value["embed"], record?["embed"]] {
            if let address = (embed?["external"] ?? embed?["media"]?["external"])?["uri"]?.filled { return address }
        }
        return nil
    }

    /// The words, with the whole address behind every link that shows only a part of it, and below them that of the page
    /// shown.
    var text: String {
        var bytes = Array((record?["text"]?.string ?? "").utf8)
        for link in links(bytes.count).reversed() {
            let address = Array(link.address.utf8)
            guard !Self.contains(bytes, address) else { continue }
            bytes.insert(contentsOf: Array(" (".utf8) + address + Array(")".utf8), at: link.end)
        }
        let text = ThreadLedger.trimmed(String(decoding: bytes, as: UTF8.self))
        guard let linkedURL, !text.isEmpty, !text.contains(linkedURL) else { return text }
        return "\(text)\n\n\(linkedURL)"
    }

    /// Facets count UTF-8 bytes. Sorted by where they end; ones that lie over one another, or too many, are left out.
    private func links(_ count: Int) -> [(end: Int, address: String)] {
        var found: [(end: Int, address: String)] = []
        for facet in record?["facets"]?.array?.prefix(100) ?? [] {
            guard let end = facet["index"]?["byteEnd"]?.int, end > 0, end <= count else { continue }
            for feature in facet["features"]?.array ?? [] {
                guard let address = feature["uri"]?.filled, address.utf8.count < 4096,
                    address.hasPrefix("http://") || address.hasPrefix("https://")
                else { continue }
                found.append((end, address))
                break
            }
        }
        return found.sorted { $0.end < $1.end }
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        String(decoding: text, as: UTF8.self).contains(String(decoding: part, as: UTF8.self))
    }

    /// `at://did:plc:abc/app.bsky.feed.post/3k…` as a page that a browser opens.
    static func address(of uri: String) -> String? {
        let parts = uri.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "at:", parts[2].hasPrefix("did:"), parts[3] == "app.bsky.feed.post" else {
            return nil
        }
        return "https://bsky.app/profile/\(parts[2])/post/\(parts[4])"
    }
}
