import EarshotCore
import Foundation

/// One `<item>` of an RSS feed or `<entry>` of an Atom feed. Feeds mix the two vocabularies, so that one reader knows both.
struct FeedEntry {
    /// As the feed has it; empty where it has none.
    var id: String
    var title: String
    var author: String?
    var posted: Timestamp?
    var link: String?
    /// What the entry answers: another entry's id and the page it is on.
    var answers: (id: String, page: String?)?
    /// How many replies the feed says there are.
    var replies: Int
    /// "r/derwentvale" in Reddit's feeds.
    var category: String?
    let element: MarkupElement

    init(_ element: MarkupElement, zone: String) {
        self.element = element
        id = element.line("id", "guid") ?? element.attribute("rdf:about") ?? ""
        title = element.child("title").map(Self.title) ?? element.line("dc:title") ?? ""
        link = Self.link(of: element) ?? (id.hasPrefix("http") ? WebAddress.page(id) : nil)
        if id.isEmpty { id = link ?? "" }
        author = Self.author(of: element)
        posted = element.line(
            "pubDate", "published", "dc:date", "issued", "dcterms:issued", "created", "dcterms:created", "updated",
            "modified", "dcterms:modified", "pubdate"
        ).flatMap { Dates.moment($0, zone: zone) }
        if let answer = element.child("thr:in-reply-to") {
            let ref = answer.attribute("ref") ?? answer.attribute("href") ?? MarkupText.collapsed(answer.text)
            if !ref.isEmpty { answers = (ref, WebAddress.page(answer.attribute("href"))) }
        }
        let counted = element.children.filter { $0.name == "link" && $0.attribute("rel") == "replies" }
            .compactMap { ($0.attribute("thr:count") ?? $0.attribute("count")).flatMap(Int.init) }
        let told = [element.line("slash:comments"), element.line("thr:total")].compactMap { $0.flatMap(Int.init) }
        replies = min((counted + told).max() ?? 0, 1_000_000)
        category = element.child("category")?.attribute("label")
    }

    /// The entry's own words: its full content where the feed has that, else its summary.
    var words: HTMLText {
        for name in ["content:encoded", "content", "body", "description", "summary", "dc:description"] {
            let words = element.first(ofChildren: name) { child in
                let words = Self.words(of: child)
                return words.text.isEmpty ? nil : words
            }
            if let words { return words }
        }
        return HTMLText(html: "")
    }

    // MARK: - Atom's text constructs

    /// Text, HTML in escaped form, XHTML in the open, or (Atom 0.3) any of them in base64.
    private static func words(of element: MarkupElement) -> HTMLText {
        let type = (element.attribute("type") ?? "").lowercased()
        let mode = (element.attribute("mode") ?? "").lowercased()
        let isPlain = type == "text" || type == "text/plain"
        if mode == "base64" || (type.contains("/") && !type.hasPrefix("text/") && !type.contains("xml")) {
            let code = element.text.filter { !$0.isWhitespace }
            guard let data = Data(base64Encoded: code) else { return HTMLText(html: "") }
            guard mode == "base64", !isPlain else { return HTMLText(html: "") }
            return HTMLText(loose: String(decoding: data, as: UTF8.self))
        }
        if !element.children.isEmpty { return HTMLText(of: element) }
        guard isPlain else { return HTMLText(loose: element.text) }
        return HTMLText(loose: element.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))
    }

    private static func title(_ element: MarkupElement) -> String {
        let text = element.text
        // Many feeds escape a title twice; a title with a tag or an entity in it is HTML whatever its type says.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }),
            element.children.isEmpty,
            element.attribute("mode") != "base64", !["text", "text/plain"].contains(element.attribute("type") ?? "")
        else { return MarkupText.collapsed(text) }
        return MarkupText.collapsed(HTMLText(loose: text).text)
    }

    private static func link(of element: MarkupElement) -> String? {
        if let page = element.first(ofChildren: "link", { WebAddress.page($0.text) }) { return page }
        let alternate = element.children.first {
            ["link", "atom:link", "rss:link"].contains($0.name) && ($0.attribute("rel") ?? "alternate") == "alternate"
        }
        return WebAddress.page(alternate?.attribute("href"))
    }

    private static func author(of element: MarkupElement) -> String? {
        if let name = PersonName.cleaned(element.line("dc:creator")) { return name }
        for child in element.children where child.name == "author" || child.name == "atom:author" {
            if let name = PersonName.cleaned(child.line("name", "atom:name")) { return name }
            if child.children.isEmpty, let name = PersonName.cleaned(child.text) { return name }
        }
        return PersonName.cleaned(element.line("dc:author", "itunes:author"))
    }
}

/// What a feed says of itself.
struct FeedHeading {
    var title: String
    var link: String?
    /// What made the feed, lower case: "wordpress", "discourse"; empty where it does not say.
    var network: String

    init(_ root: MarkupElement?) {
        let channel = root?.child("channel") ?? root
        title = channel?.child("title").map { MarkupText.collapsed(HTMLText(loose: $0.text).text) } ?? ""
        var found: String?
        for link in channel?.children ?? [] where link.name == "link" && found == nil {
            let isOwn = (link.attribute("rel") ?? "alternate") == "alternate"
            found = WebAddress.page(link.text) ?? (isOwn ? WebAddress.page(link.attribute("href")) : nil)
        }
        link = found
        let maker = (channel?.line("generator") ?? "") + " " + (channel?.child("generator")?.attribute("uri") ?? "")
        let known = ["wordpress", "discourse", "phpbb", "blogger", "vbulletin", "xenforo", "mastodon", "drupal"]
        network = known.first { maker.lowercased().contains($0) } ?? ""
        if network.isEmpty, link?.contains("://www.reddit.com/") == true { network = "reddit" }
    }
}
